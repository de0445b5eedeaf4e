"""Roles that one person must not hold together: which they are, who holds both, and every way in which somebody is given a role."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, transaction

from simpul.iam.catalogue import INCOMPATIBLE
from simpul.iam.models import Role, RoleConflict, User, UserRole
from simpul.iam.public import system_actor, user_add
from simpul.iam.services.bringing import user_bring
from simpul.iam.services.role_conflicts import conflicts_bring
from simpul.iam.services.single_sign_on import identity_user
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import Invalid
from tests.support import people
from tests.support.control import BY_TWO, agree, agree_to, approve, two_told
from tests.support.database import rows

REASON = "sesuai kebijakan pemisahan tugas"
SAID = (
    "Administrator TI dan Kepatuhan tidak boleh dipegang satu orang. Siapa yang membagikan hak tidak mengawasi pemakaian hak itu. "
    "Pilih salah satu, atau ajukan pengecualian bertanggal di Peran yang bertentangan."
)


@pytest.fixture
def admin(client_of: Any) -> people.ApiClient:
    return client_of("admin")


def conflict(first: str = "ADMIN", second: str = "COMPLIANCE") -> str:
    with rows():
        return str(RoleConflict.objects.get(first_role=first, second_role=second, removed_at=None).id)


def own_role(key: str, based_on: str) -> Role:
    with rows():
        return Role.objects.create(key=key, name=key.title(), name_en=key.title(), based_on=based_on, is_shipped=False)


def give(username: str, *keys: str) -> None:
    """Roles that somebody held before there was a rule."""
    with rows():
        for key in keys:
            UserRole.objects.create(user=User.objects.get(username=username), role=Role.objects.get(key=key))


def held(username: str) -> list[str]:
    with rows():
        return sorted(UserRole.objects.filter(user__username=username).values_list("role__key", flat=True))


def version(username: str) -> int:
    with rows():
        return int(User.objects.values_list("version", flat=True).get(username=username))


def set_roles(browser: people.ApiClient, username: str, *roles: str) -> Any:
    body = {"version": version(username), "roles": list(roles), "reason": REASON}
    return browser.api("PUT", f"/users/{people.user_id(username)}/roles", body)


def test_what_is_shipped_is_listed_with_who_holds_both_and_compliance_reads_it(admin, client_of):
    give("rm_mdn", "FINANCE")

    for browser in (admin, client_of("compliance")):
        listed = browser.api("GET", "/role-conflicts").json()
        assert {(each["first"]["key"], each["second"]["key"]): each["violating"] for each in listed["items"]} == {
            pair: int(pair == ("FINANCE", "RM")) for pair in INCOMPATIBLE
        }
        [holder] = browser.api("GET", "/role-conflicts/holders?excepted=false").json()["items"]
        assert (holder["person"]["username"], holder["first"]["key"], holder["second"]["key"], holder["exception_id"]) == ("rm_mdn", "FINANCE", "RM", None)
    assert client_of("compliance").api("GET", "/role-conflicts").json()["items"][0]["can"] == {"remove": False, "give_exception": False}
    assert client_of("agent_mdn").api("GET", "/role-conflicts").status_code == 403


def test_a_pair_comes_with_a_release_once_and_stays_removed(admin):
    removal = admin.api("POST", f"/role-conflicts/{conflict('FINANCE', 'RM')}/remove", {"reason": REASON})
    agree_to(removal.json()["id"])

    with rows(), scope(actor := system_actor()):
        conflicts_bring(actor=actor)

    listed = {(each["first"]["key"], each["second"]["key"]) for each in admin.api("GET", "/role-conflicts").json()["items"]}
    assert listed == INCOMPATIBLE.keys() - {("FINANCE", "RM")}
    assert set_roles(admin, "rm_mdn", "RM", "FINANCE").status_code == 202


def test_a_release_tells_the_trail_of_the_pairs_it_brings(organisation, trace):
    with rows():
        execute("DELETE FROM iam.role_conflicts WHERE first_role = 'FINANCE'")
    trace.start()

    with rows(), scope(actor := system_actor()):
        conflicts_bring(actor=actor)
        conflicts_bring(actor=actor)

    assert trace() == {"audit": ["CHANGE_RBAC"]}
    with rows():
        assert query("SELECT meta->'after' AS after FROM audit.audit_logs WHERE object_id = 'release'") == [{"after": {"roles": ["FINANCE+RM"]}}]


def test_two_roles_are_refused_with_both_names_and_what_to_do_and_nothing_stays(admin, trace):
    trace.start()
    answer = set_roles(admin, "compliance", "COMPLIANCE", "ADMIN")

    assert (answer.status_code, answer.json()["errors"]) == (422, {"roles": [SAID]})
    assert trace() == {"audit": ["CHANGE_RBAC:FAILED"]}
    with rows():
        [row] = query("SELECT outcome, object_type, meta FROM audit.audit_logs WHERE meta ? 'incompatible'")
    assert (row["outcome"], row["object_type"], row["meta"]["incompatible"]) == ("FAILED", "USER", ["ADMIN", "COMPLIANCE"])
    assert held("compliance") == ["COMPLIANCE"]


def _create_user(admin: people.ApiClient) -> Any:
    return admin.api("POST", "/users", {"username": "siti.lubis", "full_name": "Siti Lubis", "roles": ["RM", "FINANCE"]})


def _program(admin: people.ApiClient) -> Any:
    return admin.api("POST", "/service-accounts", {"username": "program", "name": "Program", "purpose": "Mencocokkan data.", "roles": ["RM", "FINANCE"]})


def _own_roles(admin: people.ApiClient) -> Any:
    own_role("RM_PRIORITAS", "RM")
    own_role("KASIR", "FINANCE")
    return set_roles(admin, "nobody", "RM_PRIORITAS", "KASIR")


@pytest.mark.parametrize("way", [_create_user, _program, _own_roles, lambda admin: set_roles(admin, "rm_mdn", "RM", "FINANCE")])
def test_every_way_over_http_refuses_the_pair(admin, way):
    answer = way(admin)

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["roles"])
    assert "tidak boleh dipegang satu orang" in answer.json()["errors"]["roles"][0]


def test_files_and_the_commands_of_the_server_refuse_the_pair(organisation):
    system = system_actor()
    with scope(system), pytest.raises(Invalid):
        user_bring(actor=system, username="siti", full_name="Siti", email=None, language="id", roles=["RM", "FINANCE"], branches=["MDN"], units=[])
    with scope(system), pytest.raises(Invalid):
        user_add(actor=system, username="siti", full_name="Siti", password=None, password_hash="!", roles=["RM", "FINANCE"])


def test_a_provider_that_maps_both_gives_neither_and_keeps_what_is_held(organisation, trace):
    system = system_actor()

    def sign_in(*roles: str) -> None:
        with scope(system):
            identity_user(actor=system, provider="kantor", subject="dewi", username="dewi", full_name="Dewi", roles=roles, branches=["MDN"], maps=True)

    sign_in("AGENT", "RM", "FINANCE")
    assert held("dewi") == ["AGENT"]
    sign_in("AGENT", "RM")
    assert held("dewi") == ["AGENT", "RM"]
    trace.start()
    sign_in("RM", "FINANCE")
    assert held("dewi") == ["RM"]
    with rows():
        told = query(
            "SELECT DISTINCT u.username::text AS name FROM crm.notices n JOIN iam.users u USING (user_id) WHERE n.kind = 'iam.mapped_roles_left_out' ORDER BY 1"
        )
        meta = query("SELECT meta FROM audit.audit_logs WHERE meta ? 'incompatible' ORDER BY created_at, audit_id")
    assert [row["name"] for row in told] == ["admin", "admin2", "compliance"]
    assert [row["meta"]["incompatible"] for row in meta] == [["FINANCE", "RM"], ["FINANCE"]]
    trace.start()
    sign_in("RM", "FINANCE")
    assert trace() == {}


def test_a_new_pair_takes_two_and_leaves_those_who_hold_both_until_they_are_mended(admin, trace):
    give("agent_mdn", "MARKETING")
    trace.start()
    waiting = admin.api("POST", "/role-conflicts", {"first": "MARKETING", "second": "AGENT", "reason": REASON})
    assert waiting.json()["changes"][0]["after"] == {"roles": ["AGENT", "MARKETING"], "held_by": 1}
    agree_to(waiting.json()["id"])
    assert trace()["audit"] == [*BY_TWO, "CHANGE_RBAC"]

    [holder] = admin.api("GET", f"/role-conflicts/holders?conflict_id={conflict('AGENT', 'MARKETING')}").json()["items"]
    assert (holder["person"]["username"], holder["can"]) == ("agent_mdn", {"give_exception": True})
    assert set_roles(admin, "agent_mdn", "AGENT", "MARKETING", "FIELD_OFFICER").status_code == 202
    assert set_roles(admin, "marketing", "AGENT", "MARKETING").status_code == 422
    again = admin.api("POST", "/role-conflicts", {"first": "AGENT", "second": "MARKETING", "reason": REASON})
    assert (again.status_code, again.json()["code"]) == (409, "role_conflict_exists")


@pytest.mark.parametrize(
    ("pair", "field"), [(("AGENT", "AGENT"), "second"), (("AGENT", "NO_SUCH"), "second"), (("SYSTEM", "AGENT"), "second"), (("AGENT", "LOKET"), "second")]
)
def test_a_pair_is_of_two_roles_in_use_of_which_neither_is_made_after_the_other(admin, pair, field):
    own_role("LOKET", "AGENT")

    answer = admin.api("POST", "/role-conflicts", {"first": pair[0], "second": pair[1], "reason": REASON})

    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])


def _at_the_end() -> None:
    """What the database holds at the end of a transaction."""
    execute("SET CONSTRAINTS ALL IMMEDIATE")


_ROLE = "(SELECT role_id FROM iam.roles WHERE role_key = '{}')"
_RM = "(SELECT user_id FROM iam.users WHERE username = 'rm_mdn')"
_GIVE = f"INSERT INTO iam.user_roles (user_role_id, user_id, role_id, assigned_by) VALUES (gen_random_uuid(), {_RM}, {_ROLE.format('FINANCE')}, iam.uid())"
_EXCEPT = (
    "INSERT INTO iam.role_exceptions (role_exception_id, user_id, role_conflict_id, reason, until_on, created_by)"
    " SELECT gen_random_uuid(), {}, role_conflict_id, 'x', (now() AT TIME ZONE 'Asia/Jakarta')::date + {}, iam.uid() FROM iam.role_conflicts WHERE first_role = 'FINANCE'"
)


@pytest.mark.parametrize("agreed_to", [True, False])
def test_the_database_refuses_the_pair_at_the_end_whoever_agreed(organisation, agreed_to):
    for who in ("admin", "system"):
        with pytest.raises(DatabaseError, match="two incompatible roles"), transaction.atomic():
            if agreed_to:
                agree()
            with scope(system_actor() if who == "system" else people.actor("admin")):
                execute(_GIVE)
                _at_the_end()


def test_the_database_lets_an_exception_through_and_what_was_held_before_stay(organisation):
    with transaction.atomic():
        agree()
        with scope(people.actor("admin")):
            execute(_EXCEPT.format(_RM, 30))
            execute(_GIVE)
            _at_the_end()
    assert held("rm_mdn") == ["FINANCE", "RM"]
    give("rm_mdn_2", "FINANCE")
    with transaction.atomic():
        agree()
        with scope(people.actor("admin")):
            execute(_GIVE.replace("rm_mdn'", "rm_mdn_2'").replace("'FINANCE'", "'AGENT'"))
            _at_the_end()
    assert held("rm_mdn_2") == ["AGENT", "FINANCE", "RM"]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (_EXCEPT.format(_RM, 181), "role_exceptions_length"),
        (_EXCEPT.format("iam.uid()", 30), "row-level security"),
        (_EXCEPT.format("(SELECT user_id FROM iam.users WHERE username = 'admin2')", 30), "has part in an exception for themself"),
        (
            "INSERT INTO iam.role_conflicts (role_conflict_id, first_role, second_role, reason, created_by)"
            " VALUES (gen_random_uuid(), 'RM', 'AGENT', 'x', iam.uid())",
            "role_conflicts_order",
        ),
        ("UPDATE iam.role_conflicts SET reason = 'lain', removed_at = now(), removed_by = iam.uid()", "never changed"),
        ("UPDATE iam.role_conflicts SET removed_at = now(), removed_by = created_by", "row-level security"),
    ],
)
def test_agreed_to_or_not_the_database_refuses_what_no_service_writes(organisation, statement, said):
    with pytest.raises(DatabaseError, match=said), transaction.atomic():
        agree()
        with scope(people.actor("admin")):
            execute(statement)
            _at_the_end()


@pytest.mark.parametrize(
    "statement", [_EXCEPT.format(_RM, 30), "UPDATE iam.role_conflicts SET removed_at = now(), removed_by = iam.uid() WHERE first_role = 'FINANCE'"]
)
def test_alone_the_applications_login_neither_excepts_nor_removes(organisation, statement):
    with pytest.raises(DatabaseError, match="second person"), transaction.atomic(), scope(people.actor("admin")):
        execute(statement)
        _at_the_end()
    with scope(people.actor("admin")):
        assert execute("DELETE FROM iam.role_conflicts") == execute("DELETE FROM iam.role_exceptions") == 0
    with scope(people.actor("agent_mdn")):
        assert query("SELECT count(*) AS n FROM iam.role_conflicts")[0]["n"] == 0


def test_two_told_of_a_pair(admin, client_of, trace):
    trace.start()
    approve(client_of, admin.api("POST", f"/role-conflicts/{conflict()}/remove", {"reason": REASON}))

    assert trace()["events"].count("StaffNotified") == len(two_told())
