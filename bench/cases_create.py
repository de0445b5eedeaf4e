"""Creating and opening a case, by the service and through HTTP in this process: clock, processor of both sides, statements.

Beside it, in the same run, a plain INSERT of the very rows that one case leaves, into tables with the same indexes and nothing else.
"""

from __future__ import annotations

import argparse
import contextlib
import cProfile
import os
import pstats
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from bench.environment import Size, machine, percentile, prepare

CREATE_MS, OPEN_MS = 50, 30
_TICK = os.sysconf("SC_CLK_TCK")
# Where a case leaves rows, and how they are found again.
_LEFT = {
    "crm.cases": "case_id = %(case)s",
    "crm.case_clock_events": "case_id = %(case)s",
    "crm.case_activities": "case_id = %(case)s",
    "crm.timers": "subject_type = 'CASE' AND subject_id = %(case)s::text",
    "crm.workflow_items": "subject_type = 'CASE' AND subject_id = %(case)s::text",
    "crm.workflow_moves": "item_id = (SELECT i.item_id FROM crm.workflow_items i WHERE i.subject_type = 'CASE' AND i.subject_id = %(case)s::text)",
    "crm.documents": "subject_type = 'CASE' AND subject_id = %(case)s::text",
    "crm.document_versions": "document_id IN (SELECT d.document_id FROM crm.documents d WHERE d.subject_type = 'CASE' AND d.subject_id = %(case)s::text)",
    "crm.outbound_messages": "subject_type = 'CASE' AND subject_id = %(case)s::text",
    "crm.notices": "subject_type = 'CASE' AND subject_id = %(case)s::text",
    "audit.audit_logs": "object_id = %(case)s::text OR meta ->> 'subject' = %(case)s::text",
}


@dataclass
class Watch:
    """What each round took: milliseconds by the clock, in statements, of this process's and of the server's processor."""

    pid: int
    clock: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    servers: float = 0.0
    statements: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    _spent: float = 0.0
    _count: int = 0

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            took = (time.perf_counter() - began) * 1000
            self._spent += took
            self._count += 1
            self.statements[" ".join(str(sql).split())].append(took)

    @contextlib.contextmanager
    def round(self) -> Iterator[None]:
        """One round, from before the transaction until after its commit."""
        from django.db import connection

        self._spent, self._count = 0.0, 0
        server = _processor(self.pid)
        own, began = time.process_time(), time.perf_counter()
        with connection.execute_wrapper(self):
            yield
        self.clock.append((time.perf_counter() - began) * 1000)
        self.own.append((time.process_time() - own) * 1000)
        self.servers += _processor(self.pid) - server
        self.database.append(self._spent)
        self.counts.append(self._count)

    def told(self, name: str, budget: int | None = None) -> str:
        """One line of figures."""
        total = len(self.clock)
        over = "" if budget is None else f"  budget {budget}"
        return (
            f"{name:<16} n={total:<4} p50 {percentile(self.clock, 0.5):6.1f} ms  p95 {percentile(self.clock, 0.95):6.1f} ms{over}\n"
            f"{'':16} statements {percentile([float(one) for one in self.counts], 0.5):.0f} in p50 {percentile(self.database, 0.5):.1f} ms by the clock; processor of "
            f"this process p50 {percentile(self.own, 0.5):.1f} p95 {percentile(self.own, 0.95):.1f} ms, of the database's {self.servers / total:.1f} ms each"
        )

    def slowest(self, most: int) -> str:
        """The statements that took most time altogether, with how often one round runs them."""
        ranked = sorted(self.statements.items(), key=lambda one: -sum(one[1]))[:most]
        return "\n".join(f"  {sum(took) / len(self.clock):6.2f} ms  {len(took) / len(self.clock):4.1f} x  {sql[:230]}" for sql, took in ranked)


def _processor(pid: int) -> float:
    """Milliseconds of processor that a process has had, in steps of ten."""
    parts = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) * 1000 / _TICK


def _backend() -> int:
    from simpul.platform.db import query

    return int(query("SELECT pg_backend_pid() AS pid")[0]["pid"])


