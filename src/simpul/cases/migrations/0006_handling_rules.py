from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_handling"), ("workflow", "0007_timer_items")]
    operations = [migrations.RunSQL(sql_file(__file__, "0006_handling_rules.sql"), sql_file(__file__, "0006_handling_rules_down.sql"))]
