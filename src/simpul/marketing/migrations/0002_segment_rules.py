from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected

_TABLES = ("crm.segments", "crm.segment_versions", "crm.segment_members", "crm.segment_refreshes", "crm.segment_changes")


class Migration(migrations.Migration):
    dependencies = [("marketing", "0001_segments"), ("customers", "0019_segment_views"), ("consent", "0003_segment_view"), ("messaging", "0023_segment_views")]
    operations = [migrations.RunSQL(sql_file(__file__, "0002_segments.sql"), unprotected(*_TABLES) + sql_file(__file__, "0002_segments_down.sql"))]
