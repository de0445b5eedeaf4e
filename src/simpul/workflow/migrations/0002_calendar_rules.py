from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("workflow", "0001_calendars"), ("iam", "0003_scope")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "calendar_rules.sql"),
            unprotected("crm.calendar_days", "crm.calendar_versions", "crm.calendars") + sql_file(__file__, "calendar_rules_down.sql"),
        ),
        # Going back keeps them: they go with their tables.
        migrations.RunSQL(sql_file(__file__, "calendars_shipped.sql"), migrations.RunSQL.noop),
    ]
