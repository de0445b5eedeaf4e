"""The receipt of a case: there at once, drawn when it is first needed, and never other than what was recorded."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from pypdf import PdfReader

from simpul.cases.receiving import Complaint
from simpul.cases.services.intake import case_create
from simpul.cases.vocabulary import Channel, Priority
from simpul.documents.models import Document, DocumentVersion
from simpul.documents.public import document_open, document_page
from simpul.documents.tasks import make_waiting
from simpul.platform.db import execute, scope
from tests.customers.test_concurrency import together
from tests.support import customers, people
from tests.support.database import rows
from tests.support.documents import body, files

TEXT = "Transfer ke bank lain gagal, saldo terpotong."


@pytest.fixture
def store(tmp_path: Path, settings: Any) -> Path:
    """The directory of the store."""
    settings.UPLOADS_DIR = tmp_path / "uploads"
    return tmp_path / "uploads"


def opened(branch: str = "MDN") -> tuple[Any, Any]:
    """A case of the agent of Medan, and that agent."""
    found = customers.customer("Rahmat Siregar", branch, phone_e164="+6281260001001")
    agent = people.actor("agent_mdn")
    with scope(agent):
        return case_create(actor=agent, complaint=Complaint(found.id, Channel.CALL_CENTER, "TRX_FAIL", Priority.LOW, TEXT)), agent


def paper(agent: Any, document_id: UUID) -> bytes:
    with scope(agent):
        return b"".join(document_open(actor=agent, document_id=document_id).chunks)


def words(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def receipt_of(case: Any) -> Document:
    with rows():
        return Document.objects.get(subject_type="CASE", subject_id=str(case.id))


@pytest.mark.django_db
def test_a_receipt_can_be_downloaded_at_once_and_bears_the_number(organisation, store, client_of):
    browser = client_of("agent_mdn")
    found = customers.customer("Rahmat Siregar", "MDN")
    made = browser.api("POST", "/cases", {"customer_id": str(found.id), "channel": "CALL_CENTER", "category_code": "TRX_FAIL", "priority": "LOW", "description": TEXT}).json()  # fmt: skip
    assert files(store) == []

    given = browser.get(f"/api/v1/documents/{made['content']['receipt']['document_id']}/content")

    assert given.status_code == 200 and given["Content-Type"] == "application/pdf"
    assert f"Tanda terima {made['case_no']}.pdf" in given["Content-Disposition"].replace("%20", " ")
    told = words(body(given))
    for part in (made["case_no"], "R*** S***", "Transaksi gagal", TEXT, "Rendah"):
        assert part in told, part
    assert [len(files(store)), given["Content-Length"]] == [1, str(len(body_again(browser, made)))]


def body_again(browser: Any, made: Any) -> bytes:
    return body(browser.get(f"/api/v1/documents/{made['content']['receipt']['document_id']}/content"))


@pytest.mark.django_db
def test_it_is_listed_with_its_number_before_it_is_drawn_and_with_its_size_after(organisation, store):
    case, agent = opened()

    with scope(agent):
        before = document_page(actor=agent, subject_type="CASE", subject_id=str(case.id))["items"][0]
    drawn = paper(agent, before.id)
    with scope(agent):
        after = document_page(actor=agent, subject_type="CASE", subject_id=str(case.id))["items"][0]

    assert (before.title, before.file_name, before.size, before.rendered) == (
        f"Tanda terima pengaduan {case.case_no}", f"Tanda terima {case.case_no}.pdf", None, True,
    )  # fmt: skip
    assert (after.title, after.file_name, after.size) == (before.title, before.file_name, len(drawn))


@pytest.mark.django_db
def test_what_changes_before_it_is_drawn_does_not_reach_it(organisation, store):
    case, agent = opened()
    with rows():
        execute("UPDATE crm.customers SET full_name = 'Orang Lain', phone_e164 = '+6281299998765' WHERE customer_id = %s", (case.customer_id,))
        execute("UPDATE iam.branches SET name = 'Cabang Baru' WHERE branch_code = 'MDN'")
        execute("UPDATE crm.case_categories SET category_name = 'Nama Baru' WHERE category_code = 'TRX_FAIL'")

    told = words(paper(agent, receipt_of(case).id))

    assert "R*** S***" in told and "Transaksi gagal" in told
    assert not [part for part in ("Orang", "Cabang Baru", "Nama Baru", "8765", "*765") if part in told]


@pytest.mark.django_db
def test_the_first_drawing_stays_and_the_facts_go(organisation, store):
    case, agent = opened()
    document = receipt_of(case)
    with rows():
        frozen = DocumentVersion.objects.get(document=document)

    first = paper(agent, document.id)
    path = files(store)[0]
    kept = path.read_bytes()
    second = paper(agent, document.id)

    with rows():
        drawn = DocumentVersion.objects.get(document=document)
    assert (frozen.size, bool(frozen.frozen), TEXT in frozen.frozen) == (0, True, False)
    assert (drawn.size, drawn.frozen, drawn.address, drawn.sealed_key) == (len(first), "", frozen.address, frozen.sealed_key)
    assert second == first and path.read_bytes() == kept and TEXT.encode() not in kept


@pytest.mark.django_db
def test_a_drawing_that_was_undone_is_made_anew(organisation, store):
    case, agent = opened()
    document = receipt_of(case)

    class Killed(Exception):
        """The process ends after the file was written and before its row says so."""

    with pytest.raises(Killed), scope(agent):
        b"".join(document_open(actor=agent, document_id=document.id).chunks)
        raise Killed
    assert len(files(store)) == 1
    with rows():
        assert DocumentVersion.objects.get(document=document).frozen != ""

    assert case.case_no in words(paper(agent, document.id))
    assert len(files(store)) == 1


@pytest.mark.django_db
def test_the_worker_draws_what_nobody_opened(organisation, store):
    case, agent = opened()

    make_waiting()

    with rows():
        drawn = DocumentVersion.objects.get(document=receipt_of(case))
    assert (drawn.frozen, drawn.size, len(files(store))) == ("", len(paper(agent, receipt_of(case).id)), 1)


def test_of_several_who_open_it_at_once_one_draws_it(committed, store):
    people.organisation()
    case, agent = opened()
    document = receipt_of(case)

    papers = together(*[lambda: paper(agent, document.id)] * 3)

    assert len({bytes(each) for each in papers}) == 1 and case.case_no in words(papers[0])
    assert len(files(store)) == 1


@pytest.mark.django_db
def test_facts_and_size_are_not_rewritten(organisation, store):
    case, _ = opened()
    document = receipt_of(case)
    for change in ("frozen = 'k1.x'", "size = 7", "size = 7, frozen = 'k1.x'", "address = repeat('0', 64)"):
        with rows(), pytest.raises(DatabaseError, match="does not change"), transaction.atomic():
            execute(f"UPDATE crm.document_versions SET {change} WHERE document_id = %s", (document.id,))
