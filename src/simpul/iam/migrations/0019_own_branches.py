from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("iam", "0018_brought_resources")]
    operations = [migrations.RunSQL(sql_file(__file__, "own_branches.sql"), sql_file(__file__, "own_branches_down.sql"))]
