"""What a case would be, before it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simpul.cases.levels.inforce import Promise
from simpul.cases.models import CaseCategory
from simpul.cases.receiving import Route, route_wording
from simpul.cases.selectors.duplicates import Duplicate
from simpul.cases.vocabulary import Kind
from simpul.iam.public import branches, people, units
from simpul.platform.text import Text


@dataclass(frozen=True)
class Preview:
    """What a case would be, were it opened now. `reason` says why none can be; `kind` is None where it has to be asked first."""

    branch_code: str
    kind: Kind | None
    reason: Text | None
    promise: Promise | None
    due: Mapping[str, Any]
    route: Route | None
    receipt_channel: str | None
    duplicates: list[Duplicate]


def preview_row(found: Preview) -> dict[str, Any]:
    """The same as its reader sees it."""
    places, names = branches(), units()
    categories = {row.code: row for row in CaseCategory.objects.filter(pk__in={one.category for one in found.duplicates})}
    unit = found.route.unit_code if found.route else None
    chosen = people([found.route.assignee_id]) if found.route and found.route.assignee_id else {}
    return {
        "branch": {"code": found.branch_code, "name": places[found.branch_code].name},
        "kind": found.kind.value if found.kind else None,
        "covered": found.promise is not None,
        "reason": str(found.reason) if found.reason else None,
        **{name: found.due.get(name) for name in ("sla_due_at", "first_response_due_at", "legal_due_at")},
        "policy": f"{found.promise.policy} {found.promise.number}" if found.promise else None,
        "unit": {"code": unit, "name": names[unit].name if unit in names else unit} if unit else None,
        "assignee": next(({"id": one.id, "full_name": one.full_name} for one in chosen.values()), None),
        "assignee_reason": route_wording(found.route.why, found.route.figures) if found.route else None,
        "receipt_channel": found.receipt_channel,
        "duplicates": [
            {
                "id": one.id,
                "case_no": one.case_no,
                "status": one.status,
                "created_at": one.created_at,
                "category": _category(categories[one.category]),
                "excerpt": one.excerpt,
                "likeness": one.likeness,
            }
            for one in found.duplicates
        ],
    }


def _category(row: CaseCategory) -> dict[str, Any]:
    return {"code": row.code, "name": str(Text(id=row.category_name, en=row.name_en)), "sensitive": row.is_sensitive, "parent": row.parent_id}
