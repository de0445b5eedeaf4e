"""Who sees which customer: the database, the service layer and a naive model agree, and each layer is enough alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from simpul.customers.models import Assignment, Customer
from simpul.customers.policies import visible_customers
from simpul.iam.grants import resources
from simpul.iam.models import Elevation, ElevationCustomer, Grant, Role, Scope, User, UserRole
from simpul.iam.public import actor_for
from simpul.platform.actor import Actor, Reach
from simpul.platform.db import query, scope
from tests.contract.calls import Workplace
from tests.support import customers, people
from tests.support.database import rows, undone

NOW = datetime.now(UTC)
DAY = timedelta(days=1)
PLACES = ["MDN", "BNJ", "PMS"]
CHILDREN = ["crm.customers", "iam.customer_reach", "crm.customer_identifiers", "crm.customer_addresses", "crm.customer_products"]

roles = st.lists(
    st.sampled_from(["SUPERVISOR", "AGENT", "RM", "MARKETING", "COMPLIANCE", "ADMIN", "DATA_STEWARD", "DIRECTOR", "FINANCE"]),
    max_size=2,
    unique=True,
)
windows = st.sampled_from([(None, None), (-DAY, DAY), (None, DAY), (-DAY, None), (-2 * DAY, -DAY), (DAY, 2 * DAY)])
scopes = st.lists(st.tuples(st.sampled_from([*PLACES, "CALL"]), windows), max_size=3, unique_by=lambda pair: pair[0])
elevations = st.lists(
    st.tuples(st.lists(st.integers(0, 8), max_size=3, unique=True), st.sampled_from([(-DAY, DAY), (-2 * DAY, -DAY), (DAY, 2 * DAY)]), st.booleans()),
    max_size=3,
    unique_by=lambda elevation: elevation[1],
)


@pytest.fixture(scope="module")
def made_nine(workplace: Workplace) -> list[Customer]:
    """Three customers in each branch; the first of each belongs to rm_mdn, the second to rm_mdn_2."""
    made = []
    for place in PLACES:
        for rm in ("rm_mdn", "rm_mdn_2", None):
            one = customers.customer(f"Nasabah {place} {rm or 'tanpa'}", place, rm=rm)
            customers.identifier(one.id, "CIF", f"CIF{len(made):06d}")
            customers.address(one.id)
            customers.product(one.id)
            made.append(one)
    return made


@pytest.fixture
def nine(made_nine: list[Customer]) -> Iterator[list[Customer]]:
    """The same for every test, whatever one of them does to them."""
    with undone():
        yield made_nine


def seen_by_database(table: str, actor: Actor) -> set[UUID]:
    with scope(actor):
        return {row["customer_id"] for row in query(f"SELECT customer_id FROM {table}")}


def model(nine: list[Customer], user: User, held: list[str], given_scopes: list[Any], given_elevations: list[Any]) -> set[UUID]:
    """The rule in plain Python, from the shipped table alone."""

    def active(window: tuple[Any, Any]) -> bool:
        start, end = window
        return (start is None or start <= timedelta()) and (end is None or end > timedelta())

    branches = {branch for place, window in given_scopes if active(window) for branch in (["MDN", "BNJ"] if place == "CALL" else [place])}
    cells = [cell for role in held if "R" in (cell := resources()["customer"].grants.get(role, "")).split(" ")[0]]
    reach = max([next((Reach[name] for name in ("ALL", "BRANCH", "PORTFOLIO", "OWN") if name in cell), Reach.NONE) for cell in cells], default=Reach.NONE)
    opened = {nine[index].id for indexes, window, revoked in given_elevations if active(window) and not revoked for index in indexes}
    return {
        one.id
        for one in nine
        if reach is Reach.ALL
        or (reach >= Reach.BRANCH and one.home_branch_code in branches)
        or (reach >= Reach.PORTFOLIO and one.rm_user_id == user.id)
        or one.id in opened
    }


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(held=roles, given_scopes=scopes, given_elevations=elevations, is_rm=st.booleans())
@example(held=[], given_scopes=[("MDN", (None, None))], given_elevations=[], is_rm=True)
def test_database_service_and_model_agree(nine, held, given_scopes, given_elevations, is_rm):
    user = User.objects.get(username="rm_mdn" if is_rm else "nobody")
    place = transaction.savepoint()
    try:
        with rows():
            UserRole.objects.filter(user=user).delete()
            Scope.objects.filter(user=user).delete()
            for role in Role.objects.filter(key__in=held):
                UserRole.objects.create(user=user, role=role)
            for code, (start, end) in given_scopes:
                target = {"scope_type": "UNIT", "unit_id": code} if code == "CALL" else {"scope_type": "BRANCH", "branch_id": code}
                Scope.objects.create(user=user, active_from=start and NOW + start, active_to=end and NOW + end, **target)
            for indexes, (start, end), revoked in given_elevations:
                elevation = Elevation.objects.create(
                    user=user, reason_type="TEST", starts_at=NOW + start, ends_at=NOW + end, revoked_at=NOW if revoked else None
                )
                ElevationCustomer.objects.bulk_create(ElevationCustomer(elevation=elevation, customer_id=nine[index].id) for index in indexes)
        actor = actor_for(user.id)
        assert actor is not None
        expected = model(nine, user, held, given_scopes, given_elevations)

        assert {table: seen_by_database(table, actor) for table in CHILDREN} == dict.fromkeys(CHILDREN, expected)
        with scope(actor):
            assert set(visible_customers(actor).values_list("id", flat=True)) == expected
    finally:
        transaction.savepoint_rollback(place)


EXPECTED = {
    "agent_mdn": "MDN MDN MDN", "agent_bnj": "BNJ BNJ BNJ", "call_agent": "MDN MDN MDN BNJ BNJ BNJ", "supervisor_mdn": "MDN MDN MDN", "rm_mdn": "MDN BNJ PMS", "finance_mdn": "MDN MDN MDN",
    "marketing": "", "compliance": "", "admin": "", "director": "", "field_mdn": "", "nobody": "", "steward": "MDN MDN MDN BNJ BNJ BNJ PMS PMS PMS",
}  # fmt: skip


@pytest.mark.covers("15.3.1-2")
@pytest.mark.parametrize("username", EXPECTED)
def test_row_policies_alone_leak_nothing(nine, username):
    """The service filter is off: the database still answers as the grants say."""
    actor = people.widened(people.actor(username))

    with scope(actor):
        seen = sorted((one.home_branch_code for one in visible_customers(actor)), key=PLACES.index)

    assert " ".join(seen) == EXPECTED[username]


@pytest.mark.covers("15.3.1-2")
@pytest.mark.parametrize("username", EXPECTED)
def test_the_service_filter_alone_leaks_nothing(nine, username):
    """Row-level security is off: the service layer still answers as the grants say."""
    actor = people.actor(username)

    with scope(actor), rows():
        seen = sorted((one.home_branch_code for one in visible_customers(actor)), key=PLACES.index)

    assert " ".join(seen) == EXPECTED[username]


def test_no_identity_sees_no_row(nine):
    assert {table: len(query(f"SELECT customer_id FROM {table}")) for table in CHILDREN} == dict.fromkeys(CHILDREN, 0)
    assert connection.in_atomic_block


def test_a_withdrawn_grant_works_in_the_next_transaction(nine):
    actor = people.actor("agent_mdn")
    before = seen_by_database("crm.customers", actor)
    with rows():
        Grant.objects.filter(role__key="AGENT", resource="customer").delete()

    assert (len(before), seen_by_database("crm.customers", actor)) == (3, set())


def test_a_suspended_user_sees_nothing_in_the_next_transaction(nine):
    actor = people.actor("agent_mdn")
    with rows():
        User.objects.filter(id=actor.id).update(status="SUSPENDED")

    assert seen_by_database("crm.customers", actor) == set()


def test_a_customer_that_changes_hands_changes_its_readers_at_once(nine):
    first = nine[0]
    with rows():
        Assignment.objects.filter(customer=first).update(active=False, ended_at=NOW)
        Assignment.objects.create(customer=first, rm_user_id=people.user_id("rm_mdn_2"), assigned_at=NOW)

    assert first.id not in seen_by_database("crm.customer_identifiers", people.actor("rm_mdn"))
    assert first.id in seen_by_database("crm.customer_identifiers", people.actor("rm_mdn_2"))
