"""A receiver that goes away in the middle of a large export, seen from the server that wrote it."""

from __future__ import annotations

import hashlib
import http.client
import itertools
import json
import socket
import struct
import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.e2e.harness.site import Login, Site, csrf_token

ROWS = 100_500
_NUMBERS = itertools.count(1)
_STATES = """
SELECT count(*) AS held, count(*) FILTER (WHERE state <> 'idle') AS busy FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename <> 'postgres' AND application_name NOT LIKE '%%listen%%'
"""


@pytest.fixture
def officer(site: Site) -> Login:
    """Somebody who may export the trail, which holds a hundred thousand records of one kind."""
    made = site.twin("COMPLIANCE", f"penerima.{next(_NUMBERS)}")
    if not site.rows("SELECT 1 FROM audit.audit_logs WHERE action = 'PROBE' LIMIT 1"):
        site.write(
            """INSERT INTO audit.audit_logs (created_at, action, object_type, object_id, actor_user_id, outcome, meta)
               SELECT now() - n * interval '1 millisecond', 'PROBE', 'OPERATION', 'nomor ' || n, %s, 'ALLOWED', '{}' FROM generate_series(1, %s) n""",
            site.user_id(made),
            ROWS,
        )
    site.write("INSERT INTO iam.settings (key, value, changed_by) VALUES ('export.per_hour', '100', %s) ON CONFLICT (key) DO NOTHING", site.user_id(made))
    return made


def _asked(site: Site, who: Login) -> http.client.HTTPConnection:
    cookies = {cookie["name"]: cookie["value"] for cookie in site.sign_in(who)}
    connection = http.client.HTTPConnection(site.url.removeprefix("http://"), timeout=60)
    headers = {
        "Content-Type": "application/json",
        "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "X-CSRFToken": csrf_token(cookies),
    }
    connection.request("POST", "/api/v1/exports", json.dumps({"data_set": "audit", "format": "ndjson", "filter": {"action": ["PROBE"]}}), headers)
    return connection


def _ended(site: Site) -> list[dict[str, Any]]:
    return site.rows("SELECT outcome, meta FROM audit.audit_logs WHERE action = 'EXPORT_AUDIT' AND meta ->> 'stage' <> 'STARTED' ORDER BY created_at, audit_id")


def _until(holds: Callable[[], bool], seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.1)


def test_a_broken_connection_is_told_and_costs_the_server_nothing(site: Site, officer: Login) -> None:
    before, breaks = len(_ended(site)), 6

    for _ in range(breaks):
        connection = _asked(site, officer)
        answer = connection.getresponse()
        assert answer.status == 200
        assert len(answer.read(100_000)) == 100_000
        # A reset, as when a browser is killed. The answer holds the socket as well.
        connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        answer.close()
        connection.close()

    _until(lambda: len(_ended(site)) == before + breaks)
    for told in _ended(site)[before:]:
        assert (told["outcome"], told["meta"]["stage"], "sha256" in told["meta"]) == ("FAILED", "BROKEN_OFF", False)
        assert 0 < told["meta"]["rows"] < ROWS
    # Whoever asks next is served, whole; no statement runs on, and no connection more is held than before.
    whole = _asked(site, officer).getresponse().read()
    assert whole.count(b"\n") == ROWS
    last = _ended(site)[-1]
    assert (last["outcome"], last["meta"]["rows"], last["meta"]["sha256"]) == ("ALLOWED", ROWS, hashlib.sha256(whole).hexdigest())
    _until(lambda: site.rows(_STATES)[0]["busy"] == 0)
    print(site.rows(_STATES), [told["meta"]["rows"] for told in _ended(site)[before:]])


def test_a_receiver_that_stops_reading_holds_no_connection_of_the_pool(site: Site, officer: Login) -> None:
    before = len(_ended(site))
    waiting = [_asked(site, officer) for _ in range(8)]
    for connection in waiting:
        connection.sock.recv(1_000)

    # Each has written what the sockets hold, and waits.
    _until(lambda: site.rows(_STATES)[0]["busy"] == 0)
    assert site.call(officer, "GET", "/me")["username"] == officer.username
    for connection in waiting:
        connection.close()

    _until(lambda: len(_ended(site)) == before + len(waiting))
    assert {told["meta"]["stage"] for told in _ended(site)[before:]} == {"BROKEN_OFF"}
