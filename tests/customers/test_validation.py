"""What a customer's data can and cannot be."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.customers import validation as v
from simpul.customers.nik import PROVINCES

TODAY = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("nik", "problem"),
    [
        ("1271014506900004", None),  # a woman: day 45 is the 5th
        ("1271010506900004", None),
        ("1271012902960001", None),  # 29 February 1996
        ("127101450690000", v.NIK_LENGTH),
        ("127101450690000A", v.NIK_LENGTH),
        ("１271014506900004", v.NIK_LENGTH),
        ("0071014506900004", v.NIK_REGION),
        ("2071014506900004", v.NIK_REGION),
        ("1200014506900004", v.NIK_REGION),
        ("1271013113900004", v.NIK_BIRTH),
        ("1271010006900004", v.NIK_BIRTH),
        ("1271014006900004", v.NIK_BIRTH),
        ("1271017206900004", v.NIK_BIRTH),
        ("1271013002900004", v.NIK_BIRTH),
        ("1271014506900000", v.NIK_SERIAL),
    ],
)
def test_a_nik_has_sixteen_digits_a_known_region_and_a_possible_date(nik, problem):
    assert v.problem_with_nik(nik, TODAY) == problem


@given(st.sampled_from(sorted(PROVINCES)), st.dates(date(1930, 1, 1), TODAY), st.booleans(), st.integers(1, 9999))
def test_every_nik_that_the_state_could_have_issued_passes(province, born, woman, serial):
    nik = f"{province}7101{born.day + 40 * woman:02}{born.month:02}{born.year % 100:02}{serial:04}"
    assert v.problem_with_nik(nik, TODAY) is None


def test_a_birth_date_is_neither_future_nor_absurd():
    assert v.problem_with_birth_date(TODAY, TODAY) is None
    assert v.problem_with_birth_date(TODAY + timedelta(days=1), TODAY) == v.BIRTH_FUTURE
    assert v.problem_with_birth_date(date(1869, 12, 31), TODAY) == v.BIRTH_TOO_EARLY


@pytest.mark.parametrize("written", ["0812 3456 7678", "+62 812-3456-7678", "6281234567678"])
def test_phones_pass_in_every_local_writing(written):
    assert v.problem_with_phone(written) is None


@pytest.mark.parametrize("written", ["12", "abc", "0812345678901234567", ""])
def test_what_is_no_phone_is_refused(written):
    assert v.problem_with_phone(written) == v.PHONE_SHAPE


def test_mail_addresses_names_and_coordinates():
    assert v.problem_with_email("siti@bank.co.id") is None
    assert {v.problem_with_email(bad) for bad in ("siti", "siti@", "a b@c.d", "@c.d", "a@b", f"{'a' * 250}@b.cd")} == {v.EMAIL_SHAPE}
    assert (v.problem_with_name("Siti"), v.problem_with_name("  "), v.problem_with_name("x" * 201), v.problem_with_name("a\x00b")) == (
        None,
        v.NAME_EMPTY,
        v.NAME_LONG,
        v.NAME_CONTROL,
    )
    assert v.problem_with_coordinates(Decimal("3.58"), Decimal("98.67")) is None
    assert v.problem_with_coordinates(Decimal("98.67"), Decimal("3.58")) == v.OUTSIDE
