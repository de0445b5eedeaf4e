"""Programs that call the API with keys: made, used, limited, ended."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from simpul.iam.services.service_keys import digest
from simpul.platform.db import query
from simpul.platform.ids import uuid7
from tests.support import people
from tests.support.control import agree_to, agreed, take
from tests.support.database import rows

SEARCH = "customers_search"


def tomorrow(days: int = 1) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).isoformat()


def account(
    browser: people.ApiClient, username: str = "saluran-web", roles: tuple[str, ...] = ("AGENT",), branches: tuple[str, ...] = ("MDN",)
) -> dict[str, Any]:
    body = {"username": username, "name": "Saluran web", "purpose": "Meneruskan aduan dari situs.", "roles": list(roles), "branches": list(branches)}
    known = agreed(browser, "POST", "/service-accounts", body, then="/service-accounts").json()["items"]
    return next(each for each in known if each["username"] == username)


def key(browser: people.ApiClient, account_id: str, operations: tuple[str, ...] = (SEARCH,), **more: Any) -> dict[str, Any]:
    body = {"name": "Kunci utama", "operations": list(operations), "expires_at": tomorrow(), **more}
    waiting = browser.api("POST", f"/service-accounts/{account_id}/keys", body)
    assert waiting.status_code == 202, waiting.content
    agree_to(waiting.json()["id"])
    return {**take(waiting.json()["id"], "admin"), "account": browser.api("GET", f"/service-accounts/{account_id}").json()}


def ask(token: str, path: str = "/customers/search?q=anita", method: str = "GET", body: Any = None) -> Any:
    """A program's request: a header, no cookie, no CSRF token."""
    client = people.ApiClient(enforce_csrf_checks=True)
    options = {} if body is None else {"data": body, "content_type": "application/json"}
    return client.generic_json(method, f"/api/v1{path}", headers={"Authorization": f"Bearer {token}"}, **options)


@pytest.fixture
def admin(client_of: Any) -> people.ApiClient:
    return client_of("admin")


def test_a_key_opens_what_it_was_made_for_as_its_account(admin, trace):
    made = account(admin)
    token = key(admin, made["id"])["key"]
    trace.start()

    answer = ask(token)

    assert answer.status_code == 200, answer.content
    assert trace() == {"audit": ["USE_SERVICE_KEY", "SEARCH_CUSTOMER"]}
    with rows():
        used = query("SELECT DISTINCT actor_user_id FROM audit.audit_logs WHERE action IN ('USE_SERVICE_KEY', 'SEARCH_CUSTOMER')")
    assert [str(row["actor_user_id"]) for row in used] == [made["id"]]


def test_its_later_uses_of_the_day_leave_only_their_own_rows(admin, trace):
    token = key(admin, account(admin)["id"])["key"]
    ask(token)
    trace.start()

    ask(token)

    assert trace() == {"audit": ["SEARCH_CUSTOMER"]}


@pytest.mark.parametrize("path", ["/customers/recent", "/change-requests", "/me", "/me/sessions"])
def test_a_key_opens_nothing_else(admin, trace, path):
    token = key(admin, account(admin)["id"])["key"]
    ask(token)
    trace.start()

    answer = ask(token, path)

    assert (answer.status_code, answer.json()["code"]) == (403, "outside_key")
    assert trace() == {"audit": ["VIEW_DENIED:DENIED"]}


def test_a_key_gives_no_more_than_the_roles_of_its_account(admin):
    token = key(admin, account(admin, roles=("MARKETING",), branches=())["id"])["key"]

    assert (ask(token).status_code, ask(token).json()["code"]) == (403, "forbidden")


def test_a_key_changes_things_without_any_cookie(admin):
    made = account(admin, roles=("SUPERVISOR",))
    token = key(admin, made["id"], ("change_requests_create",))["key"]

    answer = ask(token, f"/customers/{uuid7()}/change-requests", "POST", {"changes": {"email": "baru@example.co.id"}, "note": "disampaikan nasabah"})

    assert (answer.status_code, answer.json()["code"]) == (404, "customer_not_found")


def test_a_session_beside_a_wrong_key_helps_nobody(admin):
    answer = admin.api("GET", "/me", Authorization="Bearer simpul_0123456789_" + "x" * 43)

    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


def test_the_key_is_shown_once_and_kept_as_a_digest(admin):
    made = account(admin)
    created = key(admin, made["id"])
    prefix, secret = created["key"].rsplit("_", 1)

    assert (len(secret), created["account"]["keys"][0]["prefix"]) == (43, prefix)
    assert secret not in admin.api("GET", "/service-accounts").content.decode()
    with rows():
        kept = query("SELECT k::text AS text, octet_length(digest) AS size FROM iam.service_keys k")[0]
        trail = query("SELECT string_agg(meta::text, ' ') AS text FROM audit.audit_logs")[0]["text"]
    assert secret not in kept["text"]
    assert secret not in trail
    assert kept["size"] == 32


