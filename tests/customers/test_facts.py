"""What other domains find out is written in their own transaction, for one customer or for a set."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from simpul.customers.models import CustomerFacts
from simpul.customers.public import UnknownFact, facts_write, facts_write_from
from simpul.platform.db import scope
from tests.support import customers as make
from tests.support.database import rows


def stored(customer):
    with rows():
        return CustomerFacts.objects.filter(pk=customer.id).values("rfm_segment", "has_open_case", "contacts_90d").first()


def test_facts_of_one_customer_are_set_and_the_others_stay(actor):
    customer = make.customer()

    with scope(actor("agent_mdn")):
        facts_write(customer.id, has_open_case=True, contacts_90d=2)
        facts_write(customer.id, rfm_segment="AT_RISK")

    assert stored(customer) == {"rfm_segment": "AT_RISK", "has_open_case": True, "contacts_90d": 2}


def test_facts_of_a_set_are_written_by_one_statement_that_counts_what_changed(actor, django_assert_num_queries):
    vip, plain = make.customer(is_vip=True), make.customer()
    make.facts(plain.id, rfm_segment="LOYAL")
    agent = actor("agent_mdn")

    with scope(agent):
        with django_assert_num_queries(1):
            changed = facts_write_from("SELECT customer_id, CASE WHEN is_vip THEN %s ELSE 'LOYAL' END FROM crm.customers", ["CHAMPION"], ["rfm_segment"])
        assert changed == 1
        assert facts_write_from("SELECT customer_id, rfm_segment FROM crm.customer_facts", [], ["rfm_segment"]) == 0

    assert (stored(vip)["rfm_segment"], stored(plain)["rfm_segment"]) == ("CHAMPION", "LOYAL")


@pytest.mark.parametrize("facts", [{}, {"full_name": "X"}, {"rfm_segment, updated_at": "X"}])
def test_only_known_facts_are_written(actor, facts):
    customer = make.customer()

    with scope(actor("agent_mdn")), pytest.raises(UnknownFact):
        facts_write(customer.id, **facts)


def test_counts_are_never_negative(actor):
    with pytest.raises(IntegrityError, match="customer_facts_counts"), scope(actor("agent_mdn")):
        facts_write(make.customer().id, open_tasks=-1)
