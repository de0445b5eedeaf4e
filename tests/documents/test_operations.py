"""Attaching, listing, opening and hiding over HTTP: what is stored, what is refused, and what the trail says of both."""

from __future__ import annotations

import pytest

from simpul.documents.models import Document, DocumentVersion
from simpul.iam.models import Grant, Role
from simpul.platform.db import query
from simpul.platform.ids import uuid7
from tests.support import customers, people
from tests.support.database import rows
from tests.support.documents import PNG, attached, body, files, pdf, upload


def stored() -> int:
    with rows():
        return Document.objects.count()


def audit_meta(action: str) -> dict:
    with rows():
        return query("SELECT meta FROM audit.audit_logs WHERE action = %s ORDER BY created_at DESC LIMIT 1", (action,))[0]["meta"]


def test_a_file_is_stored_sealed_listed_and_given_back(client_of, trace, store):
    one = customers.customer("Siti Aminah", "MDN")
    browser, content = client_of("agent_mdn"), pdf("Surat kuasa Siti")
    trace.start()

    answer = upload(browser, one.id, content, "../../etc/Surat\u202e kuasa.exe", title="")

    made = answer.json()
    assert answer.status_code == 201, answer.content
    assert (made["file_name"], made["title"], made["media_type"], made["size"]) == ("Surat kuasa.pdf", "Surat kuasa", "application/pdf", len(content))
    assert (made["tier"], made["retention"], made["scan_state"], made["can"]) == (1, "SERVICE", "NOT_SCANNED", {"download": True, "hide": True})
    assert trace() == {"events": ["DocumentAttached"], "audit": ["ATTACH_DOCUMENT"]}
    assert "Surat" not in str(audit_meta("ATTACH_DOCUMENT")), "the trail does not repeat titles and names"
    (path,) = files(store)
    assert content[:60] not in path.read_bytes()

    page = browser.api("GET", f"/documents?subject_type=CUSTOMER&subject_id={one.id}").json()
    assert ([each["id"] for each in page["items"]], page["next_cursor"], page["can_attach"]) == ([made["id"]], None, True)
    trace.start()
    given = browser.get(f"/api/v1/documents/{made['id']}/content")
    assert body(given) == content
    assert given["Content-Disposition"] == "attachment; filename=\"Surat kuasa.pdf\"; filename*=UTF-8''Surat%20kuasa.pdf"
    assert (given["X-Content-Type-Options"], given["Content-Security-Policy"], given["Cache-Control"]) == ("nosniff", "sandbox; default-src 'none'", "no-store")
    assert given["Content-Length"] == str(len(content))
    assert trace() == {"audit": ["DOWNLOAD_DOCUMENT"]}
    assert audit_meta("DOWNLOAD_DOCUMENT") == {"tier": 1, "kind": "LETTER", "version": 1, "subject_type": "CUSTOMER"}


REFUSALS = {
    # what is wrong: (content, name, fields, status, code, field)
    "a program under a document's name": (b"MZ\x90\x00" + b"\0" * 400, "surat.pdf", {}, 422, "file_refused", "file"),
    "two things in one": (PNG + b"<script>x</script>", "foto.png", {}, 422, "file_refused", "file"),
    "nothing": (b"", "surat.pdf", {}, 422, "file_refused", "file"),
    "an unknown kind": (pdf(), "surat.pdf", {"kind": "RESEP"}, 422, "invalid", "kind"),
    "a kind that only the product makes": (pdf(), "surat.pdf", {"kind": "COMPLAINT_RECEIPT"}, 422, "invalid", "kind"),
    "a title with control characters": (pdf(), "surat.pdf", {"title": "Surat\x1b[31m\u202ekuasa"}, 422, "invalid", "title"),
    "a title without end": (pdf(), "surat.pdf", {"title": "x" * 201}, 422, "invalid", "title"),
    "a tier that does not exist": (pdf(), "surat.pdf", {"tier": 4}, 422, "invalid", "tier"),
    "a field that is not declared": (pdf(), "surat.pdf", {"uploaded_by": "x"}, 422, "invalid", "uploaded_by"),
    "an unknown kind of record": (pdf(), "surat.pdf", {"subject_type": "PEMBAYARAN"}, 404, "document_subject_not_found", None),
    "no record of this id": (pdf(), "surat.pdf", {"subject_id": "bukan-id"}, 404, "document_subject_not_found", None),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_what_is_refused_leaves_no_file_no_row_and_a_record_of_the_attempt(client_of, trace, store, case):
    content, name, fields, status, code, field = REFUSALS[case]
    one = customers.customer("Siti Aminah", "MDN")
    browser = client_of("agent_mdn")
    trace.start()

    answer = upload(browser, one.id, content, name, **fields)

    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.content
    assert field is None or field in answer.json()["errors"]
    ((attempt,),) = (trace()["audit"],)
    assert attempt in ("ATTACH_DOCUMENT:FAILED", "ATTACH_DOCUMENT:DENIED", "WRITE_DENIED:FAILED")
    assert set(trace()) == {"audit"}
    assert (files(store), stored()) == ([], 0)


def test_a_file_beyond_the_bound_is_refused_without_being_kept(client_of, trace, store, settings):
    settings.MAX_UPLOAD_BYTES = 300_000
    one = customers.customer("Siti Aminah", "MDN")
    browser = client_of("agent_mdn")
    trace.start()

    answer = upload(browser, one.id, pdf() + b"%" * 900_000, "surat.pdf")

    assert (answer.status_code, answer.json()["code"]) == (413, "document_too_large")
    assert trace() == {"audit": ["ATTACH_DOCUMENT:FAILED"]}
    assert (files(store), stored()) == ([], 0)


@pytest.mark.parametrize(
    ("username", "branch", "status"),
    [
        ("agent_bnj", "MDN", 404),
        ("finance_mdn", "MDN", 403),
        ("field_mdn", "MDN", 404),
        ("marketing", "MDN", 404),
        ("nobody", "MDN", 404),
        ("steward", "PMS", 403),
        ("steward", "MDN", 201),
    ],
)
def test_nobody_attaches_or_reads_wider_than_the_customer(client_of, trace, store, username, branch, status):
    one = customers.customer("Siti Aminah", branch)
    browser = client_of(username)
    trace.start()

    answer = upload(browser, one.id, pdf())

    assert answer.status_code == status, answer.content
    if status != 201:
        assert trace() == {"audit": ["ATTACH_DOCUMENT:DENIED"]}
        assert files(store) == []
        assert browser.api("GET", f"/documents?subject_type=CUSTOMER&subject_id={one.id}").status_code == status


def test_another_branch_cannot_tell_a_document_from_none(client_of):
    one = customers.customer("Siti Aminah", "MDN")
    made = attached(one.id)
    browser = client_of("agent_bnj")

    answers = [
        browser.api("GET", f"/documents/{made.id}"),
        browser.get(f"/api/v1/documents/{made.id}/content"),
        browser.api("POST", f"/documents/{made.id}/hide", {"reason": "salah lampir berkas"}),
        browser.api("GET", f"/documents/{uuid7()}"),
    ]

    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(404, "document_not_found")] * 4


