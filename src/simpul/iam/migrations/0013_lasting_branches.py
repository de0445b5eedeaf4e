from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("iam", "0012_supervisor_home")]
    operations = [migrations.RunSQL(sql_file(__file__, "lasting_branches.sql"), sql_file(__file__, "lasting_branches_down.sql"))]
