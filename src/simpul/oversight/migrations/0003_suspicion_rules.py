from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("oversight", "0002_suspicion"), ("iam", "0004_resources")]
    operations = [migrations.RunSQL(sql_file(__file__, "suspicion_rules.sql"), sql_file(__file__, "suspicion_rules_down.sql"))]
