"""What it costs to say who could open a customer on a day: many people whose rights changed often, among many customers."""

from __future__ import annotations

import argparse
import time
from typing import Any

import psycopg

from bench.environment import Size, machine, percentile, prepare
from simpul.config.cli.installation import DATABASE

BUDGET_MS = 100
_MADE = "bench.viewer."


def main() -> None:
    """Print p50 and p95 of the statements of one report, for a day of now and for one before most changes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=50)
    arguments.add_argument("--people", type=int, default=2_000)
    arguments.add_argument("--changes", type=int, default=20_000, help="rights that were changed or taken away before now")
    arguments.add_argument("--customers", type=int, default=1_000_000)
    given = arguments.parse_args()
    installation = prepare(Size(given.customers, 0, 0))
    with psycopg.connect(installation.admin_url, dbname=DATABASE) as server:
        run(server, given.rounds, given.people, given.changes)
        server.rollback()


def run(server: psycopg.Connection[Any], rounds: int, people: int, changes: int) -> None:
    """Arrange the people with their history, and measure as the application; the caller undoes it."""
    arrange(server, people, changes)
    customers = server.execute("SELECT customer_id FROM crm.customers ORDER BY customer_id LIMIT %s", (rounds,)).fetchall()
    watcher = server.execute("SELECT user_id::text FROM iam.users WHERE username = %s", (f"{_MADE}watcher",)).fetchone() or ("",)
    # Since ever, for the report of a year ago to have somebody to see.
    server.execute("SET LOCAL session_replication_role = replica")
    server.execute("UPDATE crm.customers SET created_at = now() - interval '2 years' WHERE customer_id = ANY (%s)", ([row[0] for row in customers],))
    server.execute("SET LOCAL session_replication_role = origin")
    server.execute("SET LOCAL ROLE simpul_app")
    server.execute("SELECT set_config('app.user_id', %s, true)", watcher)
    print(machine())
    for label, since in (("today", "now() - interval '12 hours'"), ("a year ago", "now() - interval '365 days'")):
        spent, rows = [], 0
        for (customer_id,) in customers:
            began = time.perf_counter()
            found = server.execute(f"SELECT * FROM crm.customer_viewers(%s, {since}, {since} + interval '1 day')", (customer_id,)).fetchall()
            spent.append((time.perf_counter() - began) * 1000)
            rows += len(found)
        print(
            f"{label}: p50 {percentile(spent, 0.5):.1f} ms, p95 {percentile(spent, 0.95):.1f} ms (budget {BUDGET_MS} ms), {rows / len(customers):.0f} ways each"
        )


def arrange(server: psycopg.Connection[Any], people: int, changes: int) -> None:
    """People with roles and places in all branches, and rights that they had before; one of them reads the whole trail."""
    # A tenth reaches every customer, the others those of their branch; all since two years ago.
    server.execute(
        """INSERT INTO iam.users (user_id, username, password, full_name, kind, status, language, theme, since)
           SELECT uuidv7(), %s || n, '!', 'Bench ' || n, 'USER', 'ACTIVE', 'id', 'system', now() - interval '2 years' FROM generate_series(1, %s) n
           UNION ALL SELECT uuidv7(), %s || 'watcher', '!', 'Bench', 'USER', 'ACTIVE', 'id', 'system', now() - interval '2 years'""",
        (_MADE, people, _MADE),
    )
    server.execute(
        """INSERT INTO iam.user_roles (user_role_id, user_id, role_id, since)
           SELECT uuidv7(), u.user_id, r.role_id, now() - interval '2 years' FROM iam.users u JOIN iam.roles r ON r.role_key = CASE
               WHEN u.username LIKE '%%watcher' THEN 'COMPLIANCE' WHEN right(u.username::text, 1) = '0' THEN 'DATA_STEWARD' ELSE 'AGENT' END
            WHERE starts_with(u.username::text, %s)""",
        (_MADE,),
    )
    server.execute(
        """INSERT INTO iam.user_branch_scopes (scope_id, user_id, scope_type, branch_code, since)
           SELECT uuidv7(), u.user_id, 'BRANCH', b.branch_code, now() - interval '2 years'
             FROM (SELECT user_id, row_number() OVER (ORDER BY user_id) AS n FROM iam.users WHERE starts_with(username::text, %s)) u
             JOIN (SELECT branch_code, row_number() OVER (ORDER BY branch_code) AS n, count(*) OVER () AS all_of_them FROM iam.branches) b ON b.n = u.n %% b.all_of_them + 1""",
        (_MADE,),
    )
    server.execute(
        """INSERT INTO iam.former_rights (source, row_id, state, during)
           SELECT 'user_branch_scopes', uuidv7(), jsonb_build_object('user_id', u.user_id, 'branch_code', u.branch_code, 'unit_code', NULL, 'active_from', NULL, 'active_to', NULL),
                  tstzrange(now() - (n %% 700 + 30) * interval '1 day', now() - (n %% 700) * interval '1 day')
             FROM generate_series(1, %s) n
             JOIN (SELECT s.user_id, s.branch_code, row_number() OVER (ORDER BY s.scope_id) AS number, count(*) OVER () AS all_of_them FROM iam.user_branch_scopes s) u
               ON u.number = n %% u.all_of_them + 1""",
        (changes,),
    )
    server.execute("ANALYZE iam.users, iam.user_roles, iam.user_branch_scopes, iam.former_rights")


if __name__ == "__main__":
    main()
