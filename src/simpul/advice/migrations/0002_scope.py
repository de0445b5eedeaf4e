from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("advice", "0001_initial"), ("customers", "0003_scope")]
    operations = [migrations.RunSQL(sql_file(__file__, "0002_scope.sql"), sql_file(__file__, "0002_scope_down.sql"))]
