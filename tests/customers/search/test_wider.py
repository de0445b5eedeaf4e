"""What is found beyond one slip, and that it neither hides what fits better nor depends on foreign customers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simpul.config.demonstration.names import NameMaker
from simpul.customers.search.find import PAGE, Filters, Found, find
from simpul.customers.search.query import read
from simpul.customers.tasks import recount_words
from simpul.platform.actor import Actor
from simpul.platform.db import execute, scope
from tests.support import customers as make
from tests.support.database import rows

pytestmark = pytest.mark.django_db

# What is typed, and the customer who is meant.
WRITINGS = [
    ("Jahja Pangaribuan", "Yahya Pangaribuan"),
    ("Tjahjo Koemolo", "Cahyo Kumolo"),
    ("Wahjoeni Astuti", "Wahyuni Astuti"),
    ("Chaeroel Anwar", "Khairul Anwar"),
    ("Abdul Rahman Pohan", "Abdurrahman Pohan"),
    ("Abdussalam Hulu", "Abdul Salam Hulu"),
    ("A. S. Nababan", "Albert Sahat Nababan"),
    ("Tiopan Bernhard Sidabutar", "T.B. Sidabutar"),
    ("YB Sudarmanto", "Y.B. Sudarmanto"),
    ("Y.B.", "Y.B. Sudarmanto"),
    ("Drs. H. Ahmad Fauzi Rangkuti, S.E., M.Si., Ak.", "Ahmad Fauzi Rangkuti"),
    ("Ir. Bambang Wicaksono, M.T.", "Bambang Wicaksono"),
    ("Prof. Dr. Ir. Slamet Riyanto, M.Sc., Ph.D.", "Slamet Riyanto"),
    ("Drs Gunadi Prasetya MBA", "Drs. Gunadi Prasetya, M.M."),
    ("Lumban Gaol Martin", "Martin Lumbangaol"),
    ("Sriyulianti Tarigan", "Sri Yulianti Tarigan"),
    ("Parlindugnam Siombing", "Parlindungan Sihombing"),
    ("Yosepine Manurrujg", "Yosephine Manurung"),
    ("Kritina Panjaittsm", "Kristina Panjaitan"),
    ("Ronggur Setiawan", "Ronggur Simbolon"),
    ("Galuh Sukatendel", "Pertiwi Sukatendel"),
    ("M. Natsir Bukit", "Muhammad Natsir Bukit"),
    ("Muhammad Rizki Tobing", "M. Rizki Tobing"),
    ("Boni\u00adfasius Telaum\u2060banua", "Bonifasius Telaumbanua"),
]


@pytest.fixture
def steward(actor: Any) -> Actor:
    """Somebody who reaches every customer."""
    found: Actor = actor("steward")
    return found


def customer(name: str, branch: str = "MDN", **fields: Any) -> UUID:
    """A customer who shares neither phone nor birth date with anybody."""
    made: UUID = make.customer(name, branch, **{"phone_e164": None, "birth_date": None, **fields}).id
    return made


def several(written: list[str], branch: str, source: str = "SEVERAL") -> None:
    """Customers of these names, in one statement."""
    with rows():
        execute(
            "INSERT INTO crm.customers (customer_id, full_name, home_branch_code, source_system, source_key)"
            " SELECT uuidv7(), name, %s, %s, place FROM unnest(%s::text[]) WITH ORDINALITY AS t (name, place)",
            (branch, source, written),
        )


def look(actor: Actor, written: str, filters: Filters | None = None) -> Found:
    with scope(actor):
        return find(read(written), filters)


@pytest.mark.parametrize("username", ["steward", "agent_mdn", "rm_mdn"])
def test_other_writings_and_several_slips_find_who_is_meant(actor: Any, username: str) -> None:
    maker = NameMaker(3)
    several([maker.person().full_name for _ in range(400)], "MDN")
    meant = {name: customer(name, rm="rm_mdn") for name in sorted({name for _, name in WRITINGS})}

    asking = actor(username)
    missed = [written for written, name in WRITINGS if meant[name] not in {hit.customer_id for hit in look(asking, written).hits}]

    assert missed == []


@pytest.mark.parametrize("written", ["Siti 7702", "Lubis ...017702", "17702 nuraini", "7702 Siti Lubis"])
def test_the_last_digits_of_a_phone_with_a_word_of_the_name_come_first(steward: Actor, written: str) -> None:
    wanted = customer("Siti Nuraini Lubis", phone_e164="+6281260017702")
    customer("Siti Nuraini Lubis", phone_e164="+6281260017703")
    customer("Budi Santoso", phone_e164="+6281260117702")

    first = look(steward, written).hits[0]

    assert (first.customer_id, str(first.match), first.reason, first.wider) == (wanted, "PARTIAL", "PHONE_END", False)


@pytest.mark.parametrize(
    ("written", "typed", "variant"), [("M. Rizki Simamora", "M. Rizki Simamora", "Muhammad Rizki Simamora"), ("Siti Rahma", "Siti Rahma Lubis", "Sitti Rahmah")]
)
def test_names_with_the_typed_words_hide_no_other_spelling(steward: Actor, written: str, typed: str, variant: str) -> None:
    first, second = customer(typed), customer(variant)

    found = look(steward, written)

    assert {hit.customer_id: hit.wider for hit in found.hits} == {first: False, second: False}


def test_places_that_are_left_are_filled_by_wider_matches_below_the_others(steward: Actor) -> None:
    whole = customer("Parlindungan Sihombing")
    slip = customer("Parlindungan Sihombin")
    wider = customer("Parlindungan Wijaya")
    customer("Agus Kurniawan")

    found = look(steward, "parlindungan sihombing")

    assert [(hit.customer_id, hit.wider, str(hit.match), hit.reason) for hit in found.hits] == [
        (whole, False, "EXACT", "NAME_EQUAL"),
        (slip, False, "PARTIAL", "NAME_SIMILAR"),
        (wider, True, "PARTIAL", "NAME_WIDER"),
    ]
    assert (found.count, found.capped, found.after) == (3, False, None)


def test_a_full_page_has_no_wider_matches_and_what_is_filled_is_one_page(steward: Actor) -> None:
    several([f"Ronggur Wijaya {first}{second}" for first in "abcdef" for second in "klmnop"], "MDN")
    filled = look(steward, "ronggur simbolon")
    assert (len(filled.hits), filled.count, filled.after, {hit.wider for hit in filled.hits}) == (PAGE, PAGE, None, {True})

    several(["Ronggur Simbolon"] * PAGE, "MDN", "EQUAL")
    full = look(steward, "ronggur simbolon")
    assert [(hit.reason, hit.wider) for hit in full.hits] == [("NAME_EQUAL", False)] * PAGE
    assert full.count == PAGE


def test_wider_matches_keep_to_the_filters(steward: Actor) -> None:
    vip = customer("Parlindungan Wijaya", is_vip=True)
    customer("Parlindungan Kusuma")
    elsewhere = customer("Parlindungan Harahap", "BNJ", is_vip=True)

    assert {hit.customer_id for hit in look(steward, "parlindungan sihombing", Filters(vip=True)).hits} == {vip, elsewhere}
    assert [hit.customer_id for hit in look(steward, "parlindungan sihombing", Filters(branch="BNJ")).hits] == [elsewhere]


def test_words_that_only_others_have_take_no_place(actor: Any) -> None:
    """More foreign words begin so than are ever completed to: none of them may stand before the own ones."""
    several([f"Danz{a}{b} Foreign" for a in "abcdefghijklmnopqrst" for b in "abcdefghijklmnopqrst"], "MDN", "OTHERS")
    own = [customer(f"Dan{letter}aru Own", "BNJ", rm="rm_mdn_2") for letter in "bcdfghjklm"]

    for username in ("agent_bnj", "rm_mdn_2"):
        assert {hit.customer_id for hit in look(actor(username), "dan").hits} == set(own)


NAMES = [name for _, name in WRITINGS] + ["Siti Aminah", "Sitti Aminah Lubis", "Dani", "Danu Pohan", "Nur Hayati", "Nurhayati", "Yahya", "Jaya Pohan"]
ASKED = [written for written, _ in WRITINGS] + ["dan", "siti", "si", "nurhayati", "aminah lubis", "pohan", "yahyo pohen", "081234567678", "siti 7678"]
PHONE = st.sampled_from([None, "+6281234567678"])


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    own=st.lists(st.tuples(st.sampled_from(NAMES), PHONE), max_size=8),
    foreign=st.lists(st.tuples(st.sampled_from(NAMES), PHONE, st.sampled_from(["MDN", "PMS"])), min_size=1, max_size=16),
    asked=st.lists(st.sampled_from(ASKED), min_size=3, max_size=6, unique=True),
    username=st.sampled_from(["agent_bnj", "rm_mdn_2", "nobody"]),
    counted=st.booleans(),
)
def test_foreign_customers_change_nothing_inside_a_reach(
    actor: Any, own: list[tuple[str, str | None]], foreign: list[tuple[str, str | None, str]], asked: list[str], username: str, counted: bool
) -> None:
    outer = transaction.savepoint()
    try:
        for name, phone in own:
            customer(name, "BNJ", rm="rm_mdn_2", phone_e164=phone)
        asking = actor(username)
        before = [look(asking, written) for written in asked]
        for name, phone, branch in foreign:
            customer(name, branch, rm="rm_mdn", phone_e164=phone)
        if counted:
            execute("SET LOCAL ROLE simpul_worker")
            recount_words()
            execute("SET LOCAL ROLE simpul_app")
        assert [look(asking, written) for written in asked] == before
    finally:
        transaction.savepoint_rollback(outer)
