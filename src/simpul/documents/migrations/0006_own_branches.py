from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("documents", "0005_subject_index"), ("iam", "0019_own_branches")]
    operations = [migrations.RunSQL(sql_file(__file__, "own_branches.sql"), sql_file(__file__, "own_branches_down.sql"))]
