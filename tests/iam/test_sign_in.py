"""Signing in, staying in, being turned away."""

from __future__ import annotations

import time

import pytest
from django.contrib.sessions.models import Session

from simpul.iam.middleware import SEEN, STARTED
from simpul.iam.models import Scope, User
from simpul.platform.db import query
from tests.support import people
from tests.support.database import rows

LOGIN = "/_allauth/browser/v1/auth/login"


def attempt(browser: people.ApiClient, username: str, password: str):
    return browser.post(LOGIN, data={"username": username, "password": password}, content_type="application/json", headers={"X-CSRFToken": browser.token})


def test_me_says_who_i_am_and_what_i_may_do(client_of):
    answer = client_of("agent_mdn").api("GET", "/me")

    assert answer.status_code == 200, answer.content
    me = answer.json()
    assert (me["username"], me["home"], me["permissions"]["customer"]) == ("agent_mdn", "/customers", {"R": "BRANCH"})
    assert [(scope["code"], scope["scope_type"]) for scope in me["branches"]] == [("MDN", "BRANCH")]


def test_signing_in_leaves_its_audit_row(organisation, trace):
    people.client("agent_mdn")

    assert trace() == {"audit": ["SIGN_IN"]}


def test_a_wrong_password_is_refused_and_only_a_keyed_hash_of_the_name_is_kept(organisation, trace):
    answer = attempt(people.client(), "agent_mdn", "salah-sekali-1")

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["code"] == "username_password_mismatch"
    assert trace() == {"audit": ["SIGN_IN_FAILED:DENIED"]}
    with rows():
        meta = query("SELECT meta::text AS meta FROM audit.audit_logs WHERE action = 'SIGN_IN_FAILED'")[0]["meta"]
    assert "agent_mdn" not in meta


def test_an_unknown_name_gets_the_same_answer_as_a_wrong_password(organisation):
    known, unknown = attempt(people.client(), "agent_mdn", "salah-sekali-1"), attempt(people.client(), "tidak.ada", "salah-sekali-1")

    assert (known.status_code, known.json()) == (unknown.status_code, unknown.json())


def test_the_sixth_failure_locks_the_name_out_and_says_for_how_long(organisation):
    browser = people.client()
    for _ in range(5):
        assert attempt(browser, "agent_bnj", "salah-sekali-1").status_code == 400

    answer = attempt(browser, "agent_bnj", people.PASSWORD)

    assert (answer.status_code, answer.json()["code"]) == (429, "rate_limited")
    assert 55 <= int(answer["Retry-After"]) <= 61
    assert browser.api("GET", "/me").status_code == 401


@pytest.mark.parametrize("name", ["system", "anonymous"])
def test_nobody_signs_in_as_a_user_that_is_no_person(organisation, name):
    with rows():
        user = User.objects.get(username=name)
        user.set_password(people.PASSWORD)
        user.save()

    browser = people.client()

    assert attempt(browser, name, people.PASSWORD).status_code != 200
    assert browser.api("GET", "/me").status_code == 401


def test_a_suspended_user_is_out_at_the_next_request(client_of):
    browser = client_of("agent_mdn")
    with rows():
        User.objects.filter(username="agent_mdn").update(status="SUSPENDED")

    assert browser.api("GET", "/me").status_code == 401


def test_a_user_without_a_role_signs_in_and_may_do_nothing(client_of):
    me = client_of("nobody").api("GET", "/me").json()

    assert (me["roles"], me["permissions"], me["home"]) == ([], {}, "/welcome")


def test_an_expired_scope_gives_nothing_in_the_next_request(client_of):
    browser = client_of("agent_mdn")
    with rows():
        Scope.objects.filter(user__username="agent_mdn").update(active_to="2020-01-01T00:00:00Z")

    assert browser.api("GET", "/me").json()["branches"] == []


@pytest.mark.parametrize(("mark", "age"), [(SEEN, 901), (STARTED, 28_801)])
def test_a_session_ends_after_its_idle_time_and_its_whole_time(client_of, mark, age):
    browser = client_of("agent_mdn")
    session = browser.session
    session[mark] = int(time.time()) - age
    session.save()

    assert browser.api("GET", "/me").status_code == 401
    assert not Session.objects.filter(session_key=session.session_key).exists()


def test_polling_does_not_keep_a_session_alive(client_of):
    browser = client_of("agent_mdn")
    assert browser.token
    session = browser.session
    session[SEEN] = then = int(time.time()) - 800
    session.save()

    assert browser.api("GET", "/me", X_Simpul_Background="1").status_code == 200
    assert browser.session[SEEN] == then
    assert browser.api("GET", "/me").status_code == 200
    assert browser.session[SEEN] > then


def test_a_change_without_the_csrf_token_is_refused_and_leaves_only_its_audit_row(client_of):
    browser = client_of("agent_mdn")

    answer = browser.patch("/api/v1/me/preferences", data={"theme": "dark"}, content_type="application/json")

    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_rejected")
    assert browser.api("GET", "/me").json()["preferences"]["theme"] == "system"


def test_signing_up_is_closed(organisation):
    browser = people.client()

    answer = browser.post(
        "/_allauth/browser/v1/auth/signup",
        data={"username": "baru", "password": "kata-sandi-panjang-9"},
        content_type="application/json",
        headers={"X-CSRFToken": browser.token},
    )

    assert answer.status_code == 403
    assert not User.objects.filter(username="baru").exists()
