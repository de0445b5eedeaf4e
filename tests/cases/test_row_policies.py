"""What each role may do to each table of cases by a statement of its own: deny by default, command by command."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError

from simpul.cases.models import Case, CaseActivity, CaseExtension, CaseReminder, CaseView, CaseViewMark, CaseWatcher
from simpul.documents.models import Document
from simpul.iam.models import Role
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from tests.cases.test_intake import body
from tests.support import cases, customers, people
from tests.support.database import rows, undone

# What is only ever added to, and what is never taken away, by anybody.
NEVER_DELETED = (
    "cases", "case_activities", "case_clock_events", "case_numbers", "case_extensions", "case_intake", "case_categories", "case_products", "case_resolutions", "case_legal_rules",
    "sla_policies", "sla_policy_versions",
)  # fmt: skip
NEVER_CHANGED = {
    "case_activities": "message = 'x'", "case_clock_events": "reason = 'x'", "case_numbers": "last_number = 1", "case_watchers": "created_at = now()",
    "case_legal_rules": "note = 'x'", "sla_policy_versions": "note = 'x'",
}  # fmt: skip
CONFIGURATION = ("case_categories", "case_products", "case_resolutions", "case_legal_rules", "sla_policies", "sla_policy_versions")
EVERYBODY = ("agent_mdn", "supervisor_mdn", "rm_mdn", "compliance", "director", "admin", "nobody")


def tried(username: str | None, statement: str, **given: Any) -> int | str:
    """How many rows the user's own statement touched, or "refused"; without a user nobody is signed in."""
    try:
        with undone():
            if username is None:
                return execute(statement, given)
            with scope(people.actor(username)):
                return execute(statement, given)
    except DatabaseError:
        return "refused"


def seen(username: str | None, table: str) -> int:
    """How many rows of the table the user sees."""
    if username is None:
        return int(query(f"SELECT count(*) AS n FROM crm.{table}")[0]["n"])
    with scope(people.actor(username)):
        return int(query(f"SELECT count(*) AS n FROM crm.{table}")[0]["n"])


@pytest.fixture
def case(client_of: Any) -> Case:
    """A case of MDN that the supervisor received and an agent has, and the unit CALL, with one of everything; the supervisor's own."""
    customer = customers.customer("Rahmat Siregar", "MDN", phone_e164="+6281234567890", rm="rm_mdn")
    made = client_of("supervisor_mdn").api("POST", "/cases", body(customer)).json()
    me, agent = people.user_id("supervisor_mdn"), people.user_id("agent_mdn")
    cases.incoming(customer.id)
    cases.shared_reply()
    with rows():
        found = Case.objects.get(pk=made["id"])
        Case.objects.filter(pk=found.pk).update(assigned_to_user_id=agent, assigned_unit_code="CALL")
        paper = Document.objects.get(subject_id=str(found.id))
        CaseExtension.objects.create(
            case=found,
            reason_code="RESEARCH",
            note="Perlu penelitian dokumen.",
            proof_document_id=paper.id,
            requested_by=agent,
            requested_at=now(),
            created_at=now(),
        )
        CaseWatcher.objects.create(case=found, user_id=me)
        CaseReminder.objects.create(case=found, user_id=me, at=now() + timedelta(days=1))
        view = CaseView.objects.create(user_id=me, name="Tampilan", filters={}, branch_codes=["MDN"])
        CaseViewMark.objects.create(user_id=me, view=view)
    return found


@pytest.mark.parametrize("table", NEVER_DELETED)
def test_nobody_takes_anything_away(case, table):
    with rows():
        assert query(f"SELECT EXISTS (SELECT FROM crm.{table}) AS there") == [{"there": True}]
    assert {username: tried(username, f"DELETE FROM crm.{table}") for username in EVERYBODY} == dict.fromkeys(EVERYBODY, 0)


@pytest.mark.parametrize("table", sorted(NEVER_CHANGED))
def test_nobody_changes_what_is_only_added_to(case, table):
    statement = f"UPDATE crm.{table} SET {NEVER_CHANGED[table]}"
    assert {username: tried(username, statement) for username in EVERYBODY} == dict.fromkeys(EVERYBODY, 0)


