"""What the contract tests and the browser tests know of stewardship."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from playwright.sync_api import Page, expect

from simpul.customers.models import Customer
from simpul.iam.public import system_actor
from simpul.platform import crypto
from simpul.platform.clock import now
from simpul.stewardship.models import DataBreach, ImpactAssessment, LegalHold, ProcessingLimit, RightsPack, RightsRequest
from simpul.stewardship.vocabulary import WORKFLOW
from simpul.workflow.public import adopt
from tests.contract.declared import Contract, Link, Look, Maker, Tab
from tests.contract.matrix import Recipe, World, covers
from tests.e2e.harness.looks import DIALOG, clicked, heading, record, refused
from tests.e2e.harness.site import Site
from tests.support import people
from tests.support.database import rows

OUTCOME = "Disampaikan kepada nasabah di kantor cabang."


def request_of(customer_id: UUID, kind: str = "RESTRICTION", status: str = "IN_PROGRESS", **fields: Any) -> RightsRequest:
    """A request about a customer that somebody who works elsewhere wrote down and works on."""
    at, user = now(), people.user_id("agent_bnj")
    with rows():
        branch = Customer.objects.get(pk=customer_id).home_branch_code
        RightsRequest.objects.filter(customer_id=customer_id, kind=kind, closed_at=None).update(status="WITHDRAWN", closed_at=at, closed_by=user)
        made = RightsRequest.objects.create(
            customer_id=customer_id, branch_code=branch, kind=kind, received_by="BRANCH", received_at=at, due_at=at + timedelta(hours=72), created_by=user,
            **{"owner_id": user, "verification_method": "IN_PERSON", "status": status, **fields},
        )  # fmt: skip
        adopt(actor=system_actor(), definition=WORKFLOW)
    return made


def _request(kind: str = "RESTRICTION", status: str = "IN_PROGRESS", **fields: Any) -> Any:
    return lambda world: {"request_id": request_of(world.customer_id, kind, status, **fields).id}


def _waiting(world: World) -> dict[str, Any]:
    return {"request_id": request_of(world.customer_id, "ACCESS", "WAITING_APPROVAL", handled_by=people.user_id("agent_bnj"), handled_at=now()).id}


def _sees(role: str | None, subject: str) -> bool:
    """Somebody else wrote it down and owns it: it shows to whoever reads the requests of the branch."""
    return covers(role, "rights_request", "R", subject)


def _verifies(role: str | None, subject: str) -> int:
    """Whoever works on it is asked for a verification of their own, and this is nobody's."""
    return 404 if covers(role, "rights_request", "U", subject) else 403


def _ready(world: World) -> dict[str, Any]:
    """An approved request whose pack is ready."""
    at, other = now(), people.user_id("agent_bnj")
    done = {"handled_by": other, "handled_at": at, "approved_by": people.user_id("compliance"), "closed_at": at, "closed_by": people.user_id("compliance")}
    made = request_of(world.customer_id, "PORTABILITY", "DONE", **done)
    with rows():
        sealed = crypto.encrypt("UEs=", f"rights_pack:{made.id}")
        RightsPack.objects.create(request=made, status="READY", sealed=sealed, sha256="0" * 64, size=2, made_at=at, expires_at=at + timedelta(days=7))
    return {"request_id": made.id}


def limit_of(customer_id: UUID, kind: str = "OBJECTION") -> ProcessingLimit:
    """A limit that stands for a customer."""
    at, user = now(), people.user_id("agent_bnj")
    made = request_of(customer_id, kind, "DONE", handled_by=user, handled_at=at, closed_at=at, closed_by=user)
    with rows():
        return ProcessingLimit.objects.create(customer_id=customer_id, branch_code=made.branch_code, kind=kind, request=made, started_at=at, started_by=user)


def hold_of(customer_id: UUID) -> LegalHold:
    """A legal hold on a customer's data."""
    with rows():
        branch = Customer.objects.get(pk=customer_id).home_branch_code
        return LegalHold.objects.create(
            customer_id=customer_id, branch_code=branch, reason="Perkara nomor 12/2026.", placed_by=people.user_id("compliance"), placed_at=now()
        )


def _limit(world: World) -> dict[str, Any]:
    return {"limit_id": limit_of(world.customer_id).id}


def _hold(world: World) -> dict[str, Any]:
    return {"hold_id": hold_of(world.customer_id).id}


