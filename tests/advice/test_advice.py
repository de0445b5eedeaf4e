"""What to do next for a customer: which advice stands, who decides about it, and what comes of it."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from simpul.advice.errors import AdviceCannotBeUndone, AdviceIsDecided, AdviceNotFound
from simpul.advice.models import NbaRecommendation, NbaRule
from simpul.advice.public import advice_counts_among, advice_figures
from simpul.advice.selectors.advice import AdviceFilter, advice_count, advice_page, customer_advice
from simpul.advice.selectors.evaluating import advice_found, advice_sql, rules_active
from simpul.advice.services.deciding import advice_count_standing, advice_decide, advice_undo
from simpul.advice.vocabulary import Decision
from simpul.customers.errors import CustomerNotFound
from simpul.iam.public import system_actor
from simpul.platform.clock import now, today
from simpul.platform.db import query, scope
from simpul.platform.errors import Forbidden, Invalid
from simpul.tasks.models import Task
from simpul.tasks.services.activities import NewActivity, activity_create
from simpul.tasks.services.tasks import task_complete, task_reopen, task_skip
from tests.advice import world
from tests.support import customers
from tests.support.database import rows


def _sets(found):
    grouped = {}
    for each in found:
        grouped.setdefault(each["customer_id"], set()).add((each["rule_code"], each["related_id"]))
    return grouped


def test_rules_and_gates_hold_for_one_customer_and_for_all_by_the_same_statement(organisation):
    people = world.populate(random.Random(2026), 48)
    at = now()

    def expected(*, is_assessed):
        return {person.id: advice for person in people if (advice := person.advice(at, is_assessed=is_assessed))}

    with scope(system_actor()):
        # Without an assessment in force none rests on RFM; the others stand.
        sql, params = advice_sql(rules_active(), at)
        assert _sets(query(sql, params)) == expected(is_assessed=False)
    world.assess()
    with scope(system_actor()):
        sql, params = advice_sql(rules_active(), at)
        assert _sets(query(sql, params)) == expected(is_assessed=True)
        singly = {person.id: advice_found([person.id], at) for person in people}
    assert {key: {(each.rule_code, each.related_id) for each in found} for key, found in singly.items() if found} == expected(is_assessed=True)
    for found in singly.values():
        places = [(each.rank, each.position, each.since) for each in found]
        assert places == sorted(places)
    # Every rule was seen, and every one was kept back for somebody.
    assert {rule for found in expected(is_assessed=True).values() for rule, _ in found} == set(world.ORDER)


@pytest.fixture
def customer(organisation):
    """A customer of Medan with consent, an overdue case and a waiting lead."""
    made = customers.customer("Budi Hutapea", "MDN", rm="rm_mdn")
    world.say(made.id, "MARKETING", "GRANTED")
    return made


@pytest.mark.covers("US-18 AC-2")
def test_accepting_makes_a_task_whose_end_is_the_outcome_and_undoing_takes_it_back(actor, customer, trace):
    lead = world.lead_of(customer.id)
    rm = actor("rm_mdn")
    trace.start()

    with scope(rm):
        shown = customer_advice(actor=rm, customer_id=customer.id)
        assert [(each["rule_code"], each["related_id"], each["priority"]) for each in shown["items"]] == [
            ("OFFER_READY", None, "MEDIUM"),
            ("LEAD_WAITING", lead.id, "MEDIUM"),
        ]
        assert shown["items"][1]["related"]["label"] == "KPR"
        given = {"actor": rm, "customer_id": customer.id, "rule_code": "LEAD_WAITING", "related_id": lead.id}
        made = advice_decide(**given, decision=Decision.ACCEPTED)
        task = Task.objects.get(pk=made.task_id)
        assert (task.owner_id, task.origin, task.origin_id, task.subject_id, task.due_on) == (
            rm.id,
            "ADVICE",
            made.id,
            lead.id,
            today() + timedelta(days=3),
        )
        after = customer_advice(actor=rm, customer_id=customer.id)
        assert [each["rule_code"] for each in after["items"]] == ["OFFER_READY"]
        assert [(each["decision"], each["outcome"], each["can"]) for each in after["decided"]] == [("ACCEPTED", "PENDING", {"undo": True})]
        with pytest.raises(AdviceIsDecided):
            advice_decide(**given, decision=Decision.REJECTED)

        advice_undo(actor=rm, advice_id=made.id, version=1)
        assert Task.objects.get(pk=task.id).status == "SKIPPED"
        again = advice_decide(**given, decision=Decision.ACCEPTED)

    def outcome():
        with rows():
            return NbaRecommendation.objects.get(pk=again.id).outcome

    with scope(rm):
        task_complete(actor=rm, task_id=again.task_id)
        assert outcome() == "SUCCESS"
        with pytest.raises(AdviceCannotBeUndone):
            advice_undo(actor=rm, advice_id=again.id, version=1)
        task_reopen(actor=rm, task_id=again.task_id)
        assert outcome() == "PENDING"
        activity_create(actor=rm, activity=NewActivity(customer.id, "CALL", "Menolak ditawari.", "NOT_INTERESTED"))
        task_complete(actor=rm, task_id=again.task_id)
        assert outcome() == "FAILED"
        task_reopen(actor=rm, task_id=again.task_id)
        task_skip(actor=rm, task_id=again.task_id, reason="Tidak perlu.")
        assert outcome() == "FAILED"
        figures = advice_figures(rm, now() - timedelta(days=1), now() + timedelta(days=1))
        assert [(each.branch_code, each.action_type, each.accepted, each.failed, each.acceptance_rate, each.success_rate) for each in figures] == [
            ("MDN", "CALL", 1, 1, 1.0, 0.0)
        ]
    assert [act for act in trace()["audit"] if "ADVICE" in act] == [
        "DECIDE_ADVICE",
        "UNDO_ADVICE",
        "DECIDE_ADVICE",
    ]


def test_rejected_and_snoozed_advice_stays_away_and_returns(actor, customer):
    rm = actor("rm_mdn")
    given = {"actor": rm, "customer_id": customer.id, "rule_code": "OFFER_READY", "related_id": None}

    def standing(at=None):
        with scope(system_actor()):
            return [each.rule_code for each in advice_found([customer.id], at)]

    with scope(rm):
        for until in (None, today(), today() + timedelta(days=91)):
            with pytest.raises(Invalid):
                advice_decide(**given, decision=Decision.SNOOZED, snoozed_until=until)
        made = advice_decide(**given, decision=Decision.SNOOZED, snoozed_until=today() + timedelta(days=2), reason="Sedang umrah, telp 081234567890.")
        assert made.decision_reason == "Sedang umrah, telp 081234567890."
    assert (standing(), standing(now() + timedelta(days=3))) == ([], ["OFFER_READY"])
    with scope(rm):
        advice_undo(actor=rm, advice_id=made.id, version=1)
        assert standing() == ["OFFER_READY"]
        advice_decide(**given, decision=Decision.REJECTED)
    assert (standing(now() + timedelta(days=29)), standing(now() + timedelta(days=31))) == ([], ["OFFER_READY"])
    with rows():
        assert (
            query("SELECT meta ->> 'reason' AS reason FROM audit.audit_logs WHERE action = 'DECIDE_ADVICE' AND outcome = 'ALLOWED' ORDER BY created_at")[0][
                "reason"
            ]
            == "Sedang umrah, telp ***."
        )


def test_reach_decides_who_sees_advice_and_who_decides(actor, customer):
    fraud = world.case_of(customer.id, category="FRAUD_SCAM", status="CLOSED")
    other = customers.customer("Dewi Nasution", "BNJ")
    world.say(other.id, "MARKETING", "GRANTED")

    def seen(username):
        who = actor(username)
        with scope(who):
            return [
                (each["rule_code"], each["reason"], each["related"] and each["related"]["type"])
                for each in customer_advice(actor=who, customer_id=customer.id)["items"]
            ]

    assert seen("agent_mdn")[1] == ("SECURITY_EDUCATION", "Pernah ada kasus penipuan; ingatkan cara menjaga PIN dan OTP.", "CASE")
    assert seen("rm_mdn")[1] == ("SECURITY_EDUCATION", "Perlu kehati-hatian; ingatkan cara menjaga PIN dan OTP.", None)
    with pytest.raises(CustomerNotFound), scope(actor("agent_bnj")):
        customer_advice(actor=actor("agent_bnj"), customer_id=customer.id)
    given = {"customer_id": customer.id, "rule_code": "SECURITY_EDUCATION", "related_id": fraud.id, "decision": Decision.ACCEPTED}
    with pytest.raises(Forbidden), scope(actor("finance_mdn")):
        advice_decide(actor=actor("finance_mdn"), **given)
    with pytest.raises(AdviceNotFound), scope(actor("rm_mdn")):
        advice_decide(actor=actor("rm_mdn"), **{**given, "rule_code": "OVERDUE_CASE"})
    rm = actor("rm_mdn")
    with scope(rm):
        made = advice_decide(actor=rm, **given)
        task = Task.objects.get(pk=made.task_id)
        assert ("penipuan" in made.reason_text, "penipuan" in task.notes, task.subject_id) == (False, False, None)

    def within(username, **chosen):
        who = actor(username)
        with scope(who):
            page = advice_page(actor=who, advice_filter=AdviceFilter(**chosen), cursor=None, limit=50)
            return [(each["customer"]["name"], each["rule_code"]) for each in page["items"]]

    assert within("rm_mdn") == [("Budi Hutapea", "OFFER_READY")]
    assert (within("rm_mdn_2"), within("marketing"), within("finance_mdn")) == ([], [], [])
    assert within("call_agent") == [("Budi Hutapea", "OFFER_READY"), ("Dewi Nasution", "OFFER_READY")]
    assert within("call_agent", priority="HIGH") == []
    with scope(actor("call_agent")), connection.cursor() as cursor:
        # Each role finds its own decisions only, without the service as well.
        cursor.execute("SELECT count(*) FROM crm.nba_recommendations")
        assert cursor.fetchone() == (1,)
    with scope(actor("agent_bnj")):
        assert query("SELECT 1 FROM crm.nba_recommendations") == []
        assert query("SELECT 1 FROM crm.advice_customers") == []
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            world_row = {"customer_id": customer.id, "branch_code": "MDN", "rule_code": "OFFER_READY", "action_type": "CALL"}
            NbaRecommendation.objects.create(
                **world_row, title="Telepon", reason_text="Alasan.", priority="HIGH", rank=1, since=now(),
                decision="REJECTED", decided_by=actor("agent_bnj").id, decided_at=now(),
            )  # fmt: skip


def test_the_list_is_paged_in_order_in_the_same_number_of_queries(actor, customer, django_assert_num_queries):
    rm = actor("rm_mdn")
    for _ in range(4):
        made = customers.customer("Tiur Manalu", "MDN", rm="rm_mdn")
        world.say(made.id, "MARKETING", "GRANTED")
        world.case_of(made.id, due=now() - timedelta(days=1))
        world.lead_of(made.id)

    def page(limit, cursor=None):
        with scope(rm):
            return advice_page(actor=rm, advice_filter=AdviceFilter(), cursor=cursor, limit=limit)

    whole = [(each["customer_id"], each["rule_code"]) for each in page(50)["items"]]
    assert [rule for _, rule in whole] == ["OVERDUE_CASE"] * 4 + ["OFFER_READY"] + ["LEAD_WAITING"] * 4
    found, cursor = [], None
    while True:
        part = page(2, cursor)
        found += [(each["customer_id"], each["rule_code"]) for each in part["items"]]
        if (cursor := part["next_cursor"]) is None:
            break
    assert found == whole
    with scope(rm):
        assert advice_count(rm) == 4
        assert sorted(advice_counts_among(rm, [key for key, _ in whole]).values()) == [1, 2, 2, 2, 2]


def test_decisions_are_listed_by_what_was_decided_and_what_came_of_it(client_of, customer):
    at = now() - timedelta(days=2)
    made = [
        world.decide(customer.id, "OFFER_READY", None, decision, 2, by="rm_mdn", snoozed_until=until)
        for decision, until in (("ACCEPTED", None), ("REJECTED", None), ("SNOOZED", now() + timedelta(days=3)))
    ]
    with rows():
        NbaRecommendation.objects.filter(pk=made[0].id).update(outcome="SUCCESS", outcome_at=at + timedelta(days=1))

    def listed(username, asked=""):
        answer = client_of(username).api("GET", f"/advice/decisions{asked}")
        assert answer.status_code == 200, answer.content
        return {(each["decision"], each["customer"]["customer_id"]) for each in answer.json()["items"]}

    everything = {(each.decision, str(customer.id)) for each in made}
    assert listed("supervisor_mdn") == listed("rm_mdn") == everything
    assert listed("supervisor_bnj") == set()
    assert listed("rm_mdn", "?mine=true") == everything
    assert {decision for decision, _ in listed("supervisor_mdn", "?decision=ACCEPTED&decision=REJECTED")} == {"ACCEPTED", "REJECTED"}
    assert {decision for decision, _ in listed("supervisor_mdn", "?is_ended=true")} == {"ACCEPTED"}
    assert listed("supervisor_mdn", "?branch=BNJ") == listed("supervisor_mdn", "?outcome=FAILED") == set()
    assert client_of("supervisor_mdn").api("GET", "/advice/decisions?cursor=abc").status_code == 422


def test_rules_are_changed_by_configuration_managers_alone_and_counted_every_night(actor, client_of, customer, trace):
    admin = client_of("admin")
    assert client_of("rm_mdn").api("GET", "/advice/rules").status_code == 403
    rules = {each["code"]: each for each in admin.api("GET", "/advice/rules").json()["items"]}
    assert list(rules) == ["OVERDUE_CASE", "AT_RISK_QUIET", "OFFER_READY", "LEAD_WAITING", "MERCHANT_NEARBY", "SECURITY_EDUCATION", "BIRTHDAY_GREETING"]
    assert [code for code, rule in rules.items() if not rule["is_active"]] == ["MERCHANT_NEARBY"]
    with scope(system_actor()):
        assert advice_count_standing() == 1
        assert query("SELECT branch_code, rule_code, customers FROM crm.nba_standing") == [{"branch_code": "MDN", "rule_code": "OFFER_READY", "customers": 1}]

    body = {"version": 1, "priority": "LOW", "position": 5, "cooldown_days": 10, "parameters": {"waiting_days": 6}, "is_active": True}
    trace.start()
    assert admin.api("PUT", "/advice/rules/LEAD_WAITING", {**body, "parameters": {"waiting_days": 0}}).status_code == 422
    assert admin.api("PUT", "/advice/rules/MERCHANT_NEARBY", {**body, "parameters": {}}).json()["errors"] == {
        "is_active": ["Data merchant belum ada di pemasangan ini."]
    }
    changed = admin.api("PUT", "/advice/rules/LEAD_WAITING", body).json()
    assert (changed["priority"], changed["parameters"][0]["value"], changed["version"]) == ("LOW", 6, 2)
    assert admin.api("PUT", "/advice/rules/LEAD_WAITING", body).status_code == 409
    assert trace()["audit"] == ["CHANGE_ADVICE_RULE:FAILED", "CHANGE_ADVICE_RULE:FAILED", "CHANGE_ADVICE_RULE", "CHANGE_ADVICE_RULE:FAILED"]
    world.lead_of(customer.id)
    with scope(system_actor()):
        assert [each.rule_code for each in advice_found([customer.id])] == ["OFFER_READY"]
        NbaRule.objects.filter(pk="OFFER_READY").update(is_active=False)
        assert advice_found([customer.id]) == []
