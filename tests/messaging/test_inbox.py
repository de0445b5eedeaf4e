"""The inbox: whose notices they are, what can be done with them, and that a notice is there exactly when the change is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from simpul.platform.db import execute, query, scope
from simpul.platform.ids import uuid7
from simpul.platform.notifier import notify
from tests.support import customers, people
from tests.support.database import rows

pytestmark = pytest.mark.django_db


def items(browser: Any, filters: str = "") -> list[dict[str, Any]]:
    return browser.api("GET", f"/inbox{filters}").json()["items"]


def test_a_notice_is_worded_in_the_readers_language_and_leads_to_its_subject(client_of, tell):
    one = customers.customer("Rahmat Siregar", "MDN").id
    tell("agent_mdn", subject="CUSTOMER", subject_id=str(one))
    browser = client_of("agent_mdn")

    indonesian = items(browser)[0]
    english = browser.api("GET", "/inbox", Accept_Language="en").json()["items"][0]

    assert (indonesian["title"], indonesian["body"], indonesian["subject_name"]) == ("Judul satu", "Isi satu", "Nasabah")
    assert (english["title"], english["body"], english["subject_name"]) == ("Title satu", "Body satu", "Customer")
    assert indonesian["address"] == f"/customers/{one}"
    assert (indonesian["read_at"], indonesian["archived_at"]) == (None, None)


def test_a_subject_beyond_the_readers_reach_has_neither_name_nor_page(client_of, tell):
    hidden = customers.customer("Rahmat Siregar", "PMS").id
    tell("agent_mdn", subject="CUSTOMER", subject_id=str(hidden))

    notice = items(client_of("agent_mdn"))[0]

    assert (notice["subject_label"], notice["address"]) == (None, None)


def test_a_kind_that_nobody_knows_any_more_keeps_its_name_and_a_missing_value_its_place(client_of, tell):
    tell("agent_mdn")
    with rows():
        execute("UPDATE crm.notices SET words = '{}'")
    browser = client_of("agent_mdn")
    without = items(browser)[0]["title"]
    with rows():
        execute("UPDATE crm.notices SET kind = 'tests.gone'")

    assert without == "Judul {name}"
    assert items(browser)[0]["title"] == "tests.gone"


def test_everybody_reads_the_own_notices_only(client_of, tell):
    tell("agent_mdn", "supervisor_mdn", name="milik sendiri")

    assert [notice["title"] for notice in items(client_of("agent_mdn"))] == ["Judul milik sendiri"]
    assert items(client_of("agent_bnj")) == []
    assert client_of("supervisor_mdn").api("GET", "/inbox/summary").json()["unread"] == {"count": 1, "capped": False}


def test_the_database_alone_keeps_inboxes_apart(tell):
    tell("agent_mdn")
    with scope(people.actor("supervisor_mdn")):
        assert query("SELECT * FROM crm.notices") == []
        assert execute("UPDATE crm.notices SET read_at = now()") == 0
        assert execute("DELETE FROM crm.notices") == 0
    with pytest.raises(DatabaseError) as refused, transaction.atomic(), scope(people.actor("agent_mdn")):
        execute("UPDATE crm.notices SET kind = 'tests.other'")
    assert refused.value.__cause__.sqlstate == "42501"


def test_nobody_tells_in_anothers_name(tell):
    with pytest.raises(DatabaseError) as refused, transaction.atomic(), scope(people.actor("agent_mdn")):
        execute(
            "INSERT INTO crm.notices (notice_id, user_id, kind, subject_type, subject_id, words, sent_by) VALUES (uuidv7(), %s, 'tests.told', 'USER', 'x', '{}', %s)",
            (people.user_id("agent_bnj"), people.user_id("admin")),
        )
    assert refused.value.__cause__.sqlstate == "42501"


def test_marking_one_changes_its_state_and_is_recorded_once(client_of, tell, trace):
    tell("agent_mdn", name="a")
    tell("agent_mdn", name="b")
    browser = client_of("agent_mdn")
    newest = items(browser)[0]["id"]
    trace.start()

    first = browser.api("POST", "/inbox/mark", {"mark": "READ", "ids": [newest]}).json()
    again = browser.api("POST", "/inbox/mark", {"mark": "READ", "ids": [newest]}).json()

    assert (first["changed"], again["changed"], again["marked_at"]) == (1, 0, None)
    assert first["unread"] == {"count": 1, "capped": False}
    assert trace() == {"audit": ["MARK_NOTICES"]}
    assert [notice["title"] for notice in items(browser, "?unread=true")] == ["Judul a"]
    with rows():
        assert query("SELECT object_id, meta FROM audit.audit_logs WHERE action = 'MARK_NOTICES'") == [
            {"object_id": newest, "meta": {"mark": "READ", "rows": 1}}
        ]


def test_marking_all_and_taking_it_back_leaves_what_was_read_before_as_it_was(client_of, tell):
    for name in "abc":
        tell("agent_mdn", name=name)
    browser = client_of("agent_mdn")
    browser.api("POST", "/inbox/mark", {"mark": "READ", "ids": [items(browser)[2]["id"]]})

    marked = browser.api("POST", "/inbox/mark", {"mark": "READ"}).json()
    assert (marked["changed"], marked["unread"]["count"]) == (2, 0)
    undone = browser.api("POST", "/inbox/mark", {"mark": "UNREAD", "marked_at": marked["marked_at"]}).json()

    assert (undone["changed"], undone["unread"]["count"]) == (2, 2)
    assert [notice["read_at"] is None for notice in items(browser)] == [True, True, False]


def test_archiving_all_of_a_kind_empties_the_inbox_and_can_be_taken_back(client_of, tell):
    for name in "ab":
        tell("agent_mdn", name=name)
    browser = client_of("agent_mdn")

    nothing = browser.api("POST", "/inbox/mark", {"mark": "ARCHIVE", "kind": "tests.other"}).json()
    archived = browser.api("POST", "/inbox/mark", {"mark": "ARCHIVE", "kind": "tests.told"}).json()

    assert (nothing["changed"], archived["changed"]) == (0, 2)
    assert (items(browser), len(items(browser, "?box=archived"))) == ([], 2)
    assert archived["unread"]["count"] == 0
    assert browser.api("POST", "/inbox/mark", {"mark": "RESTORE", "marked_at": archived["marked_at"]}).json()["changed"] == 2
    assert len(items(browser)) == 2


def test_anothers_notice_does_not_exist_and_nothing_is_marked(client_of, tell, trace):
    tell("agent_mdn", "agent_bnj")
    mine = items(client_of("agent_mdn"))[0]["id"]
    browser = client_of("agent_bnj")
    trace.start()

    answer = browser.api("POST", "/inbox/mark", {"mark": "READ", "ids": [items(browser)[0]["id"], mine]})

    assert (answer.status_code, answer.json()["code"]) == (404, "notice_not_found")
    assert trace() == {"audit": ["WRITE_DENIED:DENIED"]}
    assert len(items(browser, "?unread=true")) == 1


@pytest.mark.parametrize("username", ["director", "nobody"])
def test_a_role_without_notices_has_no_inbox(client_of, tell, trace, username):
    tell(username)
    browser = client_of(username)
    trace.start()

    answers = [
        browser.api("GET", "/inbox"),
        browser.api("GET", "/inbox/summary"),
        browser.api("POST", "/inbox/mark", {"mark": "READ"}),
        browser.api("GET", "/inbox/stream"),
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403, 403]
    assert trace() == {"audit": ["VIEW_DENIED:DENIED", "VIEW_DENIED:DENIED", "WRITE_DENIED:DENIED", "VIEW_DENIED:DENIED"]}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "mark"),
        ({"mark": "BURN"}, "mark"),
        ({"mark": "READ", "ids": []}, "ids"),
        ({"mark": "READ", "ids": ["x"]}, "ids.0"),
        ({"mark": "UNREAD", "marked_at": "kemarin"}, "marked_at"),
    ],
)
def test_an_impossible_mark_is_named(client_of, body, field):
    answer = client_of("agent_mdn").api("POST", "/inbox/mark", body)

    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])


def test_pages_follow_each_other_without_gap_or_repeat(client_of, tell):
    for number in range(7):
        tell("agent_mdn", name=str(number))
    browser, seen, cursor = client_of("agent_mdn"), [], ""
    for _ in range(4):
        page = browser.api("GET", f"/inbox?limit=2{cursor}").json()
        seen += [notice["title"] for notice in page["items"]]
        cursor = f"&cursor={page['next_cursor']}"

    assert page["next_cursor"] is None
    assert seen == [f"Judul {number}" for number in reversed(range(7))]


def test_a_page_takes_the_same_number_of_queries_whatever_its_size(client_of, tell):
    for number in range(20):
        tell("agent_mdn", name=str(number))
    browser = client_of("agent_mdn")
    browser.api("GET", "/inbox")
    counts = []
    for limit in (1, 20):
        with CaptureQueriesContext(connection) as captured:
            browser.api("GET", f"/inbox?limit={limit}")
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_the_badge_stops_counting_at_a_hundred(client_of, tell):
    tell("agent_mdn")
    with rows():
        execute(
            "INSERT INTO crm.notices (notice_id, user_id, kind, subject_type, subject_id, words, sent_by) SELECT uuidv7(), user_id, kind, subject_type, subject_id, words, sent_by FROM crm.notices, generate_series(1, 150)"
        )

    summary = client_of("agent_mdn").api("GET", "/inbox/summary").json()

    assert summary["unread"] == {"count": 100, "capped": True}
    assert summary["kinds"] == [{"key": "tests.told", "title": "Judul …", "unread": 151}]


def test_a_notice_of_a_change_that_is_undone_was_never_there(client_of, organisation):
    class Undone(Exception):
        pass

    with pytest.raises(Undone), scope(people.actor("admin")):
        notify("tests.told", [people.user_id("agent_mdn")], subject_type="USER", subject_id="x", name="hilang")
        raise Undone

    assert items(client_of("agent_mdn")) == []


def test_each_receiver_is_told_once_and_the_sender_is_kept(organisation):
    receiver = people.user_id("agent_mdn")
    with scope(people.actor("admin")):
        notify("tests.told", [receiver, receiver], subject_type="USER", subject_id=uuid7(), name="sekali")

    with rows():
        assert query("SELECT user_id, sent_by FROM crm.notices") == [{"user_id": receiver, "sent_by": people.user_id("admin")}]


def test_old_notices_are_forgotten_by_the_system_alone(organisation, tell: Callable[..., None]):
    from simpul.iam.public import system_actor
    from simpul.messaging.services.inbox import notices_forget

    tell("agent_mdn", "agent_bnj")
    with rows():
        execute("UPDATE crm.notices SET created_at = now() - interval '401 days' WHERE user_id = %s", (people.user_id("agent_mdn"),))
    with scope(people.actor("agent_mdn")):
        assert notices_forget(days=400) == 0
    with scope(system_actor()):
        assert notices_forget(days=400) == 1
