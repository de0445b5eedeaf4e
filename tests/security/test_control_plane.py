"""One dishonest administrator: each known attack, by the API, a file, a program and SQL as the application's own login, is refused or takes a second
person, and whoever watches is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError

from simpul.control.services.telling import applied_tell
from simpul.iam.public import system_actor
from simpul.platform.db import execute, query, scope
from tests.support import people
from tests.support.control import agree_to
from tests.support.database import rows

REASON = "penyesuaian tugas menurut keputusan direksi"
# What an attacker would have to change, each as one statement; none of it may ever differ unseen.
_STATE = """
SELECT (SELECT jsonb_agg(jsonb_build_array(r.role_key, g.resource, g.action, g.reach, g.per_user) ORDER BY r.role_key, g.resource, g.action)
          FROM iam.grants g JOIN iam.roles r USING (role_id) WHERE r.is_shipped) AS grants,
       (SELECT jsonb_agg(s.key) FROM iam.settings s) AS settings,
       (SELECT jsonb_agg(jsonb_build_array(u.username, u.status, u.email, u.password, u.kind) ORDER BY u.username) FROM iam.users u WHERE u.username <> 'boneka' AND u.username NOT LIKE 'program-%%') AS users,
       (SELECT jsonb_agg(jsonb_build_array(u.username, r.role_key) ORDER BY 1) FROM iam.user_roles ur JOIN iam.users u USING (user_id) JOIN iam.roles r USING (role_id)) AS roles,
       (SELECT jsonb_agg(jsonb_build_array(u.username, s.branch_code, s.unit_code) ORDER BY 1) FROM iam.user_branch_scopes s JOIN iam.users u USING (user_id)) AS scopes,
       (SELECT count(*) FROM iam.password_links) AS links, (SELECT count(*) FROM iam.mfa_authenticator) AS factors, (SELECT count(*) FROM iam.service_keys) AS keys,
       (SELECT count(*) FROM iam.external_identities) AS ties, (SELECT count(*) FROM crm.workflow_versions) AS versions
