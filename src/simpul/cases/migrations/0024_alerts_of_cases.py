from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0023_search")]
    operations = [migrations.RunSQL(sql_file(__file__, "0024_alerts_of_cases.sql"), sql_file(__file__, "0024_alerts_of_cases_down.sql"))]
