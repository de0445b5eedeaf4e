"""The database lets people move the timers of subjects that they reach, and shows all of them to operators only."""

from __future__ import annotations

import pytest
from django.db import Error as DatabaseError

from simpul.platform import clock
from simpul.platform.db import execute, query, scope
from simpul.workflow.timers import cancel, schedule
from tests.support import customers, timers
from tests.support.database import rows
from tests.workflow.timers.conftest import stored


@pytest.fixture
def three(heard, organisation):
    """A timer of a customer of PMS, one of branch PMS alone, one of nobody."""
    one = customers.customer("Rahmat Siregar", "PMS", rm="rm_mdn")
    timers.timer(key="customer", customer_id=one.id, branch_code="PMS")
    timers.timer(key="branch", branch_code="PMS")
    timers.timer(key="nobody")
    return one


@pytest.mark.parametrize(
    ("username", "seen"),
    [
        ("agent_mdn", ["nobody"]),
        ("rm_mdn", ["customer", "nobody"]),
        ("director", ["nobody"]),
        ("compliance", ["branch", "customer", "nobody"]),
        ("admin", ["branch", "customer", "nobody"]),
    ],
)
def test_a_person_sees_timers_of_reachable_subjects_and_operators_see_all(three, actor, username, seen):
    with scope(actor(username)):
        assert [row["key"] for row in query("SELECT key FROM crm.timers ORDER BY key")] == seen


def test_nobody_without_a_scope_sees_any(three):
    assert query("SELECT key FROM crm.timers") == []


@pytest.mark.parametrize(("username", "moved"), [("agent_mdn", 1), ("rm_mdn", 2), ("compliance", 1), ("admin", 3)])
def test_cancelling_reaches_no_further_and_reading_the_configuration_is_not_changing_it(three, actor, username, moved):
    with scope(actor(username)):
        assert cancel(["customer", "branch", "nobody"]) == moved


def test_a_key_of_a_subject_out_of_reach_is_neither_moved_nor_told(three, actor):
    before = stored("customer")
    with pytest.raises(DatabaseError) as refused, scope(actor("agent_mdn")):
        schedule("customer", "tests.ring", subject_type="TEST", subject_id="1", due_at=clock.now())

    assert refused.value.__cause__.sqlstate == "42501"
    assert stored("customer") == before


@pytest.mark.parametrize("where", ["customer_id", "branch_code"])
def test_nobody_schedules_for_a_customer_or_branch_out_of_reach(three, actor, where):
    subject = {"customer_id": three.id} if where == "customer_id" else {"branch_code": "PMS"}
    with pytest.raises(DatabaseError) as refused, scope(actor("agent_mdn")):
        schedule("x", "tests.ring", subject_type="TEST", subject_id="1", due_at=clock.now(), **subject)

    assert refused.value.__cause__.sqlstate == "42501"


def test_timers_are_deleted_by_nobody_while_they_wait(three, actor):
    for username in ("agent_mdn", "compliance", "admin"):
        with scope(actor(username)):
            assert execute("DELETE FROM crm.timers") == 0
    with rows():
        assert len(query("SELECT 1 FROM crm.timers")) == 3
