"""A sign-in from a browser that is not known is told to its person."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db import DatabaseError, transaction

from simpul.iam.models import KnownBrowser
from simpul.iam.services.browsers import MOST_BROWSERS, masked_network
from simpul.messaging.models import StaffMail
from simpul.messaging.services.notice_mails import notices_write_mails
from simpul.platform.db import execute, query, scope
from tests.support import people
from tests.support.database import rows

COOKIE = settings.BROWSER_COOKIE_NAME


def sign_in(username: str = "agent_mdn", token: str | None = None) -> people.ApiClient:
    """Sign in from a browser with this cookie, or a new one."""
    browser = people.ApiClient(enforce_csrf_checks=True)
    if token is not None:
        browser.cookies[COOKIE] = token
    answer = browser.post(
        "/_allauth/browser/v1/auth/login",
        data={"username": username, "password": people.PASSWORD},
        content_type="application/json",
        headers={"X-CSRFToken": browser.token},
        REMOTE_ADDR="203.0.113.77",
    )
    assert answer.status_code == 200, answer.content
    return browser


def told(username: str = "agent_mdn") -> list[dict[str, str]]:
    with rows():
        return [
            row["words"]
            for row in query(
                "SELECT words FROM crm.notices WHERE user_id = %s AND kind = 'iam.new_browser' ORDER BY created_at, notice_id", (people.user_id(username),)
            )
        ]


def test_the_first_browser_of_a_person_is_no_news_and_a_second_one_is(organisation, trace):
    first = sign_in()
    assert (told(), trace()) == ([], {"audit": ["SIGN_IN"]})

    sign_in()

    with rows():
        (moment,) = query("SELECT to_char(max(created_at) AT TIME ZONE 'Asia/Jakarta', 'DD-MM-YYYY HH24.MI') AS at FROM crm.notices")
        metas = [row["meta"] for row in query("SELECT meta FROM audit.audit_logs WHERE action = 'SIGN_IN' ORDER BY created_at, audit_id")]
    assert told() == [{"at": f"{moment['at']} WIB", "network": "203.0.*.*"}]
    assert [meta.get("browser") for meta in metas] == [None, "NEW"]
    sign_in(token=first.cookies[COOKIE].value)
    assert len(told()) == 1


def test_it_comes_by_mail_whatever_the_person_chose(organisation):
    with rows():
        execute("UPDATE iam.users SET email = 'agen@kantor.example' WHERE username = 'agent_mdn'")
    sign_in()
    sign_in()

    assert notices_write_mails() == 1
    with rows():
        assert [mail.user_id for mail in StaffMail.objects.all()] == [people.user_id("agent_mdn")]
    choices = people.client("agent_mdn").api("GET", "/inbox/mail").json()
    assert "iam.new_browser" not in [kind["key"] for kind in choices["kinds"]]


def test_a_browser_is_new_for_each_person_and_its_digests_do_not_tell_who_shares_it(organisation):
    token = sign_in("agent_mdn").cookies[COOKIE].value
    sign_in("rm_mdn")

    sign_in("rm_mdn", token)

    assert (len(told("rm_mdn")), told("agent_mdn")) == (1, [])
    with rows():
        digests = list(KnownBrowser.objects.values_list("digest", flat=True))
    assert len(set(digests)) == 3
    assert token not in str(digests)


def test_the_cookie_opens_nothing_and_no_script_reads_it(organisation):
    browser = sign_in()
    cookie = browser.cookies[COOKIE]

    assert (cookie["httponly"], cookie["samesite"], bool(cookie["secure"])) == (True, "Lax", settings.SESSION_COOKIE_SECURE)
    other = people.ApiClient()
    other.cookies[COOKIE] = cookie.value
    assert other.api("GET", "/me").status_code == 401
    assert len(cookie.value) == 43


def test_a_cookie_that_is_none_of_ours_is_replaced(organisation):
    browser = sign_in(token="x' OR 1=1 --")

    assert len(browser.cookies[COOKIE].value) == 43


def test_a_failed_sign_in_makes_no_browser_known(organisation):
    browser = people.ApiClient(enforce_csrf_checks=True)
    data = {"username": "agent_mdn", "password": "salah-sekali-1"}
    browser.post("/_allauth/browser/v1/auth/login", data=data, content_type="application/json", headers={"X-CSRFToken": browser.token})

    assert COOKIE not in browser.cookies
    with rows():
        assert not KnownBrowser.objects.exists()


def test_the_twenty_seen_last_are_kept(organisation):
    first = sign_in().cookies[COOKIE].value
    second = sign_in().cookies[COOKIE].value
    with rows():
        KnownBrowser.objects.update(first_seen_at="2026-01-01T00:00:00Z", last_seen_at="2026-01-01T00:00:00Z")
    sign_in(token=first)
    for _ in range(MOST_BROWSERS - 1):
        sign_in()

    with rows():
        assert KnownBrowser.objects.filter(user_id=people.user_id("agent_mdn")).count() == MOST_BROWSERS
    before = len(told())
    sign_in(token=first)
    assert len(told()) == before
    sign_in(token=second)
    assert len(told()) == before + 1


def test_nobody_reads_or_makes_the_browsers_of_another(organisation):
    sign_in()
    with scope(people.actor("admin")):
        assert query("SELECT 1 FROM iam.known_browsers") == []
        with pytest.raises(DatabaseError), transaction.atomic():
            execute("INSERT INTO iam.known_browsers (user_id, digest) VALUES (%s, repeat('1', 32))", (people.user_id("agent_mdn"),))
    with scope(people.actor("agent_mdn")), pytest.raises(DatabaseError), transaction.atomic():
        execute("UPDATE iam.known_browsers SET digest = repeat('2', 32)")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("203.0.113.77", "203.0.*.*"),
        ("2001:db8:85a3::8a2e:370:7334", "2001:db8:*"),
        ("::ffff:203.0.113.77", "203.0.*.*"),
        ("::1", "0:0:*"),
        ("sesuatu", "-"),
        (None, "-"),
    ],
)
def test_a_network_is_shown_by_its_first_half(address, shown):
    assert masked_network(address) == shown
