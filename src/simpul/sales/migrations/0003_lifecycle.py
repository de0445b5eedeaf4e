from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("sales", "0002_rules"), ("value", "0004_sums_rules")]
    operations = [migrations.RunSQL(sql_file(__file__, "0003_lifecycle.sql"), sql_file(__file__, "0003_lifecycle_down.sql"))]
