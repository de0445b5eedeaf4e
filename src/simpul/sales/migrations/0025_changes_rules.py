from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("sales", "0024_changes")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0025_changes.sql"),
            unprotected("crm.lead_changes") + sql_file(__file__, "0025_changes_down.sql"),
        )
    ]
