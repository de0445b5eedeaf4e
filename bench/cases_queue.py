"""The queue in the database: its first page and its counts for each width of reach and each filter, and the plain query beside it."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from bench.environment import Size, machine, percentile, prepare
from simpul.config.cli.installation import DATABASE

BUDGET_MS = 50


@dataclass(frozen=True)
class Reader:
    """Somebody with a queue."""

    label: str
    id: UUID
    branches: list[str]


def main() -> None:
    """Print for each reader and question: p50 and p95 of the keys and of the whole page, and the plain query's p95 with the ratio."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--cases", type=int, default=5_000_000)
    arguments.add_argument("--customers", type=int, default=1_000_000)
    arguments.add_argument("--rounds", type=int, default=15)
    given = arguments.parse_args()
    installation = prepare(Size(given.customers, 0, 0, cases=given.cases))
    import django

    django.setup()
    from simpul.cases.selectors.queue import queue_counts, queue_keys
    from simpul.cases.selectors.rows import case_rows
    from simpul.iam.public import actor_for
    from simpul.platform.db import query, scope

    print(machine())
    readers = _readers()
    print(f"{query('SELECT reltuples::bigint AS n FROM pg_class WHERE oid = %s::regclass', ('crm.cases',))[0]['n']:,} cases; budget p95 {BUDGET_MS} ms")
    worst = 0.0
    for reader in readers:
        actor = actor_for(reader.id)
        assert actor is not None
        print(f"{reader.label}, {len(reader.branches)} branches")
        with scope(actor):
            for label, wanted in _questions(reader):

                def page(asked: Any = wanted) -> None:
                    case_rows(actor, [key["case_id"] for key in queue_keys(asked, keep=51)][:50])  # noqa: B023 - called at once

                keys = _timed(lambda asked=wanted: queue_keys(asked, keep=51), given.rounds)
                whole = _timed(page, given.rounds)
                plain = _plain(installation.admin_url, reader.branches, wanted, given.rounds) if reader.branches and wanted.sought is None else []
                worst = max(worst, percentile(keys, 0.95))
                beside = f"  plain p95 {percentile(plain, 0.95):7.1f}  ratio {percentile(keys, 0.5) / max(0.05, percentile(plain, 0.5)):5.1f}" if plain else ""
                print(
                    f"  {label:34s} keys p50 {percentile(keys, 0.5):6.1f} p95 {percentile(keys, 0.95):6.1f}"
                    f"  page p50 {percentile(whole, 0.5):6.1f} p95 {percentile(whole, 0.95):6.1f}{beside}",
                    flush=True,
                )
            counts = _timed(lambda: queue_counts(next(_questions(reader))[1]), given.rounds)  # noqa: B023 - called at once
            print(f"  {'counts':34s} p50 {percentile(counts, 0.5):6.1f} p95 {percentile(counts, 0.95):6.1f}", flush=True)
    print(f"worst p95 of the keys: {worst:.1f} ms")


def _readers() -> list[Reader]:
    from bench.people import measurers
    from simpul.iam.public import branches, system_actor, user_add
    from simpul.platform.db import query, scope

    known = {one.username: one.id for one in measurers()}
    actor = system_actor()
    with scope(actor):
        codes = sorted(branches())
        for username, places in (("bench.cases.all", codes), ("bench.cases.few", codes[:3])):
            found = query("SELECT user_id FROM iam.users WHERE username = %s", (username,))
            known[username] = (
                found[0]["user_id"]
                if found
                else user_add(actor=actor, username=username, full_name=username, password=None, password_hash="!", roles=["SUPERVISOR"], branches=places)
            )
    return [
        Reader("supervisor of everything", known["bench.cases.all"], codes),
        Reader("supervisor", known["bench.cases.few"], codes[:3]),
        Reader("agent of a unit", known["bench.unit"], codes[:40]),
        Reader("agent", known["bench.branch"], codes[:3]),
        Reader("manager with 300 customers", known["bench.rm"], []),
    ]


