"""Row security binds the owner of the tables, except while it migrates them."""

from __future__ import annotations

from django.apps import apps
from django.db.models.signals import post_migrate, pre_migrate

from simpul.platform.db import execute, query

_UNFORCED = "SELECT count(*) AS n FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity"


def seen() -> tuple[int, int]:
    """The roles that the running role sees, and the tables whose owner is not bound."""
    return query("SELECT count(*) AS n FROM iam.roles")[0]["n"], query(_UNFORCED)[0]["n"]


def test_the_owner_sees_rows_while_it_migrates_and_at_no_other_time(committed: str) -> None:
    users = apps.get_app_config("iam")
    execute("SET ROLE simpul_owner")
    assert seen() == (0, 0)

    pre_migrate.send(sender=users, app_config=users, using="default")
    roles, unforced = seen()
    assert roles == 11
    assert unforced > 20

    # A table that a migration protects is forced like the others when it is done.
    execute("CREATE TABLE crm.forcing_probe (customer_id uuid)")
    execute("CALL iam.protect('crm.forcing_probe')")
    post_migrate.send(sender=users, app_config=users, using="default")
    assert seen() == (0, 0)
    assert query("SELECT relforcerowsecurity AS forced FROM pg_class WHERE relname = 'forcing_probe'") == [{"forced": True}]
