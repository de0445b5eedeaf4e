from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial"), ("iam", "0008_administration")]
    operations = [migrations.RunSQL(sql_file(__file__, "rules.sql"), sql_file(__file__, "rules_down.sql"))]
