"""The edge: the only module that turns operations into HTTP.

Every operation declares its permission, runs in one scope (the actor's transaction), and every refusal is one
shape (RFC 9457). A refusal undoes the operation and is audited in a second transaction.
"""

from __future__ import annotations

import inspect
import logging
import re
from dataclasses import dataclass
from typing import Any, Callable, Iterable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja import NinjaAPI, Schema
from ninja import Router as NinjaRouter
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.operation import Operation
from ninja.responses import Status
from ninja.utils import check_csrf

from simpul.platform import budget, idempotency, logs, ports, ratelimit
from simpul.platform.actor import Act, Actor, Reach
from simpul.platform.db import scope
from simpul.platform.errors import (
    CsrfRejected,
    DomainError,
    Forbidden,
    NotFound,
    OutsideHours,
    OutsideKey,
    PasswordChangeRequired,
    RateLimited,
    RefusalFacts,
    SecondFactorRequired,
)
from simpul.platform.reading import Parser
from simpul.platform.refusing import as_refusal, fault, render

logger = logging.getLogger("simpul.http")

# What people decide for themselves, and no program for them: users, roles, scopes and grants, the trail, emergency access, rules of suspicion.
NOT_FOR_PROGRAMS = frozenset({"configuration", "audit", "break_glass", "suspicion"})
_SAFE = {"GET", "HEAD", "OPTIONS"}
_HELD: dict[str, type[Forbidden]] = {"PASSWORD": PasswordChangeRequired, "SECOND_FACTOR": SecondFactorRequired, "HOURS": OutsideHours}
_CONVERTER = re.compile(r"\{\w+:")


class ActorRequest(HttpRequest):
    """A request whose caller is known."""

    auth: Actor


class Problem(Schema):
    """RFC 9457 problem details."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    request_id: str
    errors: dict[str, list[str]] | None = None
    retry_after: int | None = None
    current: dict[str, Any] | None = None
    problems: list[dict[str, Any]] | None = None


def problems(*errors: type[DomainError]) -> dict[int, type[Problem]]:
    """The refusals a route's clients must expect; 401, 403, 404 and 422 come with every route."""
    return {status: Problem for status in sorted({401, 403, 404, 422, *(error.status for error in errors)})}


@dataclass(frozen=True)
class Permission:
    """What an operation needs before its own policy is asked."""

    kind: str
    resource: str = ""
    acts: tuple[Act, ...] = ()
    why: str = ""
    or_elevated: bool = False

    def check(self, actor: Actor) -> None:
        """Raises: Forbidden when no grant of the actor names the resource and one of the actions in any reach."""
        if self.or_elevated and actor.elevation_id is not None:
            return
        if self.kind == "GRANT" and all(actor.reach(self.resource, act) is Reach.NONE for act in self.acts):
            raise Forbidden()


SIGNED_IN = Permission("SIGNED_IN")


@dataclass(frozen=True)
class Declared:
    """An operation as it was declared: what a service account's key may be made for."""

    operation_id: str
    method: str
    path: str
    permission: Permission
    description: str


_declared: dict[str, Declared] = {}


def callable_by_keys() -> list[Declared]:
    """The operations that need a grant on what programs may decide, by name; the others concern a person's own session, or everybody."""
    return [one for _, one in sorted(_declared.items()) if one.permission.kind == "GRANT" and one.permission.resource not in NOT_FOR_PROGRAMS]


def needs(resource: str, *acts: Act, or_elevated: bool = False) -> Permission:
    """The caller must hold one of the actions on the resource; how far is for the policy to say.

    With `or_elevated`, whoever acts under an elevation may call as well, and reaches what it opens.
    """
    return Permission("GRANT", resource, acts, or_elevated=or_elevated)


def public(why: str) -> Permission:
    """Open to everybody, with the reason."""
    return Permission("PUBLIC", why=why)


