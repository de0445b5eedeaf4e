"""kill -9 of the web server while complaints are received: who was told a number has it, with everything that belongs to it, and no number is left out."""

from __future__ import annotations

import itertools
import json
import os
import random
import signal
import time
import uuid
from typing import Any

import psycopg

from tests.chaos.clients import Ledger, Person
from tests.support.demo import Demo, until

_RECOVERY_SECONDS = 180
_CHANNELS = itertools.cycle(("CALL_CENTER", "EMAIL", "WEB"))
# What a case that was received has, each asked of all cases of this test: what is missing is listed by its marker.
_COMPLETE = {
    "clock": "SELECT FROM crm.case_clock_events e WHERE e.case_id = c.case_id AND e.seq = 1 AND e.change = 'START'",
    "place in the workflow": "SELECT FROM crm.workflow_items i WHERE i.subject_type = 'CASE' AND i.subject_id = c.case_id::text AND i.state = c.status",
    "line in the log": "SELECT FROM crm.case_activities a WHERE a.case_id = c.case_id AND a.activity_type = 'STATUS_CHANGE' AND a.data ->> 'to' = 'NEW'",
    "row of the trail": "SELECT FROM audit.audit_logs l WHERE l.action = 'CREATE_CASE' AND l.object_id = c.case_id::text AND l.outcome = 'ALLOWED'",
    "receipt": "SELECT FROM crm.documents d WHERE d.subject_type = 'CASE' AND d.subject_id = c.case_id::text AND d.template = 'complaint_receipt'",
    "message": "SELECT FROM crm.outbound_messages m WHERE m.subject_type = 'CASE' AND m.subject_id = c.case_id::text AND m.document_id IS NOT NULL",
    "rungs ahead": "SELECT FROM crm.timers t WHERE t.subject_type = 'CASE' AND t.subject_id = c.case_id::text AND t.kind = 'cases.ladder'",
}
_MINE = "SELECT c.case_id::text, c.case_no, left(c.description, 32) FROM crm.cases c WHERE left(c.description, 32) = ANY (%s)"
_GAPS = """
SELECT n.branch_code, n.year, n.last_number, count(c.case_id), max(split_part(c.case_no, '-', -1)::integer)
FROM crm.case_numbers n LEFT JOIN crm.cases c ON c.case_no LIKE format('CASE-%s-%s-%%', n.year, n.branch_code) GROUP BY 1, 2, 3
"""


class Receiver(Person):
    """Somebody who receives one complaint after the other, and asks again with the same key when no answer came."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.made: dict[str, tuple[str, str]] = {}
        self.asked: list[str] = []
        self.repeated = 0

    def run(self) -> None:
        for customer in itertools.cycle(self.customers):
            marker = uuid.uuid4().hex
            self.asked.append(marker)
            body = {
                "customer_id": customer,
                "channel": next(_CHANNELS),
                "category_code": "TRX_FAIL",
                "priority": "MEDIUM",
                "description": f"{marker} Transfer gagal, saldo terpotong.",
            }
            while not self.ending.is_set():
                made = self.attempt("POST", "/api/v1/cases", body, headers={"Idempotency-Key": marker})
                if made:
                    self.made[marker] = (made["id"], made["case_no"])
                    break
                self.repeated += 1
            if self.ending.is_set():
                return


def receivers(demo: Demo, ledger: Ledger) -> list[Receiver]:
    """Two agents and a supervisor with the customers of their branches who can be written to."""
    logins = json.loads((demo.directory / "demo-logins.json").read_text())["logins"]
    chosen = [next(login for login in logins if login["role"] == role) for role in ("AGENT", "SUPERVISOR")]
    chosen.append(chosen[0])
    working = []
    with psycopg.connect(demo.database()) as connection:
        for login in chosen:
            found = connection.execute(
                "SELECT customer_id::text FROM crm.customers WHERE home_branch_code = ANY (%s) AND (phone_e164 IS NOT NULL OR email IS NOT NULL) ORDER BY 1",
                [login["branches"]],
            ).fetchall()
            working.append(Receiver(demo.port, login["username"], login["password"], [customer for (customer,) in found], ledger))
    for person in working:
        person.sign_in()
        person.start()
    return working


def test_every_case_that_was_acknowledged_is_there_whole_and_its_number_follows_the_one_before(demo, kills, report):
    ledger, chance = Ledger(), random.Random(2027)
    working = receivers(demo, ledger)
    began = time.monotonic()
    for _ in range(max(2, kills)):
        enough = len(ledger.requests) + chance.randint(2, 8)
        until(lambda enough=enough: len(ledger.requests) >= enough, _RECOVERY_SECONDS, "cases before the server is killed")
        time.sleep(chance.uniform(0, 0.3))
        # The server leads a group of its own: all of it at once, in the middle of whatever it does.
        os.killpg(demo.child("granian"), signal.SIGKILL)
        before = len(ledger.requests)
        until(lambda before=before: len(ledger.requests) > before + 3, _RECOVERY_SECONDS, "cases after the server was killed")
    for person in working:
        person.ending.set()
    for person in working:
        person.join(30)
    until(lambda: demo.status() == 200, _RECOVERY_SECONDS, "the server after the last kill")

    made = {marker: case for person in working for marker, case in person.made.items()}
    asked = [marker for person in working for marker in person.asked]
    with psycopg.connect(demo.database()) as connection:
        stored = connection.execute(_MINE, [asked]).fetchall()
        lost = sorted(made.keys() - {marker for _, _, marker in stored})
        incomplete = {
            name: count
            for name, what in _COMPLETE.items()
            for (count,) in connection.execute(f"SELECT count(*) FROM crm.cases c WHERE left(c.description, 32) = ANY (%s) AND NOT EXISTS ({what})", [asked])
            if count
        }
        gaps = [row for row in connection.execute(_GAPS) if not row[2] == row[3] == row[4]]
        receipts = connection.execute("SELECT document_id::text FROM crm.documents WHERE template = 'complaint_receipt' AND subject_id = ANY (%s)",
                                      [[case for case, _, _ in stored]]).fetchall()  # fmt: skip
    unreadable = [document for (document,) in receipts if not readable(working[0], document) and not readable(working[1], document)]

    report(
        "intake",
        kills=max(2, kills),
        acknowledged=len(made),
        stored=len(stored),
        asked_again=sum(person.repeated for person in working),
        lost=len(lost),
        doubled=len(stored) - len({marker for _, _, marker in stored}),
        incomplete=incomplete,
        receipts_read_back=len(receipts) - len(unreadable),
        numbers_left_out=len(gaps),
        seconds=round(time.monotonic() - began),
    )
    assert ledger.unexpected == []
    assert (lost, incomplete, gaps, unreadable) == ([], {}, [], [])
    assert len(stored) == len({marker for _, _, marker in stored})
    assert {marker: (case, number) for case, number, marker in stored if marker in made} == made


def readable(person: Person, document: str) -> bool:
    """Whether the receipt's content is there and whole, as its reader gets it."""
    status, text, _ = person.call("GET", f"/api/v1/documents/{document}/content")
    return status == 200 and text.startswith("%PDF") and text.rstrip().endswith("%%EOF")
