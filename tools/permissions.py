"""docs/permissions.md: the shipped grants and what each operation needs, made from the tables that the product runs on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tools.documents import run
from tools.repository import ROOT, start_django

DOCUMENT = ROOT / "docs" / "permissions.md"
_HEAD = """# Permissions

Generated from the domains' manifests, `simpul/iam/grants.py` and the API's operations by `make generate`.

A permission is a resource, an action and a reach. Actions: R read, C create, U update, A assign, approve or escalate,
X export, B bulk, M manage; `X?` must be switched on for each user by name. Reach: OWN (I made it or hold it) < PORTFOLIO
(the customer is mine) < BRANCH (my active branch and unit scopes) < ALL. No grant, no access; several roles add up. What
stands in brackets narrows a grant further. These are the grants that a new installation starts with: they are rows of
`iam.grants`, and an edit there works in the next transaction.

Every grant holds twice: the service layer asks a policy, and row-level security asks `iam.reach(resource, action)`.
"""


def render() -> dict[Path, str]:
    """The document."""
    start_django()
    lines = [_HEAD, *_roles(), *_grants(), *_operations()]
    return {DOCUMENT: "\n".join(lines) + "\n"}


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    head = list(head)
    return ["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *("| " + " | ".join(row) + " |" for row in rows), ""]


def _roles() -> list[str]:
    from simpul.iam.grants import ROLES

    return [
        "## Roles",
        "",
        *_table(("role", "Indonesian", "English", "home page"), ((f"`{key}`", name, name_en, f"`{home}`") for key, (name, name_en, home) in ROLES.items())),
    ]


def _grants() -> list[str]:
    from simpul.iam.grants import ROLES, shipped_grants

    cells: dict[tuple[str, str], dict[tuple[str, str], str]] = defaultdict(dict)
    for grant in shipped_grants():
        place = (grant.reach.name, grant.limit)
        cells[grant.resource, grant.role_key].setdefault(place, "")
        cells[grant.resource, grant.role_key][place] += grant.action + ("?" if grant.per_user else "")
    resources = list(dict.fromkeys(resource for resource, _ in cells))

    def cell(resource: str, role: str) -> str:
        parts = [f"{actions} {reach}{f' ({limit})' if limit else ''}" for (reach, limit), actions in cells.get((resource, role), {}).items()]
        return "; ".join(parts) or "-"

    return ["## Grants", "", *_table(("resource", *ROLES), ((f"`{resource}`", *(cell(resource, role) for role in ROLES)) for resource in resources))]


def _operations() -> list[str]:
    from simpul.config.api import api
    from simpul.platform.http import operations

    rows = sorted(
        (operation.operation_id or "", method, path if path.startswith("/") else f"/{path}", _needed(operation.permission))
        for path, method, operation in operations(api)
    )
    head = ("operation", "request", "needs")
    return ["## Operations", "", *_table(head, ((f"`{name}`", f"`{method} /api/v1{path}`", needed) for name, method, path, needed in rows))]


def _needed(permission: object) -> str:
    from simpul.platform.http import Permission

    assert isinstance(permission, Permission)
    if permission.kind == "GRANT":
        return f"{' or '.join(permission.acts)} on `{permission.resource}`" + (", or an elevation" if permission.or_elevated else "")
    return f"nothing: {permission.why}" if permission.kind == "PUBLIC" else "a session"


if __name__ == "__main__":
    run(render, gate="docs/permissions.md")
