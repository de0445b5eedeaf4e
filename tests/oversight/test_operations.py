"""The operations page: what waits, runs and was given up, told by ids; a few acts, each recorded with its reason."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simpul.platform import clock, jobs
from simpul.platform.db import query
from simpul.workflow.timers import Swept, TimerKind, sweep
from tests.support import customers, timers
from tests.support.database import rows
from tests.support.registries import unchanged

REASON = {"reason": "gangguan layanan sudah diatasi"}


@pytest.fixture
def heard():
    """What the handler of `tests.ring` was given."""
    given: list[str] = []
    with unchanged(TimerKind):
        timers.kind_put("tests.ring", lambda due: given.extend(timer.key for timer in due))
        yield given


def stored(timer_id):
    with rows():
        return query("SELECT * FROM crm.timers WHERE timer_id = %s", (timer_id,))[0]


def trail():
    with rows():
        return query("SELECT action, object_type, object_id, customer_id, outcome, meta FROM audit.audit_logs ORDER BY created_at DESC LIMIT 1")[0]


def test_the_summary_counts_what_waits_runs_and_was_given_up(client_of):
    for options in ({}, {"seconds": -61}, {"seconds": -30}, {"attempts": 2}, {"status": "FAILED"}, {"status": "CANCELLED"}, {"status": "FIRED", "seconds": -5}):
        timers.timer(**options)
    timers.timer(status="FIRED", seconds=-90_000)
    for status, options in (
        ("todo", {}),
        ("todo", {"seconds": 60}),
        ("todo", {"attempts": 3}),
        ("doing", {}),
        ("failed", {}),
        ("failed", {}),
        ("succeeded", {}),
    ):
        timers.job(status, **options)
    with rows():
        query("INSERT INTO jobs.procrastinate_workers DEFAULT VALUES RETURNING id")
        query("INSERT INTO jobs.procrastinate_workers (last_heartbeat) VALUES (now() - interval '40 seconds') RETURNING id")
        query("INSERT INTO jobs.procrastinate_workers (last_heartbeat) VALUES (now() - interval '2 hours') RETURNING id")

    found = client_of("compliance").api("GET", "/operations/summary").json()

    counts = {area: {name: one["count"] for name, one in found[area].items() if isinstance(one, dict)} for area in ("timers", "jobs")}
    assert counts["timers"] == {"waiting": 4, "late": 1, "retrying": 1, "failed": 1, "fired": 1}
    assert counts["jobs"] == {"waiting": 2, "scheduled": 1, "running": 1, "retrying": 1, "failed": 2, "done": 1}
    assert found["dead_letters"] == {"count": 3, "capped": False}
    assert [(worker["alive"], worker["running"]) for worker in found["workers"]] == [(False, 0), (True, 0)]
    assert found["jobs"]["oldest_waiting_at"] is not None and found["timers"]["next_due_at"] is not None
    assert found["jobs"]["late_after_seconds"] == 60
    assert {"key": "platform.tidy", "name": "Merapikan yang sudah lewat"} in found["tasks"]
    assert {"key": "workflow.state", "name": "Tenggat keadaan alur kerja"} in found["timer_kinds"]


def test_timers_that_wait_come_by_when_they_are_due_and_others_after_them_the_latest_first(client_of):
    waiting = [str(timers.timer(seconds)) for seconds in (300, -100, 200)]
    fired = [str(timers.timer(seconds, status="FIRED")) for seconds in (-300, -100)]
    browser = client_of("admin")

    assert [item["id"] for item in browser.api("GET", "/operations/timers?status=PENDING").json()["items"]] == [waiting[1], waiting[2], waiting[0]]
    assert [item["id"] for item in browser.api("GET", "/operations/timers?status=FIRED").json()["items"]] == [fired[1], fired[0]]
    lost = str(timers.timer(-200, status="FAILED"))
    everything = browser.api("GET", "/operations/timers").json()["items"]
    assert [item["id"] for item in everything] == [waiting[1], waiting[2], waiting[0], fired[1], lost, fired[0]]


def test_timers_are_filtered_by_kind_subject_and_lateness(client_of):
    other = timers.timer(kind="tests.other", subject_id="9")
    late = timers.timer(-61)
    timers.timer(-30)
    browser = client_of("admin")

    def ids(asked):
        return [item["id"] for item in browser.api("GET", f"/operations/timers?{asked}").json()["items"]]

    assert ids("kind=tests.other") == ids("subject_type=TEST&subject_id=9") == [str(other)]
    assert ids("late=true") == [str(late)]
    assert ids("subject_type=LAIN") == []


def test_timers_are_filtered_by_the_moments_between_which_they_are_due(client_of):
    for hour in (1, 2, 3):
        timers.timer(key=f"{hour}", kind="tests.other" if hour == 3 else "tests.ring", due_at=datetime(2027, 3, 9, hour, tzinfo=UTC))
    browser = client_of("admin")

    def keys(asked):
        return [item["key"] for item in browser.api("GET", f"/operations/timers?status=PENDING&{asked}").json()["items"]]

    assert keys("from=2027-03-09T02:00:00Z") == ["2", "3"], "the first moment belongs to it"
    assert keys("to=2027-03-09T02:00:00Z") == ["1"], "the last one does not"
    assert keys("from=2027-03-09T08:00:00%2B07:00&to=2027-03-09T09:00:00%2B07:00") == ["1"]
    assert keys("from=2027-03-09T02:00:00Z&kind=tests.other") == ["3"]
    assert keys("from=2027-03-09T04:00:00Z") == []


@pytest.mark.parametrize(("asked", "field"), [("from=kemarin", "from"), ("to=2027-02-30T00:00:00Z", "to")])
def test_a_moment_that_is_none_is_refused_by_its_name(client_of, asked, field):
    answer = client_of("admin").api("GET", f"/operations/timers?{asked}")

    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == [field]


@pytest.mark.parametrize(
    "path",
    [
        "/operations/timers?",
        "/operations/timers?status=PENDING",
        "/operations/timers?status=FAILED",
        "/operations/jobs?state=FAILED",
        "/operations/dead-letters?",
    ],
)
def test_pages_follow_each_other_without_gap_or_repetition_in_a_fixed_number_of_statements(client_of, path):
    for number in range(7):
        timers.timer(3_600 + number % 3)
        timers.timer(status="FAILED", seconds=-(number % 3))
        timers.job("failed")
    browser = client_of("compliance")
    whole = [item["id"] for item in browser.api("GET", f"{path}&limit=100").json()["items"]]
    pages, cursor, statements = [], "", set()
    while cursor is not None:
        with CaptureQueriesContext(connection) as seen:
            answer = browser.api("GET", f"{path}&limit=3{f'&cursor={cursor}' if cursor else ''}").json()
        pages += [item["id"] for item in answer["items"]]
        statements.add(len(seen))
        cursor = answer["next_cursor"]

    assert pages == whole
    assert len(whole) == (14 if path.endswith("?") else 7)
    assert len(statements) == 1


@pytest.mark.parametrize("path", ["timers", "jobs", "dead-letters"])
@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "WzFd",
        "WyIyMDI2Il0",
        "WyIyMDI2LTAxLTAxIiwgImEiXQ",
        "W251bGwsIG51bGxd",
        "W1tdLCB7fV0",
        "W3RydWUsICIyMDI2LTAxLTAxVDAwOjAwOjAwWiIsICJhIl0",
        "W3RydWUsIG51bGwsIG51bGxd",
    ],
)
def test_a_cursor_that_we_did_not_write_is_refused(client_of, path, cursor):
    answer = client_of("admin").api("GET", f"/operations/{path}?cursor={cursor}")

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["cursor"])


def test_nothing_that_work_is_about_is_shown(client_of):
    """Jobs carry arguments and timers data; both may name a person."""
    one = customers.customer("Rahmat Siregar", "MDN")
    timers.job("failed", reason="ValueError at value/rules.py:12")
    timers.timer(status="FAILED", customer_id=one.id, branch_code="MDN", error="stale_version")
    browser = client_of("admin")

    for path in ("summary", "timers", "jobs", "dead-letters"):
        text = browser.api("GET", f"/operations/{path}").content.decode()
        assert "Rahmat" not in text and "args" not in text and str(one.id) not in text

    reasons = {item["source"]: item["reason"] for item in browser.api("GET", "/operations/dead-letters").json()["items"]}
    assert reasons == {"JOB": "ValueError at value/rules.py:12", "TIMER": "stale_version"}


def test_jobs_tell_their_task_state_tries_and_age(client_of):
    number = timers.job("todo", task="imports.run", attempts=2)
    timers.job("doing")

    (item,) = client_of("admin").api("GET", "/operations/jobs?task=imports.run").json()["items"]

    assert {name: item[name] for name in ("id", "queue", "task", "state", "attempts", "reason", "can")} == {
        "id": str(number),
        "queue": "default",
        "task": "imports.run",
        "state": "WAITING",
        "attempts": 2,
        "reason": None,
        "can": {"rerun": False, "discard": False},
    }
    assert 0 <= item["seconds"] < 60


def test_jobs_are_filtered_by_their_queue(client_of):
    heavy = timers.job("todo", queue="heavy")
    timers.job("todo")
    browser = client_of("admin")

    assert [item["id"] for item in browser.api("GET", "/operations/jobs?queue=heavy").json()["items"]] == [str(heavy)]
    assert [item["queue"] for item in browser.api("GET", "/operations/jobs?queue=default").json()["items"]] == ["default"]
    assert browser.api("GET", "/operations/jobs?queue=heavy&state=FAILED").json()["items"] == []
    assert browser.api("GET", "/operations/jobs?queue=lain").json()["items"] == []
    assert "default" in browser.api("GET", "/operations/summary").json()["queues"]


def test_a_reader_is_offered_no_act_and_refused_it(client_of, trace):
    waiting, failed = timers.timer(), timers.timer(status="FAILED")
    browser = client_of("compliance")
    items = browser.api("GET", "/operations/timers").json()["items"]
    trace.start()

    assert [item["can"] for item in items] == [{"fire": False, "cancel": False, "rerun": False}] * 2
    for path in (f"timers/{waiting}/fire", f"timers/{waiting}/cancel", f"dead-letters/timer:{failed}/rerun", f"dead-letters/timer:{failed}/discard"):
        assert browser.api("POST", f"/operations/{path}", REASON).status_code == 403
    assert trace() == {"audit": ["WRITE_DENIED:DENIED"] * 4}
    assert (stored(waiting)["status"], stored(failed)["status"]) == ("PENDING", "FAILED")


def test_a_timer_fired_by_hand_fires_with_the_next_sweep_and_is_recorded_once(client_of, heard):
    timer_id = timers.timer(86_400, key="a", branch_code="MDN")
    browser = client_of("admin")
    assert sweep() == Swept()

    answers = [browser.api("POST", f"/operations/timers/{timer_id}/fire", REASON) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    recorded = trail()
    assert (recorded["action"], recorded["object_type"], recorded["object_id"], recorded["meta"]["reason"]) == (
        "FIRE_TIMER",
        "TIMER",
        str(timer_id),
        REASON["reason"],
    )
    assert sweep() == Swept(fired=1)
    assert heard == ["a"]
    again = browser.api("POST", f"/operations/timers/{timer_id}/fire", REASON)
    assert (again.status_code, again.json()["code"]) == (409, "timer_is_over")


def test_a_cancelled_timer_never_fires(client_of, heard):
    timer_id = timers.timer(60)
    browser = client_of("admin")

    answers = [browser.api("POST", f"/operations/timers/{timer_id}/cancel", REASON) for _ in range(2)]

    assert [(answer.status_code, answer.json()["status"]) for answer in answers] == [(200, "CANCELLED")] * 2
    with clock.shifted(timedelta(days=1)):
        assert sweep() == Swept()
    fired = timers.timer(status="FIRED")
    assert browser.api("POST", f"/operations/timers/{fired}/cancel", REASON).status_code == 409
    assert trail()["outcome"] == "FAILED"


@pytest.mark.parametrize("body", [{}, {"reason": "  pendek  "}, {"reason": None}])
def test_an_act_without_a_reason_is_refused(client_of, body):
    timer_id = timers.timer()

    assert client_of("admin").api("POST", f"/operations/timers/{timer_id}/fire", body).status_code == 422


def test_a_timer_that_was_given_up_is_tried_again_with_all_its_tries(client_of, heard, trace):
    timer_id = timers.timer(-900, key="a", status="FAILED", attempts=8, error="ValueError")
    browser = client_of("admin")
    trace.start()

    answers = [browser.api("POST", f"/operations/dead-letters/timer:{timer_id}/rerun", REASON).json() for _ in range(2)]

    assert [(answer["state"], answer["attempts"], answer["can"]) for answer in answers] == [("PENDING", 0, {"rerun": False, "discard": False})] * 2
    assert trace() == {"audit": ["RERUN_WORK"]}, "asked twice, done once"
    assert sweep() == Swept(fired=1)
    assert heard == ["a"]
    assert browser.api("GET", "/operations/dead-letters").json()["items"] == []


def test_a_failed_job_is_queued_again_once(client_of, trace):
    number = timers.job("failed", attempts=8)
    browser = client_of("admin")
    trace.start()

    answers = [browser.api("POST", f"/operations/dead-letters/job:{number}/rerun", REASON).json() for _ in range(2)]

    assert [(answer["state"], answer["attempts"]) for answer in answers] == [("WAITING", 0)] * 2
    assert trace() == {"audit": ["RERUN_WORK"]}
    assert trail()["meta"] == {"task": "platform.tidy", "attempts": 8, "reason": REASON["reason"]}


def test_a_failed_job_whose_work_waits_already_is_left(client_of, trace):
    number = timers.job("failed", lock="satu-saja")
    timers.job("todo", lock="satu-saja")

    answer = client_of("admin").api("POST", f"/operations/dead-letters/job:{number}/rerun", REASON)

    assert (answer.status_code, answer.json()["code"]) == (409, "job_is_queued")


def test_a_discarded_letter_leaves_the_list_and_is_never_tried_again(client_of, heard, trace):
    timer_id, number = timers.timer(-900, status="FAILED"), timers.job("failed")
    browser = client_of("admin")
    assert [item["can"] for item in browser.api("GET", "/operations/dead-letters").json()["items"]] == [{"rerun": True, "discard": True}] * 2
    trace.start()

    answers = [browser.api("POST", f"/operations/dead-letters/{letter}/discard", REASON).json() for letter in (f"timer:{timer_id}", f"job:{number}") * 2]

    assert [answer["state"] for answer in answers] == ["CANCELLED"] * 4
    assert trace() == {"audit": ["CANCEL_TIMER", "DISCARD_WORK"]}
    assert browser.api("GET", "/operations/dead-letters").json()["items"] == []
    assert sweep() == Swept()


def test_work_that_is_under_way_again_is_not_discarded(client_of, trace):
    timer_id, number = timers.timer(60), timers.job("todo")
    browser = client_of("admin")
    trace.start()

    states = [browser.api("POST", f"/operations/dead-letters/{letter}/discard", REASON).json()["state"] for letter in (f"timer:{timer_id}", f"job:{number}")]

    assert states == ["PENDING", "WAITING"]
    assert trace() == {}


@pytest.mark.parametrize(
    "letter", ["job:999999999", "job:0x1", "job:", "job:²", "timer:1", "mail:1", "x", "timer:01a1fe80-28e7-71e1-ae99-81e90e537ff9", "job:" + "9" * 40]
)
def test_a_letter_that_does_not_exist_is_not_found(client_of, letter):
    for act in ("rerun", "discard"):
        assert client_of("admin").api("POST", f"/operations/dead-letters/{letter}/{act}", REASON).status_code == 404


def test_counts_stop_at_ten_thousand(client_of):
    with rows():
        query(
            """INSERT INTO crm.timers (timer_id, key, kind, subject_type, subject_id, due_at, run_at)
               SELECT uuidv7(), n::text, 'tests.ring', 'TEST', '1', now() + interval '1 day', now() + interval '1 day' FROM generate_series(1, 10001) n RETURNING key"""
        )

    assert client_of("admin").api("GET", "/operations/summary").json()["timers"]["waiting"] == {"count": 10_000, "capped": True}


def test_every_task_of_the_product_is_named(client_of):
    jobs.job("tests.named")(lambda: None)

    assert {"key": "tests.named", "name": "tests.named"} in client_of("admin").api("GET", "/operations/summary").json()["tasks"]


def test_the_trail_names_a_timer_by_its_kind(client_of):
    timer_id = timers.timer()
    client_of("admin").api("POST", f"/operations/timers/{timer_id}/fire", REASON)

    (item,) = client_of("compliance").api("GET", "/audit?action=FIRE_TIMER").json()["items"]

    assert (item["object_type"], item["object_label"], item["action_label"]) == ("TIMER", "tests.ring", "Jalankan pewaktu sekarang")
