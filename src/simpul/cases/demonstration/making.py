"""Made cases: with their clock events, activities, workflow items, numbers and ladders, as if they had been handled for years.

They are written as the tables' owner in one transaction, which alone may set aside the triggers that let a case begin as NEW only;
row policies and indexes are back before anybody else sees a row, or nothing is made at all. Then the ladders of open cases are
climbed as far as they were, and wait for what lies ahead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql

from simpul.cases.demonstration.ladders import climb_ladders
from simpul.cases.demonstration.texts import ANSWERS, TOLD
from simpul.iam.public import system_actor
from simpul.platform.clock import JAKARTA, now
from simpul.platform.db import scope

AT_ONCE = 250_000
_OWNER = "-c search_path=jobs,crm,iam,audit,public -c role=simpul_owner"
_WRITTEN = ("crm.cases", "crm.case_clock_events", "crm.case_activities", "crm.case_numbers", "crm.workflow_items", "crm.workflow_moves")
_READ = (
    "crm.customers", "crm.customer_facts", "crm.workflow_definitions", "crm.workflow_versions", "crm.workflow_migrations", "crm.case_categories", "crm.case_resolutions",
    "crm.case_legal_rules", "crm.sla_policy_versions", "iam.branches", "iam.customer_reach", "iam.units", "iam.users",
)  # fmt: skip
_INDEXED = ("cases", "case_clock_events", "case_activities", "workflow_items", "workflow_moves")
_CHUNK = (Path(__file__).with_name("making.sql")).read_text()

Told = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Making:
    """How many cases of whose customers (without those of some keys), and how they lie in time.

    They were received within `span`; the larger `crowding`, the more of them lately. Of the last `tail` of them so many are still open
    (`open_share`). `workers` are the agents of each branch. With `whole` each has its log of steps, assignments and notes as well. Large
    sets are made without indexes, which follow.
    """

    total: int
    seed: int
    source_system: str
    workers: Mapping[str, Sequence[UUID]]
    apart: Sequence[str] = ()
    span: timedelta = timedelta(days=5 * 365)
    crowding: int = 1
    tail: float = 0.06
    open_share: float = 0.5
    whole: bool = False
    large: bool = field(default=True)


def make(making: Making, *, owner_url: str, progress: Told) -> int:
    """Make the cases into an installation that has none; who calls has looked. Says how many."""
    with scope(system_actor()):
        promised = _promised()
        limits = _limits(promised, making.span)
    total, until = making.total, now().replace(microsecond=0)
    progress("making cases", 0, total)
    with psycopg.connect(owner_url, options=_OWNER) as owner:
        _set_aside(owner)
        again = [*_without_indexes(owner), *_unbound(owner)] if making.large else []
        _references(owner, making, promised, limits)
        values = {
            "seed": making.seed,
            "total": total,
            "until": until,
            "span": making.span,
            "crowding": making.crowding,
            "tail": making.tail,
            "open_share": making.open_share,
            "whole": making.whole,
            "answers": list(ANSWERS),
            "cap": promised["pause_cap"],
            "calendars": psycopg.types.json.Jsonb(promised["calendars"]),
        }
        for first in range(1, total + 1, AT_ONCE):
            last = min(first + AT_ONCE - 1, total)
            for statement in _CHUNK.split(";\n"):
                if statement.strip():
                    owner.execute(statement, {**values, "first": first, "last": last})
            owner.execute("DROP TABLE made")
            progress("making cases", last, total)
        for number, definition in enumerate(again, start=1):
            owner.execute(definition)
            progress("indexing cases", number, len(again))
        _restore(owner)
    with psycopg.connect(owner_url, options=_OWNER, autocommit=True) as owner:
        for table in _INDEXED:
            owner.execute(sql.SQL("VACUUM (ANALYZE) crm.{}" if making.large else "ANALYZE crm.{}").format(sql.Identifier(table)))
    climb_ladders(progress)
    return total


def _promised() -> dict[str, Any]:
    """What the bank's service level promises today, with the calendars that it counts in."""
    from simpul.cases.levels import promise_for
    from simpul.workflow.public import worktime_version

    promise = promise_for("TRX_FAIL", None, now().astimezone(JAKARTA).date())
    assert promise.law is not None
    keys = (promise.content.calendar, promise.law.calendar)
    targets = [
        (category, str(priority), timedelta(seconds=target.first_response), timedelta(seconds=target.resolution))
        for category, rules in promise.content.rules.items()
        for priority, target in rules.items()
    ]
    return {
        "version": promise.version_id,
        "law": promise.law,
        "targets": targets,
        "pause_cap": timedelta(seconds=promise.content.pause_cap),
        "calendars": {key: worktime_version(key)[0] for key in keys},
        "working": worktime_version(promise.law.calendar)[1],
    }