@pytest.mark.parametrize("table", CONFIGURATION)
def test_only_who_manages_the_configuration_changes_it(case, table):
    without = [name for name in EVERYBODY if name != "admin"]
    if table not in NEVER_CHANGED:
        column = "position = position + 1" if table in ("case_categories", "case_products", "case_resolutions") else "revision = revision + 1"
        assert {name: tried(name, f"UPDATE crm.{table} SET {column}") for name in without} == dict.fromkeys(without, 0)
        assert tried("admin", f"UPDATE crm.{table} SET {column}") != 0
    copy = {
        "case_categories": """INSERT INTO crm.case_categories SELECT (jsonb_populate_record(c, '{"category_code": "NEW_ONE", "parent_code": null}')).*
            FROM crm.case_categories c WHERE category_code = 'OTHER'""",
        "case_products": """INSERT INTO crm.case_products SELECT (jsonb_populate_record(c, '{"product_code": "NEW_ONE"}')).*
            FROM crm.case_products c WHERE product_code = 'SAVINGS'""",
        "case_resolutions": """INSERT INTO crm.case_resolutions SELECT (jsonb_populate_record(c, '{"resolution_code": "NEW_ONE"}')).*
            FROM crm.case_resolutions c WHERE resolution_code = 'SOLVED'""",
        "case_legal_rules": """INSERT INTO crm.case_legal_rules SELECT (jsonb_populate_record(c, jsonb_build_object('legal_rules_id', gen_random_uuid(), 'key', 'new-one',
            'published_by', iam.uid()))).* FROM crm.case_legal_rules c LIMIT 1""",
        "sla_policies": """INSERT INTO crm.sla_policies SELECT (jsonb_populate_record(c, jsonb_build_object('policy_id', gen_random_uuid(), 'key', 'new-one'))).*
            FROM crm.sla_policies c LIMIT 1""",
        "sla_policy_versions": """INSERT INTO crm.sla_policy_versions SELECT (jsonb_populate_record(c, jsonb_build_object('version_id', gen_random_uuid(), 'number', 99,
            'effective_from', '2190-01-01', 'published_by', iam.uid()))).* FROM crm.sla_policy_versions c LIMIT 1""",
    }[table]
    assert {name: tried(name, copy) for name in without} == dict.fromkeys(without, "refused")
    assert tried("admin", copy) == 1
    if "iam.uid()" in copy:  # and nobody publishes as another
        assert tried("admin", copy.replace("iam.uid()", f"'{people.user_id('supervisor_mdn')}'")) == "refused"


@pytest.mark.parametrize("table", CONFIGURATION)
def test_the_configuration_is_read_by_everybody_who_is_signed_in(case, table):
    with rows():
        there = int(query(f"SELECT count(*) AS n FROM crm.{table}")[0]["n"])
    assert (there > 0, seen("nobody", table), seen(None, table)) == (True, there, 0)


@pytest.mark.parametrize(
    ("table", "readers"),
    [
        ("cases", {"supervisor_mdn": 1, "agent_mdn": 1, "call_agent": 1}),
        ("case_clock_events", {"supervisor_mdn": 1, "agent_mdn": 1, "call_agent": 1}),
        ("case_extensions", {"supervisor_mdn": 1, "agent_mdn": 1, "call_agent": 1}),
        ("case_watchers", {"supervisor_mdn": 1, "agent_mdn": 1, "call_agent": 1}),
        ("case_reminders", {"supervisor_mdn": 1}),
        ("case_intake", {"supervisor_mdn": 1, "agent_mdn": 1, "call_agent": 1}),
        ("case_views", {"supervisor_mdn": 1, "agent_mdn": 1}),
        ("case_view_marks", {"supervisor_mdn": 1}),
        ("case_replies", {"supervisor_mdn": 1, "agent_mdn": 1, "call_agent": 1, "agent_bnj": 1, "supervisor_bnj": 1}),
        ("case_numbers", {"supervisor_mdn": 1, "agent_mdn": 1}),
    ],
)
def test_each_row_shows_to_these_and_nobody_else(case, table, readers):
    found = {username: seen(username, table) for username in people.USERS}
    assert ({username: count for username, count in found.items() if count}, seen(None, table)) == (readers, 0)


