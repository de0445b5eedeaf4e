from django.db import migrations, models

from simpul.platform.db.sqlfiles import sql_file

WAITS = models.Q(status__in=["ESCALATED", "IN_PROGRESS", "NEW", "WAITING_INFO"]) & models.Q(first_responded_at__isnull=True)


class Migration(migrations.Migration):
    dependencies = [("cases", "0020_own_state")]
    operations = [
        migrations.AddIndex("case", models.Index(fields=["branch_code", "first_response_due_at"], condition=WAITS, name="cases_unanswered_idx")),
        migrations.RunSQL(sql_file(__file__, "0021_first_late.sql"), sql_file(__file__, "0021_first_late_down.sql")),
    ]
