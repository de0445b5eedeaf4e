"""A second step at sign-in: set up, used, spent, removed, and required."""

from __future__ import annotations

import re
import time

import pytest
from allauth.mfa.models import Authenticator

from simpul.config.api import api
from simpul.iam.models import User
from simpul.iam.services.authenticators import authenticators_reset
from simpul.platform.db import query, scope
from simpul.platform.errors import Forbidden
from simpul.platform.http import operations
from simpul.platform.ids import uuid7
from tests.support import people
from tests.support.control import agree
from tests.support.database import rows
from tests.support.second_factor import call, confirm, set_up_totp, sign_in, totp

FACTORS = "account/authenticators"


@pytest.fixture
def forced(settings):
    """ADMIN and COMPLIANCE must have a second step."""
    settings.SECOND_FACTOR_ROLES = ["ADMIN", "COMPLIANCE"]


def _filled(path: str) -> str:
    """The address with something in each place of the kind that it takes."""
    path = path.replace("{session_id}", "1").replace("{number}", "1")
    return re.sub(r"{\w+_id}", str(uuid7()), re.sub(r"{(letter_id|key|code|version)}", "x", path))


def audited(action: str) -> list[dict[str, object]]:
    with rows():
        return query("SELECT outcome, meta FROM audit.audit_logs WHERE action = %s ORDER BY created_at, audit_id", (action,))


def test_an_authenticator_application_is_asked_for_at_the_next_sign_in(client_of, trace):
    secret = set_up_totp(client_of("agent_mdn"))
    browser = people.client()
    trace.start()

    first = sign_in(browser, "agent_mdn")
    assert (first.status_code, browser.api("GET", "/me").status_code) == (401, 401)
    assert [flow["id"] for flow in first.json()["data"]["flows"] if flow.get("is_pending")] == ["mfa_authenticate"]
    second = call(browser, "POST", "auth/2fa/authenticate", {"code": totp(secret)})

    assert second.status_code == 200, second.content
    assert browser.api("GET", "/me").json()["second_factor"] == {"required": False, "set_up": True}
    assert trace() == {"audit": ["SIGN_IN"]}
    assert audited("SIGN_IN")[-1]["meta"] == {"by": ["password", "totp"]}


def test_a_code_counts_once(client_of):
    secret = set_up_totp(client_of("agent_mdn"))
    code = totp(secret)
    for expected in (200, 400):
        browser = people.client()
        sign_in(browser, "agent_mdn")
        assert call(browser, "POST", "auth/2fa/authenticate", {"code": code}).status_code == expected


def test_a_wrong_code_is_a_failed_sign_in_of_that_user_and_the_sixth_closes_the_step(client_of, trace):
    set_up_totp(client_of("agent_mdn"))
    browser = people.client()
    sign_in(browser, "agent_mdn")
    trace.start()

    answers = [call(browser, "POST", "auth/2fa/authenticate", {"code": "000000"}) for _ in range(6)]

    assert [answer.status_code for answer in answers] == [400] * 5 + [429]
    assert (answers[-1].json()["closed"], answers[-1].json()["code"], answers[-1]["Retry-After"]) == ("STEP", "rate_limited", "300")
    assert trace() == {"audit": ["SIGN_IN_FAILED:DENIED"] * 6}
    assert audited("SIGN_IN_FAILED")[-1]["meta"] == {"step": "code"}
    assert browser.api("GET", "/me").status_code == 401


def test_a_wrong_code_at_set_up_adds_nothing(client_of, trace):
    browser = client_of("agent_mdn")
    call(browser, "GET", f"{FACTORS}/totp")
    trace.start()

    assert call(browser, "POST", f"{FACTORS}/totp", {"code": "000000"}).status_code == 400
    assert Authenticator.objects.count() == 0
    assert trace() == {"audit": ["CHANGE_AUTHENTICATOR:FAILED"]}