class ActorOperation(Operation):
    """An operation that runs, and builds its answer, inside the actor's scope."""

    permission: Permission
    while_held: bool = False
    takes: ratelimit.Takes | None = None
    counts_rows: bool | str = False
    lists: str = ""
    reads: bool = False

    def clone(self) -> ActorOperation:
        """The copy that an API mounts, with its permission and limits."""
        copy = super().clone()
        for name in ("permission", "while_held", "takes", "counts_rows", "lists", "reads"):
            setattr(copy, name, getattr(self, name))
        return copy  # type: ignore[return-value]

    def admit(self, actor: Actor) -> None:
        """Ask what holds for the caller before any grant is asked.

        Raises: PasswordChangeRequired, SecondFactorRequired, OutsideKey, Forbidden.
        """
        if actor.held and not self.while_held:
            raise _HELD[actor.held]()
        if actor.operations is not None and (self.operation_id not in actor.operations or self.permission.resource in NOT_FOR_PROGRAMS):
            raise OutsideKey()
        self.permission.check(actor)

    def run(self, request: HttpRequest, **kw: Any) -> HttpResponseBase:
        request.operation = self.operation_id  # type: ignore[attr-defined]
        with logs.about(operation=self.operation_id):
            return self._run(request, kw)

    def _run(self, request: HttpRequest, kw: dict[str, Any]) -> HttpResponseBase:
        if self.permission.kind == "PUBLIC":
            request.is_public_operation = True  # type: ignore[attr-defined]
            # ninja checks the token for callers known by a cookie; whoever is unknown proves as well that our page asks.
            if request.method not in _SAFE and check_csrf(request):
                return render(request, CsrfRejected())
            request.auth = ports.anonymous_actor(request)  # type: ignore[attr-defined]
        elif refused := self._run_checks(request):
            return refused
        actor: Actor = request.auth  # type: ignore[attr-defined]
        try:
            self.admit(actor)
            if self.counts_rows:
                budget.check(actor)
            with ratelimit.ahead(self.takes(actor, request) if self.takes else None), scope(actor):
                operation = "" if self._is_read(request) else self.operation_id or self.path
                response = idempotency.once(request, actor, operation, lambda: self._answer(request, kw))
            if self.counts_rows:
                budget.spend(actor, getattr(request, "rows_given", 0))
            return response
        except Exception as error:
            return self._refuse(request, actor, error, kw)

    def _answer(self, request: HttpRequest, kw: dict[str, Any]) -> HttpResponseBase:
        temporal = self.api.create_temporal_response(request)
        values = self._get_values(request, kw, temporal)
        result = self.view_func(request, **values)
        if self.counts_rows:
            listed = self.counts_rows if isinstance(self.counts_rows, str) else "items"
            request.rows_given = len(result[listed])  # type: ignore[attr-defined]
            if self.lists:
                ports.record_list(request.auth, self.lists, self.operation_id, request.rows_given)  # type: ignore[attr-defined]
        if not isinstance(result, (Status, HttpResponseBase)):
            result = Status(self.success, result)
        return self._result_to_response(request, result, temporal)

    @property
    def success(self) -> int:
        """The status of an answer that is no refusal: the only one below 300 that the operation declares beside 202, for what waits."""
        known = sorted(int(status) for status in self.response_models if int(status) < 300)
        return next((status for status in known if status != 202), known[0] if known else 200)

    def _refuse(self, request: HttpRequest, actor: Actor, error: Exception, kw: dict[str, Any]) -> HttpResponseBase:
        refusal = as_refusal(error)
        if refusal is None:
            self._record(request, actor, "FAILED", "internal_error", None, kw)
            return self.api.on_exception(request, error)
        if not self._is_read(request) or isinstance(refusal, (Forbidden, NotFound, RateLimited)):
            outcome = "DENIED" if isinstance(refusal, (Forbidden, NotFound, RateLimited)) else "FAILED"
            self._record(request, actor, outcome, refusal.code(), refusal.facts, kw, refusal.afterwards)
        return render(request, refusal)

    def _is_read(self, request: HttpRequest) -> bool:
        return self.reads or request.method in _SAFE

    def _record(
        self,
        request: HttpRequest,
        actor: Actor,
        outcome: str,
        code: str,
        facts: RefusalFacts | None,
        kw: dict[str, Any],
        afterwards: Iterable[Callable[[], None]] = (),
    ) -> None:
        if facts is None:
            subject = next((str(value) for name, value in kw.items() if name.endswith("_id")), "")
            facts = RefusalFacts(
                "VIEW_DENIED" if self._is_read(request) else "WRITE_DENIED", "OPERATION", self.operation_id or "", meta={"subject": subject[:64]}
            )
        with scope(actor):
            ports.record_refusal(actor, facts, outcome, code)
            for act in afterwards:
                act()


