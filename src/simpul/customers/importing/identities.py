"""Stable made-up Indonesian identities for sources that carry none, such as research data about a real bank.

The same number always gives the same person, so a second import changes nothing. Birth date and gender are the
source's own; the NIK agrees with them and lies in a regency of North Sumatra.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from random import Random
from typing import Any, NamedTuple

from simpul.imports.public import Generator, make_step

REGENCIES = tuple(f"12{number:02d}" for number in (*range(1, 26), *range(71, 79)))
_PREFIXES = ("811", "812", "813", "821", "822", "852", "853", "857", "878", "895")
_born = make_step("birth_number:day")
_gender = make_step("birth_number:gender")


class Identity(NamedTuple):
    """A made-up person."""

    full_name: str
    nik: str
    phone: str
    email: str
    street: str
    city: str
    postcode: str


@lru_cache(maxsize=4)
def _faker() -> Any:
    from faker import Faker  # slow to load, and needed by few imports

    return Faker("id_ID")


@lru_cache(maxsize=60_000)
def identity(number: str, birth_number: str, district: str) -> Identity:
    """The person behind a number of the source, born as the birth number says.

    Raises: Bad for an impossible birth number.
    """
    born: date = _born(birth_number)
    woman = _gender(birth_number) == "F"
    random, faker = Random(f"identity {number}"), _faker()
    faker.seed_instance(f"identity {number}")
    first = faker.first_name_female() if woman else faker.first_name_male()
    last = faker.last_name_female() if woman else faker.last_name_male()
    regency = REGENCIES[int("".join(filter(str.isdigit, district)) or 0) % len(REGENCIES)]
    serial = int("".join(filter(str.isdigit, number)) or 0) % 9999 + 1
    return Identity(
        full_name=f"{first} {last}",
        nik=f"{regency}{random.randint(1, 12):02d}{born.day + (40 if woman else 0):02d}{born:%m%y}{serial:04d}",
        phone=f"+62{random.choice(_PREFIXES)}{random.randint(10_000_000, 99_999_999)}",
        email=f"{''.join(filter(str.isalpha, first)).lower()}.{number}@surel.example",
        street=" ".join(str(faker.street_address()).split()),
        city=str(faker.city_name()),
        postcode=f"2{random.randint(0, 2)}{random.randint(100, 999)}",
    )


# Each part of the identity is made from (number, birth number, district).
GENERATORS = tuple(Generator(f"identity.{part}", lambda *values, at=place: identity(*values)[at]) for place, part in enumerate(Identity._fields))
