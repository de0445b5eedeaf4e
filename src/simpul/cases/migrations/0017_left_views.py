from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0016_papers_of_units")]
    operations = [migrations.RunSQL(sql_file(__file__, "0017_left_views.sql"), sql_file(__file__, "0017_left_views_down.sql"))]
