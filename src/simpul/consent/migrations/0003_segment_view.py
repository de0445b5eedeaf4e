from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("consent", "0002_rules")]
    operations = [migrations.RunSQL(sql_file(__file__, "0003_segments.sql"), sql_file(__file__, "0003_segments_down.sql"))]
