from __future__ import annotations

from django.db import migrations

# The queue of cases is where supervisors begin; roles made from theirs follow.
_MOVE = "UPDATE iam.roles SET home = '{to}' WHERE home = '{of}' AND coalesce(based_on, role_key) = 'SUPERVISOR'"


class Migration(migrations.Migration):
    dependencies = [("iam", "0011_branch_phone")]

    operations = [migrations.RunSQL(_MOVE.format(of="/customers", to="/cases"), _MOVE.format(of="/cases", to="/customers"))]
