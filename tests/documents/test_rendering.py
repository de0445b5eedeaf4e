"""Receipts and watermarks: what they say, and that nothing in them runs."""

from __future__ import annotations

import dataclasses
import io
import re
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from pypdf import PdfReader

from simpul.documents.errors import CannotMark
from simpul.documents.public import ComplaintReport, ReportTable, TemplateUnknown, document_render, money_words, rendered
from simpul.documents.rendering import moment_words
from simpul.documents.watermarks import marked
from simpul.platform.db import scope
from tests.support import customers, people
from tests.support.documents import RECEIPT, attached, body, pdf

MARKUP = (
    '#panic("ran") #read("/etc/passwd") #eval("1+1") *tebal* _miring_ $x^2$ = Judul <label> @rujukan \\ #import "@preview/x:1" [isi] // komentar ` " \' {a} ~'
)


def words(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def receipt(**changes: object) -> bytes:
    return rendered("complaint_receipt", dataclasses.replace(RECEIPT, **changes)).file.read()


def test_a_receipt_says_everything_that_it_must_in_indonesian():
    told = words(receipt())

    for part in (
        "Bank Sumatra Nusantara", "Cabang Medan Utama", "TANDA TERIMA", "CASE-2026-MDN-000123", "Diterima 21 November 2026 pukul 19.30 WIB", "Kami jawab paling lambat",
        "28 November 2026 pukul 16.00 WIB", "Siti A*****", "NIK ************0004", "+62 812-****-7678", "Kantor cabang (lisan)", "Tabungan", "Transaksi gagal", "Tinggi",
        "Transfer gagal, saldo terpotong.", "Rina Hutapea", "(061) 4521 1234", "Halaman 1 / 1",
    ):  # fmt: skip
        assert part in told, part


@pytest.mark.parametrize("field", ["summary", "customer_name", "product", "officer", "organisation", "number", "note", "office_phone"])
def test_markup_in_any_text_is_shown_as_written_and_never_runs(field):
    told = words(receipt(**{field: MARKUP}))

    for part in ('#panic("ran")', '#read("/etc/passwd")', "*tebal*", "_miring_", "$x^2$", "<label>", "@rujukan"):
        assert part in told, part
    assert "root:" not in told


def test_an_empty_line_is_left_out_and_a_long_account_flows_on():
    told = words(receipt(product="", phone=" "))
    assert "Produk" not in told and "Telepon 0" not in told

    pages = PdfReader(io.BytesIO(receipt(summary="Saldo terpotong dua kali.\n" * 400))).pages

    assert sum(page.extract_text().count("Saldo terpotong dua kali.") for page in pages) == 400
    assert len(pages) <= 14
    assert "Petugas" in pages[-1].extract_text()


def report(**changes: object) -> ComplaintReport:
    """A report of one table of three columns."""
    lines = ReportTable("Cabang", ["Cabang", "Diterima", "Rata-rata hari"], 1, [["Medan", 12_345, 2.5], ["Binjai", 0, None]], ["Jumlah", 12_345, 2.5])
    made_at = datetime(2026, 10, 1, 12, 30, tzinfo=UTC)
    base = ComplaintReport(
        "Bank Danau Toba", "Laporan Pengaduan Nasabah", "Triwulan III 2026", [("Cabang", "Semua")], [lines], ["Catatan."], "Sahat Siregar", made_at
    )
    return dataclasses.replace(base, **changes)


def test_a_report_writes_figures_as_indonesian_tables_do_and_ends_where_it_is_signed():
    told = words(rendered("complaint_report", report()).file.read())

    for part in (
        "Medan 12.345 2,5",
        "Binjai 0 –",
        "Jumlah 12.345 2,5",
        "dibuat 1 Oktober 2026 pukul 19.30 WIB",
        "Disusun oleh",
        "Sahat Siregar",
        "Halaman 1 dari 1",
    ):
        assert part in told, part
    assert "#panic" in words(rendered("complaint_report", report(organisation=MARKUP)).file.read())


def test_a_long_table_goes_on_under_its_heads_and_nobody_signs_a_page_without_figures():
    [table] = report().tables
    long = dataclasses.replace(table, rows=[[f"Cabang {number}", number, 1.0] for number in range(60)])

    pages = [page.extract_text() for page in PdfReader(rendered("complaint_report", report(tables=[long, table])).file).pages]

    assert len(pages) >= 3
    assert all("Diterima" in page for page in pages)
    assert "Binjai" in pages[-1] and "Disetujui oleh" in pages[-1]


def test_what_customers_write_in_any_script_is_printed_and_what_no_font_has_is_named():
    scripts = "👍🏽 👨‍👩‍👧 ❤️ 🇮🇩 ☎️|陳大文 张伟 こんにちは|ภาษาไทย|ᯅᯖᯂ᯲ ᯅᯂ᯲ᯅ|ꦗꦮ ꦲꦏ꧀ꦱꦫ|ᬩᬮᬶ|தமிழ்|한국".split("|")

    pdf = receipt(summary="\n".join(scripts), complainant="陳美麗", note="Tanda \U00012000 dan \U00012000 \ue000.")
    fonts = {
        font["/BaseFont"].split("+")[-1]
        for page in PdfReader(io.BytesIO(pdf)).pages
        for font in (each.get_object() for each in page["/Resources"]["/Font"].values())
    }
    told = "".join(sign for sign in words(pdf) if sign.isprintable() or sign == "\u200d")

    assert [script for script in scripts if script not in told] == []
    assert "Diadukan oleh 陳美麗" in told
    assert "Tanda [U+12000 CUNEIFORM SIGN A] dan [U+12000] [U+E000]." in told
    assert {name.split("-")[0] for name in fonts} == {
        "Inter", "NotoEmoji", "NotoSansJavanese", "NotoSansSC", "NotoSansTamil", "NotoSansThai", "RemainingSigns",
    }  # fmt: skip


def test_the_longest_account_stands_whole_with_who_filed_it_and_for_how_much():
    account = "".join(f"{number:04d} saldo. " for number in range(770))[:10_000].strip()

    told = words(
        receipt(summary=account, complainant="Rina Hutapea", authority="Surat kuasa 12/2026", amount=money_words(Decimal("1250000.50")), reference="TRX-99")
    )

    assert account in re.sub(r" Bank Sumatra Nusantara · CASE-2026-MDN-000123 Halaman \d+ / \d+", "", told)
    for part in ("Diadukan oleh Rina Hutapea", "Dasar kuasa Surat kuasa 12/2026", "Nominal Rp 1.250.000,50", "No. referensi TRX-99"):
        assert part in told, part


def test_control_characters_and_endless_texts_break_nothing():
    assert "Siti" in words(receipt(customer_name="Siti\x00\x1b[31m\u202e", summary="x" * 50_000, note="\x07"))


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("Asia/Jakarta", "1 Januari 2027 pukul 00.30 WIB"),
        ("Asia/Makassar", "1 Januari 2027 pukul 01.30 WITA"),
        ("Asia/Jayapura", "1 Januari 2027 pukul 02.30 WIT"),
    ],
)
def test_an_instant_is_told_in_the_zone_of_the_branch(zone, told):
    assert moment_words(datetime(2026, 12, 31, 17, 30, tzinfo=UTC), zone) == told