def test_a_tier_is_at_least_that_of_the_kind_and_shows_to_who_holds_it_and_to_who_attached_it(client_of):
    one = customers.customer("Siti Aminah", "MDN")
    card = attached(one.id, kind="ID_CARD", title="KTP", content=PNG, file_name="ktp.png", tier=1)
    secret = attached(one.id, tier=3, title="Aduan peka")

    def seen(username: str) -> list[str]:
        items = client_of(username).api("GET", f"/documents?subject_type=CUSTOMER&subject_id={one.id}").json()["items"]
        return [each["title"] for each in items]

    assert (card.tier, secret.tier) == (2, 3)
    assert seen("agent_mdn") == ["Aduan peka", "KTP"], "who attached it reads it"
    assert seen("supervisor_mdn") == ["Aduan peka", "KTP"]
    assert seen("call_agent") == ["KTP"]
    assert client_of("call_agent").get(f"/api/v1/documents/{secret.id}/content").status_code == 404
    foreign = customers.customer("Budi", "BNJ")
    letter = attached(foreign.id, by="agent_bnj")
    steward = client_of("steward")
    assert steward.api("GET", f"/documents?subject_type=CUSTOMER&subject_id={foreign.id}").status_code == 403, "who reads the name masked reads no letters"
    assert steward.api("GET", f"/documents/{letter.id}").status_code == 404


def test_emergency_access_opens_documents_up_to_its_tier(client_of):
    one = customers.customer("Siti Aminah", "MDN")
    attached(one.id, title="Surat")
    attached(one.id, kind="ID_CARD", title="KTP", content=PNG, file_name="ktp.png")
    attached(one.id, tier=3, title="Peka", content=pdf("peka"))

    def seen() -> list[str]:
        answer = client_of("compliance").api("GET", f"/documents?subject_type=CUSTOMER&subject_id={one.id}")
        return [each["title"] for each in answer.json()["items"]] if answer.status_code == 200 else [str(answer.status_code)]

    assert seen() == ["404"]
    customers.elevation("compliance", one.id, tier=2)
    assert seen() == ["KTP", "Surat"]


def test_an_answer_that_was_lost_is_repeated_and_another_file_under_the_same_key_is_not(client_of, store):
    one = customers.customer("Siti Aminah", "MDN")
    browser, key = client_of("agent_mdn"), {"Idempotency-Key": "unggah-0001"}

    content = pdf() + b"%" * 3_000_000 + b"\n%%EOF\n"

    first, again = upload(browser, one.id, content, headers=key), upload(browser, one.id, content, headers=key)
    other = upload(browser, one.id, PNG, headers=key)
    without = upload(browser, one.id, content)

    assert (first.status_code, again.status_code, again["Idempotent-Replay"]) == (201, 201, "true")
    assert again.json()["id"] == first.json()["id"]
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_key_reused")
    assert (without.status_code, without.json()["code"], without.json()["current"]) == (409, "document_is_there", {"id": first.json()["id"]})
    assert (len(files(store)), stored()) == (1, 1)


