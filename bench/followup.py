"""A run over a million due members and thirty agents, beside one UPDATE and one INSERT of the same rows written by hand."""

from __future__ import annotations

import argparse
import time
from typing import Any
from uuid import uuid4

import psycopg

from bench.environment import Size, machine, prepare
from simpul.platform.ids import SYSTEM_ID

# A seed of its own, so that the database is no other measurement's.
SIZE = Size(customers=1_000, transactions=0, timeline=0, seed=9)
CUSTOMERS, AGENTS = 1_000_000, 30
_FILL = """
INSERT INTO crm.customers (customer_id, full_name, phone_e164, home_branch_code)
SELECT uuidv7(), 'Nasabah ' || n, '+62812' || lpad(n::text, 8, '0'), b.codes[1 + n % array_length(b.codes, 1)]
FROM generate_series(1, {customers}) AS n, (SELECT array_agg(branch_code ORDER BY branch_code) AS codes FROM iam.branches) b
"""
_USERS = """
INSERT INTO iam.users (user_id, username, full_name, password, kind, status, language, theme)
SELECT gen_random_uuid(), 'lanjut' || n, 'Petugas ' || n, '!', 'USER', 'ACTIVE', 'id', 'system' FROM generate_series(1, %s) AS n ON CONFLICT DO NOTHING
"""
_EMPTY = "TRUNCATE crm.followup_warnings, crm.followup_assignments, crm.followup_members, crm.followup_entries, crm.followup_runs, crm.followup_days_off, crm.followup_agents"
_AGENTS = """
INSERT INTO crm.followup_agents (agent_id, user_id, number, capacity)
SELECT gen_random_uuid(), user_id, row_number() OVER (ORDER BY username), %(capacity)s
FROM iam.users WHERE username LIKE 'lanjut%%'
"""
_MEMBERS = """
INSERT INTO crm.followup_members (customer_id, branch_code, source, entered_at)
SELECT customer_id, home_branch_code, 'API', now() - interval '10 days' FROM crm.customers WHERE full_name LIKE 'Nasabah %'
"""
_ASSIGNMENTS = """
INSERT INTO crm.followup_assignments (customer_id, step, branch_code, agent_id, number, status, reason, started_at, window_started_at,
                                      window_ends_at, skipped, decided_at, run_id)
SELECT m.customer_id, 1, m.branch_code, g.agent_id, g.number, 'ACTIVE', 'DEALT', now() - interval '3 days', now() - interval '3 days',
       now() - interval '1 day' + interval '1 second' * (m.place % 80000), '{}', now() - interval '3 days', gen_random_uuid()
FROM (SELECT customer_id, branch_code, row_number() OVER () AS place FROM crm.followup_members) m
JOIN crm.followup_agents g ON g.number = 1 + m.place % (SELECT count(*) FROM crm.followup_agents)
"""
# The least that a rotation can be: the same two rows for each member, to the next number, without asking anything.
_BY_HAND = (
    """UPDATE crm.followup_assignments SET status = 'ROTATED', ended_at = %(at)s, ended_reason = 'NOT_FOLLOWED_UP'
       WHERE status = 'ACTIVE' AND window_ends_at <= %(at)s""",
    """INSERT INTO crm.followup_assignments (customer_id, step, branch_code, agent_id, number, status, reason, started_at, window_started_at,
                                             window_ends_at, from_number, skipped, decided_at, run_id)
       SELECT a.customer_id, a.step + 1, a.branch_code, g.agent_id, g.number, 'ACTIVE', 'NOT_FOLLOWED_UP', %(at)s, %(at)s, %(at)s + interval '2 days',
              a.number, '{}', %(at)s, %(run)s
       FROM crm.followup_assignments a JOIN crm.followup_agents g ON g.number = a.number %% %(agents)s + 1 WHERE a.ended_at = %(at)s""",
)
_RUN = "SELECT crm.followup_run(%(run)s, 'DAILY', now(), interval '2 days', '{CASH_DEPOSIT}', 50000, interval '30 days')"


def main() -> None:
    """Print what a run takes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--customers", type=int, default=CUSTOMERS)
    arguments.add_argument("--times", type=int, default=3)
    given = arguments.parse_args()
    installation = prepare(SIZE)
    with psycopg.connect(installation.admin_url, dbname="simpul", autocommit=True) as admin:
        row = admin.execute("SELECT count(*) FROM crm.customers WHERE full_name LIKE 'Nasabah %'").fetchone()
        if row is None or row[0] < given.customers:
            admin.execute("SET session_replication_role = replica")  # what is filled in here needs no judging
            admin.execute(_FILL.replace("{customers}", str(given.customers)))
            admin.execute("RESET session_replication_role")
        admin.execute(_USERS, (AGENTS,))
        by_hand = min(_by_hand(admin, given.customers) for _ in range(given.times))
        seconds = min(_run(admin, given.customers) for _ in range(given.times))
        print(machine())
        print(f"run           {seconds:6.2f} s (goal 20), {seconds / by_hand:.2f} of by hand ({by_hand:.2f} s): {given.customers:,} members, {AGENTS} agents")
        print(f"again, idle   {_run_again(admin):6.2f} s")


def _arrange(admin: psycopg.Connection[Any], customers: int) -> None:
    admin.execute("SET session_replication_role = replica")
    admin.execute(_EMPTY)
    admin.execute(_AGENTS, {"capacity": 2 * customers // AGENTS})
    admin.execute(_MEMBERS)
    admin.execute(_ASSIGNMENTS)
    admin.execute("RESET session_replication_role")
    admin.execute("VACUUM ANALYZE crm.followup_assignments")


def _by_hand(admin: psycopg.Connection[Any], customers: int) -> float:
    _arrange(admin, customers)
    values = {"run": uuid4(), "agents": AGENTS}
    began = time.perf_counter()
    with admin.transaction():
        row = admin.execute("SELECT now()").fetchone()
        values["at"] = row[0] if row else None
        for statement in _BY_HAND:
            admin.execute(statement, values)
    return time.perf_counter() - began


def _run(admin: psycopg.Connection[Any], customers: int) -> float:
    _arrange(admin, customers)
    return _run_again(admin)


def _run_again(admin: psycopg.Connection[Any]) -> float:
    began = time.perf_counter()
    with admin.transaction():
        admin.execute("SELECT set_config('app.user_id', %s, true)", (str(SYSTEM_ID),))
        admin.execute("SET LOCAL ROLE simpul_worker")
        admin.execute(_RUN, {"run": uuid4()})
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
