"""The trail can be added to and never changed, by nobody."""

from __future__ import annotations

import psycopg
import pytest
from django.db import connection, transaction
from django.db.utils import Error

from simpul.audit.public import record
from simpul.iam.acts import IamAct
from simpul.iam.public import anonymous_actor
from simpul.platform.db import execute, query, scope
from tests.support import people
from tests.support.database import ADMIN


class Undone(Exception):
    """What comes between a change and its commit."""


CHANGES = ["UPDATE audit.audit_logs SET outcome = 'DENIED'", "DELETE FROM audit.audit_logs", "TRUNCATE audit.audit_logs"]


@pytest.mark.parametrize("statement", CHANGES)
def test_the_application_may_not_change_the_trail(actor, statement):
    agent = actor("agent_mdn")
    with scope(agent):
        record(agent, IamAct.SIGN_IN, object_type="USER", object_id=agent.id)

    with pytest.raises(Error), scope(agent):
        execute(statement)


@pytest.mark.parametrize("verb", ["UPDATE {} SET outcome = 'DENIED'", "DELETE FROM {}", "TRUNCATE {}"])
def test_not_even_a_superuser_changes_the_trail_or_a_partition(committed, verb):
    people.organisation()
    agent = people.actor("agent_mdn")
    with scope(agent):
        record(agent, IamAct.SIGN_IN, object_type="USER", object_id=agent.id)

    with psycopg.connect(ADMIN, dbname=connection.settings_dict["NAME"]) as admin:
        holding = admin.execute("SELECT DISTINCT tableoid::regclass::text FROM audit.audit_logs").fetchall()[0][0]
        every = [row[0] for row in admin.execute("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'audit.audit_logs'::regclass")]
        # Row triggers speak when there is a row; TRUNCATE is refused even on an empty partition.
        for target in ["audit.audit_logs", *(every if verb.startswith("TRUNCATE") else [holding])]:
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match="append-only"), admin.transaction():
                admin.execute(verb.format(target))
        assert len(every) >= 5


def test_nobody_writes_in_another_name(actor):
    agent = actor("agent_mdn")

    with pytest.raises(Error, match="row-level security"), scope(agent):
        record(anonymous_actor(), IamAct.SIGN_IN, object_type="USER", object_id="x")


def test_a_change_that_is_undone_leaves_no_row(actor, trace):
    agent = actor("agent_mdn")
    trace.start()

    def written_and_undone() -> None:
        with scope(agent):
            record(agent, IamAct.SIGN_IN, object_type="USER", object_id=agent.id)
            raise Undone

    with pytest.raises(Undone):
        written_and_undone()

    assert trace() == {}


def test_reading_reaches_as_far_as_the_grant(actor):
    for name in ("agent_mdn", "admin"):
        who = actor(name)
        with scope(who):
            record(who, IamAct.SIGN_IN, object_type="USER", object_id=who.id)

    seen = {}
    for name in ("agent_mdn", "admin", "compliance", "nobody"):
        with scope(actor(name)):
            seen[name] = len(query("SELECT FROM audit.audit_logs WHERE action = 'SIGN_IN'"))

    assert seen == {"agent_mdn": 0, "admin": 1, "compliance": 2, "nobody": 0}


def test_the_identity_ends_with_the_scope_and_nests(actor):
    outer, inner = actor("agent_mdn"), actor("agent_bnj")
    with scope(outer):
        with scope(inner):
            assert query("SELECT iam.uid() AS id")[0]["id"] == inner.id
        assert query("SELECT iam.uid() AS id")[0]["id"] == outer.id
        with pytest.raises(KeyError), scope(inner):
            raise KeyError
        assert query("SELECT iam.uid() AS id")[0]["id"] == outer.id
    assert transaction.get_autocommit() is False  # inside the test's own transaction