def test_secrets_rest_sealed_and_leave_the_session(client_of):
    browser = client_of("agent_mdn")
    secret = set_up_totp(browser)

    with rows():
        stored = query("SELECT string_agg(data::text, ' ') AS text FROM iam.mfa_authenticator")[0]["text"]
        trail = query("SELECT string_agg(meta::text, ' ') AS text FROM audit.audit_logs")[0]["text"]
    assert secret not in stored
    assert secret not in trail
    assert '"secret": "k1.' in stored
    assert '"seed": "k1.' in stored
    assert secret not in str(dict(browser.session))


def test_setting_up_ends_the_other_sessions(client_of, trace):
    here, elsewhere = client_of("agent_mdn"), people.client("agent_mdn")
    trace.start()

    set_up_totp(here)

    assert (here.api("GET", "/me").status_code, elsewhere.api("GET", "/me").status_code) == (200, 401)
    assert trace() == {"audit": ["SESSION_ENDED", "CHANGE_AUTHENTICATOR"]}
    assert audited("CHANGE_AUTHENTICATOR")[-1]["meta"] == {"factor": "totp", "change": "ADDED", "ended_sessions": 1}


def test_removing_asks_who_one_is_once_more(client_of, trace):
    browser = client_of("agent_mdn")
    set_up_totp(browser)
    trace.start()

    assert call(browser, "DELETE", f"{FACTORS}/totp").status_code == 401
    assert confirm(browser, "bukan-ini-lho").status_code == 400
    assert Authenticator.objects.filter(type="totp").exists()
    assert confirm(browser).status_code == 200
    assert call(browser, "DELETE", f"{FACTORS}/totp").status_code == 200

    # The recovery codes go with the last factor that they stand in for.
    assert Authenticator.objects.count() == 0
    assert trace() == {"audit": ["SIGN_IN_FAILED:DENIED", "CONFIRM_IDENTITY:DENIED", "CONFIRM_IDENTITY", "CHANGE_AUTHENTICATOR"]}


def test_recovery_codes_are_shown_once_and_each_opens_the_door_once(client_of):
    browser = client_of("agent_mdn")
    set_up_totp(browser)
    confirm(browser)

    codes = call(browser, "GET", f"{FACTORS}/recovery-codes").json()["data"]["unused_codes"]
    assert len(codes) == 10
    assert "unused_codes" not in call(browser, "GET", f"{FACTORS}/recovery-codes").json()["data"]
    for expected in (200, 400):
        other = people.client()
        sign_in(other, "agent_mdn")
        assert call(other, "POST", "auth/2fa/authenticate", {"code": codes[0]}).status_code == expected
    assert [row["meta"]["change"] for row in audited("CHANGE_AUTHENTICATOR")] == ["ADDED", "VIEWED"]


def test_new_recovery_codes_replace_the_old_ones(client_of, trace):
    browser = client_of("agent_mdn")
    set_up_totp(browser)
    confirm(browser)
    old = call(browser, "GET", f"{FACTORS}/recovery-codes").json()["data"]["unused_codes"]
    trace.start()

    new = call(browser, "POST", f"{FACTORS}/recovery-codes", {}).json()["data"]["unused_codes"]

    assert set(old).isdisjoint(new)
    assert trace() == {"audit": ["CHANGE_AUTHENTICATOR"]}
    other = people.client()
    sign_in(other, "agent_mdn")
    assert call(other, "POST", "auth/2fa/authenticate", {"code": old[0]}).status_code == 400
    assert call(other, "POST", "auth/2fa/authenticate", {"code": new[0]}).status_code == 200


