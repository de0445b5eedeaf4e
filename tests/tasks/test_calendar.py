"""Calendar feeds: whose they are, what they tell, and what opens none."""

# scaffold: leave out (the whole file)
from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from icalendar import Calendar

from simpul.customers.models import Customer
from simpul.iam.models import Grant, Scope, User
from simpul.platform import logs
from simpul.platform.clock import now, today
from simpul.platform.db import execute, query, scope
from simpul.tasks.models import CalendarFeed
from tests.support import customers, people
from tests.support.database import rows
from tests.tasks.contract import task_of

DAY = timedelta(days=1)
TITLE = "Jelaskan bunga deposito"


@pytest.fixture
def rahmat(organisation: None) -> Customer:
    """A customer of MDN in rm_mdn's portfolio."""
    return customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn")


@pytest.fixture(autouse=True)
def _site(settings: Any) -> None:
    settings.PUBLIC_URL = "https://simpul.bank.example"


def feed(browser: Any, **fields: Any) -> dict[str, Any]:
    answer = browser.api("POST", "/calendar-feeds", {"label": "Ponsel", **fields})
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def events(answer: Any) -> list[Any]:
    assert answer.status_code == 200, answer.content
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_a_feed_tells_initials_and_a_link_and_nothing_more(client_of: Callable[..., Any], client: Any, rahmat: Customer) -> None:
    task = task_of(rahmat.id, owner="rm_mdn", title=TITLE, notes="Rahasia.", due_on=today() + DAY)

    answer = client.get(feed(client_of("rm_mdn"))["path"])

    [event] = events(answer)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-cache"
    assert str(event["summary"]) == "Tugas: R*** S***"
    assert str(event["url"]) == f"https://simpul.bank.example/tasks/{task.id}"
    assert event["dtstart"].dt == today() + DAY
    for word in ("Rahmat", "Siregar", TITLE, "Rahasia"):
        assert word not in answer.content.decode()


def test_with_titles_a_feed_tells_titles_but_never_notes_and_its_alarm(client_of: Callable[..., Any], client: Any, rahmat: Customer) -> None:
    moment = (now() + DAY).replace(microsecond=0)
    task_of(rahmat.id, owner="rm_mdn", title=TITLE, notes="Rahasia.", remind_at=moment)

    [event] = events(answer := client.get(feed(client_of("rm_mdn"), with_titles=True)["path"]))

    assert str(event["summary"]) == TITLE
    assert "Rahasia" not in answer.content.decode()
    [alarm] = event.walk("VALARM")
    assert alarm["trigger"].dt == moment


def test_a_feed_holds_the_open_tasks_of_its_person_alone(client_of: Callable[..., Any], client: Any, rahmat: Customer) -> None:
    done = {"status": "DONE", "finished_at": now(), "finished_by": people.user_id("rm_mdn")}
    task_of(rahmat.id, owner="supervisor_mdn", title="Milik supervisor")
    task_of(rahmat.id, owner="rm_mdn", title="Sudah selesai", **done)
    task_of(rahmat.id, owner="rm_mdn", title="Lama sekali", due_on=today() - 100 * DAY)
    task_of(rahmat.id, owner="rm_mdn", title="Terlambat", due_on=today() - DAY)

    found = events(client.get(feed(client_of("rm_mdn"), with_titles=True)["path"]))

    assert [str(each["summary"]) for each in found] == ["Terlambat"]


def test_a_wrong_a_revoked_and_a_suspended_persons_key_are_answered_alike(client_of: Callable[..., Any], client: Any, rahmat: Customer) -> None:
    manager = client_of("rm_mdn")
    revoked, standing = feed(manager), feed(manager)
    assert client.get(revoked["path"]).status_code == 200
    assert manager.api("POST", f"/calendar-feeds/{revoked['id']}/revoke").status_code == 200
    wrong = f"/calendar/{'x' * 43}.ics"

    answers = [client.get(revoked["path"]), client.get(wrong), client.get("/calendar/x.ics")]
    with rows():
        User.objects.filter(username="rm_mdn").update(status="SUSPENDED")
    answers.append(client.get(standing["path"]))

    assert [each.status_code for each in answers] == [404] * 4
    told = [{**each.json(), "request_id": ""} for each in answers]
    assert all(each == told[0] for each in told)
    assert client.post(standing["path"]).status_code == 405


def test_a_feed_follows_the_grants_and_the_reach_of_now(client_of: Callable[..., Any], client: Any, rahmat: Customer) -> None:
    task_of(rahmat.id, owner="agent_mdn")
    path = feed(client_of("agent_mdn"))["path"]
    assert [str(each["summary"]) for each in events(client.get(path))] == ["Tugas: R*** S***"]

    with rows():
        Scope.objects.filter(user__username="agent_mdn").delete()
    assert [str(each["summary"]) for each in events(client.get(path))] == ["Tugas: nasabah"]
    with rows():
        Grant.objects.filter(role__key="AGENT", resource="task").delete()

    assert client.get(path).status_code == 404


