"""What the triggers and functions of cases decide, clause by clause: each is broken here alone, everything else being right."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from simpul.cases.models import Case, CaseCategory, CaseExtension
from simpul.cases.services import answering
from simpul.cases.vocabulary import FOLLOWS, OPEN, Status
from simpul.documents.models import Document
from simpul.iam.models import Role
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from tests.cases.test_attacks import APPROVE, ME, alter
from tests.cases.test_intake import body
from tests.cases.test_tables import ANSWER, RECEIVED, case, values
from tests.support import cases, customers, people
from tests.support.database import rows, undone
from tools.repository import ROOT

pytestmark = pytest.mark.django_db
ANSWERED = "final_response = 'Dana sudah kami kembalikan ke rekening.', resolved_at = now(), first_resolved_at = coalesce(first_resolved_at, now())"
CLOSING = "closed_at = now(), closed_by = (SELECT user_id FROM iam.users WHERE username = 'agent_mdn'), resolution_code = 'SOLVED'"
OPENED = "resolved_at = NULL, closed_at = NULL, closed_by = NULL, resolution_code = NULL, final_response = NULL"
# What a row of each status has, and the way to it.
HAS = {"RESOLVED": ANSWERED, "CLOSED": f"{ANSWERED}, {CLOSING}"}
WAY = {
    "NEW": [], "IN_PROGRESS": ["IN_PROGRESS"], "WAITING_INFO": ["IN_PROGRESS", "WAITING_INFO"], "ESCALATED": ["ESCALATED"], "RESOLVED": ["RESOLVED"],
    "CLOSED": ["RESOLVED", "CLOSED"],
}  # fmt: skip


def as_anybody(statement: str, **given: Any) -> str:
    """What the database says to a role that passes row security: "" when it lets the statement pass."""
    try:
        with undone(), rows(), transaction.atomic():
            execute(statement, given)
            execute("SET CONSTRAINTS ALL IMMEDIATE")
    except DatabaseError as error:
        return str(error).splitlines()[0]
    return ""


@pytest.fixture
def customer(organisation: None) -> Any:
    return customers.customer("Rahmat Siregar", "MDN")


@pytest.fixture
def plain(customer: Any) -> Case:
    return case(customer.id, "supervisor_mdn")


@pytest.mark.parametrize("changed", [{"status": "IN_PROGRESS"}, {"status": "CLOSED"}, {"final_response": ANSWER}])
def test_a_case_begins_as_new_and_unanswered(customer, changed):
    with rows(), pytest.raises(DatabaseError, match="begins as NEW"):
        Case.objects.create(**values(customer.id, people.user_id("agent_mdn"), **changed))


def defined() -> set[tuple[str, str]]:
    """Each status with each that a step of the shipped workflow brings a case to from there, read from its file."""
    content = json.loads((ROOT / "src/simpul/cases/workflows/case.json").read_text())
    return {(source, step["to"]) for step in content["transitions"] for source in step["from"] if source != "START"}


def test_the_states_of_the_shipped_workflow_are_those_of_the_code(db):
    assert {(before.value, each.value) for before, after in FOLLOWS.items() for each in after} == defined()
    assert {Status(source) for source, to in defined() if to == "RESOLVED"} == OPEN
    listed = "SELECT pg_get_expr(conbin, conrelid) AS rule FROM pg_constraint WHERE conname = 'cases_status_known'"
    with rows():
        assert {status.value for status in Status} == set(re.findall("'([A-Z_]+)'", query(listed)[0]["rule"]))


@pytest.mark.parametrize(("before", "after"), [pair for pair in product(Status, Status) if pair[0] != pair[1]])
def test_a_status_follows_another_only_where_the_shipped_workflow_brings_it(plain, before, after):
    with rows():
        for step in WAY[before]:
            execute(
                f"UPDATE crm.cases SET status = %(status)s{', ' + HAS[step] if step in HAS else ''} WHERE case_id = %(id)s", {"status": step, "id": plain.id}
            )
    # A response that was given stays as it is between RESOLVED and CLOSED.
    also = CLOSING if (before, after) == ("RESOLVED", "CLOSED") else HAS.get(after, OPENED)

    said = as_anybody(f"UPDATE crm.cases SET status = %(status)s, {also} WHERE case_id = %(id)s", status=after.value, id=plain.id)

    assert (said == "") == ((before, after) in defined()), said


@pytest.mark.parametrize(
    "change",
    [
        "case_id = gen_random_uuid()", "case_no = 'CASE-2026-MDN-000099'", "branch_code = 'BNJ'", "channel = 'WEB'", "description = 'Sesuatu yang lain.'",
        "created_at = created_at - interval '1 day'", "created_by = (SELECT user_id FROM iam.users WHERE username = 'agent_bnj')",
        "customer_id = (SELECT customer_id FROM crm.customers WHERE full_name = 'Siti Lubis')",
    ],
)  # fmt: skip
def test_what_was_received_does_not_change(plain, change):
    customers.customer("Siti Lubis", "MDN")
    assert as_anybody(f"UPDATE crm.cases SET {change} WHERE case_id = %(id)s", id=plain.id) == "What was received does not change."


def test_a_supervisor_of_a_unit_gives_the_cases_of_the_unit_to_colleagues_and_no_others(plain):
    with rows():
        people.add_user("call_supervisor", Role.objects.get(key="SUPERVISOR"), "CALL")
    far = cases.opened("system", branch="PMS")
    giving = "assigned_to_user_id = (SELECT user_id FROM iam.users WHERE username = 'call_agent')"

    assert alter("call_supervisor", cases.given_to(far, None, "CALL"), giving) == 1
    # Made the own one, it may be worked on, and is given to nobody else.
    assert alter("call_supervisor", cases.given_to(far, "call_supervisor"), "product = 'x'") == 1
    assert alter("call_supervisor", cases.given_to(far, "call_supervisor"), giving) == "ProgrammingError"


@pytest.fixture
def proposed(organisation: None) -> Case:
    """The agent's answer waits for somebody else."""
    with rows():
        CaseCategory.objects.filter(pk="TRX_FAIL").update(needs_review=True)
    mine, agent = cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn", "CALL"), people.actor("agent_mdn")
    with scope(agent):
        answering.case_respond(actor=agent, case_id=mine.id, version=mine.version, final_response=ANSWER)
    return cases.fresh(mine)