"""


@pytest.fixture(scope="module")
def arranged(kept):
    """The organisation, with a second factor of the compliance officer and a suspended supervisor."""
    people.organisation()
    with rows():
        execute(
            "INSERT INTO iam.mfa_authenticator (user_id, type, data, created_at) SELECT user_id, 'totp', '{\"secret\": \"x\"}', now() FROM iam.users WHERE username = 'compliance'"
        )
        execute("UPDATE iam.users SET status = 'SUSPENDED' WHERE username = 'supervisor_bnj'")


@pytest.fixture
def admin(arranged):
    return people.client("admin")


def state():
    with rows():
        return query(_STATE, ())[0]


def user(username, tail=""):
    return f"/users/{people.user_id(username)}{tail}"


def version(username):
    with rows():
        return query("SELECT version FROM iam.users WHERE username = %s", (username,))[0]["version"]


def grants(*cells):
    names = ("role", "resource", "action", "reach")
    return {"version": 0, "reason": REASON, "changes": [{**dict(zip(names, cell, strict=True)), "per_user": False} for cell in cells]}


def file_of(admin, section, change):
    """The configuration file of this installation with one thing changed, as an attacker would bring it in."""
    from simpul.oversight.services.configuration import fingerprint

    document = admin.api("GET", "/configuration/export").json()
    change(document["sections"][section])
    stands, document["sha256"] = document["sha256"], fingerprint(document["sections"])
    return {"document": document, "stands": stands, "reason": REASON, "lowering_seen": True}


def published(admin, key, change):
    definition = admin.api("GET", f"/workflows/{key}").json()
    content = definition["draft"]["content"]
    change(content)
    saved = admin.api("PUT", f"/workflows/{key}/draft", {"version": definition["draft"]["version"], "content": content})
    return admin.api("POST", f"/workflows/{key}/publish", {"version": saved.json()["version"], "note": "disesuaikan"})


def unchecked(content):
    """Anybody who may ask opens access alone."""
    next(each for each in content["transitions"] if each["key"] == "self_approve")["checks"] = []


def silence(sections):
    sections["COMPLIANCE"]["audit"].pop("R")


def self_approval(sections):
    sections["break_glass.self_approval"] = True


def agents_approve(sections):
    sections["AGENT"]["break_glass"] = {"A": {"reach": "ALL", "per_user": False}}


def made(admin, **more):
    answer = admin.api("POST", "/users", {"username": "boneka", "full_name": "Boneka", **more})
    if answer.status_code == 409:
        answer = admin.api("GET", user("boneka"))
    return answer


def puppet(admin):
    """A person without roles is made at once; the role is not given."""
    assert made(admin).status_code in (200, 201)
    return admin.api("PUT", user("boneka", "/roles"), {"version": version("boneka"), "roles": ["SUPERVISOR"], "reason": REASON})


def program(admin, operation):
    account = admin.api(
        "POST",
        "/service-accounts",
        {"username": "pembuka", "name": "Pembuka", "purpose": "Menyetujui permintaan.", "roles": ["SUPERVISOR"], "branches": ["MDN"]},
    )
    assert account.status_code == 202
    from tests.support import service_accounts

    ends = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    with rows():
        held = query("SELECT user_id FROM iam.users WHERE kind = 'SERVICE'")
    account_id = held[0]["user_id"] if held else service_accounts.account()
    return admin.api("POST", f"/service-accounts/{account_id}/keys", {"name": "Kunci pembuka", "operations": [operation], "expires_at": ends})


SILENCE = {
    "grants": (403, lambda admin: admin.api("PUT", "/grants", grants(("COMPLIANCE", "audit", "R", "NONE")))),
    "less reach": (403, lambda admin: admin.api("PUT", "/grants", grants(("COMPLIANCE", "suspicion", "R", "OWN")))),
    "no decisions": (403, lambda admin: admin.api("PUT", "/grants", grants(("COMPLIANCE", "break_glass", "A", "BRANCH")))),
    "suspend": (409, lambda admin: admin.api("POST", user("compliance", "/suspend"), {"version": version("compliance"), "reason": REASON})),
    "no role": (409, lambda admin: admin.api("PUT", user("compliance", "/roles"), {"version": version("compliance"), "roles": [], "reason": REASON})),
    "self-approval": (202, lambda admin: admin.api("PUT", "/settings", {"version": 0, "changes": {"break_glass.self_approval": True}, "reason": REASON})),
    "file of grants": (409, lambda admin: admin.api("POST", "/configuration/import", file_of(admin, "grants", silence))),
    "file of settings": (202, lambda admin: admin.api("POST", "/configuration/import", file_of(admin, "settings", self_approval))),
    "workflow": (202, lambda admin: published(admin, "break_glass", unchecked)),
    "tier 3": (403, lambda admin: admin.api("PUT", "/grants", grants(("ADMIN", "tier3", "R", "ALL")))),
}
IMPERSONATE = {
    "factors": (202, lambda admin: admin.api("POST", user("compliance", "/second-factors/reset"), {})),
    "link": (202, lambda admin: admin.api("POST", user("compliance", "/password-link"), {})),
    "address": (202, lambda admin: admin.api("PATCH", user("compliance"), {"version": version("compliance"), "email": "saya@lain.example"})),
    "own approval": (403, lambda admin: decide_own(admin, "approve")),
    "own result": (403, lambda admin: decide_own(admin, "result")),
    "codes that are not there": (409, lambda admin: decide_own(admin, "use-codes")),
    "as the decider": (403, lambda admin: move_own(admin)),
}
PUPPET = {
    "made with a role": (202, lambda admin: admin.api("POST", "/users", {"username": "boneka2", "full_name": "Boneka", "roles": ["SUPERVISOR"]})),
    "made without and given": (202, puppet),
    "a colleague": (202, lambda admin: admin.api("PUT", user("nobody", "/roles"), {"version": version("nobody"), "roles": ["SUPERVISOR"], "reason": REASON})),
    "a former one": (202, lambda admin: admin.api("POST", user("supervisor_bnj", "/activate"), {"version": version("supervisor_bnj"), "reason": REASON})),
    "another place": (
        202, lambda admin: admin.api("POST", user("supervisor_mdn", "/scopes"), {"version": version("supervisor_mdn"), "scope_type": "BRANCH", "code": "PMS"}),
    ),
    "grants of agents": (202, lambda admin: admin.api("PUT", "/grants", grants(("AGENT", "break_glass", "A", "ALL")))),
    "file of grants": (202, lambda admin: admin.api("POST", "/configuration/import", file_of(admin, "grants", agents_approve))),
    "program that approves": (422, lambda admin: program(admin, "break_glass_approve")),
    "program that reads": (202, lambda admin: program(admin, "customers_search")),
    "own role": (403, lambda admin: admin.api("PUT", user("admin", "/roles"), {"version": version("admin"), "roles": ["ADMIN", "SUPERVISOR"], "reason": REASON})),
}  # fmt: skip
_ROLE = "SELECT role_id FROM iam.roles WHERE role_key"
_WHO = "(SELECT user_id FROM iam.users WHERE username = '{}')"
_ADD_ROLE = "INSERT INTO iam.user_roles (user_role_id, user_id, role_id, assigned_by) VALUES (gen_random_uuid(), {}, ({} = '{}'), iam.uid())"
STATEMENTS = [
    # silence
    f"DELETE FROM iam.grants WHERE resource = 'audit' AND action = 'R' AND role_id = ({_ROLE} = 'COMPLIANCE')",
    f"UPDATE iam.grants SET reach = 1 WHERE resource = 'suspicion' AND role_id = ({_ROLE} = 'COMPLIANCE')",
    f"UPDATE iam.grants SET per_user = true WHERE resource = 'break_glass' AND action = 'A' AND role_id = ({_ROLE} = 'COMPLIANCE')",
    f"INSERT INTO iam.grants (grant_id, role_id, resource, action, reach, limited_to, per_user) SELECT gen_random_uuid(), role_id, 'tier3', 'R', 4, '', false FROM ({_ROLE} = 'ADMIN') r",
    "INSERT INTO iam.settings (key, value, changed_by) VALUES ('break_glass.self_approval', 'true', iam.uid())",
    "UPDATE iam.users SET status = 'SUSPENDED' WHERE username = 'compliance'",
    "UPDATE iam.users SET status = 'SUSPENDED' WHERE username = 'supervisor_mdn'",
    f"DELETE FROM iam.user_roles WHERE user_id = {_WHO.format('compliance')}",
    "INSERT INTO crm.workflow_versions (version_id, definition_id, number, content, origin, note, published_by, published_at)"
    " SELECT gen_random_uuid(), definition_id, 2, content, 'EDITED', '', iam.uid(), now() FROM crm.workflow_versions v JOIN crm.workflow_definitions d USING (definition_id) WHERE d.key = 'break_glass'",
    # impersonate
    f"INSERT INTO iam.password_links (password_link_id, user_id, digest, created_by, expires_at) VALUES (gen_random_uuid(), {_WHO.format('compliance')}, repeat('a', 64), iam.uid(), now() + interval '1 hour')",
    "DELETE FROM iam.mfa_authenticator",
    f"INSERT INTO iam.mfa_authenticator (user_id, type, data, created_at) VALUES ({_WHO.format('rm_mdn')}, 'totp', '{{}}', now())",
    "UPDATE iam.users SET email = 'saya@lain.example' WHERE username = 'compliance'",
    "UPDATE iam.users SET password = (SELECT u.password || 'x' FROM iam.users u WHERE u.username = 'admin') WHERE username = 'compliance'",
    f"INSERT INTO iam.external_identities (identity_id, user_id, provider, subject) VALUES (gen_random_uuid(), {_WHO.format('compliance')}, 'kantor', 'saya')",
    # puppets
    _ADD_ROLE.format(_WHO.format("nobody"), _ROLE, "SUPERVISOR"),
    _ADD_ROLE.format(_WHO.format("rm_mdn"), _ROLE, "COMPLIANCE"),
    "UPDATE iam.users SET status = 'ACTIVE' WHERE username = 'supervisor_bnj'",
    f"INSERT INTO iam.user_branch_scopes (scope_id, user_id, scope_type, branch_code) VALUES (gen_random_uuid(), {_WHO.format('supervisor_mdn')}, 'BRANCH', 'PMS')",
    f"INSERT INTO iam.user_switches (switch_id, user_id, resource, action, switched_by) VALUES (gen_random_uuid(), {_WHO.format('supervisor_mdn')}, 'case', 'X', iam.uid())",
    f"UPDATE iam.user_roles SET role_id = ({_ROLE} = 'SUPERVISOR') WHERE user_id = {_WHO.format('agent_mdn')}",
]
FORGED = [
    # Nobody agrees with themself, or as somebody else.
    "VALUES (gen_random_uuid(), 'forged', iam.uid(), iam.uid(), false)",
    f"VALUES (gen_random_uuid(), 'forged', iam.uid(), {_WHO.format('admin2')}, false)",
    f"VALUES (gen_random_uuid(), 'forged', {_WHO.format('admin2')}, NULL, true)",
    f"VALUES (gen_random_uuid(), 'forged', {_WHO.format('admin2')}, NULL, false)",
]


def own_proposal(admin):
    answer = admin.api("POST", user("compliance", "/password-link"), {})
    return answer.json()["id"]


def decide_own(admin, step):
    bodies = {"approve": {"version": 1}, "use-codes": {"version": 1, "first_code": "AAAA-AAAA", "second_code": "BBBB-BBBB"}, "result": None}
    return admin.api("POST", f"/proposals/{own_proposal(admin)}/{step}", bodies[step])


def move_own(admin):
    """The item of a proposal is moved past its page."""
    proposal = own_proposal(admin)
    with rows():
        item = query("SELECT item_id FROM crm.workflow_items WHERE subject_id = %s", (proposal,))[0]["item_id"]
    return admin.api("POST", f"/workflow-items/{item}/moves", {"transition": "approve", "version": 1})


@pytest.mark.parametrize("attack", [SILENCE, IMPERSONATE, PUPPET], ids=["silence", "impersonate", "puppet"])
def test_each_way_is_refused_or_waits_and_changes_nothing(admin, attack):
    before = state()
    found = {}
    for name, (promised, way) in attack.items():
        answer = way(admin)
        if answer.status_code != promised or state() != before:
            found[name] = f"promised {promised}, got {answer.status_code}: {answer.content[:200]!r}"

    assert found == {}


def test_the_second_person_may_not_be_moved_past(arranged):
    """Another administrator moves the item of a proposal: nothing is applied by that."""
    proposal = own_proposal(people.client("admin"))
    with rows():
        item = query("SELECT item_id FROM crm.workflow_items WHERE subject_id = %s", (proposal,))[0]["item_id"]
    answer = people.client("admin2").api("POST", f"/workflow-items/{item}/moves", {"transition": "approve", "version": 1})

    assert (answer.status_code, answer.json()["code"]) == (409, "proposal_step_not_foreseen")
    with rows():
        assert query("SELECT status FROM crm.proposals WHERE proposal_id = %s", (proposal,)) == [{"status": "PROPOSED"}]


def test_every_statement_as_the_applications_login_is_refused_at_the_end_of_its_transaction(arranged):
    before, found = state(), {}
    for statement in STATEMENTS:
        try:
            with scope(people.actor("admin")):
                found[statement] = f"{execute(statement)} rows"
        except DatabaseError as refused:
            said = str(refused)
            known = ("second person", "keeps what it watches", "stays one", "themself", "two incompatible roles")
            found[statement] = "" if any(each in said for each in known) else said
        if state() != before:
            found[statement] += " changed it"
    assert {statement: what for statement, what in found.items() if what} == {}


@pytest.mark.parametrize("values", FORGED)
def test_nobody_writes_that_somebody_else_agreed(arranged, values):
    with pytest.raises(DatabaseError, match=r"row-level security|two_people"), scope(people.actor("admin")):
        execute(f"INSERT INTO iam.applied_changes (change_id, kind, proposed_by, decided_by, by_codes) {values}")


def test_an_agreement_that_was_never_proposed_is_told_to_whoever_watches(committed):
    people.organisation()
    with scope(people.actor("admin")):
        execute("INSERT INTO iam.applied_changes (change_id, kind, proposed_by, by_codes) VALUES (gen_random_uuid(), 'forged', iam.uid(), true)")
        execute(_ADD_ROLE.format(_WHO.format("nobody"), _ROLE, "SUPERVISOR"))
    with scope(system_actor()):
        applied_tell()

    assert told() == [("compliance", "control.unproposed")]


def told():
    with rows():
        found = query(
            "SELECT u.username::text AS name, n.kind FROM crm.notices n JOIN iam.users u USING (user_id) WHERE n.kind LIKE 'control.%%' ORDER BY n.kind, 1", ()
        )
    return [(row["name"], row["kind"]) for row in found if row["kind"] not in ("control.proposed", "control.applied")]


def test_two_of_them_do_it_and_compliance_is_told(committed):
    people.organisation()
    admin = people.client("admin")
    ways = [
        lambda: admin.api("PUT", "/settings", {"version": 0, "changes": {"break_glass.self_approval": True}, "reason": REASON}),
        lambda: admin.api("POST", user("agent_mdn", "/password-link"), {}),
        lambda: admin.api("PUT", user("nobody", "/roles"), {"version": 1, "roles": ["SUPERVISOR"], "reason": REASON}),
    ]
    for way in ways:
        answer = way()
        assert answer.status_code == 202
        agree_to(answer.json()["id"])
    with scope(system_actor()):
        applied_tell()

    assert told() == [("agent_mdn", "control.concerns_you"), ("nobody", "control.concerns_you"), *[("compliance", "control.watched")] * 3]
