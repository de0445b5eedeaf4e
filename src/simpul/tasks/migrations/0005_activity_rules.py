# scaffold: leave out (the whole file)
from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("tasks", "0004_activities")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0005_activities.sql"),
            unprotected("crm.rm_activities", "crm.calendar_feeds") + sql_file(__file__, "0005_activities_down.sql"),
        )
    ]
