"""The last contact with a customer, and how many there were in 90 days, follow what happens in cases."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from simpul.cases.services import answering, noting
from simpul.cases.services.intake import Complaint, case_create
from simpul.cases.vocabulary import Channel, Kind, Priority
from simpul.customers.models import CustomerFacts
from simpul.customers.tasks import recount_contacts
from simpul.iam.public import system_actor
from simpul.platform.clock import now, shifted
from simpul.platform.db import execute, scope
from tests.support import cases, customers, people
from tests.support.database import rows

FIELDS = ("last_contact_at", "last_contact_channel", "last_contact_by", "contacts_90d")


def summary(customer_id):
    with rows():
        return CustomerFacts.objects.filter(pk=customer_id).values_list(*FIELDS).first()


def create(customer_id, username="agent_mdn", channel=Channel.CALL_CENTER, days_ago=0):
    complaint = Complaint(customer_id, channel, "TRX_FAIL", Priority.MEDIUM, cases.DESCRIPTION, Kind.VERBAL)
    with scope(people.actor(username)):
        return case_create(actor=people.actor(username), complaint=complaint, received_at=now() - timedelta(days=days_ago))


def act(service, case, username="agent_mdn", **given):
    with scope(people.actor(username)):
        return service(actor=people.actor(username), case_id=case.id, **given)


def test_a_complaint_messages_both_ways_and_the_answer_are_contacts_and_a_note_is_none(organisation):
    customer = customers.customer(preferred_channel=None, phone_e164="+6281234567678")
    agent, started = people.user_id("agent_mdn"), now()

    case = create(customer.id)
    at, *rest = summary(customer.id)
    assert rest == ["CALL_CENTER", agent, 1] and at >= started

    cases.given_to(case, "agent_mdn")
    act(noting.case_note, case, text="Sudah diteruskan.")
    assert summary(customer.id)[1:] == ("CALL_CENTER", agent, 1)

    act(noting.case_message, case, text="Sedang kami periksa.", incoming=False)
    assert summary(customer.id)[1:] == ("WHATSAPP", agent, 2)

    act(noting.case_message, case, username="supervisor_mdn", text="Nasabah menelepon lagi.", incoming=True, channel="PHONE")
    assert summary(customer.id)[1:] == ("PHONE", people.user_id("supervisor_mdn"), 3)

    act(answering.case_respond, case, version=None, final_response=cases.ANSWER)
    assert summary(customer.id)[1:] == ("WHATSAPP", agent, 4)
    assert summary(customer.id)[0] > at


def test_a_program_that_writes_is_no_contact(organisation):
    case = create((customer := customers.customer()).id)

    with scope(system_actor()):
        noting.case_message(actor=system_actor(), case_id=case.id, text="Kami sudah menerima pengaduan Anda.", incoming=False)

    assert summary(customer.id)[1:] == ("CALL_CENTER", people.user_id("agent_mdn"), 1)


def test_an_older_contact_counts_and_does_not_take_the_place_of_the_last(organisation):
    customer = customers.customer()
    create(customer.id)
    last = summary(customer.id)

    for days_ago in (3, 91):
        create(customer.id, "supervisor_mdn", Channel.BRANCH, days_ago)

    assert summary(customer.id) == (*last[:3], 2)


def test_every_night_what_is_older_than_90_days_counts_no_more(organisation):
    customer, untouched = customers.customer(), customers.customer()
    create(customer.id, days_ago=60)
    create(customer.id)
    customers.facts(untouched.id, rfm_segment="LOYAL")
    assert summary(customer.id)[3] == 2

    with shifted(timedelta(days=40)):
        recount_contacts()
    assert summary(customer.id)[3] == 1
    with shifted(timedelta(days=100)):
        recount_contacts()
    assert summary(customer.id)[3] == 0
    assert summary(untouched.id) == (None, None, None, 0)


@pytest.mark.parametrize("preferred", [None, "EMAIL"])
def test_what_was_there_before_is_filled_in_as_it_would_have_been_written(organisation, preferred):
    customer = customers.customer(preferred_channel=preferred)
    case = cases.given_to(create(customer.id), "agent_mdn")
    act(noting.case_message, case, text="Nasabah mengirim bukti.", incoming=True)
    act(answering.case_respond, case, version=None, final_response=cases.ANSWER)
    written = summary(customer.id)

    filled = Path(noting.__file__).parents[1] / "sql" / "0019_contacts.sql"
    [insert] = re.findall(r"INSERT INTO crm\.customer_facts.*?;", filled.read_text(), re.S)
    with rows():
        CustomerFacts.objects.filter(pk=customer.id).update(last_contact_at=None, last_contact_channel=None, last_contact_by=None, contacts_90d=0)
        execute(insert)

    assert summary(customer.id) == written
    assert written[1:] == (preferred or "WHATSAPP", people.user_id("agent_mdn"), 3)
