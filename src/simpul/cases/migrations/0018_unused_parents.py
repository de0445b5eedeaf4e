from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0017_left_views")]
    operations = [migrations.RunSQL(sql_file(__file__, "0018_unused_parents.sql"), sql_file(__file__, "0018_unused_parents_down.sql"))]
