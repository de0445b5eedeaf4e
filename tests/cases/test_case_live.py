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
    """Signed-in readers and cases of MDN (a plain and a sensitive one) and BNJ, in a database whose commits stay."""
    people.organisation()
    keys = {name: str(people.client(name).session.session_key) for name in ("agent_mdn", "supervisor_mdn", "rm_mdn")}
    mdn = customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn").id
    found = {
        "plain": cases.opened("supervisor_mdn", customer_id=mdn),
        "secret": cases.opened("supervisor_mdn", "FRAUD_SCAM", customer_id=mdn),
        "other": cases.opened("agent_bnj", branch="BNJ"),
    }
    yield keys, found
    connection.close()


def touch(*changed: Case) -> None:
    with rows():
        Case.objects.filter(pk__in=[case.pk for case in changed]).update(product="Tabungan")
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
