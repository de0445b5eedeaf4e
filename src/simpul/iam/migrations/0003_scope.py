from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("iam", "0002_shipped_roles"), ("audit", "0001_initial")]
    operations = [migrations.RunSQL(sql_file(__file__, "actor.sql", "0003_scope.sql"), sql_file(__file__, "0003_scope_down.sql"))]
