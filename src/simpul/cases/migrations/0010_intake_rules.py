from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_intake"), ("iam", "0006_elevations"), ("messaging", "0004_outbox_rules")]
    operations = [migrations.RunSQL(sql_file(__file__, "intake_rules.sql"), sql_file(__file__, "intake_rules_down.sql"))]
