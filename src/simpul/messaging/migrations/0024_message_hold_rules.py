from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("messaging", "0023_message_holds")]
    operations = [migrations.RunSQL(sql_file(__file__, "message_hold_rules.sql"), unprotected("crm.message_holds"))]