class Router(NinjaRouter):
    """A router whose every operation must say `permission=`.

    `while_held=True` keeps an operation open to somebody who must first change a password or set up a second step.
    `takes=` names the token that a call takes before its transaction begins; `counts_rows=True` counts the `items` of the
    answer against the caller's row budget, and `counts_rows="people"` the `people`. `lists="CASE"` leaves one row in the trail for each page, with
    how many records of that type were on it.
    """

    def _verb(self, method: str, path: str, permission: Permission, options: dict[str, Any]) -> Callable[[Any], Any]:
        while_held = bool(options.pop("while_held", False))
        takes, counts_rows, reads = options.pop("takes", None), options.pop("counts_rows", False), options.pop("reads", False)
        lists = str(options.pop("lists", ""))
        if not options.get("operation_id"):
            raise TypeError(f"{method} {path} has no operation_id.")
        if permission.kind == "PUBLIC":
            options["auth"] = None

        def decorate(view: Any) -> Any:
            self.add_api_operation(path, [method], view, **options)
            operation = next(one for views in self.path_operations.values() for one in views.operations if one.view_func is view and method in one.methods)
            operation.__class__ = ActorOperation
            operation.permission = permission  # type: ignore[attr-defined]
            operation.takes, operation.counts_rows, operation.reads = takes, counts_rows, reads  # type: ignore[attr-defined]
            operation.while_held, operation.lists = while_held, lists  # type: ignore[attr-defined]
            name = str(options["operation_id"])
            _declared[name] = Declared(name, method, path, permission, (inspect.getdoc(view) or "").partition("\n")[0])
            return view

        return decorate

    def get(self, path: str, *, permission: Permission, **options: Any) -> Callable[[Any], Any]:  # type: ignore[override]
        """Declare a read."""
        return self._verb("GET", path, permission, options)

    def post(self, path: str, *, permission: Permission, **options: Any) -> Callable[[Any], Any]:  # type: ignore[override]
        """Declare a creation or an action; with `reads`, a read whose question is too private for an address."""
        return self._verb("POST", path, permission, options)

    def patch(self, path: str, *, permission: Permission, **options: Any) -> Callable[[Any], Any]:  # type: ignore[override]
        """Declare a change."""
        return self._verb("PATCH", path, permission, options)

    def put(self, path: str, *, permission: Permission, **options: Any) -> Callable[[Any], Any]:  # type: ignore[override]
        """Declare a replacement."""
        return self._verb("PUT", path, permission, options)

    def delete(self, path: str, *, permission: Permission, **options: Any) -> Callable[[Any], Any]:  # type: ignore[override]
        """Declare a removal or a withdrawal."""
        return self._verb("DELETE", path, permission, options)


def create_api(*, auth: Any, title: str, version: str) -> NinjaAPI:
    """The API with its one way of refusing."""
    api = NinjaAPI(title=title, version=version, auth=auth, docs_url=None, openapi_url=None, urls_namespace="api", parser=Parser())

    def on_error(request: HttpRequest, error: Any) -> HttpResponse:
        refusal = as_refusal(error)
        return fault(request, error) if refusal is None else render(request, refusal)

    for kind in (DomainError, AuthenticationError, ValidationError, HttpError, Exception):
        api.add_exception_handler(kind, on_error)
    return api


def operations(api: NinjaAPI) -> Iterable[tuple[str, str, ActorOperation]]:
    """Every operation of the API as (path, method, operation), for tests and generated documents."""
    for router in api._get_bound_routers():
        for path, view in router.path_operations.items():
            for operation in view.operations:
                for method in operation.methods:
                    yield _CONVERTER.sub("{", f"{router.prefix}{path}"), method, operation  # type: ignore[misc]
