"""Who reads the tables of sessions, or a backup, takes over nobody's session."""

from __future__ import annotations

import pytest
from django.conf import settings

from simpul.iam.sessions import digest
from simpul.platform.db import query
from tests.support import people
from tests.support.database import rows

ATTRIBUTES = ("httponly", "samesite", "path", "max-age")


def token_of(browser: people.ApiClient) -> str:
    return str(browser.cookies[settings.SESSION_COOKIE_NAME].value)


def status_with(cookie: str) -> int:
    browser = people.ApiClient()
    browser.cookies[settings.SESSION_COOKIE_NAME] = cookie
    return int(browser.get("/api/v1/me").status_code)


def tables_text() -> str:
    """Every row of every table of ours, as text."""
    with rows():
        names = query(
            "SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema IN ('iam', 'crm', 'audit', 'jobs')"
        )
        return " ".join(str(query(f"SELECT string_agg(t::text, ' ') AS text FROM {row['name']} t")[0]["text"]) for row in names)


def test_what_a_browser_shows_stands_in_no_table(client_of):
    browser = client_of("agent_mdn")
    browser.api("GET", "/me/sessions")
    token = token_of(browser)

    assert (len(token), status_with(token)) == (43, 200)
    text = tables_text()
    assert digest(token) in text
    assert token not in text


def test_nothing_that_stands_in_the_tables_opens_a_session(client_of):
    token = token_of(client_of("agent_mdn"))
    with rows():
        kept = query("SELECT session_key FROM iam.django_session") + query("SELECT session_key FROM iam.usersessions_usersession")

    assert {row["session_key"] for row in kept} == {digest(token)}
    assert [status_with(cookie) for cookie in (kept[0]["session_key"], digest(digest(token)), token[:-1], f"{token} ", "x" * 32)] == [401] * 5


def test_a_new_password_and_signing_in_again_give_another_token(client_of):
    browser = client_of("agent_mdn")
    first = token_of(browser)

    changed = browser.api("POST", "/me/password", {"current_password": people.PASSWORD, "new_password": "sungai-deras-malam-7"})
    second = token_of(browser)

    assert changed.status_code < 300, changed.content
    assert first != second
    assert [status_with(each) for each in (first, second)] == [401, 200]


def test_sessions_are_listed_and_ended_as_before(client_of):
    here, there = client_of("agent_mdn"), client_of("agent_mdn")
    listed = here.api("GET", "/me/sessions").json()["items"]
    assert [one["current"] for one in listed] == [True, False]

    assert here.api("DELETE", f"/me/sessions/{listed[1]['id']}").status_code == 204

    assert [status_with(token_of(each)) for each in (here, there)] == [200, 401]


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_the_cookie_keeps_its_attributes(client_of, attribute):
    assert client_of("agent_mdn").cookies[settings.SESSION_COOKIE_NAME][attribute]
