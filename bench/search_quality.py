"""How often the person meant is among the first twenty, by kind of error, beside plain pg_trgm on the same names.

Asks with the corrupted copies of a set of real persons (`--records`, see below) and with a list of Indonesian writings
(`search_variants.json`: kind, what is asked, name of the customer, phone). A hit is a customer with the name meant.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from bench.environment import ROOT, Size, machine, percentile, prepare
from bench.people import measurers
from simpul.config.cli.installation import DATABASE, Installation
from simpul.customers import names

FIRST = 20
SOURCE = "SEARCH_QUALITY"
OTHERS = 3_000  # generated Indonesian names that stand in the way
PLACES = 8  # branches over which the customers are spread; the narrow person reaches three of them


@dataclass(frozen=True)
class Asked:
    """One query, the plain name that it means, and that customer's phone where the query has one."""

    kind: str
    written: str
    wanted: str
    phone: str | None = None


def main() -> None:
    """Print the share among the first twenty by kind of error, for a global and a narrow reach, for ours and pg_trgm."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "--records", type=Path, default=ROOT.parent / "shared" / "data" / "febrl", help="folder of dataset*.csv with rec_id, given_name, surname"
    )
    arguments.add_argument("--sets", default="1,2,3", help="which of the sets")
    arguments.add_argument("--misses", type=int, default=0, help="print so many misses of each kind")
    given = arguments.parse_args()
    originals, copies = _records(given.records, given.sets.split(","))
    variants = [(kind, asked, name, phone) for kind, asked, name, phone in json.loads((Path(__file__).with_name("search_variants.json")).read_text())]
    wanted = [*((name, None) for name in originals), *sorted({(name, phone) for _, _, name, phone in variants}, key=str)]
    installation = prepare(Size(100, 100, 100, seed=crc32(json.dumps(wanted).encode())))  # a database for each list: customers are never removed
    import django

    django.setup()
    from simpul.iam.public import actor_for
    from simpul.platform.db import scope

    people = measurers()
    _load(installation, wanted)
    print(machine())
    listed = [Asked(kind, asked, names.plain(name), phone) for kind, asked, name, phone in variants]
    for person in people[:2]:
        actor = actor_for(person.id)
        assert actor is not None
        with scope(actor):
            for title, asked in (("records", copies), ("Indonesian writings", listed)):
                _report(person.label, title, _within(asked), installation, given.misses)


def _records(folder: Path, sets: list[str]) -> tuple[list[str], list[Asked]]:
    """The names of the originals, and the copies that have another name."""
    originals, copies = [], []
    for number in sets:
        with (folder / f"dataset{number}.csv").open() as file:
            rows = {row["rec_id"]: f"{row['given_name']} {row['surname']}".strip() for row in csv.DictReader(file, skipinitialspace=True)}
        for record, name in rows.items():
            if record.endswith("-org"):
                originals.append(name or "-")
            else:
                true = rows["-".join(record.split("-")[:2]) + "-org"]
                if name and true:
                    copies.append(Asked(_kind(names.plain(true), names.plain(name)), name, names.plain(true)))
    return [name for name in originals if name != "-"], copies


def _kind(true: str, written: str) -> str:
    """What went wrong between the name and its copy."""
    ours, theirs = true.split(), written.split()
    if true == written:
        return "unchanged"
    if sorted(ours) == sorted(theirs):
        return "words turned"
    if true.replace(" ", "") == written.replace(" ", ""):
        return "split or joined"
    if len(theirs) < len(ours) and set(theirs) <= set(ours):
        return "word missing"
    far = min(_distance(true, written), _distance(" ".join(reversed(ours)), written))
    if far <= 3:
        return {1: "one slip", 2: "two slips", 3: "three slips"}[far]
    near = sum(min((_distance(word, other) for other in theirs), default=9) <= max(1, len(word) // 3) for word in ours)
    return "one wrong word" if near else "nothing alike"


def _distance(one: str, other: str) -> int:
    """Letters inserted, deleted, replaced or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        oldest, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], oldest[j - 2] + 1)
    return row[-1]


