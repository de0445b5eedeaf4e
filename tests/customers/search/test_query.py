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
