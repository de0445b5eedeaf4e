from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("tasks", "0001_initial"), ("iam", "0018_brought_resources"), ("customers", "0016_import_change_rules")]
    operations = [migrations.RunSQL(sql_file(__file__, "0002_rules.sql"), unprotected("crm.tasks") + sql_file(__file__, "0002_rules_down.sql"))]
