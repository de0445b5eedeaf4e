"""With row policies out of the way the services alone show nobody outside the scope."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from simpul.customer360.services import customer360_open, timeline_open
from simpul.customers import selectors, services
from simpul.customers.errors import ChangeRequestNotFound, CustomerNotFound
from simpul.customers.selectors import change_request_page, customer_labels, recent_customers, result_rows
from simpul.platform.db import execute, scope
from tests.support import customers as make
from tests.support.database import rows
from tests.support.people import user_id

STRANGERS = ["agent_bnj", "supervisor_bnj", "rm_mdn_2", "marketing", "compliance", "admin", "director", "field_mdn", "nobody"]


@contextmanager
def policies_off(actor):
    """The actor's scope under a role that passes by row-level security."""
    with rows(), scope(actor):
        yield


@pytest.mark.covers("15.3.1-2")
@pytest.mark.parametrize("username", STRANGERS)
def test_every_read_and_write_ends_at_the_service_filter(actor, username):
    customer = make.customer(rm="rm_mdn")
    request = make.change_request(customer.id, "agent_mdn")
    stranger = actor(username)
    with rows():
        execute("INSERT INTO crm.recent_customers VALUES (%s, %s, now())", (user_id(username), customer.id))

    acts = [
        lambda: customer360_open(actor=stranger, customer_id=customer.id),
        lambda: timeline_open(actor=stranger, customer_id=customer.id, chosen=[], since=None, until=None, before=None, limit=5),
        lambda: services.field_reveal(actor=stranger, customer_id=customer.id, field="email", reason="sampel pemeriksaan"),
        lambda: services.change_request_create(actor=stranger, customer_id=customer.id, changes={"email": "x@y.id"}, note=""),
        lambda: services.customer_update(actor=stranger, customer_id=customer.id, version=1, reason="sampel pemeriksaan", changes={"is_vip": True}),
        lambda: services.change_request_withdraw(actor=stranger, change_request_id=request.id),
    ]
    for act in acts:
        with pytest.raises((CustomerNotFound, ChangeRequestNotFound)), policies_off(stranger):
            act()
    with policies_off(stranger):
        assert result_rows(stranger, [customer.id]) == {}
        assert recent_customers(stranger) == []
        assert customer_labels(stranger, [str(customer.id)]) == {}
        assert change_request_page(actor=stranger, status=None, customer_id=None, cursor=None, limit=10) == {"items": [], "next_cursor": None}


def test_relatives_outside_the_scope_stay_initials(actor):
    customer, far = make.customer(), make.customer("Dewi Kartika", "BNJ")
    make.relationship(customer.id, far.id)
    agent = actor("agent_mdn")

    with policies_off(agent):
        ties = selectors.relationships(agent, selectors.customer_get(actor=agent, customer_id=customer.id))

    assert [tie["customer"] for tie in ties] == [{"customer_id": None, "name": None, "is_visible": False, "masked": "D*** K***"}]
