"""The three customers whom the guided tour follows, all of the branch where the demonstration's agent works.

A is Anita: she took back her consent to offers. B is Budi: he welcomes offers and has a relationship manager. C is Citra:
she welcomes offers too, but her account was used by somebody else.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from simpul.config.demonstration import ledger
from simpul.config.demonstration.population import Story

_MEDAN = {"home_branch_code": "MDN", "kind": "PERSON", "status": "ACTIVE", "city": "Medan", "province": "Sumatera Utara", "rt": "004", "rw": "002"}


def stories(today: date, days: int, seed: int) -> list[Story]:
    """A, B and C, with bookings up to yesterday."""
    end = today - timedelta(days=1)
    anita = {
        **_MEDAN, "source_key": "CIF00000001", "cif": "CIF00000001", "full_name": "Anita Rosmaida Siregar", "birth_date": date(1985, 4, 12), "gender": "F", "nik": "1271215204850001",
        "phone_e164": "+6281260001001", "email": "anita.siregar@surel.example", "segment_code": "MASS", "is_vip": False, "preferred_channel": "PHONE", "tags": ("gaji-pemda",),
        "street": "Jl. Sei Batang Hari No. 41", "kelurahan": "Babura", "kecamatan": "Medan Sunggal", "postcode": "20121", "latitude": "3.584800", "longitude": "98.641200",
    }  # fmt: skip
    budi = {
        **_MEDAN, "source_key": "CIF00000002", "cif": "CIF00000002", "full_name": "Budi Santoso Hutapea", "birth_date": date(1978, 9, 23), "gender": "M", "nik": "1271212309780002",
        "phone_e164": "+6281260001002", "email": "budi.hutapea@surel.example", "segment_code": "PRIORITY", "is_vip": True, "preferred_channel": "WHATSAPP", "tags": ("wirausaha",),
        "street": "Jl. Setia Budi No. 120", "kelurahan": "Tanjung Rejo", "kecamatan": "Medan Sunggal", "postcode": "20122", "latitude": "3.575100", "longitude": "98.633900",
    }  # fmt: skip
    citra = {
        **_MEDAN, "source_key": "CIF00000003", "cif": "CIF00000003", "full_name": "Citra Dewi Lubis", "birth_date": date(1992, 1, 30), "gender": "F", "nik": "1271217001920003",
        "phone_e164": "+6281260001003", "email": "citra.lubis@surel.example", "segment_code": "MASS", "is_vip": False, "preferred_channel": "WHATSAPP", "tags": (),
        "street": "Jl. Karya Jaya No. 8", "kelurahan": "Gedung Johor", "kecamatan": "Medan Johor", "postcode": "20144", "latitude": "3.533700", "longitude": "98.671500",
    }  # fmt: skip
    held = {"SAVINGS": True, "LOAN": False, "CARD": True, "MOBILE_BANKING": True, "WATER_CONNECTION": True}
    since = today - timedelta(days=2900)
    married = {"customer_key": "CIF00000002", "related_key": "CIF00000001", "kind": "FAMILY", "role": "SIBLING", "valid_from": since}
    vouched = {"customer_key": "CIF00000003", "related_key": "CIF00000002", "kind": "GUARANTOR", "role": "GUARANTOR", "valid_from": today - timedelta(days=410)}
    return [
        Story(anita, held, {"00100000001": _life(ledger.Account("00100000001", "SALARY", 9, 1.2), days, end, seed)}),
        Story(
            budi,
            {**held, "LOAN": True},
            {
                "00100000002": _life(ledger.Account("00100000002", "TRADE", 16, 4), days, end, seed + 1),
                "00100000012": _life(ledger.Account("00100000012", "SAVINGS", 2, 6), days, end, seed + 2),
            },
            rm_username="rm",
            ties=[married],
        ),
        Story(
            citra,
            held,
            {"00100000003": [*(life := _life(ledger.Account("00100000003", "SALARY", 8, 1.6), days, end, seed + 3)), *_fraud(life, end)]},
            ties=[vouched],
        ),
    ]


def _life(account: ledger.Account, days: int, end: date, seed: int) -> list[dict[str, Any]]:
    random = Random(f"{seed} {account.number}")
    return ledger.rows(account, ledger.bookings(random, account, days - 1, end - timedelta(days=1)), days - 1, end - timedelta(days=1))


def _fraud(life: list[dict[str, Any]], end: date) -> list[dict[str, Any]]:
    """Last night, within six minutes: three transfers to accounts she does not know."""
    balance, made = int(life[-1]["balance_after"]), []
    for number, (minute, share, payee) in enumerate(((13, 0.4, "RDT 8891"), (16, 0.5, "RDT 8891"), (19, 0.6, "KLN 2207")), start=1):
        amount = max(1, int(balance * share / 1000)) * 1000
        if amount >= balance:
            break
        balance -= amount
        made.append({
            **life[-1], "source_key": f"00100000003-N{number}", "booked_on": end.isoformat(), "occurred_at": f"{end.isoformat()} 02:{minute:02d}:07+07", "direction": "OUT",
            "amount": str(amount), "kind": "TRANSFER", "channel": "MOBILE", "counterparty": payee, "balance_after": str(balance),
        })  # fmt: skip
    return made
