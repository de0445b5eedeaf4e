from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("iam", "0003_scope")]
    operations = [migrations.RunSQL(sql_file(__file__, "0004_resources.sql"), sql_file(__file__, "0004_resources_down.sql"))]
