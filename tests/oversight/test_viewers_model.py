"""Who could see a customer at a past instant, as the history answers it, is what row-level security permitted at that instant.

Random organisations change their rights at random while the clock moves on. After each change the database is asked as each person; at the end
the history is asked about each of those instants.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.support.database import ADMIN

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)
BRANCHES = ("XA", "XB", "XC")
UNITS = ("XU", "XV")
CHANGES = ("status", "role", "grant", "asking", "switch", "scope", "scope_end", "unit", "branch", "rm", "elevation", "revoke", "clock")

changes = st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 3), st.integers(0, 3), st.integers(0, 7)), min_size=4, max_size=24)

# Everything that an instant stands in: to move it all back is to move the clock on.
_CLOCKS = """
UPDATE iam.users SET since = since - %(by)s, created_at = created_at - %(by)s;
UPDATE iam.user_roles SET since = since - %(by)s;
UPDATE iam.grants SET since = since - %(by)s;
UPDATE iam.user_switches SET since = since - %(by)s;
UPDATE iam.unit_branches SET since = since - %(by)s;
UPDATE iam.user_branch_scopes SET since = since - %(by)s, active_from = active_from - %(by)s, active_to = active_to - %(by)s;
UPDATE iam.elevations SET starts_at = starts_at - %(by)s, ends_at = ends_at - %(by)s, revoked_at = revoked_at - %(by)s;
UPDATE crm.customers SET created_at = created_at - %(by)s;
UPDATE iam.former_customer_reach SET during = tstzrange(lower(during) - %(by)s, upper(during) - %(by)s);
UPDATE iam.former_rights SET during = tstzrange(lower(during) - %(by)s, upper(during) - %(by)s),
       state = CASE source WHEN 'user_branch_scopes' THEN state || jsonb_build_object(
           'active_from', (state ->> 'active_from')::timestamptz - %(by)s, 'active_to', (state ->> 'active_to')::timestamptz - %(by)s) ELSE state END;
