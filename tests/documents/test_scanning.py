"""Malware: found before anything is stored, or locked away until the scanner answers; never silent."""

from __future__ import annotations

import io
import socket

import pytest

from simpul.documents import scanning, tasks
from simpul.documents.models import DocumentVersion
from simpul.documents.services import keeping
from simpul.iam.public import system_actor
from simpul.platform.db import query, scope
from tests.support import customers, people
from tests.support.clamd import EICAR, LARGEST, clamd
from tests.support.database import rows
from tests.support.documents import attached, body, files, pdf, upload

INFECTED = pdf() + b"\n%" + EICAR + b"\n%%EOF\n"


@pytest.fixture
def scanner(settings):
    with clamd() as (address, received):
        settings.CLAMAV = address
        yield received


@pytest.fixture
def deaf(settings) -> str:
    """An address where nobody listens."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        settings.CLAMAV = f"127.0.0.1:{line.getsockname()[1]}"
    return settings.CLAMAV


def test_the_client_speaks_the_protocol(scanner):
    content = b"a" * 700_000

    assert scanning.scan(io.BytesIO(content)) is None
    assert scanning.scan(io.BytesIO(INFECTED)) == "Win.Test.EICAR_HDB-1"
    assert scanner[0] == content
    with pytest.raises(scanning.ScannerUnavailable, match=r"size limit|BrokenPipe|ConnectionReset"):
        scanning.scan(io.BytesIO(b"a" * (LARGEST + 300_000)))


def test_a_scanner_that_is_away_or_talks_nonsense_judges_nothing(deaf, settings):
    with pytest.raises(scanning.ScannerUnavailable):
        scanning.scan(io.BytesIO(b"isi"))
    settings.CLAMAV = "/tidak/ada.sock"
    with pytest.raises(scanning.ScannerUnavailable):
        scanning.scan(io.BytesIO(b"isi"))


@pytest.mark.django_db
def test_malware_is_refused_and_nothing_is_stored(client_of, trace, store, scanner):
    one = customers.customer("Siti Aminah", "MDN")
    browser = client_of("agent_mdn")
    trace.start()

    answer = upload(browser, one.id, INFECTED)

    assert (answer.status_code, answer.json()["code"]) == (422, "file_infected")
    assert answer.json()["errors"] == {"file": ["Pemindai menemukan malware: Win.Test.EICAR_HDB-1."]}
    assert trace() == {"audit": ["ATTACH_DOCUMENT:FAILED"]}
    assert files(store) == []
    assert upload(browser, one.id, pdf()).json()["scan_state"] == "CLEAN"


def test_while_the_scanner_is_away_a_file_is_kept_locked_and_opens_once_it_was_found_clean(client_of, trace, deaf, settings):
    one = customers.customer("Siti Aminah", "MDN")
    browser = client_of("agent_mdn")
    content = pdf()
    made = upload(browser, one.id, content).json()
    trace.start()

    locked = browser.get(f"/api/v1/documents/{made['id']}/content")

    assert (made["scan_state"], made["can"]["download"]) == ("PENDING", False)
    assert (locked.status_code, locked.json()["code"]) == (409, "document_is_locked")
    assert "belum dipindai" in locked.json()["detail"]
    with scope(system_actor()):
        tasks.scan_waiting()
        (waiting,) = keeping.pending_contents()
        with clamd() as (address, _):
            settings.CLAMAV = address
            assert keeping.content_scan(actor=system_actor(), version_id=waiting) == "CLEAN"
        assert keeping.pending_contents() == []
    assert "SCAN_DOCUMENT" in trace()["audit"]
    assert body(browser.get(f"/api/v1/documents/{made['id']}/content")) == content
    assert browser.api("GET", f"/documents/{made['id']}").json()["can"]["download"] is True


def test_malware_that_is_found_late_stays_locked_and_who_attached_it_is_told(client_of, deaf, settings):
    one = customers.customer("Siti Aminah", "MDN")
    browser = client_of("agent_mdn")
    made = upload(browser, one.id, INFECTED).json()
    with scope(system_actor()), clamd() as (address, _):
        settings.CLAMAV = address
        keeping.content_scan(actor=system_actor(), version_id=keeping.pending_contents()[0])

    answer = browser.get(f"/api/v1/documents/{made['id']}/content")

    assert (answer.status_code, answer.json()["detail"]) == (409, "Pemindai menemukan malware dalam dokumen ini.")
    with rows():
        assert query("SELECT kind, user_id FROM crm.notices") == [{"kind": "documents.infected", "user_id": people.user_id("agent_mdn")}]
        assert DocumentVersion.objects.get().finding == "Win.Test.EICAR_HDB-1"


def test_without_a_scanner_files_are_taken_as_not_scanned(organisation):
    assert attached(customers.customer("Siti Aminah", "MDN").id).scan_state == "NOT_SCANNED"
