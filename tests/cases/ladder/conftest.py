"""A case of MDN whose clock runs from noon in Jakarta on Thursday, 1 July 2027, and the worker that looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from simpul.cases.levels import promise_for
from simpul.cases.models import Case, CaseActivity, LegalRules, ServiceLevelVersion
from simpul.cases.selectors.clocks import due_times
from simpul.cases.selectors.levels import level_get, version_get
from simpul.cases.services import clocks, levels
from simpul.cases.sla import ClockEvent
from simpul.cases.vocabulary import Kind, Priority
from simpul.iam.models import Branch
from simpul.platform.clock import JAKARTA, now, shifted
from simpul.platform.db import query, scope
from simpul.workflow.public import sweep
from tests.cases.test_tables import values
from tests.support import customers, people
from tests.support.database import rows

HOUR = timedelta(hours=1)
RECEIVED = datetime(2027, 7, 1, 5, tzinfo=UTC)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """The product's clock stands at the moment."""
    with shifted(moment - now()):
        yield


def swept(moment: datetime) -> int:
    """The worker looks at what is due at the moment; how many timers fired."""
    with at(moment):
        return sweep().fired


def open_case(agent, customer, received: datetime = RECEIVED, category: str = "TRX_FAIL", priority: Priority = Priority.MEDIUM) -> Case:
    """A case with its clocks started, as intake leaves it."""
    with at(received), scope(agent):
        promise = promise_for(category, None, max(received, RECEIVED).astimezone(JAKARTA).date())
        begun, readings = clocks.promised(promise, priority, Kind.WRITTEN, received)
        law = LegalRules.objects.get(pk=promise.law.id) if promise.law else None
        promised = {"policy_version": ServiceLevelVersion.objects.get(pk=promise.version_id), "legal_rules": law, **due_times(readings)}
        made = Case.objects.create(**values(customer.id, agent.id, created_at=received, category_id=category, priority=priority) | promised)
        clocks.clock_start(actor=agent, case=made, begun=begun, promise=promise)
        made.refresh_from_db()
    return made


def happen(case: Case, agent, change, moment: datetime, promise=None, **more) -> None:
    """Something happens to the clocks at a moment, under the case's lock."""
    with at(moment), scope(agent):
        locked = Case.objects.select_for_update().get(pk=case.pk)
        if promise is not None:
            locked.priority = case.priority
        clocks.clock_change(actor=agent, case=locked, event=ClockEvent(0, change, moment, **more), promise=promise)
        locked.save()


def log(case: Case) -> list[tuple[int, int, datetime, list[str]]]:
    """What the ladder wrote, in time: percent, working days, when, and who was told."""
    with rows():
        names = {str(row["user_id"]): row["username"] for row in query("SELECT user_id, username::text AS username FROM iam.users")}
        found = CaseActivity.objects.filter(case=case, activity_type="SLA", data__has_key="rung").order_by("created_at", "data__rung__level")
        return [
            (one.data["rung"]["percent"], one.data["rung"]["working_days"], one.created_at, sorted(names[each] for each in one.data["to"])) for one in found
        ]


def inboxes() -> list[tuple[str, str, str]]:
    """Every notice: to whom, of which kind, about which case."""
    with rows():
        return [
            (row["username"], row["kind"], row["number"])
            for row in query(
                "SELECT u.username::text AS username, n.kind, n.words ->> 'number' AS number FROM crm.notices n JOIN iam.users u USING (user_id) ORDER BY n.notice_id"
            )
        ]


def waiting() -> list[tuple[str, datetime]]:
    """The rungs that timers wait for, and when these are due."""
    with rows():
        found = query("SELECT data, due_at FROM crm.timers WHERE status = 'PENDING' ORDER BY due_at")
    return [(f"{row['data']['percent']}+{row['data']['working_days']}", row["due_at"]) for row in found]


@pytest.fixture
def agent(actor):
    return actor("agent_mdn")


@pytest.fixture
def customer(organisation):
    return customers.customer("Rahmat Siregar", "MDN")


@pytest.fixture
def case(agent, customer):
    """It is the agent's, and the branch has a head."""
    with rows():
        Branch.objects.filter(code="MDN").update(head_user=people.user_id("director"))
    made = open_case(agent, customer)
    with rows():
        Case.objects.filter(pk=made.pk).update(assigned_to_user_id=agent.id)
        made.refresh_from_db()
    return made


def with_ladder(admin, *rungs: tuple[int, int, int, str], since: datetime = RECEIVED - 24 * HOUR, **changed) -> None:
    """The bank's service level has this ladder from that day on."""
    with at(since), scope(admin):
        level = level_get("bank-standard")
        content = version_get("bank-standard", 1).content
        ladder = [{"percent": percent, "working_days": days, "level": level_, "act": act} for percent, days, level_, act in rungs]
        draft = levels.level_save_draft(actor=admin, key=level.key, raw={**content, "ladder": ladder, **changed}, version=level.revision)
        levels.level_publish(actor=admin, key=level.key, version=draft.revision, effective_from=since.astimezone(JAKARTA).date(), note="")
