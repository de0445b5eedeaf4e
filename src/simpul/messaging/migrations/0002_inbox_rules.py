from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("messaging", "0001_initial"), ("iam", "0004_resources")]
    operations = [migrations.RunSQL(sql_file(__file__, "inbox_rules.sql"), sql_file(__file__, "inbox_rules_down.sql"))]
