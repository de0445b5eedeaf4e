from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("customers", "0018_listing")]
    operations = [migrations.RunSQL(sql_file(__file__, "0019_segments.sql"), sql_file(__file__, "0019_segments_down.sql"))]
