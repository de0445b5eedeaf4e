"""Cases on a customer's page: alerts, the timeline and the tab, as each reader may see them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.advice.public import alerts, alerts_among
from simpul.cases.models import Case
from simpul.cases.services.answering import case_respond
from simpul.cases.services.handling import case_close, case_reopen, case_take
from simpul.platform.clock import now
from simpul.platform.db import scope
from tests.iam.test_organisation import settings
from tests.support import cases, customers, people
from tests.support.database import rows

DAY = timedelta(days=1)


def change(browser, changes):
    return settings(browser, changes, version=browser.api("GET", "/settings").json()["version"])


@pytest.fixture
def rahmat(organisation):
    return customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn")


def standing(agent, customer):
    with scope(agent):
        found = alerts(agent, customer)
        assert sorted(alerts_among([customer.id])[customer.id]) == sorted(each["code"] for alert in found for each in alert["reasons"])
        return [each["code"] for alert in found for each in alert["reasons"]]


@pytest.mark.covers("US-04 AC-1")
@pytest.mark.covers("US-04 AC-2")
def test_an_open_an_overdue_and_an_urgent_case_stand_out(rahmat, actor):
    agent = actor("agent_mdn")
    assert standing(agent, rahmat) == []

    case = cases.opened("agent_mdn", customer_id=rahmat.id, priority="HIGH")
    assert standing(agent, rahmat) == ["HIGH_PRIORITY_CASE", "OPEN_CASE"]
    with rows():
        Case.objects.filter(pk=case.pk).update(sla_due_at=now() - DAY)
    assert standing(agent, rahmat) == ["OVERDUE_SLA", "HIGH_PRIORITY_CASE", "OPEN_CASE"]


def test_what_is_answered_stands_out_no_more(rahmat, actor):
    case = cases.opened("agent_mdn", customer_id=rahmat.id)
    with rows():
        Case.objects.filter(pk=case.pk).update(status="RESOLVED", final_response="Dana sudah kami kembalikan.", resolved_at=now(), first_resolved_at=now())

    assert standing(actor("agent_mdn"), rahmat) == []


@pytest.mark.parametrize(
    ("username", "code"), [("agent_mdn", "FRAUD_FLAG"), ("supervisor_mdn", "FRAUD_FLAG"), ("rm_mdn", "HANDLE_WITH_CARE"), ("steward", "HANDLE_WITH_CARE")]
)
def test_fraud_is_named_to_who_handles_cases_and_care_is_asked_of_everybody_else(rahmat, actor, username, code):
    cases.opened("supervisor_mdn", "FRAUD_SCAM", customer_id=rahmat.id, priority="CRITICAL")
    reader = actor(username)

    found = standing(reader, rahmat)
    assert found[0] == code
    # How urgent it is is known as far as the case is read.
    assert ("HIGH_PRIORITY_CASE" in found) == (username == "supervisor_mdn")
    with scope(reader):
        words = " ".join(f"{alert['title']} {alert['reason']}" for alert in alerts(reader, rahmat))
    assert ("penipuan" in words) == (code == "FRAUD_FLAG")


@pytest.mark.parametrize(("days", "found"), [(89, ["FRAUD_FLAG"]), (91, [])])
def test_fraud_is_felt_for_ninety_days_after_it_was_closed(rahmat, actor, days, found):
    case = cases.opened("supervisor_mdn", "FRAUD_SCAM", customer_id=rahmat.id)
    closed = now() - days * DAY
    with rows():
        done = {"final_response": "Dana sudah kami kembalikan.", "resolved_at": closed, "first_resolved_at": closed}
        Case.objects.filter(pk=case.pk).update(status="RESOLVED", **done)
        Case.objects.filter(pk=case.pk).update(status="CLOSED", closed_at=closed, closed_by=actor("supervisor_mdn").id, resolution_code="SOLVED")

    assert standing(actor("agent_mdn"), rahmat) == found


def test_how_long_fraud_is_felt_is_the_organisations_to_say(rahmat, client_of, actor):
    case = cases.opened("supervisor_mdn", "FRAUD_SCAM", customer_id=rahmat.id)
    closed = now() - 31 * DAY
    with rows():
        Case.objects.filter(pk=case.pk).update(status="RESOLVED", final_response="Dana sudah kami kembalikan.", resolved_at=closed, first_resolved_at=closed)
        Case.objects.filter(pk=case.pk).update(status="CLOSED", closed_at=closed, closed_by=actor("supervisor_mdn").id, resolution_code="SOLVED")

    def reasons():
        return [one["reason"] for one in client_of("agent_mdn").api("GET", f"/customers/{rahmat.id}/360").json()["alerts"]]

    assert reasons() == ["Ada kasus penipuan yang terbuka, atau ditutup dalam 90 hari."]
    assert change(client_of("admin"), {"cases.fraud_flag_days": 32}).status_code == 200
    assert reasons() == ["Ada kasus penipuan yang terbuka, atau ditutup dalam 32 hari."]
    assert change(client_of("admin"), {"cases.fraud_flag_days": 30}).status_code == 200
    assert reasons() == []
    assert standing(actor("agent_mdn"), rahmat) == []


@pytest.mark.parametrize("changes", [{"cases.fraud_flag_days": 0}, {"cases.fraud_flag_days": 3651}, {"cases.due_soon_hours": 0}, {"cases.due_soon_hours": 169}])
def test_what_no_organisation_means_is_refused(client_of, changes):
    answer = change(client_of("admin"), changes)
    assert (answer.status_code, [key.split(".", 1)[-1] in "".join(changes) for key in answer.json()["errors"]]) == (422, [True])


def test_what_is_due_soon_is_the_organisations_to_say(rahmat, client_of):
    case = cases.opened("agent_mdn", customer_id=rahmat.id)
    with rows():
        Case.objects.filter(pk=case.pk).update(sla_due_at=now() + timedelta(hours=30), assigned_to_user_id=people.user_id("agent_mdn"))
    supervisor = client_of("supervisor_mdn")

    def soon():
        load = next(one for one in supervisor.api("GET", "/cases/board").json()["people"] if one["person"]["full_name"] == "Agent Mdn")
        return supervisor.api("GET", "/cases/counts").json()["due_soon"]["count"], load["due_soon"]

    assert soon() == (0, 0)
    assert change(client_of("admin"), {"cases.due_soon_hours": 48}).status_code == 200
    assert soon() == (1, 1)


def test_a_customer_out_of_reach_has_no_alerts(rahmat, actor):
    cases.opened("supervisor_mdn", "FRAUD_SCAM", customer_id=rahmat.id)

    with scope(actor("agent_bnj")):
        assert alerts_among([rahmat.id]) == {rahmat.id: []}


def told(client, customer):
    answer = client.api("GET", f"/customers/{customer.id}/timeline?kind=CaseEvent")
    assert answer.status_code == 200
    return [(row["title"], row["detail"]) for row in answer.json()["items"]]


@pytest.mark.covers("US-03 AC-1")
@pytest.mark.covers("US-03 AC-3")
def test_the_timeline_tells_of_cases_as_far_as_each_reader_may_know(rahmat, client_of):
    plain = cases.opened("agent_mdn", customer_id=rahmat.id)
    secret = cases.opened("supervisor_mdn", "FRAUD_SCAM", customer_id=rahmat.id)

    assert told(client_of("supervisor_mdn"), rahmat) == [
        (f"Kasus {secret.case_no} dibuka", "Penipuan dan kejahatan siber"),
        (f"Kasus {plain.case_no} dibuka", "Transaksi gagal"),
    ]
    assert told(client_of("agent_mdn"), rahmat) == [(f"Kasus {plain.case_no} dibuka", "Transaksi gagal")]
    [(title, detail)] = told(client_of("rm_mdn"), rahmat)
    assert title == f"Kasus {plain.case_no} dibuka"
    assert detail.startswith("Tenggat ")


def test_the_timeline_keeps_the_answers_and_closings_of_a_case_that_was_reopened(rahmat, client_of):
    case = cases.given_to(cases.opened("supervisor_mdn", customer_id=rahmat.id), "supervisor_mdn")
    steps = ["dibuka"]
    with scope(supervisor := people.actor("supervisor_mdn")):
        case_take(actor=supervisor, case_id=case.id, version=None)
        for _ in range(2):
            case_respond(actor=supervisor, case_id=case.id, version=None, final_response=cases.ANSWER)
            case_close(actor=supervisor, case_id=case.id, version=None, resolution_code="SOLVED")
            case_reopen(actor=supervisor, case_id=case.id, version=None, reason="Nasabah belum puas.")
            steps += ["dijawab", "ditutup", "dibuka kembali"]
        case_respond(actor=supervisor, case_id=case.id, version=None, final_response=cases.ANSWER)
        case_close(actor=supervisor, case_id=case.id, version=None, resolution_code="SOLVED")
    steps += ["dijawab", "ditutup"]
    expected = [f"Kasus {case.case_no} {step}" for step in reversed(steps)]

    assert [title for title, _ in told(client_of("supervisor_mdn"), rahmat)] == expected
    pages = list[str]()
    cursor = ""
    while cursor is not None:
        page = client_of("supervisor_mdn").api("GET", f"/customers/{rahmat.id}/timeline?kind=CaseEvent&limit=2{cursor and f'&cursor={cursor}'}").json()
        pages += [row["title"] for row in page["items"]]
        cursor = page["next_cursor"]
    assert pages == expected


@pytest.mark.covers("US-02 AC-1")
def test_the_tab_of_cases_is_for_who_has_a_queue(rahmat, client_of):
    def tabs(username):
        return client_of(username).api("GET", f"/customers/{rahmat.id}/360").json()["tabs"]

    assert [("cases" in tabs(username)) for username in ("agent_mdn", "supervisor_mdn", "rm_mdn", "steward")] == [True, True, True, False]


def test_what_several_rules_say_of_one_case_is_one_alert_that_leads_to_it(rahmat, client_of):
    case = cases.opened("agent_mdn", customer_id=rahmat.id, priority="HIGH")
    with rows():
        Case.objects.filter(pk=case.pk).update(sla_due_at=now() - DAY)
    page, agent = f"/customers/{rahmat.id}", client_of("agent_mdn")

    (alert,) = agent.api("GET", f"{page}/360").json()["alerts"]
    assert (alert["code"], alert["severity"], [each["code"] for each in alert["reasons"]]) == (
        "OVERDUE_SLA",
        "critical",
        ["OVERDUE_SLA", "HIGH_PRIORITY_CASE", "OPEN_CASE"],
    )
    assert alert["subject"] == {"label": case.case_no, "address": f"/cases/{case.id}"}
    assert agent.api("POST", f"{page}/alerts/OVERDUE_SLA/acknowledge").json()["acknowledged"] is True
    assert [each["acknowledged"] for each in agent.api("GET", f"{page}/360").json()["alerts"]] == [True]
    assert agent.api("DELETE", f"{page}/alerts/OVERDUE_SLA/acknowledge").json()["acknowledged"] is False
    # Another case is another alert.
    cases.opened("agent_mdn", customer_id=rahmat.id)
    assert [[each["code"] for each in alert["reasons"]] for alert in agent.api("GET", f"{page}/360").json()["alerts"]] == [
        ["OVERDUE_SLA", "HIGH_PRIORITY_CASE"],
        ["OPEN_CASE"],
    ]


def test_no_alert_says_which_case_is_fraud_to_who_does_not_read_it(rahmat, client_of):
    case = cases.opened("supervisor_mdn", "FRAUD_SCAM", customer_id=rahmat.id)

    def told(username):
        return [
            ([each["code"] for each in alert["reasons"]], bool(alert["subject"]))
            for alert in client_of(username).api("GET", f"/customers/{rahmat.id}/360").json()["alerts"]
        ]

    assert told("agent_mdn") == [(["FRAUD_FLAG"], False), (["OPEN_CASE"], True)]
    assert told("supervisor_mdn") == [(["FRAUD_FLAG", "OPEN_CASE"], True)]
    assert told("rm_mdn") == [(["HANDLE_WITH_CARE"], False), (["OPEN_CASE"], True)]
    assert case.case_no


def test_the_phone_of_the_customer_stands_masked_on_the_case_and_is_revealed_as_on_the_360(rahmat, client_of, trace):
    with rows():
        type(rahmat).objects.filter(pk=rahmat.pk).update(phone_e164="+6281234567678")
    case = cases.opened("agent_mdn", customer_id=rahmat.id)
    agent = client_of("agent_mdn")

    assert agent.api("GET", f"/cases/{case.id}").json()["customer_phone"] == {"masked": "+62812****678", "can_reveal": True}
    trace.start()
    shown = agent.api("POST", f"/customers/{rahmat.id}/reveal", {"field": "phone_e164", "reason": "Menelepon nasabah tentang kasusnya."}).json()
    assert (shown["value"], trace()) == ("+6281234567678", {"audit": ["REVEAL_FIELD"]})
    assert client_of("rm_mdn").api("GET", f"/cases/{case.id}").json()["customer_phone"] is None


def test_the_timeline_leads_to_the_case(rahmat, client_of):
    case = cases.opened("agent_mdn", customer_id=rahmat.id)
    answer = client_of("agent_mdn").api("GET", f"/customers/{rahmat.id}/timeline").json()

    assert [row["address"] for row in answer["items"] if row["kind"] == "CaseEvent"] == [f"/cases/{case.id}"]
