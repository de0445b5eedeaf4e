"""The database shows and moves items within the reach on their resource, and lets nobody rewrite a history: row policies alone."""

from __future__ import annotations

import pytest
from django.db import Error as DatabaseError
from django.db import connection, transaction

from simpul.platform.db import execute, query, scope
from simpul.platform.ids import SYSTEM_ID, uuid7
from tests.support import customers, people
from tests.support.database import rows
from tests.workflow import parcels

pytestmark = pytest.mark.usefixtures("parcel_domain")

_ITEM = """
INSERT INTO crm.workflow_items (item_id, definition_id, version_id, subject_type, subject_id, resource, customer_id, branch_code, owner_ids, state, ended,
                                entered_at, visit, seq, started_at)
SELECT %(id)s, definition_id, version_id, 'PARCEL', %(name)s, %(resource)s, %(customer_id)s, %(branch_code)s, %(owner_ids)s, 'TAKEN', false, now(), 1, 1, now()
FROM crm.workflow_versions JOIN crm.workflow_definitions USING (definition_id) WHERE key = 'parcel' RETURNING item_id
"""
_MOVE = """
INSERT INTO crm.workflow_moves (move_id, item_id, seq, kind, transition, from_state, to_state, path, version_id, actor_user_id, reason, sealed, moved_at)
SELECT %(id)s, item_id, %(seq)s, %(kind)s, 'take', %(before)s, 'TAKEN', '[]', version_id, %(by)s, '', '', now() FROM crm.workflow_items WHERE subject_id = %(name)s
RETURNING move_id
"""


class Undone(Exception):
    """What was tried is taken back: an item without its start would not last till the commit."""


def judged():
    """Ask what the database asks at commit."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def item(name, **fields):
    """One item with its start, arranged past row-level security."""
    values = {"id": uuid7(), "name": name, "resource": "change_request", "customer_id": None, "branch_code": None, "owner_ids": [], **fields}
    with rows():
        query(_ITEM, values)
        query(_MOVE, {"id": uuid7(), "name": name, "seq": 1, "kind": "START", "before": None, "by": SYSTEM_ID})
    return values["id"]


@pytest.fixture
def items():
    """Items of a customer of MDN in rm_mdn's portfolio, of one of PMS, of branch PMS without a customer, and what belongs to one agent."""
    parcels.publish(parcels.SHIPPING)
    near, far = customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn"), customers.customer("Dewi Kartika", "PMS")
    item("near", customer_id=near.id, branch_code="MDN")
    item("far", customer_id=far.id, branch_code="PMS")
    item("branch", branch_code="PMS")
    item("task", resource="task", owner_ids=[people.user_id("agent_mdn")])
    judged()
    return near, far


def names(table, key="subject_id"):
    joined = "crm.workflow_items" if table == "items" else "crm.workflow_moves m JOIN crm.workflow_items i USING (item_id)"
    return sorted(row[key] for row in query(f"SELECT {key} FROM {joined}"))


SEEN = [
    ("agent_mdn", ["near", "task"]),
    ("agent_bnj", []),
    ("call_agent", ["near"]),
    ("rm_mdn", ["near"]),
    ("rm_mdn_2", []),
    ("supervisor_bnj", []),
    ("steward", ["branch", "far", "near"]),
    ("marketing", []),
    ("nobody", []),
    # They follow workflows, whatever moves in them.
    ("compliance", ["branch", "far", "near", "task"]),
    ("admin", ["branch", "far", "near", "task"]),
]


@pytest.mark.parametrize(("username", "seen"), SEEN)
def test_an_item_and_its_moves_show_within_the_reach_on_its_resource(items, actor, username, seen):
    with scope(actor(username)):
        assert names("items") == seen
        assert names("moves") == seen
        # Without the item, too: the moves ask for it themselves.
        assert len(query("SELECT 1 FROM crm.workflow_moves")) == len(seen)


def test_nobody_without_a_scope_sees_any(items):
    assert query("SELECT 1 FROM crm.workflow_items UNION ALL SELECT 1 FROM crm.workflow_moves") == []


@pytest.mark.parametrize(("username", "moved"), [("agent_mdn", ["near", "task"]), ("rm_mdn_2", []), ("steward", ["branch", "far", "near"]), ("compliance", [])])
def test_reading_the_configuration_moves_nothing_and_the_others_reach_no_further(items, actor, username, moved):
    with scope(actor(username)):
        changed = query("UPDATE crm.workflow_items SET entered_at = now() RETURNING subject_id")
    assert sorted(row["subject_id"] for row in changed) == moved