def _load(installation: Installation, wanted: list[tuple[str, str | None]]) -> None:
    """Put these and generated customers into the first branches, unless an earlier run did."""
    import psycopg

    from simpul.config.demonstration.names import NameMaker

    maker = NameMaker(23)
    rows = [*wanted, *((maker.person().full_name, None) for _ in range(OTHERS))]
    with psycopg.connect(installation.admin_url, dbname=DATABASE) as admin:
        admin.execute("SET LOCAL row_security = off")
        if admin.execute("SELECT 1 FROM crm.customers WHERE source_system = %s LIMIT 1", (SOURCE,)).fetchone():
            return
        admin.execute(
            "INSERT INTO crm.customers (customer_id, full_name, phone_e164, home_branch_code, source_system, source_key)"
            " SELECT uuidv7(), name, phone, codes[1 + place %% least(%s, cardinality(codes))], %s, place"
            "   FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS t (name, phone, place),"
            "        (SELECT array_agg(branch_code ORDER BY branch_code) AS codes FROM iam.branches) b",
            (PLACES, SOURCE, [name for name, _ in rows], [phone for _, phone in rows]),
        )
        admin.execute("SELECT crm.search_recount(), crm.search_places_recount()")


def _within(asked: list[Asked]) -> list[Asked]:
    """Those who mean somebody within the running scope."""
    from simpul.platform.db import query

    seen = query("SELECT DISTINCT sort_name, phone_e164 FROM crm.customers WHERE sort_name = ANY (%s)", ([each.wanted for each in asked],))
    persons = {(row["sort_name"], row["phone_e164"]) for row in seen}
    named = {name for name, _ in persons}
    return [each for each in asked if ((each.wanted, each.phone) in persons if each.phone else each.wanted in named)]


def _report(label: str, title: str, asked: list[Asked], installation: Installation, misses: int) -> None:
    import psycopg

    from simpul.customers.search.find import find
    from simpul.customers.search.query import read
    from simpul.platform.db import query
    from simpul.platform.errors import Invalid

    total, ours, theirs, wall = Counter[str](), Counter[str](), Counter[str](), list[float]()
    missed: dict[str, list[str]] = defaultdict(list)
    codes = [row["code"] for row in query("SELECT DISTINCT home_branch_code AS code FROM crm.customers")]
    with psycopg.connect(installation.admin_url, dbname=DATABASE) as admin:
        admin.execute("SET LOCAL search_path = public; SET LOCAL row_security = off")
        admin.execute(
            "CREATE TEMPORARY TABLE named ON COMMIT DROP AS SELECT sort_name, full_name, phone_e164, customer_id FROM crm.customers WHERE home_branch_code = ANY (%s)",
            (codes,),
        )
        for each in asked:
            total[each.kind] += 1
            began = time.perf_counter()
            try:
                ids = [hit.customer_id for hit in find(read(each.written)).hits[:FIRST]]
            except Invalid:
                ids = []
            wall.append((time.perf_counter() - began) * 1000)
            found = bool(
                query(
                    "SELECT FROM crm.customers WHERE customer_id = ANY (%s) AND sort_name = %s AND (%s::text IS NULL OR phone_e164 = %s) LIMIT 1",
                    (ids, each.wanted, each.phone, each.phone),
                )
            )
            plain = admin.execute(
                "SELECT bool_or(sort_name = %(wanted)s AND (%(phone)s::text IS NULL OR phone_e164 = %(phone)s))"
                "  FROM (SELECT sort_name, phone_e164 FROM named ORDER BY similarity(full_name, %(q)s) DESC, customer_id LIMIT 20) t",
                {"q": each.written, "wanted": each.wanted, "phone": each.phone},
            ).fetchone()
            ours[each.kind] += found
            theirs[each.kind] += bool(plain and plain[0])
            if not found and len(missed[each.kind]) < misses:
                missed[each.kind].append(f"{each.written!r} means {each.wanted!r}{', pg_trgm has it' if plain and plain[0] else ''}")
    print(f"{title}, {label}: {sum(total.values())} queries, p50 {percentile(wall, 0.5):.1f} ms, p95 {percentile(wall, 0.95):.1f} ms")
    for kind in [*sorted(total), ""]:
        n, a, b = (total[kind], ours[kind], theirs[kind]) if kind else (sum(total.values()), sum(ours.values()), sum(theirs.values()))
        print(f"  {kind or 'all':30s} n={n:5d}  ours {a / max(1, n):6.1%}  pg_trgm {b / max(1, n):6.1%}{'  BELOW' if a < b else ''}", flush=True)
        for line in missed[kind]:
            print(f"      {line}")


if __name__ == "__main__":
    main()
