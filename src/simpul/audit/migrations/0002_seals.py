from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    # The policies ask iam who may read the trail, and tighten the one that iam put there.
    dependencies = [("audit", "0001_initial"), ("iam", "0003_scope")]
    operations = [migrations.RunSQL(sql_file(__file__, "0002_seals.sql"), sql_file(__file__, "0002_seals_down.sql"))]
