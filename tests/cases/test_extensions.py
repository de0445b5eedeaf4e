"""The one extension of the law's limit: in time, with proof, by two people; everything else is refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from simpul.cases.errors import ExtensionNotPossible, NoExtensionWaits, OwnExtension
from simpul.cases.models import CaseActivity, CaseClockEvent, CaseExtension
from simpul.cases.receiving import Complaint
from simpul.cases.selectors.activities import activities_of, activity_rows
from simpul.cases.selectors.clocks import drifted
from simpul.cases.selectors.receipts import receipt_document
from simpul.cases.selectors.rows import case_out
from simpul.cases.services.extending import case_extend, case_extension_decide
from simpul.cases.services.intake import case_create
from simpul.cases.vocabulary import Channel, Kind, Priority
from simpul.iam.public import system_actor
from simpul.platform.clock import now, shifted
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from simpul.platform.ids import uuid7
from tests.support import cases, customers, documents, people
from tests.support.database import rows

RECEIVED = datetime(2027, 7, 1, 5, tzinfo=UTC)
# Ten working days after Thursday, 1 July; and ten more.
LIMIT, EXTENDED = datetime(2027, 7, 15, 10, tzinfo=UTC), datetime(2027, 7, 29, 10, tzinfo=UTC)
NOTE = "Bank penerbit belum menjawab."


@pytest.fixture
def case(organisation):
    with shifted(RECEIVED - now()):
        return cases.given_to(cases.opened("agent_mdn"), "agent_mdn")


def proof(case):
    return documents.attached(case.id, subject_type="CASE", content=documents.pdf(str(uuid7()))).id


def ask(case, username="agent_mdn", at=LIMIT - timedelta(minutes=2), version=1, proof_id=None, **changed):
    actor = people.actor(username)
    given = {"reason_code": "OTHER_PARTY", "note": NOTE, "proof_document_id": proof_id or proof(case), **changed}
    with shifted(at - now()), scope(actor):
        return case_extend(actor=actor, case_id=case.id, version=version, **given)


def decide(case, username="supervisor_mdn", at=LIMIT - timedelta(minutes=1), version=2, approve=True, note=""):
    actor = people.actor(username)
    with shifted(at - now()), scope(actor):
        return case_extension_decide(actor=actor, case_id=case.id, approve=approve, note=note, version=version)


def page(case, username, at=LIMIT - timedelta(hours=1)):
    actor = people.actor(username)
    with shifted(at - now()), scope(actor):
        return case_out(actor, case.id)


def told():
    with rows():
        return [
            (row["username"], row["kind"])
            for row in query("SELECT u.username::text AS username, n.kind FROM crm.notices n JOIN iam.users u USING (user_id) ORDER BY n.notice_id")
        ]


def test_asked_by_one_and_approved_by_another_it_moves_the_limit_once(case, trace):
    evidence = proof(case)
    trace.start()
    ask(case, proof_id=evidence)
    assert (cases.fresh(case).legal_due_at, told()) == (LIMIT, [("supervisor_mdn", "cases.extension_asked")])

    decide(case)

    stands = cases.fresh(case)
    assert (stands.legal_due_at, stands.sla_due_at, stands.version) == (EXTENDED, case.sla_due_at, 3)
    assert trace()["audit"] == ["UPDATE_CASE", "UPDATE_CASE"]
    assert told()[1:] == [("agent_mdn", "cases.extension_approved")]
    with rows():
        metas = [row["meta"] for row in query("SELECT meta FROM audit.audit_logs WHERE action = 'UPDATE_CASE' ORDER BY created_at, audit_id")]
        assert CaseClockEvent.objects.filter(case=case, change="EXTEND", reason="OTHER_PARTY").count() == 1
        logged = list(CaseActivity.objects.filter(case=case, activity_type="SLA").order_by("id").values_list("message", "data__extension"))
    assert metas == [{"step": "extend", "reason_code": "OTHER_PARTY"}, {"step": "extension_decide", "decision": "APPROVE", "reason_code": "OTHER_PARTY"}]
    assert logged == [(NOTE, "WAITING"), (None, "APPROVED")]
    with scope(people.actor("agent_mdn")):
        shown = [row["text"] for row in activity_rows(activities_of(case, None, 10)) if row["type"] == "SLA"]
    assert shown == [
        "Perpanjangan batas peraturan disetujui: Menunggu pihak lain yang terlibat.",
        f"Perpanjangan batas peraturan diajukan: Menunggu pihak lain yang terlibat. {NOTE}",
    ]
    with scope(system_actor()):
        assert drifted(EXTENDED) == ([], None)
    with pytest.raises(ExtensionNotPossible, match="once"):
        ask(case, version=3)


def test_the_page_says_what_may_be_done_and_why_not(case):
    before = page(case, "agent_mdn")
    assert (before["extension"], before["can"]["extend"], before["can"]["decide_extension"]) == (None, True, False)
    ask(case)

    own, other = page(case, "agent_mdn"), page(case, "supervisor_mdn")
    assert own["reasons"]["decide_extension"] == "Perpanjangan sendiri diputuskan orang lain."
    assert (own["can"]["extend"], own["reasons"]["extend"]) == (False, "Perpanjangan sudah diajukan.")
    assert other["can"]["decide_extension"]
    assert {name: other["extension"][name] for name in ("status", "reason_code", "note", "decided_by")} == {
        "status": "WAITING", "reason_code": "OTHER_PARTY", "note": NOTE, "decided_by": None,
    }  # fmt: skip
    decide(case)
    after = page(case, "agent_mdn")
    assert (after["extension"]["status"], after["extension"]["decided_by"]["full_name"]) == ("APPROVED", "Supervisor Mdn")


def test_nobody_approves_the_own_request(case, trace):
    ask(case, "supervisor_mdn", proof_id=proof(case))
    trace.start()

    with pytest.raises(OwnExtension):
        decide(case)
    with pytest.raises(Forbidden):
        decide(case, "agent_mdn")
    assert (trace(), cases.fresh(case).legal_due_at) == ({}, LIMIT)
    # The database says so as well.
    supervisor = people.actor("supervisor_mdn")
    with scope(supervisor):
        statement = "UPDATE crm.case_extensions SET status = 'APPROVED', decided_by = iam.uid(), decided_at = now() WHERE case_id = %s"
        assert execute(statement, (case.id,)) == 0
    with rows(), pytest.raises(IntegrityError, match="decided_by_another"), transaction.atomic():
        execute("UPDATE crm.case_extensions SET status = 'APPROVED', decided_by = requested_by, decided_at = now()")


def test_a_refusal_says_why_and_another_request_may_follow(case):
    ask(case)
    with pytest.raises(Invalid):
        decide(case, approve=False)
    decide(case, approve=False, note="Belum perlu diperpanjang.")

    assert cases.fresh(case).legal_due_at == LIMIT
    assert told()[-1] == ("agent_mdn", "cases.extension_refused")
    ask(case, version=3)
    decide(case, version=4)
    assert cases.fresh(case).legal_due_at == EXTENDED


@pytest.mark.parametrize("act", ["ask", "approve"])
def test_neither_is_asked_nor_given_when_the_limit_is_over(case, act):
    if act == "approve":
        ask(case)
    with pytest.raises(ExtensionNotPossible, match="over"):
        ask(case, at=LIMIT) if act == "ask" else decide(case, at=LIMIT)
    assert cases.fresh(case).legal_due_at == LIMIT


def test_a_verbal_complaint_knows_no_extension(organisation):
    with shifted(RECEIVED - now()):
        verbal = cases.opened("agent_mdn", kind="VERBAL")
    with pytest.raises(ExtensionNotPossible, match="no extension"):
        ask(verbal, at=RECEIVED + timedelta(hours=1))


def test_what_is_missing_is_named(case):
    other = cases.opened("agent_mdn", customer_id=case.customer_id)
    for proof_id in (uuid7(), proof(other), documents.attached(case.customer_id).id):
        with pytest.raises(Invalid) as raised:
            ask(case, proof_id=proof_id, reason_code="NONE", note="Pendek")
        assert sorted(raised.value.fields) == ["note", "proof_document_id", "reason_code"]
    with pytest.raises(StaleVersion):
        ask(case, version=2)
    cases.given_to(case, "agent_mdn", "CALL")
    with pytest.raises(Forbidden):
        ask(case, "call_agent", proof_id=uuid7())
    with pytest.raises(NoExtensionWaits):
        decide(case, version=1)
    with rows():
        assert CaseExtension.objects.count() == 0


def test_what_was_asked_and_decided_is_never_rewritten(case):
    ask(case)
    decide(case)
    for statement in ("UPDATE crm.case_extensions SET status = 'REFUSED'", "UPDATE crm.case_extensions SET note = note", "DELETE FROM crm.case_extensions"):
        with rows(), pytest.raises(Exception, match="decided once"), transaction.atomic():
            execute(statement)


def test_the_receipt_of_the_complaint_does_not_prove_that_the_customer_was_told_of_an_extension(organisation):
    """It was made with the case, before anybody thought of an extension."""
    agent = people.actor("agent_mdn")
    complaint = Complaint(customers.customer("Rahmat Siregar", "MDN").id, Channel.CALL_CENTER, "TRX_FAIL", Priority.LOW, cases.DESCRIPTION, kind=Kind.WRITTEN)
    with shifted(RECEIVED - now()), scope(agent):
        case = case_create(actor=agent, complaint=complaint)
        receipt = receipt_document(case.id)
    assert receipt is not None
    version = cases.fresh(case).version
    with pytest.raises(Invalid) as refused:
        ask(case, version=version, proof_id=receipt)
    assert list(refused.value.fields) == ["proof_document_id"]
    assert ask(case, version=version).version == version + 1
