from __future__ import annotations

from typing import Any

from django.db import migrations

from simpul.iam.grants import ROLES, shipped_grants
from simpul.platform.ids import ANONYMOUS_ID, SYSTEM_ID


def seed(apps: Any, editor: Any) -> None:
    """The roles, their shipped grants, and the two users that nobody can sign in as."""
    role_model, grant_model = apps.get_model("iam", "Role"), apps.get_model("iam", "Grant")
    roles = {
        key: role_model.objects.create(key=key, name=name, name_en=name_en, home=home, rank=rank, is_assignable=key != "SYSTEM")
        for rank, (key, (name, name_en, home)) in enumerate(ROLES.items())
    }
    grant_model.objects.bulk_create(
        grant_model(role=roles[g.role_key], resource=g.resource, action=g.action, reach=int(g.reach), limit=g.limit, per_user=g.per_user)
        for g in shipped_grants()
    )
    user_model = apps.get_model("iam", "User")
    system = user_model.objects.create(id=SYSTEM_ID, username="system", full_name="Sistem", kind="SYSTEM", password="!")
    user_model.objects.create(id=ANONYMOUS_ID, username="anonymous", full_name="Tanpa masuk", kind="ANONYMOUS", password="!")
    apps.get_model("iam", "UserRole").objects.create(user=system, role=roles["SYSTEM"])


def unseed(apps: Any, editor: Any) -> None:
    for name in ("UserRole", "Grant", "Role"):
        apps.get_model("iam", name).objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("iam", "0001_initial")]
    operations = [migrations.RunPython(seed, unseed)]