def test_an_unchanged_feed_is_not_sent_again(client_of: Callable[..., Any], client: Any, rahmat: Customer, trace: Any) -> None:
    task_of(rahmat.id, owner="rm_mdn")
    path = feed(client_of("rm_mdn"))["path"]
    trace.start()
    first = client.get(path)

    same = client.get(path, headers={"If-None-Match": first["ETag"]})
    since = client.get(path, headers={"If-Modified-Since": first["Last-Modified"]})
    task_of(rahmat.id, owner="rm_mdn", title="Satu lagi")
    changed = client.get(path, headers={"If-None-Match": first["ETag"]})

    assert [each.status_code for each in (first, same, since, changed)] == [200, 304, 304, 200]
    assert (same.content, len(events(changed))) == (b"", 2)
    assert trace() == {"audit": ["VIEW_LIST", "VIEW_LIST"]}


def test_wrong_keys_are_limited_by_address_and_a_feed_by_itself(client_of: Callable[..., Any], client: Any, rahmat: Customer) -> None:
    path = feed(client_of("rm_mdn"))["path"]
    first = [client.get(path).status_code for _ in range(121)]
    assert (first[:120], first[120]) == ([200] * 120, 429)

    answers = [client.get(f"/calendar/{'y' * 43}.ics") for _ in range(31)]

    assert [each.status_code for each in answers] == [404] * 30 + [429]
    assert int(answers[30]["Retry-After"]) > 0


def test_a_key_is_shown_once_and_kept_as_a_digest(client_of: Callable[..., Any], rahmat: Customer, trace: Any) -> None:
    manager, agent = client_of("rm_mdn"), client_of("agent_mdn")
    trace.start()

    made = feed(manager, label="  Ponsel  ", with_titles=True)

    key = made["path"].removeprefix("/calendar/").removesuffix(".ics")
    assert (len(key), made["label"], made["with_titles"]) == (43, "Ponsel", True)
    listed = manager.api("GET", "/calendar-feeds").json()
    assert [each["id"] for each in listed["items"]] == [made["id"]]
    assert key not in str(listed)
    assert agent.api("GET", "/calendar-feeds").json()["items"] == []
    assert trace() == {"audit": ["CREATE_CALENDAR_FEED"]}
    with rows():
        assert key not in str(query("SELECT * FROM crm.calendar_feeds"))
        assert key not in str(query("SELECT * FROM audit.audit_logs"))


def test_a_feed_is_revoked_by_its_own_person_once(client_of: Callable[..., Any], actor: Callable[..., Any], rahmat: Customer) -> None:
    manager, made = client_of("rm_mdn"), feed(client_of("rm_mdn"))
    address = f"/calendar-feeds/{made['id']}/revoke"

    assert client_of("agent_mdn").api("POST", address).status_code == 404
    assert manager.api("POST", address).json()["revoked_at"] is not None
    assert manager.api("POST", address).status_code == 404
    with scope(actor("rm_mdn")), pytest.raises(DatabaseError) as error, transaction.atomic():
        execute("UPDATE crm.calendar_feeds SET revoked_at = NULL")
    assert error.value.__cause__.sqlstate == "42501"  # type: ignore[union-attr]
    with scope(actor("agent_mdn")):
        assert query("SELECT * FROM crm.calendar_feeds") == []


def test_one_person_has_five_feeds_at_most(client_of: Callable[..., Any], rahmat: Customer) -> None:
    manager = client_of("rm_mdn")
    made = [feed(manager) for _ in range(5)]

    refused = manager.api("POST", "/calendar-feeds", {"label": "Satu lagi"})
    manager.api("POST", f"/calendar-feeds/{made[0]['id']}/revoke")

    assert (refused.status_code, refused.json()["code"]) == (409, "calendar_feeds_are_enough")
    assert feed(manager)["id"] not in {each["id"] for each in made}


def test_reading_a_feed_is_noted_and_no_line_of_the_log_holds_its_key(client_of: Callable[..., Any], client: Any, rahmat: Customer) -> None:
    made = feed(client_of("rm_mdn"))
    key = made["path"].removeprefix("/calendar/").removesuffix(".ics")
    lines: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    keep, root = Keep(), logging.getLogger()
    keep.setFormatter(logs.JsonLines())
    level = root.level
    root.addHandler(keep)
    root.setLevel(logging.DEBUG)
    try:
        client.get(made["path"])
        client.get(made["path"].replace(".ics", "x.ics"))
    finally:
        root.removeHandler(keep)
        root.setLevel(level)

    assert [line for line in lines if key in line] == []
    with rows():
        kept = CalendarFeed.objects.get()
    assert isinstance(kept.last_read_at, datetime)
