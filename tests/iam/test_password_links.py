"""One-time links by which a person sets a password."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from simpul.control.models import Proposal
from simpul.iam.models import PasswordLink, User
from simpul.messaging.models import StaffMail
from simpul.platform import clock
from simpul.platform.crypto import decrypt
from simpul.platform.db import query
from tests.support import people
from tests.support.control import agree_to, agreed, take
from tests.support.database import rows

NEW = "perahu-biru-di-danau-toba"


def proposed(browser: people.ApiClient, username: str) -> str:
    answer = browser.api("POST", f"/users/{people.user_id(username)}/password-link", {"reason": "lupa kata sandi"})
    assert answer.status_code == 202, answer.content
    return answer.json()["id"]


def link_for(browser: people.ApiClient, username: str) -> str:
    """A link for somebody without an address: who agreed takes it, once."""
    waiting = proposed(browser, username)
    agree_to(waiting)
    return take(waiting, "admin2")["token"]


def mail_parts() -> list[list]:
    with rows():
        return [[mail.user_id, *json.loads(decrypt(mail.sealed, f"staff_mail:{mail.id}"))] for mail in StaffMail.objects.order_by("id")]


def mail_bodies() -> list[str]:
    return [parts[2] for parts in mail_parts()]


def mails() -> list[tuple[str, str, str]]:
    """To whom mails wait, at which address, and the address of a link in them."""
    names = dict(User.objects.values_list("pk", "username"))
    return [(names[parts[0]], parts[3], next((word[: word.index("#") + 1] for word in parts[2].split() if "#" in word), "")) for parts in mail_parts()]


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
    admin, admin2 = client_of("admin"), client_of("admin2")
    waiting = proposed(admin, "agent_mdn")
    agree_to(waiting)
    assert [each.api("GET", f"/proposals/{waiting}").json()["can"]["take_result"] for each in (admin, admin2)] == [False, True]
    taken = [each.api("POST", f"/proposals/{waiting}/result") for each in (admin, admin2, admin2)]
    repeated = admin2.api("POST", f"/proposals/{waiting}/result", Idempotency_Key="sekali-saja")

    assert [each.status_code for each in (*taken, repeated)] == [403, 200, 409, 422]
    token = taken[1].json()["values"]["token"]
    with rows():
        kept = [*PasswordLink.objects.values(), *Proposal.objects.values(), *query("SELECT meta FROM audit.audit_logs"), *query("SELECT * FROM crm.notices")]
        assert Proposal.objects.get().result is None
    assert token not in str(kept)


def test_a_link_goes_to_the_own_address_and_to_nobody_else(client_of, settings):
    settings.PUBLIC_URL = "https://crm.example"
    with rows():
        User.objects.filter(username="agent_mdn").update(email="agus@contoh.id")
    admin = client_of("admin")
    with clock.shifted(timedelta(hours=73)):
        agree_to(proposed(admin, "agent_mdn"))

    with rows():
        assert Proposal.objects.get().result is None
    assert mails() == [("agent_mdn", "agus@contoh.id", "https://crm.example/set-password#")]
    token = mail_bodies()[0].partition("#")[2].split()[0]
    assert redeem(token).status_code == 204


def test_an_address_that_was_changed_lately_gets_no_link_and_the_former_one_is_told(client_of, settings):
    settings.PUBLIC_URL = "https://crm.example"
    with rows():
        User.objects.filter(username="agent_mdn").update(email="agus@contoh.id")
    admin = client_of("admin")
    agreed(admin, "PATCH", f"/users/{people.user_id('agent_mdn')}", {"version": 1, "email": "bukan.agus@contoh.id"})
    assert mails() == [("agent_mdn", "agus@contoh.id", "")]
    assert link_for(admin, "agent_mdn")
    with clock.shifted(timedelta(hours=73)):
        agree_to(proposed(admin, "agent_mdn"))
    assert mails()[1:] == [("agent_mdn", "bukan.agus@contoh.id", "https://crm.example/set-password#")]


def test_a_suspended_person_gets_no_link(client_of, trace):
    admin = client_of("admin")
    with rows():
        User.objects.filter(username="agent_mdn").update(status="SUSPENDED")
    trace.start()

    answer = admin.api("POST", f"/users/{people.user_id('agent_mdn')}/password-link", {})

    assert (answer.status_code, answer.json()["code"]) == (409, "user_is_suspended")
    assert trace() == {"audit": ["CHANGE_RBAC:FAILED"]}
