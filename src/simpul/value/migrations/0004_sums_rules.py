from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("value", "0003_transaction_sums")]
    operations = [
        migrations.RunSQL(sql_file(__file__, "0004_sums_rules.sql"), sql_file(__file__, "0004_sums_rules_down.sql") + unprotected("crm.transaction_sums"))
    ]
