"""Customer search in the database: quality and time for each width of scope, exact look-ups, and pg_trgm beside it."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bench.environment import Size, machine, percentile, prepare
from bench.people import measurers
from simpul.config.cli.installation import DATABASE

COMMON = ("muhammad", "siti", "siregar", "muhammad siregar", "siti nasution", "ahmad", "si", "sir", "santoso")
BUDGET = {"name": "25 ms at 1 million, 50 ms at 5 million", "exact": "5 ms"}


@dataclass(frozen=True)
class Asked:
    """One query with the plain name, phone or identifier that it looks for."""

    wanted: str
    written: str
    branch: str | None = None
    is_name: bool = True


@dataclass
class Outcome:
    """What a class of queries gave."""

    label: str
    wall: list[float]
    cpu: list[float]
    found: int

    def line(self) -> str:
        share = f"{self.found / len(self.wall):6.1%}" if self.found >= 0 else "      "
        return (
            f"  {self.label:34s} n={len(self.wall):4d} first page {share}  p50 {percentile(self.wall, 0.5):6.1f} ms  p95 {percentile(self.wall, 0.95):6.1f} ms"
            f"   processor p50 {percentile(self.cpu, 0.5):6.1f}  p95 {percentile(self.cpu, 0.95):6.1f}"
        )


class Backend:
    """The processor time of the server process that answers us, where it runs on this machine."""

    def __init__(self, pid: int) -> None:
        self._path = Path(f"/proc/{pid}/schedstat")

    def milliseconds(self) -> float:
        return int(self._path.read_text().split()[0]) / 1e6 if self._path.exists() else 0.0


def main() -> None:
    """Print for each scope and class of query: share of hits on the first page, p50 and p95."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--customers", type=int, default=1_000_000)
    arguments.add_argument("--transactions", type=int, default=10_000_000)
    arguments.add_argument("--timeline", type=int, default=5_000_000)
    arguments.add_argument("--rounds", type=int, default=200, help="queries of each class and scope")
    arguments.add_argument("--database-url", help="measure this database as it is, with the keys of SIMPUL_KEYS_FILE and without pg_trgm")
    arguments.add_argument("--trigram-rounds", type=int, default=20, help="queries of each class with pg_trgm; 0 leaves the comparison out")
    given = arguments.parse_args()
    admin_url = _prepared(given)
    import django

    django.setup()
    from django.db import connection

    from simpul.iam.public import actor_for
    from simpul.platform.db import query, scope

    people = measurers()
    connection.ensure_connection()
    backend = Backend(query("SELECT pg_backend_pid() AS pid")[0]["pid"])
    print(machine())
    print(
        f"{query('SELECT reltuples::bigint AS n FROM pg_class WHERE oid = %s::regclass', ('crm.customers',))[0]['n']:,} customers; budget p95 {BUDGET['name']}"
    )
    ours: dict[str, list[float]] = {}
    sampled: list[str] = []
    for person in people:
        actor = actor_for(person.id)
        assert actor is not None
        with scope(actor):
            names = _names(given.rounds)
            print(f"{person.label}")
            for label, asked in _classes(names):
                outcome = _measure(label, asked, backend)
                print(outcome.line(), flush=True)
                if person.username == "bench.all" and label in ("whole name", "one slip", "two of three words"):
                    ours[label], sampled = outcome.cpu, [name for name, _ in names]
    actor = actor_for(people[0].id)
    assert actor is not None
    with scope(actor):
        print(f"exact look-ups, all branches; budget p95 {BUDGET['exact']}")
        for label, asked in _exact(given.rounds):
            print(_measure(label, asked, backend).line(), flush=True)
    if given.trigram_rounds and admin_url:
        _compare(admin_url, sampled, ours, given.trigram_rounds)


def _prepared(given: Any) -> str | None:
    if given.database_url:
        os.environ.update(DATABASE_URL=given.database_url, DJANGO_SETTINGS_MODULE="simpul.config.settings")
        return None
    return prepare(Size(given.customers, given.transactions, given.timeline)).admin_url


def _names(count: int) -> list[tuple[str, str]]:
    """Plain names of visible customers, drawn over the whole table, with their branches."""
    from simpul.platform.db import query

    rows = query(
        "SELECT c.sort_name, c.home_branch_code FROM (SELECT customer_id FROM iam.customer_reach ORDER BY md5(customer_id::text) LIMIT %s) r"
        " JOIN crm.customers c USING (customer_id)",
        (count * 4,),
    )
    return [(row["sort_name"], row["home_branch_code"]) for row in rows]


