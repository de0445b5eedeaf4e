from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("control", "0003_recertification")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0004_recertification.sql"),
            unprotected("crm.recertifications", "crm.recertification_items") + sql_file(__file__, "0004_recertification_down.sql"),
        )
    ]
