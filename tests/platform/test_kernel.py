"""The kernel's small parts."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from types import SimpleNamespace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.platform import clock, crypto, events, ratelimit
from simpul.platform.actor import Actor, Reach
from simpul.platform.ids import uuid7
from simpul.platform.text import Text, speaking


class Colour(StrEnum):
    TEAL = "TEAL"


@dataclass(frozen=True)
class Everything:
    key: UUID
    at: datetime
    on: date
    amount: Decimal
    colour: Colour
    count: int
    note: str | None
    keys: tuple[UUID, ...]


@given(
    st.builds(
        Everything,
        st.uuids(),
        st.datetimes(timezones=st.just(UTC)),
        st.dates(),
        st.decimals(allow_nan=False, allow_infinity=False),
        st.sampled_from(Colour),
        st.integers(),
        st.none() | st.text(),
        st.lists(st.uuids()).map(tuple),
    )
)
def test_an_event_travels_unchanged(event):
    assert events.decode(Everything, events.encode(event)) == event


def test_an_event_with_a_value_that_does_not_travel_is_refused():
    @dataclass
    class Odd:
        value: object

    with pytest.raises(events.NotPortable):
        events.encode(Odd(value=object()))


@given(st.text(), st.text(max_size=20))
def test_a_sealed_value_opens_only_in_its_place(value, context):
    token = crypto.encrypt(value, context)

    assert crypto.decrypt(token, context) == value
    with pytest.raises(crypto.Tampered):
        crypto.decrypt(token, context + "x")


def test_a_changed_ciphertext_does_not_open():
    token = crypto.encrypt("1271010101010004", "NIK")
    name, body = token.split(".")
    flipped = body[:20] + ("A" if body[20] != "A" else "B") + body[21:]

    with pytest.raises(crypto.Tampered):
        crypto.decrypt(f"{name}.{flipped}", "NIK")
    with pytest.raises(crypto.KeyMissing):
        crypto.decrypt(f"k9.{body}", "NIK")


def test_blind_indexes_agree_on_equal_values_and_differ_by_kind():
    assert crypto.blind_index("NIK", "1") == crypto.blind_index("NIK", "1") != crypto.blind_index("CIF", "1")
    assert len(crypto.blind_index("NIK", "1")) == 32


@pytest.mark.parametrize("size", [32, 64, 65, 200])
def test_a_blind_index_is_the_standard_hmac_of_kind_and_value_whatever_the_length_of_the_key(monkeypatch, size):
    key = bytes(range(200))[:size]
    monkeypatch.setattr(crypto, "ring", lambda: SimpleNamespace(blind_index=key))

    assert crypto.blind_index("NIK", "1271010101010004é") == hmac.digest(key, "NIK\x1f1271010101010004é".encode(), "sha256")


def test_ids_sort_by_time():
    made = [uuid7() for _ in range(1000)]

    assert made == sorted(made)
    assert {key.version for key in made} == {7}


def test_a_text_speaks_the_language_of_the_answer():
    text = Text(id="Halo {name}", en="Hello {name}").format(name="Ani")

    with speaking("en-US"):
        assert str(text) == "Hello Ani"
    with speaking("fr"):
        assert str(text) == "Halo Ani"


def test_the_clock_moves_only_inside():
    with clock.shifted(timedelta(days=3)):
        moved = clock.now()

    assert timedelta(days=2, hours=23) < moved - clock.now() < timedelta(days=3, hours=1)


def test_a_bucket_gives_its_tokens_and_then_says_when_to_come_back(db):
    taken = [ratelimit.take("test:1", capacity=3, seconds=60) for _ in range(4)]

    assert [t.allowed for t in taken] == [True, True, True, False]
    assert [t.remaining for t in taken] == [2, 1, 0, 0]
    assert 18 <= taken[3].retry_after <= 20


@pytest.mark.parametrize(
    ("reach", "seen"),
    [
        (Reach.NONE, ""),
        (Reach.OWN, "own"),
        (Reach.PORTFOLIO, "own portfolio"),
        (Reach.BRANCH, "own portfolio branch"),
        (Reach.ALL, "own portfolio branch other"),
    ],
)
def test_a_reach_covers_what_it_says(reach, seen):
    me = uuid7()
    actor = Actor(id=me, grants={"case": {"R": reach}} if reach else {}, branch_codes=frozenset({"MDN"}))
    objects = {
        "own": SimpleNamespace(branch_code="PMS", rm_user_id=None, owner_ids=(me,)),
        "portfolio": SimpleNamespace(branch_code="PMS", rm_user_id=me, owner_ids=()),
        "branch": SimpleNamespace(home_branch_code="MDN"),
        "other": SimpleNamespace(branch_code="PMS", rm_user_id=uuid7(), owner_ids=(uuid7(),)),
    }

    assert " ".join(name for name, obj in objects.items() if actor.may("case", "R", obj)) == seen
