"""Programs hand messages in with a key of their own: each kept once however often it comes, nothing else opened, and refusals recorded."""

from __future__ import annotations

from typing import Any

import pytest

from simpul.cases.models import Case, IncomingMessage
from simpul.cases.services.incoming import Incoming, incoming_receive
from simpul.cases.vocabulary import Channel
from simpul.iam.public import actor_for
from simpul.platform.db import query, scope
from tests.cases.test_intake import TEXT, body
from tests.customers.test_concurrency import together
from tests.iam.test_service_accounts import account, ask, key
from tests.support import customers, people
from tests.support.database import rows

RECEIVE = "case_intake_receive"
MESSAGE = {"channel": "EMAIL", "sender": "rahmat@surel.example", "category_code": "TRX_FAIL", "text": TEXT, "external_id": "mail-1"}


@pytest.fixture
def program(client_of: Any) -> dict[str, Any]:
    """A program of MDN whose key may hand messages in, and its customer."""
    made = account(client_of("admin"))
    customers.customer("Rahmat Siregar", "MDN", email="rahmat@surel.example")
    return {"id": made["id"], "token": key(client_of("admin"), made["id"], (RECEIVE,))["key"]}


def counted() -> tuple[int, int]:
    with rows():
        return IncomingMessage.objects.count(), Case.objects.count()


def test_a_program_hands_a_message_in_with_its_key_and_the_case_is_its_own(program, trace):
    ask(program["token"], "/case-intake", "POST", {**MESSAGE, "external_id": "mail-0", "sender": ""})
    trace.start()

    answer = ask(program["token"], "/case-intake", "POST", MESSAGE)

    assert (answer.status_code, answer.json()["status"], answer.json()["reasons"]) == (201, "ACCEPTED", [])
    with rows():
        assert str(Case.objects.get(pk=answer.json()["case_id"]).created_by) == program["id"]
    assert trace()["audit"] == ["CREATE_CASE", "RENDER_DOCUMENT", "RECEIVE_INTAKE"]


def test_a_message_that_comes_twice_is_one_message_and_one_case_also_under_another_key_of_the_program(program, client_of):
    second = key(client_of("admin"), program["id"], (RECEIVE,), name="Kunci kedua")["key"]

    first = ask(program["token"], "/case-intake", "POST", MESSAGE).json()
    again = [ask(token, "/case-intake", "POST", MESSAGE | {"text": "Isi yang lain sama sekali."}) for token in (program["token"], second)]

    assert [(each.status_code, each.json()) for each in again] == [(201, first)] * 2
    assert counted() == (1, 1)


def test_the_same_id_from_another_program_is_another_message(program, client_of):
    other = account(client_of("admin"), username="saluran-lain")
    token = key(client_of("admin"), other["id"], (RECEIVE,))["key"]

    answers = [ask(each, "/case-intake", "POST", MESSAGE).json() for each in (program["token"], token)]

    assert len({each["id"] for each in answers}) == 2
    assert counted() == (2, 2)


def test_the_same_message_at_the_same_moment_is_kept_once(committed):
    people.organisation()
    program = account(people.client("admin"))
    customers.customer("Rahmat Siregar", "MDN", email="rahmat@surel.example")
    actor = actor_for(program["id"])
    assert actor is not None

    def hand_in() -> Any:
        with scope(actor):
            given = Incoming(Channel.EMAIL, TEXT, sender="rahmat@surel.example", category_code="TRX_FAIL", external_id="mail-1")
            return incoming_receive(actor=actor, incoming=given).case_id

    found = together(*[hand_in] * 4)

    assert len(set(found)) == 1
    assert counted() == (1, 1)


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/case-intake"), ("GET", "/cases"), ("POST", "/cases"), ("POST", "/case-intake/{id}/discard"), ("POST", "/case-intake/{id}/accept")],
)
def test_the_key_opens_nothing_else_and_that_is_recorded(program, trace, method, path):
    waiting = ask(program["token"], "/case-intake", "POST", MESSAGE | {"category_code": None}).json()["id"]
    trace.start()

    sent = {"reason": "Bukan pengaduan"} if path.endswith("discard") else body(customers.customer("Siti Lubis", "MDN"))
    answer = ask(program["token"], path.format(id=waiting), method, None if method == "GET" else sent)

    assert (answer.status_code, answer.json()["code"]) == (403, "outside_key")
    assert trace()["audit"] == ["VIEW_DENIED:DENIED" if method == "GET" else "WRITE_DENIED:DENIED"]
    with rows():
        recorded = query("SELECT actor_user_id::text AS who FROM audit.audit_logs WHERE outcome = 'DENIED'")
    assert [row["who"] for row in recorded] == [program["id"]]
    assert counted() == (1, 0)


def test_a_key_for_something_else_hands_nothing_in_and_that_is_recorded(program, client_of, trace):
    other = account(client_of("admin"), username="saluran-lain")
    token = key(client_of("admin"), other["id"])["key"]
    ask(token)
    trace.start()

    answer = ask(token, "/case-intake", "POST", MESSAGE)

    assert (answer.status_code, answer.json()["code"]) == (403, "outside_key")
    assert trace() == {"audit": ["WRITE_DENIED:DENIED"]}
    assert counted() == (0, 0)


def test_a_program_whose_role_handles_no_cases_hands_nothing_in_whatever_its_key_says(client_of, trace):
    made = account(client_of("admin"), roles=("MARKETING",), branches=())
    token = key(client_of("admin"), made["id"], (RECEIVE,))["key"]

    answer = ask(token, "/case-intake", "POST", MESSAGE)

    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert trace()["audit"][-1] == "WRITE_DENIED:DENIED"
    assert counted() == (0, 0)
