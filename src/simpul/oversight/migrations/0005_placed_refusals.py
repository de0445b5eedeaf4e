from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [
        ("oversight", "0004_portable_rules"),
        ("audit", "0005_server_time"),
        ("cases", "0003_cases"),
        ("documents", "0002_rules"),
        ("iam", "0003_scope"),
    ]
    operations = [migrations.RunSQL(sql_file(__file__, "placed_refusals.sql"), sql_file(__file__, "placed_refusals_down.sql"))]
