"""The plain form and the sound of names, in Python and in the database alike."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simpul.config.demonstration.names import NameMaker
from simpul.customers import names
from simpul.platform.db import query

pytestmark = pytest.mark.django_db

MARKED = "".join(names.MARKED.values()) + names.DROPPED + "".join(letters for letters, _ in names.DOUBLES)
TEXT = st.text(st.one_of(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), st.sampled_from(MARKED + "aAzZ09 .,-ＡｚＺ９'`’")), max_size=40)
WORD = st.text(st.sampled_from("abcdeghijkmnostuyz"), min_size=1, max_size=14)


def in_database(function: str, values: list[str]) -> list[object]:
    return [row["value"] for row in query(f"SELECT {function}(v) AS value FROM unnest(%s::text[]) WITH ORDINALITY AS t (v, place) ORDER BY place", (values,))]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("  Siti   AMINAH ", "siti aminah"),
        ("Nur'aini", "nuraini"),
        ("Nur’aini", "nuraini"),
        ("M. Rizki Al-Hakim, S.E.", "m rizki al hakim s e"),
        ("José Ødegård", "jose odegard"),
        ("Jose\u0301", "jose"),
        ("ＢＵＤＩ", "budi"),
        ("Straße", "strasse"),
        ("PT 45 (Persero)", "pt 45 persero"),
        ("张伟", ""),
        ("😀", ""),
        ("", ""),
    ],
)
def test_a_plain_name_keeps_letters_digits_and_single_blanks(written: str, plain: str) -> None:
    assert names.plain(written) == plain
    assert in_database("crm.name_plain", [written]) == [plain]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXT, min_size=1, max_size=60))
def test_the_database_makes_the_same_plain_names(written: list[str]) -> None:
    assert in_database("crm.name_plain", written) == [names.plain(each) for each in written]


def test_every_letter_with_a_mark_is_the_same_in_the_database() -> None:
    assert in_database("crm.name_plain", list(MARKED)) == [names.plain(letter) for letter in MARKED]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORD, min_size=1, max_size=60))
def test_the_database_hears_the_same_sounds(heard: list[str]) -> None:
    assert in_database("crm.name_sound", heard) == [names.sound(word) for word in heard]


def test_the_database_hears_the_names_of_the_generator_alike() -> None:
    maker = NameMaker(5)
    heard = sorted({word for _ in range(3000) for word in names.words(names.plain(maker.person().full_name))})

    assert in_database("crm.name_sound", heard) == [names.sound(word) for word in heard]


@pytest.mark.parametrize(
    "spellings",
    [
        ("muhammad", "mohammad", "mochamad", "muhamad", "mohamed", "moh", "muh", "mhd"),
        ("suharto", "soeharto"),
        ("candra", "chandra", "tjandra"),
        ("ahmad", "achmad", "akhmad"),
        ("khairul", "chairul"),
        ("syarif", "sharif"),
        ("rahmat", "rachmat"),
        ("joko", "djoko"),
        ("siti", "sitti"),
        ("yahya", "jahja", "yahja"),
        ("cahyo", "tjahjo", "cahjo"),
        ("wahyuni", "wahjoeni"),
        ("abdurrahman", "abdulrahman", "abdurahman", "abdoerrachman"),
        ("abdul", "abd", "abdur", "abdoel"),
        ("zainal", "zaenal"),
        ("muhammad", "m", "md"),
    ],
)
def test_spellings_of_one_name_sound_alike(spellings: tuple[str, ...]) -> None:
    assert len({names.sound(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("mahmud", "muhammad"), ("budi", "rudi"), ("ali", "ani"), ("chandra", "handra")])
def test_different_names_sound_different(one: str, other: str) -> None:
    assert names.sound(one) != names.sound(other)


def test_the_words_of_a_name_come_once_each_in_order() -> None:
    assert names.words("budi siti budi") == ["budi", "siti"]
    assert names.words("") == []


def test_the_generator_draws_from_a_large_vocabulary_and_repeats_itself() -> None:
    maker = NameMaker(3)

    assert len(maker.first_tokens) >= 2000
    assert len(maker.last_tokens) >= 1500
    assert [NameMaker(9).person() for _ in range(3)] == [NameMaker(9).person() for _ in range(3)]
    assert all(names.plain(maker.person().full_name) for _ in range(1000))
