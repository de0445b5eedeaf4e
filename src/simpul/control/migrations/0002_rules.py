from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("control", "0001_initial"), ("iam", "0023_second_person"), ("workflow", "0007_timer_items")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0002_rules.sql"),
            unprotected("crm.proposals", "crm.control_codes") + sql_file(__file__, "0002_rules_down.sql"),
        )
    ]