"""


class Organisation:
    """Four people, three roles, three branches, two units and two customers, with what was seen of them when."""

    def __init__(self, server: psycopg.Connection[Any]) -> None:
        self.server = server
        self.people = [uuid4() for _ in range(4)]
        self.watcher = uuid4()
        self.roles = [uuid4() for _ in range(3)]
        self.customers = [uuid4() for _ in range(2)]
        self.looks: list[tuple[datetime, dict[UUID, set[UUID]]]] = []
        for number, code in enumerate(BRANCHES, start=901):
            self.run(
                "INSERT INTO iam.branches (branch_code, branch_no, name, city, time_zone, is_active) VALUES (%s, %s, %s, '', 'Asia/Jakarta', true)",
                code,
                number,
                code,
            )
        for unit in UNITS:
            self.run("INSERT INTO iam.units (unit_code, name) VALUES (%s, %s)", unit, unit)
        for person in [*self.people, self.watcher]:
            self.run(
                "INSERT INTO iam.users (user_id, username, password, full_name, kind, status, language, theme) VALUES (%s, %s, '!', 'X', 'USER', 'ACTIVE', 'id', 'system')",
                person,
                str(person),
            )
        self.run(
            "INSERT INTO iam.user_roles (user_role_id, user_id, role_id) SELECT %s, %s, role_id FROM iam.roles WHERE role_key = 'COMPLIANCE'",
            uuid4(),
            self.watcher,
        )
        for number, role in enumerate(self.roles):
            self.run(
                "INSERT INTO iam.roles (role_id, role_key, role_name, name_en, home, rank, is_assignable, is_shipped, based_on)"
                " VALUES (%s, %s, 'X', 'X', '/welcome', 100, true, false, 'AGENT')",
                role,
                f"MODEL{number}",
            )
        for number, customer in enumerate(self.customers):
            self.run(
                "INSERT INTO crm.customers (customer_id, full_name, home_branch_code, source_system, source_key) VALUES (%s, 'Nasabah Model', %s, 'model', %s)",
                customer,
                BRANCHES[number],
                str(number),
            )
        # Something to lose from the start: a role for branches, one for a portfolio, one for all, and a place for each person.
        for number, reach in enumerate((3, 2, 4)):
            self.change("grant", reach - 1, number, 1)
        for number in range(4):
            self.change("role", number, number % 3, 0)
            self.change("scope", number, 0, 5 + number % 3)

    def run(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of a statement, as the server's superuser."""
        found = self.server.execute(statement, values)
        return found.fetchall() if found.description else []

    def change(self, kind: str, first: int, second: int, third: int) -> None:
        """Change one right, or let the clock move on."""
        person, role, customer = self.people[first], self.roles[second % 3], self.customers[third % 2]
        place = (BRANCHES + UNITS)[third % 5]
        branch, unit = (place, None) if place in BRANCHES else (None, place)
        match kind:
            case "status":
                self.run("UPDATE iam.users SET status = CASE status WHEN 'ACTIVE' THEN 'SUSPENDED' ELSE 'ACTIVE' END WHERE user_id = %s", person)
            case "role":
                if not self.run("DELETE FROM iam.user_roles WHERE (user_id, role_id) = (%s, %s) RETURNING 1", person, role):
                    self.run("INSERT INTO iam.user_roles (user_role_id, user_id, role_id) VALUES (%s, %s, %s)", uuid4(), person, role)
            case "grant":
                self._grant(role, "customer", "R", reach=first + 1, per_user=third % 4 == 0, away=third == 7)
            case "asking":
                self._grant(role, "break_glass", "C", reach=4, per_user=third == 0, away=third == 7)
            case "switch":
                if not self.run("DELETE FROM iam.user_switches WHERE user_id = %s RETURNING 1", person):
                    self.run(
                        "INSERT INTO iam.user_switches (switch_id, user_id, resource, action, switched_by) VALUES (%s, %s, 'customer', 'R', %s)",
                        uuid4(),
                        person,
                        self.watcher,
                    )
            case "scope":
                begins = [None, -5.5, 5.5, 0][second]
                self.run(
                    "INSERT INTO iam.user_branch_scopes (scope_id, user_id, scope_type, branch_code, unit_code, active_from, active_to)"
                    " VALUES (%s, %s, %s, %s, %s, clock_timestamp() + %s, clock_timestamp() + %s) ON CONFLICT DO NOTHING",
                    uuid4(),
                    person,
                    "BRANCH" if branch else "UNIT",
                    branch,
                    unit,
                    None if begins is None else begins * MINUTE,
                    None if third > 4 else (10.5 + second) * MINUTE,
                )
            case "scope_end":
                statement = [
                    "UPDATE iam.user_branch_scopes SET active_to = clock_timestamp() WHERE user_id = %s AND active_from < clock_timestamp()",
                    "DELETE FROM iam.user_branch_scopes WHERE user_id = %s",
                    "UPDATE iam.user_branch_scopes SET active_to = clock_timestamp() + interval '20.5 minutes' WHERE user_id = %s AND active_from < clock_timestamp()",
                ][second % 3]
                self.run(statement, person)
            case "unit":
                code, served = UNITS[first % 2], BRANCHES[second % 3]
                if not self.run("DELETE FROM iam.unit_branches WHERE (unit_code, branch_code) = (%s, %s) RETURNING 1", code, served):
                    self.run("INSERT INTO iam.unit_branches (unit_branch_id, unit_code, branch_code) VALUES (%s, %s, %s)", uuid4(), code, served)
            case "branch":
                self.run("UPDATE crm.customers SET home_branch_code = %s WHERE customer_id = %s", BRANCHES[second % 3], customer)
            case "rm":
                self.run("UPDATE crm.customers SET rm_user_id = %s WHERE customer_id = %s", None if second == 3 else person, customer)
            case "elevation":
                self._elevate(person, customer, "BREAK_GLASS" if second else "ORDERED")
            case "revoke":
                self.run(
                    "UPDATE iam.elevations SET revoked_at = clock_timestamp() WHERE user_id = %s AND revoked_at IS NULL AND ends_at > clock_timestamp()", person
                )
            case "clock":
                self._advance((third + 1) * 3 * MINUTE)

    def _grant(self, role: UUID, resource: str, action: str, *, reach: int, per_user: bool, away: bool) -> None:
        if away:
            self.run("DELETE FROM iam.grants WHERE (role_id, resource, action) = (%s, %s, %s)", role, resource, action)
        else:
            self.run(
                "INSERT INTO iam.grants (grant_id, role_id, resource, action, reach, limited_to, per_user) VALUES (%s, %s, %s, %s, %s, '', %s)"
                " ON CONFLICT (role_id, resource, action) DO UPDATE SET reach = excluded.reach, per_user = excluded.per_user",
                uuid4(),
                role,
                resource,
                action,
                reach,
                per_user,
            )

    def _elevate(self, person: UUID, customer: UUID, reason: str) -> None:
        if self.run("SELECT 1 FROM iam.elevations WHERE user_id = %s AND revoked_at IS NULL AND ends_at > clock_timestamp()", person):
            return
        made = uuid4()
        self.run(
            "INSERT INTO iam.elevations (elevation_id, user_id, tier, reason_type, starts_at, ends_at)"
            " VALUES (%s, %s, 1, %s, clock_timestamp(), clock_timestamp() + interval '15.5 minutes')",
            made,
            person,
            reason,
        )
        self.run("INSERT INTO iam.elevation_customers (elevation_customer_id, elevation_id, customer_id) VALUES (%s, %s, %s)", uuid4(), made, customer)

    def _advance(self, by: timedelta) -> None:
        self.run("SET LOCAL session_replication_role = replica")
        for statement in _CLOCKS.strip().split(";\n"):
            self.server.execute(statement.rstrip(";"), {"by": by})
        self.run("SET LOCAL session_replication_role = origin")
        self.looks = [(at - by, seen) for at, seen in self.looks]

    def look(self) -> None:
        """Ask the database as each person which customers there are."""
        ((at,),) = self.run("SELECT clock_timestamp()")
        seen: dict[UUID, set[UUID]] = {customer: set() for customer in self.customers}
        self.run("SET LOCAL ROLE simpul_app")
        for person in self.people:
            self._act_as(person)
            self.run("SELECT set_config('app.elevation_id', coalesce((SELECT elevation_id::text FROM iam.elevation_of(%s)), ''), true)", person)
            for (customer,) in self.run("SELECT customer_id FROM crm.customers"):
                seen[customer].add(person)
        self._act_as(None)
        self.run("SET LOCAL ROLE NONE")
        self.looks.append((at, seen))

    def _act_as(self, person: UUID | None) -> None:
        self.run("SELECT set_config('app.user_id', %s, true), set_config('app.elevation_id', '', true)", str(person or ""))

    def remembered(self) -> list[tuple[datetime, dict[UUID, set[UUID]]]]:
        """What the history says of the instants of all looks."""
        self.run("SET LOCAL ROLE simpul_app")
        self._act_as(self.watcher)
        since, until = self.looks[0][0], self.looks[-1][0] + MINUTE
        told = {
            customer: self.run("SELECT user_id, opened_at, closed_at FROM crm.customer_viewers(%s, %s, %s)", customer, since, until)
            for customer in self.customers
        }
        self._act_as(None)
        self.run("SET LOCAL ROLE NONE")
        return [(at, {customer: {who for who, opened, closed in rows if opened <= at < closed} for customer, rows in told.items()}) for at, _ in self.looks]


