"""What a person changes of the own account."""

from __future__ import annotations

import pytest

from tests.support import people


def test_preferences_are_kept_and_audited(client_of, trace):
    browser = client_of("agent_mdn")
    trace.start()

    answer = browser.api("PATCH", "/me/preferences", {"language": "en", "theme": "dark"})

    assert answer.json()["preferences"] == {"language": "en", "theme": "dark"}
    assert trace() == {"audit": ["CHANGE_PREFERENCES"]}


@pytest.mark.parametrize(
    ("body", "field"),
    [({"language": "jw"}, "language"), ({"theme": "pink"}, "theme"), ({"colour": "red"}, "colour")],
)
def test_an_impossible_preference_names_its_field_and_changes_nothing(client_of, trace, body, field):
    browser = client_of("agent_mdn")
    trace.start()

    answer = browser.api("PATCH", "/me/preferences", body)

    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])
    assert trace() == {"audit": ["WRITE_DENIED:FAILED"]}


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(client_of):
    here, elsewhere = client_of("agent_mdn"), people.client("agent_mdn")

    answer = here.api("POST", "/me/password", {"current_password": people.PASSWORD, "new_password": "rumah-kecil-di-tepi-danau"})

    assert answer.status_code == 204, answer.content
    assert here.api("GET", "/me").status_code == 200
    assert elsewhere.api("GET", "/me").status_code == 401
    assert [session["current"] for session in here.api("GET", "/me/sessions").json()["items"]] == [True]


@pytest.mark.parametrize(
    ("current", "new", "field"),
    [
        ("bukan-ini-lho", "rumah-kecil-di-tepi-danau", "current_password"),
        (people.PASSWORD, "password1", "new_password"),
        (people.PASSWORD, "agent_mdn_2026", "new_password"),
    ],
)
def test_a_wrong_or_weak_password_is_refused_and_leaves_its_audit_row(client_of, trace, current, new, field):
    browser = client_of("agent_mdn")
    trace.start()

    answer = browser.api("POST", "/me/password", {"current_password": current, "new_password": new})

    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])
    assert trace() == {"audit": ["CHANGE_PASSWORD:FAILED"]}


def test_my_sessions_are_listed_and_one_can_be_ended(client_of):
    here, elsewhere = client_of("agent_mdn"), people.client("agent_mdn")
    sessions = here.api("GET", "/me/sessions").json()["items"]
    assert [session["current"] for session in sessions] == [True, False]

    answer = here.api("DELETE", f"/me/sessions/{sessions[1]['id']}")

    assert answer.status_code == 204
    assert elsewhere.api("GET", "/me").status_code == 401


def test_the_session_of_somebody_else_does_not_exist_for_me(client_of):
    theirs = client_of("agent_bnj").api("GET", "/me/sessions").json()["items"][0]["id"]

    assert client_of("agent_mdn").api("DELETE", f"/me/sessions/{theirs}").status_code == 404


def test_ending_all_others_leaves_this_session(client_of):
    here, elsewhere = client_of("agent_mdn"), people.client("agent_mdn")

    assert here.api("POST", "/me/sessions/end-others").status_code == 204
    assert elsewhere.api("GET", "/me").status_code == 401
    assert here.api("GET", "/me").status_code == 200