@pytest.mark.parametrize(
    ("ending", "words"),
    [
        ("UPDATE iam.service_keys SET revoked_at = now() RETURNING key_id", "sudah dicabut"),
        ("UPDATE iam.users SET status = 'SUSPENDED' WHERE kind = 'SERVICE' RETURNING user_id", "dinonaktifkan"),
    ],
)
def test_a_key_that_is_over_is_told_why(admin, trace, ending, words):
    token = key(admin, account(admin)["id"])["key"]
    with rows():
        query(ending)
    trace.start()

    answer = ask(token)

    assert answer.status_code == 401
    assert words in answer.json()["detail"]
    assert trace() == {"audit": ["SIGN_IN_FAILED:DENIED"]}


def test_a_key_ends_by_itself(admin):
    key(admin, account(admin)["id"])
    ended = "simpul_abcdefghij_" + "x" * 43
    with rows():
        # The row of a key is never changed, so another one is made that lived before.
        query(
            """INSERT INTO iam.service_keys SELECT (jsonb_populate_record(k, jsonb_build_object('key_id', gen_random_uuid(), 'prefix', 'abcdefghij',
                 'digest', %s::text, 'created_at', now() - interval '2 days', 'expires_at', now() - interval '1 second'))).* FROM iam.service_keys k RETURNING key_id""",
            ("\\x" + digest(ended).hex(),),
        )

    assert "masa berlakunya" in ask(ended).json()["detail"]


@pytest.mark.parametrize("token", ["", "simpul_", "simpul_0123456789_kurang", "apa saja", "simpul_0123456789_" + "x" * 43])
def test_what_is_no_key_opens_nothing(admin, trace, token):
    trace.start()

    answer = ask(token)

    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")
    assert trace() == {"audit": ["SIGN_IN_FAILED:DENIED"]}


def test_the_right_prefix_with_another_secret_is_as_unknown_as_any(admin):
    token = key(admin, account(admin)["id"])["key"]

    wrong, unknown = ask(token[:-1] + ("a" if token[-1] != "a" else "b")), ask("simpul_0123456789_" + "x" * 43)

    assert wrong.json()["detail"] == unknown.json()["detail"]


def test_other_ways_of_showing_a_key_are_refused(admin):
    client = people.ApiClient()

    assert client.get("/api/v1/me", headers={"Authorization": "Basic YTpi"}).status_code == 401


def test_a_key_is_limited_in_speed(admin):
    token = key(admin, account(admin)["id"], per_minute=2)["key"]

    answers = [ask(token) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[2]["Retry-After"]) >= 1


def test_guessing_keys_is_limited_by_address(admin):
    statuses = [ask("simpul_0123456789_" + "x" * 43).status_code for _ in range(31)]

    assert (set(statuses[:30]), statuses[30]) == ({401}, 429)


def test_revoking_works_at_the_next_request_and_once(admin, trace):
    made = account(admin)
    created = key(admin, made["id"])
    trace.start()

    revoked = admin.api("POST", f"/service-accounts/{made['id']}/keys/{created['id']}/revoke")
    again = admin.api("POST", f"/service-accounts/{made['id']}/keys/{created['id']}/revoke")

    assert (revoked.status_code, revoked.json()["keys"][0]["state"]) == (200, "REVOKED")
    assert (again.status_code, again.json()["code"]) == (409, "key_is_over")
    assert ask(created["key"]).status_code == 401
    assert trace() == {"audit": ["CHANGE_SERVICE_ACCOUNT", "WRITE_DENIED:FAILED", "SIGN_IN_FAILED:DENIED"]}


def test_a_key_is_never_changed_not_even_in_the_database(admin):
    from django.db import DatabaseError, transaction

    key(admin, account(admin)["id"])
    for change in ("operations = '{users_list}'", "expires_at = now() + interval '9 years'", "digest = '\\x00'"):
        with rows(), pytest.raises(DatabaseError, match="make another one"), transaction.atomic():
            query(f"UPDATE iam.service_keys SET {change} RETURNING key_id")


def test_suspending_and_changing_rights_is_recorded_with_before_and_after(admin):
    made = account(admin)

    changed = agreed(admin, "PATCH", f"/service-accounts/{made['id']}", {"active": False, "roles": ["RM"], "branches": ["BNJ"], "version": made["version"]})

    assert (changed.json()["status"], [role["key"] for role in changed.json()["roles"]], changed.json()["branches"]) == ("SUSPENDED", ["RM"], ["BNJ"])
    with rows():
        meta = query("SELECT meta FROM audit.audit_logs WHERE action = 'CHANGE_SERVICE_ACCOUNT' ORDER BY created_at DESC, audit_id DESC LIMIT 1")[0]["meta"]
    assert (meta["before"]["active"], meta["after"]["active"]) == (True, False)
    assert (meta["before"]["roles"], meta["after"]["roles"]) == (["AGENT"], ["RM"])


