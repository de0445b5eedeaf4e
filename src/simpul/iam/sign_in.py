"""What surrounds allauth's own addresses: which of them exist here, in whose transaction they run, and what they leave.

allauth's views know neither our scopes nor the audit trail. A change of second factors runs inside the person's scope
with its audit row; what is refused there is recorded after it was undone.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

from allauth.account.internal.stagekit import get_pending_stage
from allauth.mfa.adapter import get_adapter
from django.contrib.auth import SESSION_KEY
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from simpul.audit.public import record
from simpul.iam.actors import actor_for, anonymous_actor
from simpul.iam.acts import IamAct
from simpul.iam.selectors.duties import duty, has_factor, needs_factor
from simpul.iam.services import authenticators, lockout
from simpul.platform.actor import Actor
from simpul.platform.db import scope
from simpul.platform.errors import DomainError, Forbidden, NotFound, NotSignedIn, PasswordChangeRequired
from simpul.platform.reading import public_body_check
from simpul.platform.refusing import render
from simpul.platform.text import Text

_SAFE = {"GET", "HEAD", "OPTIONS"}
_BASE = "/_allauth/browser/v1/"
_FACTORS = "account/authenticators/"
_OPEN = {"config", "auth/login", "auth/session", "auth/signup", "account/authenticators"}
_STEPS = {"auth/2fa/authenticate": "code", "auth/webauthn/authenticate": "passkey", "auth/webauthn/login": "passkey"}
_CONFIRMATIONS = {"auth/reauthenticate": "password", "auth/2fa/reauthenticate": "code", "auth/webauthn/reauthenticate": "passkey"}
_KINDS = {"totp": "totp", "webauthn": "webauthn", "recovery-codes": "recovery_codes"}
_CHANGES = {
    ("POST", "totp"): "ADDED",
    ("DELETE", "totp"): "REMOVED",
    ("POST", "webauthn"): "ADDED",
    ("PUT", "webauthn"): "RENAMED",
    ("DELETE", "webauthn"): "REMOVED",
    ("POST", "recovery_codes"): "REGENERATED",
}
_LAST = Text(
    id="Peran Anda mewajibkan verifikasi dua langkah. Tambahkan yang lain dahulu, baru hapus yang ini.",
    en="Your role requires a second step. Add another one first, then remove this one.",
)

Next = Callable[[HttpRequest], HttpResponseBase]


class SignInTrail:
    """Keeps allauth to the addresses that the product uses, and to its transactions and trail."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path.startswith("/_allauth/"):
            return self.get_response(request)
        path = request.path.removeprefix(_BASE)
        try:
            if path == "auth/login" and request.method == "POST":
                lockout.attempt_take(request)
            if request.method not in _SAFE:
                public_body_check(request)
        except DomainError as refusal:
            return render(request, refusal)
        if path in _OPEN:
            try:
                return self.get_response(request)
            finally:
                lockout.attempt_release(request)
        if path in _STEPS:
            return self._step(request, _STEPS[path])
        if path in _CONFIRMATIONS:
            return self._confirmation(request, _CONFIRMATIONS[path])
        kind = _KINDS.get(path.removeprefix(_FACTORS)) if path.startswith(_FACTORS) else None
        return self._factor(request, kind) if kind else render(request, NotFound())

    def _step(self, request: HttpRequest, by: str) -> HttpResponseBase:
        """A step of signing in: a wrong code or passkey is a failed sign-in, of the user whose turn it is."""
        stage = get_pending_stage(request)
        response = self.get_response(request)
        if request.method == "POST" and response.status_code in (400, 429):
            actor = anonymous_actor(request)
            with scope(actor):
                user_id = stage.login.user.pk if stage else ""
                record(actor, IamAct.SIGN_IN_FAILED, object_type="USER", object_id=user_id, outcome="DENIED", meta={"step": by})
        return response

    def _confirmation(self, request: HttpRequest, by: str) -> HttpResponseBase:
        """Confirming who one is before something delicate, for five minutes."""
        response = self.get_response(request)
        actor = _actor(request)
        if actor is not None and request.method == "POST" and response.status_code in (200, 400, 429):
            with scope(actor):
                outcome = "ALLOWED" if response.status_code == 200 else "DENIED"
                record(actor, IamAct.CONFIRM_IDENTITY, object_type="USER", object_id=actor.id, outcome=outcome, meta={"by": by})
        return response

    def _factor(self, request: HttpRequest, kind: str) -> HttpResponseBase:
        actor = _actor(request)
        if actor is None:
            return render(request, NotSignedIn())
        change = _CHANGES.get((request.method or "", kind), "")
        try:
            with scope(actor):
                if duty(actor, request) == "PASSWORD":
                    raise PasswordChangeRequired()
                response = self.get_response(request)
                if kind == "totp" and request.method == "GET":
                    _draw(response)
                if response.status_code >= 500:
                    transaction.set_rollback(True)
                elif response.status_code == 200:
                    self._done(request, actor, kind, change, response)
        except DomainError as refusal:
            self._refused(actor, kind, change)
            return render(request, refusal)
        if response.status_code in (400, 409, 429):
            self._refused(actor, kind, change)
        return response

    @staticmethod
    def _done(request: HttpRequest, actor: Actor, kind: str, change: str, response: HttpResponseBase) -> None:
        """Raises: Forbidden when nothing would be left of what the role requires."""
        if change == "REMOVED" and needs_factor(actor) and not has_factor(actor.id):
            raise Forbidden(_LAST)
        if not change and kind == "recovery_codes" and "unused_codes" in _data(response):
            change = "VIEWED"
        if change:
            authenticators.changed(actor=actor, request=request, kind=kind, change=change)

    @staticmethod
    def _refused(actor: Actor, kind: str, change: str) -> None:
        if change:
            with scope(actor):
                authenticators.refused(actor=actor, kind=kind, change=change)


def _actor(request: HttpRequest) -> Actor | None:
    raw: Any = request.session.get(SESSION_KEY)
    actor = actor_for(UUID(str(raw)), request) if raw else None
    return actor if actor is not None and actor.kind == "USER" else None


def _data(response: HttpResponseBase) -> dict[str, Any]:
    try:
        found = json.loads(getattr(response, "content", b"")).get("data")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _draw(response: HttpResponseBase) -> None:
    """Put the picture of the QR code beside the secret that is offered: it is drawn here, so that no page needs the means."""
    body = json.loads(getattr(response, "content", b"{}"))
    meta = body.get("meta") or {}
    if "totp_url" in meta:
        meta["totp_svg"] = get_adapter().build_totp_svg(meta["totp_url"])
        response.content = json.dumps(body).encode()  # type: ignore[attr-defined]
