from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected

_TABLES = (
    "crm.leads",
    "crm.opportunities",
    "crm.customer_lifecycle",
    "crm.lifecycle_changes",
    "crm.opportunity_stages",
    "crm.sales_reasons",
)


class Migration(migrations.Migration):
    dependencies = [
        ("sales", "0001_initial"),
        ("iam", "0018_brought_resources"),
        ("customers", "0020_lifecycle_fact"),
        ("cases", "0027_alerts_of_cases"),
    ]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0002_rules.sql"),
            unprotected(*_TABLES) + sql_file(__file__, "0002_rules_down.sql"),
        )
    ]
