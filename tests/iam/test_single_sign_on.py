"""Single sign-on against a real OpenID Connect provider that runs beside the tests."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import Request, urlopen

import pytest

from simpul.iam.models import ExternalIdentity, User
from simpul.iam.services.single_sign_on import identity_tie
from simpul.iam.single_sign_on import exchange
from simpul.iam.single_sign_on.providers import ImproperlyConfigured, Provider, matched, providers
from simpul.platform.db import query, scope
from tests.support import oidc, people
from tests.support.control import agree
from tests.support.database import rows
from tests.support.oidc import person
from tests.support.second_factor import call, set_up_totp, totp

CONFIGURATION = """
[provider.kantor]
name = "Kantor"
issuer = "{issuer}"
client_id = "simpul"
client_secret = "rahasia"
{more}
"""
MAPPED = """
roles = [{ claim = "groups", value = "crm-agen", role = "AGENT" }, { claim = "groups", value = "crm-penyelia", role = "SUPERVISOR" }]
branches = [{ claim = "cabang", value = "medan", branch = "MDN" }, { claim = "cabang", value = "binjai", branch = "BNJ" }]
"""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with oidc.provider() as number:
        yield number


@pytest.fixture
def configured(port: int, tmp_path: Path, settings: Any, organisation: None) -> Callable[..., Provider]:
    """Names the provider in a configuration file, with more settings."""

    def write(more: str = "") -> Provider:
        path = tmp_path / f"oidc-{len(more)}.toml"
        path.write_text(CONFIGURATION.format(issuer=f"http://127.0.0.1:{port}", more=more))
        settings.OIDC_FILE = str(path)
        return providers()["kantor"]

    return write


def approve(location: str, subject: str) -> dict[str, str]:
    """Sign in at the provider as somebody; gives what it sends back to us."""
    from urllib.error import HTTPError

    request = Request(location, urlencode({"sub": subject}).encode())
    try:
        exchange._opener.open(request)
    except HTTPError as answer:
        return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["Location"]).query).items()}
    raise AssertionError("the provider did not send the person back")


def sign_in(subject: str, *, next: str = "", tamper: Callable[[dict[str, Any]], None] | None = None) -> tuple[people.ApiClient, str]:
    """Go to the provider and back; gives the browser and where it was sent."""
    browser = people.ApiClient(enforce_csrf_checks=True)
    out = browser.get(f"/sso/kantor/start{'?' + urlencode({'next': next}) if next else ''}")
    assert out.status_code == 302, out.content
    answer = approve(out["Location"], subject)
    if tamper:
        session = browser.session
        tamper(session["simpul_sso"])
        tamper(answer)
        session.save()
    back = browser.get(f"/sso/kantor/callback?{urlencode(answer)}")
    assert back.status_code == 302, back.content
    return browser, back["Location"]


def failure() -> dict[str, Any]:
    with rows():
        return dict(query("SELECT meta FROM audit.audit_logs WHERE action = 'SIGN_IN_FAILED' ORDER BY created_at DESC, audit_id DESC LIMIT 1")[0]["meta"])


def test_a_person_who_was_tied_signs_in_and_comes_to_the_page_they_wanted(configured, port, actor, trace):
    configured()
    person(port, "dewi")
    agree()
    with scope(actor("admin")):
        identity_tie(actor=actor("admin"), provider="kantor", subject="dewi", user_id=people.user_id("agent_mdn"))
    trace.start()

    browser, place = sign_in("dewi", next="/customers?q=x")

    assert place == "/customers?q=x"
    assert browser.api("GET", "/me").json()["username"] == "agent_mdn"
    assert browser.api("GET", "/me/sessions").json()["items"][0]["by"] == ["sso"]
    assert trace() == {"audit": ["SIGN_IN"]}


def test_the_request_carries_state_nonce_and_a_challenge(configured):
    configured()

    location = urlsplit(people.ApiClient().get("/sso/kantor/start")["Location"])

    asked = {name: values[0] for name, values in parse_qs(location.query).items()}
    assert (asked["response_type"], asked["client_id"], asked["code_challenge_method"], asked["scope"]) == ("code", "simpul", "S256", "openid profile")
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 43
    assert asked["redirect_uri"] == "http://testserver/sso/kantor/callback"


def test_the_provider_gets_the_verifier_whose_hash_it_was_shown_before(configured, port, monkeypatch):
    configured(MAPPED)
    person(port, "dewi", groups=["crm-agen"])
    sent: list[dict[str, str]] = []
    asking = exchange._ask
    monkeypatch.setattr(exchange, "_ask", lambda url, form=None, **more: sent.append(form or {}) or asking(url, form, **more))
    oidc.CHALLENGES.clear()

    _, place = sign_in("dewi")

    ((code, (challenge, method)),) = oidc.CHALLENGES.items()
    (form,) = [each for each in sent if "code_verifier" in each]
    assert (place, form["code"], method) == ("/", code, "S256")
    # RFC 7636, 4.1 and 4.2
    assert re.fullmatch(r"[A-Za-z0-9._~-]{43,128}", form["code_verifier"])
    assert challenge == base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).decode().rstrip("=")


def test_an_unknown_person_is_refused_and_nobody_is_made(configured, port, trace):
    configured()
    person(port, "asing")
    trace.start()

    browser, place = sign_in("asing")

    assert place == "/sign-in?sso=refused"
    assert browser.api("GET", "/me").status_code == 401
    assert not User.objects.filter(username="asing").exists()
    assert trace() == {"audit": ["SIGN_IN_FAILED:DENIED"]}
    assert failure() == {"by": "sso", "provider": "kantor", "why": "unknown user"}


def test_the_organisation_may_let_unknown_people_in_without_roles(configured, port):
    configured()
    person(port, "baru.saja", name="Baru Saja")
    with rows():
        query(
            "INSERT INTO iam.settings (key, value, changed_by) VALUES ('signin.unknown_sso_user', '\"CREATE\"', %s) RETURNING key", (people.user_id("admin"),)
        )

    browser, place = sign_in("baru.saja")

    me = browser.api("GET", "/me").json()
    assert (place, me["full_name"], me["roles"], me["permissions"]) == ("/", "Baru Saja", [], {})


def test_claims_give_roles_and_branches_and_take_them_away_again(configured, port, trace):
    configured(MAPPED)
    person(port, "rotua", groups=["staf", "crm-agen"], cabang=["medan"])
    trace.start()

    first, _ = sign_in("rotua")
    me = first.api("GET", "/me").json()
    assert ([role["key"] for role in me["roles"]], [branch["code"] for branch in me["branches"]]) == (["AGENT"], ["MDN"])
    assert trace() == {"audit": ["CHANGE_RBAC", "CHANGE_RBAC", "SIGN_IN"]}

    person(port, "rotua", groups=["crm-penyelia"], cabang="binjai")
    second, _ = sign_in("rotua")
    me = second.api("GET", "/me").json()
    assert ([role["key"] for role in me["roles"]], [branch["code"] for branch in me["branches"]]) == (["SUPERVISOR"], ["BNJ"])
    # What was withdrawn is withdrawn in the session that was open before as well.
    assert [role["key"] for role in first.api("GET", "/me").json()["roles"]] == ["SUPERVISOR"]

    person(port, "rotua", groups=[])
    third, _ = sign_in("rotua")
    assert third.api("GET", "/me").json()["roles"] == []
    with rows():
        assert ExternalIdentity.objects.count() == 1


def test_a_claim_never_takes_over_a_user_name_that_somebody_has(configured, port):
    configured(MAPPED)
    person(port, "penyusup", preferred_username="admin", groups=["crm-agen"])

    _, place = sign_in("penyusup")

    assert place == "/sign-in?sso=refused"
    with rows():
        assert ExternalIdentity.objects.count() == 0


def test_a_suspended_user_is_told_so(configured, port, trace):
    configured(MAPPED)
    person(port, "libur", groups=["crm-agen"])
    sign_in("libur")
    with rows():
        User.objects.filter(username="libur").update(status="SUSPENDED")
    trace.start()

    browser, place = sign_in("libur")

    assert place == "/sign-in?sso=suspended"
    assert browser.api("GET", "/me").status_code == 401
    assert trace() == {"audit": ["SIGN_IN_FAILED:DENIED"]}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"nonce": "lain"}, "nonce"),
        ({"state": "lain"}, "state"),
        ({"at": 0}, "late"),
        ({"code": "lain"}, "code"),
        ({"verifier": "lain" * 16}, "code"),
        ({"iss": "https://lain.example"}, "issuer"),
    ],
)
def test_an_answer_that_does_not_hold_signs_nobody_in(configured, port, change, why):
    configured(MAPPED)
    person(port, "dewi", groups=["crm-agen"])

    def tamper(values: dict[str, Any]) -> None:
        # `state` is in both: only what the session keeps is changed, so that the two differ.
        values.update({name: value for name, value in change.items() if name in values and not (name == "state" and "verifier" not in values)})
        if "code" in values and "iss" in change:
            values["iss"] = change["iss"]

    browser, place = sign_in("dewi", tamper=tamper)

    assert place == "/sign-in?sso=failed"
    assert failure()["why"] == why
    assert browser.api("GET", "/me").status_code == 401


def test_an_answer_is_good_once(configured, port):
    configured(MAPPED)
    person(port, "dewi", groups=["crm-agen"])
    browser = people.ApiClient()
    answer = approve(browser.get("/sso/kantor/start")["Location"], "dewi")

    assert browser.get(f"/sso/kantor/callback?{urlencode(answer)}")["Location"] == "/"
    other = people.ApiClient()
    assert other.get(f"/sso/kantor/callback?{urlencode(answer)}")["Location"] == "/sign-in?sso=failed"


def _token(base: str, client: str, nonce: str = "n") -> str:
    """A real token of the provider for a client of that name."""
    location = f"{base}/oauth2/authorize?" + urlencode(
        {"response_type": "code", "client_id": client, "redirect_uri": "http://localhost/x", "scope": "openid", "nonce": nonce, "state": "s"}
    )
    code = approve(location, "dewi")["code"]
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": "http://localhost/x", "client_id": client, "client_secret": "x"}
    return str(json.loads(urlopen(f"{base}/oauth2/token", urlencode(form).encode()).read())["id_token"])


def _refused(provider: Provider, token: str, nonce: str = "n") -> str:
    with pytest.raises(exchange.ExchangeFailed) as refused:
        exchange.claims_of(provider, token, nonce)
    return refused.value.why


def test_a_token_must_be_from_this_issuer_for_this_client_fresh_and_signed(configured, port):
    provider = configured()
    person(port, "dewi")
    ours = f"http://127.0.0.1:{port}"
    good = _token(ours, "simpul")
    assert exchange.claims_of(provider, good, "n")["sub"] == "dewi"

    assert _refused(provider, good, "lain") == "nonce"
    assert _refused(provider, _token(ours, "program-lain")) == "audience"
    assert _refused(provider, _token(f"http://localhost:{port}", "simpul")) == "issuer"
    head, body, signature = good.split(".")
    assert _refused(provider, f"{head}.{body}.{signature[:-8]}AAAAAAAA") == "signature"
    unsigned = "eyJhbGciOiJub25lIn0"
    assert _refused(provider, f"{unsigned}.{body}.") == "signature"
    assert _refused(provider, "") == "signature"


def test_an_expired_token_is_refused(configured):
    with oidc.provider(access_token_max_age=timedelta(minutes=-10)) as number:
        base = f"http://127.0.0.1:{number}"
        provider = Provider("lama", "Lama", base, "simpul", "x")
        person(number, "dewi")

        assert _refused(provider, _token(base, "simpul")) == "expired"


def test_a_person_who_declines_at_the_provider_is_back_where_they_began(configured):
    configured()
    browser = people.ApiClient()
    browser.get("/sso/kantor/start")

    assert browser.get("/sso/kantor/callback?error=access_denied")["Location"] == "/sign-in?sso=cancelled"


def test_a_provider_that_does_not_answer_is_told(tmp_path, settings, organisation):
    path = tmp_path / "oidc.toml"
    path.write_text(CONFIGURATION.format(issuer="http://127.0.0.1:9", more=""))
    settings.OIDC_FILE = str(path)

    assert people.ApiClient().get("/sso/kantor/start")["Location"] == "/sign-in?sso=failed"
    assert failure()["why"] == "unreachable"


def test_the_second_step_of_the_user_is_asked_for_after_the_provider(configured, port, actor, client_of):
    configured()
    person(port, "dewi")
    agree()
    with scope(actor("admin")):
        identity_tie(actor=actor("admin"), provider="kantor", subject="dewi", user_id=people.user_id("agent_mdn"))
    secret = set_up_totp(client_of("agent_mdn"))

    browser, place = sign_in("dewi", next="/customers")

    assert place == "/sign-in?step=second&next=%2Fcustomers"
    assert browser.api("GET", "/me").status_code == 401
    assert call(browser, "POST", "auth/2fa/authenticate", {"code": totp(secret)}).status_code == 200
    assert browser.api("GET", "/me").json()["username"] == "agent_mdn"


@pytest.mark.parametrize(("trusted", "must"), [("", "SECOND_FACTOR"), ("second_factor = true\n", "")])
def test_the_providers_own_second_step_counts_where_the_organisation_says_so(configured, port, settings, trusted, must):
    settings.SECOND_FACTOR_ROLES = ["AGENT"]
    configured(trusted + MAPPED)
    person(port, "yakin", groups=["crm-agen"])

    browser, _ = sign_in("yakin")

    assert browser.api("GET", "/me").json()["must"] == must


@pytest.mark.parametrize("place", ["https://lain.example", "//lain.example", "/\\lain.example", "javascript:alert(1)", "/sign-in"])
def test_no_address_leads_out_of_the_product(configured, port, place):
    configured(MAPPED)
    person(port, "dewi", groups=["crm-agen"])

    assert sign_in("dewi", next=place)[1] == "/"


def test_another_site_cannot_begin_a_sign_in(configured):
    configured()

    assert people.ApiClient().get("/sso/kantor/start", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 404
    assert people.ApiClient().get("/sso/lain/start").status_code == 404
    assert people.ApiClient().get("/sso/lain/callback").status_code == 404


def test_the_sign_in_page_offers_what_is_configured(configured):
    assert people.ApiClient().get("/api/v1/ways-in").json() == {"sso": []}
    configured()

    assert people.ApiClient().get("/api/v1/ways-in").json() == {"sso": [{"key": "kantor", "name": "Kantor", "start": "/sso/kantor/start"}]}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[provider.kantor]\nname = 'x'", "lacks"),
        (CONFIGURATION.format(issuer="http://kantor.example", more=""), "https"),
        (CONFIGURATION.format(issuer="https://kantor.example", more="warna = 'merah'"), "not known"),
        (CONFIGURATION.format(issuer="https://kantor.example", more="roles = [{ claim = 'groups' }]"), "needs claim"),
        ("= =", "cannot be read"),
    ],
)
def test_a_configuration_that_makes_no_sense_says_what_is_wrong(tmp_path, settings, content, words):
    path = tmp_path / "oidc.toml"
    path.write_text(content)
    settings.OIDC_FILE = str(path)

    with pytest.raises(ImproperlyConfigured, match=words):
        providers()


def test_a_claim_may_be_nested_single_or_a_list(configured):
    rules = configured("roles = [{ claim = 'realm_access.roles', value = 'agen', role = 'AGENT' }]").roles

    assert matched(rules, {"realm_access": {"roles": ["x", "agen"]}}) == ["AGENT"]
    assert matched(rules, {"realm_access.roles": "agen"}) == ["AGENT"]
    assert matched(rules, {"realm_access": "agen"}) == []
