from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [
        ("sales", "0010_after_case"),
        ("cases", "0001_initial"),
        ("tasks", "0001_initial"),
    ]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0011_after_case.sql"),
            unprotected("crm.after_case_rules", "crm.after_case_decisions") + sql_file(__file__, "0011_after_case_down.sql"),
        )
    ]
