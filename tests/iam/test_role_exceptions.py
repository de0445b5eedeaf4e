"""Exceptions from incompatible roles: given by two, dated, listed, and ended by themselves with the later of the two roles."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from simpul.iam.models import Role, RoleConflict, RoleException, User, UserRole
from simpul.iam.public import system_actor
from simpul.iam.schemas.role_conflicts import RoleConflictIn, RoleConflictRemoveIn, RoleExceptionIn
from simpul.iam.schemas.users import UserRolesIn
from simpul.iam.services.role_exceptions import exception_end, exceptions_settle
from simpul.iam.services.single_sign_on import identity_user
from simpul.platform import guarding
from simpul.platform.clock import shifted, today
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import DomainError
from tests.support import people
from tests.support.control import agree_to
from tests.support.database import rows, undone

REASON = "cabang kecil, menunggu pengganti dari kantor pusat"


@pytest.fixture
def admin(client_of: Any) -> people.ApiClient:
    return client_of("admin")


def conflict_id(first: str = "FINANCE", second: str = "RM") -> str:
    with rows():
        return str(RoleConflict.objects.get(first_role=first, second_role=second, removed_at=None).id)


def ask(browser: people.ApiClient, username: str, days: int = 30, pair: tuple[str, str] = ("FINANCE", "RM")) -> Any:
    body = {
        "user_id": str(people.user_id(username)),
        "conflict_id": conflict_id(*pair),
        "until_on": (today() + timedelta(days=days)).isoformat(),
        "reason": REASON,
    }
    return browser.api("POST", "/role-exceptions", body)


def set_roles(browser: people.ApiClient, username: str, *roles: str) -> Any:
    with rows():
        version = User.objects.values_list("version", flat=True).get(username=username)
    return browser.api("PUT", f"/users/{people.user_id(username)}/roles", {"version": version, "roles": list(roles), "reason": REASON})


def both(admin: people.ApiClient, days: int = 30) -> str:
    """`rm_mdn` books money as well, by an exception; gives its id."""
    agree_to(ask(admin, "rm_mdn", days).json()["id"])
    agree_to(set_roles(admin, "rm_mdn", "RM", "FINANCE").json()["id"])
    with rows():
        return str(RoleException.objects.get(user__username="rm_mdn", settled_at=None).id)


def held(username: str) -> list[str]:
    with rows():
        return sorted(UserRole.objects.filter(user__username=username).values_list("role__key", flat=True))


def settle() -> int:
    system = system_actor()
    with scope(system):
        return exceptions_settle(actor=system)


def told() -> list[tuple[str, str]]:
    with rows():
        found = query(
            "SELECT n.kind, u.username::text AS name FROM crm.notices n JOIN iam.users u USING (user_id) WHERE n.kind LIKE 'iam.%%' ORDER BY 1, 2", ()
        )
    return [(row["kind"], row["name"]) for row in found]


def test_with_an_exception_both_roles_are_given_and_the_list_tells_who_agreed(admin):
    both(admin)

    assert held("rm_mdn") == ["FINANCE", "RM"]
    [exception] = admin.api("GET", f"/role-exceptions?state=OPEN&user_id={people.user_id('rm_mdn')}").json()["items"]
    assert (exception["first"]["key"], exception["second"]["key"], exception["until_on"]) == ("FINANCE", "RM", (today() + timedelta(days=30)).isoformat())
    assert (exception["created_by"]["full_name"], exception["approved_by"]["full_name"]) == ("Admin", "Admin2")
    assert (exception["state"], exception["reason"], exception["can"]) == ("OPEN", REASON, {"end": True})
    [holder] = admin.api("GET", "/role-conflicts/holders").json()["items"]
    assert (holder["exception_id"], holder["until_on"]) == (exception["id"], exception["until_on"])
    assert admin.api("GET", "/role-exceptions?state=ENDED").json() == {"items": [], "next_cursor": None}


@pytest.mark.parametrize("days", [-1, 181])
def test_an_exception_is_for_180_days_at_most(admin, days):
    answer = ask(admin, "rm_mdn", days)

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["until_on"])


def test_nobody_proposes_or_approves_an_exception_for_themself(admin, client_of):
    pair = ("ADMIN", "SUPERVISOR")
    own = ask(admin, "admin", pair=pair)
    assert own.status_code == 403
    waiting = ask(admin, "admin2", pair=pair).json()
    assert waiting["concerns"]["user_id"] == str(people.user_id("admin2"))

    answer = client_of("admin2").api("POST", f"/proposals/{waiting['id']}/approve", {"version": 1})

    assert (answer.status_code, answer.json()["code"]) == (403, "concerns_you")


def test_a_second_exception_is_for_longer_than_the_first(admin):
    both(admin, 30)

    assert ask(admin, "rm_mdn", 30).json()["code"] == "role_exception_stands"
    assert ask(admin, "rm_mdn", 60).status_code == 202


def test_the_night_after_its_last_day_the_later_role_ends_and_all_are_told(admin):
    both(admin, 3)
    with shifted(timedelta(days=3)):
        assert settle() == 0
    assert told() == []

    with shifted(timedelta(days=4)):
        assert settle() == 1
        assert settle() == 0
        [ended] = admin.api("GET", "/role-exceptions?state=ENDED").json()["items"]

    assert held("rm_mdn") == ["RM"]
    assert (ended["state"], ended["outcome"], ended["ended_by"], ended["can"]) == ("ENDED", "ROLE_ENDED", None, {"end": False})
    assert told() == [
        ("iam.own_role_ended", "rm_mdn"),
        ("iam.role_exception_ended", "admin"),
        ("iam.role_exception_ended", "admin2"),
        ("iam.role_exception_ended", "compliance"),
    ]
    with rows():
        acts = query("SELECT meta FROM audit.audit_logs WHERE meta->>'act' IN ('END_RIGHT', 'SETTLE_EXCEPTION') ORDER BY created_at, audit_id")
    assert [row["meta"]["act"] for row in acts] == ["END_RIGHT", "SETTLE_EXCEPTION"]
    assert (acts[0]["meta"]["before"], acts[0]["meta"]["why"]) == ({"kind": "ROLE", "ref": "FINANCE"}, "ROLE_EXCEPTION_ENDED")


def test_ending_one_early_is_at_once_and_once(admin, trace):
    exception_id = both(admin)
    trace.start()

    answer = admin.api("POST", f"/role-exceptions/{exception_id}/end", {"reason": REASON})

    assert (answer.status_code, answer.json()["state"], answer.json()["ended_by"]["full_name"]) == (200, "ENDED", "Admin")
    assert trace() == {"audit": ["CHANGE_RBAC"]}
    again = admin.api("POST", f"/role-exceptions/{exception_id}/end", {"reason": REASON})
    assert (again.status_code, again.json()["code"]) == (409, "role_exception_has_ended")
    assert settle() == 1
    assert held("rm_mdn") == ["RM"]
    assert admin.api("POST", f"/role-exceptions/{exception_id}/end", {"reason": REASON}).status_code == 409


def test_nothing_is_taken_where_a_longer_exception_stands_or_the_pair_is_no_more(admin):
    both(admin, 3)
    agree_to(ask(admin, "rm_mdn", 90).json()["id"])
    with shifted(timedelta(days=4)):
        assert settle() == 0
    assert held("rm_mdn") == ["FINANCE", "RM"]

    agree_to(admin.api("POST", f"/role-conflicts/{conflict_id()}/remove", {"reason": REASON}).json()["id"])
    assert settle() == 0

    assert held("rm_mdn") == ["FINANCE", "RM"]
    with rows():
        assert set(RoleException.objects.values_list("outcome", flat=True)) == {"NOTHING_LEFT"}


def test_the_last_administrator_keeps_the_role_and_it_is_told_again_each_night(organisation):
    with rows():
        supervisor = User.objects.get(username="supervisor_mdn")
        RoleException.objects.create(
            user=supervisor, conflict_id=conflict_id("ADMIN", "SUPERVISOR"), reason=REASON, until_on=today(), created_by_id=people.user_id("admin")
        )
        UserRole.objects.create(user=supervisor, role=Role.objects.get(key="ADMIN"))
        execute("UPDATE iam.users SET status = 'SUSPENDED' WHERE username IN ('admin', 'admin2')")

    with shifted(timedelta(days=1)):
        assert (settle(), settle()) == (0, 0)
        assert held("supervisor_mdn") == ["ADMIN", "SUPERVISOR"]
        assert told() == [("iam.role_exception_kept", "compliance")] * 2
        with rows():
            execute("UPDATE iam.users SET status = 'ACTIVE' WHERE username = 'admin'")
        assert settle() == 1

    assert held("supervisor_mdn") == ["SUPERVISOR"]


def test_an_exception_ends_with_whoever_leaves(admin):
    both(admin)
    with rows():
        version = User.objects.values_list("version", flat=True).get(username="rm_mdn")

    answer = admin.api("POST", f"/users/{people.user_id('rm_mdn')}/leave", {"version": version, "reason": REASON})

    assert answer.status_code == 200, answer.content
    assert [each["state"] for each in admin.api("GET", "/role-exceptions").json()["items"]] == ["ENDED"]
    assert settle() == 0


CAST = ("nobody", "rm_mdn", "supervisor_mdn")
ROLES = ("RM", "FINANCE", "COMPLIANCE", "SUPERVISOR", "RM_PRIORITAS", "AGENT")
PAIRS = (("FINANCE", "RM"), ("COMPLIANCE", "RM"), ("COMPLIANCE", "SUPERVISOR"), ("AGENT", "MARKETING"), ("AGENT", "SUPERVISOR"))
# Families as a reader would write them down, not as the product asks for them.
FAMILY = {"RM_PRIORITAS": "RM"}


class Assignments(RuleBasedStateMachine):
    """Roles come and go over every service, pairs and exceptions come and go, and days pass; each play begins in the same organisation."""

    def __init__(self) -> None:
        super().__init__()
        self.play = ExitStack()
        self.play.enter_context(undone())
        with rows():
            Role.objects.create(key="RM_PRIORITAS", name="RM Prioritas", name_en="Priority RM", based_on="RM", is_shipped=False)
        # Who held both roles of a pair when it was written, until they let one go: known to be violations.
        self.known: set[tuple[str, str]] = set()

    def both(self, key: str, **path: Any) -> Any:
        """One proposes, another approves; gives the body's own refusal as None."""

        def call(body: Any) -> None:
            try:
                with transaction.atomic(), scope(people.actor("admin")):
                    answer = guarding.propose_change(people.actor("admin"), key, body, **path)
            except DomainError:
                return
            if getattr(answer, "status_code", 0) == 202:
                agree_to(str(answer.value["id"]))

        return call

    @rule(whom=st.sampled_from(CAST), roles=st.sets(st.sampled_from(ROLES), max_size=4))
    def set_roles(self, whom: str, roles: set[str]) -> None:
        with rows():
            version = User.objects.values_list("version", flat=True).get(username=whom)
        self.both("users_set_roles", user_id=people.user_id(whom))(UserRolesIn(version=version, roles=sorted(roles), reason=REASON))

    @rule(roles=st.sets(st.sampled_from(ROLES), max_size=4))
    def sign_in(self, roles: set[str]) -> None:
        system = system_actor()
        with scope(system):
            identity_user(actor=system, provider="kantor", subject="dewi", username="dewi", full_name="Dewi", roles=sorted(roles), branches=[], maps=True)

    @rule(whom=st.sampled_from((*CAST, "dewi")), pair=st.sampled_from(PAIRS), days=st.integers(0, 3))
    def give_exception(self, whom: str, pair: tuple[str, str], days: int) -> None:
        with rows():
            conflict = RoleConflict.objects.filter(first_role=pair[0], second_role=pair[1], removed_at=None).first()
            user = User.objects.filter(username=whom).first()
        if conflict and user:
            self.both("role_exceptions_create")(
                RoleExceptionIn(user_id=user.id, conflict_id=conflict.id, until_on=today() + timedelta(days=days), reason=REASON)
            )

    @rule(turn=st.integers(0, 3))
    def end_exception(self, turn: int) -> None:
        with rows():
            standing = list(RoleException.objects.filter(ended_at=None, until_on__gte=today()).order_by("id"))
        if standing:
            with scope(people.actor("admin2")):
                exception_end(actor=people.actor("admin2"), exception_id=standing[turn % len(standing)].id, reason=REASON)
            self.night()

    @rule(pair=st.sampled_from(PAIRS), is_kept=st.booleans())
    def write_or_remove_pair(self, pair: tuple[str, str], is_kept: bool) -> None:
        with rows():
            conflict = RoleConflict.objects.filter(first_role=pair[0], second_role=pair[1], removed_at=None).first()
        if is_kept and conflict is None:
            before = self.unexcepted()
            self.both("role_conflicts_create")(RoleConflictIn(first=pair[0], second=pair[1], reason=REASON))
            self.known |= self.unexcepted() - before
        elif conflict is not None and not is_kept:
            self.both("role_conflicts_remove", conflict_id=conflict.id)(RoleConflictRemoveIn(reason=REASON))

    @rule(days=st.integers(1, 2))
    def days_pass(self, days: int) -> None:
        self.play.enter_context(shifted(timedelta(days=days)))
        self.night()

    def night(self) -> None:
        settle()

    def unexcepted(self) -> set[tuple[str, str]]:
        """Who holds both roles of a pair in force without an exception that stands today, found without the product's own statements."""
        with rows():
            pairs = list(RoleConflict.objects.filter(removed_at=None).values_list("first_role_id", "second_role_id"))
            excepted = {
                (row.user.username, f"{row.conflict.first_role_id}+{row.conflict.second_role_id}")
                for row in RoleException.objects.filter(ended_at=None, until_on__gte=today(), conflict__removed_at=None).select_related("user", "conflict")
            }
            families: dict[str, set[str]] = {}
            for username, key in UserRole.objects.filter(user__username__in=(*CAST, "dewi")).values_list("user__username", "role__key"):
                families.setdefault(username, set()).add(FAMILY.get(key, key))
        return {(username, f"{first}+{second}") for username, held in families.items() for first, second in pairs if {first, second} <= held} - excepted

    @invariant()
    def nobody_holds_both_without_an_exception(self) -> None:
        found = self.unexcepted()
        self.known &= found
        assert found == self.known, (found, self.known)
        execute("SET CONSTRAINTS ALL IMMEDIATE")
        execute("SET CONSTRAINTS ALL DEFERRED")

    def teardown(self) -> None:
        self.play.close()


def test_no_sequence_of_changes_leaves_an_incompatible_pair_without_an_open_exception(organisation):
    bounded = settings(max_examples=15, stateful_step_count=16, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Assignments, settings=bounded)