def test_the_log_shows_with_its_case(case):
    with rows():
        there = CaseActivity.objects.filter(case=case).count()
    assert {username: seen(username, "case_activities") for username in ("agent_mdn", "agent_bnj", "rm_mdn", "compliance", "admin")} == {
        "agent_mdn": there, "agent_bnj": 0, "rm_mdn": 0, "compliance": 0, "admin": 0,
    }  # fmt: skip


def test_numbers_are_given_by_the_database_alone(case):
    for username in EVERYBODY:
        assert tried(username, "INSERT INTO crm.case_numbers (branch_code, year, last_number) VALUES ('MDN', 2100, 5)") == "refused"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        # Only the own watching, reminding, views and marks are taken back or changed.
        ("DELETE FROM crm.case_watchers", {"supervisor_mdn": 1}),
        ("DELETE FROM crm.case_reminders", {"supervisor_mdn": 1}),
        ("UPDATE crm.case_reminders SET note = 'x'", {}),
        ("DELETE FROM crm.case_view_marks", {"supervisor_mdn": 1}),
        ("UPDATE crm.case_view_marks SET pinned = true", {"supervisor_mdn": 1}),
        ("DELETE FROM crm.case_views", {"supervisor_mdn": 1}),
        ("UPDATE crm.case_views SET name = 'Lain'", {"supervisor_mdn": 1}),
        # A shared reply is kept by whoever assigns cases.
        ("UPDATE crm.case_replies SET title = 'Lain'", {"supervisor_mdn": 1, "supervisor_bnj": 1}),
        ("DELETE FROM crm.case_replies", {"supervisor_mdn": 1, "supervisor_bnj": 1}),
        # Who handles cases there decides about a message, as themself; about an extension somebody else who assigns them.
        ("UPDATE crm.case_intake SET status = 'DISCARDED', discard_reason = 'x', decided_at = now(), decided_by = iam.uid()",
         {"supervisor_mdn": 1, "agent_mdn": 1, "call_agent": 1}),
        ("UPDATE crm.case_extensions SET status = 'REFUSED', decided_at = now(), decided_by = iam.uid()", {"supervisor_mdn": 1}),
        ("UPDATE crm.cases SET product = 'x'", {"supervisor_mdn": 1, "agent_mdn": 1}),
    ],
)  # fmt: skip
def test_a_statement_touches_the_rows_of_these_and_nobody_elses(case, statement, expected):
    found = {username: tried(username, statement) for username in people.USERS}
    assert {username: count for username, count in found.items() if count} == expected


OWN = {"me": "iam.uid()", "other": "(SELECT user_id FROM iam.users WHERE username = 'rm_mdn')"}
INSERTS = {
    "case_activities": "(activity_id, case_id, activity_type, actor_user_id) VALUES (gen_random_uuid(), %(id)s, 'NOTE', {who})",
    "case_clock_events": "(case_id, seq, change, occurred_at, actor_user_id) VALUES (%(id)s, 2, 'PAUSE', now(), {who})",
    "case_watchers": "(case_id, user_id) VALUES (%(id)s, {who}) ON CONFLICT DO NOTHING",
    "case_reminders": "(reminder_id, case_id, user_id, remind_at, note) VALUES (gen_random_uuid(), %(id)s, {who}, now(), '')",
    "case_views": "(view_id, user_id, name, filters, branch_codes) VALUES (gen_random_uuid(), {who}, 'Lain', '{{}}', '{{}}')",
    "case_replies": "(reply_id, title, body, shared, owner_user_id) VALUES (gen_random_uuid(), 'Salam', 'Yth.', false, {who})",
    "case_intake": "(incoming_id, channel, reasons, sealed, received_at, received_by) VALUES (gen_random_uuid(), 'EMAIL', '{{NO_KIND}}', 'x', now(), {who})",
}


@pytest.mark.parametrize(
    ("table", "writers"),
    [
        ("case_activities", {"agent_mdn", "call_agent", "supervisor_mdn"}),
        ("case_clock_events", {"agent_mdn", "call_agent", "supervisor_mdn"}),
        ("case_watchers", {"agent_mdn", "call_agent", "supervisor_mdn"}),
        ("case_reminders", {"agent_mdn", "call_agent", "supervisor_mdn"}),
        ("case_views", set(people.USERS)),
        ("case_replies", {"agent_mdn", "agent_bnj", "call_agent", "supervisor_mdn", "supervisor_bnj"}),
        ("case_intake", {"agent_mdn", "agent_bnj", "call_agent", "supervisor_mdn", "supervisor_bnj"}),
    ],
)
def test_everybody_writes_as_themself_and_where_they_may(case, table, writers):
    statement = f"INSERT INTO crm.{table} {INSERTS[table]}"
    found = {username: tried(username, statement.format(who=OWN["me"]), id=case.id) for username in people.USERS}
    assert {username for username, count in found.items() if count != "refused"} == writers
    for username in sorted(writers - {"rm_mdn"}):
        assert tried(username, statement.format(who=OWN["other"]), id=case.id) == "refused", username


