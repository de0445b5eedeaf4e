from __future__ import annotations

from django.db import migrations

# Configuration and operations are where administrators begin, not the trail, of which they see their own acts only.
_MOVE = "UPDATE iam.roles SET home = '{to}' WHERE home = '{of}' AND coalesce(based_on, role_key) = 'ADMIN'"


class Migration(migrations.Migration):
    dependencies = [("iam", "0013_lasting_branches")]

    operations = [migrations.RunSQL(_MOVE.format(of="/audit", to="/operations"), _MOVE.format(of="/operations", to="/audit"))]
