from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("oversight", "0002_suspicion"), ("iam", "0004_resources")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "suspicion_rules.sql"),
            unprotected("crm.suspicion_rules", "crm.suspicion_watch", "crm.suspicion_alerts", "crm.suspicion_alert_rows", "crm.audit_filters")
            + sql_file(__file__, "suspicion_rules_down.sql"),
        )
    ]
