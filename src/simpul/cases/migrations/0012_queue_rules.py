from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("cases", "0011_queue"), ("iam", "0008_administration")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0012_queue_rules.sql"),
            unprotected("crm.case_views", "crm.case_view_marks") + sql_file(__file__, "0012_queue_rules_down.sql"),
        )
    ]