@pytest.mark.parametrize(
    "also",
    [
        "assigned_to_user_id = iam.uid()", "assigned_unit_code = NULL", "category_code = 'OTHER'", "priority = 'LOW'", "kind = 'VERBAL'", "escalation_level = 1",
        "product = 'x'", "transaction_ref = 'x'", "amount = 5", "contact_preference = 'EMAIL'", "complainant = 'Budi', complainant_authority = 'Kuasa'",
        "complainant_authority = 'Kuasa'", "reopened = 1", "legal_rules_id = NULL, legal_due_at = NULL",
    ],
)  # fmt: skip
def test_who_reviews_decides_about_the_answer_and_changes_nothing_else(proposed, also):
    returning = f"review = 'RETURNED', reviewed_by = {ME}"
    assert (alter("call_agent", proposed, f"{APPROVE}, reviewed_by = {ME}"), alter("call_agent", proposed, returning)) == (1, 1)
    assert {alter("call_agent", proposed, f"{deciding}, {also}") for deciding in (f"{APPROVE}, reviewed_by = {ME}", returning)} == {"ProgrammingError"}


def test_who_returns_an_answer_writes_neither_it_nor_another_and_names_the_same_author(proposed):
    returning = f"review = 'RETURNED', reviewed_by = {ME}"
    for also in ("proposed_response = 'Teks lain dari pemeriksa jawaban.'", f"proposed_by = {ME}", f"final_response = '{ANSWER}'", "status = 'WAITING_INFO'"):
        assert alter("call_agent", proposed, f"{returning}, {also}") != 1, also


