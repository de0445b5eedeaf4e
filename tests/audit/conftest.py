"""A trail that is really sealed: a database of its own, a sealer on its own role, keys and checkpoints outside."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection

from simpul.audit.sealing import keys
from simpul.audit.sealing.checkpoints import CheckpointFile
from simpul.audit.sealing.sealer import Sealer
from simpul.audit.sealing.seals import Seal
from simpul.audit.verification.findings import Broken
from simpul.audit.verification.outside import PublicKeys
from simpul.audit.verification.verifier import Report, Verifier
from simpul.platform.ids import SYSTEM_ID
from tests.support.database import ADMIN, settle

_ROW = """
INSERT INTO audit.audit_logs (created_at, action, object_type, object_id, customer_id, branch_code, actor_user_id, actor_role_key, ip_address, user_agent,
                              request_id, outcome, meta)
VALUES (coalesce(%(at)s::timestamptz, clock_timestamp()), %(action)s, 'CUSTOMER', %(object)s, %(customer)s, %(branch)s, %(actor)s, %(role)s, %(ip)s, %(agent)s,
        %(request)s, %(outcome)s, %(meta)s)
"""


@dataclass
class Trail:
    """A database with a sealer; `address` is its superuser's."""

    place: Path
    address: str
    actor_id: Any
    sealer: Sealer

    @property
    def checkpoints(self) -> Path:
        return self.place / "checkpoints.ndjson"

    @property
    def public_keys(self) -> Path:
        return keys.public_file(self.place / "seal-key.json")

    def admin(self, **options: Any) -> psycopg.Connection[Any]:
        return psycopg.connect(self.address, **options)

    def write(self, rows: int, chance: random.Random | None = None, months: tuple[str, ...] = (), each: int = 1) -> None:
        """Add rows in transactions of `each`; with months, spread over these."""
        chance = chance or random.Random(rows)
        with self.admin() as admin:
            for begin in range(0, rows, each):
                for number in range(begin, min(begin + each, rows)):
                    at = f"{chance.choice(months)}-{chance.randint(1, 28):02d}T{chance.randint(0, 23):02d}:00:00.{number:06d}Z" if months else None
                    admin.execute(_ROW, _row(chance, number, self.actor_id) | {"at": at})
                admin.commit()

    def seal(self) -> list[Seal]:
        """Seal everything that has been written, whoever else is at work on this server."""
        settle()
        return self.sealer.catch_up()

    def verify(self, on: psycopg.Connection[Any] | None = None, *, checkpoints: Path | None = None) -> Report:
        """Raises: Broken."""
        keys_known = PublicKeys(self.public_keys)
        if on is not None:
            return Verifier(on, keys_known, checkpoints or self.checkpoints).run()
        with self.admin() as reader:
            return Verifier(reader, keys_known, checkpoints or self.checkpoints).run()

    def broken(self, on: psycopg.Connection[Any] | None = None) -> str:
        """The code of what is found, or nothing."""
        try:
            self.verify(on)
        except Broken as broken:
            return broken.code
        return ""


def _row(chance: random.Random, number: int, actor_id: Any) -> dict[str, Any]:
    return {
        "action": chance.choice(["VIEW_PROFILE", "SEARCH_CUSTOMER", "UPDATE_CUSTOMER"]),
        "object": f"nasabah-{number}",
        "customer": chance.choice([None, actor_id]),
        "branch": chance.choice([None, "MDN", "BNJ"]),
        "actor": actor_id,
        "role": chance.choice([None, "AGENT"]),
        "ip": chance.choice([None, "10.1.2.3", "2001:db8::7", "10.0.0.0/8"]),
        "agent": chance.choice([None, "Peramban – uji ☂"]),
        "request": chance.choice([None, f"permintaan-{number}"]),
        "outcome": chance.choice(["ALLOWED", "DENIED", "FAILED"]),
        "meta": chance.choice(["{}", '{"field": "phone_e164", "rows": 12.50, "nested": {"é": [1, null, true]}}']),
    }


def sealer_on(place: Path, address: str, **options: Any) -> Sealer:
    """A sealer with the keys and the checkpoints of a directory."""
    file = place / "seal-key.json"
    if not file.exists():
        keys.make(file)
    own = psycopg.connect(address, autocommit=True, options="-c role=simpul_sealer")
    return Sealer(own, keys.load(file), CheckpointFile(place / "checkpoints.ndjson"), **options)


@pytest.fixture
def trail(committed: str, tmp_path: Path) -> Iterator[Trail]:
    """A trail that is empty and has no seal yet."""
    name = connection.settings_dict["NAME"]
    connection.close()
    with psycopg.connect(ADMIN, dbname=name) as admin:
        # What the migrations recorded is gone, so that figures are exact.
        admin.execute("ALTER TABLE audit.audit_logs DISABLE TRIGGER refuse_change; DELETE FROM audit.audit_logs")
        admin.execute("ALTER TABLE audit.audit_logs ENABLE ALWAYS TRIGGER refuse_change")
    sealer = sealer_on(tmp_path, committed)
    yield Trail(tmp_path, psycopg.conninfo.make_conninfo(ADMIN, dbname=name), SYSTEM_ID, sealer)
    sealer.connection.close()
