from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("value", "0005_rfm"), ("customers", "0019_segment_views")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0006_rfm.sql"),
            sql_file(__file__, "0006_rfm_down.sql") + unprotected("crm.rfm_scores", "crm.rfm_history", "crm.rfm_thresholds"),
        )
    ]
