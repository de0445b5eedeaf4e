"""kill -9 of web server, worker and PostgreSQL while people work: everything acknowledged is there afterwards."""

from __future__ import annotations

import json
import os
import random
import signal
import time

import psycopg

from tests.chaos.clients import Ledger, Person
from tests.support.demo import Demo, until

_PEOPLE = ("AGENT", "SUPERVISOR", "RM")
_RECOVERY_SECONDS = 180


def pid_of(demo: Demo, part: str) -> int:
    """The process to kill, once it is there."""
    found = {"web": lambda: demo.child("granian"), "worker": lambda: demo.child("simpul.config.worker"), "database": lambda: demo.cluster.pid() or 0}[part]
    until(lambda: found() != 0, _RECOVERY_SECONDS, f"a {part} process")
    return found()


def people(demo: Demo, ledger: Ledger) -> list[Person]:
    logins = json.loads((demo.directory / "demo-logins.json").read_text())["logins"]
    chosen = [next(login for login in logins if login["role"] == role) for role in _PEOPLE]
    with psycopg.connect(demo.database()) as connection:
        seen = [
            [str(customer) for (customer,) in connection.execute(statement, [login["username"] if login["role"] == "RM" else login["branches"]]).fetchall()]
            for login in chosen
            for statement in [
                "SELECT customer_id FROM crm.customers JOIN iam.users ON user_id = rm_user_id WHERE username = %s ORDER BY customer_id"
                if login["role"] == "RM"
                else "SELECT customer_id FROM crm.customers WHERE home_branch_code = ANY (%s) ORDER BY customer_id"
            ]
        ]
    working = [Person(demo.port, login["username"], login["password"], customers, ledger) for login, customers in zip(chosen, seen, strict=True)]
    for person in working:
        person.sign_in()
        person.start()
    return working


def test_no_acknowledged_write_is_lost(demo, kills, report):
    ledger, chance = Ledger(), random.Random(2026)
    working = people(demo, ledger)
    recovered: dict[str, list[float]] = {}
    for _ in range(kills):
        for part in ("web", "worker", "database"):
            enough = len(ledger.requests) + chance.randint(5, 40)
            until(lambda enough=enough: len(ledger.requests) >= enough, _RECOVERY_SECONDS, f"work before {part} is killed")
            os.kill(pid_of(demo, part), signal.SIGKILL)
            killed_at = time.monotonic()
            before = len(ledger.requests)
            # Requests in flight may still be answered; three rounds of everybody cannot all have been in flight.
            until(lambda before=before: len(ledger.requests) >= before + 3 * len(_PEOPLE), _RECOVERY_SECONDS, f"work after {part} was killed")
            recovered.setdefault(part, []).append(round(time.monotonic() - killed_at, 2))
    for person in working:
        person.ending.set()
    for person in working:
        person.join(30)

    assert ledger.unexpected == []
    lost = missing(demo, ledger)
    report(
        "during use",
        kills_of_each=kills,
        acknowledged=len(ledger.requests),
        change_requests=len(ledger.change_requests),
        refused_meanwhile=sum(ledger.failures.values()),
        seconds_to_recover={part: {"median": sorted(times)[len(times) // 2], "worst": max(times)} for part, times in recovered.items()},
        lost=lost,
    )
    assert lost == {"audit rows": [], "change requests": [], "themes": []}
    assert demo.process is not None and demo.process.poll() is None


def missing(demo: Demo, ledger: Ledger) -> dict[str, list[str]]:
    """What was acknowledged and is not in the database."""
    until(lambda: demo.status() == 200, _RECOVERY_SECONDS, "the server after the last kill")
    with psycopg.connect(demo.database()) as connection:
        audited = {
            each for (each,) in connection.execute("SELECT request_id::text FROM audit.audit_logs WHERE request_id::text = ANY (%s)", [list(ledger.requests)])
        }
        notes = dict(connection.execute("SELECT change_request_id::text, note FROM crm.customer_change_requests").fetchall())
        themes = dict(connection.execute("SELECT username::text, theme FROM iam.users WHERE username::text = ANY (%s)", [list(ledger.themes)]).fetchall())
    return {
        "audit rows": sorted(ledger.requests - audited),
        "change requests": sorted(request for request, note in ledger.change_requests.items() if notes.get(request) != note),
        "themes": sorted(username for username, allowed in ledger.themes.items() if themes[username] not in allowed),
    }


def test_no_job_is_lost_when_the_whole_demonstration_is_killed(demo, report):
    with psycopg.connect(demo.database(), options="-c search_path=jobs,public", autocommit=True) as connection:
        first = connection.execute(
            "INSERT INTO jobs.procrastinate_jobs (task_name, queue_name, args, priority) SELECT 'platform.tidy', 'default', '{}', 0 FROM generate_series(1, 50) RETURNING id"
        ).fetchone()
    assert first is not None and demo.process is not None
    demo.kill_everything()

    took = demo.start()

    with psycopg.connect(demo.database(), autocommit=True) as connection:
        pending = "SELECT count(*) FROM jobs.procrastinate_jobs WHERE task_name = 'platform.tidy' AND status <> 'succeeded' AND id >= %s"
        waited = until(lambda: connection.execute(pending, first).fetchone() == (0,), 120, "all jobs done")
    report("everything killed at once", seconds_to_start=round(took, 2), seconds_until_all_jobs_were_done=round(waited, 2))
