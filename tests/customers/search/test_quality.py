"""How often the wanted name is on the first page, over generated customers; the bench measures the same at volume."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from simpul.config.demonstration.names import NameMaker
from simpul.config.demonstration.slips import one_slip, two_of_three
from simpul.customers import names
from simpul.customers.search.find import find
from simpul.customers.search.query import read
from simpul.platform.db import execute, query, scope
from tests.support.database import rows

pytestmark = pytest.mark.django_db

CUSTOMERS = 4000
ASKED = 100


@pytest.fixture
def bank(organisation: None) -> list[str]:
    """The plain names of generated customers of one branch."""
    maker = NameMaker(11)
    made = [maker.person().full_name for _ in range(CUSTOMERS)]
    with rows():
        execute(
            "INSERT INTO crm.customers (customer_id, full_name, home_branch_code, source_system, source_key)"
            " SELECT uuidv7(), name, 'MDN', 'TEST', place FROM unnest(%s::text[]) WITH ORDINALITY AS t (name, place)",
            (made,),
        )
    return [names.plain(name) for name in made]


def share_found(actor: Any, wanted: list[tuple[str, str]]) -> float:
    """Of pairs of a name and a query for it, those whose first page shows a customer of that name."""
    found = 0
    with scope(actor("agent_mdn")):
        for name, asked in wanted:
            ids = [hit.customer_id for hit in find(read(asked)).hits]
            found += bool(query("SELECT FROM crm.customers WHERE customer_id = ANY (%s) AND sort_name = %s LIMIT 1", (ids, name)))
    return found / len(wanted)


def test_names_are_found_whole_misspelt_and_in_part(bank: list[str], actor: Any) -> None:
    chance = Random(4)
    whole = chance.sample(bank, ASKED)
    of_three = chance.sample([name for name in bank if name.count(" ") == 2], ASKED)

    assert share_found(actor, [(name, name) for name in whole]) >= 0.99
    assert share_found(actor, [(name, one_slip(name, chance)) for name in whole if len(name) > 3]) >= 0.95
    assert share_found(actor, [(name, two_of_three(name, chance)) for name in of_three]) >= 0.95
