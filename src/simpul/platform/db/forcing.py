"""Letting the owner of the tables see their rows while it migrates them.

The tables belong to a role that nobody works as; FORCE makes row-level security hold even for it. During a migration
that would hide every row: a data migration would change nothing, and a foreign key added to a table with rows would be
refused as violated. So the force is lifted before migrations, and after them put on every table that has row-level
security. The product's own roles are not owners: row-level security holds for them all the while.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.models.signals import post_migrate, pre_migrate

from simpul.platform.registry import Registry

_EACH = """
DO $$
DECLARE
    target regclass;
BEGIN
    FOR target IN SELECT c.oid FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
                   WHERE c.relkind IN ('r', 'p') AND c.relrowsecurity AND c.relforcerowsecurity = {forced} AND r.rolname = current_user LOOP
        EXECUTE format('ALTER TABLE %s {verb} ROW LEVEL SECURITY', target);
    END LOOP;
END $$;
"""


@dataclass(frozen=True)
class AfterMigrations:
    """A step that runs whenever all migrations are in, while the owner still sees rows: for what a release brings as data."""

    name: str
    step: Callable[[], None]


_steps: Registry[AfterMigrations] = Registry(AfterMigrations, lambda each: each.name)


def connect() -> None:
    """Listen to Django's migrations, once for each run."""
    users = apps.get_app_config(settings.AUTH_USER_MODEL.partition(".")[0])
    pre_migrate.connect(_lift, sender=users, dispatch_uid="simpul.lift_force")
    post_migrate.connect(_restore, sender=users, dispatch_uid="simpul.restore_force")


def _lift(using: str, **_: Any) -> None:
    _run(using, _EACH.format(forced="true", verb="NO FORCE"))


def _restore(using: str, **_: Any) -> None:
    if _steps and _complete(using):
        _lift(using)  # a table that these migrations made may carry the force from its birth
        for each in _steps.values():
            each.step()
    _run(using, _EACH.format(forced="false", verb="FORCE"))


def _run(using: str, statement: str) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(statement)


def _complete(using: str) -> bool:
    """Whether no migration is missing; on the way back, or half the way, a release is not what the tables say."""
    executor = MigrationExecutor(connections[using])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
