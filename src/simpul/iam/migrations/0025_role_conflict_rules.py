from __future__ import annotations

from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("iam", "0024_role_conflicts")]

    operations = [
        migrations.RunSQL(
            sql_file(__file__, "role_conflicts.sql"),
            unprotected("iam.role_conflicts", "iam.role_exceptions") + sql_file(__file__, "role_conflicts_down.sql"),
        )
    ]
