"""Every operation of the API declares its permission, its name and its refusals, and no two of its schemas share a name."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from tools.repository import Finding, relative, start_django

if TYPE_CHECKING:
    from ninja import Schema

_NAME = re.compile(r"^[a-z][a-z0-9]*(_[a-z0-9]+)+$")
_UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}


def findings() -> list[Finding]:
    """Every operation that leaves something undeclared."""
    start_django()
    from simpul.config.api import api
    from simpul.platform.http import operations

    return [*judge(operations(api)), *judge_schemas(declared_schemas())]


def judge(operations: Any) -> Iterator[Finding]:
    """The findings over (path, method, operation) triples."""
    from simpul.iam.grants import resources
    from simpul.platform.http import ActorOperation

    seen: dict[str, str] = {}
    for path, method, operation in operations:
        where, line = _place(operation.view_func)
        name = operation.operation_id or ""

        def found(message: str, where: str = where, line: int = line, method: str = method, path: str = path) -> Finding:
            return Finding(where, line, f"{method} {path} {message}")

        if not isinstance(operation, ActorOperation) or not hasattr(operation, "permission"):
            yield found("declares no permission: declare it on a Router of simpul.platform.http")
            continue
        permission = operation.permission
        if permission.kind == "GRANT" and permission.resource not in resources():
            yield found(f"needs {permission.resource!r}, which is no resource of the grant table")
        if permission.kind == "PUBLIC" and not permission.why.strip():
            yield found("is public without a reason")
        if not _NAME.match(name):
            yield found(f"has the operation_id {name!r}; write noun_verb in small letters")
        if name in seen:
            yield found(f"shares its operation_id with {seen[name]}")
        seen[name] = f"{method} {path}"
        missing = {401, 403, 404, 422} - set(operation.response_models)
        if permission.kind != "PUBLIC" and missing:
            yield found("declares no refusals: add **problems(...) to its responses")
        # The edge checks the CSRF token of these as well; what proves the caller is then a secret, which must not be guessed.
        if permission.kind == "PUBLIC" and method in _UNSAFE and operation.takes is None:
            yield found("changes something and is public: limit its tries by takes=, since no session proves who asks")
        if not (inspect.getdoc(operation.view_func) or "").strip():
            yield found("has no docstring, which is what the API's description says")


def declared_schemas() -> Iterator[type[Schema]]:
    """Every schema that the product declares."""
    from ninja import Schema

    waiting = [Schema]
    while waiting:
        derived = waiting.pop().__subclasses__()
        waiting += derived
        yield from (each for each in derived if each.__module__.startswith("simpul."))


def judge_schemas(declared: Iterable[type[Schema]]) -> Iterator[Finding]:
    """Where two schemas, or choices within them, share a name: in openapi.json one silently takes the place of the other."""
    named: dict[str, set[type]] = {}
    for schema in declared:
        for each in (schema, *(choice for field in schema.model_fields.values() for choice in _choices(field.annotation))):
            named.setdefault(each.__name__, set()).add(each)
    for name, sharing in sorted(named.items()):
        (path, line), *others = sorted((_within(inspect.getfile(each)), inspect.getsourcelines(each)[1]) for each in sharing)
        if others:
            places = " and in ".join(f"{other}:{at}" for other, at in others)
            yield Finding(path, line, f"the API's schema {name} stands in {places} as well; call one otherwise")


def _choices(annotation: Any) -> Iterator[type[Enum]]:
    """The enumerations in the type of a field."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        yield annotation
    for inner in get_args(annotation):
        yield from _choices(inner)


def _place(view: Any) -> tuple[str, int]:
    code = inspect.unwrap(view).__code__
    return _within(code.co_filename), code.co_firstlineno


def _within(file: str) -> str:
    try:
        return relative(Path(file))
    except ValueError:
        return file