@pytest.mark.parametrize(("before", "after"), [("TRX_FAIL", "OTHER"), ("OTHER", "TRX_FAIL"), ("TRX_FAIL", "TRX_FAIL")])
def test_no_change_of_category_goes_around_the_review(organisation, before, after):
    with rows():
        CaseCategory.objects.filter(pk="TRX_FAIL").update(needs_review=True)
        CaseCategory.objects.filter(pk="OTHER").update(needs_review=False)
    mine = cases.given_to(cases.opened("supervisor_mdn", before), "agent_mdn")

    assert alter("agent_mdn", mine, f"status = 'RESOLVED', category_code = '{after}', {ANSWERED}") == "ProgrammingError"


def reach(username: str, act: str = "R") -> int:
    with scope(people.actor(username)):
        return int(query("SELECT crm.case_reach(%s) AS reach", (act,))[0]["reach"])


def test_how_far_somebody_reaches_follows_their_status_and_their_own_grants(organisation):
    assert {name: reach(name) for name in ("agent_mdn", "supervisor_mdn", "rm_mdn", "compliance", "admin", "nobody")} == {
        "agent_mdn": 3, "supervisor_mdn": 3, "rm_mdn": 0, "compliance": 0, "admin": 0, "nobody": 0,
    }  # fmt: skip
    agent = people.actor("agent_mdn")
    with rows():
        execute("UPDATE iam.users SET status = 'SUSPENDED' WHERE username = 'agent_mdn'")
    with scope(agent):
        assert query("SELECT crm.case_reach('R') AS reach") == [{"reach": 0}]


def handlers(unit: str | None = None, branch: str = "MDN") -> set[str]:
    with scope(people.actor("supervisor_mdn")):
        found = [row["user_id"] for row in query("SELECT user_id FROM crm.case_handlers(%s, %s)", (unit, branch))]
    return {name for name in people.USERS if people.user_id(name) in found}


@pytest.mark.parametrize(
    "ending",
    [
        "UPDATE iam.users SET status = 'SUSPENDED' WHERE username = 'agent_mdn'",
        "UPDATE iam.users SET kind = 'SERVICE' WHERE username = 'agent_mdn'",
        "UPDATE iam.user_branch_scopes SET active_from = now() + interval '1 day' WHERE user_id = (SELECT user_id FROM iam.users WHERE username = 'agent_mdn')",
        "UPDATE iam.user_branch_scopes SET active_to = now() - interval '1 day' WHERE user_id = (SELECT user_id FROM iam.users WHERE username = 'agent_mdn')",
        "DELETE FROM iam.user_roles WHERE user_id = (SELECT user_id FROM iam.users WHERE username = 'agent_mdn')",
        "UPDATE iam.user_roles SET role_id = (SELECT role_id FROM iam.roles WHERE role_key = 'SUPERVISOR') WHERE user_id = (SELECT user_id FROM iam.users WHERE username = 'agent_mdn')",
        "UPDATE iam.user_roles SET role_id = (SELECT role_id FROM iam.roles WHERE role_key = 'RM') WHERE user_id = (SELECT user_id FROM iam.users WHERE username = 'agent_mdn')",
    ],
)
def test_cases_come_by_themselves_to_people_who_handle_them_now_alone(organisation, ending):
    assert (handlers(), handlers("CALL")) == ({"agent_mdn"}, {"call_agent"})
    with rows():
        execute(ending)
    assert handlers() == set()


def test_answered_cases_are_no_load(organisation):
    mine = cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn")

    def load() -> int:
        with scope(people.actor("supervisor_mdn")):
            return int(query("SELECT open_cases FROM crm.case_handlers(NULL, 'MDN')")[0]["open_cases"])

    assert load() == 1
    with rows():
        execute(f"UPDATE crm.cases SET status = 'RESOLVED', {ANSWERED} WHERE case_id = %s", (mine.id,))
    assert load() == 0


