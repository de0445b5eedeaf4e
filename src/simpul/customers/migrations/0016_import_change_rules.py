from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("customers", "0015_import_changes"), ("imports", "0003_import_changes")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0016_import_changes.sql"),
            unprotected("crm.customer_import_changes") + sql_file(__file__, "0016_import_changes_down.sql"),
        )
    ]
