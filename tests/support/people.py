"""The organisation that tests work in.

Branches MDN, BNJ and PMS; unit CALL serves MDN and BNJ. Users are named by role and branch: `agent_mdn`,
`agent_bnj`, `supervisor_mdn`, `rm_mdn`, `rm_mdn_2`, `marketing`, `compliance`, `admin`, `admin2`, `steward` (works for MDN),
`director`, `field_mdn`, `finance_mdn`, `call_agent` (unit CALL), `nobody` (no role).
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any, ClassVar
from uuid import UUID

from django.conf import UserSettingsHolder, settings
from django.contrib.auth.hashers import make_password
from django.middleware.csrf import CSRF_SECRET_LENGTH
from django.test import Client
from django.test.client import ClientHandler
from django.utils.crypto import get_random_string

from simpul.iam.grants import resources
from simpul.iam.models import Branch, Role, Scope, Unit, UnitBranch, User, UserRole
from simpul.iam.public import actor_for
from simpul.platform.actor import Act, Actor, Reach
from tests.support.database import rows

PASSWORD = "jangan-lupa-2026"
BROWSER = "b" * 43  # everybody signs in from the same browser, so that a second sign-in is no news
_HASH = ""

BRANCHES = {"MDN": (1, "Medan Utama", "Medan"), "BNJ": (2, "Binjai", "Binjai"), "PMS": (3, "Pematangsiantar", "Pematangsiantar")}
USERS: dict[str, tuple[str | None, str | None]] = {
    # user name: (role, branch or unit)
    "agent_mdn": ("AGENT", "MDN"),
    "agent_bnj": ("AGENT", "BNJ"),
    "call_agent": ("AGENT", "CALL"),
    "supervisor_mdn": ("SUPERVISOR", "MDN"),
    "supervisor_bnj": ("SUPERVISOR", "BNJ"),
    "rm_mdn": ("RM", "MDN"),
    "rm_mdn_2": ("RM", "MDN"),
    "marketing": ("MARKETING", None),
    "compliance": ("COMPLIANCE", None),
    "admin": ("ADMIN", None),
    "admin2": ("ADMIN", None),
    "steward": ("DATA_STEWARD", "MDN"),
    "director": ("DIRECTOR", None),
    "field_mdn": ("FIELD_OFFICER", "MDN"),
    "finance_mdn": ("FINANCE", "MDN"),
    "nobody": (None, "MDN"),
}


def organisation() -> None:
    """Write the branches, the unit and the users."""
    global _HASH
    _HASH = _HASH or make_password(PASSWORD)
    with rows():
        Branch.objects.bulk_create(Branch(code=code, number=number, name=name, city=city) for code, (number, name, city) in BRANCHES.items())
        Unit.objects.create(code="CALL", name="Contact Center")
        UnitBranch.objects.bulk_create(UnitBranch(unit_id="CALL", branch_id=code) for code in ("MDN", "BNJ"))
        roles = {role.key: role for role in Role.objects.all()}
        users = {username: User(username=username, full_name=username.replace("_", " ").title(), password=_HASH) for username in USERS}
        User.objects.bulk_create(users.values())
        UserRole.objects.bulk_create(UserRole(user=users[username], role=roles[role]) for username, (role, _) in USERS.items() if role)
        Scope.objects.bulk_create(Scope(user=users[username], **_target(place)) for username, (_, place) in USERS.items() if place)


def add_user(username: str, role: Role | None, place: str | None) -> User:
    """One more user, working for a branch or a unit."""
    user = User.objects.create(username=username, full_name=username.replace("_", " ").title(), password=_HASH)
    if role:
        UserRole.objects.create(user=user, role=role)
    if place:
        Scope.objects.create(user=user, **_target(place))
    return user


def _target(place: str) -> dict[str, Any]:
    return {"scope_type": "UNIT", "unit_id": place} if place == "CALL" else {"scope_type": "BRANCH", "branch_id": place}


def user_id(username: str) -> UUID:
    """The id of a user by name."""
    return User.objects.values_list("id", flat=True).get(username=username)


def actor(username: str) -> Actor:
    """The user as an actor."""
    found = actor_for(user_id(username))
    assert found is not None, f"{username} may not act"
    return found


class _Handler(ClientHandler):
    """Answers through the middleware that the process has loaded: each reads the files of the front end anew when it is loaded."""

    _loaded: ClassVar[dict[str, Any]] = {}

    def load_middleware(self, is_async: bool = False) -> None:
        if isinstance(settings._wrapped, UserSettingsHolder):  # a test's own settings, which middleware may read as it is loaded
            super().load_middleware(is_async)
            return
        if not self._loaded:
            super().load_middleware(is_async)
            names = ("_view_middleware", "_template_response_middleware", "_exception_middleware", "_middleware_chain")
            self._loaded.update({name: getattr(self, name) for name in names})
        self.__dict__.update(self._loaded)


class ApiClient(Client):
    """Speaks JSON and sends the CSRF token, which a browser may choose as long as header and cookie agree."""

    def __init__(self, enforce_csrf_checks: bool = False) -> None:
        super().__init__(enforce_csrf_checks=enforce_csrf_checks)
        self.handler = _Handler(enforce_csrf_checks=enforce_csrf_checks)

    @property
    def token(self) -> str:
        if settings.CSRF_COOKIE_NAME not in self.cookies:
            self.cookies[settings.CSRF_COOKIE_NAME] = get_random_string(CSRF_SECRET_LENGTH)
        return str(self.cookies[settings.CSRF_COOKIE_NAME].value)

    def api(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """Call an operation of /api/v1; `headers` as HTTP names with underscores."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        sends = {} if body is None else {"data": body, "content_type": "application/json"}
        return self.generic_json(method, f"/api/v1{path}", headers={"X-CSRFToken": self.token, **named}, **sends)

    def generic_json(self, method: str, path: str, **options: Any) -> Any:
        if method == "GET":
            options.pop("content_type", None)
        return getattr(self, method.lower())(path, **options)


def client(username: str | None = None) -> ApiClient:
    """A client of the HTTP interface, signed in through the front door; None stays anonymous."""
    browser = ApiClient(enforce_csrf_checks=True)
    browser.cookies[settings.BROWSER_COOKIE_NAME] = BROWSER
    if username is not None:
        answer = browser.post(
            "/_allauth/browser/v1/auth/login",
            data={"username": username, "password": PASSWORD},
            content_type="application/json",
            headers={"X-CSRFToken": browser.token},
        )
        assert answer.status_code == 200, answer.content
    return browser


def widened(actor: Actor) -> Actor:
    """The actor as a service layer would see it that had lost every filter."""
    everything = MappingProxyType({act.value: Reach.ALL for act in Act})
    return replace(actor, grants=MappingProxyType(dict.fromkeys(resources(), everything)), branch_codes=frozenset(BRANCHES))
