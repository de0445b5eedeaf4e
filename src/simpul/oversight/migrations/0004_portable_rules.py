from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("oversight", "0003_suspicion_rules")]
    operations = [migrations.RunSQL(sql_file(__file__, "portable_rules.sql"), sql_file(__file__, "portable_rules_down.sql"))]
