"""Looking at a case: what each reader is shown, what the trail keeps, and what a case begins with."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simpul.cases.models import CaseActivity
from simpul.cases.selectors.rows import case_out, case_rows
from simpul.iam.models import Role, UserRole
from simpul.platform.db import scope
from tests.support import cases, customers, people
from tests.support.database import rows


def test_a_new_case_has_its_clocks_its_log_its_number_and_is_told(actor, trace):
    trace.start()
    case = cases.opened()

    with rows():
        assert list(CaseActivity.objects.filter(case=case).values_list("activity_type", "data")) == [("STATUS_CHANGE", {"to": "NEW"})]
    assert trace() == {"events": ["CaseOpened"], "audit": ["CREATE_CASE"], "jobs": ["sales.score_visit"]}


@pytest.mark.covers("15.3.3-5")
def test_the_page_of_a_case_says_what_i_may_do_and_why_not_else(client_of):
    case = cases.opened()

    page = client_of("agent_mdn").api("GET", f"/cases/{case.id}").json()

    assert page["case_no"] == case.case_no
    assert page["content"]["description"] == cases.DESCRIPTION
    assert {act for act, allowed in page["can"].items() if allowed} == {
        "open", "claim", "note", "message", "respond", "reclassify", "extend", "attach", "move", "watch", "remind"
    }  # fmt: skip
    assert page["reasons"]["assign"] == "Hanya supervisor yang menugaskan dan mengeskalasi kasus."
    assert page["reasons"]["close"] == "Beri tanggapan akhir dahulu; sesudah itu kasus dapat ditutup."


def test_below_tier_3_a_sensitive_case_is_number_status_and_due_time(client_of, actor, trace):
    case = cases.opened("supervisor_mdn", "FRAUD_SCAM")
    trace.start()
    page = client_of("agent_mdn").api("GET", f"/cases/{case.id}").json()

    assert (page["case_no"], page["status"], page["hidden"]) == (case.case_no, "NEW", True)
    assert page["content"] is None and page["category"] is None and page["priority"] is None
    assert page["hidden_reason"].startswith("Isi kasus ini terbatas")
    assert [each for each in trace()["audit"] if "CASE" in each or "SENSITIVE" in each] == ["VIEW_CASE"]
    assert client_of("agent_mdn").api("GET", f"/cases/{case.id}/activities").status_code == 404


def test_opening_tier_3_content_is_recorded_by_a_row_of_its_own(client_of, trace):
    case = cases.opened("supervisor_mdn", "FRAUD_SCAM")
    client = client_of("supervisor_mdn")
    trace.start()

    assert client.api("GET", f"/cases/{case.id}").json()["content"]["description"] == cases.DESCRIPTION
    assert trace()["audit"] == ["VIEW_CASE", "VIEW_SENSITIVE"]
    trace.start()
    assert [row["to"] for row in client.api("GET", f"/cases/{case.id}/activities").json()["items"]] == ["Baru"]
    assert trace()["audit"] == ["VIEW_SENSITIVE"]


def test_a_manager_sees_the_summary_of_the_own_portfolio_and_nobody_elses(client_of, actor):
    customer = customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn")
    case = cases.opened(customer_id=customer.id)

    assert client_of("rm_mdn").api("GET", f"/cases/{case.id}").json()["hidden"] is True
    for username in ("rm_mdn_2", "agent_bnj", "compliance"):
        assert client_of(username).api("GET", f"/cases/{case.id}").status_code in (403, 404), username


def test_rows_take_the_same_queries_however_many_there_are(actor, organisation):
    with rows():
        UserRole.objects.create(user_id=people.user_id("agent_mdn"), role=Role.objects.get(key="RM"))
    who = people.actor("agent_mdn")
    ids = [cases.opened(category=category).id for category in ("TRX_FAIL", "CARD_ATM", "OTHER")]
    hidden = [cases.opened("supervisor_mdn", "FRAUD_SCAM").id for _ in range(3)]

    with scope(who):
        counts = []
        for wanted in ([ids[0], hidden[0]], [*ids, *hidden]):
            with CaptureQueriesContext(connection) as ran:
                found = case_rows(who, wanted)
            counts.append(len(ran))
        assert len(found) == 6 and [found[each]["hidden"] for each in (ids[0], hidden[0])] == [False, True]
    assert counts[0] <= 13 and counts[1] == counts[0]


def test_the_page_of_a_case_takes_few_queries(actor, organisation):
    case = cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn")
    who = people.actor("supervisor_mdn")
    with scope(who), CaptureQueriesContext(connection) as ran:
        case_out(who, case.id)
    assert len(ran) <= 35, [each["sql"][:80] for each in ran]