def alerts(username: str, customer: Any, **elevated: Any) -> dict[str, Any]:
    with scope(people.actor(username)):
        found = query("SELECT * FROM crm.case_alerts(%s, now(), 90)", ([customer.id],))
    return found[0] if found else {}


def test_what_stands_out_about_a_customer_clause_by_clause(organisation):
    rahmat = customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn")
    with rows():
        CaseCategory.objects.create(code="PHISHING", category_name="Pengelabuan", name_en="Phishing", parent_id="FRAUD_SCAM", is_sensitive=True,
                                    updated_by=people.user_id("admin"))  # fmt: skip
    plain = cases.opened("agent_mdn", customer_id=rahmat.id)
    found = alerts("agent_mdn", rahmat)
    assert (found["open_since"], found["overdue_since"], found["fraud_since"]) == (plain.created_at, None, None)

    fraud = cases.opened("supervisor_mdn", "PHISHING", customer_id=rahmat.id)
    assert alerts("agent_mdn", rahmat)["fraud_since"] == fraud.created_at
    with rows():
        execute(f"UPDATE crm.cases SET status = 'RESOLVED', {ANSWERED}")
    found = alerts("agent_mdn", rahmat)
    assert (found["open_since"], found["fraud_since"]) == (None, fraud.created_at)

    # Who reads the customer is told, by branch, portfolio or elevation; whether it is named, the shipped role behind the role decides.
    assert {name: alerts(name, rahmat).get("named") for name in ("agent_mdn", "rm_mdn", "steward", "agent_bnj", "rm_mdn_2")} == {
        "agent_mdn": True, "rm_mdn": False, "steward": False, "agent_bnj": None, "rm_mdn_2": None,
    }  # fmt: skip
    customers.elevation("compliance", rahmat.id, tier=2)
    assert alerts("compliance", rahmat)["named"] is True
    with rows():
        teller = Role.objects.create(key="TELLER", name="Teler", name_en="Teller", based_on="AGENT", rank=90)
        execute("INSERT INTO iam.grants (grant_id, role_id, resource, action, reach, limited_to, per_user)"
                " SELECT gen_random_uuid(), %s, resource, action, reach, limited_to, per_user FROM iam.grants g JOIN iam.roles r USING (role_id) WHERE r.role_key = 'AGENT'", (teller.id,))  # fmt: skip
        people.add_user("teller_mdn", teller, "MDN")
    assert alerts("teller_mdn", rahmat)["named"] is True


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE crm.case_categories SET category_code = 'NEW_ONE' WHERE category_code = 'OTHER'", "The code of a category never changes."),
        ("UPDATE crm.case_categories SET pack = 'water' WHERE category_code = 'OTHER'", "The code of a category never changes."),
        ("UPDATE crm.case_categories SET parent_code = 'LOWER' WHERE category_code = 'OTHER'", "A sub-category has no sub-categories."),
        ("UPDATE crm.case_categories SET parent_code = 'OTHER' WHERE category_code = 'CARD_ATM'", "A sub-category has no sub-categories."),
        ("UPDATE crm.case_categories SET parent_code = 'FRAUD_SCAM' WHERE category_code = 'OTHER'", "What belongs to a sensitive category is sensitive."),
    ],
)
def test_categories_have_two_levels_and_the_lower_is_as_sensitive(organisation, change, said):
    with rows():
        CaseCategory.objects.create(code="LOWER", category_name="Bawah", name_en="Lower", parent_id="CARD_ATM", updated_by=people.user_id("admin"))
    assert as_anybody(change) == said


