"""Nobody moves a member, extends a window or undoes a rotation: the database refuses each such statement."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from simpul.config.api import api
from simpul.followup.models import FollowupAssignment
from simpul.iam.public import system_actor
from simpul.platform.db import execute, scope
from tests.followup.world import agent, as_worker, enter, rotate
from tests.support import customers, people
from tests.support.database import rows

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
# Every way in which a statement could move a member, extend a window, undo a rotation or hide one.
STATEMENTS = (
    "UPDATE crm.followup_assignments SET agent_id = (SELECT agent_id FROM crm.followup_agents WHERE number = 2)",
    "UPDATE crm.followup_assignments SET window_ends_at = window_ends_at + interval '1 day'",
    "UPDATE crm.followup_assignments SET status = 'ROTATED', ended_at = now()",
    "UPDATE crm.followup_assignments SET deposit_at = now(), window_started_at = now()",
    "INSERT INTO crm.followup_assignments SELECT * FROM crm.followup_assignments",
    "DELETE FROM crm.followup_assignments",
    "TRUNCATE crm.followup_assignments",
    "UPDATE crm.followup_members SET left_at = now(), left_reason = 'RULE'",
    "INSERT INTO crm.followup_members SELECT * FROM crm.followup_members",
    "DELETE FROM crm.followup_members",
    "TRUNCATE crm.followup_members",
    "UPDATE crm.followup_entries SET handled_at = NULL",
    "DELETE FROM crm.followup_entries",
    "TRUNCATE crm.followup_entries",
    "UPDATE crm.followup_runs SET rotated = 0",
    "INSERT INTO crm.followup_runs SELECT * FROM crm.followup_runs",
    "DELETE FROM crm.followup_runs",
    "TRUNCATE crm.followup_runs",
    "DELETE FROM crm.followup_agents",
    "DELETE FROM crm.followup_days_off",
    "ALTER TABLE crm.followup_assignments DISABLE TRIGGER ALL",
)
RUN = "SELECT crm.followup_run(uuidv7(), 'DAILY', now(), interval '1 second', '{}', 0, interval '1 day')"


@contextmanager
def as_user(username: str) -> Iterator[None]:
    with scope(people.actor(username)):
        yield


@contextmanager
def as_product() -> Iterator[None]:
    with scope(system_actor()):
        yield


def refused(statement: str) -> bool:
    try:
        with transaction.atomic():
            execute(statement)
    except ProgrammingError as error:
        return "denied" in str(error) or "must be owner" in str(error) or "Only the product" in str(error)
    return False


def stored() -> list[tuple[object, ...]]:
    with rows():
        return list(FollowupAssignment.objects.order_by("customer_id", "step").values_list())


def test_the_database_refuses_every_statement_that_would_move_a_member(organisation: None) -> None:
    for number in (1, 2):
        agent(number)
    enter([customers.customer().id], AT, source="API")
    rotate(AT)
    before = stored()
    for caller in (as_user("admin"), as_user("supervisor_mdn"), as_user("agent_mdn"), as_product(), as_worker()):
        with caller:
            assert [each for each in STATEMENTS if not refused(each)] == []
    for caller in (as_user("admin"), as_user("agent_mdn"), as_product()):
        with caller:
            assert refused(RUN)
    # Under the role of the worker, but as somebody.
    with as_user("admin"):
        execute("SET LOCAL ROLE simpul_worker")
        assert refused(RUN)
        execute("SET LOCAL ROLE simpul_app")
    assert stored() == before
    rotate(AT + timedelta(hours=47))
    assert stored() == before


def test_no_operation_names_a_member_and_an_agent_to_move_it_to(db: None) -> None:
    paths = api.get_openapi_schema()["paths"]
    changing = {(method, path.split("/followup/")[1]) for path, operations in paths.items() if "/followup/" in path for method in operations if method != "get"}
    assert changing == {
        ("post", "members/{customer_id}/log"),
        ("post", "members/{customer_id}/reveal"),
        ("post", "entries"),
        ("post", "agents"),
        ("put", "agents/order"),
        ("patch", "agents/{agent_id}"),
        ("post", "days-off"),
        ("delete", "days-off/{day_off_id}"),
        ("post", "runs"),
    }