def _questions(reader: Reader) -> Iterator[tuple[str, Any]]:
    from simpul.cases.selectors.queue import Scope, Sort, Sought, Wanted
    from simpul.platform.clock import now
    from simpul.platform.db import query

    at = now()
    first = Wanted(Scope.OPEN, Sort.DUE, at)
    yield "open by due time", first
    yield "overdue", replace(first, overdue=True)
    yield "category", replace(first, categories=("FRAUD_SCAM",))
    yield "priority", replace(first, priorities=("CRITICAL",))
    yield "channel", replace(first, channels=("WEB",))
    yield "status", replace(first, statuses=("ESCALATED",))
    yield "unassigned", replace(first, unassigned=True)
    yield "mine", replace(first, assignee=reader.id)
    yield "unit", replace(first, unit="KARTU")
    yield "review", replace(first, review="WAITING")
    yield "rare: four filters", replace(first, categories=("FRAUD_SCAM",), priorities=("CRITICAL",), channels=("WEB",), statuses=("ESCALATED",))
    yield "newest first", replace(first, sort=Sort.CREATED)
    yield "most urgent first", replace(first, sort=Sort.PRIORITY)
    # Words of one case, of very many, and of none; and customers' names where a hundred customers are too few.
    said = query("SELECT description FROM crm.cases WHERE status = 'NEW' LIMIT 1")
    words = tuple(str(said[0]["description"]).lower().split()) if said else ("uang",)
    yield "words: rare", replace(first, sought=Sought(words=words))
    yield "words: frequent", replace(first, sought=Sought(words=words[:1]))
    yield "words: none", replace(first, sought=Sought(words=("xqzw",)))
    yield "words: a frequent name", replace(first, sought=Sought(names=("siti",)))
    if reader.branches:
        closed = Wanted(Scope.CLOSED, Sort.CLOSED, at, branches=(reader.branches[0],), closed_since=at - timedelta(days=90), closed_until=at)
        yield "closed, a branch and 90 days", closed
        yield "closed, and a category", replace(closed, categories=("LOAN_CREDIT",))


def _timed(act: Callable[[], Any], rounds: int) -> list[float]:
    act()
    found = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        found.append((time.perf_counter() - began) * 1000)
    return found


def _plain(admin_url: str, codes: list[str], wanted: Any, rounds: int) -> list[float]:
    """The same question as one statement over the table, by somebody for whom no row policy holds."""
    import psycopg

    from simpul.cases.selectors.queue import Scope, Sort

    states = {Scope.OPEN: ["NEW", "IN_PROGRESS", "WAITING_INFO", "ESCALATED"], Scope.CLOSED: ["CLOSED"]}[wanted.scope]
    order = {Sort.DUE: "sla_due_at, case_id", Sort.CREATED: "created_at DESC, case_id DESC", Sort.CLOSED: "closed_at DESC, case_id DESC"}.get(
        wanted.sort, "array_position(ARRAY['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'], priority), sla_due_at, case_id"
    )
    conditions, values = ["branch_code = ANY (%s)", "status = ANY (%s)"], [list(wanted.branches) or codes, list(wanted.statuses) or states]
    for column, value in (("category_code", wanted.categories), ("priority", wanted.priorities), ("channel", wanted.channels)):
        if value:
            conditions.append(f"{column} = ANY (%s)")
            values.append(list(value))
    for condition, value in (
        ("assigned_to_user_id = %s", wanted.assignee),
        ("assigned_unit_code = %s", wanted.unit),
        ("review = %s", wanted.review),
        ("closed_at >= %s", wanted.closed_since),
    ):
        if value:
            conditions.append(condition)
            values.append(value)
    if wanted.unassigned:
        conditions.append("assigned_to_user_id IS NULL")
    if wanted.overdue:
        conditions.append("sla_due_at <= now()")
    statement = f"SELECT case_id FROM crm.cases WHERE {' AND '.join(conditions)} ORDER BY {order} LIMIT 51"
    with psycopg.connect(admin_url, dbname=DATABASE) as admin:
        admin.execute("SET row_security = off")
        return _timed(lambda: admin.execute(statement, values).fetchall(), max(3, rounds // 3))  # type: ignore[call-overload]


if __name__ == "__main__":
    main()
