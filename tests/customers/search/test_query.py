"""What a query may mean."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.customers.identifiers import hash_of
from simpul.customers.search.query import read
from simpul.platform.errors import Invalid

NIK = "1271014506900004"


def types(written: str) -> set[str]:
    return {kind for kind, _ in read(written).identifiers}


@pytest.mark.parametrize("written", ["081234567890", "+62 812-3456-7890", "62812.3456.7890", "(0812) 3456 7890"])
def test_a_phone_in_any_writing_is_a_phone_and_no_name(written: str) -> None:
    asked = read(written)

    assert (asked.phones, asked.plain) == (("+6281234567890",), "")


@pytest.mark.parametrize(
    "written",
    ["WA 0812-3456-7890", "hp: 081234567890", "No. HP. 0812.3456.7890", "tel:+6281234567890", "Telepon 6281234567890", "0812 3456 7890 (WA)", "WhatsApp +62 812-3456-7890",
     "\u202a+62 812-3456-7890\u202c", "0812\u200b34567890", "\ufeff081234567890", "0812\u20113456\u20117890"],
)  # fmt: skip
def test_a_phone_is_one_with_the_words_and_marks_around_it(written: str) -> None:
    asked = read(written)

    assert (asked.phones, asked.plain, asked.phone_end) == (("+6281234567890",), "", "")


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Drs. H. Ahmad Fauzi, S.E., M.Si., Ak.", "ahmad fauzi"),
        ("Ir. Bambang Wicaksono, M.T.", "bambang wicaksono"),
        ("Prof. Dr. Ir. Slamet Riyanto, M.Sc., Ph.D.", "slamet riyanto"),
        ("Drs.Ahmad Fauzi", "ahmad fauzi"),
        ("Letkol (Purn.) Bonar Sihite", "bonar sihite"),
        ("Ibu Ratna Sari S.Kom", "ratna sari"),
        ("Siregar, Budi", "siregar budi"),
        ("A. S. Nababan", "a s nababan"),
        ("Hj.", "hj"),
        ("Dr. Ir.", "ir"),
        ("Tambunan S.", "tambunan s"),
    ],
)
def test_titles_and_degrees_are_no_part_of_the_name(written: str, plain: str) -> None:
    asked = read(written)

    assert asked.plain == plain
    assert asked.whole.split() == [word for word in asked.whole.split() if word]


@pytest.mark.parametrize(
    ("written", "end"),
    [("siti 7702", "7702"), ("017702 siti", "017702"), ("siti", ""), ("PT 45 Jaya", ""), ("7702", ""), ("siti 7702 8803", ""), ("siti 1234567", "")],
)
def test_four_to_six_digits_beside_a_name_may_be_the_end_of_a_phone(written: str, end: str) -> None:
    assert read(written).phone_end == end


def test_sixteen_digits_may_be_a_nik_and_an_account_but_no_name() -> None:
    asked = read("1271 0145 0690 0004")

    assert asked.plain == ""
    assert ("NIK", hash_of("NIK", NIK)) in asked.identifiers
    assert ("ACCOUNT_NO", hash_of("ACCOUNT_NO", NIK)) in asked.identifiers


def test_a_code_may_be_every_identifier_but_a_nik_and_also_a_name() -> None:
    asked = read("cif-00000123")

    assert asked.plain == "cif 00000123"
    assert {kind for kind, _ in asked.identifiers} == {"CIF", "ACCOUNT_NO", "METER_NO", "MEMBER_NO"}
    assert ("CIF", hash_of("CIF", "CIF00000123")) in asked.identifiers
    assert (read("CIF00000123").plain, read("CIF00000123").whole) == ("", ""), "in one word it is like nobody's name"


def test_a_name_is_no_identifier() -> None:
    asked = read("Siti  NUR'AINI")

    assert (asked.plain, asked.phones, asked.identifiers) == ("siti nuraini", (), ())


def test_few_digits_may_be_part_of_a_name() -> None:
    assert read("45").plain == "45"
    assert read("PT 1945 Jaya").plain == "pt 1945 jaya"


@pytest.mark.parametrize("written", ["", " ", "a", "'", "😀", "\0", "%", "张伟", "x" * 201, "9" * 201, "a b c d e f g h i"])
def test_what_cannot_be_searched_is_refused_by_field(written: str) -> None:
    with pytest.raises(Invalid) as refusal:
        read(written)

    assert list(refusal.value.fields) == ["q"]


def test_ten_megabytes_are_refused_at_once() -> None:
    typed = "Ø" * 10_000_000

    began = time.perf_counter()
    with pytest.raises(Invalid):
        read(typed)

    assert time.perf_counter() - began < 0.01


@given(st.text(max_size=200))
def test_whatever_is_typed_is_understood_or_refused(written: str) -> None:
    try:
        asked = read(written)
    except Invalid:
        return
    assert asked.plain or asked.phones or asked.identifiers or written.strip()[0] in "+(0123456789"
    assert set(asked.plain) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert all(len(digest) == 32 for _, digest in asked.identifiers)