def main() -> None:
    """Print the figures of creating and opening, by the service and through HTTP, and of the plain rows."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--customers", type=int, default=1_000)
    arguments.add_argument("--cases", type=int, default=0, help="on the database that `cases_queue` made of so many")
    arguments.add_argument("--rounds", type=int, default=100)
    arguments.add_argument("--statements", type=int, default=0, help="how many of the slowest statements to print")
    arguments.add_argument("--profile", action="store_true", help="where this process spends its time")
    given = arguments.parse_args()
    installation = prepare(Size(given.customers, transactions=0 if given.cases else 10_000, timeline=0, cases=given.cases))
    os.environ.setdefault("SIMPUL_LOG_LEVEL", "ERROR")
    import django

    django.setup()
    from bench.people import measurers
    from simpul.iam.public import actor_for, branches, system_actor
    from simpul.platform.db import query, scope

    agent = actor_for(next(one.id for one in measurers() if one.username == "bench.branch"))
    assert agent is not None
    with scope(system_actor()):
        branch = sorted(branches())[0]
        customers = [row["customer_id"] for row in query("SELECT customer_id FROM crm.customers WHERE home_branch_code = %s", (branch,))]
    load = os.getloadavg()[0]
    print(f"{machine()}, load {load:.1f}")
    by_service = _by_service(agent, customers, given)
    last = _by_http(customers, given)
    plain = _plain(installation.admin_url, last, given.rounds)
    times = percentile(by_service, 0.5) / max(0.05, percentile(plain, 0.5))
    print(
        f"{'plain rows':<16} n={len(plain):<4} p50 {percentile(plain, 0.5):6.1f} ms  p95 {percentile(plain, 0.95):6.1f} ms: creating takes {times:.0f} times that"
    )


def _complaint(number: int, customer: UUID) -> dict[str, Any]:
    return {
        "customer_id": customer, "channel": "BRANCH", "kind": "VERBAL" if number % 3 == 0 else "WRITTEN", "priority": ("LOW", "MEDIUM", "HIGH")[number % 3],
        "category_code": ("TRX_FAIL", "CARD_ATM", "DIGITAL_ACCESS", "OTHER")[number % 4], "description": f"Aduan ukur nomor {number} dari loket cabang.",
    }  # fmt: skip


def _run(watch: Watch, act: Callable[[int], Any], given: argparse.Namespace) -> list[Any]:
    """All rounds, after a few that warm up; what each gave."""
    made = [act(-one) for one in range(1, 6)]
    watched = cProfile.Profile()
    for number in range(given.rounds):
        with watch.round(), watched if given.profile else contextlib.nullcontext():
            made.append(act(number))
    if given.profile:
        pstats.Stats(watched).sort_stats("tottime").print_stats(25)
        pstats.Stats(watched).sort_stats("cumulative").print_stats("simpul|typst", 45)
    return made


def _by_service(agent: Any, customers: list[UUID], given: argparse.Namespace) -> list[float]:
    from simpul.cases.models import Case
    from simpul.cases.receiving import Complaint
    from simpul.cases.selectors.rows import case_detail
    from simpul.cases.services.intake import case_create
    from simpul.cases.services.opening import case_open
    from simpul.cases.vocabulary import Channel, Kind, Priority
    from simpul.platform.db import scope

    def create(number: int) -> UUID:
        told = _complaint(number, customers[number % len(customers)])
        complaint = Complaint(**{**told, "channel": Channel(told["channel"]), "kind": Kind(told["kind"]), "priority": Priority(told["priority"])})
        with scope(replace(agent, request_id=str(uuid4()))):
            return case_create(actor=agent, complaint=complaint).id

    watch = Watch(_backend())
    made = _run(watch, create, given)
    print(watch.told("create, service", CREATE_MS), watch.slowest(given.statements), sep="\n")
    opened = Watch(_backend())

    def look(number: int) -> None:
        with scope(agent):
            found = case_open(actor=agent, case_id=made[number % len(made)])
            assert isinstance(found, Case)
            case_detail(agent, found)

    _run(opened, look, given)
    print(opened.told("open, service", OPEN_MS), opened.slowest(given.statements), sep="\n")
    return watch.clock


def _by_http(customers: list[UUID], given: argparse.Namespace) -> UUID:
    """The same through everything that a request goes through but the socket; the id of a case that was made so."""
    from django.test import Client

    from bench.people import PASSWORD

    client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
    answer = client.post("/_allauth/browser/v1/auth/login", {"username": "bench.branch", "password": PASSWORD}, content_type="application/json")
    assert answer.status_code == 200, answer.content

    def create(number: int) -> str:
        told = _complaint(number, customers[number % len(customers)])
        answer = client.post("/api/v1/cases", told, content_type="application/json", headers={"Idempotency-Key": str(uuid4())})
        assert answer.status_code == 201, answer.content
        return str(answer.json()["id"])

    def look(number: int) -> None:
        answer = client.get(f"/api/v1/cases/{made[number % len(made)]}")
        assert answer.status_code == 200, answer.content

    watch, opened = Watch(_backend()), Watch(_backend())
    made = _run(watch, create, given)
    print(watch.told("create, HTTP", CREATE_MS), watch.slowest(given.statements), sep="\n")
    _run(opened, look, given)
    print(opened.told("open, HTTP", OPEN_MS), opened.slowest(given.statements), sep="\n")
    return UUID(made[-1])


def _plain(url: str, case: UUID, rounds: int) -> list[float]:
    """The milliseconds in which the rows of one case are inserted and committed, into tables that have the same indexes and no other rule."""
    import json

    import psycopg

    taken = []
    with psycopg.connect(url, dbname="simpul", autocommit=True) as connection:
        connection.execute("CREATE SCHEMA bench_plain")
        try:
            rows = {}
            for table, which in _LEFT.items():
                found = connection.execute(f"SELECT jsonb_agg(to_jsonb(t)) FROM {table} t WHERE {which}", {"case": case}).fetchone()  # type: ignore[call-overload]
                if found is None or found[0] is None:
                    continue
                rows[table] = json.dumps(found[0])
                plain = f"bench_plain.{table.partition('.')[2]}"
                connection.execute(f"CREATE TABLE {plain} (LIKE {table} INCLUDING DEFAULTS)")  # type: ignore[call-overload]
                for each in connection.execute("SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = %s::regclass AND NOT indisunique", (table,)):
                    connection.execute(each[0].replace(f" {table} ", f" {plain} ").replace(f" ONLY {table} ", f" {plain} "))
            for _ in range(rounds):
                began = time.perf_counter()
                with connection.transaction():
                    for table, found in rows.items():
                        plain = f"bench_plain.{table.partition('.')[2]}"
                        connection.execute(f"INSERT INTO {plain} SELECT * FROM jsonb_populate_recordset(NULL::{plain}, %s)", (found,))  # type: ignore[call-overload]
                taken.append((time.perf_counter() - began) * 1000)
        finally:
            connection.execute("DROP SCHEMA bench_plain CASCADE")
    return taken


if __name__ == "__main__":
    main()
