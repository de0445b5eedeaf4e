"""Two people at the same customer: one wins, the other is told."""

from __future__ import annotations

import threading

from django.db import connection

from simpul.customers import services
from simpul.customers.errors import ChangeRequestIsDecided
from simpul.customers.models import ChangeRequest, Customer
from simpul.platform.db import query, scope
from simpul.platform.errors import StaleVersion
from tests.support import customers as make
from tests.support import people
from tests.support.database import rows

REASON = "Koreksi dari berkas pembukaan"


def together(*acts):
    """Run each act in a connection of its own, at the same moment; what came back or was raised."""
    gate, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place, act):
        try:
            gate.wait(10)
            results[place] = act()
        except Exception as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return results


def test_of_two_edits_of_one_version_one_is_told_to_look_again(committed):
    people.organisation()
    customer, steward = make.customer(), people.actor("steward")

    def edit(name):
        def act():
            with scope(steward):
                return services.customer_update(actor=steward, customer_id=customer.id, version=1, reason=REASON, changes={"full_name": name}).full_name

        return act

    results = together(edit("Nama Satu"), edit("Nama Dua"))

    won = [result for result in results if isinstance(result, str)]
    assert [type(result) for result in results if not isinstance(result, str)] == [StaleVersion]
    with rows():
        assert list(Customer.objects.values_list("full_name", "version")) == [(won[0], 2)]
        assert query("SELECT count(*) AS edits FROM audit.audit_logs WHERE action = 'UPDATE_CUSTOMER'") == [{"edits": 1}]


def test_a_request_is_decided_once(committed):
    people.organisation()
    customer, steward = make.customer(), people.actor("steward")
    request = make.change_request(customer.id, "agent_mdn")

    def decide(service):
        def act():
            with scope(steward):
                return service(actor=steward, change_request_id=request.id).status

        return act

    results = together(decide(services.change_request_approve), decide(services.change_request_reject))

    won = [result for result in results if isinstance(result, str)]
    assert [type(result) for result in results if not isinstance(result, str)] == [ChangeRequestIsDecided]
    with rows():
        assert ChangeRequest.objects.get().status == won[0]
        assert Customer.objects.get().version == (2 if won[0] == "APPROVED" else 1)
