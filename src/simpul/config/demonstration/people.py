"""Made customers: a stream of rows that follows one seed, in columns as the import targets take them."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Any, Iterator, Sequence
from zlib import crc32

from simpul.config.demonstration.names import NameMaker
from simpul.config.demonstration.places import STREETS, Place

PREFIXES = ("811", "812", "813", "821", "822", "823", "851", "852", "853", "857", "858", "877", "878", "895", "896")
CUSTOMER_FIELDS = (
    "source_key", "kind", "full_name", "birth_date", "gender", "phone_e164", "email", "segment_code", "status", "is_vip", "home_branch_code", "preferred_channel", "tags", "nik", "cif",
    "street", "rt", "rw", "kelurahan", "kecamatan", "city", "province", "postcode", "latitude", "longitude",
)  # fmt: skip
_CHANNELS = ("WHATSAPP", "WHATSAPP", "PHONE", "EMAIL", "BRANCH", None, None)


class People:
    """Customers 1..count. Equal seeds, places and days make equal customers."""

    def __init__(self, seed: int, places: Sequence[Place], today: date, *, first: int = 1, prefix: str = "CIF") -> None:
        self.random, self.names = Random(seed), NameMaker(seed)
        self.places, self.weights = places, list(accumulate(place.weight for place in places))
        self.oldest, self.youngest = (today - timedelta(days=365 * 82)).toordinal(), (today - timedelta(days=365 * 17 + 5)).toordinal()
        # Volumes of different seeds stand side by side: their customer numbers and NIK serials keep apart.
        self.prefix, self.first_serial = prefix, Random(f"{prefix} {seed}").randrange(1, 9_000)
        self.serials: Counter[str] = Counter()
        self.number = first
        self.shared: list[str] = []
        self.known: list[dict[str, Any]] = []

    def rows(self, count: int) -> Iterator[dict[str, Any]]:
        """That many customers, each a row by field."""
        for _ in range(count):
            yield self.row()

    def row(self) -> dict[str, Any]:
        """The next customer."""
        chance, pick = self.random.random, self.random.choice
        place = self.random.choices(self.places, cum_weights=self.weights)[0]
        key = f"{self.number:08d}"
        self.number += 1
        organisation = chance() < 0.06
        district, villages = pick(place.districts)
        row: dict[str, Any] = {
            "source_key": f"{self.prefix}{key}",
            "cif": f"{self.prefix}{key}",
            "home_branch_code": place.code,
            "phone_e164": self._phone(),
            "preferred_channel": pick(_CHANNELS),
            "street": f"{pick(STREETS)} No. {int(chance() * 240) + 1}",
            "rt": f"{int(chance() * 12) + 1:03d}",
            "rw": f"{int(chance() * 9) + 1:03d}",
            "kelurahan": pick(villages),
            "kecamatan": district,
            "city": place.city,
            "province": "Sumatera Utara",
            "postcode": place.postcode + f"{int(chance() * 60) + 11}",
            "latitude": None,
            "longitude": None,
        }
        if chance() < 0.86:
            row["latitude"] = f"{place.latitude + (chance() - 0.5) * 0.09:.6f}"
            row["longitude"] = f"{place.longitude + (chance() - 0.5) * 0.09:.6f}"
        row.update(self._organisation() if organisation else self._person(place, row["phone_e164"]))
        if not organisation:
            self._look_alike(row)
        return row

    def _look_alike(self, row: dict[str, Any]) -> None:
        """One person in 150 seems to be entered twice: name and birth date of somebody before, often the phone, no NIK."""
        if len(self.known) < 500:
            self.known.append(row)
        elif self.random.random() < 1 / 150:
            twin = self.known[int(self.random.random() * len(self.known))]
            same = ("birth_date", "gender", "home_branch_code", "city", "postcode", "kecamatan", "kelurahan")
            row.update({"full_name": _respelt(self.random, twin["full_name"]), "nik": None, **{name: twin[name] for name in same}})
            if self.random.random() < 0.6:
                row["phone_e164"] = twin["phone_e164"]

    def _organisation(self) -> dict[str, Any]:
        chance, name = self.random.random, self.names.organisation()
        share = chance()
        return {
            "kind": "ORGANISATION",
            "full_name": name,
            "birth_date": None,
            "gender": None,
            "nik": None,
            "email": f"kantor{self.number}@usaha.example" if chance() < 0.7 else None,
            "segment_code": "CORPORATE" if share < 0.2 else "MSME",
            "status": "ACTIVE" if chance() < 0.93 else "DORMANT",
            "is_vip": share < 0.04,
            "tags": ("agen-qris",) if chance() < 0.25 else (),
        }

    def _person(self, place: Place, phone: str | None) -> dict[str, Any]:
        chance, person = self.random.random, self.names.person()
        born = date.fromordinal(self.oldest + int((self.youngest - self.oldest) * (chance() + chance()) / 2))
        share, state = chance(), chance()
        segment = "MASS" if share < 0.83 else "MSME" if share < 0.92 else "PRIORITY"
        age_tag = ("pensiunan",) if born.toordinal() < self.oldest + 365 * 22 and chance() < 0.6 else ("gaji-pemda",) if chance() < 0.18 else ()
        day = born.day + (40 if person.gender == "F" else 0)
        region = f"{place.region}{int(chance() * 8) + 1:02d}{day:02d}{born:%m%y}"
        return {
            "kind": "PERSON",
            "full_name": person.full_name,
            "birth_date": born,
            "gender": person.gender,
            "nik": f"{region}{self._serial(region):04d}",
            "email": f"{person.full_name.split(' ')[0].lower().replace(chr(39), '')}{self.number}@surel.example" if phone and chance() < 0.55 else None,
            "segment_code": segment,
            "status": "ACTIVE" if state < 0.9 else "DORMANT" if state < 0.98 else "CLOSED",
            "is_vip": segment == "PRIORITY" and chance() < 0.18,
            "tags": age_tag,
        }

    def _serial(self, region: str) -> int:
        self.serials[region] += 1
        # Each region counts from a number of its own: at the counter, people are asked for the last digits.
        return (self.first_serial + crc32(region.encode()) + self.serials[region]) % 9999 + 1

    def _phone(self) -> str | None:
        """About one in thirty shares a number with somebody before, as families do; few have none."""
        chance = self.random.random
        share = chance()
        if share < 0.015:
            return None
        if share < 0.05 and self.shared:
            return self.shared[int(chance() * len(self.shared))]
        number = f"+62{PREFIXES[int(chance() * len(PREFIXES))]}{10_000_000 + int(chance() * 90_000_000)}"
        if len(self.shared) < 400:
            self.shared.append(number)
        return number


def _respelt(random: Random, name: str) -> str:
    """The name as another clerk writes it: as it is, in capitals, or with one letter doubled."""
    share = random.random()
    if share < 0.4:
        return name
    if share < 0.6:
        return name.upper()
    place = 1 + int(random.random() * (len(name) - 1))
    return name if name[place - 1] == " " else name[:place] + name[place - 1] + name[place:]
