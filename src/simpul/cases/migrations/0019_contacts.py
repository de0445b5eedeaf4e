from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0018_unused_parents"), ("customers", "0008_email_key"), ("messaging", "0004_outbox_rules")]
    operations = [migrations.RunSQL(sql_file(__file__, "0019_contacts.sql"), sql_file(__file__, "0019_contacts_down.sql"))]
