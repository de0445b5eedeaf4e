from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_cases"), ("customers", "0006_masked"), ("iam", "0008_administration")]
    operations = [migrations.RunSQL(sql_file(__file__, "0004_case_rules.sql"), sql_file(__file__, "0004_case_rules_down.sql"))]
