from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("sales", "0022_reassignments")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0023_reassignments.sql"),
            unprotected("crm.lead_reassignments") + sql_file(__file__, "0023_reassignments_down.sql"),
        )
    ]
