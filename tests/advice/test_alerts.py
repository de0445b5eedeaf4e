"""Alerts follow the customer's data, and a user may put one aside."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from simpul.advice.errors import AlertMustStay, AlertNotFound
from simpul.advice.public import alerts, alerts_among
from simpul.advice.services.alerts import alert_acknowledge, alert_restore
from simpul.customers.errors import CustomerNotFound
from simpul.platform import clock
from simpul.platform.alerts import Finding, Rule, Severity
from simpul.platform.db import execute, query, scope
from simpul.platform.text import Text
from tests.support import customers as make
from tests.support.database import rows
from tests.support.people import user_id
from tests.support.registries import holding

WORDS = Text(id="Contoh", en="Example")


@pytest.fixture
def rules():
    """More rules than are built yet, and others for those that are."""
    since = clock.now() - timedelta(hours=1)
    found = [
        Rule(
            code, severity, WORDS, WORDS, ("customers.status",), lambda look: Finding(since=since) if look.customer.status == "DORMANT" else None,
            "SELECT customer_id, NULL::timestamptz AS since FROM crm.customers WHERE customer_id = ANY (%(ids)s) AND status = 'DORMANT'", overrides,
        )
        for code, severity, overrides in (
            ("OVERDUE_SLA", Severity.CRITICAL, False),
            ("CONSENT_WITHDRAWN", Severity.CRITICAL, True),
            ("OPEN_CASE", Severity.WARNING, False),
        )
    ]  # fmt: skip
    with holding(*found):
        yield


def standing(agent, customer):
    with scope(agent):
        return [(alert["code"], alert["severity"], alert["acknowledged"]) for alert in alerts(agent, customer)]


@pytest.mark.covers("US-04 AC-2")
def test_a_vip_is_announced_and_others_are_not(actor):
    agent = actor("agent_mdn")
    vip, other = make.customer(is_vip=True), make.customer()

    assert standing(agent, vip) == [("VIP_CUSTOMER", "info", False)]
    assert standing(agent, other) == []


def test_the_weightiest_alert_comes_first_and_the_overriding_one_before_all(actor, rules):
    customer = make.customer(is_vip=True, status="DORMANT")

    assert [code for code, _, _ in standing(actor("agent_mdn"), customer)] == ["CONSENT_WITHDRAWN", "OVERDUE_SLA", "OPEN_CASE", "VIP_CUSTOMER"]


def test_the_rules_say_the_same_for_one_customer_and_for_many(actor, rules):
    agent = actor("agent_mdn")
    customers = [make.customer(is_vip=vip, status=status) for vip in (True, False) for status in ("ACTIVE", "DORMANT")]

    with scope(agent):
        among = alerts_among([customer.id for customer in customers])

    assert {customer.id: {code for code, _, _ in standing(agent, customer)} for customer in customers} == {key: set(codes) for key, codes in among.items()}


def test_putting_aside_hides_the_alert_for_this_user_only_until_it_is_restored(actor, trace):
    customer = make.customer(is_vip=True)
    agent, colleague = actor("agent_mdn"), actor("supervisor_mdn")
    trace.start()

    with scope(agent):
        assert alert_acknowledge(actor=agent, customer_id=customer.id, code="VIP_CUSTOMER")["acknowledged"] is True
        alert_acknowledge(actor=agent, customer_id=customer.id, code="VIP_CUSTOMER")
    assert (standing(agent, customer), standing(colleague, customer)) == ([("VIP_CUSTOMER", "info", True)], [("VIP_CUSTOMER", "info", False)])
    with scope(agent):
        assert alert_restore(actor=agent, customer_id=customer.id, code="VIP_CUSTOMER")["acknowledged"] is False
        alert_restore(actor=agent, customer_id=customer.id, code="VIP_CUSTOMER")

    assert standing(agent, customer) == [("VIP_CUSTOMER", "info", False)]
    assert trace() == {"audit": ["ACKNOWLEDGE_ALERT", "RESTORE_ALERT"]}
    with rows():
        assert query("SELECT object_type, object_id, customer_id, branch_code FROM audit.audit_logs WHERE action = 'ACKNOWLEDGE_ALERT'") == [
            {"object_type": "ALERT", "object_id": "VIP_CUSTOMER", "customer_id": customer.id, "branch_code": "MDN"}
        ]


def test_an_alert_comes_back_when_its_reason_is_newer(actor, rules):
    customer = make.customer(status="DORMANT")
    agent = actor("agent_mdn")
    with rows():
        execute("INSERT INTO crm.alert_acknowledgements VALUES (%s, %s, 'OPEN_CASE', %s)", (agent.id, customer.id, clock.now() - timedelta(days=1)))

    assert ("OPEN_CASE", "warning", False) in standing(agent, customer)
    with scope(agent):
        alert_acknowledge(actor=agent, customer_id=customer.id, code="OPEN_CASE")
    assert ("OPEN_CASE", "warning", True) in standing(agent, customer)


def test_a_withdrawn_consent_is_never_put_aside(actor, rules, trace):
    customer = make.customer(status="DORMANT")
    agent = actor("agent_mdn")
    trace.start()

    with pytest.raises(AlertMustStay), scope(agent):
        alert_acknowledge(actor=agent, customer_id=customer.id, code="CONSENT_WITHDRAWN")
    with pytest.raises(IntegrityError, match="not_consent"), rows(), transaction.atomic():
        execute("INSERT INTO crm.alert_acknowledgements VALUES (%s, %s, 'CONSENT_WITHDRAWN', now())", (agent.id, customer.id))

    assert trace() == {}


def test_alerts_that_do_not_stand_or_lie_outside_the_scope_cannot_be_put_aside(actor):
    customer = make.customer(is_vip=True)
    agent, stranger, finance = actor("agent_mdn"), actor("agent_bnj"), actor("finance_mdn")

    for code in ("OPEN_CASE", "NONSENSE"):
        with pytest.raises(AlertNotFound), scope(agent):
            alert_acknowledge(actor=agent, customer_id=customer.id, code=code)
    with pytest.raises(AlertNotFound), scope(finance):
        alert_acknowledge(actor=finance, customer_id=customer.id, code="VIP_CUSTOMER")
    with pytest.raises(CustomerNotFound), scope(stranger):
        alert_acknowledge(actor=stranger, customer_id=customer.id, code="VIP_CUSTOMER")


def test_row_policies_keep_what_others_put_aside_to_themselves(actor):
    customer = make.customer(is_vip=True)
    with rows():
        execute("INSERT INTO crm.alert_acknowledgements VALUES (%s, %s, 'VIP_CUSTOMER', now())", (user_id("agent_mdn"), customer.id))

    with scope(actor("supervisor_mdn")):
        assert query("SELECT 1 FROM crm.alert_acknowledgements") == []
    with scope(actor("agent_mdn")):
        assert len(query("SELECT 1 FROM crm.alert_acknowledgements")) == 1


def test_over_http_the_button_and_its_undo(client_of, trace):
    customer = make.customer(is_vip=True)
    agent = client_of("agent_mdn")
    trace.start()

    path = f"/customers/{customer.id}/alerts/VIP_CUSTOMER/acknowledge"
    assert agent.api("POST", path).json() == {
        "code": "VIP_CUSTOMER",
        "severity": "info",
        "title": "Nasabah VIP",
        "reason": "Ditandai sebagai VIP pada data induk nasabah.",
        "since": None,
        "reasons": [{"code": "VIP_CUSTOMER", "title": "Nasabah VIP", "reason": "Ditandai sebagai VIP pada data induk nasabah.", "since": None}],
        "subject": None,
        "acknowledged": True,
        "can": {"acknowledge": True},
    }
    assert agent.api("DELETE", path).json()["acknowledged"] is False
    assert agent.api("POST", f"/customers/{customer.id}/alerts/OPEN_CASE/acknowledge").status_code == 404
    assert trace() == {"audit": ["ACKNOWLEDGE_ALERT", "RESTORE_ALERT", "ACKNOWLEDGE_ALERT:DENIED"]}