def test_an_extension_is_asked_for_as_oneself_by_who_handles_the_case_and_decided_as_oneself(case):
    with rows():
        found = query("SELECT proof_document_id FROM crm.case_extensions")[0]["proof_document_id"]
    columns = "(extension_id, case_id, reason_code, note, proof_document_id, requested_by, requested_at, status, decided_by, decided_at)"
    asking = f"INSERT INTO crm.case_extensions {columns} SELECT gen_random_uuid(), c.case_id, 'RESEARCH', 'Perlu penelitian.', '{found}', %s, now(), %s FROM crm.cases c"

    def ask(username: str, who: str = "iam.uid()", state: str = "'WAITING', NULL::uuid, NULL::timestamptz") -> int | str:
        other = cases.opened("supervisor_mdn", customer_id=case.customer_id)
        cases.given_to(other, "agent_mdn", "CALL")
        return tried(username, asking % (who, state) + f" WHERE c.case_id = '{other.id}'")

    assert {name: ask(name) for name in ("agent_mdn", "supervisor_mdn")} == {"agent_mdn": 1, "supervisor_mdn": 1}
    assert ask("call_agent") == "refused"  # reads it, and has not got it
    assert ask("agent_bnj") == 0
    assert ask("agent_mdn", OWN["other"]) == "refused"
    assert ask("agent_mdn", state="'APPROVED', (SELECT user_id FROM iam.users WHERE username = 'rm_mdn'), now()") == "refused"
    assert tried("supervisor_mdn", f"UPDATE crm.case_extensions SET status = 'REFUSED', decided_at = now(), decided_by = {OWN['other']}") == "refused"


def test_a_message_is_decided_as_oneself_and_handed_in_undecided_or_as_ones_own_case(case):
    deciding = "UPDATE crm.case_intake SET status = 'DISCARDED', discard_reason = 'x', decided_at = now(), decided_by = {who}"
    assert tried("agent_mdn", deciding.format(who=OWN["other"])) == "refused"
    columns = "(incoming_id, channel, reasons, sealed, received_at, received_by, status, discard_reason, decided_at, decided_by, case_id)"
    for state in (
        "'DISCARDED', 'x', now(), iam.uid(), NULL",
        f"'ACCEPTED', '', now(), {OWN['other']}, '{case.id}'",
    ):
        statement = f"INSERT INTO crm.case_intake {columns} VALUES (gen_random_uuid(), 'EMAIL', '{{NO_KIND}}', 'x', now(), iam.uid(), {state})"
        assert tried("agent_mdn", statement) == "refused", state


def test_views_are_shared_by_who_assigns_and_in_their_own_branches(case):
    sharing = "INSERT INTO crm.case_views (view_id, user_id, name, filters, branch_codes) VALUES (gen_random_uuid(), iam.uid(), 'Bagi', '{}', '{%s}')"
    assert {name: tried(name, sharing % "MDN") for name in ("supervisor_mdn", "agent_mdn", "supervisor_bnj")} == {
        "supervisor_mdn": 1, "agent_mdn": "refused", "supervisor_bnj": "refused",
    }  # fmt: skip
    assert tried("supervisor_mdn", "UPDATE crm.case_views SET branch_codes = '{BNJ}'") == "refused"
    assert tried("supervisor_mdn", f"UPDATE crm.case_views SET user_id = {OWN['other']}") == "refused"
    # What somebody shared who has left is removed, not changed, by who assigns cases there.
    with rows():
        people.add_user("supervisor_mdn_2", Role.objects.get(key="SUPERVISOR"), "MDN")
    removing, everybody = "DELETE FROM crm.case_views", ("supervisor_mdn_2", "supervisor_bnj", "agent_mdn", "call_agent")
    assert {name: tried(name, removing) for name in everybody} == dict.fromkeys(everybody, 0)
    leaving = "UPDATE iam.users SET status = '%s' WHERE username = 'supervisor_mdn'"
    with rows():
        execute(leaving % "SUSPENDED")
    assert {name: tried(name, removing) for name in everybody} == {**dict.fromkeys(everybody, 0), "supervisor_mdn_2": 1}
    assert tried("supervisor_mdn_2", "UPDATE crm.case_views SET name = 'Lain'") == 0
    with rows():
        execute(leaving % "ACTIVE")
    # A mark is put on what one sees, for oneself.
    marking = "INSERT INTO crm.case_view_marks (user_id, view_id) SELECT {who}, view_id FROM crm.case_views"
    assert tried("agent_mdn", marking.format(who="iam.uid()")) == 1
    assert tried("agent_mdn", marking.format(who=OWN["other"])) == "refused"
    with rows():
        hidden = query("SELECT view_id FROM crm.case_views")[0]["view_id"]
    assert tried("agent_bnj", f"INSERT INTO crm.case_view_marks (user_id, view_id) VALUES (iam.uid(), '{hidden}')") == "refused"


