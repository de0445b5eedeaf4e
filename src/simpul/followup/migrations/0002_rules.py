from __future__ import annotations

from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected

_TABLES = (
    "crm.followup_agents",
    "crm.followup_days_off",
    "crm.followup_members",
    "crm.followup_assignments",
    "crm.followup_entries",
    "crm.followup_runs",
)


class Migration(migrations.Migration):
    dependencies = [
        ("followup", "0001_initial"),
        ("iam", "0021_list_views"),
        ("customers", "0003_scope"),
        ("tasks", "0005_activity_rules"),
        ("value", "0002_scope"),
    ]
    operations = [
        migrations.RunSQL(sql_file(__file__, "0002_rules.sql"), sql_file(__file__, "0002_rules_down.sql")),
        migrations.RunSQL(
            sql_file(__file__, "0003_scope.sql"),
            unprotected(*_TABLES) + sql_file(__file__, "0003_scope_down.sql"),
        ),
        migrations.RunSQL(sql_file(__file__, "0004_run.sql"), sql_file(__file__, "0004_run_down.sql")),
    ]
