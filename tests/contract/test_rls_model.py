"""Row-level security equals a naive model in Python, whatever an administrator may have made of grants, scopes and switches.

Users, roles, grants, dated scopes, units, switches and elevations are drawn at random; what the database then shows of each
table is compared with the rule written once more, in the plainest way. `make rls-model` draws 10,000 worlds.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simpul.customers.models import Customer
from simpul.iam.models import Role
from simpul.iam.public import actor_for
from simpul.platform.actor import Actor
from simpul.platform.db import execute, query, scope
from tests.support import customers, people
from tests.support.database import rows

EXAMPLES = int(os.environ.get("SIMPUL_TEST_EXAMPLES", "60"))
NOW = datetime.now(UTC)
DAY = timedelta(days=1)
PLACES = ["MDN", "BNJ", "PMS"]
ROLES = ["UJI_A", "UJI_B"]
ASKED = [("customer", "R"), ("change_request", "R"), ("portfolio", "M"), ("portfolio", "A"), ("audit", "R"), ("configuration", "R")]
OWN, PORTFOLIO, BRANCH, ALL = 1, 2, 3, 4

Window = tuple[timedelta | None, timedelta | None]


@dataclass(frozen=True)
class Drawn:
    """One world: what an administrator may have done. Grants are (reach, by name only) by role, resource and action."""

    person: str
    suspended: bool
    held: list[str]
    grants: Mapping[tuple[str, str, str], tuple[int, bool]]
    switches: list[tuple[str, str]]
    scopes: list[tuple[str, Window]]
    served: list[str]
    elevations: list[tuple[list[int], Window, bool]] = field(default_factory=list)


windows = st.sampled_from([(None, None), (-DAY, DAY), (None, DAY), (-DAY, None), (-2 * DAY, -DAY), (DAY, 2 * DAY)])
worlds = st.builds(
    Drawn,
    person=st.sampled_from(["rm_mdn", "nobody"]),
    suspended=st.sampled_from([False, False, False, False, True]),
    held=st.lists(st.sampled_from(ROLES), unique=True),
    grants=st.dictionaries(
        st.tuples(st.sampled_from(ROLES), st.sampled_from(ASKED)).map(lambda pair: (pair[0], *pair[1])),
        st.tuples(st.integers(OWN, ALL), st.booleans()),
        max_size=10,
    ),
    switches=st.lists(st.sampled_from(ASKED), max_size=4, unique=True),
    scopes=st.lists(st.tuples(st.sampled_from([*PLACES, "CALL"]), windows), max_size=3, unique_by=lambda pair: pair[0]),
    served=st.lists(st.sampled_from(PLACES), unique=True),
    elevations=st.lists(
        st.tuples(st.lists(st.integers(0, 8), max_size=3, unique=True), st.sampled_from([(-DAY, DAY), (-2 * DAY, -DAY), (DAY, 2 * DAY)]), st.booleans()),
        max_size=3,
        unique_by=lambda elevation: elevation[1],
    ),
)


@pytest.fixture
def nine(organisation: None) -> list[Customer]:
    """Three customers in each branch, the first of each in rm_mdn's portfolio, each with an identifier, a request and a row of the trail."""
    made = []
    with rows():
        for number, key in enumerate(ROLES):
            Role.objects.create(key=key, name=key, name_en=key, based_on="AGENT", rank=80 + number)
    for place in PLACES:
        for rm in ("rm_mdn", "rm_mdn_2", None):
            one = customers.customer(f"Nasabah {place} {rm or 'tanpa'}", place, rm=rm)
            customers.identifier(one.id, "CIF", f"CIF{len(made):06d}")
            made.append(one)
    with rows():
        execute(
            "INSERT INTO crm.customer_change_requests (change_request_id, customer_id, changes, replaced, requested_by)"
            " SELECT gen_random_uuid(), customer_id, '{\"email\": \"baru@contoh.id\"}', '{}', %s FROM crm.customers",
            (people.user_id("supervisor_bnj"),),
        )
        for username in ("rm_mdn", "nobody", "compliance"):
            execute(
                "INSERT INTO audit.audit_logs (action, object_type, object_id, actor_user_id, outcome) VALUES ('VIEW_PROFILE', 'CUSTOMER', 'model', %s, 'ALLOWED')",
                (people.user_id(username),),
            )
    return made


def active(window: Window) -> bool:
    start, end = window
    return (start is None or start <= timedelta()) and (end is None or end > timedelta())


def reach(world: Drawn, resource: str, action: str) -> int:
    """The widest grant of the held roles; one by name only counts when it is switched on."""
    cells = [world.grants.get((role, resource, action)) for role in world.held]
    return max((wide for cell in cells if cell for wide, by_name in [cell] if not by_name or (resource, action) in world.switches), default=0)


def expected(world: Drawn, nine: list[Customer], user_id: UUID) -> dict[str, Any]:
    """The rule: what each table shows to this person in this world."""
    if world.suspended:
        return {"customers": set(), "reach": set(), "identifiers": set(), "assignments": set(), "requests": set(), "trail": 0, "branches": frozenset()}
    branches = {branch for place, window in world.scopes if active(window) for branch in (world.served if place == "CALL" else [place])}
    opened = {nine[index].id for indexes, window, revoked in world.elevations if active(window) and not revoked for index in indexes}

    def covered(resource: str, action: str, one: Customer) -> bool:
        wide = reach(world, resource, action)
        return wide == ALL or (wide >= BRANCH and one.home_branch_code in branches) or (wide >= PORTFOLIO and one.rm_user_id == user_id)

    seen = {one.id for one in nine if covered("customer", "R", one) or one.id in opened}
    assigned = {one.id for one in nine if one.rm_user_id}
    trail = reach(world, "audit", "R")
    return {
        "customers": seen,
        "reach": seen,
        "identifiers": seen,
        "assignments": assigned if reach(world, "portfolio", "M") == ALL else assigned & seen,
        "requests": {one.id for one in nine if one.id in seen and covered("change_request", "R", one)},
        "trail": 3 if trail == ALL else 1 if trail else 0,
        "branches": frozenset(branches),
    }


