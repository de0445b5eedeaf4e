from __future__ import annotations

from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("iam", "0008_administration")]
    operations = [migrations.RunSQL(sql_file(__file__, "0009_identities.sql"), sql_file(__file__, "0009_identities_down.sql"))]
