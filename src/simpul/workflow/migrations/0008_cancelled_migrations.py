from django.db import migrations, models

# Going back, a cancelled migration becomes one that is done: nothing of it is under way either.
BACK = "UPDATE crm.workflow_migrations SET status = 'DONE' WHERE status = 'CANCELLED'"


def status_constraint(*statuses: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=models.Q(status__in=statuses), name="workflow_migrations_status_known")


class Migration(migrations.Migration):
    dependencies = [("workflow", "0007_timer_items")]
    operations = [
        migrations.AlterField(
            "workflowmigration",
            "status",
            models.TextField(choices=[("WAITING", "Waiting"), ("RUNNING", "Running"), ("DONE", "Done"), ("CANCELLED", "Cancelled")], db_default="WAITING"),
        ),
        migrations.RemoveConstraint("workflowmigration", "workflow_migrations_status_known"),
        migrations.RunSQL(migrations.RunSQL.noop, BACK),
        migrations.AddConstraint("workflowmigration", status_constraint("WAITING", "RUNNING", "DONE", "CANCELLED")),
    ]
