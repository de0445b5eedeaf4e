"""Changes of the queue as they happen: who is told of which case, what is not told, and when a stream ends."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.db import connection

from simpul.cases import live
from simpul.cases.models import Case
from simpul.platform import streams
from simpul.platform.db import execute
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
    }
    yield keys, found
    connection.close()


def touch(*changed: Case, **values: Any) -> None:
    with rows():
        Case.objects.filter(pk__in=[case.pk for case in changed]).update(**values or {"product": "Tabungan"})
    connection.close()


def events(lines: list[str]) -> list[Any]:
    """What the lines of a stream tell, without heartbeats."""
    found = []
    for block in lines:
        fields = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line and not line.startswith(":"))
        if "event" in fields:
            found.append((fields["event"], json.loads(fields["data"])))
    return found


def heard(world: Any, username: str, act: Any, seconds: float = 2.0) -> list[str]:
    """All that a reader's stream sends in these seconds after it was settled and the act was done."""
    keys, _ = world
    actor = people.actor(username)

    async def run() -> list[str]:
        lines = live.stream(actor=actor, session_key=keys[username])
        sent: list[str] = []

        async def collect() -> None:
            async for line in lines:
                sent.append(line)

        reader = asyncio.ensure_future(collect())
        await asyncio.sleep(1.5)
        sent.clear()
        await sync_to_async(act)()
        await asyncio.sleep(seconds)
        reader.cancel()
        return sent

    return async_to_sync(run)()


def ids(*found: Case) -> list[str]:
    return sorted(str(case.id) for case in found)


@pytest.mark.parametrize("username", ["agent_mdn", "supervisor_mdn", "rm_mdn"])
def test_readers_are_told_which_of_their_cases_changed_and_nothing_of_the_change(world, username):
    _, found = world
    [(name, told)] = events(heard(world, username, lambda: touch(*found.values())))

    assert name == "cases"
    assert told == {"ids": ids(found["plain"], found["secret"]), "again": False}


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

    assert events(heard(world, username, lambda: touch(case, **leaves))) == [("cases", {"ids": ids(case), "again": False})]
    assert heard(world, username, lambda: touch(case)) == []
    assert heard(world, "supervisor_mdn", lambda: touch(case, assigned_unit_code="CALL")) == []


def test_who_had_a_case_of_another_branch_learns_nothing_of_whom_it_went_to_next(world):
    _, found = world
    touch(found["far"], assigned_to_user_id=people.user_id("agent_bnj"))

    assert heard(world, "agent_mdn", lambda: touch(found["far"], assigned_to_user_id=people.user_id("supervisor_bnj"))) == []


def test_a_case_that_becomes_sensitive_is_told_to_who_reads_it_no_more(world):
    _, found = world

    assert events(heard(world, "agent_mdn", lambda: touch(found["plain"], category_id="FRAUD_SCAM"))) == [
        ("cases", {"ids": ids(found["plain"]), "again": False})
    ]


def test_the_first_event_says_look(world):
    keys, _ = world
    actor = people.actor("agent_mdn")

    async def run() -> list[str]:
        lines = live.stream(actor=actor, session_key=keys["agent_mdn"])
        first = [await anext(lines), await anext(lines)]
        await lines.aclose()
        return first

    retry, first = async_to_sync(run)()
    assert retry == "retry: 3000\n\n"
    assert events([first]) == [("cases", {"ids": [], "again": True})]


def test_a_stream_ends_with_the_session(world, monkeypatch):
    monkeypatch.setattr(streams, "HEARTBEAT_SECONDS", 0.5)

    def end() -> None:
        with rows():
            execute("DELETE FROM iam.django_session")
        connection.close()

    assert events(heard(world, "agent_mdn", end))[-1] == ("end", {})
