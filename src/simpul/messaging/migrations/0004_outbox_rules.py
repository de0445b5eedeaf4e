from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("messaging", "0003_outbox"), ("customers", "0003_scope"), ("documents", "0002_rules"), ("iam", "0006_elevations")]
    operations = [migrations.RunSQL(sql_file(__file__, "outbox_rules.sql"), sql_file(__file__, "outbox_rules_down.sql"))]
