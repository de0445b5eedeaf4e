"""Every alert of product chapter 2.3: what raises it, how grave it is, who may put it aside, and that it leaves with its cause."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.advice.errors import AlertMustStay, AlertNotFound
from simpul.advice.public import alerts_among
from simpul.advice.selectors.alerts import alerts
from simpul.advice.services.alerts import alert_acknowledge
from simpul.cases.models import Case
from simpul.customers.models import Customer as StoredCustomer
from simpul.customers.models import CustomerFacts
from simpul.platform.alerts import rule_of, rules
from simpul.platform.clock import now
from simpul.platform.db import query, scope
from simpul.platform.ids import SYSTEM_ID
from simpul.value.models import CustomerRfm
from tests.advice import world
from tests.support import customers
from tests.support.database import rows

DAY = timedelta(days=1)
SEVERITIES = {
    "CONSENT_WITHDRAWN": "critical",
    "OVERDUE_SLA": "critical",
    "FRAUD_FLAG": "critical",
    "HANDLE_WITH_CARE": "critical",
    "OPEN_CASE": "warning",
    "HIGH_PRIORITY_CASE": "warning",
    "VIP_CUSTOMER": "info",
    "AT_RISK_SEGMENT": "info",
}


@pytest.mark.covers("US-04 AC-2")
def test_each_alert_follows_its_cause_with_its_severity_reason_and_acknowledgement(actor):
    agent, rm = actor("agent_mdn"), actor("rm_mdn")
    customer = customers.customer("Budi Hutapea", "MDN", rm="rm_mdn")
    assert {rule.code: str(rule.severity) for rule in rules() if rule.code in SEVERITIES} == SEVERITIES
    # Bills do not exist yet: their alert is stated, off, and shows nothing.
    arrears = rule_of("ARREARS")
    assert (str(arrears.severity), arrears in rules(), arrears.missing is None) == ("warning", False, False)
    with rows():
        CustomerFacts.objects.create(customer_id=customer.id, has_arrears=True)

    def codes(who):
        with scope(who):
            listed = alerts_among([customer.id])[customer.id]
            shown = {each["code"] for alert in alerts(who, _fresh()) for each in alert["reasons"]}
        assert set(listed) == shown
        return listed

    def _fresh():
        return StoredCustomer.objects.get(pk=customer.id)

    def acknowledged(code):
        with scope(agent):
            return alert_acknowledge(actor=agent, customer_id=customer.id, code=code)

    assert codes(agent) == []
    with rows():
        StoredCustomer.objects.filter(pk=customer.id).update(is_vip=True)
    assert codes(agent) == ["VIP_CUSTOMER"]
    assert acknowledged("VIP_CUSTOMER")["reason"] == "Ditandai sebagai VIP pada data induk nasabah."
    with rows():
        StoredCustomer.objects.filter(pk=customer.id).update(is_vip=False)
    assert codes(agent) == []

    world.say(customer.id, "MARKETING", "WITHDRAWN", 2)
    assert codes(agent) == ["CONSENT_WITHDRAWN"]
    with pytest.raises(AlertMustStay):
        acknowledged("CONSENT_WITHDRAWN")
    world.say(customer.id, "MARKETING", "GRANTED", 1)
    assert codes(agent) == []

    case = world.case_of(customer.id, due=now() + DAY)
    assert codes(agent) == ["OPEN_CASE"]
    with rows():
        Case.objects.filter(pk=case.pk).update(priority="HIGH", sla_due_at=now() - DAY)
    assert codes(agent) == ["OVERDUE_SLA", "HIGH_PRIORITY_CASE", "OPEN_CASE"]
    one = acknowledged("OPEN_CASE")
    assert (one["code"], one["reason"], one["subject"]["label"]) == (
        "OVERDUE_SLA",
        "Ada kasus terbuka yang sudah lewat tenggat.",
        case.case_no,
    )
    _close(case, now())
    assert codes(agent) == []

    for days, found in ((89, True), (91, False)):
        fraud = world.case_of(customer.id, category="FRAUD_SCAM")
        _close(fraud, now() - days * DAY)
        assert (codes(agent), codes(rm)) == ((["FRAUD_FLAG"], ["HANDLE_WITH_CARE"]) if found else ([], []))
        if found:
            with scope(rm):
                (alert,) = alerts(rm, _fresh())
            assert (alert["title"], "penipuan" in alert["reason"], alert["subject"]) == ("Perlu kehati-hatian", False, None)
            with rows():
                Case.objects.filter(pk=fraud.pk).update(closed_at=now() - 91 * DAY)

    with rows():
        CustomerFacts.objects.filter(customer_id=customer.id).update(rfm_segment="AT_RISK")
        CustomerRfm.objects.create(customer_id=customer.id, **RFM)
    assert codes(agent) == ["AT_RISK_SEGMENT"]
    with rows():
        CustomerFacts.objects.filter(customer_id=customer.id).update(rfm_segment="LOYAL")
    assert codes(agent) == []
    with pytest.raises(AlertNotFound):
        acknowledged("AT_RISK_SEGMENT")
    with rows():
        assert query("SELECT count(*) AS n FROM crm.alert_acknowledgements")[0]["n"] >= 3


def _close(case, at):
    with rows():
        found = Case.objects.filter(pk=case.pk)
        found.update(status="RESOLVED", final_response="Dana sudah kami kembalikan hari ini.", resolved_at=at, first_resolved_at=at)
        found.update(status="CLOSED", closed_at=at, closed_by=SYSTEM_ID, resolution_code="SOLVED")


RFM = {
    "recency_score": 2,
    "recency_days": 120,
    "frequency_score": 2,
    "frequency_count": 6,
    "monetary_score": 2,
    "monetary_value": 6_000_000,
    "segment": "AT_RISK",
    "clv_proxy": "DECLINING",
    "rule": 4,
    "method": "THRESHOLDS",
    "thresholds_version": 1,
    "calculated_at": now(),
}
