"""A new password is none of the latest ones, whichever way it is set."""

from __future__ import annotations

import pytest

from simpul.iam import passwords
from simpul.iam.models import FormerPassword, SettingValue, User
from simpul.platform.db import query, scope
from tests.support import people
from tests.support.control import agree_to, take
from tests.support.database import rows

WORDS = [f"perahu nomor {number} di danau" for number in range(8)]


@pytest.fixture
def chosen(organisation):
    """Take a password for the agent as a person who is asked for the present one would; gives the status."""
    present, browser = [people.PASSWORD], people.client("agent_mdn")

    def choose(new: str) -> int:
        with rows():
            query("DELETE FROM jobs.rate_buckets RETURNING 1")
        answer = browser.api("POST", "/me/password", {"current_password": present[0], "new_password": new})
        if answer.status_code == 204:
            present[0] = new
        return int(answer.status_code)

    return choose


def remember(count: int) -> None:
    with rows():
        SettingValue.objects.update_or_create(key="signin.former_passwords", defaults={"value": count, "changed_by_id": people.user_id("admin")})


def kept() -> list[str]:
    with rows():
        return list(FormerPassword.objects.filter(user__username="agent_mdn").order_by("-kept_at", "-id").values_list("password", flat=True))


def link_for(browser: people.ApiClient) -> str:
    """The token of a link that a second administrator agreed to, who takes it because no address is known."""
    waiting = browser.api("POST", f"/users/{people.user_id('agent_mdn')}/password-link", {"reason": "lupa kata sandi"}).json()["id"]
    agree_to(waiting)
    return take(waiting, "admin2")["token"]


def test_the_latest_five_are_refused_and_the_sixth_may_come_back(chosen, trace):
    assert [chosen(word) for word in WORDS[:4]] == [204] * 4
    trace.start()

    assert [chosen(word) for word in (people.PASSWORD, *WORDS[:3])] == [422] * 4
    assert trace() == {"audit": ["CHANGE_PASSWORD:FAILED"] * 4}
    assert chosen(WORDS[4]) == 204  # the fifth since the first
    assert (chosen(people.PASSWORD), chosen(WORDS[1]), chosen(WORDS[0])) == (204, 422, 204)


def test_what_is_kept_are_hashes_of_as_many_as_are_asked_for(chosen):
    for word in WORDS[:7]:
        assert chosen(word) == 204

    assert len(kept()) == 4
    assert all(hashed.startswith("argon2$") for hashed in kept())
    assert not any(word in hashed for hashed in kept() for word in WORDS)


def test_the_number_is_a_setting_and_0_keeps_none(chosen):
    remember(2)
    assert [chosen(word) for word in (WORDS[0], people.PASSWORD, WORDS[1], people.PASSWORD)] == [204, 422, 204, 204]
    assert len(kept()) == 1
    remember(0)

    assert [chosen(WORDS[1]), chosen(WORDS[1])] == [204, 422]  # the present one is no new one
    assert kept() == []


def test_the_refusal_says_how_many_are_looked_at(chosen, client_of):
    chosen(WORDS[0])
    browser = people.ApiClient(enforce_csrf_checks=True)
    token = link_for(client_of("admin"))

    answer = browser.api("POST", "/password-links/redeem", {"token": token, "new_password": people.PASSWORD})

    assert answer.status_code == 422
    assert answer.json()["errors"] == {"new_password": [str(passwords.REASONS["password_used_before"].format(count=5))]}


def test_a_link_sets_none_of_the_latest_either_and_stays_as_it_was(organisation, client_of, trace):
    admin, browser = client_of("admin"), people.client()
    for word in (WORDS[0], WORDS[1]):
        assert browser.api("POST", "/password-links/redeem", {"token": link_for(admin), "new_password": word}).status_code == 204
    token = link_for(admin)
    trace.start()

    for word in (WORDS[1], WORDS[0], people.PASSWORD):  # the present one, and two former
        assert browser.api("POST", "/password-links/redeem", {"token": token, "new_password": word}).status_code == 422

    assert trace() == {"audit": ["CHANGE_PASSWORD:FAILED"] * 3}
    assert browser.api("POST", "/password-links/redeem", {"token": token, "new_password": WORDS[2]}).status_code == 204


def test_the_first_password_follows_nothing_and_is_the_first_that_is_remembered(organisation, client_of):
    with rows():
        user = User.objects.get(username="agent_mdn")
        user.set_unusable_password()
        user.save(update_fields=["password"])
    admin, browser = client_of("admin"), people.client()

    assert browser.api("POST", "/password-links/redeem", {"token": link_for(admin), "new_password": WORDS[0]}).status_code == 204
    assert kept() == []
    assert browser.api("POST", "/password-links/redeem", {"token": link_for(admin), "new_password": WORDS[0]}).status_code == 422
    assert browser.api("POST", "/password-links/redeem", {"token": link_for(admin), "new_password": WORDS[1]}).status_code == 204
    assert len(kept()) == 1


def test_no_more_hashes_are_tried_than_the_setting_says_and_none_for_a_weak_one(chosen, monkeypatch):
    from simpul.iam.services import former_passwords

    remember(24)
    for word in WORDS[:6]:
        assert chosen(word) == 204
    remember(3)
    tried: list[str] = []
    original = former_passwords.check_password
    monkeypatch.setattr(former_passwords, "check_password", lambda given, hashed: tried.append(hashed) or original(given, hashed))

    assert (chosen("pendek"), len(tried)) == (422, 0)
    assert (chosen(WORDS[7]), len(tried)) == (204, 3)


def test_nobody_reads_or_writes_the_former_passwords_of_another(chosen, client_of):
    chosen(WORDS[0])
    own, other = people.actor("agent_mdn"), people.actor("admin")

    with scope(other):
        assert query("SELECT 1 FROM iam.former_passwords") == []
        assert query("DELETE FROM iam.former_passwords RETURNING 1") == []
    with scope(own):
        assert len(query("SELECT 1 FROM iam.former_passwords")) == 1
