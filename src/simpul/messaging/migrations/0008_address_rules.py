from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("messaging", "0007_addresses")]
    operations = [migrations.RunSQL(sql_file(__file__, "address_rules.sql"), sql_file(__file__, "address_rules_down.sql"))]
