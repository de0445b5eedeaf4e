"""Watching and being reminded, what became of messages, and one act on many cases."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.cases.models import CaseClockEvent, CaseReminder, CaseWatcher
from simpul.cases.services import assigning, bulk, handling, noting, watching
from simpul.cases.services.answering import case_respond
from simpul.cases.tasks import follow_message_failed, follow_message_sent
from simpul.iam.models import Branch
from simpul.iam.public import system_actor
from simpul.messaging.events import MessageFailed, MessageSent
from simpul.messaging.models import OutboundMessage
from simpul.messaging.public import message_failed
from simpul.platform import events
from simpul.platform.clock import now, shifted
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.ids import uuid7
from simpul.workflow.public import sweep
from tests.support import cases, customers, people
from tests.support.cases import ANSWER
from tests.support.database import rows


def act(username, service, case, **given):
    with scope(people.actor(username)):
        return service(actor=people.actor(username), case_id=case.id, **given)


@pytest.fixture
def mine(organisation):
    customer = customers.customer("Rahmat Siregar", "MDN", phone_e164="+6281234567890")
    return cases.given_to(cases.opened("supervisor_mdn", customer_id=customer.id), "agent_mdn")


def notices():
    with rows():
        return [
            (row["kind"], row["full_name"]) for row in query("SELECT n.kind, u.full_name FROM crm.notices n JOIN iam.users u USING (user_id) ORDER BY 1, 2")
        ]


def test_who_watches_is_told_when_the_case_moves_and_no_more_after(mine):
    act("supervisor_mdn", watching.case_watch, mine)
    act("supervisor_mdn", watching.case_watch, mine)
    act("agent_mdn", handling.case_take, mine, version=mine.version)
    assert notices() == [("cases.moved", "Supervisor Mdn")]
    with rows():
        assert CaseWatcher.objects.count() == 1

    act("supervisor_mdn", watching.case_unwatch, mine)
    act("agent_mdn", handling.case_wait, mine, version=cases.fresh(mine).version, reason_code="CUSTOMER_DATA")
    assert len(notices()) == 1


@pytest.mark.parametrize(
    "loss",
    [
        "UPDATE iam.user_branch_scopes SET active_to = now() - interval '1 hour' WHERE user_id = %s",
        "UPDATE iam.users SET status = 'SUSPENDED' WHERE user_id = %s",
        "UPDATE crm.case_categories SET is_sensitive = true WHERE %s IS NOT NULL",
    ],
)
def test_who_lost_sight_of_a_case_is_told_of_it_no_more(mine, loss):
    cases.given_to(mine, "agent_mdn", "CALL")
    for watcher in ("supervisor_mdn", "call_agent"):
        act(watcher, watching.case_watch, mine)
        act(watcher, watching.case_remind, mine, at=now() + timedelta(hours=2))
    with rows():
        execute(loss, (people.user_id("call_agent"),))

    act("agent_mdn", handling.case_take, mine, version=mine.version)
    with shifted(timedelta(hours=3)):
        sweep()

    assert notices() == [("cases.moved", "Supervisor Mdn"), ("cases.reminder", "Supervisor Mdn")]
    with rows():
        assert (CaseWatcher.objects.count(), CaseReminder.objects.filter(told_at=None).count()) == (2, 0)


def test_the_log_says_what_a_case_waits_for(mine, client_of):
    act("agent_mdn", handling.case_wait, mine, version=mine.version, reason_code="CUSTOMER_DOCUMENT", note="KTP yang baru.")

    newest = client_of("agent_mdn").api("GET", f"/cases/{mine.id}/activities").json()["items"][0]

    assert (newest["type"], newest["to"], newest["text"]) == ("STATUS_CHANGE", "Menunggu nasabah", "Menunggu dokumen nasabah. KTP yang baru.")


def test_a_reminder_is_given_once_at_its_moment(mine):
    act("agent_mdn", watching.case_remind, mine, at=now() + timedelta(hours=2), note="Hubungi bank tujuan.")
    with pytest.raises(Invalid):
        act("agent_mdn", watching.case_remind, mine, at=now() - timedelta(hours=2))
    with rows():
        row = CaseReminder.objects.get()
        timer = query("SELECT kind, subject_id, status FROM crm.timers WHERE kind = 'cases.reminder'")
    assert timer == [{"kind": "cases.reminder", "subject_id": str(mine.id), "status": "PENDING"}]
    with shifted(timedelta(hours=3)):
        sweep()
        sweep()
    with rows():
        row.refresh_from_db()
    assert row.told_at is not None
    assert [kind for kind, _ in notices() if kind == "cases.reminder"] == ["cases.reminder"]


def test_a_mention_tells_who_handles_cases_there(mine):
    cases.given_to(mine, "agent_mdn", "CALL")
    act("agent_mdn", noting.case_note, mine, text="Mohon dicek.", mentions=[people.user_id("call_agent"), people.user_id("agent_mdn")])
    assert notices() == [("cases.mentioned", "Call Agent")]
    with pytest.raises(Invalid):
        act("agent_mdn", noting.case_note, mine, text="Mohon dicek.", mentions=[people.user_id("agent_bnj")])


def clock(case):
    with rows():
        return list(CaseClockEvent.objects.filter(case=case).order_by("seq").values_list("seq", "change", "corrects", "moved_to"))


def test_the_first_response_moves_to_when_its_message_was_sent(mine):
    act("agent_mdn", noting.case_message, mine, text="Aduan Bapak sedang kami cek.", incoming=False)
    with rows():
        message = OutboundMessage.objects.get()
    written = cases.fresh(mine).first_responded_at
    sent_at = now() + timedelta(minutes=5)
    told = MessageSent(message.id, "CASE", str(mine.id), mine.customer_id, sent_at)
    with shifted(timedelta(minutes=6)), scope(system_actor()):
        follow_message_sent(events.encode(told))

    assert written <= now()
    assert cases.fresh(mine).first_responded_at == sent_at.replace(microsecond=0)
    assert clock(mine)[-1] == (3, "CORRECT", 2, sent_at)


def test_the_first_response_of_an_answer_that_was_lost_runs_on_although_the_case_waited(mine):
    act("agent_mdn", handling.case_wait, mine, version=mine.version, reason_code="CUSTOMER_DATA")
    act("agent_mdn", case_respond, mine, version=cases.fresh(mine).version, final_response=ANSWER)
    with rows():
        message = OutboundMessage.objects.get()
    with scope(system_actor()):
        message_failed(message.id, "UNREACHABLE", now())
        follow_message_failed(events.encode(MessageFailed(message.id, "CASE", str(mine.id), mine.customer_id, now(), "UNREACHABLE")))
    act("supervisor_mdn", handling.case_reopen, mine, version=cases.fresh(mine).version, reason="Jawaban tidak sampai.")

    reopened = cases.fresh(mine)
    waited = reopened.first_response_due_at - mine.first_response_due_at
    assert (reopened.status, reopened.first_responded_at) == ("IN_PROGRESS", None)
    assert timedelta(0) <= waited < timedelta(minutes=5)


def test_a_first_response_that_was_never_sent_is_none_and_the_next_counts(mine):
    act("agent_mdn", noting.case_message, mine, text="Aduan Bapak sedang kami cek.", incoming=False)
    with rows():
        first = OutboundMessage.objects.get()
    told = MessageFailed(first.id, "CASE", str(mine.id), mine.customer_id, now(), "UNREACHABLE")

    with scope(system_actor()):
        message_failed(first.id, "UNREACHABLE", now())
        follow_message_failed(events.encode(told))
    assert cases.fresh(mine).first_responded_at is None

    act("agent_mdn", noting.case_message, mine, text="Kami coba lagi.", incoming=False, channel="PHONE")
    assert cases.fresh(mine).first_responded_at is not None
    with scope(system_actor()):
        follow_message_failed(events.encode(told))  # told twice, counted once
    assert cases.fresh(mine).first_responded_at is not None


def test_of_two_messages_the_second_counts_when_the_first_was_never_sent(mine):
    act("agent_mdn", noting.case_message, mine, text="Aduan Bapak sedang kami cek.", incoming=False)
    with rows():
        first = OutboundMessage.objects.get()
    with shifted(timedelta(hours=1)):
        act("agent_mdn", noting.case_message, mine, text="Masih kami proses.", incoming=False, channel="PHONE")
        later = now()
        with scope(system_actor()):
            message_failed(first.id, "UNREACHABLE", now())
            follow_message_failed(events.encode(MessageFailed(first.id, "CASE", str(mine.id), mine.customer_id, now(), "UNREACHABLE")))

    responded = cases.fresh(mine).first_responded_at
    assert later - timedelta(seconds=30) < responded <= later


def test_each_of_many_cases_succeeds_or_is_refused_by_itself(mine, trace):
    free, answered = cases.opened("supervisor_mdn"), cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn")
    elsewhere = cases.opened("system", customer_id=customers.customer("Tiur Hutagalung", "PMS").id, branch="PMS")
    supervisor = people.actor("supervisor_mdn")
    with scope(supervisor):
        case_respond(actor=supervisor, case_id=answered.id, version=answered.version, final_response=ANSWER)
    trace.start()
    wanted = [(mine, mine.version), (free, free.version + 5), (answered, cases.fresh(answered).version), (elsewhere, 1)]
    given = [bulk.Row(case.id, version) for case, version in wanted]

    with scope(supervisor):
        outcomes = bulk.cases_bulk(actor=supervisor, act="close", rows=given, asked=bulk.Asked(resolution_code="SOLVED"))

    assert [(one.id, one.case.status if one.case else one.refusal.code()) for one in outcomes] == [
        (mine.id, "case_forbids_this"), (free.id, "stale_version"), (answered.id, "CLOSED"), (elsewhere.id, "case_not_found"),
    ]  # fmt: skip
    assert sorted(trace()["audit"]) == ["CLOSE_CASE", "CLOSE_CASE:DENIED", "CLOSE_CASE:FAILED", "CLOSE_CASE:FAILED"]
    assert [cases.fresh(case).status for case in (mine, free, elsewhere)] == ["NEW", "NEW", "NEW"]


def test_many_at_once_take_the_bulk_grant(mine):
    agent = people.actor("agent_mdn")
    with scope(agent), pytest.raises(Forbidden):
        bulk.cases_bulk(actor=agent, act="wait", rows=[bulk.Row(mine.id, mine.version)], asked=bulk.Asked(reason_code="CUSTOMER_DATA"))


def test_many_are_answered_each_with_its_own_answer(client_of, organisation):
    one, two = (cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn") for _ in range(2))
    body = {"act": "respond", "rows": [{"id": str(one.id), "version": 1, "final_response": ANSWER}, {"id": str(two.id), "version": 1}]}

    results = client_of("supervisor_mdn").api("POST", "/cases/bulk", body).json()["results"]

    assert [(each["ok"], each["status"], each["code"]) for each in results] == [(True, "RESOLVED", None), (False, None, "invalid")]
    assert results[1]["message"] == "Paling sedikit 20 karakter."


def test_a_unit_works_on_cases_of_a_branch_that_it_does_not_serve(organisation):
    case = cases.opened("system", customer_id=customers.customer("Tiur Hutagalung", "PMS").id, branch="PMS")
    system = system_actor()
    with scope(system):
        assigning.case_assign(actor=system, case_id=case.id, version=1, unit_code="CALL")
    act("call_agent", assigning.case_claim, case, version=2)
    act("call_agent", watching.case_remind, case, at=now() + timedelta(hours=2))
    act("call_agent", handling.case_wait, case, version=cases.fresh(case).version, reason_code="CUSTOMER_DATA")
    answered = act("call_agent", noting.case_message, case, text="Ini struknya.", incoming=True)
    resolved = act("call_agent", case_respond, case, version=answered.version, final_response=ANSWER)
    closed = act("call_agent", handling.case_close, case, version=resolved.version, resolution_code="SOLVED")
    assert closed.status == "CLOSED"


def refused_mentions(case, *usernames, by="supervisor_mdn"):
    """What is said about the mentions, in Indonesian."""
    with pytest.raises(Invalid) as refusal:
        act(by, noting.case_note, case, text="Mohon dicek.", mentions=[people.user_id(name) for name in usernames])
    return refusal.value.fields["mentions"].id


def test_a_mention_of_who_does_not_handle_cases_here_is_refused_by_name_heads_included(mine, trace):
    with rows():
        Branch.objects.filter(code="MDN").update(head_user=people.user_id("director"))
    cases.given_to(mine, "agent_mdn", "CALL")
    trace.start()

    told = refused_mentions(mine, "call_agent", "director", "agent_bnj", "rm_mdn", "nobody", by="agent_mdn")

    assert told.startswith("Hapus sebutan Agent Bnj, Director, Nobody, Rm Mdn: ")
    assert trace() == {}
    assert notices() == []


def test_who_made_or_has_a_case_is_mentioned_while_they_still_read_it(mine):
    with rows():
        type(mine).objects.filter(pk=mine.pk).update(assigned_to_user_id=people.user_id("agent_bnj"))
    act("supervisor_mdn", noting.case_note, mine, text="Mohon dicek.", mentions=[people.user_id("agent_bnj")])
    assert notices() == [("cases.mentioned", "Agent Bnj")]

    with rows():
        execute("UPDATE iam.users SET status = 'SUSPENDED' WHERE username = 'agent_bnj'")
    assert refused_mentions(mine, "agent_bnj").startswith("Hapus sebutan Agent Bnj: ")
    with rows():
        execute("UPDATE iam.users SET status = 'ACTIVE' WHERE username = 'agent_bnj'")
        execute("DELETE FROM iam.user_roles WHERE user_id = %s", (people.user_id("agent_bnj"),))
    assert refused_mentions(mine, "agent_bnj").startswith("Hapus sebutan Agent Bnj: ")


def test_of_a_sensitive_case_only_who_reads_it_is_offered_and_mentioned(organisation, client_of):
    case = cases.opened("supervisor_mdn", "FRAUD_SCAM")

    assert refused_mentions(case, "agent_mdn", "call_agent").startswith("Hapus sebutan Agent Mdn, Call Agent: ")
    offered = client_of("supervisor_mdn").api("GET", f"/cases/{case.id}/colleagues").json()["items"]
    assert [one["full_name"] for one in offered] == ["Supervisor Mdn"]

    cases.given_to(case, "agent_mdn")
    act("supervisor_mdn", noting.case_note, case, text="Mohon dicek.", mentions=[people.user_id("agent_mdn")])
    assert notices() == [("cases.mentioned", "Agent Mdn")]


def test_an_unknown_mention_is_refused_without_a_name(mine):
    with pytest.raises(Invalid) as refusal:
        act("agent_mdn", noting.case_note, mine, text="Mohon dicek.", mentions=[mine.id])
    assert refusal.value.fields["mentions"].en == "Only colleagues who handle cases here can be mentioned."


def test_a_colleague_out_of_reach_and_one_who_does_not_exist_are_answered_alike(mine, client_of):
    """Of notes, of cases and of tasks: the same status and code, and the same field."""
    cases.given_to(mine, "agent_mdn")
    agent, supervisor, version = client_of("agent_mdn"), client_of("supervisor_mdn"), cases.fresh(mine).version
    task = {"customer_id": str(mine.customer_id), "title": "Hubungi", "due_on": "2030-01-02"}
    ways = {
        "mention": lambda who: agent.api("POST", f"/cases/{mine.id}/notes", {"text": "Mohon dicek.", "mentions": [who]}),
        "assignee": lambda who: supervisor.api("POST", f"/cases/{mine.id}/assign", {"user_id": who, "version": version}),
        "owner": lambda who: supervisor.api("POST", "/tasks", {**task, "owner_id": who}),
    }

    def told(who: str) -> dict[str, tuple[int, str, list[str]]]:
        answers = {name: way(who) for name, way in ways.items()}
        return {name: (answer.status_code, answer.json()["code"], list(answer.json()["errors"])) for name, answer in answers.items()}

    absent = told(str(uuid7()))

    assert told(str(people.user_id("agent_bnj"))) == told(str(people.user_id("nobody"))) == absent
    assert absent == {"mention": (422, "invalid", ["mentions"]), "assignee": (422, "invalid", ["user_id"]), "owner": (422, "invalid", ["owner_id"])}


def test_whoever_handles_a_case_is_offered_the_colleagues_to_mention(mine, client_of):
    cases.given_to(mine, "agent_mdn", "CALL")
    offered = client_of("agent_mdn").api("GET", f"/cases/{mine.id}/colleagues").json()["items"]

    assert {"agent_mdn", "supervisor_mdn", "call_agent"} <= {name for name in people.USERS if str(people.user_id(name)) in {one["id"] for one in offered}}
    assert str(people.user_id("agent_bnj")) not in {one["id"] for one in offered}
    assert [one["full_name"] for one in offered] == sorted(one["full_name"] for one in offered)
    assert client_of("agent_bnj").api("GET", f"/cases/{mine.id}/colleagues").status_code == 404
