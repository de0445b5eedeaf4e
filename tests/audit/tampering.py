"""What somebody with every right on the database can do to a sealed trail: each trick takes a superuser's open transaction."""

from __future__ import annotations

import base64
import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from psycopg import sql

from simpul.audit.verification import reading, tree

Connection = psycopg.Connection[Any]
Trick = Callable[["Hand"], str]

TEXTS = ("action", "object_type", "object_id", "branch_code", "actor_role_key", "user_agent", "request_id", "outcome")
SEAL_BYTES = ("root", "entries_hash", "previous", "hash", "signature", "entries")
SEAL_NUMBERS = ("format", "era", "row_count", "rows_total")


@dataclass
class Hand:
    """Who tampers, with chance deciding where."""

    admin: Connection
    chance: random.Random

    def one(self, statement: str, *values: Any) -> Any:
        row = self.admin.execute(statement, values).fetchone()
        assert row is not None
        return row[0]

    def some(self, statement: str, *values: Any) -> Any:
        return self.chance.choice(self.admin.execute(statement, values).fetchall())

    def row(self) -> tuple[Any, Any]:
        """A sealed row's moment and id."""
        created_at, audit_id = self.some(
            "SELECT created_at, audit_id FROM audit.audit_logs a WHERE EXISTS (SELECT FROM audit.audit_seals s"
            " WHERE s.kind = 'ROWS' AND s.era = a.era AND s.lower <= a.xid AND a.xid < s.upper) ORDER BY 1, 2"
        )
        return created_at, audit_id

    def seal(self, condition: str = "true") -> int:
        return int(self.some(f"SELECT number FROM audit.audit_seals WHERE {condition} ORDER BY 1")[0])

    def change(self, row: tuple[Any, Any], assignment: str, *values: Any) -> int:
        return self.admin.execute(f"UPDATE audit.audit_logs SET {assignment} WHERE created_at = %s AND audit_id = %s", [*values, *row]).rowcount


def unlock(admin: Connection) -> None:
    """Take away what would refuse: triggers, constraints, keys."""
    for table in ("audit.audit_logs", "audit.audit_seals"):
        admin.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
    admin.execute(
        """DO $$ DECLARE c record; BEGIN
             FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE conrelid IN ('audit.audit_logs'::regclass, 'audit.audit_seals'::regclass)
                       AND contype IN ('p', 'u', 'c', 'f') LOOP
               EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname);
             END LOOP;
             DROP INDEX audit.audit_seals_range_idx;
           END $$"""
    )


# Rows


def change_a_character(hand: Hand) -> str:
    """One character of a text, or of an id, an address, a moment, a number."""
    row, column = hand.row(), hand.chance.choice([*TEXTS, "actor_user_id", "customer_id", "elevation_id", "ip_address", "created_at", "audit_id", "xid", "era"])
    before = hand.one(f"SELECT {column}::text FROM audit.audit_logs WHERE created_at = %s AND audit_id = %s", *row)
    changed = {
        "created_at": "created_at = created_at + interval '1 microsecond'",
        "xid": "xid = (xid::text::bigint + 1)::text::xid8",
        "era": "era = era + 1",
        "ip_address": "ip_address = coalesce(ip_address + 1, '10.0.0.1')",
    }.get(column)
    if changed is None:
        kind = "uuid" if column.endswith("_id") and column not in ("object_id", "request_id") else "text"
        changed = f"{column} = '{_other(hand, before, kind)}'::{kind}"
    assert hand.change(row, changed) == 1
    return f"change {column}"


def _other(hand: Hand, before: str | None, kind: str) -> str:
    if before is None:
        return "00000000-0000-7000-8000-000000000009" if kind == "uuid" else "x"
    place = hand.chance.choice([at for at, letter in enumerate(before) if letter.isalnum()] or [0])
    return before[:place] + ("1" if before[place] != "1" else "2") + before[place + 1 :]


def empty_a_value(hand: Hand) -> str:
    """NULL and an empty text are not the same."""
    column = hand.chance.choice(["branch_code", "actor_role_key", "user_agent", "request_id"])
    row = hand.some(f"SELECT created_at, audit_id FROM audit.audit_logs WHERE {column} IS NULL AND era = 1 ORDER BY 1, 2")
    hand.change(row, f"{column} = ''")
    return "empty a value"


def change_meta(hand: Hand) -> str:
    hand.change(hand.row(), "meta = meta || %s", psycopg.types.json.Jsonb({"rows": hand.chance.choice([12.5, 13, None])}))
    return "change meta"


def move_text_between_columns(hand: Hand) -> str:
    """What an encoding without lengths would not see."""
    assert hand.change(hand.row(), "object_type = object_type || left(object_id, 1), object_id = substr(object_id, 2)") == 1
    return "move text"


def delete_rows(hand: Hand) -> str:
    for _ in range(hand.chance.choice([1, 1, 2, 20])):
        hand.admin.execute("DELETE FROM audit.audit_logs WHERE created_at = %s AND audit_id = %s", hand.row())
    return "delete rows"


