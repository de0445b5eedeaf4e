from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("stewardship", "0006_protection_rules")]
    operations = [migrations.RunSQL(sql_file(__file__, "0007_segments.sql"), sql_file(__file__, "0007_segments_down.sql"))]
