from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("iam", "0025_role_conflict_rules")]
    operations = [migrations.RunSQL(sql_file(__file__, "former_rights.sql"), sql_file(__file__, "former_rights_down.sql"))]
