from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("customers", "0013_one_request")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0014_one_request.sql"),
            unprotected("crm.open_requested_values", "crm.change_request_askers") + sql_file(__file__, "0014_one_request_down.sql"),
        )
    ]