def _limit_seen(role: str | None, subject: str) -> bool:
    """Whoever reaches the customer learns of a limit, and whoever reads the requests of the branch."""
    return covers(role, "customer", "R", subject) or covers(role, "rights_request", "R", subject)


def _compliance(role: str | None, subject: str) -> bool:
    return covers(role, "data_protection", "R", subject)


def _downloads(role: str | None, subject: str) -> int:
    return 200 if covers(role, "rights_request", "U", subject) else 403


def breach_of(branch: str = "MDN") -> DataBreach:
    """An open breach in a branch, of which everybody was told."""
    at = now()
    with rows():
        return DataBreach.objects.create(
            title="Daftar nasabah terkirim keliru", description="Berkas terkirim ke alamat yang salah.", data_kinds=["CONTACT"], discovered_at=at,
            due_at=at + timedelta(hours=72), began_at=at - timedelta(hours=2), ended_at=at, branch_code=branch, authority_told_at=at, persons_told_at=at,
            created_by=people.user_id("compliance"),
        )  # fmt: skip


ASSESSED = {
    "kind": "SEGMENTATION", "title": "Segmentasi penawaran", "purpose": "Memilih penawaran yang sesuai.", "data_used": "Produk dan transaksi nasabah.",
    "risk": "Nasabah merasa diawasi.", "measures": "Hanya dengan persetujuan nasabah.", "review_on": "2199-12-31",
}  # fmt: skip


def assessment_of() -> ImpactAssessment:
    """An assessment that a colleague wrote and nobody decided about."""
    with rows():
        return ImpactAssessment.objects.create(**ASSESSED, created_by=people.user_id("admin"))


def _breach(world: World) -> dict[str, Any]:
    return {"breach_id": breach_of().id}


def _assessment(world: World) -> dict[str, Any]:
    return {"assessment_id": assessment_of().id}


def _breached(world: World) -> dict[str, Any]:
    at = now().isoformat()
    return {
        "title": "Daftar terkirim keliru", "description": "Berkas terkirim ke alamat yang salah.", "data_kinds": ["CONTACT"], "discovered_at": at,
        "began_at": at, "ended_at": at, "branch_code": "MDN",
    }  # fmt: skip


BORROWED_RIGHTS: dict[str, tuple[str, str]] = {
    "crm.erase_person(asked_request uuid)": (
        "simpul_search",
        "on an approved request of a branch that the caller approves for, and by another than who carried it out",
    ),
}
RECIPES: dict[str, Recipe] = {
    "rights_requests_list": Recipe(),
    "rights_requests_create": Recipe(
        body=lambda world: {"customer_id": str(world.customer_id), "kind": "RESTRICTION", "received_by": "BRANCH", "details": "Diminta di kantor."},
        subject=True,
    ),
    "rights_requests_get": Recipe(path=_request(), subject=True, seen=_sees),
    "rights_requests_owners": Recipe(path=_request(), subject=True, seen=_sees),
    "rights_requests_verify": Recipe(
        path=_request(verification_method=None), body=lambda world: {"verification_id": str(uuid4())}, subject=True, seen=_sees, rule=_verifies
    ),
    "rights_requests_assign": Recipe(path=_request(), body=lambda world: {"owner_id": str(people.user_id("compliance"))}, subject=True, seen=_sees),
    "rights_requests_complete": Recipe(path=_request(), body=lambda world: {"outcome": OUTCOME}, subject=True, seen=_sees),
    "rights_requests_approve": Recipe(path=_waiting, body=lambda world: {}, subject=True, seen=_sees),
    "rights_requests_return": Recipe(path=_waiting, body=lambda world: {"note": "Lampirkan tanda terima."}, subject=True, seen=_sees),
    "rights_requests_refuse": Recipe(path=_request(), body=lambda world: {"code": "UNFOUNDED"}, subject=True, seen=_sees),
    "rights_requests_withdraw": Recipe(path=_request(), subject=True, seen=_sees),
    "rights_requests_pack": Recipe(path=_ready, subject=True, seen=_sees, rule=_downloads),
    "processing_limits_list": Recipe(),
    "processing_limits_end": Recipe(path=_limit, body=lambda world: {"reason": "Nasabah mencabut keberatannya."}, subject=True, seen=_limit_seen),
    "processing_limits_review": Recipe(path=_limit, body=lambda world: {"note": "Tidak ada keputusan otomatis."}, subject=True, seen=_limit_seen),
    "data_breaches_list": Recipe(),
    "data_breaches_create": Recipe(body=_breached),
    "data_breaches_get": Recipe(path=_breach),
    "data_breaches_update": Recipe(path=_breach, body=lambda world: {"version": 1, "description": "Berkas terkirim ke alamat lain."}),
    "data_breaches_close": Recipe(path=_breach),
    "data_breaches_customers": Recipe(path=_breach),
    "impact_assessments_list": Recipe(),
    "impact_assessments_create": Recipe(body=lambda world: ASSESSED),
    "impact_assessments_update": Recipe(path=_assessment, body=lambda world: {**ASSESSED, "version": 1}),
    "impact_assessments_decide": Recipe(path=_assessment, body=lambda world: {"approved": True}),
    "legal_holds_list": Recipe(),
    "legal_holds_create": Recipe(
        body=lambda world: {"customer_id": str(world.customer_id), "reason": "Perkara nomor 12/2026."}, subject=True, seen=_compliance
    ),
    "legal_holds_lift": Recipe(path=_hold, body=lambda world: {"reason": "Perkara sudah diputus."}, subject=True, seen=_compliance),
}