def test_a_document_is_hidden_with_a_reason_and_its_content_is_kept(client_of, trace, store):
    one = customers.customer("Siti Aminah", "MDN")
    made = attached(one.id)
    others, own = client_of("call_agent"), client_of("agent_mdn")
    trace.start()

    refused = others.api("POST", f"/documents/{made.id}/hide", {"reason": "salah lampir berkas"})
    assert (refused.status_code, refused.json()["detail"]) == (403, "Hanya pengunggah, supervisor cabang, atau pengelola data yang menghapus dokumen.")
    assert others.api("GET", f"/documents/{made.id}").json()["can"] == {"download": True, "hide": False}
    assert own.api("POST", f"/documents/{made.id}/hide", {"reason": "salah"}).status_code == 422
    assert trace() == {"audit": ["HIDE_DOCUMENT:DENIED", "WRITE_DENIED:FAILED"]}
    trace.start()

    assert own.api("POST", f"/documents/{made.id}/hide", {"reason": "milik nasabah lain 1271014506900004"}).status_code == 204

    assert trace() == {"events": ["DocumentHidden"], "audit": ["HIDE_DOCUMENT"]}
    assert audit_meta("HIDE_DOCUMENT")["reason"] == "milik nasabah lain ***"
    assert own.api("GET", f"/documents/{made.id}").status_code == 404
    assert own.api("GET", f"/documents?subject_type=CUSTOMER&subject_id={one.id}").json()["items"] == []
    assert len(files(store)) == 1
    assert upload(own, one.id, pdf()).status_code == 201, "what was taken back may be attached anew"


def test_supervisors_and_stewards_hide_what_others_attached(client_of):
    one = customers.customer("Siti Aminah", "MDN")
    for username in ("supervisor_mdn", "steward"):
        made = attached(one.id, content=pdf(username))
        assert client_of(username).api("POST", f"/documents/{made.id}/hide", {"reason": "salah lampir berkas"}).status_code == 204


def test_pages_continue_exactly_and_take_the_same_queries_whatever_their_size(client_of, django_assert_num_queries):
    one = customers.customer("Siti Aminah", "MDN")
    made = [str(attached(one.id, content=pdf(str(number)), title=f"Surat {number}").id) for number in range(5)]
    browser = client_of("supervisor_mdn")
    address = f"/documents?subject_type=CUSTOMER&subject_id={one.id}"

    first = browser.api("GET", f"{address}&limit=2").json()
    second = browser.api("GET", f"{address}&limit=3&cursor={first['next_cursor']}").json()

    assert [each["id"] for each in first["items"] + second["items"]] == made[::-1]
    assert second["next_cursor"] is None
    assert browser.api("GET", f"{address}&cursor=bukan").status_code == 422


def test_an_organisation_lowers_the_largest_file(client_of, settings):
    one = customers.customer("Siti Aminah", "MDN")
    settings.MAX_UPLOAD_BYTES = 2_000_000
    with rows():
        query("INSERT INTO iam.settings (key, value, changed_by) VALUES ('documents.megabytes', '1', %s) RETURNING key", (people.user_id("admin"),))
    browser = client_of("agent_mdn")

    answer = upload(browser, one.id, pdf() + b"%" * 1_200_000)

    assert (answer.status_code, answer.json()["detail"]) == (413, "Paling besar 1 MB.")
    assert browser.api("GET", f"/documents?subject_type=CUSTOMER&subject_id={one.id}").json()["max_bytes"] == 1_000_000


def test_a_content_that_was_tampered_with_or_is_gone_is_not_given_out(client_of, trace, store):
    one = customers.customer("Siti Aminah", "MDN")
    made = attached(one.id)
    browser = client_of("agent_mdn")
    (path,) = files(store)
    path.unlink()
    trace.start()

    answer = browser.get(f"/api/v1/documents/{made.id}/content")

    assert (answer.status_code, answer.json()["code"]) == (409, "document_is_gone")
    assert trace() == {}, "nothing was given out, and a read that finds nothing is no refusal"


def test_the_service_takes_no_more_files_than_an_hour_allows(client_of, monkeypatch):
    one = customers.customer("Siti Aminah", "MDN")
    browser = client_of("agent_mdn")
    with rows():
        query(
            "INSERT INTO jobs.rate_buckets (key, tokens, updated_at) VALUES (%s, 0, clock_timestamp()) RETURNING key",
            (f"documents:{people.user_id('agent_mdn')}",),
        )

    answer = upload(browser, one.id, pdf())

    assert (answer.status_code, answer.json()["code"]) == (429, "rate_limited")


def test_an_export_grant_on_customers_shows_no_documents(client_of):
    """Only reading counts: another action on the same resource opens nothing."""
    one = customers.customer("Siti Aminah", "MDN")
    made = attached(one.id)
    with rows():
        Grant.objects.create(role=Role.objects.get(key="MARKETING"), resource="customer", action="X", reach=4)

    assert client_of("marketing").api("GET", f"/documents/{made.id}").status_code == 404
    with rows():
        assert DocumentVersion.objects.filter(document_id=made.id).count() == 1
