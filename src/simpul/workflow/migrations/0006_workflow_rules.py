from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("workflow", "0005_workflows"), ("iam", "0004_resources")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "workflow_rules.sql"),
            unprotected("crm.workflow_definitions", "crm.workflow_versions", "crm.workflow_items", "crm.workflow_moves", "crm.workflow_migrations")
            + sql_file(__file__, "workflow_rules_down.sql"),
        )
    ]
