"""Push to the organisation's own app by Firebase Cloud Messaging, HTTP v1.

Sources: firebase.google.com/docs/reference/fcm/rest/v1/projects.messages/send and /ErrorCode; the account signs in as
developers.google.com/identity/protocols/oauth2/service-account says.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import httpx
from google.auth.exceptions import GoogleAuthError, TransportError
from google.auth.transport import Request, Response
from google.oauth2.service_account import Credentials

from simpul.messaging.services.adapters.base import (
    GONE,
    Handed,
    Outcome,
    Outgoing,
    ProviderAccount,
    Receipt,
    ReceiptForged,
    address_problem,
    problems_of,
)
from simpul.messaging.services.adapters.calling import Answer, Call, call_all, judge_status, trusted_roots, wait_of

BASE_URL = "https://fcm.googleapis.com"
_SCOPE = "https://www.googleapis.com/auth/firebase.messaging"
_LATER = frozenset({"QUOTA_EXCEEDED", "UNAVAILABLE"})
_STOPPED = frozenset({"THIRD_PARTY_AUTH_ERROR"})
_QUOTA_SECONDS = 60.0
_LARGEST = 4_000
_KEPT_SESSIONS = 50

_sessions: OrderedDict[bytes, Credentials] = OrderedDict()
_lock = threading.Lock()


class FcmAdapter:
    """One Firebase project."""

    def send_messages(self, account: ProviderAccount, messages: Sequence[Outgoing]) -> list[Handed]:
        """Hand over a batch, one call for each message."""
        try:
            token = _access_token(account)
        except GoogleAuthError as refused:
            busy = isinstance(refused, TransportError) or refused.retryable
            return [Handed(Outcome.LATER if busy else Outcome.STOPPED, reason="FCM_SIGN_IN")] * len(messages)
        settings = account.settings
        url = f"{str(settings.get('base_url') or BASE_URL).rstrip('/')}/v1/projects/{settings['project_id']}/messages:send"
        calls = [_call_of(url, token, message) for message in messages]
        return call_all(calls, judge_answer, timeout_seconds=account.timeout_seconds)

    def read_receipts(self, account: ProviderAccount, headers: Mapping[str, str], body: bytes) -> list[Receipt]:
        """FCM has no webhooks: the app reports. Raises: ReceiptForged."""
        raise ReceiptForged("NO_WEBHOOK")

    def answer_handshake(self, account: ProviderAccount, query: Mapping[str, str]) -> str | None:
        """FCM asks for none."""
        return None

    def settings_problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> dict[str, str]:
        """What is missing, and a service account that is none."""
        found = problems_of(required={"project_id": settings.get("project_id")}, addresses={"base_url": settings.get("base_url") or BASE_URL})
        if not str(settings.get("project_id", "")).replace("-", "").isalnum():
            found["project_id"] = "INVALID"
        try:
            service = json.loads(secrets.get("service_account", ""))
            whole = all(service.get(name) for name in ("client_email", "private_key", "token_uri")) and address_problem(service["token_uri"]) is None
        except (ValueError, AttributeError):
            whole = False
        return found if whole else {**found, "service_account": "INVALID"}


def judge_answer(response: Answer) -> Handed:
    """What one answer means."""
    if response.status_code == 200:
        return Handed(Outcome.ACCEPTED, str(response.json()["name"]))
    code = _code_of(response)
    if code == "UNREGISTERED":
        return Handed(Outcome.REFUSED, reason=GONE)
    if code in _LATER:
        return Handed(Outcome.LATER, reason=f"FCM_{code}", wait_seconds=wait_of(response) or _QUOTA_SECONDS)
    if code in _STOPPED:
        return Handed(Outcome.STOPPED, reason=f"FCM_{code}")
    if code in ("INVALID_ARGUMENT", "SENDER_ID_MISMATCH"):
        return Handed(Outcome.REFUSED, reason=f"FCM_{code}")
    # The project itself is not there: nobody's fault but the account's.
    return Handed(Outcome.STOPPED, reason="FCM_404") if response.status_code == 404 else judge_status(response, "FCM")


def _code_of(response: Answer) -> str:
    try:
        error = response.json()["error"]
        codes = [str(detail["errorCode"]) for detail in error.get("details", ()) if "errorCode" in detail]
        return codes[0] if codes else str(error["status"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return ""


def _call_of(url: str, token: str, message: Outgoing) -> Call | Handed:
    notice = {"title": message.title, "body": message.body}
    body = {"message": {"token": message.recipient, "notification": notice, "data": {**message.data, "send_key": str(message.send_key)}}}
    if not message.recipient:
        return Handed(Outcome.REFUSED, reason="ADDRESS")
    if len(json.dumps(body, ensure_ascii=False).encode()) > _LARGEST:
        return Handed(Outcome.REFUSED, reason="TOO_LARGE")
    return Call(url, {"Authorization": f"Bearer {token}"}, body)


def _access_token(account: ProviderAccount) -> str:
    """The token of a session that is kept until shortly before it ends. Raises: GoogleAuthError."""
    written = account.secrets["service_account"]
    name = hashlib.sha256(f"{account.key}:{written}".encode()).digest()
    with _lock:
        credentials = _sessions.pop(name, None)
        if credentials is None:
            try:
                credentials = Credentials.from_service_account_info(json.loads(written), scopes=[_SCOPE])
            except ValueError:
                raise GoogleAuthError("The service account is none.") from None
        if not credentials.valid:
            credentials.refresh(_TokenRequest(account.timeout_seconds))
        _sessions[name] = credentials
        while len(_sessions) > _KEPT_SESSIONS:
            _sessions.popitem(last=False)
        return str(credentials.token)


@dataclass
class _TokenAnswer(Response):
    """An answer of the token service as google-auth reads it."""

    status: int = 0
    headers: Mapping[str, str] | None = None
    data: bytes = b""


class _TokenRequest(Request):
    """A call to the token service by the same client as every other call."""

    def __init__(self, timeout_seconds: float) -> None:
        self._timeout = timeout_seconds

    def __call__(
        self, url: str, method: str = "GET", body: bytes | None = None, headers: Mapping[str, str] | None = None, timeout: float | None = None, **_: object
    ) -> _TokenAnswer:
        if address_problem(url):
            raise GoogleAuthError("The token service may not be called there.")
        try:
            with httpx.Client(timeout=self._timeout, follow_redirects=False, trust_env=False, verify=trusted_roots()) as client:
                answer = client.request(method, url, content=body, headers=dict(headers or {}))
                return _TokenAnswer(answer.status_code, answer.headers, answer.content)
        except httpx.HTTPError as failure:
            raise TransportError(type(failure).__name__) from None
