from django.db import migrations, models

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("workflow", "0006_workflow_rules")]
    operations = [
        migrations.AddField(
            "timer",
            "item",
            models.ForeignKey(null=True, db_index=False, on_delete=models.deletion.PROTECT, related_name="+", to="workflow.workflowitem"),
        ),
        migrations.RunSQL(sql_file(__file__, "timer_items.sql"), sql_file(__file__, "timer_items_down.sql", "timer_policies.sql")),
    ]
