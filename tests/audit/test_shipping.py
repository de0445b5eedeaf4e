"""The trail reaches the organisation's collector over TLS: in the order of its seals, each row at least once."""

from __future__ import annotations

import json
import re

import psycopg
import pytest
from django.db import DatabaseError

from simpul.audit.services import shipping, syslog
from simpul.audit.services.shipping import trail_ship
from simpul.platform.db import execute, query, scope
from simpul.platform.ports import system_actor
from tests.audit.collectors import Authority, collecting
from tests.support.database import settle

MESSAGE = re.compile(
    rb"<(?P<pri>\d+)>1 (?P<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z) (?P<host>[\x21-\x7e]+) simpul - (?P<kind>[\x21-\x7e]{1,32})"
    rb' \[audit@32473(?P<data>( \w+="([^"\\\]]|\\["\\\]])*")*)\] \xef\xbb\xbf(?P<body>.*)',
    re.DOTALL,
)


def read(message: bytes) -> dict[str, object]:
    found = MESSAGE.fullmatch(message)
    assert found, message
    return {**json.loads(found["body"]), "pri": int(found["pri"]), "kind": found["kind"].decode(), "data": found["data"].decode()}


def place(target: str) -> dict[str, object]:
    with scope(system_actor()):
        return query(
            "SELECT seal_number, rows_shipped, failure, failed_at IS NOT NULL AS failed, held_until = '-infinity' AS free FROM crm.trail_shipping WHERE target = %s",
            (target,),
        )[0]


def in_order(trail) -> list[str]:
    """The ids of all rows as their seals have them."""
    with trail.admin() as admin:
        return [str(key) for (key,) in admin.execute("SELECT audit_id FROM audit.audit_logs ORDER BY era, xid, audit_id")]


def ids(messages: list[bytes]) -> list[str]:
    return [str(one["audit_id"]) for one in map(read, messages) if one["kind"] != "SEAL"]


def test_every_sealed_row_arrives_once_in_the_order_of_the_seals_and_each_seal_after_its_rows(trail, tmp_path):
    trail.write(120, each=7)
    trail.sealer.most_rows = 50
    seals = trail.seal()
    with collecting(tmp_path) as received:
        assert trail_ship(received.collector) == 120
        told = [read(message) for message in received.messages]

        assert ids(received.messages) == in_order(trail)
        assert [(one["number"], one["row_count"], one["hash"]) for one in told if one["kind"] == "SEAL"] == [
            (each.number, each.row_count, each.hash.hex()) for each in seals
        ]
        assert [one["kind"] == "SEAL" for one in told] == [ends for each in seals for ends in [False] * each.row_count + [True]]
        assert {one["pri"] for one in told if one["kind"] != "SEAL"} <= {110, 109, 108}
        assert place(received.collector.target_name) == {"seal_number": 3, "rows_shipped": 120, "failure": "", "failed": False, "free": True}

        assert trail_ship(received.collector) == 0
        trail.write(3)
        trail.write(2)  # not sealed yet, when it is the turn of the three
        settle()
        trail.seal()
        assert trail_ship(received.collector) == 5
        assert ids(received.messages) == in_order(trail)
        assert len(received.connections) == 2


def test_what_waits_without_a_seal_is_not_shipped(trail, tmp_path):
    trail.write(4)
    with collecting(tmp_path) as received:
        assert trail_ship(received.collector) == 0
        assert received.messages == []


def test_a_batch_that_breaks_off_is_sent_again_whole(trail, tmp_path):
    trail.write(400, each=40)
    trail.seal()
    with collecting(tmp_path) as received:
        received.breaks_after = 30_000
        assert trail_ship(received.collector) == 0
        assert place(received.collector.target_name) == {"seal_number": 0, "rows_shipped": 0, "failure": "REFUSED", "failed": True, "free": True}
        assert ids(received.messages) == in_order(trail)[: len(received.messages)]

        received.breaks_after = None
        assert trail_ship(received.collector) == 400
        assert ids(received.connections[-1]) == in_order(trail)
        assert place(received.collector.target_name)["failure"] == ""


@pytest.mark.parametrize(("ending", "arrived"), [("CUT", True), ("NEVER", False)])
def test_a_batch_counts_when_the_collector_has_come_to_its_end(trail, tmp_path, monkeypatch, ending, arrived):
    monkeypatch.setattr(syslog, "_CLOSE_SECONDS", 0.3)
    trail.write(5)
    trail.seal()
    with collecting(tmp_path) as received:
        received.ending = ending
        assert (trail_ship(received.collector) == 5) is arrived
        assert place(received.collector.target_name)["failure"] == ("" if arrived else "TIMEOUT")


def test_a_collector_that_is_not_who_it_says_gets_nothing(trail, tmp_path):
    trail.write(5)
    trail.seal()
    (tmp_path / "other").mkdir()
    with collecting(tmp_path) as received:
        doubtful = syslog.Collector("127.0.0.1", received.collector.port, str(Authority(tmp_path / "other").file))
        assert trail_ship(doubtful) == 0
        assert (received.messages, place(doubtful.target_name)["failure"]) == ([], "CERTIFICATE")


def test_a_collector_may_ask_who_we_are(trail, tmp_path):
    trail.write(5)
    trail.seal()
    with collecting(tmp_path, asks_identity=True) as received:
        nameless = syslog.Collector("127.0.0.1", received.collector.port, received.collector.authority)
        assert (trail_ship(nameless), place(nameless.target_name)["failure"]) == (0, "REFUSED")
        assert trail_ship(received.collector) == 5


def test_nobody_at_the_address_is_told_and_the_place_stays(trail):
    trail.write(1)
    trail.seal()
    nobody = syslog.Collector("127.0.0.1", 9)

    assert trail_ship(nobody) == 0
    assert place(nobody.target_name)["failure"] == "UNREACHABLE"


def test_two_at_once_take_turns_and_the_place_never_goes_back(trail, tmp_path):
    trail.write(5)
    trail.seal()
    with collecting(tmp_path) as received:
        target = received.collector.target_name
        claimed = shipping._claim(target)
        assert (claimed.seal, trail_ship(received.collector), received.messages) == (0, 0, [])
        shipping._give_back(target, claimed.held)
        assert trail_ship(received.collector) == 5

    with scope(system_actor()), pytest.raises(DatabaseError, match="only goes on"):
        execute("UPDATE crm.trail_shipping SET seal_number = 0")


def test_a_message_keeps_to_the_form_whatever_a_row_holds(trail, tmp_path):
    strange = 'nasabah "x" ] \\ \r\n<13>1 palsu\x00'.replace("\x00", "")
    with trail.admin() as admin:
        admin.execute(
            "INSERT INTO audit.audit_logs (action, object_type, object_id, actor_user_id, request_id, outcome, meta) VALUES ('VIEW_PROFILE', %s, %s, %s, %s, 'DENIED', %s)",
            [strange, strange, trail.actor_id, strange, psycopg.types.json.Jsonb({"é": [strange]})],
        )
    trail.seal()
    with collecting(tmp_path) as received:
        assert trail_ship(received.collector) == 1
        first, seal = received.messages

    told = read(first)
    assert b"\n" not in first
    assert (told["pri"], told["object_id"], told["meta"], told["request_id"]) == (108, strange, {"é": [strange]}, strange)
    assert read(seal)["kind"] == "SEAL"
