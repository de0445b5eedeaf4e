from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial"), ("iam", "0006_elevations"), ("workflow", "0007_timer_items")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0002_rules.sql"),
            unprotected("crm.break_glass_requests", "crm.break_glass_samples", "crm.break_glass_sample_items", "crm.break_glass_reviews")
            + sql_file(__file__, "0002_rules_down.sql"),
        )
    ]
