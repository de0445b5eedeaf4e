"""Months of the trail: made ahead, and made late for rows that came before them."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from simpul.audit.tasks import ensure_partitions
from simpul.platform.db import execute, query, scope
from tests.support import people
from tests.support.database import rows

_ROW = """
INSERT INTO audit.audit_logs (audit_id, created_at, action, object_type, object_id, actor_user_id, outcome, meta)
VALUES (uuidv7(), date_trunc('month', now()) + make_interval(months => %s, days => %s), 'VIEW_PROFILE', 'CUSTOMER', %s, %s, 'ALLOWED', '{"code": "uji"}')
"""
_ALL = "SELECT to_jsonb(a) AS row, xid::text AS xid FROM audit.audit_logs a WHERE object_id LIKE 'astray%%' ORDER BY object_id"


@pytest.fixture
def astray(organisation: None) -> list[dict]:
    """Three rows of months that have no partition: two of one to come, one of one long past."""
    with rows():
        for number, (months, days) in enumerate([(7, 3), (7, 20), (-30, 1)]):
            execute(_ROW, (months, days, f"astray-{number}", people.user_id("compliance")))
        assert query("SELECT count(*) AS n FROM audit.audit_logs_default")[0]["n"] == 3
        return query(_ALL)


def test_rows_that_came_before_their_month_are_moved_into_it_unchanged(astray):
    with scope(people.actor("admin")):
        query("SELECT audit.ensure_partitions(8)")

    with rows():
        assert query(_ALL) == astray, "byte for byte, transaction ids included"
        assert query("SELECT count(*) AS n FROM audit.audit_logs_default")[0]["n"] == 0
        places = query("SELECT tableoid::regclass::text AS place FROM audit.audit_logs WHERE object_id LIKE 'astray%%' ORDER BY object_id")
    assert places[0] == places[1] != places[2]
    assert "default" not in str(places)


def test_what_was_moved_is_as_guarded_as_before(astray):
    with scope(people.actor("admin")):
        query("SELECT audit.ensure_partitions(8)")
    triggers = query(
        """SELECT c.relname, array_agg(t.tgname::text || t.tgenabled::text ORDER BY t.tgname) AS held, c.relrowsecurity AND c.relforcerowsecurity AS protected
           FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
           WHERE n.nspname = 'audit' AND c.relispartition AND c.relkind = 'r' GROUP BY c.oid"""
    )
    assert {
        row["relname"] for row in triggers if row["held"] != ["audit_logs_place_refusalO", "refuse_changeA", "refuse_truncateA"] or not row["protected"]
    } == set()
    for statement in (
        "DELETE FROM audit.audit_logs WHERE object_id LIKE 'astray%%'",
        "UPDATE audit.audit_logs SET action = 'SIGN_IN' WHERE object_id LIKE 'astray%%'",
    ):
        with rows(), pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            execute(statement)


def test_the_nightly_job_makes_the_coming_months_and_then_nothing(organisation):
    with scope(people.actor("admin")):
        ensure_partitions()
        assert query("SELECT audit.ensure_partitions(3) AS made")[0]["made"] == 0


def test_no_role_of_the_product_makes_a_month_by_itself(organisation):
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), scope(people.actor("admin")):
        query("SELECT audit.make_month('2031-01-01')")
