from django.contrib.postgres.indexes import BrinIndex
from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_queue_rules")]
    operations = [
        migrations.AddIndex("case", BrinIndex(fields=["created_at", "closed_at"], autosummarize=True, pages_per_range=32, name="cases_span_brin")),
        migrations.RunSQL(sql_file(__file__, "0013_report.sql"), sql_file(__file__, "0013_report_down.sql")),
    ]