def test_of_two_who_change_an_account_at_once_the_second_is_told(admin, trace):
    made = account(admin)
    first = admin.api("PATCH", f"/service-accounts/{made['id']}", {"name": "Gudang data", "version": made["version"]})
    trace.start()

    second = admin.api("PATCH", f"/service-accounts/{made['id']}", {"name": "Kanal digital", "version": made["version"]})

    assert (first.json()["version"], second.status_code, second.json()["code"]) == (made["version"] + 1, 409, "stale_version")
    assert second.json()["current"] == {"version": made["version"] + 1}
    assert trace() == {"audit": ["CHANGE_SERVICE_ACCOUNT:FAILED"]}
    assert admin.api("GET", f"/service-accounts/{made['id']}").json()["name"] == "Gudang data"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"username": "Tidak Sah"}, "username"),
        ({"name": "x"}, "name"),
        ({"purpose": "pendek"}, "purpose"),
        ({"roles": []}, "roles"),
        ({"roles": ["RAJA"]}, "roles"),
        ({"roles": ["SYSTEM"]}, "roles"),
        ({"roles": ["ADMIN"]}, "roles"),
        ({"branches": ["XXX"]}, "branches"),
        ({"secret": "x"}, "secret"),
    ],
)
def test_an_impossible_account_names_its_field_and_adds_nothing(admin, trace, change, field):
    body = {"username": "saluran-web", "name": "Saluran web", "purpose": "Meneruskan aduan dari situs.", "roles": ["AGENT"], "branches": ["MDN"]}
    trace.start()

    answer = admin.api("POST", "/service-accounts", {**body, **change})

    assert (answer.status_code, [name.split(".")[0] for name in answer.json()["errors"]]) == (422, [field])
    assert admin.api("GET", "/service-accounts").json() == {"items": []}
    assert trace() == {"audit": ["WRITE_DENIED:FAILED"]}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"operations": []}, "operations"),
        ({"operations": ["me_get"]}, "operations"),
        ({"operations": ["service_accounts_create"]}, "operations"),
        ({"expires_at": tomorrow(-1)}, "expires_at"),
        ({"expires_at": tomorrow(367)}, "expires_at"),
        ({"per_minute": 0}, "per_minute"),
        ({"per_minute": 6001}, "per_minute"),
    ],
)
def test_an_impossible_key_names_its_field_and_is_not_made(admin, change, field):
    made = account(admin)
    body = {"name": "Kunci utama", "operations": [SEARCH], "expires_at": tomorrow(), **change}

    answer = admin.api("POST", f"/service-accounts/{made['id']}/keys", body)

    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])
    assert admin.api("GET", f"/service-accounts/{made['id']}").json()["keys"] == []


def test_a_taken_user_name_is_refused(admin):
    body = {"username": "agent_mdn", "name": "Saluran web", "purpose": "Meneruskan aduan dari situs.", "roles": ["AGENT"]}

    answer = admin.api("POST", "/service-accounts", body)

    assert (answer.status_code, answer.json()["code"]) == (409, "username_taken")


def test_nobody_signs_in_as_a_service_account(admin):
    made = account(admin)
    from simpul.iam.models import User
    from tests.support.second_factor import sign_in

    with rows():
        user = User.objects.get(pk=made["id"])
        user.set_password(people.PASSWORD)
        user.save()

    assert sign_in(people.client(), "saluran-web").status_code != 200


def test_compliance_reads_and_changes_nothing(client_of, admin):
    made = account(admin)
    reader = client_of("compliance")

    seen = reader.api("GET", f"/service-accounts/{made['id']}").json()
    assert (seen["can"], reader.api("GET", "/service-accounts/operations").status_code) == ({"update": False, "create_key": False}, 200)
    assert reader.api("PATCH", f"/service-accounts/{made['id']}", {"active": False, "version": 1}).status_code == 403


def test_a_new_key_is_not_kept_for_repeating(admin):
    made = account(admin)
    body = {"name": "Kunci utama", "operations": [SEARCH], "expires_at": tomorrow()}

    waiting = [admin.api("POST", f"/service-accounts/{made['id']}/keys", body, Idempotency_Key="sekali-saja").json()["id"] for _ in range(2)]
    agree_to(waiting[0])
    answer = admin.api("POST", f"/proposals/{waiting[0]}/result", Idempotency_Key="sekali-saja")

    assert waiting[0] == waiting[1]
    assert answer.status_code == 422 and list(answer.json()["errors"]) == ["Idempotency-Key"]
