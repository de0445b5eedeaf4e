"""The authorization code flow with PKCE, state and nonce; the identity token is checked in full, its signature included."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import time
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from simpul.iam.single_sign_on.providers import Provider

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
LIFE_SECONDS = 600  # from the first redirect to the answer
_LEEWAY_SECONDS = 60
_TIMEOUT_SECONDS = 8
_MOST_BYTES = 1_000_000
_DISCOVERY_SECONDS = 300


class ExchangeFailed(Exception):
    """The provider's answer does not hold; the word names why, for the trail."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


_opener = build_opener(_NoRedirects)
_discovered: dict[str, tuple[float, dict[str, Any]]] = {}


def begin(provider: Provider, redirect_uri: str) -> tuple[str, dict[str, Any]]:
    """Where to send the person, and what the session keeps until the answer comes.

    Raises: ExchangeFailed.
    """
    verifier, state, nonce = (secrets.token_urlsafe(48) for _ in range(3))
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    parameters = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": redirect_uri,
        "scope": " ".join(provider.scopes),
        "state": state,
        "nonce": nonce,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    kept = {"provider": provider.key, "verifier": verifier, "state": state, "nonce": nonce, "redirect_uri": redirect_uri, "at": int(time.time())}
    endpoint = str(_discovery(provider)["authorization_endpoint"])
    return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(parameters)}", kept


def complete(provider: Provider, kept: dict[str, Any], *, state: str, code: str, issuer: str | None = None) -> dict[str, Any]:
    """The claims of the person who came back with this code, proven to be theirs, ours and fresh.

    Raises: ExchangeFailed.
    """
    if not hmac.compare_digest(str(kept.get("state", "")), state) or kept.get("provider") != provider.key:
        raise ExchangeFailed("state")
    if time.time() - kept["at"] > LIFE_SECONDS:
        raise ExchangeFailed("late")
    if issuer is not None and issuer.rstrip("/") != provider.issuer:
        raise ExchangeFailed("issuer")
    answer = _ask(
        str(_discovery(provider)["token_endpoint"]),
        {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": kept["redirect_uri"],
            "client_id": provider.client_id,
            "client_secret": provider.client_secret,
            "code_verifier": kept["verifier"],
        },
    )
    claims = claims_of(provider, str(answer.get("id_token", "")), str(kept["nonce"]))
    endpoint = _discovery(provider).get("userinfo_endpoint")
    if not endpoint or "access_token" not in answer:
        return claims
    more = _ask(str(endpoint), bearer=str(answer["access_token"]))
    if more.get("sub") != claims["sub"]:
        raise ExchangeFailed("subject")
    # What the signed token says counts before what the provider tells beside it.
    return {**more, **claims}


def claims_of(provider: Provider, token: str, nonce: str) -> dict[str, Any]:
    """The claims of an identity token whose signature, issuer, audience, times and nonce hold.

    Raises: ExchangeFailed.
    """
    keys = KeySet.import_key_set(_ask(str(_discovery(provider)["jwks_uri"])))  # type: ignore[arg-type]
    try:
        claims: dict[str, Any] = jwt.decode(token, keys, algorithms=ALGORITHMS).claims
    except (JoseError, ValueError):
        raise ExchangeFailed("signature") from None
    audience = claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    now = time.time()
    checks = (
        ("issuer", str(claims.get("iss", "")).rstrip("/") == provider.issuer),
        ("audience", provider.client_id in audiences and (len(audiences) == 1 or claims.get("azp") == provider.client_id)),
        ("audience", claims.get("azp") in (None, provider.client_id)),
        ("expired", isinstance(claims.get("exp"), int | float) and claims["exp"] > now - _LEEWAY_SECONDS),
        ("issued", isinstance(claims.get("iat"), int | float) and claims["iat"] < now + _LEEWAY_SECONDS),
        ("nonce", hmac.compare_digest(str(claims.get("nonce", "")), nonce)),
        ("subject", bool(claims.get("sub"))),
    )
    for why, holds in checks:
        if not holds:
            raise ExchangeFailed(why)
    return claims


def _discovery(provider: Provider) -> dict[str, Any]:
    at, known = _discovered.get(provider.issuer, (0.0, {}))
    if not known or time.monotonic() - at > _DISCOVERY_SECONDS:
        known = _ask(f"{provider.issuer}/.well-known/openid-configuration")
        if str(known.get("issuer", "")).rstrip("/") != provider.issuer:
            raise ExchangeFailed("issuer")
        _discovered[provider.issuer] = (time.monotonic(), known)
    return known


def _ask(url: str, form: dict[str, str] | None = None, *, bearer: str = "") -> dict[str, Any]:
    """Raises: ExchangeFailed when the provider does not answer with a JSON object."""
    address = urlsplit(url)
    if address.scheme != "https" and address.hostname not in {"127.0.0.1", "localhost"}:
        raise ExchangeFailed("insecure")
    headers = {"Accept": "application/json", **({"Authorization": f"Bearer {bearer}"} if bearer else {})}
    request = Request(url, urlencode(form).encode() if form else None, headers)  # noqa: S310
    try:
        with _opener.open(request, timeout=_TIMEOUT_SECONDS) as answer:
            body = json.loads(answer.read(_MOST_BYTES))
    except (URLError, OSError, ValueError):
        raise ExchangeFailed("unreachable" if form is None else "code") from None
    if not isinstance(body, dict):
        raise ExchangeFailed("answer")
    return body
