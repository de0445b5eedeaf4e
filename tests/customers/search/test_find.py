"""What is found and in which order."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from simpul.customers.search.find import CEILING, PAGE, Filters, Found, find
from simpul.customers.search.query import read
from simpul.platform.actor import Actor
from simpul.platform.db import scope
from simpul.platform.errors import Invalid
from tests.support import customers as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def steward(actor: Any) -> Actor:
    """Somebody who reaches every customer."""
    found: Actor = actor("steward")
    return found


def look(actor: Actor, written: str, **options: Any) -> Found:
    with scope(actor):
        return find(read(written), **options)


def customer(name: str, **fields: Any) -> UUID:
    """A customer who shares neither phone nor birth date with anybody."""
    made: UUID = make.customer(name, **{"phone_e164": None, "birth_date": None, **fields}).id
    return made


def reasons(found: Found) -> list[tuple[UUID, str, str]]:
    return [(hit.customer_id, str(hit.match), hit.reason) for hit in found.hits]


def test_the_whole_name_comes_first_then_all_words_then_slips(steward: Actor) -> None:
    slip = customer("Budi Santosa")
    longer = customer("Budi Santoso Wijaya")
    turned = customer("Santoso Budi")
    whole = customer("Budi Santoso")
    customer("Siti Aminah")

    assert reasons(look(steward, "budi santoso")) == [
        (whole, "EXACT", "NAME_EQUAL"),
        (turned, "PARTIAL", "NAME_SIMILAR"),
        (longer, "PARTIAL", "NAME_PART"),
        (slip, "PARTIAL", "NAME_SIMILAR"),
    ]


def slips(name: str) -> set[str]:
    """Every delete, insert, replace and swap of one letter, at every position."""
    return {
        *(name[:i] + name[i + 1 :] for i in range(len(name))),
        *(name[:i] + "x" + name[i:] for i in range(len(name) + 1)),
        *(name[:i] + "x" + name[i + 1 :] for i in range(len(name))),
        *(name[:i] + name[i + 1] + name[i] + name[i + 2 :] for i in range(len(name) - 1)),
    } - {name}


@pytest.mark.parametrize("name", ["Budi Santoso", "Ani", "Li Wei", "Nur Hayati Siregar"])
def test_one_slip_at_any_position_finds_the_name(steward: Actor, name: str) -> None:
    wanted = customer(name)
    with scope(steward):
        missed = [slip for slip in slips(name.lower()) if wanted not in {hit.customer_id for hit in find(read(slip)).hits}]

    assert missed == []


@pytest.mark.parametrize(
    "written",
    ["siregar hayati nur", "nur siregar", "hayati siregar", "hayati nur", "nur hay sir", "sire", "hayati", "nurhayati siregar", "nur haya ti siregar",
     "noer hajati siregar", "NUR-HAYATI, SIREGAR", "Nur Háyati", "nur hayati siregar harahap", "hayato siregat"],
)  # fmt: skip
def test_words_in_any_order_part_and_spelling_find_the_name(steward: Actor, written: str) -> None:
    wanted = customer("Nur Hayati Siregar")
    customer("Budi Santoso")

    assert [hit.customer_id for hit in look(steward, written).hits] == [wanted]


@pytest.mark.parametrize("written", ["081234567678", "+6281234567678", "6281234567678", "0812-3456-7678", "(0812) 3456 7678", "+62 812 3456 7678"])
def test_a_phone_is_found_in_every_writing(steward: Actor, written: str) -> None:
    wanted = customer("Siti Aminah", phone_e164="+6281234567678")
    customer("Siti Rahayu", phone_e164="+6281234567679")

    assert reasons(look(steward, written)) == [(wanted, "EXACT", "PHONE")]


def test_identifiers_are_found_in_every_writing(steward: Actor) -> None:
    wanted = customer("Siti Aminah")
    make.identifiers(wanted)
    make.identifier(wanted, "METER_NO", "M77001")
    make.identifier(wanted, "MEMBER_NO", "A-1234")
    asked = {"cif 0000-0123": "CIF", "1271 0145 0690 0004": "NIK", "1000-1234-567890": "ACCOUNT_NO", "m77001": "METER_NO", "A 1234": "MEMBER_NO"}

    assert {written: reasons(look(steward, written)) for written in asked} == {written: [(wanted, "EXACT", kind)] for written, kind in asked.items()}


def test_results_that_look_like_one_person_say_so(steward: Actor) -> None:
    one = customer("Siti Aminah", phone_e164="+6281111111111")
    other = customer("Siti Aminah Lubis", phone_e164="+6281111111111")
    born = [customer("Siti Aminah", birth_date="1990-06-05") for _ in range(2)]
    alone = customer("Siti Aminah", birth_date="1991-01-01", phone_e164="+6282222222222")

    found = {hit.customer_id: (str(hit.match), hit.reason) for hit in look(steward, "siti aminah").hits}

    assert found == {
        **dict.fromkeys([one, other], ("POSSIBLE_DUPLICATE", "SHARES_PHONE")),
        **dict.fromkeys(born, ("POSSIBLE_DUPLICATE", "SHARES_NAME_BIRTH_DATE")),
        alone: ("EXACT", "NAME_EQUAL"),
    }


def test_filters_narrow_every_kind_of_hit(steward: Actor) -> None:
    chosen = customer("Siti Aminah", is_vip=True, segment_code="PRIORITY", status="DORMANT", phone_e164="+6281234567678")
    make.facts(chosen, rfm_segment="CHAMPIONS")
    plain = customer("Siti Aminah", branch="BNJ")
    longer = customer("Siti Aminah Nasution")
    for narrowed in (Filters(vip=True), Filters(segment="PRIORITY"), Filters(status="DORMANT"), Filters(rfm="CHAMPIONS")):
        for written in ("siti aminah", "aminah", "sity aminah", "081234567678"):
            assert [hit.customer_id for hit in look(steward, written, filters=narrowed).hits] == [chosen], (narrowed, written)

    for narrowed in (Filters(branch="BNJ"), Filters(branch="BNJ", vip=False, segment="MASS", status="ACTIVE")):
        assert [hit.customer_id for hit in look(steward, "siti aminah", filters=narrowed).hits] == [plain]
    assert {hit.customer_id for hit in look(steward, "siti aminah", filters=Filters(vip=False)).hits} == {plain, longer}
    assert look(steward, "siti aminah", filters=Filters(branch="NOWHERE")).hits == ()


def test_pages_follow_each_other_without_gap_or_repetition(steward: Actor) -> None:
    for number in range(45):
        customer(f"Siti Aminah {'abcdefghi'[number % 9]}")
    whole, after = [], None
    pages = 0
    while pages == 0 or after:
        page = look(steward, "siti aminah", after=after)
        whole += [hit.customer_id for hit in page.hits]
        after, pages = page.after, pages + 1

    assert (pages, len(whole), len(set(whole)), page.count, page.capped) == (3, 45, 45, 45, False)
    assert whole[:PAGE] == [hit.customer_id for hit in look(steward, "siti aminah").hits]


def test_the_count_stops_at_the_ceiling(steward: Actor) -> None:
    for number in range(CEILING + 5):
        customer(f"Siti Aminah {number}")

    found = look(steward, "siti aminah")

    assert (len(found.hits), found.count, found.capped) == (PAGE, CEILING, True)


def test_a_page_goes_on_when_the_last_customer_seen_is_no_longer_found(steward: Actor) -> None:
    first, second = customer("Siti Aminah"), customer("Siti Aminah Lubis")
    gone = (1000, UUID(int=1))

    assert [hit.customer_id for hit in look(steward, "siti aminah", after=gone).hits] == [second]
    assert [hit.customer_id for hit in look(steward, "siti aminah", after=(1000, first)).hits] == [second]
    for nonsense in (("x", first), (1, "y"), ()):
        with pytest.raises(Invalid):
            look(steward, "siti aminah", after=nonsense)


@pytest.mark.parametrize(
    "written",
    ["%%%", "'; DROP TABLE crm.customers; --", "{siti,budi}", "siti & !budi", "NULL null", "\\x00 \\'", "$q$ siti $q$", "%s %L %I siti", "siti\0budi"],
)
def test_signs_of_every_language_are_only_letters_here(steward: Actor, written: str) -> None:
    wanted = customer("Siti Aminah")
    try:
        found = look(steward, written)
    except Invalid:
        return
    assert {hit.customer_id for hit in found.hits} <= {wanted}
    assert look(steward, "siti aminah").count == 1
