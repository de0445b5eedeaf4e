from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_rules")]
    operations = [migrations.RunSQL(sql_file(__file__, "limited_grants.sql"), sql_file(__file__, "limited_grants_down.sql"))]