@pytest.fixture
def server(db: None) -> Iterator[psycopg.Connection[Any]]:
    """The server's superuser in this process's database, whose work is undone."""
    with psycopg.connect(ADMIN, dbname=str(connection.settings_dict["NAME"])) as opened:
        yield opened
        opened.rollback()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=changes)
@example(made=[("scope", 0, 3, 0), ("clock", 0, 0, 7), ("scope_end", 0, 1, 0), ("scope", 0, 2, 0), ("clock", 0, 0, 7), ("clock", 0, 0, 7)])
@example(made=[("grant", 2, 0, 0), ("switch", 0, 0, 0), ("switch", 0, 0, 0), ("switch", 0, 0, 0), ("status", 0, 0, 0), ("status", 0, 0, 0)])
@example(
    made=[("asking", 0, 1, 1), ("elevation", 1, 1, 0), ("clock", 0, 0, 0), ("role", 1, 1, 0), ("role", 1, 1, 0), ("revoke", 1, 0, 0), ("elevation", 1, 0, 1)]
)
@example(made=[("scope", 3, 0, 3), ("unit", 0, 0, 0), ("branch", 0, 2, 0), ("unit", 0, 2, 0), ("unit", 0, 2, 0), ("rm", 1, 0, 0), ("rm", 3, 3, 0)])
def test_the_history_of_rights_permits_at_each_instant_whom_the_database_permitted_then(made: list[tuple[str, int, int, int]], server: Any) -> None:
    server.rollback()
    organisation = Organisation(server)
    organisation.look()
    for change in made:
        organisation.change(*change)
        organisation.look()

    assert organisation.remembered() == organisation.looks