def test_an_extension_is_decided_once_and_stays_as_it_was_asked(client_of, customer):
    made = client_of("supervisor_mdn").api("POST", "/cases", body(customer)).json()
    asking, other = people.user_id("agent_mdn"), people.user_id("supervisor_mdn")
    with rows():
        paper = Document.objects.get(subject_id=made["id"])
        CaseExtension.objects.create(
            case_id=made["id"],
            reason_code="RESEARCH",
            note="Perlu penelitian dokumen.",
            proof_document_id=paper.id,
            requested_by=asking,
            requested_at=now(),
            created_at=now(),
        )
    once = "An extension is asked for and decided once."
    for change in (
        "extension_id = gen_random_uuid()", "reason_code = 'OTHER_PARTY'", "note = 'Alasan lain sama sekali.'", "proof_document_id = gen_random_uuid()",
        f"requested_by = '{other}'", "requested_at = now() - interval '1 day'", "created_at = now() - interval '1 day'", "case_id = gen_random_uuid()",
    ):  # fmt: skip
        assert as_anybody(f"UPDATE crm.case_extensions SET {change}") == once, change
    assert as_anybody("DELETE FROM crm.case_extensions") == once
    deciding = f"UPDATE crm.case_extensions SET status = 'REFUSED', decided_by = '{other}', decided_at = now()"
    assert as_anybody(deciding) == ""
    with rows():
        execute(deciding)
    assert as_anybody("UPDATE crm.case_extensions SET decision_note = 'Lain'") == once


def test_a_message_stays_as_it_came_and_is_decided_once(customer):
    cases.incoming(customer.id)
    stays = "What came in stays as it came, and is decided once."
    for change in (
        "incoming_id = gen_random_uuid()", "channel = 'WEB'", "customer_id = NULL", "branch_code = 'BNJ'", "category_code = 'OTHER'", "reasons = '{NO_KIND}'",
        "sealed = 'x'", "external_key = 'x'", "received_at = now()", f"received_by = '{people.user_id('agent_mdn')}'",
    ):  # fmt: skip
        assert as_anybody(f"UPDATE crm.case_intake SET {change}") == stays, change
    deciding = f"UPDATE crm.case_intake SET status = 'DISCARDED', discard_reason = 'Iklan', decided_at = now(), decided_by = '{people.user_id('agent_mdn')}'"
    with rows():
        execute(deciding)
    assert as_anybody("UPDATE crm.case_intake SET discard_reason = 'Lain'") == stays


def test_the_head_of_a_case_shows_to_its_unit_its_maker_its_manager_and_who_was_let_in(organisation):
    rahmat = customers.customer("Tiur Hutagalung", "PMS", rm="rm_mdn")
    with rows():
        people.add_user("other_unit", Role.objects.get(key="AGENT"), "BNJ")
    far = cases.opened("system", customer_id=rahmat.id, branch="PMS")

    def heads() -> set[str]:
        found = set()
        for name in people.USERS:
            with scope(people.actor(name)):
                found |= {name} if query("SELECT FROM crm.case_heads(%s)", ([far.id],)) else set()
        return found

    assert heads() == {"rm_mdn"}
    cases.given_to(far, None, "CALL")
    assert heads() == {"rm_mdn", "call_agent"}
    cases.given_to(far, "agent_bnj")
    assert heads() == {"rm_mdn", "agent_bnj"}
    cases.given_to(far, "marketing")  # who holds nothing on cases knows of none, not even of the own ones
    assert heads() == {"rm_mdn"}
    customers.elevation("compliance", rahmat.id, tier=1)
    assert heads() == {"rm_mdn", "compliance"}


def test_the_year_of_a_number_is_the_branchs_own(customer):
    """Half past midnight in Jayapura is still the old year in Medan."""
    with rows():
        execute("UPDATE iam.branches SET time_zone = 'Asia/Jayapura' WHERE branch_code = 'BNJ'")
    moment = RECEIVED.replace(month=12, day=31, hour=15, minute=30)
    binjai = customers.customer("Siti Lubis", "BNJ")

    assert (case(customer.id, created_at=moment).case_no, case(binjai.id, branch="BNJ", created_at=moment).case_no) == (
        "CASE-2026-MDN-000001", "CASE-2027-BNJ-000001",
    )  # fmt: skip
    assert case(binjai.id, branch="BNJ", created_at=moment + timedelta(seconds=1)).case_no == "CASE-2027-BNJ-000002"
