"""RFM of all customers over ten million transactions: export, engine, write-back, beside DuckDB by hand in the same run."""

from __future__ import annotations

import argparse
import os
import shutil
import time
from collections.abc import Callable
from typing import Any

from bench.environment import Size, machine, prepare
from simpul.config.cli.installation import DATABASE

ENGINE_SECONDS, WHOLE_SECONDS = 10, 60
_FILL = """
INSERT INTO crm.transactions (transaction_id, customer_id, account_hash, account_hint, occurred_at, booked_on,
    direction, amount, currency, kind, balance_after, source_system, source_key, created_at)
SELECT gen_random_uuid(), c.customer_id, sha256(c.customer_id::text::bytea), '0001', t.at, t.at::date,
       CASE WHEN g.i % 3 = 0 THEN 'IN' ELSE 'OUT' END, 1000 + g.i * 7919::bigint % 2000000, 'IDR',
       (ARRAY['TRANSFER', 'QRIS', 'CARD', 'SALARY', 'FEE', 'INTEREST', 'REVERSAL'])[1 + g.i % 7],
       g.i % 50000000, 'BENCH', g.i::text, now()
FROM generate_series(1, {transactions}) AS g (i)
CROSS JOIN LATERAL (SELECT now() - (g.i * 104729::bigint % 47304000) * interval '1 second' AS at) t
JOIN (SELECT customer_id, row_number() OVER (ORDER BY customer_id) AS n FROM crm.customers) c
    ON c.n = 1 + floor(pow((g.i * 7907::bigint % 1000003) / 1000003.0, 1.6) * {customers})::bigint
"""
# Indexes that the measurement does not read cost more than the rows themselves.
_BARE = """
ALTER TABLE crm.transactions DROP CONSTRAINT transactions_source_once, DROP CONSTRAINT transactions_pkey;
DROP INDEX crm.transactions_customer_idx;
"""
_ASSESS = """
INSERT INTO crm.impact_assessments (assessment_id, kind, title, purpose, data_used, risk, measures, review_on, status,
    decided_by, decided_at, decision_note, version, created_by)
SELECT gen_random_uuid(), 'SCORING', 'Bench', 'Bench', 'Bench', 'Bench', 'Bench', current_date + 300, 'APPROVED',
    min(user_id::text)::uuid, now(), '', 1, max(user_id::text)::uuid FROM iam.users
HAVING NOT EXISTS (SELECT FROM crm.impact_assessments WHERE kind = 'SCORING')
"""
# What somebody would write who wants these figures once.
_BY_HAND = """
COPY (WITH moved AS (
    SELECT customer_id, max(occurred_at) FILTER (WHERE own) AS last_at,
           count(*) FILTER (WHERE own AND within) AS f,
           coalesce(sum(amount) FILTER (WHERE own AND within), 0) - coalesce(sum(amount) FILTER (WHERE kind = 'REVERSAL' AND within), 0) AS m
    FROM (SELECT *, kind NOT IN ('FEE', 'INTEREST', 'REVERSAL') AS own, occurred_at > TIMESTAMP '{since}' AS within
          FROM read_parquet('{files}/bookings/*.parquet')) GROUP BY customer_id)
SELECT c.customer_id, date_diff('day', coalesce(greatest(last_at, contacted_at), created_at), TIMESTAMP '{at}') AS r,
       coalesce(f, 0), greatest(coalesce(m, 0), 0), CASE WHEN f >= 30 THEN 'LOYAL' WHEN f >= 5 THEN 'POTENTIAL' ELSE 'LOST' END
FROM read_parquet('{files}/customers/*.parquet') c LEFT JOIN moved USING (customer_id)) TO '{files}/by_hand.csv'
"""


def main() -> None:
    """Print the seconds of each part with its budget, and the ratio to DuckDB by hand."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--transactions", type=int, default=10_000_000)
    arguments.add_argument("--customers", type=int, default=200_000)
    arguments.add_argument("--keep", action="store_true", help="keep the database for a next run")
    given = arguments.parse_args()
    installation = prepare(Size(given.customers, 0, 0))
    os.environ.update(installation.environment("worker"))
    import django

    django.setup()
    import psycopg

    with psycopg.connect(installation.admin_url, dbname=DATABASE, autocommit=True) as admin:
        admin.execute("SET session_replication_role = replica")  # the rows are right by their making
        admin.execute(_ASSESS)  # type: ignore[arg-type]
        if not admin.execute("SELECT 1 FROM crm.transactions LIMIT 1").fetchone():
            admin.execute(_BARE)  # type: ignore[arg-type]
            admin.execute(_FILL.format(transactions=given.transactions, customers=given.customers))  # type: ignore[arg-type]
            admin.execute("CREATE INDEX transactions_customer_idx ON crm.transactions (customer_id, occurred_at DESC, transaction_id DESC)")
            admin.execute("VACUUM ANALYZE crm.transactions")
    try:
        print(machine())
        _measure()
    finally:
        installation.cluster.stop() if installation.cluster else None
        if not given.keep:
            shutil.rmtree(installation.directory)


def _measure() -> None:
    from simpul.iam.public import system_identity
    from simpul.platform.db import query, scope
    from simpul.value.selectors.definition import DUCKDB, rfm_statement
    from simpul.value.selectors.questions import question_now
    from simpul.value.services.engines.exporting import duckdb_open, relations_export, working_directory
    from simpul.value.services.engines.running import parquet_relations
    from simpul.value.services.scoring import rfm_compute

    with scope(system_identity()), working_directory() as directory, duckdb_open(directory) as engine:
        asks = question_now()
        exported = _seconds(lambda: relations_export(engine, directory, balances=False))
        size = sum(path.stat().st_size for path in directory.rglob("*.parquet")) / 2**20
        statement = rfm_statement(asks, DUCKDB, parquet_relations(directory))
        ours = f"COPY ({statement}) TO '{directory / 'ours.csv'}' (FORMAT csv)"
        by_hand = _BY_HAND.format(files=directory, at=f"{asks.at:%Y-%m-%d %H:%M:%S}", since=f"{asks.window_start:%Y-%m-%d %H:%M:%S}")
        times: dict[str, list[float]] = {"ours": [], "by hand": []}
        for _ in range(3):  # in turns, so that neither has the warmer files
            times["ours"].append(_seconds(lambda: engine.execute(ours)))
            times["by hand"].append(_seconds(lambda: engine.execute(by_hand)))
        rows = query("SELECT count(*) AS n FROM crm.rfm_bookings")[0]["n"]
    best, hand = min(times["ours"]), min(times["by hand"])
    print(f"{rows:,} transactions; export {exported:.1f} s, {size:.0f} MiB of Parquet")
    print(f"engine {best:.2f} s (budget {ENGINE_SECONDS}); by hand {hand:.2f} s, ratio {best / hand:.2f}")
    for name in ("DUCKDB", "DUCKDB", "POSTGRES"):
        began = time.perf_counter()
        run = rfm_compute(engine=name)
        whole, parts = time.perf_counter() - began, run.times
        print(
            f"{name.lower()}: whole {whole:.1f} s (budget {WHOLE_SECONDS}); export {parts.exporting:.1f}, compute {parts.computing:.1f}, "
            f"load {parts.loading:.1f}, write {run.writing:.1f}; {run.customers:,} customers, {run.changed:,} rows changed, checksum {run.checksum}"
        )


def _seconds(act: Callable[[], Any]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
