from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_handling_rules")]
    operations = [migrations.RunSQL(sql_file(__file__, "0007_case_timers.sql"), sql_file(__file__, "0007_case_timers_down.sql"))]