def _limits(promised: dict[str, Any], span: timedelta) -> list[tuple[date, str, datetime]]:
    """For each day of receipt and kind, when the law's limit ends."""
    law, working, last = promised["law"], promised["working"], now().astimezone(JAKARTA).date()
    found, day = [], last - span - timedelta(days=2)
    while day <= last + timedelta(days=1):
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=JAKARTA)
        found += [(day, "VERBAL", working.add_working_days(noon, law.verbal_days)), (day, "WRITTEN", working.add_working_days(noon, law.written_days))]
        day += timedelta(days=1)
    return found


def _references(owner: psycopg.Connection[Any], making: Making, promised: dict[str, Any], limits: list[tuple[date, str, datetime]]) -> None:
    """What the cases are made from, in temporary tables."""
    owner.execute(
        "CREATE TEMP TABLE synth_customers ON COMMIT DROP AS SELECT (row_number() OVER (ORDER BY source_key) - 1)::int AS place, customer_id, home_branch_code AS branch_code"
        " FROM crm.customers WHERE source_system = %s AND home_branch_code = ANY (%s) AND source_key <> ALL (%s)",
        (making.source_system, list(making.workers), list(making.apart)),
    )
    owner.execute(
        "CREATE TEMP TABLE synth_targets (category text, priority text, first_response interval, resolution interval, version_id uuid, legal_rules_id uuid) ON COMMIT DROP"
    )
    owner.execute("CREATE TEMP TABLE synth_workers (branch_code text PRIMARY KEY, workers uuid[]) ON COMMIT DROP")
    owner.execute("CREATE TEMP TABLE synth_texts (category_code text PRIMARY KEY, texts text[]) ON COMMIT DROP")
    owner.execute("CREATE TEMP TABLE synth_law (day date, kind text, due_at timestamptz, PRIMARY KEY (day, kind)) ON COMMIT DROP")
    with owner.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO synth_targets VALUES (%s, %s, %s, %s, %s, %s)", [(*one, promised["version"], promised["law"].id) for one in promised["targets"]]
        )
        cursor.executemany("INSERT INTO synth_workers VALUES (%s, %s)", [(code, list(ids)) for code, ids in making.workers.items()])
        cursor.executemany("INSERT INTO synth_texts VALUES (%s, %s)", [(category, list(texts)) for category, texts in TOLD.items()])
        cursor.executemany("INSERT INTO synth_law VALUES (%s, %s, %s)", limits)
    owner.execute("CREATE UNIQUE INDEX ON synth_customers (place)")
    for table in ("synth_customers", "synth_targets", "synth_workers", "synth_texts", "synth_law"):
        owner.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(table)))


def _set_aside(owner: psycopg.Connection[Any]) -> None:
    owner.execute("SET LOCAL synchronous_commit = off")
    owner.execute("SET LOCAL maintenance_work_mem = '512MB'")
    owner.execute("SET LOCAL work_mem = '256MB'")
    for table in (*_WRITTEN, *_READ):
        owner.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
    for table in _WRITTEN:
        owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")


def _restore(owner: psycopg.Connection[Any]) -> None:
    # Keys that are judged at the end of a transaction are judged now: a table with open questions cannot be altered.
    owner.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table in _WRITTEN:
        owner.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    for table in (*_WRITTEN, *_READ):
        owner.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")


def _unbound(owner: psycopg.Connection[Any]) -> list[str]:
    """Let foreign keys rest, and say how each is enforced again: over all rows at once, which judges every one of them."""
    rows = owner.execute(
        "SELECT conrelid::regclass::text, quote_ident(conname) FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY (%s::regclass[])",
        ([*_WRITTEN, "crm.customer_facts"],),
    ).fetchall()
    for table, name in rows:
        owner.execute(f"ALTER TABLE {table} ALTER CONSTRAINT {name} NOT ENFORCED")
    return [f"ALTER TABLE {table} ALTER CONSTRAINT {name} ENFORCED" for table, name in rows]


def _without_indexes(owner: psycopg.Connection[Any]) -> list[str]:
    """Drop what can be built again at the end, and say how."""
    rows = owner.execute(
        """SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
           WHERE i.indrelid = ANY (%s::regclass[]) AND NOT i.indisprimary AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)""",
        ([f"crm.{table}" for table in _INDEXED],),
    ).fetchall()
    for name, _ in rows:
        owner.execute(sql.SQL("DROP INDEX {}").format(sql.SQL(name)))
    return [definition for _, definition in rows]