def insert_a_row(hand: Hand) -> str:
    """A made-up row within a sealed transaction."""
    hand.admin.execute(
        "INSERT INTO audit.audit_logs (created_at, xid, era, action, object_type, object_id, actor_user_id, outcome)"
        " SELECT created_at + interval '1 second', xid, era, 'VIEW_PROFILE', 'CUSTOMER', 'palsu', actor_user_id, 'ALLOWED' FROM audit.audit_logs"
        " WHERE created_at = %s AND audit_id = %s",
        hand.row(),
    )
    return "insert a row"


def insert_into_another_era(hand: Hand) -> str:
    era, xid = hand.chance.choice([(0, 5), (1, 2**62), (77, 5), (2, 2**62)])
    hand.admin.execute(
        "INSERT INTO audit.audit_logs (xid, era, action, object_type, object_id, actor_user_id, outcome)"
        " SELECT %s::text::xid8, %s, 'VIEW_PROFILE', 'CUSTOMER', 'palsu', actor_user_id, 'ALLOWED' FROM audit.audit_logs LIMIT 1",
        [str(xid), era],
    )
    return "insert beyond the eras"


def duplicate_a_row(hand: Hand) -> str:
    later = hand.chance.choice(["", " + interval '1 microsecond'", " - interval '1 microsecond'"])
    columns = "action, object_type, object_id, customer_id, branch_code, actor_user_id, actor_role_key, ip_address, user_agent, request_id, elevation_id, outcome, meta, xid, era"
    hand.admin.execute(
        f"INSERT INTO audit.audit_logs (audit_id, created_at, {columns}) SELECT audit_id, created_at{later}, {columns} FROM audit.audit_logs"
        " WHERE created_at = %s AND audit_id = %s",
        hand.row(),
    )
    return "duplicate a row"


def swap_rows(hand: Hand) -> str:
    """Two rows change places: their ids, moments or transactions, while the contents stay."""
    column = hand.chance.choice(["audit_id", "created_at", "xid"])
    first, second = hand.row(), hand.row()
    values = [hand.one(f"SELECT {column}::text FROM audit.audit_logs WHERE created_at = %s AND audit_id = %s", *each) for each in (first, second)]
    if values[0] == values[1]:
        return delete_rows(hand)
    kind = {"audit_id": "uuid", "created_at": "timestamptz", "xid": "xid8"}[column]
    hand.admin.execute(
        f"UPDATE audit.audit_logs SET {column} = CASE WHEN (created_at, audit_id) = (%s, %s) THEN %s::{kind} ELSE %s::{kind} END"
        " WHERE (created_at, audit_id) IN ((%s, %s), (%s, %s))",
        [*first, values[1], values[0], *first, *second],
    )
    return f"swap {column}"


# Partitions


def _month(hand: Hand) -> str:
    return str(hand.some("SELECT DISTINCT a.tableoid::regclass::text FROM audit.audit_logs a WHERE era = 1 ORDER BY 1")[0])


def truncate_a_partition(hand: Hand) -> str:
    month = _month(hand)
    hand.admin.execute(f"ALTER TABLE {month} DISABLE TRIGGER ALL; TRUNCATE {month}")
    return "truncate a partition"


def detach_a_partition(hand: Hand) -> str:
    hand.admin.execute(f"ALTER TABLE audit.audit_logs DETACH PARTITION {_month(hand)}")
    return "detach a partition"


def drop_a_partition(hand: Hand) -> str:
    hand.admin.execute(f"DROP TABLE {_month(hand)}")
    return "drop a partition"


# Seals


def change_a_seal(hand: Hand) -> str:
    """One byte of one column."""
    number = hand.seal()
    column = hand.chance.choice([*SEAL_BYTES, *SEAL_NUMBERS, "lower", "upper", "sealed_at", "first_at", "key_id", "details", "kind"])
    where = sql.SQL("WHERE number = {}").format(number)
    if column in SEAL_BYTES:
        length = hand.one(f"SELECT length({column}) FROM audit.audit_seals WHERE number = %s", number)
        place = hand.chance.randrange(length) if length else 0
        change = f"set_byte({column}, {place}, get_byte({column}, {place}) # 1)" if length else "'\\x00'::bytea"
    else:
        change = {
            "lower": "(lower::text::numeric + 1)::text::xid8",
            "upper": "(upper::text::numeric - 1)::text::xid8",
            "sealed_at": "sealed_at - interval '1 hour'",
            "first_at": "coalesce(first_at, now()) - interval '1 second'",
            "key_id": "'0' || substr(key_id, 2) || 'f'",
            "details": "details || ' '",
            "kind": "CASE kind WHEN 'ROWS' THEN 'MONTH_DROPPED' ELSE 'ROWS' END",
        }.get(column, f"{column} + 1")
    hand.admin.execute(sql.SQL(f"UPDATE audit.audit_seals SET {column} = {change} {{}}").format(where))
    return f"change a seal's {column}"


def delete_a_seal(hand: Hand) -> str:
    hand.admin.execute("DELETE FROM audit.audit_seals WHERE number = %s", [hand.seal()])
    return "delete a seal"


