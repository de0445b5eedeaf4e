"""What the contract tests and the browser tests know of documents."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from simpul.customers.models import Customer
from simpul.platform.ids import uuid7
from tests.contract.declared import Contract, Look, Tab
from tests.contract.matrix import Recipe, World, covers
from tests.e2e.harness.looks import record
from tests.support import documents
from tests.support.database import rows


def _papers(world: World) -> str:
    return f"?subject_type=CUSTOMER&subject_id={world.customer_id}"


def _paper(world: World) -> dict[str, Any]:
    """A letter of the customer that a supervisor attached, or that lies in another branch."""
    with rows():
        served = Customer.objects.get(pk=world.customer_id).home_branch_code == "MDN"
    if not served:
        return {"document_id": documents.elsewhere(world.customer_id)}
    content = f"Catatan {uuid7()}".encode()
    return {"document_id": documents.attached(world.customer_id, by="supervisor_mdn", content=content, file_name="catatan.txt").id}


def _sees_papers(role: str | None, subject: str) -> bool:
    """Roles that see the whole of the customer; a steward beyond the own branch reads the name masked."""
    return covers(role, "customer", "R", subject) and role != "FINANCE" and not (role == "DATA_STEWARD" and subject == "other")


def _lists_papers(role: str | None, subject: str) -> int:
    return 200 if _sees_papers(role, subject) else 403


def _hides(role: str | None, subject: str) -> int:
    """Supervisors of the branch and data stewards."""
    return 200 if role in ("SUPERVISOR", "DATA_STEWARD") else 403


RECIPES: dict[str, Recipe] = {
    "documents_list": Recipe(query=_papers, subject=True, rule=_lists_papers),
    "documents_attach": Recipe(
        body=lambda world: {"subject_type": "CUSTOMER", "subject_id": str(world.customer_id), "kind": "LETTER", "title": "Surat kuasa"},
        files=lambda world: {"file": SimpleUploadedFile("surat.txt", f"Catatan {uuid7()}".encode())},
        subject=True,
        rule=_lists_papers,
    ),
    "documents_get": Recipe(path=_paper, subject=True, seen=_sees_papers),
    "documents_download": Recipe(path=_paper, subject=True, seen=_sees_papers),
    "documents_hide": Recipe(path=_paper, body=lambda world: {"reason": "salah lampir berkas"}, subject=True, seen=_sees_papers, rule=_hides),
}

# Functions that run with their owner's rights. simpul_search passes by row-level security, so each of its functions
# either answers about the caller only or applies the caller's scope itself.
BORROWED_RIGHTS: dict[str, tuple[str, str]] = {
    "iam.resources_reached(asked_action text, at_least integer)": ("simpul_search", "of the caller only"),
    "crm.addresses_in_use(asked text[])": ("simpul_search", "which files of the document store are still named by a row; addresses tell nothing"),
}


PAGES = {
    "documents": Look("AGENT", "/customers/{budi}?tab=documents", record("Dokumen")),
}
TABS = (Tab("Dokumen", 40),)

CONTRACT = Contract(
    recipes=RECIPES,
    borrowed_rights=BORROWED_RIGHTS,
    pages=PAGES,
    tabs=TABS,
)
