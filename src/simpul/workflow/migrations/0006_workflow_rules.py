from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("workflow", "0005_workflows"), ("iam", "0004_resources")]
    operations = [migrations.RunSQL(sql_file(__file__, "workflow_rules.sql"), sql_file(__file__, "workflow_rules_down.sql"))]
