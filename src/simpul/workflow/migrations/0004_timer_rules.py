from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("workflow", "0003_timers"), ("iam", "0003_scope")]
    operations = [migrations.RunSQL(sql_file(__file__, "timer_rules.sql", "timer_policies.sql"), sql_file(__file__, "timer_rules_down.sql"))]
