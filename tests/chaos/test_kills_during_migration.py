"""kill -9 of the worker while thousands of items come to another version: the migration goes on, and each item moves exactly once."""

from __future__ import annotations

import math
import random
import time
from contextlib import ExitStack
from typing import Any
from uuid import UUID

import psycopg

from simpul.platform.db import execute, scope
from simpul.platform.ids import SYSTEM_ID
from simpul.workflow.services import migrating
from tests.config.test_worker import until, working
from tests.support import people
from tests.support.database import rows
from tests.workflow import parcels

ITEMS = 5_000
# A job whose workers keep dying is given up after eight of them, so one migration takes only some of the kills.
KILLS_EACH = 5
_SETTINGS = "tests.support.parcel_worker_settings"
_NAMES = {1: "TAKEN", 2: "RECEIVED"}

# Parcels that rest in the first state of the first version, each with its start and the timer of that state.
_ARRANGE = """
WITH parcels AS (
    INSERT INTO crm.parcels (parcel_id, state, branch_code, weight, worth, fragile, size)
    SELECT gen_random_uuid(), 'TAKEN', 'MDN', 3, 100000, false, 'S' FROM generate_series(1, %(items)s) RETURNING parcel_id
), items AS (
    INSERT INTO crm.workflow_items (item_id, definition_id, version_id, subject_type, subject_id, resource, branch_code, owner_ids, state, ended, entered_at,
                                    visit, seq, started_at)
    SELECT gen_random_uuid(), v.definition_id, v.version_id, 'PARCEL', p.parcel_id::text, 'change_request', 'MDN', '{}', 'TAKEN', false, now(), 1, 1, now()
    FROM parcels p CROSS JOIN crm.workflow_versions v WHERE v.version_id = %(version)s RETURNING item_id, subject_id, version_id, entered_at
), timers AS (
    INSERT INTO crm.timers (timer_id, key, kind, subject_type, subject_id, branch_code, data, due_at, run_at)
    SELECT gen_random_uuid(), 'workflow:' || item_id || ':1:remind', 'workflow.state', 'PARCEL', subject_id, 'MDN',
           jsonb_build_object('item', item_id, 'visit', 1, 'timer', 'remind'), entered_at + interval '1 hour', entered_at + interval '1 hour' FROM items
)
INSERT INTO crm.workflow_moves (move_id, item_id, seq, kind, to_state, path, version_id, actor_user_id, reason, sealed, moved_at)
SELECT gen_random_uuid(), item_id, 1, 'START', 'TAKEN', '[]', version_id, %(by)s, '', '', entered_at FROM items
"""
_PROGRESS = "SELECT status, done FROM crm.workflow_migrations WHERE migration_id = %s"
_SILENT = "UPDATE jobs.procrastinate_workers SET last_heartbeat = now() - interval '31 seconds'"
_HISTORIES = """
SELECT count(*), min(moves), max(moves), bool_and(whole), bool_and(i.seq = moves), bool_and(i.state = p.state), array_agg(DISTINCT i.state), array_agg(DISTINCT v.number)
FROM crm.workflow_items i JOIN crm.workflow_versions v USING (version_id) JOIN crm.parcels p ON p.parcel_id::text = i.subject_id
JOIN LATERAL (SELECT count(*) AS moves, bool_and(m.seq = n) AS whole
              FROM (SELECT m.*, row_number() OVER (ORDER BY m.seq) AS n FROM crm.workflow_moves m WHERE m.item_id = i.item_id) m) m ON true
"""
_TIMERS = "SELECT count(*), count(DISTINCT key), array_agg(DISTINCT status), bool_and(due_at = i.entered_at + interval '1 hour') FROM crm.timers t JOIN crm.workflow_items i ON i.item_id::text = t.data ->> 'item'"


def renamed() -> dict[str, Any]:
    """The shipping of parcels with its first state under another name."""
    content = parcels.shipping()
    content["states"][1]["key"] = _NAMES[2]
    for way in content["transitions"]:
        way["from"] = [_NAMES[2] if key == _NAMES[1] else key for key in way["from"]]
        way["to"] = _NAMES[2] if way["to"] == _NAMES[1] else way["to"]
    return content


def ask(origin: int) -> UUID:
    """Let all items come to the other version."""
    target = 3 - origin
    with scope(admin := people.actor("admin")):
        mapping = {_NAMES[origin]: _NAMES[target]}
        return migrating.migrate(actor=admin, key="parcel", origin=origin, target=target, mapping=mapping, reason="Nama keadaan diperjelas").id


def killed_on_its_way(address: str, owner: psycopg.Connection[Any], migration: UUID, chance: random.Random) -> int:
    """Start a worker, let it move some of the items, and kill it; gives how many had moved."""
    before = owner.execute(_PROGRESS, [migration]).fetchone()[1]
    with working(address, _SETTINGS) as worker:
        until(lambda: owner.execute(_PROGRESS, [migration]).fetchone()[1] > before, 90)
        time.sleep(chance.uniform(0, 0.4))
        worker.kill()
        worker.wait()
    # As if it had been silent for long enough; whoever comes next takes its job.
    owner.execute(_SILENT)
    return int(owner.execute(_PROGRESS, [migration]).fetchone()[1])


def test_a_migration_goes_on_wherever_its_worker_was_killed_and_moves_each_item_once(committed, kills, report):
    chance, kills, in_the_middle, began = random.Random(12), max(3, kills), 0, time.monotonic()
    rounds = math.ceil(kills / KILLS_EACH)
    people.organisation()
    with parcels.registered(), ExitStack() as stack:
        owner = stack.enter_context(psycopg.connect(committed, options="-c role=simpul_fixture", autocommit=True))
        parcels.table()
        first = parcels.publish(parcels.shipping())
        parcels.publish(renamed(), number=2)
        with rows():
            execute(_ARRANGE, {"items": ITEMS, "version": first, "by": SYSTEM_ID})

        for number in range(rounds):
            migration = ask(1 + number % 2)
            for _ in range(min(KILLS_EACH, kills - number * KILLS_EACH)):
                in_the_middle += 0 < killed_on_its_way(committed, owner, migration, chance) < ITEMS
            with working(committed, _SETTINGS):
                until(lambda migration=migration: owner.execute(_PROGRESS, [migration]).fetchone()[0] == "DONE", 120)

        histories = owner.execute(_HISTORIES).fetchone()
        timers = owner.execute(_TIMERS).fetchone()
        migrations = owner.execute("SELECT status, total, done, problem FROM crm.workflow_migrations").fetchall()
        audited = owner.execute("SELECT count(*) FROM audit.audit_logs WHERE action = 'MIGRATE_ITEMS'").fetchone()

    report(
        "migration", kills=kills, between_first_and_last_item=in_the_middle, items=ITEMS, migrations=rounds,
        moved_twice_or_never=0 if histories[1:3] == (1 + rounds, 1 + rounds) else "some", seconds=round(time.monotonic() - began),
    )  # fmt: skip
    last = 1 + rounds % 2
    assert in_the_middle == kills, "a kill before the first item or after the last proves nothing"
    assert histories == (ITEMS, 1 + rounds, 1 + rounds, True, True, True, [_NAMES[last]], [last])
    assert timers == (ITEMS, ITEMS, ["PENDING"], True)
    assert migrations == [("DONE", ITEMS, ITEMS, "")] * rounds
    assert audited == (rounds,)
