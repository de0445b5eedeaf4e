from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial"), ("iam", "0008_administration"), ("workflow", "0007_timer_items")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0002_rules.sql"),
            unprotected("crm.case_categories", "crm.case_resolutions", "crm.case_legal_rules", "crm.sla_policies", "crm.sla_policy_versions")
            + sql_file(__file__, "0002_rules_down.sql"),
        )
    ]