def _one(site: Site, record: Callable[[str], str]) -> str:
    """An open request of Budi for access, which an agent wrote down."""
    known = site.rows("SELECT request_id FROM crm.rights_requests WHERE customer_id = %s AND kind = 'ACCESS' AND closed_at IS NULL LIMIT 1", record("budi"))
    if known:
        return str(known[0]["request_id"])
    body = {"customer_id": record("budi"), "kind": "ACCESS", "received_by": "BRANCH", "details": "Meminta salinan semua data."}
    return str(site.call(site.login("AGENT"), "POST", "/rights-requests", body)["request_id"])


def listed(page: Page) -> None:
    expect(page.locator("[data-row]").first).to_be_visible()


RECORDS: dict[str, Maker] = {"rights_request": _one}
PAGES = {
    "rights requests": Look("SUPERVISOR", "/rights-requests", listed, after="rights_request"),
    "no rights requests": Look(
        "AGENT",
        "/rights-requests?customer=01920000-0000-7000-8000-000000000000",
        lambda page: expect(page.get_by_text("Tidak ada permintaan yang cocok")).to_be_visible(),
    ),
    "receiving a rights request": Look("AGENT", "/rights-requests", clicked("Catat permintaan", "Catat permintaan"), within=DIALOG),
    "rights request": Look("SUPERVISOR", "/rights-requests/{rights_request}", heading("Akses data")),
    "refusing a rights request": Look("SUPERVISOR", "/rights-requests/{rights_request}", clicked("Tolak", "Tolak"), within=DIALOG),
    "rights of a customer": Look("AGENT", "/customers/{budi}?tab=rights", record("Hak pribadi"), after="rights_request"),
    "limits on data": Look("COMPLIANCE", "/rights-requests?view=limits", heading("Hak data pribadi")),
    "legal holds": Look("COMPLIANCE", "/rights-requests?view=holds", heading("Hak data pribadi")),
    "data breaches": Look("COMPLIANCE", "/rights-requests?view=breaches", heading("Hak data pribadi")),
    "recording a breach": Look("COMPLIANCE", "/rights-requests?view=breaches", clicked("Catat kebocoran", "Catat kebocoran"), within=DIALOG),
    "impact assessments": Look("COMPLIANCE", "/rights-requests?view=assessments", heading("Hak data pribadi")),
    "writing an assessment": Look(
        "COMPLIANCE", "/rights-requests?view=assessments", clicked("Tulis penilaian dampak", "Tulis penilaian dampak"), within=DIALOG
    ),
    "rights requests refused": Look("DIRECTOR", "/rights-requests", refused, (403,)),
}
LINKS = (Link("Hak data pribadi", "/rights-requests", 44, ["SUPERVISOR", "AGENT", "COMPLIANCE"], "work", short="Hak data"),)
TABS = (Tab("Hak pribadi", 38),)

CONTRACT = Contract(
    recipes=RECIPES,
    borrowed_rights=BORROWED_RIGHTS,
    system_views={"crm.segment_limits": "whose processing is limited, for segments: no reason"},
    pages=PAGES,
    records=RECORDS,
    links=LINKS,
    tabs=TABS,
)