def test_who_must_have_a_second_step_can_do_nothing_but_set_one_up(client_of, forced):
    browser = client_of("compliance")
    assert (browser.api("GET", "/me").json()["must"], browser.api("GET", "/me").json()["second_factor"]) == (
        "SECOND_FACTOR",
        {"required": True, "set_up": False},
    )

    answers = {}
    for path, method, operation in operations(api):
        if operation.permission.kind != "PUBLIC":
            answer = browser.api(method, _filled(path), {} if method in {"POST", "PUT", "PATCH"} else None)
            answers[operation.operation_id] = (answer.status_code, answer.json().get("code") if answer.content else None)

    assert {name for name, (_, code) in answers.items() if code != "second_factor_required"} == {"me_get", "me_preferences_update", "me_password_change"}
    assert {status for status, code in answers.values() if code == "second_factor_required"} == {403}

    set_up_totp(browser)

    assert browser.api("GET", "/me").json()["must"] == ""
    assert browser.api("GET", "/audit").status_code == 200


def test_roles_that_need_no_second_step_are_not_held_back(client_of, forced):
    assert client_of("agent_mdn").api("GET", "/me").json()["must"] == ""


def test_the_last_factor_that_a_role_requires_stays(client_of, forced, trace):
    browser = client_of("admin")
    set_up_totp(browser)
    confirm(browser)
    trace.start()

    answer = call(browser, "DELETE", f"{FACTORS}/totp")

    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert "Tambahkan yang lain dahulu" in answer.json()["detail"]
    assert Authenticator.objects.filter(type="totp").count() == 1
    assert trace() == {"audit": ["CHANGE_AUTHENTICATOR:FAILED"]}


def test_a_temporary_password_opens_nothing_but_its_own_change(client_of):
    with rows():
        User.objects.filter(username="agent_mdn").update(must_change_password=True)
    browser = client_of("agent_mdn")

    assert browser.api("GET", "/me").json()["must"] == "PASSWORD"
    refused = browser.api("GET", "/customers/recent")
    assert (refused.status_code, refused.json()["code"]) == (403, "password_change_required")
    assert call(browser, "GET", f"{FACTORS}/totp").status_code == 403
    changed = browser.api("POST", "/me/password", {"current_password": people.PASSWORD, "new_password": "tikar pandan di beranda"})

    assert changed.status_code == 204, changed.content
    assert browser.api("GET", "/customers/recent").status_code == 200


def test_an_administrator_takes_the_factors_of_a_lost_telephone_away(client_of, actor, trace):
    browser = client_of("agent_mdn")
    set_up_totp(browser)
    trace.start()

    agree()
    with scope(actor("admin")):
        assert authenticators_reset(actor=actor("admin"), user_id=people.user_id("agent_mdn")) == 2

    assert browser.api("GET", "/me").status_code == 401
    assert sign_in(people.client(), "agent_mdn").status_code == 200
    assert trace() == {"audit": ["CHANGE_AUTHENTICATOR", "SIGN_IN"]}


@pytest.mark.parametrize(("who", "whom"), [("admin", "admin"), ("agent_mdn", "agent_bnj")])
def test_nobody_else_and_nobody_for_themself(organisation, actor, trace, who, whom):
    with scope(actor(who)), pytest.raises(Forbidden):
        authenticators_reset(actor=actor(who), user_id=people.user_id(whom))

    assert trace() == {}


@pytest.mark.parametrize(
    "path", ["account/email", "account/phone", "account/password/change", "auth/password/request", "auth/password/reset", "auth/sessions", "account/providers"]
)
def test_the_other_addresses_of_the_library_do_not_exist_here(client_of, path):
    browser = client_of("agent_mdn")

    for method in ("GET", "POST"):
        assert call(browser, method, path, {} if method == "POST" else None).status_code == 404


def test_nobody_sees_the_factors_of_somebody_who_is_not_signed_in(organisation):
    browser = people.client()

    for path in ("totp", "recovery-codes", "webauthn"):
        assert call(browser, "GET", f"{FACTORS}/{path}").status_code == 401


def test_codes_are_those_of_the_standard():
    # RFC 6238, appendix B, the last six digits of the SHA-1 column.
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

    assert [totp(secret, at) for at in (59, 1111111109, 2000000000)] == ["287082", "081804", "279037"]
    assert totp(secret) == totp(secret, time.time())
