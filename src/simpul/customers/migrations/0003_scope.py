from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("customers", "0002_rules")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0003_scope.sql"),
            unprotected(
                "crm.customers",
                "crm.customer_identifiers",
                "crm.customer_addresses",
                "crm.customer_products",
                "crm.customer_assignments",
                "crm.customer_relationships",
                "crm.customer_facts",
                "crm.customer_change_requests",
                "crm.recent_customers",
            )
            + sql_file(__file__, "0003_scope_down.sql"),
        )
    ]
