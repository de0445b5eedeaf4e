"""The shipped grants of a resource come into an installation once, and never against what the organisation decided since."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.db import DatabaseError

from simpul.iam import grants
from simpul.iam.public import system_actor
from simpul.iam.services.bringing_grants import grants_bring
from simpul.platform.db import execute, query, scope
from simpul.platform.domain import Domain, Resource
from simpul.platform.text import Text
from tests.support.database import rows

pytestmark = pytest.mark.usefixtures("organisation")

BEES = Domain(
    "bees", resources={"bee": Resource(Text(id="Lebah", en="Bees"), "service", "RC", grants={"AGENT": "RC BRANCH", "DIRECTOR": "R ALL (aggregates)"})}
)


@pytest.fixture
def bees(settings: LazySettings) -> Iterator[None]:
    """A release that brings one more domain."""
    settings.DOMAINS = (*settings.DOMAINS, BEES)
    grants.resources.cache_clear()
    yield
    grants.resources.cache_clear()


def migrate() -> None:
    # As the owner of the tables, whom row policies do not hold while migrations run.
    with rows(), scope(actor := system_actor()):
        grants_bring(actor=actor)


def granted(resource: str) -> set[tuple[str, str, int, str]]:
    with rows():
        found = query("SELECT role_key, action, reach, limited_to FROM iam.grants JOIN iam.roles USING (role_id) WHERE resource = %s", (resource,))
    return {(row["role_key"], row["action"], row["reach"], row["limited_to"]) for row in found}


def withdraw(role: str, resource: str, action: str) -> None:
    with rows():
        execute(
            "DELETE FROM iam.grants WHERE resource = %s AND action = %s AND role_id = (SELECT role_id FROM iam.roles WHERE role_key = %s)",
            (resource, action, role),
        )


def test_a_withdrawn_grant_stays_withdrawn_when_a_release_is_migrated_to(trace):
    withdraw("AGENT", "case", "C")
    trace.start()

    migrate()

    assert {action for role, action, *_ in granted("case") if role == "AGENT"} == {"R", "U"}
    assert trace() == {}


def test_a_new_resource_brings_its_grants_once_and_the_trail_tells_of_them(bees, trace):
    trace.start()
    migrate()
    assert granted("bee") == {("AGENT", "R", 3, ""), ("AGENT", "C", 3, ""), ("DIRECTOR", "R", 4, "aggregates")}
    assert trace() == {"audit": ["CHANGE_RBAC"]}

    withdraw("AGENT", "bee", "C")
    migrate()

    assert granted("bee") == {("AGENT", "R", 3, ""), ("DIRECTOR", "R", 4, "aggregates")}


def test_nobody_but_the_owner_of_the_tables_says_what_was_brought(actor):
    with scope(actor("admin")):
        assert execute("UPDATE iam.brought_resources SET brought_at = now()") == 0
        assert execute("DELETE FROM iam.brought_resources") == 0
    with pytest.raises(DatabaseError, match="row-level security"), scope(actor("admin")):
        execute("INSERT INTO iam.brought_resources (resource) VALUES ('bee')")
