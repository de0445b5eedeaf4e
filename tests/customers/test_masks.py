"""Masks show what chapter 1.3 says and never the clear value."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.customers import masks
from simpul.customers.identifiers import normalise, seal, unseal
from simpul.platform.text import speaking
from tests.support import customers as make

digits = st.text("0123456789", min_size=4, max_size=20)
words = st.text(st.characters(categories=("Lu", "Ll")), min_size=2, max_size=12)


@pytest.mark.covers("15.3.1-3", "US-02 AC-2")
@pytest.mark.parametrize(
    ("id_type", "clear", "masked"),
    [
        ("NIK", make.NIK, "1271********0004"),
        ("ACCOUNT_NO", make.ACCOUNT, "******7890"),
        ("CIF", make.CIF, "CIF****123"),
        ("CIF", "00042123", "CIF****123"),
        ("METER_NO", "MTR-0099881", "****881"),
        ("MEMBER_NO", "PS001", "****01"),
    ],
)
def test_each_identifier_has_its_mask(id_type, clear, masked):
    assert masks.identifier(id_type, seal(id_type, clear).hint) == masked


def test_contact_data_and_names_have_their_masks():
    today = date(2026, 7, 1)
    assert masks.phone("+6281234567678") == "+62812****678"
    assert masks.email("siti@bank.co.id") == "s***@bank.co.id"
    assert masks.name("Budi Santoso") == "B*** S***"
    assert (masks.phone(None), masks.email(None), masks.birth_date(None, today)) == (None, None, None)
    with speaking("id"):
        assert masks.birth_date(date(1990, 7, 2), today) == "35 tahun"
    with speaking("en"):
        assert masks.birth_date(date(1990, 7, 1), today) == "36 years old"


@pytest.mark.parametrize(("today", "years"), [(date(2026, 2, 28), 25), (date(2026, 3, 1), 26), (date(2024, 2, 29), 24)])
def test_who_was_born_on_a_leap_day_has_a_birthday_every_year(today, years):
    assert masks.age(date(2000, 2, 29), today) == years


@given(digits)
def test_a_clear_identifier_never_shows(value):
    for id_type in ("ACCOUNT_NO", "CIF", "METER_NO", "MEMBER_NO"):
        assert value not in masks.identifier(id_type, seal(id_type, value).hint)
    padded = value.zfill(16)[-16:]
    assert padded not in masks.identifier("NIK", seal("NIK", padded).hint)


@given(st.integers(1, 9), st.text("0123456789", min_size=6, max_size=14))
def test_a_clear_phone_number_never_shows_and_four_digits_are_hidden(first, rest):
    clear = f"+{first}{rest}"
    masked = masks.phone(clear)
    assert clear not in masked
    assert len(masked.replace("*", "")) <= len(clear) - 4


@given(words, st.lists(words, min_size=0, max_size=3), words)
def test_clear_mail_addresses_and_names_never_show(first, more, domain):
    full_name = " ".join([first, *more])
    assert all(word not in masks.name(full_name).split() for word in full_name.split())
    assert f"{first}@{domain}.id" not in masks.email(f"{first}@{domain}.id")


@given(st.sampled_from(["NIK", "ACCOUNT_NO"]), st.text("0123456789", min_size=16, max_size=16))
def test_a_sealed_identifier_opens_again_and_its_row_shows_nothing_of_it(id_type, clear):
    sealed = seal(id_type, clear)
    assert unseal(id_type, sealed.value, sealed.hash) == clear
    assert clear not in sealed.value
    assert seal(id_type, clear).value != sealed.value
    assert seal(id_type, clear).hash == sealed.hash


def test_identifiers_are_compared_without_blanks_and_dots():
    assert normalise("ACCOUNT_NO", "100.01.2345-67890") == "10001234567890"
    assert normalise("CIF", " cif-00 123 ") == "CIF00123"
    assert normalise("NIK", "1271 0145 0690 0004") == "1271014506900004"