def test_a_receipt_is_stored_with_its_record_and_nobody_removes_it(client_of, trace):
    one = customers.customer("Siti Aminah", "MDN")
    actor = people.actor("agent_mdn")
    browser = client_of("agent_mdn")
    trace.start()

    with scope(actor):
        made = document_render(
            actor=actor, template="complaint_receipt", data=RECEIPT, subject_type="CUSTOMER", subject_id=str(one.id), title="Tanda terima 123"
        )

    assert (made.kind, made.file_name, made.rendered, made.can) == (
        "COMPLAINT_RECEIPT",
        "Tanda terima CASE-2026-MDN-000123.pdf",
        True,
        {"download": True, "hide": False},
    )
    assert trace() == {"events": ["DocumentAttached"], "audit": ["RENDER_DOCUMENT"]}
    assert "CASE-2026-MDN-000123" in words(body(browser.get(f"/api/v1/documents/{made.id}/content")))
    refused = browser.api("POST", f"/documents/{made.id}/hide", {"reason": "salah lampir berkas"})
    assert (refused.status_code, refused.json()["detail"]) == (403, "Dokumen yang dibuat sistem tidak dihapus.")


def test_a_template_takes_its_own_data_only():
    for template, data in (("complaint_receipt", {"number": "1"}), ("surat", RECEIPT), ("../complaint_receipt", RECEIPT)):
        with pytest.raises(TemplateUnknown):
            rendered(template, data)


def test_a_sensitive_pdf_carries_its_reader_and_the_time_on_each_page(client_of):
    one = customers.customer("Siti Aminah", "MDN")
    made = attached(one.id, tier=3, content=pdf("Isi peka", pages=3))

    given = client_of("supervisor_mdn").get(f"/api/v1/documents/{made.id}/content")
    content = body(given)

    pages = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    assert len(pages) == 3
    assert all("Isi peka" in page and "Supervisor Mdn" in page and "WIB" in page for page in pages), pages
    assert given["Content-Length"] == str(len(content))


def test_what_cannot_be_marked_is_not_given_out():
    for content in (b"%PDF-1.7\nrusak\n%%EOF", pdf()[:300], b""):
        with pytest.raises(CannotMark):
            marked(content, "Supervisor")


def test_markup_in_a_name_does_not_run_in_a_watermark():
    assert "#panic" in words(marked(pdf(), '#panic("ran") *x*'))
