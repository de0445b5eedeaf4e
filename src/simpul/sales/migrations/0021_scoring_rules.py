from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [
        ("sales", "0020_scoring"),
        ("cases", "0001_initial"),
        ("customers", "0019_segment_views"),
        ("messaging", "0009_waiting_counts"),
    ]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0021_scoring.sql"),
            unprotected("crm.lead_scoring", "crm.lead_scores") + sql_file(__file__, "0021_scoring_down.sql"),
        )
    ]
