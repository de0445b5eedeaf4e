from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("stewardship", "0005_protection"), ("stewardship", "0004_rights_done_rules")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0006_protection.sql"),
            unprotected("crm.data_breaches", "crm.impact_assessments") + sql_file(__file__, "0006_protection_down.sql"),
        )
    ]
