"""One-time links by which a person sets a password."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from simpul.iam.models import PasswordLink, User
from tests.support import people
from tests.support.database import rows

NEW = "perahu-biru-di-danau-toba"


def link_for(browser: people.ApiClient, username: str) -> str:
    answer = browser.api("POST", f"/users/{people.user_id(username)}/password-link")
    assert answer.status_code == 201, answer.content
    return answer.json()["token"]


def redeem(token: str, password: str = NEW):
    return people.client().api("POST", "/password-links/redeem", {"token": token, "new_password": password})


def signs_in(username: str, password: str) -> bool:
    browser = people.client()
    answer = browser.post(
        "/_allauth/browser/v1/auth/login",
        data={"username": username, "password": password},
        content_type="application/json",
        headers={"X-CSRFToken": browser.token},
    )
    return answer.status_code == 200


def test_a_link_tells_whose_it_is_sets_the_password_once_and_ends_the_sessions(client_of, trace):
    admin, theirs = client_of("admin"), people.client("agent_mdn")
    token = link_for(admin, "agent_mdn")
    assert people.client().api("POST", "/password-links/check", {"token": token}).json()["username"] == "agent_mdn"
    trace.start()

    assert redeem(token).status_code == 204

    assert trace() == {"audit": ["CHANGE_PASSWORD"]}
    assert theirs.api("GET", "/me").status_code == 401
    assert (signs_in("agent_mdn", NEW), signs_in("agent_mdn", people.PASSWORD)) == (True, False)
    assert redeem(token).status_code == 404


def test_a_weak_password_leaves_the_link_as_it_was(client_of):
    token = link_for(client_of("admin"), "agent_mdn")

    answer = redeem(token, "password1")

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["new_password"])
    assert redeem(token).status_code == 204


def test_a_newer_link_ends_the_older(client_of):
    admin = client_of("admin")
    older, newer = link_for(admin, "agent_mdn"), link_for(admin, "agent_mdn")

    assert (redeem(older).status_code, redeem(newer).status_code) == (404, 204)


@pytest.mark.parametrize("ending", ["expired", "suspended", "unknown"])
def test_a_link_that_does_not_work_is_told_alike(client_of, trace, ending):
    token = link_for(client_of("admin"), "agent_mdn")
    with rows():
        if ending == "expired":
            past = datetime.now(UTC) - timedelta(days=2)
            PasswordLink.objects.update(created_at=past, expires_at=past + timedelta(hours=1))
        if ending == "suspended":
            User.objects.filter(username="agent_mdn").update(status="SUSPENDED")
    trace.start()

    answer = redeem(token if ending != "unknown" else "x" * 43)

    assert (answer.status_code, answer.json()["code"]) == (404, "link_not_valid")
    assert trace() == {"audit": ["CHANGE_PASSWORD:DENIED"]}


def test_guessing_is_limited_by_address(organisation, trace):
    browser = people.client()
    answers = [browser.api("POST", "/password-links/check", {"token": f"{number:043d}"}).status_code for number in range(12)]

    assert answers == [404] * 10 + [429] * 2


def test_only_the_digest_of_a_token_is_kept_and_no_answer_repeats_it(client_of):
    admin = client_of("admin")
    token = link_for(admin, "agent_mdn")

    with rows():
        assert token not in str(list(PasswordLink.objects.values()))
    repeated = admin.api("POST", f"/users/{people.user_id('agent_mdn')}/password-link", Idempotency_Key="sekali-saja")
    assert repeated.status_code == 422


def test_a_suspended_person_gets_no_link(client_of, trace):
    admin = client_of("admin")
    with rows():
        User.objects.filter(username="agent_mdn").update(status="SUSPENDED")
    trace.start()

    answer = admin.api("POST", f"/users/{people.user_id('agent_mdn')}/password-link")

    assert (answer.status_code, answer.json()["code"]) == (409, "user_is_suspended")
    assert trace() == {"audit": ["CHANGE_RBAC:FAILED"]}
