from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0026_search")]
    operations = [migrations.RunSQL(sql_file(__file__, "0027_alerts_of_cases.sql"), sql_file(__file__, "0027_alerts_of_cases_down.sql"))]
