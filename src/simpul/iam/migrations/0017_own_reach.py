from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("iam", "0016_session_digests")]
    operations = [migrations.RunSQL(sql_file(__file__, "own_reach.sql"), sql_file(__file__, "own_reach_down.sql"))]
