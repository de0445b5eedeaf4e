"""Who asks for what is asked for already joins that request, and is told of its outcome."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from simpul.customers import services
from simpul.customers.errors import OwnChangeRequest
from simpul.customers.models import ChangeRequest, ChangeRequestAsker, OpenRequestedValue
from simpul.platform.db import query, scope
from tests.support import customers as make
from tests.support import people
from tests.support.database import rows

PHONE, EMAIL = {"phone_e164": "0813 9999 8888"}, {"email": "baru@example.co.id"}


def ask(username, customer, changes, note="disampaikan nasabah"):
    with scope(people.actor(username)):
        return services.change_request_create(actor=people.actor(username), customer_id=customer.id, changes=changes, note=note)


def pending(customer):
    with rows():
        return {request.id: sorted(request.changes) for request in ChangeRequest.objects.filter(customer_id=customer.id, status="PENDING")}


def told():
    with rows():
        return {(row["kind"], row["user_id"]) for row in query("SELECT kind, user_id FROM crm.notices")}


def test_the_same_value_in_another_writing_joins_the_first_request_and_both_are_told(organisation, trace):
    customer = make.customer()
    first = ask("agent_mdn", customer, PHONE)
    trace.start()

    second = ask("supervisor_mdn", customer, {"phone_e164": "+62 813-9999-8888"}, "lewat telepon")
    again = ask("supervisor_mdn", customer, PHONE)

    assert (second.id, again.id, pending(customer)) == (first.id, first.id, {first.id: ["phone_e164"]})
    assert trace() == {"audit": ["REQUEST_CUSTOMER_CHANGE"]}
    with rows():
        assert list(ChangeRequestAsker.objects.values_list("request_id", "user_id", "note")) == [(first.id, people.user_id("supervisor_mdn"), "lewat telepon")]
    with scope(people.actor("steward")):
        services.change_request_approve(actor=people.actor("steward"), change_request_id=first.id)
    assert told() == {("customers.change_approved", people.user_id(name)) for name in ("agent_mdn", "supervisor_mdn")}
    with rows():
        assert not OpenRequestedValue.objects.exists()


def test_only_what_nobody_asked_for_becomes_a_request_of_its_own(organisation):
    customer = make.customer()
    first = ask("agent_mdn", customer, PHONE)

    second = ask("supervisor_mdn", customer, {**PHONE, **EMAIL})

    assert pending(customer) == {first.id: ["phone_e164"], second.id: ["email"]}


def test_another_value_or_another_customer_is_another_request_and_a_decided_one_is_no_obstacle(organisation):
    customer, other = make.customer(), make.customer()
    first = ask("agent_mdn", customer, PHONE)
    asked = {first.id, ask("supervisor_mdn", customer, {"phone_e164": "0813 9999 7777"}).id, ask("agent_mdn", other, PHONE).id}
    assert len(asked) == 3
    with scope(people.actor("steward")):
        services.change_request_reject(actor=people.actor("steward"), change_request_id=first.id, note="nomor orang lain")

    assert ask("supervisor_mdn", customer, PHONE).id not in asked


def test_who_joined_does_not_decide_and_shows_in_the_list(organisation, client_of):
    customer = make.customer()
    first = ask("agent_mdn", customer, PHONE)
    with rows():
        ChangeRequestAsker.objects.create(request=first, user_id=people.user_id("steward"))

    with pytest.raises(OwnChangeRequest), scope(people.actor("steward")):
        services.change_request_approve(actor=people.actor("steward"), change_request_id=first.id)
    [row] = client_of("steward").api("GET", f"/change-requests?customer_id={customer.id}").json()["items"]
    assert [one["id"] for one in row["askers"]] == [str(people.user_id("steward"))]
    assert (row["can"]["approve"], row["can"]["reject"]) == (False, False)


def test_the_database_refuses_a_second_pending_request_for_the_same_value(organisation):
    customer = make.customer()
    make.change_request(customer.id, "agent_mdn")

    with rows(), pytest.raises(IntegrityError, match="open_requested_values"), transaction.atomic():
        ChangeRequest.objects.create(customer=customer, requested_by=people.user_id("supervisor_mdn"), changes={"phone_e164": "+6281399998888"})