def shown(actor: Actor) -> dict[str, Any]:
    """What the database shows, table by table, in one statement."""
    with scope(actor):
        row = query(
            """SELECT (SELECT jsonb_agg(customer_id) FROM crm.customers) AS customers, (SELECT jsonb_agg(customer_id) FROM iam.customer_reach) AS reach,
                      (SELECT jsonb_agg(customer_id) FROM crm.customer_identifiers) AS identifiers,
                      (SELECT jsonb_agg(customer_id) FROM crm.customer_assignments) AS assignments,
                      (SELECT jsonb_agg(customer_id) FROM crm.customer_change_requests) AS requests,
                      (SELECT count(*) FROM audit.audit_logs WHERE object_id = 'model') AS trail, to_jsonb(iam.scope_branches()) AS branches"""
        )[0]
    found: dict[str, Any] = {name: {UUID(one) for one in row[name] or ()} for name in ("customers", "reach", "identifiers", "assignments", "requests")}
    return {**found, "trail": row["trail"], "branches": frozenset(row["branches"])}


def arrange(world: Drawn, nine: list[Customer], user_id: UUID) -> None:
    """Write the world past row-level security."""

    def at(offset: timedelta | None) -> str | None:
        return (NOW + offset).isoformat() if offset is not None else None

    with rows():
        execute("DELETE FROM iam.user_roles WHERE user_id = %s", (user_id,))
        execute("DELETE FROM iam.user_branch_scopes WHERE user_id = %s", (user_id,))
        execute("DELETE FROM iam.unit_branches WHERE unit_code = 'CALL'")
        execute("UPDATE iam.users SET status = %s WHERE user_id = %s", ("SUSPENDED" if world.suspended else "ACTIVE", user_id))
        execute(
            "INSERT INTO iam.user_roles (user_role_id, user_id, role_id) SELECT gen_random_uuid(), %s, role_id FROM iam.roles WHERE role_key = ANY(%s)",
            (user_id, world.held),
        )
        execute(
            """INSERT INTO iam.grants (grant_id, role_id, resource, action, reach, per_user, limited_to)
               SELECT gen_random_uuid(), r.role_id, g ->> 1, g ->> 2, (g ->> 3)::smallint, (g ->> 4)::boolean, ''
                 FROM json_array_elements(%s::json) AS g JOIN iam.roles r ON r.role_key = g ->> 0""",
            (json.dumps([[*place, *cell] for place, cell in world.grants.items()]),),
        )
        execute(
            """INSERT INTO iam.user_switches (switch_id, user_id, resource, action, switched_by)
               SELECT gen_random_uuid(), %s, s ->> 0, s ->> 1, %s FROM json_array_elements(%s::json) AS s""",
            (user_id, people.user_id("admin"), json.dumps(world.switches)),
        )
        execute(
            "INSERT INTO iam.unit_branches (unit_branch_id, unit_code, branch_code) SELECT gen_random_uuid(), 'CALL', b FROM unnest(%s::text[]) AS b",
            (world.served,),
        )
        execute(
            """INSERT INTO iam.user_branch_scopes (scope_id, user_id, scope_type, branch_code, unit_code, active_from, active_to)
               SELECT gen_random_uuid(), %s, CASE s ->> 0 WHEN 'CALL' THEN 'UNIT' ELSE 'BRANCH' END, nullif(s ->> 0, 'CALL'),
                      CASE s ->> 0 WHEN 'CALL' THEN 'CALL' END, (s ->> 1)::timestamptz, (s ->> 2)::timestamptz
                 FROM json_array_elements(%s::json) AS s""",
            (user_id, json.dumps([[place, at(start), at(end)] for place, (start, end) in world.scopes])),
        )
        for indexes, (start, end), revoked in world.elevations:
            made = query(
                """INSERT INTO iam.elevations (elevation_id, user_id, tier, reason_type, starts_at, ends_at, revoked_at)
                   VALUES (gen_random_uuid(), %s, 1, 'TEST', %s, %s, %s) RETURNING elevation_id""",
                (user_id, at(start), at(end), NOW if revoked else None),
            )[0]["elevation_id"]
            execute(
                "INSERT INTO iam.elevation_customers (elevation_customer_id, elevation_id, customer_id) SELECT gen_random_uuid(), %s, c FROM unnest(%s::uuid[]) AS c",
                (made, [nine[index].id for index in indexes]),
            )


@pytest.mark.covers("15.3.1-2")
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(world=worlds)
def test_the_database_shows_what_the_model_says(nine: list[Customer], world: Drawn) -> None:
    user_id = people.user_id(world.person)
    place = transaction.savepoint()
    try:
        arrange(world, nine, user_id)
        actor = actor_for(user_id)
        assert (actor is None) is world.suspended
        # A suspended person never gets this far; the database says no by itself as well.
        assert shown(actor or Actor(id=user_id)) == expected(world, nine, user_id)
    finally:
        transaction.savepoint_rollback(place)
