from django.db import migrations, models
from django.db.models.functions import Least

from simpul.platform.db.sqlfiles import sql_file

OPEN = models.Q(status__in=["ESCALATED", "IN_PROGRESS", "NEW", "WAITING_INFO"])
FILTERED = ["status", "priority", "category", "channel", "assigned_to_user_id", "assigned_unit_code", "created_by", "customer_id", "review"]
UNMET = models.Case(models.When(first_responded_at__isnull=True, then=models.F("first_response_due_at")))


class Migration(migrations.Migration):
    dependencies = [("cases", "0025_queue")]
    operations = [
        migrations.AddField(
            "case",
            "next_due_at",
            models.GeneratedField(expression=Least("sla_due_at", "legal_due_at", UNMET), output_field=models.DateTimeField(), db_persist=True),
        ),
        migrations.RemoveIndex("case", "cases_open_idx"),
        migrations.AddIndex(
            "case", models.Index(fields=["branch_code", "next_due_at", "id"], condition=OPEN, include=[*FILTERED, "sla_due_at"], name="cases_open_idx")
        ),
        migrations.RunSQL(sql_file(__file__, "0026_search.sql"), sql_file(__file__, "0026_search_down.sql", "0025_queue.sql")),
    ]
