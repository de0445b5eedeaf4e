"""Changes of the queue as they happen: who is told of which case, what is not told, and when a stream ends."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing
from typing import Any

import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.db import connection

from simpul.cases import live
from simpul.cases.models import Case
from simpul.platform import streams
from simpul.platform.db import execute
from tests.messaging.test_live import Lines, next_event
from tests.support import cases, customers, people
from tests.support.database import rows


@pytest.fixture
def world(committed):
    """Signed-in readers and cases of MDN (a plain and a sensitive one), BNJ and PMS, in a database whose commits stay."""
    people.organisation()
    keys = {name: str(people.client(name).session.session_key) for name in ("agent_mdn", "supervisor_mdn", "rm_mdn")}
    mdn = customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn").id
    found = {
        "plain": cases.opened("supervisor_mdn", customer_id=mdn),
        "secret": cases.opened("supervisor_mdn", "FRAUD_SCAM", customer_id=mdn),
        "other": cases.opened("agent_bnj", branch="BNJ"),
        "far": cases.opened("system", branch="PMS"),
        # Every reader here may know of these: they tell when a stream listens, and when it has told what came before.
        "first": cases.given_to(cases.opened("supervisor_mdn", customer_id=mdn), None, "CALL"),
        "last": cases.given_to(cases.opened("supervisor_mdn", customer_id=mdn), None, "CALL"),
    }
    yield keys, found
    connection.close()


def touch(*changed: Case, **values: Any) -> None:
    with rows():
        Case.objects.filter(pk__in=[case.pk for case in changed]).update(**values or {"product": "Tabungan"})
    connection.close()


async def settled(lines: Lines, mark: Case) -> None:
    """Until the stream tells of a change: before it listens, it only says that its reader should look."""
    while (await next_event(lines))[1]["again"]:
        await sync_to_async(touch)(mark)


def heard(world: Any, username: str, act: Callable[[], None]) -> list[str]:
    """Of which cases a reader's stream tells when the act was done, before it tells of a later change that its reader may know of."""
    keys, found = world
    actor, first, last = people.actor(username), found["first"], found["last"]

    async def run() -> list[str]:
        told: list[str] = []
        async with aclosing(live.stream(actor=actor, session_key=keys[username])) as lines:
            await settled(lines, first)
            await sync_to_async(act)()
            await sync_to_async(touch)(last)
            while str(last.id) not in told:
                name, data = await next_event(lines)
                assert (name, set(data), data["again"]) == ("cases", {"ids", "again"}, False)
                told += data["ids"]
        return sorted(set(told) - set(ids(first, last)))

    return async_to_sync(run)()


def ids(*found: Case) -> list[str]:
    return sorted(str(case.id) for case in found)


@pytest.mark.parametrize("username", ["agent_mdn", "supervisor_mdn", "rm_mdn"])
def test_readers_are_told_which_of_their_cases_changed_and_nothing_of_the_change(world, username):
    _, found = world
    changed = [found[name] for name in ("plain", "secret", "other", "far")]

    assert heard(world, username, lambda: touch(*changed)) == ids(found["plain"], found["secret"])


def test_a_change_out_of_reach_sends_nothing_at_all(world):
    _, found = world

    assert heard(world, "agent_mdn", lambda: touch(found["other"])) == []


@pytest.mark.parametrize(
    ("username", "before", "after"),
    [
        ("agent_mdn", {"assigned_to_user_id": "agent_mdn"}, {"assigned_to_user_id": "agent_bnj"}),
        ("agent_mdn", {"assigned_to_user_id": "agent_mdn"}, {"assigned_to_user_id": None}),
        ("call_agent", {"assigned_unit_code": "CALL"}, {"assigned_unit_code": None}),
    ],
)
def test_a_case_that_leaves_the_reach_is_told_once_more_to_who_had_it(world, username, before, after):
    """So that its row goes from the open list; after that it is out of reach like any other."""
    keys, found = world
    keys["call_agent"] = str(people.client("call_agent").session.session_key)
    case, ids_of = found["far"], {"agent_mdn": people.user_id("agent_mdn"), "agent_bnj": people.user_id("agent_bnj")}
    touch(case, **{name: ids_of.get(value, value) for name, value in before.items()})
    leaves = {name: ids_of.get(value, value) for name, value in after.items()}

    assert heard(world, username, lambda: touch(case, **leaves)) == ids(case)
    assert heard(world, username, lambda: touch(case)) == []
    assert heard(world, "supervisor_mdn", lambda: touch(case, assigned_unit_code="CALL")) == []


def test_who_had_a_case_of_another_branch_learns_nothing_of_whom_it_went_to_next(world):
    _, found = world
    touch(found["far"], assigned_to_user_id=people.user_id("agent_bnj"))

    assert heard(world, "agent_mdn", lambda: touch(found["far"], assigned_to_user_id=people.user_id("supervisor_bnj"))) == []


def test_a_case_that_becomes_sensitive_is_told_to_who_reads_it_no_more(world):
    _, found = world

    assert heard(world, "agent_mdn", lambda: touch(found["plain"], category_id="FRAUD_SCAM")) == ids(found["plain"])


def test_the_first_event_says_look(world):
    keys, _ = world
    actor = people.actor("agent_mdn")

    async def run() -> tuple[str, Any]:
        async with aclosing(live.stream(actor=actor, session_key=keys["agent_mdn"])) as lines:
            return await anext(lines), await next_event(lines)

    assert async_to_sync(run)() == ("retry: 3000\n\n", ("cases", {"ids": [], "again": True}))


def test_a_stream_ends_with_the_session(world, monkeypatch):
    monkeypatch.setattr(streams, "HEARTBEAT_SECONDS", 0.5)
    keys, found = world
    actor = people.actor("agent_mdn")

    def end() -> None:
        with rows():
            execute("DELETE FROM iam.django_session")
        connection.close()

    async def run() -> tuple[Any, list[str]]:
        async with aclosing(live.stream(actor=actor, session_key=keys["agent_mdn"])) as lines:
            await settled(lines, found["first"])
            await sync_to_async(end)()
            while (event := await next_event(lines))[0] == "cases":
                pass
            return event, [line async for line in lines]

    assert async_to_sync(run)() == (("end", {}), [])
