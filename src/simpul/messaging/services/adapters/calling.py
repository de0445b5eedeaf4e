"""Calls to providers over HTTP: a batch at once on kept connections, each with what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import httpx

from simpul.messaging.services.adapters.base import Handed, Outcome

_AT_ONCE = 40


@dataclass(frozen=True)
class Call:
    """One request of a batch."""

    url: str
    headers: Mapping[str, str]
    json: Mapping[str, Any]


def call_all(calls: Sequence[Call], judge: Callable[[httpx.Response], Handed], *, timeout_seconds: float) -> list[Handed]:
    """Make the calls, some at once, and judge the answers in order.

    No connection, and no time to get one, mean that nothing was taken; whatever breaks after that leaves the outcome unknown.
    """
    return asyncio.run(_call_all(calls, judge, timeout_seconds))


async def _call_all(calls: Sequence[Call], judge: Callable[[httpx.Response], Handed], timeout_seconds: float) -> list[Handed]:
    gate = asyncio.Semaphore(_AT_ONCE)
    limits = httpx.Limits(max_connections=_AT_ONCE, max_keepalive_connections=_AT_ONCE)
    async with httpx.AsyncClient(timeout=timeout_seconds, limits=limits, follow_redirects=False, trust_env=False) as client:

        async def one(call: Call) -> Handed:
            async with gate:
                try:
                    return judge(await client.post(call.url, headers=dict(call.headers), json=call.json))
                except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
                    return Handed(Outcome.LATER, reason="NO_CONNECTION")
                except (httpx.HTTPError, ValueError):
                    return Handed(Outcome.UNKNOWN, reason="NO_ANSWER")

        return list(await asyncio.gather(*(one(call) for call in calls)))


def wait_of(response: httpx.Response) -> float | None:
    """How long the provider asks to wait, in seconds."""
    written = response.headers.get("Retry-After", "")
    return float(written) if written.isascii() and written.isdigit() else None
