"""Every operation of the API declares its permission, its name and its refusals."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.repository import Finding, relative, start_django

_NAME = re.compile(r"^[a-z][a-z0-9]*(_[a-z0-9]+)+$")
_UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}


def findings() -> list[Finding]:
    """Every operation that leaves something undeclared."""
    start_django()
    from simpul.config.api import api
    from simpul.platform.http import operations

    return list(judge(operations(api)))


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


def _place(view: Any) -> tuple[str, int]:
    code = inspect.unwrap(view).__code__
    try:
        return relative(Path(code.co_filename)), code.co_firstlineno
    except ValueError:
        return code.co_filename, code.co_firstlineno
