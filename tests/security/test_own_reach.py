"""Nobody gives themself more by a way round, no program is given what people decide, and a repeated request asks today's rights."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from simpul.audit.public import Action, record
from simpul.audit.services import RowNotWritten
from simpul.iam.models import Grant, Role, Scope, User, UserRole
from simpul.platform.db import execute, query, scope
from tests.iam.test_service_accounts import account, ask, key
from tests.support import people
from tests.support.control import agreed
from tests.support.database import ADMIN, rows

REASON = "penyesuaian tugas menurut keputusan direksi"


def tomorrow() -> str:
    return (datetime.now(UTC) + timedelta(days=1)).isoformat()


def own_role(admin: people.ApiClient, name: str, copy_of: str) -> str:
    answer = admin.api("POST", "/roles", {"key": name, "names": {"id": name.title(), "en": name.title()}, "copy_of": copy_of})
    assert answer.status_code == 201, answer.content
    return name


@pytest.mark.parametrize("copied", ["ADMIN", "COMPLIANCE"])
def test_a_program_is_given_no_role_of_people_whatever_it_is_called(client_of, copied):
    admin = client_of("admin")
    first = own_role(admin, "PETUGAS_BIASA", copied)
    second = own_role(admin, "PETUGAS_LAIN", first)
    body = {"username": "saluran", "name": "Saluran", "purpose": "Meneruskan aduan.", "branches": []}

    answers = [admin.api("POST", "/service-accounts", {**body, "roles": [role]}) for role in (copied, first, second)]

    assert [(answer.status_code, list(answer.json()["errors"])) for answer in answers] == [(422, ["roles"])] * 3


@pytest.mark.parametrize("resource", ["configuration", "audit", "suspicion"])
def test_a_program_is_given_no_role_whose_grants_are_for_people(client_of, resource):
    admin = client_of("admin")
    role = own_role(admin, "PETUGAS_BIASA", "AGENT")
    made = account(admin, roles=(role,))
    with rows():
        Grant.objects.create(role=Role.objects.get(key=role), resource=resource, action="R", reach=4)

    body = {"name": "Kunci", "operations": ["customers_search"], "expires_at": tomorrow()}
    keyed = admin.api("POST", f"/service-accounts/{made['id']}/keys", body)
    other = admin.api("POST", "/service-accounts", {"username": "lain", "name": "Lain", "purpose": "Meneruskan aduan.", "roles": [role], "branches": []})

    assert (keyed.status_code, list(keyed.json()["errors"])) == (422, ["operations"])
    assert (other.status_code, list(other.json()["errors"])) == (422, ["roles"])


def test_the_database_gives_a_program_no_role_of_people(client_of, actor):
    admin = client_of("admin")
    role = own_role(admin, "PETUGAS_BIASA", "COMPLIANCE")
    made = account(admin)

    with pytest.raises(DatabaseError, match="not for programs"), transaction.atomic(), scope(actor("admin")):
        UserRole.objects.create(user_id=made["id"], role=Role.objects.get(key=role))


def test_no_key_is_made_for_what_people_decide_and_an_older_one_opens_nothing_of_it(client_of):
    admin = client_of("admin")
    offered = {one["resource"] for one in admin.api("GET", "/service-accounts/operations").json()["items"]}
    made = account(admin)
    names = ["suspicion_list", "grants_save", "users_create", "roles_create", "users_set_roles", "audit_list", "break_glass_list"]

    refused = [
        admin.api("POST", f"/service-accounts/{made['id']}/keys", {"name": "Kunci", "operations": [name], "expires_at": tomorrow()}).status_code
        for name in names
    ]
    token = key(admin, made["id"])["key"]
    with rows():
        role = UserRole.objects.get(user_id=made["id"]).role
        Grant.objects.create(role=role, resource="configuration", action="M", reach=4)

    assert offered.isdisjoint({"configuration", "audit", "break_glass", "suspicion"})
    assert refused == [422] * len(names)
    assert ask(token, "/users").status_code == 403


def unit_of_admin(member: bool = True) -> None:
    if member:
        with rows():
            Scope.objects.create(user=User.objects.get(username="admin"), scope_type="UNIT", unit_id="CALL")


def test_nobody_adds_a_branch_to_a_unit_that_they_work_for(client_of, actor, trace):
    unit_of_admin()
    admin = client_of("admin")
    version = admin.api("GET", "/units/CALL").json()["version"]
    trace.start()

    wider = admin.api("PUT", "/units/CALL/branches", {"version": version, "branches": ["MDN", "BNJ", "PMS"]})

    assert (wider.status_code, "minta administrator lain" in wider.json()["detail"]) == (403, True)
    assert trace() == {"audit": ["CHANGE_CONFIG:DENIED"]}
    with pytest.raises(DatabaseError, match="unit that they work for"), transaction.atomic(), scope(actor("admin")):
        execute("INSERT INTO iam.unit_branches (unit_branch_id, unit_code, branch_code) VALUES (uuidv7(), 'CALL', 'PMS')")
    with pytest.raises(DatabaseError, match="unit that they work for"), transaction.atomic(), scope(actor("admin")):
        execute("UPDATE iam.unit_branches SET branch_code = 'PMS' WHERE unit_code = 'CALL' AND branch_code = 'BNJ'")
    assert agreed(admin, "PUT", "/units/CALL/branches", {"version": version, "branches": ["MDN"]}).json()["version"] == version + 1


def test_an_administrator_who_is_no_member_adds_branches(client_of):
    admin = client_of("admin")
    version = admin.api("GET", "/units/CALL").json()["version"]

    assert admin.api("PUT", "/units/CALL/branches", {"version": version, "branches": ["MDN", "BNJ", "PMS"]}).status_code == 200


@pytest.mark.parametrize(("path", "table"), [("/units/CALL", "units"), ("/organisation/branches/MDN", "branches")])
def test_nobody_makes_themself_the_head_of_a_place(client_of, actor, path, table):
    admin = client_of("admin")
    with rows():
        version = query(
            f"SELECT version FROM iam.{table} WHERE %s IN (to_jsonb({table}) ->> 'unit_code', to_jsonb({table}) ->> 'branch_code')", (path.rpartition("/")[2],)
        )[0]["version"]

    own = admin.api("PATCH", path, {"version": version, "head_user_id": str(people.user_id("admin"))})
    with pytest.raises(DatabaseError, match="makes themself the head"), transaction.atomic(), scope(actor("admin")):
        execute(f"UPDATE iam.{table} SET head_user_id = iam.uid()")
    others = admin.api("PATCH", path, {"version": version, "head_user_id": str(people.user_id("supervisor_mdn"))})

    assert (own.status_code, others.status_code) == (403, 200), others.content


@pytest.mark.parametrize(
    "lost",
    [
        "DELETE FROM iam.user_roles WHERE user_id = %s",
        "DELETE FROM iam.user_branch_scopes WHERE user_id = %s",
        "UPDATE iam.grants SET reach = 1 WHERE resource = 'case' AND role_id = (SELECT role_id FROM iam.user_roles WHERE user_id = %s)",
    ],
    ids=["role", "branch", "reach"],
)
def test_a_repeated_request_is_not_answered_to_who_has_lost_the_right(client_of, lost):
    browser = client_of("agent_mdn")
    first, second = (browser.api("POST", "/me/sessions/end-others", Idempotency_Key="kunci-0001") for _ in range(2))
    assert (first.status_code, second.status_code) == (204, 204)

    with rows():
        assert execute(lost, (people.user_id("agent_mdn"),))
    third = browser.api("POST", "/me/sessions/end-others", Idempotency_Key="kunci-0001")

    assert (third.status_code, third.json()["code"]) == (403, "forbidden")


def test_a_read_keeps_no_answer(client_of):
    browser = client_of("agent_mdn")

    for _ in range(2):
        answer = browser.api("POST", "/customers/search", {"q": "anita"}, Idempotency_Key="kunci-0002")
        assert (answer.status_code, answer.get("Idempotent-Replay")) == (200, None)
    browser.api("GET", "/me", Idempotency_Key="kunci-0003")
    with rows():
        assert query("SELECT key FROM jobs.idempotency_keys") == []


def as_owner(statement: str) -> None:
    with psycopg.connect(ADMIN, dbname=connection.settings_dict["NAME"], autocommit=True) as admin:
        admin.execute(statement)


SKIPS = {
    "rule": "CREATE RULE skip AS ON INSERT TO audit.audit_logs DO INSTEAD NOTHING",
    "redirect": "CREATE TABLE audit.elsewhere (LIKE audit.audit_logs INCLUDING DEFAULTS); GRANT INSERT ON audit.elsewhere TO simpul_app;"
    " CREATE RULE skip AS ON INSERT TO audit.audit_logs DO INSTEAD INSERT INTO audit.elsewhere VALUES (NEW.*)",
    "trigger": "CREATE FUNCTION audit.skip() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
    " CREATE TRIGGER skip BEFORE INSERT ON audit.audit_logs FOR EACH ROW EXECUTE FUNCTION audit.skip()",
}


@pytest.mark.parametrize("way", SKIPS)
def test_a_change_whose_record_is_silently_skipped_does_not_happen(committed: str, way: str) -> None:
    people.organisation()
    actor: Any = people.actor("admin")
    connection.close()
    as_owner(SKIPS[way])

    with pytest.raises((RowNotWritten, DatabaseError)), scope(actor):
        execute("UPDATE iam.units SET name = 'Lain' WHERE unit_code = 'CALL'")
        record(actor, Action.CHANGE_CONFIG, object_type="UNIT", object_id="CALL")

    with rows():
        assert query("SELECT name FROM iam.units WHERE unit_code = 'CALL'") == [{"name": "Contact Center"}]
