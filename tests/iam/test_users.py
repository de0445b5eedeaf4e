"""Administering users: what works, what is refused and what each leaves behind."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from simpul.iam.models import Scope, User, UserRole, UserSwitch
from simpul.platform.db import execute, query, scope
from tests.support import people
from tests.support.control import BY_TWO, agree_to, agreed, two_told
from tests.support.database import rows

REASON = "sesuai surat tugas dari kepala cabang"
NEW = {
    "username": "sari.lubis",
    "full_name": "Sari Lubis",
    "email": "sari.lubis@contoh.id",
    "roles": ["AGENT"],
    "scopes": [{"scope_type": "BRANCH", "code": "MDN"}],
}


def path(username: str, tail: str = "") -> str:
    return f"/users/{people.user_id(username)}{tail}"


def version(username: str) -> int:
    return User.objects.values_list("version", flat=True).get(username=username)


def meta_of(action: str) -> dict:
    with rows():
        return query("SELECT meta FROM audit.audit_logs WHERE action = %s ORDER BY created_at DESC, audit_id DESC LIMIT 1", (action,))[0]["meta"]


def names(answer) -> list[str]:
    return [item["username"] for item in answer.json()["items"]]


def test_the_list_is_filtered_sorted_and_paged(client_of):
    browser = client_of("admin")

    assert names(browser.api("GET", "/users?role=AGENT")) == ["agent_bnj", "agent_mdn", "call_agent"]
    assert names(browser.api("GET", "/users?unit=CALL")) == ["call_agent"]
    assert names(browser.api("GET", "/users?branch=BNJ&sort=-username")) == ["supervisor_bnj", "agent_bnj"]
    assert names(browser.api("GET", "/users?q=ADMIN")) == ["admin", "admin2"]
    assert names(browser.api("GET", "/users?kind=SYSTEM")) == ["system"]
    assert names(browser.api("GET", "/users?sort=-last_login&limit=1")) == ["admin"]


@pytest.mark.parametrize("sort", ["full_name", "-full_name", "username", "-username", "last_login", "-last_login", "created", "-created"])
def test_pages_of_every_order_show_each_user_once(client_of, sort):
    browser = client_of("compliance")
    people.client("agent_mdn")
    people.client("rm_mdn")
    whole = names(browser.api("GET", f"/users?sort={sort}&limit=100"))

    seen, cursor = [], ""
    while cursor is not None:
        answer = browser.api("GET", f"/users?sort={sort}&limit=4{cursor and '&cursor=' + cursor}").json()
        seen += [item["username"] for item in answer["items"]]
        cursor = answer["next_cursor"]

    assert seen == whole and len(set(seen)) == len(people.USERS)


@pytest.mark.parametrize("cursor", ["abc", "W10", "WzEsMiwzXQ", "WyJmdWxsX25hbWUiLCJhIiwiYiJd", "WyJ1c2VybmFtZSIsbnVsbCwiMSJd"])
def test_a_cursor_that_we_did_not_write_is_refused(client_of, cursor):
    assert client_of("admin").api("GET", f"/users?cursor={cursor}").status_code == 422


def test_a_list_takes_a_fixed_number_of_queries(client_of, django_assert_max_num_queries):
    browser = client_of("admin")
    with django_assert_max_num_queries(14):
        assert len(browser.api("GET", "/users?limit=100").json()["items"]) == len(people.USERS)


def test_a_new_user_has_roles_and_scopes_and_no_password(client_of, trace):
    browser = client_of("admin")
    trace.start()

    waiting = browser.api("POST", "/users", NEW)
    assert waiting.status_code == 202, waiting.content
    assert waiting.json()["changes"][0]["object_label"] == "Sari Lubis"
    assert not User.objects.filter(username="sari.lubis").exists()
    agree_to(waiting.json()["id"])

    made = browser.api("GET", path("sari.lubis")).json()
    assert ([role["key"] for role in made["roles"]], [scope["code"] for scope in made["scopes"]], made["has_password"]) == (["AGENT"], ["MDN"], False)
    assert trace() == {"audit": [*BY_TWO, "CHANGE_RBAC"], "events": two_told()}
    assert "contoh" not in str(meta_of("CHANGE_RBAC")), "the trail keeps no address"


@pytest.mark.parametrize(
    ("change", "status", "field"),
    [
        ({"username": "AGENT"}, 422, "username"),
        ({"username": "a b"}, 422, "username"),
        ({"full_name": "<b>"}, 422, "full_name"),
        ({"email": "bukan-alamat"}, 422, "email"),
        ({"roles": ["SYSTEM"]}, 422, "roles"),
        ({"roles": ["TIDAK_ADA"]}, 422, "roles"),
        ({"scopes": [{"scope_type": "BRANCH", "code": "XXX"}]}, 422, "code"),
        ({"scopes": [{"scope_type": "BRANCH", "code": "MDN", "active_to": "2020-01-01T00:00:00Z"}]}, 422, "active_to"),
        ({"is_superuser": True}, 422, "is_superuser"),
        ({"username": "agent_mdn"}, 409, None),
    ],
)
def test_an_impossible_user_is_refused_and_leaves_only_its_refusal(client_of, trace, change, status, field):
    browser = client_of("admin")
    trace.start()

    answer = browser.api("POST", "/users", {**NEW, **change})

    assert answer.status_code == status, answer.content
    if field:
        assert list(answer.json()["errors"]) == [field]
    assert not User.objects.filter(username="sari.lubis").exists()
    assert [row.partition(":")[2] for row in trace()["audit"]] == ["FAILED"]


def test_a_correction_is_recorded_with_before_and_after_and_a_masked_address(client_of):
    answer = agreed(client_of("admin"), "PATCH", path("agent_mdn"), {"version": 1, "full_name": "Agus Medan", "email": "agus@contoh.id"})

    assert (answer.json()["full_name"], answer.json()["email"], answer.json()["version"]) == ("Agus Medan", "agus@contoh.id", 2)
    meta = meta_of("CHANGE_CONFIG")
    assert (meta["before"], meta["after"]) == ({"full_name": "Agent Mdn", "email": None}, {"full_name": "Agus Medan", "email": "a***@contoh.id"})


def test_a_stale_version_is_refused_with_the_standing_one(client_of, trace):
    browser = client_of("admin")
    trace.start()

    answer = browser.api("PATCH", path("agent_mdn"), {"version": 9, "full_name": "Agus Medan"})

    assert (answer.status_code, answer.json()["code"], answer.json()["current"]) == (409, "stale_version", {"version": 1})
    assert trace() == {"audit": ["CHANGE_RBAC:FAILED"]}


def test_a_suspended_user_is_out_at_once_and_comes_back_with_everything(client_of, trace):
    browser, theirs = client_of("admin"), people.client("agent_mdn")
    trace.start()

    answer = browser.api("POST", path("agent_mdn", "/suspend"), {"version": 1, "reason": REASON})

    assert (answer.status_code, answer.json()["status"], answer.json()["sessions"]) == (200, "SUSPENDED", 0)
    assert theirs.api("GET", "/me").status_code == 401
    assert trace() == {"audit": ["CHANGE_RBAC"]}
    assert (meta_of("CHANGE_RBAC")["before"], meta_of("CHANGE_RBAC")["after"]) == ({"status": "ACTIVE"}, {"status": "SUSPENDED"})
    assert browser.api("POST", path("agent_mdn", "/suspend"), {"version": 2, "reason": REASON}).json()["code"] == "user_is_suspended"

    back = agreed(browser, "POST", path("agent_mdn", "/activate"), {"version": 2, "reason": REASON})

    assert [role["key"] for role in back.json()["roles"]] == ["AGENT"]
    assert people.client("agent_mdn").api("GET", "/me").status_code == 200


def test_the_last_administrator_is_kept_by_the_service(client_of, trace):
    with rows():
        UserRole.objects.create(user=User.objects.get(username="director"), role=UserRole.objects.get(user__username="admin").role)
        UserRole.objects.filter(user__username="admin2").delete()
    browser = client_of("director")
    assert browser.api("POST", path("admin", "/suspend"), {"version": 1, "reason": REASON}).status_code == 202
    with rows():
        UserRole.objects.filter(user__username="director").exclude(role__key="DIRECTOR").delete()
        execute(
            "UPDATE iam.grants SET reach = 4, action = 'M' WHERE resource = 'dashboard' AND action = 'X' AND role_id = (SELECT role_id FROM iam.roles WHERE role_key = 'DIRECTOR')"
        )
        execute("UPDATE iam.grants SET resource = 'configuration' WHERE action = 'M' AND resource = 'dashboard'")
    trace.start()

    suspended = browser.api("POST", path("admin", "/suspend"), {"version": version("admin"), "reason": REASON})
    unrolled = browser.api("PUT", path("admin", "/roles"), {"version": version("admin"), "roles": ["DIRECTOR"], "reason": REASON})

    assert [answer.json()["code"] for answer in (suspended, unrolled)] == ["last_administrator"] * 2
    assert trace() == {"audit": ["CHANGE_RBAC:FAILED", "CHANGE_RBAC:FAILED"]}
    assert people.actor("admin").role_keys == ("ADMIN",)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE iam.users SET status = 'SUSPENDED' WHERE username = 'admin'",
        "UPDATE iam.users SET kind = 'SERVICE' WHERE username = 'admin'",
        "DELETE FROM iam.user_roles WHERE user_id = (SELECT user_id FROM iam.users WHERE username = 'admin')",
    ],
)
def test_the_last_administrator_is_kept_by_the_database(organisation, statement):
    with rows():
        UserRole.objects.filter(user__username="admin2").delete()
    with pytest.raises(IntegrityError, match="last active administrator"), transaction.atomic(), scope(people.actor("admin")):
        execute(statement)


@pytest.mark.parametrize(
    ("method", "tail", "body"),
    [
        ("POST", "/suspend", {"version": 1, "reason": REASON}),
        ("PUT", "/roles", {"version": 1, "roles": ["ADMIN", "SUPERVISOR"], "reason": REASON}),
        ("POST", "/scopes", {"version": 1, "scope_type": "BRANCH", "code": "MDN"}),
        ("PUT", "/switches", {"version": 1, "switches": []}),
        ("POST", "/password-link", {}),
        ("POST", "/sessions/end", {}),
    ],
)
def test_nobody_changes_the_own_access(client_of, trace, method, tail, body):
    browser = client_of("admin")
    trace.start()

    answer = browser.api(method, path("admin", tail), body)

    assert answer.status_code == 403
    assert trace() == {"audit": ["CHANGE_RBAC:DENIED"]}


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO iam.user_roles (user_role_id, user_id, role_id) SELECT gen_random_uuid(), iam.uid(), role_id FROM iam.roles WHERE role_key = 'SUPERVISOR'",
        "INSERT INTO iam.user_branch_scopes (scope_id, user_id, scope_type, branch_code) VALUES (gen_random_uuid(), iam.uid(), 'BRANCH', 'MDN')",
        "INSERT INTO iam.user_switches (switch_id, user_id, resource, action, switched_by) VALUES (gen_random_uuid(), iam.uid(), 'case', 'X', iam.uid())",
        "INSERT INTO iam.password_links (password_link_id, user_id, digest, created_by, expires_at) VALUES (gen_random_uuid(), iam.uid(), repeat('a', 64), iam.uid(), now() + interval '1 hour')",
    ],
)
def test_the_database_lets_no_administrator_give_themself_anything(organisation, statement):
    with pytest.raises(DatabaseError, match=r"themself|row-level security"), transaction.atomic(), scope(people.actor("admin")):
        execute(statement)


@pytest.mark.parametrize("username", ["agent_mdn", "supervisor_mdn", "compliance"])
@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO iam.user_roles (user_role_id, user_id, role_id) SELECT gen_random_uuid(), u.user_id, r.role_id FROM iam.users u, iam.roles r WHERE u.username = 'nobody' AND r.role_key = 'AGENT'",
        "INSERT INTO iam.password_links (password_link_id, user_id, digest, created_by, expires_at) SELECT gen_random_uuid(), u.user_id, repeat('a', 64), iam.uid(), now() + interval '1 hour' FROM iam.users u WHERE u.username = 'nobody'",
        "INSERT INTO iam.roles (role_id, role_key, role_name, name_en, based_on, home, rank, is_assignable) VALUES (gen_random_uuid(), 'BARU', 'Baru', 'New', 'AGENT', '/', 50, true)",
    ],
)
def test_the_database_lets_only_administrators_give(organisation, username, statement):
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic(), scope(people.actor(username)):
        execute(statement)


def test_roles_are_set_and_work_in_the_next_request_of_an_open_session(client_of):
    theirs, browser = people.client("nobody"), client_of("admin")
    assert theirs.api("GET", "/me").json()["permissions"] == {}

    answer = agreed(browser, "PUT", path("nobody", "/roles"), {"version": 1, "roles": ["AGENT", "RM"], "reason": REASON})

    assert [role["key"] for role in answer.json()["roles"]] == ["AGENT", "RM"]
    assert theirs.api("GET", "/me").json()["permissions"]["customer"] == {"R": "BRANCH"}
    assert (meta_of("CHANGE_RBAC")["before"], meta_of("CHANGE_RBAC")["after"]) == ({"roles": []}, {"roles": ["AGENT", "RM"]})

    agreed(browser, "PUT", path("nobody", "/roles"), {"version": 2, "roles": [], "reason": REASON})

    assert theirs.api("GET", "/me").json()["permissions"] == {}


def test_a_scope_is_added_ended_and_may_come_again(client_of):
    theirs, browser = people.client("agent_mdn"), client_of("admin")
    until = (datetime.now(UTC) + timedelta(days=7)).isoformat()
    added = browser.api("POST", path("agent_mdn", "/scopes"), {"version": 1, "scope_type": "UNIT", "code": "CALL", "active_to": until})
    assert added.status_code == 200, added.content
    assert {scope["code"] for scope in theirs.api("GET", "/me").json()["branches"]} == {"MDN", "CALL"}
    scope_id = next(scope["id"] for scope in added.json()["all_scopes"] if scope["code"] == "CALL")

    ended = browser.api("POST", path("agent_mdn", f"/scopes/{scope_id}/end"), {"version": 2})

    assert [(scope["code"], scope["state"]) for scope in ended.json()["all_scopes"]] == [("MDN", "ACTIVE"), ("CALL", "ENDED")]
    assert {scope["code"] for scope in theirs.api("GET", "/me").json()["branches"]} == {"MDN"}
    assert browser.api("POST", path("agent_mdn", f"/scopes/{scope_id}/end"), {"version": 3}).json()["code"] == "scope_has_ended"
    assert browser.api("POST", path("agent_mdn", "/scopes"), {"version": 3, "scope_type": "UNIT", "code": "CALL"}).status_code == 200


def test_a_scope_that_has_not_begun_gives_nothing_and_is_given_up_whole(client_of):
    theirs, browser = people.client("agent_mdn"), client_of("admin")
    start = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    added = browser.api("POST", path("agent_mdn", "/scopes"), {"version": 1, "scope_type": "BRANCH", "code": "PMS", "active_from": start})
    future = next(scope for scope in added.json()["all_scopes"] if scope["code"] == "PMS")

    assert future["state"] == "FUTURE"
    assert {scope["code"] for scope in theirs.api("GET", "/me").json()["branches"]} == {"MDN"}
    ended = browser.api("POST", path("agent_mdn", f"/scopes/{future['id']}/end"), {"version": 2})
    assert [scope["code"] for scope in ended.json()["all_scopes"]] == ["MDN"]


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        ({"scope_type": "BRANCH", "code": "MDN"}, 409, "scope_overlaps"),
        ({"scope_type": "BRANCH", "code": "MDN", "active_from": "2030-01-01T00:00:00Z", "active_to": "2030-02-01T00:00:00Z"}, 409, "scope_overlaps"),
        ({"scope_type": "UNIT", "code": "MDN"}, 422, "code"),
        ({"scope_type": "BRANCH", "code": "BNJ", "active_from": "2030-01-01T00:00:00Z", "active_to": "2029-01-01T00:00:00Z"}, 422, "active_to"),
        ({"scope_type": "BRANCH", "code": "BNJ", "active_from": "kemarin"}, 422, "active_from"),
    ],
)
def test_an_impossible_scope_is_refused(client_of, body, status, told):
    answer = client_of("admin").api("POST", path("agent_mdn", "/scopes"), {"version": 1, **body})

    assert answer.status_code == status, answer.content
    assert told in (answer.json()["code"], *answer.json().get("errors", {}))
    assert Scope.objects.filter(user__username="agent_mdn").count() == 1


def test_an_export_is_switched_on_for_a_named_user_and_goes_with_the_role(client_of):
    browser = client_of("admin")
    offered = browser.api("GET", path("supervisor_mdn")).json()["switches"]
    assert {(one["resource"], one["action"], one["on"]) for one in offered} == {
        ("case", "X", False),
        ("followup", "X", False),
        ("lead", "X", False),
        ("work_order", "X", False),
    }

    answer = agreed(browser, "PUT", path("supervisor_mdn", "/switches"), {"version": 1, "switches": [{"resource": "case", "action": "X"}]})

    assert [one["on"] for one in answer.json()["switches"]] == [True, False, False, False]
    assert people.actor("supervisor_mdn").reach("case", "X").name == "BRANCH"
    agreed(browser, "PUT", path("supervisor_mdn", "/roles"), {"version": 2, "roles": [], "reason": REASON})
    assert not UserSwitch.objects.filter(user__username="supervisor_mdn").exists()


def test_only_what_a_role_offers_by_name_can_be_switched_on(client_of, trace):
    browser = client_of("admin")
    trace.start()

    answer = browser.api("PUT", path("agent_mdn", "/switches"), {"version": 1, "switches": [{"resource": "case", "action": "X"}]})

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["switches"])
    assert trace() == {"audit": ["CHANGE_RBAC:FAILED"]}


def test_sessions_of_a_user_are_shown_and_ended(client_of):
    theirs, browser = people.client("agent_mdn"), client_of("admin")
    assert len(browser.api("GET", path("agent_mdn", "/sessions")).json()["items"]) == 1

    assert browser.api("POST", path("agent_mdn", "/sessions/end"), {}).json() == {"ended": 1}

    assert theirs.api("GET", "/me").status_code == 401


def test_compliance_reads_everything_and_may_do_nothing(client_of):
    user = client_of("compliance").api("GET", path("agent_mdn")).json()

    assert set(user["can"].values()) == {False}
    assert user["reasons"]["roles"] == "Hanya administrator yang mengubah cabang, unit, dan pengguna."


def test_an_unknown_user_is_not_found(client_of):
    assert client_of("admin").api("GET", "/users/00000000-0000-7000-8000-000000000009").status_code == 404


def test_a_locked_user_is_shown_and_opened_again(client_of, trace):
    browser, stranger = client_of("admin"), people.client()
    for _ in range(6):
        stranger.post(
            "/_allauth/browser/v1/auth/login",
            data={"username": "agent_bnj", "password": "salah-sekali-1"},
            content_type="application/json",
            headers={"X-CSRFToken": stranger.token},
        )
    assert browser.api("GET", path("agent_bnj")).json()["locked_until"] is not None
    trace.start()

    assert browser.api("POST", path("agent_bnj", "/unlock")).json()["locked_until"] is None

    assert trace() == {"audit": ["UNLOCK_SIGN_IN"]}
    assert people.client("agent_bnj").api("GET", "/me").status_code == 200