def test_a_reply_is_shared_by_who_assigns_only(case):
    sharing = "INSERT INTO crm.case_replies (reply_id, title, body, shared, owner_user_id) VALUES (gen_random_uuid(), 'Salam', 'Yth.', true, iam.uid())"
    assert (tried("supervisor_mdn", sharing), tried("agent_mdn", sharing)) == (1, "refused")
    cases.shared_reply(by="agent_mdn", shared=False)
    assert tried("agent_mdn", "UPDATE crm.case_replies SET shared = true WHERE owner_user_id = iam.uid()") == "refused"
    assert seen("call_agent", "case_replies") == 1  # a reply of one's own is nobody else's


def test_nobody_hands_a_case_out_of_their_own_reach_by_a_statement(case):
    """A supervisor of the unit alone reaches a case of another branch by the unit; giving the unit away would give the reach away."""
    with rows():
        people.add_user("call_supervisor", Role.objects.get(key="SUPERVISOR"), "CALL")
    far = cases.given_to(cases.opened("system", branch="PMS"), None, "CALL")
    moving = "UPDATE crm.cases SET assigned_unit_code = NULL WHERE case_id = %(id)s"

    assert tried("call_supervisor", "UPDATE crm.cases SET product = 'x' WHERE case_id = %(id)s", id=far.id) == 1
    assert tried("call_supervisor", moving, id=far.id) == "refused"
    assert (tried("supervisor_mdn", moving, id=far.id), tried("call_agent", moving, id=far.id)) == (0, "refused")


def test_timers_of_a_case_are_set_and_moved_by_who_reads_it(case):
    setting = (
        "INSERT INTO crm.timers (timer_id, key, kind, subject_type, subject_id, customer_id, branch_code, data, due_at, run_at)"
        " VALUES (gen_random_uuid(), 'case:try', 'cases.ladder', 'CASE', %(id)s::text, %(customer)s, 'MDN', '{}', now(), now())"
    )
    moving = "UPDATE crm.timers SET run_at = now() WHERE subject_type = 'CASE' AND subject_id = %(id)s::text AND kind = 'cases.reminder'"
    with rows():
        execute(setting.replace("cases.ladder", "cases.reminder"), {"id": case.id, "customer": case.customer_id})
    able = {"agent_mdn": 1, "supervisor_mdn": 1, "call_agent": 1}
    strangers = ("agent_bnj", "supervisor_bnj", "marketing", "nobody")

    assert {name: tried(name, setting.replace("case:try", "case:again"), id=case.id, customer=case.customer_id) for name in able} == able
    assert {name: tried(name, moving, id=case.id) for name in able} == able
    reading = "SELECT FROM crm.timers WHERE subject_type = 'CASE' AND subject_id = %(id)s::text AND kind = 'cases.reminder'"
    assert {name: tried(name, reading, id=case.id) for name in (*able, *strangers)} == {**able, **dict.fromkeys(strangers, 0)}
    for name in strangers:
        assert (tried(name, setting.replace("case:try", "case:again"), id=case.id, customer=case.customer_id), tried(name, moving, id=case.id)) == (
            "refused",
            0,
        ), name