def refused(act):
    with pytest.raises(DatabaseError) as refusal:
        act()
    return refusal.value.__cause__.sqlstate


def test_nobody_brings_in_an_item_out_of_reach(items, actor):
    _, far = items

    def bring(username, **fields):
        with scope(actor(username)):
            query(_ITEM, {"id": uuid7(), "name": "new", "resource": "change_request", "customer_id": None, "branch_code": None, "owner_ids": [], **fields})

    assert refused(lambda: bring("agent_mdn", customer_id=far.id, branch_code="PMS")) == "42501"
    assert refused(lambda: bring("agent_mdn", branch_code="PMS")) == "42501"
    assert refused(lambda: bring("agent_mdn", resource="task", owner_ids=[people.user_id("agent_bnj")])) == "42501"
    assert refused(lambda: bring("compliance", branch_code="MDN")) == "42501"
    assert refused(lambda: bring("nobody", branch_code="MDN")) == "42501"
    with pytest.raises(Undone), scope(actor("agent_mdn")):
        bring("agent_mdn", branch_code="MDN")
        assert len(query("SELECT 1 FROM crm.workflow_items WHERE subject_id = 'new'")) == 1
        raise Undone


def test_everybody_writes_moves_only_as_themself_and_only_of_items_in_sight(items, actor):
    def step(username, by, name="near"):
        with scope(actor(username)):
            return query(_MOVE, {"id": uuid7(), "name": name, "seq": 2, "kind": "MOVE", "before": "TAKEN", "by": by})

    assert refused(lambda: step("agent_mdn", people.user_id("supervisor_mdn"))) == "42501"
    assert refused(lambda: step("agent_mdn", SYSTEM_ID)) == "42501"
    assert step("agent_bnj", people.user_id("agent_bnj")) == [], "there is no such item for them"
    with rows():
        near = query("SELECT item_id, version_id FROM crm.workflow_items WHERE subject_id = 'near'")[0]

    def guessed():
        with scope(actor("agent_bnj")):
            execute(
                """INSERT INTO crm.workflow_moves (move_id, item_id, seq, kind, from_state, to_state, path, version_id, actor_user_id, reason, sealed, moved_at)
                   VALUES (%s, %s, 2, 'MOVE', 'TAKEN', 'SENT', '[]', %s, %s, '', '', now())""",
                (uuid7(), near["item_id"], near["version_id"], people.user_id("agent_bnj")),
            )

    assert refused(guessed) == "42501", "not even with its number"
    assert len(step("agent_mdn", people.user_id("agent_mdn"))) == 1


@pytest.mark.parametrize("username", ["agent_mdn", "steward", "compliance", "admin"])
def test_row_policies_hide_every_history_from_change_and_removal(items, actor, username):
    with scope(actor(username)):
        assert execute("UPDATE crm.workflow_moves SET to_state = 'SENT'") == 0
        assert execute("DELETE FROM crm.workflow_moves") == 0
        assert execute("DELETE FROM crm.workflow_items") == 0


@pytest.mark.parametrize("statement", ["UPDATE crm.workflow_moves SET to_state = 'SENT'", "DELETE FROM crm.workflow_moves", "TRUNCATE crm.workflow_moves"])
@pytest.mark.parametrize("role", ["simpul_fixture", "simpul_owner"])
def test_no_role_rewrites_a_history_even_past_the_policies(items, role, statement):
    def rewrite():
        with transaction.atomic():
            execute(f"SET LOCAL ROLE {role}")
            if role == "simpul_owner":
                execute("ALTER TABLE crm.workflow_moves NO FORCE ROW LEVEL SECURITY")
            execute(statement)

    assert refused(rewrite) == "42501"
    with rows():
        assert len(query("SELECT 1 FROM crm.workflow_moves WHERE to_state = 'TAKEN'")) == 4


def test_a_state_without_its_move_and_a_gap_in_a_history_are_refused_at_commit(items, actor):
    def commit(statement, *values):
        with scope(actor("steward")):
            execute(statement, values)
            judged()

    assert refused(lambda: commit("UPDATE crm.workflow_items SET state = 'SENT' WHERE subject_id = 'near'")) == "23514"
    assert refused(lambda: commit("UPDATE crm.workflow_items SET seq = 2 WHERE subject_id = 'near'")) == "23514"

    def gap():
        with scope(actor("agent_mdn")):
            query(_MOVE, {"id": uuid7(), "name": "near", "seq": 2, "kind": "MOVE", "before": "SENT", "by": people.user_id("agent_mdn")})
            judged()

    assert refused(gap) == "23514"
