from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("imports", "0001_initial"), ("iam", "0003_scope")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0002_policies.sql"), unprotected("crm.import_rejects", "crm.import_runs") + sql_file(__file__, "0002_policies_down.sql")
        )
    ]
