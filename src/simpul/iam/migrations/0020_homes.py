from __future__ import annotations

from django.db import migrations

# Administrators and data stewards begin where everything that waits for them is seen at once.
_MOVE = "UPDATE iam.roles SET home = '{to}' WHERE home = '{of}' AND coalesce(based_on, role_key) = '{role}'"


class Migration(migrations.Migration):
    dependencies = [("iam", "0019_own_branches")]

    operations = [
        migrations.RunSQL(_MOVE.format(role=role, of=before, to="/welcome"), _MOVE.format(role=role, of="/welcome", to=before))
        for role, before in (("ADMIN", "/operations"), ("DATA_STEWARD", "/change-requests"))
    ]
