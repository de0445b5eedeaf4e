from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial"), ("iam", "0008_administration"), ("workflow", "0007_timer_items")]
    operations = [migrations.RunSQL(sql_file(__file__, "0002_rules.sql"), sql_file(__file__, "0002_rules_down.sql"))]
