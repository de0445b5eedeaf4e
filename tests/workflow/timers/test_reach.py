"""The database lets people move the timers of subjects that they reach, and shows all of them to operators only."""

from __future__ import annotations

import pytest
from django.db import Error as DatabaseError

from simpul.platform import clock
from simpul.platform.db import execute, query, scope
from simpul.workflow.timers import NewTimer, cancel, schedule, schedule_many
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


@pytest.fixture
def of_item(heard, organisation):
    """The timer of an item about a customer of PMS; `agent_bnj` is whose it is."""
    one = customers.customer("Rahmat Siregar", "PMS", rm="rm_mdn")
    asked = customers.change_request(one.id, "agent_bnj")
    with rows():
        item = query("SELECT item_id FROM crm.workflow_items WHERE subject_id = %s", (str(asked.id),))[0]["item_id"]
        schedule_many(
            [NewTimer("item", "tests.ring", "CHANGE_REQUEST", str(asked.id), due_at=clock.now(), item_id=item, customer_id=one.id, branch_code="PMS")]
        )
    return item


# Who may act on the item moves its timer, reaching the customer or not; field_mdn and finance hold nothing on such items.
@pytest.mark.parametrize(
    ("username", "seen", "moved"),
    [
        ("steward", 1, 1), ("agent_bnj", 1, 1), ("rm_mdn", 1, 1), ("admin", 1, 1), ("compliance", 1, 0),
        ("agent_mdn", 0, 0), ("finance_mdn", 0, 0), ("director", 0, 0),
    ],
)  # fmt: skip
def test_the_timer_of_an_item_is_for_who_may_act_on_the_item(of_item, actor, username, seen, moved):
    with scope(actor(username)):
        assert (len(query("SELECT 1 FROM crm.timers")), cancel(["item"])) == (seen, moved)


def test_whoever_reaches_the_customer_but_holds_nothing_on_the_item_does_not_see_its_timer(of_item, actor):
    reading = customers.elevation("finance_mdn", query_customer(of_item), reason_type="TEST")
    with scope(actor("finance_mdn")):
        assert query("SELECT elevation_id FROM iam.elevation_of(iam.uid())")[0]["elevation_id"] == reading
        assert len(query("SELECT 1 FROM iam.customer_reach")) == 1
        assert (query("SELECT 1 FROM crm.timers"), cancel(["item"])) == ([], 0)


@pytest.mark.parametrize("username", ["agent_mdn", "finance_mdn", "compliance", "director"])
def test_nobody_schedules_for_an_item_that_is_not_theirs_to_act_on(of_item, actor, username):
    with pytest.raises(DatabaseError) as refused, scope(actor(username)):
        schedule_many([NewTimer("x", "tests.ring", "TEST", "1", due_at=clock.now(), item_id=of_item)])

    assert refused.value.__cause__.sqlstate == "42501"
    with rows():
        assert [row["key"] for row in query("SELECT key FROM crm.timers")] == ["item"]


def test_the_item_of_a_timer_is_moved_away_by_nobody(of_item, actor):
    """Without its item a timer would be anybody's."""
    with scope(actor("agent_mdn")):
        assert execute("UPDATE crm.timers SET item_id = NULL, customer_id = NULL, branch_code = NULL") == 0


def query_customer(item_id):
    with rows():
        return query("SELECT customer_id FROM crm.workflow_items WHERE item_id = %s", (item_id,))[0]["customer_id"]
