"""What the contract tests and the browser tests know of emergency access."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from playwright.sync_api import expect

from simpul.platform import clock
from tests.contract.declared import Contract, Link, Look, Maker
from tests.contract.matrix import Recipe, World, covers
from tests.e2e.harness.looks import heading
from tests.e2e.harness.site import Site
from tests.support import access
from tests.support.database import rows

_NOTE = {"note": "sudah dicocokkan dengan berkas"}


def _decides(role: str | None, subject: str) -> bool:
    """A request of somebody else shows to compliance, and to supervisors of the customer's branch."""
    return covers(role, "break_glass", "A", subject)


def _compliance(role: str | None, subject: str) -> int:
    """What is for compliance only."""
    return 200 if role == "COMPLIANCE" else 403


def _compliance_sees(role: str | None, subject: str) -> bool:
    return role == "COMPLIANCE"


def _waiting(world: World) -> dict[str, Any]:
    return {"request_id": access.requested(world.customer_id).id}


def _open(world: World) -> dict[str, Any]:
    return {"request_id": access.opened(world.customer_id).id}


def _asked(world: World) -> dict[str, Any]:
    return {"customer_id": str(world.customer_id), **access.ASKED, "reason_code": "INCIDENT"}


def _sampled(world: World) -> dict[str, Any]:
    access.viewed(world.customer_id)
    sample = access.drawn(size=1)
    with rows():
        return {"sample_id": sample.id, "item_id": sample.items.get().id}


def _draws(world: World) -> dict[str, Any]:
    access.viewed(world.customer_id)
    present = clock.now()
    return {"since": (present - timedelta(hours=1)).isoformat(), "until": present.isoformat(), "size": 1}


RECIPES: dict[str, Recipe] = {
    "break_glass_options": Recipe(),
    "break_glass_lookup": Recipe(body=lambda world: {"identifier": world.ids["cif"]}),
    "break_glass_list": Recipe(),
    "break_glass_request": Recipe(body=_asked),
    "break_glass_active": Recipe(),
    "break_glass_figures": Recipe(),
    "break_glass_get": Recipe(path=_waiting, subject=True, seen=_decides),
    "break_glass_approve": Recipe(path=_waiting, body=lambda world: _NOTE, subject=True, seen=_decides),
    "break_glass_reject": Recipe(path=_waiting, body=lambda world: _NOTE, subject=True, seen=_decides),
    # The request and the grant are somebody else's: only who asked opens alone, withdraws and ends.
    "break_glass_self_approve": Recipe(path=_waiting, body=lambda world: _NOTE, subject=True, seen=_decides, rule=lambda role, subject: 403),
    "break_glass_withdraw": Recipe(path=_waiting, subject=True, seen=_decides, rule=lambda role, subject: 403),
    "break_glass_end": Recipe(path=_open, subject=True, seen=_decides, rule=lambda role, subject: 403),
    # Another compliance officer approved: a supervisor revokes what the same supervisor approved.
    "break_glass_revoke": Recipe(path=_open, body=lambda world: _NOTE, subject=True, seen=_decides, rule=_compliance),
    "break_glass_acts": Recipe(path=_open, subject=True, seen=_decides, rule=_compliance),
    "break_glass_review": Recipe(path=_open, body=lambda world: {"verdict": "FINE", **_NOTE}, subject=True, seen=_decides, rule=_compliance),
    "break_glass_samples": Recipe(),
    "break_glass_sample_draw": Recipe(body=_draws, rule=_compliance),
    "break_glass_sample_get": Recipe(path=_sampled, subject=True, seen=_compliance_sees),
    # Somebody else drew the sample.
    "break_glass_finding": Recipe(path=_sampled, body=lambda world: {"finding": "FINE"}, subject=True, seen=_compliance_sees, rule=lambda role, subject: 403),
}

# Functions that run with their owner's rights. simpul_search passes by row-level security, so each of its functions
# either answers about the caller only or applies the caller's scope itself.
BORROWED_RIGHTS: dict[str, tuple[str, str]] = {
    "crm.place_access_request()": ("simpul_search", "a trigger: the branch of the customer whom a request for access names"),
    "crm.follow_access_request()": ("simpul_search", "a trigger: an approved request for access is the elevation of who asked, and ends it"),
}


def _access(site: Site, record: Callable[[str], str]) -> str:
    """A request for emergency access that the demonstration made."""
    return str(site.rows("SELECT request_id FROM crm.break_glass_requests ORDER BY requested_at LIMIT 1")[0]["request_id"])


def _sample(site: Site, record: Callable[[str], str]) -> str:
    """A sample that the demonstration drew."""
    return str(site.rows("SELECT sample_id FROM crm.break_glass_samples ORDER BY sample_id LIMIT 1")[0]["sample_id"])


RECORDS: dict[str, Maker] = {"access": _access, "sample": _sample}
PAGES = {
    "emergency access": Look("COMPLIANCE", "/break-glass?view=all", lambda page: expect(page.get_by_role("listitem").first).to_be_visible()),
    "request for access": Look("COMPLIANCE", "/break-glass/{access}", heading("")),
    "samples": Look("COMPLIANCE", "/break-glass/samples", lambda page: expect(page.get_by_role("listitem").first).to_be_visible()),
    "sample": Look("COMPLIANCE", "/break-glass/samples/{sample}", heading("")),
}
LINKS = (Link("Akses darurat", "/break-glass", 70, ["SUPERVISOR", "COMPLIANCE", "ADMIN"], "control", short="Darurat"),)

CONTRACT = Contract(
    recipes=RECIPES,
    borrowed_rights=BORROWED_RIGHTS,
    pages=PAGES,
    records=RECORDS,
    links=LINKS,
)