def duplicate_a_seal(hand: Hand) -> str:
    hand.admin.execute("INSERT INTO audit.audit_seals SELECT * FROM audit.audit_seals WHERE number = %s", [hand.seal()])
    return "duplicate a seal"


def swap_seals(hand: Hand) -> str:
    first, second = (int(each) for each in hand.chance.sample([row[0] for row in hand.admin.execute("SELECT number FROM audit.audit_seals").fetchall()], 2))
    hand.admin.execute(
        "UPDATE audit.audit_seals SET number = CASE number WHEN %(a)s THEN %(b)s ELSE %(a)s END WHERE number IN (%(a)s, %(b)s)", {"a": first, "b": second}
    )
    return "swap seals"


def cut_the_tail(hand: Hand) -> str:
    """The newest seals go, with their rows or without: the rest is whole in itself."""
    number = hand.seal("number > 1")
    lower, era = hand.admin.execute("SELECT lower::text, era FROM audit.audit_seals WHERE number = %s", [number]).fetchone() or ("0", 1)
    hand.admin.execute("DELETE FROM audit.audit_seals WHERE number >= %s", [number])
    if hand.chance.random() < 0.7:
        hand.admin.execute("DELETE FROM audit.audit_logs WHERE era > %s OR era = %s AND xid >= %s::xid8", [era, era, lower])
    return "cut the tail"


def forge_from_here(hand: Hand) -> str:
    """Change a row and make everything right again behind it, leaf, root and chain, with a key of one's own or with old signatures."""
    number = hand.seal("kind = 'ROWS' AND row_count > 0")
    with_key = hand.chance.random() < 0.6
    forged = Ed25519PrivateKey.generate()
    key_id = hashlib.sha256(forged.public_key().public_bytes_raw()).hexdigest()[:16]
    keep_name = hand.chance.random() < 0.5
    era, lower, upper = hand.admin.execute("SELECT era, lower::text, upper::text FROM audit.audit_seals WHERE number = %s", [number]).fetchone() or (
        1,
        "0",
        "0",
    )
    where = "era = %s AND xid >= %s::xid8 AND xid < %s::xid8"
    hand.admin.execute(
        f"UPDATE audit.audit_logs SET actor_role_key = 'DIREKTUR' WHERE audit_id = (SELECT audit_id FROM audit.audit_logs WHERE {where} LIMIT 1)",
        [era, lower, upper],
    )
    rows = list(reading.rows(hand.admin, era, int(lower), int(upper)))
    entries = b"".join(row.packed for row in rows)
    hand.admin.execute(
        "UPDATE audit.audit_seals SET entries = %s, entries_hash = %s, root = %s WHERE number = %s",
        [entries, hashlib.sha256(entries).digest(), tree.root([row.packed[24:] for row in rows]), number],
    )
    previous = None
    for seal in reading.seals(hand.admin, number - 1, 1000):
        if previous:
            hand.admin.execute("UPDATE audit.audit_seals SET previous = %s WHERE number = %s", [previous, seal.number])
        if with_key and not keep_name:
            hand.admin.execute("UPDATE audit.audit_seals SET key_id = %s WHERE number = %s", [key_id, seal.number])
        changed = reading.seals(hand.admin, seal.number - 1, 1)[0]
        previous = hashlib.sha256(b"\x02" + changed.signed()).digest()
        signature = forged.sign(changed.signed()) if with_key else seal.signature
        hand.admin.execute("UPDATE audit.audit_seals SET hash = %s, signature = %s WHERE number = %s", [previous, signature, seal.number])
    return "forge the chain with a key of one's own" if with_key else "forge the chain without a key"


def announce_a_dropped_month(hand: Hand) -> str:
    """Pretend that a month was dropped at the end of its retention."""
    month = _month(hand)
    rows = hand.one(f"SELECT count(*) FROM {month}")
    name = month[-7:].replace("_", "-")
    hand.admin.execute(f"DROP TABLE {month}")
    hand.admin.execute(
        "INSERT INTO audit.audit_seals SELECT number + 1, format, 'MONTH_DROPPED', era, upper, upper, 0, rows_total, NULL, NULL, %s, %s, hash, now(), key_id, %s, %s, %s, ''"
        " FROM audit.audit_seals ORDER BY number DESC LIMIT 1",
        [hashlib.sha256().digest(), hashlib.sha256().digest(), f'{{"month":"{name}","rows":{rows}}}', hand.chance.randbytes(32), base64.b64decode("AA==") * 64],
    )
    return "pretend a dropped month"


TRICKS: tuple[Trick, ...] = (
    *(change_a_character,) * 5,
    empty_a_value,
    change_meta,
    move_text_between_columns,
    *(delete_rows,) * 2,
    *(insert_a_row,) * 2,
    insert_into_another_era,
    *(duplicate_a_row,) * 2,
    *(swap_rows,) * 2,
    truncate_a_partition,
    detach_a_partition,
    drop_a_partition,
    *(change_a_seal,) * 4,
    delete_a_seal,
    duplicate_a_seal,
    swap_seals,
    *(cut_the_tail,) * 2,
    *(forge_from_here,) * 2,
    announce_a_dropped_month,
)
