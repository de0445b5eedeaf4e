from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0022_own_issue"), ("iam", "0019_own_branches"), ("documents", "0006_own_branches")]
    operations = [migrations.RunSQL(sql_file(__file__, "0023_unit_cases.sql"), sql_file(__file__, "0023_unit_cases_down.sql"))]