def _classes(names: list[tuple[str, str]]) -> Iterator[tuple[str, list[Asked]]]:
    from simpul.config.demonstration.slips import one_slip, two_of_three

    chance = Random(11)  # noqa: S311 - repeatable, not secret
    some = names[: len(names) // 4]
    threes = [(name, branch) for name, branch in names if name.count(" ") == 2][: len(some)]

    def each(of: list[tuple[str, str]], write: Callable[[str], str], within: bool = False) -> list[Asked]:
        return [Asked(name, write(name), branch if within else None) for name, branch in of]

    def turned(name: str) -> str:
        return " ".join(chance.sample(name.split(" "), name.count(" ") + 1))

    yield "whole name", each(some, str)
    yield "one slip", each(some, lambda name: one_slip(name, chance))
    yield "words turned round", each(some, turned)
    yield "last word in part", each(some, lambda name: name[: max(3, len(name) - 4)].strip())
    yield "two of three words", each(threes, lambda name: two_of_three(name, chance))
    yield "two of three words, one branch", each(threes, lambda name: two_of_three(name, chance), within=True)
    yield "one slip, one branch", each(some, lambda name: one_slip(name, chance), within=True)
    yield "very common words", [Asked("", word) for word in COMMON] * 3


def _exact(count: int) -> Iterator[tuple[str, list[Asked]]]:
    """Look-ups of phones in three writings, and of each kind of identifier."""
    from simpul.customers.identifiers import unseal
    from simpul.platform.db import query

    phones = [
        row["phone_e164"]
        for row in query("SELECT phone_e164 FROM crm.customers WHERE phone_e164 LIKE '+628%%' AND customer_id >= gen_random_uuid() LIMIT %s", (count,))
    ] or [row["phone_e164"] for row in query("SELECT phone_e164 FROM crm.customers WHERE phone_e164 LIKE '+628%%' LIMIT %s", (count,))]
    yield "phone as 0812-3456-7890", [Asked(phone, f"0{phone[3:6]}-{phone[6:10]}-{phone[10:]}", is_name=False) for phone in phones]
    yield "phone as +62 812 3456 7890", [Asked(phone, f"+62 {phone[3:6]} {phone[6:10]} {phone[10:]}", is_name=False) for phone in phones]
    yield "phone as 6281234567890", [Asked(phone, phone[1:], is_name=False) for phone in phones]
    for kind in ("CIF", "NIK", "ACCOUNT_NO"):
        rows = query("SELECT id_value, id_hash FROM crm.customer_identifiers WHERE id_type = %s LIMIT %s", (kind, count))
        values = [unseal(kind, row["id_value"], bytes(row["id_hash"])) for row in rows]
        if values:
            yield kind, [Asked(value, value, is_name=False) for value in values]


def _measure(label: str, asked: list[Asked], backend: Backend) -> Outcome:
    from simpul.customers.search.find import Filters, find
    from simpul.customers.search.query import read
    from simpul.platform.db import query

    outcome = Outcome(label, [], [], 0)
    for each in asked:
        meant = read(each.written) if len(each.written.strip()) > 1 else None
        if meant is None:
            continue
        filters = Filters(branch=each.branch)
        began, worked = time.perf_counter(), backend.milliseconds()
        found = find(meant, filters)
        outcome.wall.append((time.perf_counter() - began) * 1000)
        outcome.cpu.append(backend.milliseconds() - worked)
        ids = [hit.customer_id for hit in found.hits]
        if not each.wanted:
            outcome.found = -10_000
        elif each.is_name:
            outcome.found += bool(query("SELECT FROM crm.customers WHERE customer_id = ANY (%s) AND sort_name = %s LIMIT 1", (ids, each.wanted)))
        else:
            outcome.found += bool(ids) and all(hit.match != "PARTIAL" for hit in found.hits)
    return outcome


def _compare(admin_url: str, names: list[str], ours: dict[str, list[float]], rounds: int) -> None:
    """The same queries by plain pg_trgm: a GIN index over the names, ranked by similarity, no scope at all."""
    import psycopg

    from simpul.config.demonstration.slips import one_slip, two_of_three

    chance = Random(11)  # noqa: S311 - repeatable, not secret
    written: dict[str, list[str]] = {
        "whole name": names[:rounds],
        "one slip": [one_slip(name, chance) for name in names[:rounds]],
        "two of three words": [two_of_three(name, chance) for name in names if name.count(" ") == 2][:rounds],
    }
    print(f"pg_trgm with GIN, processor time, {rounds} queries of each class, and how many times ours")
    with psycopg.connect(admin_url, dbname=DATABASE) as admin:
        admin.execute("SET LOCAL search_path = public; SET LOCAL row_security = off; SET LOCAL maintenance_work_mem = '512MB'")
        admin.execute("CREATE UNLOGGED TABLE bench_names AS SELECT customer_id, sort_name FROM crm.customers")
        admin.execute("CREATE INDEX ON bench_names USING gin (sort_name gin_trgm_ops)")
        admin.execute("ANALYZE bench_names")
        admin.execute("SET LOCAL pg_trgm.similarity_threshold = 0.5; SET LOCAL pg_trgm.word_similarity_threshold = 0.6")
        row = admin.execute("SELECT pg_backend_pid()").fetchone()
        assert row is not None
        backend = Backend(row[0])
        for operator, rank in (("sort_name %% %(q)s", "similarity(sort_name, %(q)s)"), ("%(q)s <%% sort_name", "word_similarity(%(q)s, sort_name)")):
            for label, queries in written.items():
                spent = []
                for asked in queries:
                    worked = backend.milliseconds()
                    admin.execute(f"SELECT customer_id FROM bench_names WHERE {operator} ORDER BY {rank} DESC, customer_id LIMIT 20", {"q": asked}).fetchall()
                    spent.append(backend.milliseconds() - worked)
                times = percentile(spent, 0.5) / max(0.01, percentile(ours[label], 0.5))
                print(
                    f"  {operator.split()[1].replace('%%', '%'):3s} {label:24s} p50 {percentile(spent, 0.5):7.1f} ms  p95 {percentile(spent, 0.95):7.1f} ms  ratio {times:5.1f}",
                    flush=True,
                )
        admin.rollback()


if __name__ == "__main__":
    main()
