"""Who works in the demonstration: one person for each role, second ones for approvals, thirty follow-up agents, RMs."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password

from simpul.config.demonstration.places import PLACES, Place, branch_facts
from simpul.iam.public import branches_put, organisation_put, people_by_username, system_actor, unit_put, user_add
from simpul.platform.db import scope
from simpul.platform.demonstrating import Colleague

PASSWORD = "danau-toba-88"
ORGANISATION = "Bank Danau Toba"
HEADS = {"MDN": "supervisor", "BNJ": "supervisor2", "PMS": "supervisor2"}
UNITS = {"CC": "Contact Center", "KARTU": "Unit Kartu"}


CAST = (
    Colleague("agent", "Dewi Kartika Sinaga", "AGENT", ("MDN",)),
    Colleague("supervisor", "Hendra Gunawan Nasution", "SUPERVISOR", ("MDN",)),
    Colleague("supervisor2", "Rotua Manurung", "SUPERVISOR", ("BNJ", "PMS")),
    Colleague("rm", "Fajar Pratama Ginting", "RM", ("MDN",)),
    Colleague("marketing", "Indah Permata Harahap", "MARKETING"),
    Colleague("compliance", "Maruli Tua Hutagalung", "COMPLIANCE"),
    Colleague("compliance2", "Nurul Aini Batubara", "COMPLIANCE"),
    Colleague("admin", "Rizki Ananda Surbakti", "ADMIN"),
    Colleague("admin2", "Tetty Rosmawati Gultom", "ADMIN"),
    Colleague("steward", "Yohana Sitorus", "DATA_STEWARD", ("MDN", "BNJ", "PMS", "RAP", "KBJ")),
    Colleague("director", "Sahat Parlindungan Siregar", "DIRECTOR"),
    Colleague("field", "Bangun Tarigan", "FIELD_OFFICER", ("MDN",)),
    Colleague("finance", "Lamria Pakpahan", "FINANCE", ("MDN",)),
)
_AGENTS = (
    "Andika Lubis", "Asima Sihombing", "Bima Hasibuan", "Cut Intan Maharani", "Darmawan Sembiring", "Elfrida Panjaitan", "Feri Irawan Daulay", "Grace Simbolon", "Halimah Rangkuti",
    "Irfan Maulana Siregar", "Juliana Sitompul", "Kevin Saragih", "Lestari Ningsih Purba", "Monang Silalahi", "Nadia Rahma Pulungan", "Oloan Hutasoit", "Putri Ayu Damanik", "Ramadhan Tanjung",
    "Sondang Marpaung", "Teguh Prasetyo", "Ulfa Hidayati Ritonga", "Vina Melati Barus", "Wahyu Adi Pasaribu", "Yusnidar Koto", "Zulfikar Matondang", "Agnes Tampubolon", "Bayu Segara Sinuhaji",
    "Citra Kirana Bangun", "Dimas Aditya Pohan", "Ester Nainggolan",
)  # fmt: skip
_MANAGERS = (
    "Gita Sembiring",
    "Rahmat Hidayat Dalimunthe",
    "Tiur Aritonang",
    "Arif Budiman Siagian",
    "Melati Karo-Karo",
    "Johan Wijaya",
    "Saur Manik",
    "Fitri Handayani Zega",
    "Poltak Sirait",
)


def colleagues(places: tuple[Place, ...] = PLACES) -> list[Colleague]:
    """Everybody: the cast, thirty follow-up agents (two of them in the contact centre) and nine more managers."""
    codes = [place.code for place in places]
    found = list(CAST)
    for number, name in enumerate(_AGENTS, start=1):
        in_centre = number > len(_AGENTS) - 2
        found.append(Colleague(f"agent{number:02d}", name, "AGENT", () if in_centre else (codes[number % len(codes)],), ("CC",) if in_centre else ()))
    for number, name in enumerate(_MANAGERS, start=2):
        found.append(Colleague(f"rm{number:02d}", name, "RM", (codes[number % len(codes)],)))
    return found


def managers(everybody: list[Colleague]) -> dict[str, list[str]]:
    """The user names of the RMs of each branch."""
    found: dict[str, list[str]] = {}
    for one in everybody:
        if one.role == "RM":
            found.setdefault(one.branches[0], []).append(one.username)
    return found


def put_organisation(everybody: list[Colleague], places: tuple[Place, ...] = PLACES) -> int:
    """Branches, units and whoever is missing of the users; says how many users were added."""
    actor = system_actor()
    with scope(actor):
        branches_put(actor=actor, branches=branch_facts(places))
        for code, name in UNITS.items():
            unit_put(actor=actor, code=code, name=name, branches=[place.code for place in places])
        known = people_by_username(one.username for one in everybody)
    missing = [one for one in everybody if one.username not in known]
    # Hashing is dear by design and the password is published: those who are only there to work share one hash.
    shared = make_password(PASSWORD) if missing else ""
    hashes = {one.username: make_password(PASSWORD) for one in missing if one in CAST}
    with scope(actor):
        for one in missing:
            digest = hashes.get(one.username, shared)
            user_add(
                actor=actor,
                username=one.username,
                full_name=one.full_name,
                password=PASSWORD,
                password_hash=digest,
                roles=[one.role],
                branches=one.branches,
                units=one.units,
                email=f"{one.username}@bank.example" if one in CAST else None,
            )
        heads = people_by_username(HEADS.values())
        organisation_put(actor=actor, name=ORGANISATION, heads={branch: heads[username].id for branch, username in HEADS.items()})
    return len(missing)
