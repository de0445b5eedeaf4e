"""What the contract tests and the browser tests know of consent."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from playwright.sync_api import Page, expect

from simpul.consent.models import ConsentPurpose, ConsentRequest, ConsentVerification, ConsentWording
from simpul.customers.models import Customer
from simpul.iam.public import system_actor
from simpul.platform.clock import now
from simpul.platform.ids import uuid7
from simpul.workflow.public import adopt
from tests.contract.declared import Contract, Link, Look, Tab
from tests.contract.matrix import Recipe, World, covers
from tests.e2e.harness.looks import DIALOG, heading, record, refused
from tests.support import people
from tests.support.database import rows


def waiting(customer_id: UUID, *, by: str = "agent_bnj", purpose: str = "PROFILING") -> ConsentRequest:
    """A grant that waits for a supervisor, by default of a colleague who works elsewhere."""
    at, user = now(), people.user_id(by)
    with rows():
        if standing := ConsentRequest.objects.filter(customer_id=customer_id, consent_type=purpose, status="PENDING").first():
            return standing
        verification = ConsentVerification.objects.create(
            customer_id=customer_id, method="IN_PERSON", started_by=user, started_at=at, verified_at=at, expires_at=at + timedelta(minutes=15)
        )
        made = ConsentRequest.objects.create(
            id=uuid7(), customer_id=customer_id, branch_code=Customer.objects.get(pk=customer_id).home_branch_code, consent_type=purpose,
            wording=ConsentWording.objects.get(purpose_id=purpose), captured_channel="BRANCH", verification=verification, requested_by=user, requested_at=at,
        )  # fmt: skip
        adopt(actor=system_actor(), definition="consent_change")
    return made


def _request(world: World) -> dict[str, Any]:
    return {"request_id": waiting(world.customer_id).id}


def _sees(role: str | None, subject: str) -> bool:
    """A grant for the status alone opens no request."""
    return role != "MARKETING" and covers(role, "consent", "R", subject)


def _reads(role: str | None, subject: str) -> int:
    """Stewards and finance reach the customer, but no consents."""
    return 200 if _sees(role, subject) else 403


def _changes(role: str | None, subject: str) -> int:
    """Whoever may change one is asked for a verification of their own, and this is nobody's."""
    return 404 if covers(role, "consent", "U", subject) else 403


def _verifies(role: str | None, subject: str) -> int:
    return 200 if covers(role, "consent", "U", subject) else 403


def _change(world: World) -> dict[str, Any]:
    return {"verification_id": str(uuid4()), "consent_type": "MARKETING", "status": "WITHDRAWN", "captured_channel": "BRANCH"}


def _key(world: World) -> dict[str, Any]:
    with rows():
        ConsentPurpose.objects.get_or_create(
            key="NEWSLETTER", defaults={"name_id": "Buletin", "name_en": "Newsletter", "position": 9, "updated_by": people.user_id("admin")}
        )
    return {"key": "NEWSLETTER"}


_TEXT = "Saya setuju menerima buletin bulanan lewat e-mail."
_NAMED = {"name_id": "Buletin", "name_en": "Newsletter", "needs_approval": False}
RECIPES: dict[str, Recipe] = {
    "consents_list": Recipe(subject=True, rule=_reads),
    "consents_history": Recipe(subject=True, rule=_reads),
    "consents_change": Recipe(body=_change, subject=True, rule=_changes),
    "consent_verifications_create": Recipe(body=lambda world: {"method": "IN_PERSON"}, subject=True, rule=_verifies),
    "consent_verifications_answer": Recipe(
        path=lambda world: {"verification_id": uuid4()}, body=lambda world: {"code": "123456"}, rule=lambda role, subject: 404
    ),
    "consents_register": Recipe(),
    "consents_summary": Recipe(),
    "consent_requests_list": Recipe(),
    "consent_requests_approve": Recipe(path=_request, body=lambda world: {}, subject=True, seen=_sees),
    "consent_requests_reject": Recipe(path=_request, body=lambda world: {"note": "Naskah tidak dibacakan."}, subject=True, seen=_sees),
    # The request is somebody else's, and only who asked may take it back.
    "consent_requests_withdraw": Recipe(path=_request, subject=True, seen=_sees, rule=lambda role, subject: 403),
    "consent_purposes_list": Recipe(),
    "consent_purposes_create": Recipe(body=lambda world: {"key": f"P{uuid4().hex[:8].upper()}", **_NAMED}),
    "consent_purposes_update": Recipe(path=_key, body=lambda world: {"version": 1, "is_active": True, **_NAMED}),
    "consent_wordings_list": Recipe(path=_key),
    "consent_wordings_create": Recipe(path=_key, body=lambda world: {"after": 0, "text_id": _TEXT, "text_en": _TEXT}),
}
BORROWED_RIGHTS: dict[str, tuple[str, str]] = {
    "crm.masked_names(wanted uuid[])": ("simpul_search", "masked in the function, for who reads all consents"),
    "iam.works_in_marketing()": ("simpul_search", "of the caller only"),
}


def recorded(page: Page) -> None:
    """A grant is being recorded, by questions."""
    page.get_by_role("button", name="Catat setuju: Penawaran dan promosi").click()
    dialog = page.get_by_role("dialog", name="Catat setuju: Penawaran dan promosi")
    dialog.get_by_text("Pertanyaan", exact=True).click()
    expect(dialog.get_by_label("Tanggal lahir")).to_be_visible()


def published(page: Page) -> None:
    """The next version of a text is being written."""
    page.get_by_role("button", name="Terbitkan naskah: Penawaran dan promosi").click()
    expect(page.get_by_role("dialog").get_by_label("Naskah (Indonesia)")).to_be_visible()


PAGES = {
    "consents of a customer": Look("AGENT", "/customers/{budi}?tab=consent", record("Persetujuan")),
    "recording a consent": Look("AGENT", "/customers/{budi}?tab=consent", recorded, within=DIALOG),
    "consents that wait": Look("SUPERVISOR", "/consents", heading("Persetujuan")),
    "register of consents": Look("COMPLIANCE", "/consents?view=register", heading("Persetujuan")),
    "consents refused": Look("DIRECTOR", "/consents", refused, (403,)),
    "purposes of consent": Look("ADMIN", "/consent-purposes", heading("Tujuan persetujuan")),
    "publishing a wording": Look("ADMIN", "/consent-purposes", published, within=DIALOG),
}
LINKS = (
    Link("Persetujuan", "/consents", 42, ["SUPERVISOR", "AGENT", "COMPLIANCE"], "work"),
    Link("Tujuan persetujuan", "/consent-purposes", 142, ["COMPLIANCE", "ADMIN"], "configuration", short="Tujuan"),
)
TABS = (Tab("Persetujuan", 35),)

CONTRACT = Contract(
    recipes=RECIPES,
    borrowed_rights=BORROWED_RIGHTS,
    system_views={"crm.segment_consents": "what customers said, for segments: no text, no proof"},
    pages=PAGES,
    links=LINKS,
    tabs=TABS,
)
