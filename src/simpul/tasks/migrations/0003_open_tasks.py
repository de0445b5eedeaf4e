# scaffold: leave out (the whole file)
from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("tasks", "0002_rules")]
    operations = [migrations.RunSQL(sql_file(__file__, "0003_open_tasks.sql"), migrations.RunSQL.noop)]
