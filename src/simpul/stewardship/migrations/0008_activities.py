from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [
        ("stewardship", "0007_segment_view"),
        ("tasks", "0005_activity_rules"),
    ]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0008_activities.sql"),
            sql_file(__file__, "0008_activities_down.sql"),
        )
    ]
