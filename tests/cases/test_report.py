"""The quarterly complaint report: counted from clock events alone, the same on every later day, for who may have it."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from hashlib import sha256
from urllib.parse import parse_qsl, urlsplit

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from simpul.cases.models import Case, CaseCategory, CaseClockEvent
from simpul.cases.selectors.report import Quarter, counted
from simpul.cases.services.terms import case_reclassify
from simpul.documents.public import day_words
from simpul.iam.public import system_actor
from simpul.platform.clock import JAKARTA, now, shifted
from simpul.platform.db import query, scope
from tests.oversight.test_exports import content, run, setting, table
from tests.support import cases, people
from tests.support.database import rows

QUARTER = Quarter(2027, 3)


def at(month, day, hour=10):
    return datetime(2027, month, day, hour, tzinfo=JAKARTA)


def received(moment, **more):
    with shifted(moment - now()):
        return cases.opened("system", **more)


def happen(case, change, moment, clock=None):
    with rows():
        seq = CaseClockEvent.objects.filter(case=case).count() + 1
        CaseClockEvent.objects.create(case=case, seq=seq, change=change, at=moment, clock=clock, actor_user_id=people.user_id("agent_mdn"))


def answered(case, moment):
    happen(case, "STOP", moment, "RESOLUTION")


def line(found):
    told = found.total.told()
    return [told[name] for name in ("brought_forward", "received", "reopened", "solved_in_time", "solved_late", "in_process", "average_days")]


def count(codes=("MDN", "BNJ", "PMS"), quarter=QUARTER):
    with scope(system_actor()):
        return counted(quarter, codes)


@pytest.fixture
def summer(organisation):
    """Cases around the third quarter of 2027."""
    before = received(at(6, 20), product="Tabungan")  # answered in the quarter, after the ten working days of the law
    answered(before, at(7, 20))
    gone = received(at(6, 1))  # answered before it
    answered(gone, at(6, 3))
    again = received(at(6, 10))  # answered before it, reopened in it, still open
    answered(again, at(6, 12))
    happen(again, "REOPEN", at(8, 1))
    quick = received(at(7, 5), category="CARD_ATM")
    answered(quick, at(7, 7))
    late_answer = received(at(9, 29), branch="BNJ")  # answered after it: in process in it
    answered(late_answer, at(10, 4))
    received(at(10, 2))  # received after it
    return {"before": before, "quick": quick, "late_answer": late_answer}


def test_what_came_is_what_went(summer):
    assert line(count()) == [1, 2, 1, 1, 1, 2, 16.0]


def test_lines_are_products_and_issues_branches_and_channels(summer):
    found = count()

    assert {key: (one.brought_forward, one.received, one.reopened, one.in_process) for key, one in found.lines.items()} == {
        ("SAVINGS", "TRX_FAIL"): (1, 0, 0, 0),
        ("", "CARD_ATM"): (0, 1, 0, 0),
        ("", "TRX_FAIL"): (0, 1, 1, 2),
    }
    assert {code: one.received for code, one in found.by_branch.items()} == {"MDN": 1, "BNJ": 1}
    assert set(found.by_channel) == {"BRANCH"}
    assert line(count(["BNJ"])) == [0, 1, 0, 0, 0, 1, None]


def test_the_next_quarter_begins_with_what_this_one_left(summer):
    assert line(count(quarter=Quarter(2027, 4)))[:3] == [2, 1, 0]


def test_a_quarter_comes_out_the_same_whatever_the_rows_keep(summer):
    first = line(count())
    with rows():
        Case.objects.update(sla_due_at=now(), legal_due_at=None, legal_rules=None, sla_breached_at=now(), priority="LOW")

    assert line(count()) == first


def test_an_answer_that_was_really_sent_later_counts_when_it_was_sent(summer):
    quick = summer["quick"]
    with rows():
        CaseClockEvent.objects.create(
            case=quick, seq=3, change="CORRECT", at=at(10, 5), corrects=2, moved_to=at(10, 1), actor_user_id=people.user_id("agent_mdn")
        )

    assert line(count()) == [1, 2, 1, 0, 1, 3, 30.0]


def test_quarters_end_where_the_organisation_works_and_reports_are_due_on_the_tenth():
    assert (Quarter(2027, 4).since, Quarter(2027, 4).until) == (at(10, 1, 0), datetime(2028, 1, 1, tzinfo=JAKARTA))
    assert [Quarter(2027, number).due_on for number in (1, 4)] == [date(2027, 4, 10), date(2028, 1, 10)]


ASKED = "/complaint-report?year=2026&quarter=3"


@pytest.mark.parametrize(("username", "branches"), [("director", ["BNJ", "MDN", "PMS"]), ("compliance", ["BNJ", "MDN", "PMS"]), ("supervisor_mdn", ["MDN"])])
def test_the_report_covers_what_its_reader_answers_for(organisation, client_of, username, branches):
    report = client_of(username).api("GET", ASKED).json()

    assert (report["branches"], report["complete"], report["due_on"]) == (branches, True, "2026-10-10")
    assert [choice["code"] for choice in report["choices"]] == branches


@pytest.mark.parametrize(
    ("username", "asked"),
    [(name, ASKED) for name in ("agent_mdn", "rm_mdn", "marketing", "admin", "finance_mdn", "steward", "nobody")] + [("supervisor_mdn", f"{ASKED}&branch=BNJ")],
)
def test_nobody_else_has_it_and_no_supervisor_of_another_branch(organisation, client_of, trace, username, asked):
    browser = client_of(username)
    trace.start()

    assert browser.api("GET", asked).status_code == 403
    assert trace() == {"audit": ["VIEW_DENIED:DENIED"]}


def test_a_quarter_that_has_not_begun_is_refused(organisation, client_of):
    assert client_of("director").api("GET", "/complaint-report?year=2190&quarter=1").status_code == 422


@pytest.mark.parametrize("form", ["csv", "xlsx", "pdf"])
def test_a_branch_that_there_is_not_is_refused_by_its_field(organisation, client_of, form):
    director = client_of("director")
    for address in (f"{ASKED}&branch=XXX", f"/complaint-report/file?year=2026&quarter=3&branch=XXX&format={form}"):
        answer = director.api("GET", address)
        assert (answer.status_code, answer.json()["errors"]) == (422, {"branch": ["Pilih cabang yang ada."]})
    assert run(director, data_set="complaint_report", year=2026, quarter=3, branch="XXX").status_code == 422


@pytest.fixture
def this_quarter(organisation):
    """A complaint of today about a product that looks like a formula; gives the query of its quarter."""
    cases.opened("agent_mdn", product="=Tabungan")
    this = now().astimezone(JAKARTA)
    return f"/complaint-report/file?year={this.year}&quarter={(this.month + 2) // 3}"


def quarter_in(address):
    return {name: int(value) for name, value in parse_qsl(urlsplit(address).query)}


def test_a_table_holds_what_the_report_shows(this_quarter, client_of):
    written = list(csv.reader(io.StringIO(client_of("director").api("GET", f"{this_quarter}&format=csv").content.decode("utf-8-sig"))))

    assert written[0][:4] == ["Produk", "Permasalahan", "Sisa triwulan lalu", "Diterima"]
    assert written[1] == ["'=Tabungan", "Transaksi gagal", "0", "1", "0", "0", "0", "1", ""]
    assert written[-1] == ["Jumlah", "", "0", "1", "0", "0", "0", "1", ""]


def test_complaints_about_no_product_stand_last(this_quarter, client_of):
    for category, product in (("CARD_ATM", ""), ("TRX_FAIL", "Giro"), ("FEE_ADMIN", "=Tabungan")):
        cases.opened("agent_mdn", category, product=product)

    shown = client_of("director").api("GET", this_quarter.replace("/file", "")).json()["rows"]

    assert [(row["product"], row["issue"]["code"]) for row in shown] == [
        ("=Tabungan", "FEE_ADMIN"),
        ("=Tabungan", "TRX_FAIL"),
        ("Giro", "TRX_FAIL"),
        ("", "CARD_ATM"),
    ]


def test_a_workbook_has_a_sheet_for_each_part_with_numbers_as_numbers_and_nothing_that_runs(this_quarter, client_of):
    content = client_of("director").api("GET", f"{this_quarter}&format=xlsx").content

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.sheet_names == ["Produk dan permasalahan", "Cabang", "Kanal"]
    assert book.get_sheet_by_index(0).to_python()[1:] == [
        ["=Tabungan", "Transaksi gagal", 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, ""],
        ["Jumlah", "", 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, ""],
    ]
    assert [row[0] for row in book.get_sheet_by_index(1).to_python()] == ["Cabang", "Medan Utama", "Jumlah"]
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert 'state="frozen"' in sheet


def test_what_is_filed_says_whose_it_is_of_when_and_by_whom(this_quarter, client_of):
    pages = PdfReader(io.BytesIO(client_of("director").api("GET", f"{this_quarter}&format=pdf").content)).pages
    told = " ".join(" ".join(page.extract_text() for page in pages).split())

    year, number = now().astimezone(JAKARTA).year, int(this_quarter[-1])
    assert (round(float(pages[0].mediabox.width)), round(float(pages[0].mediabox.height))) == (842, 595)
    for part in (
        "Laporan Pengaduan Nasabah", f"Triwulan {('I', 'II', 'III', 'IV')[number - 1]} {year}", "Semua cabang (3)", f"Batas penyampaian {day_words(Quarter(year, number).due_on)}",
        people.actor("director").full_name, "SEMENTARA", "=Tabungan Transaksi gagal 0 1 0 0 0 1 –", "Jumlah 0 1 0 0 0 1 –", "Disetujui oleh", "Halaman 1 dari 1",
    ):  # fmt: skip
        assert part in told, part


@pytest.mark.parametrize("form", ["csv", "xlsx", "pdf"])
def test_handing_out_a_file_is_recorded_with_its_filter_rows_and_hash(this_quarter, client_of, trace, form):
    browser = client_of("director")
    trace.start()

    content = browser.api("GET", f"{this_quarter}&format={form}").content

    assert trace()["audit"] == ["EXPORT_DATA"]
    with rows():
        [row] = query("SELECT object_id, meta FROM audit.audit_logs WHERE action = 'EXPORT_DATA'")
    assert row["object_id"] == "complaint_report"
    assert row["meta"] == {
        "format": form, "filter": {**quarter_in(this_quarter), "branch": None}, "rows": 4, "sha256": sha256(content).hexdigest(),
    }  # fmt: skip


@pytest.mark.parametrize("username", ["supervisor_mdn", "compliance", "agent_mdn"])
def test_who_reads_the_report_does_not_take_it_out_without_the_right_to(organisation, client_of, trace, username):
    browser = client_of(username)
    report = browser.api("GET", ASKED)
    trace.start()

    assert browser.api("GET", "/complaint-report/file?year=2026&quarter=3&format=pdf").status_code == 403
    assert trace() == {"audit": ["VIEW_DENIED:DENIED"]}
    assert report.status_code == 403 or report.json()["can"] == {"export": False}


def test_the_report_is_among_what_can_be_taken_out_line_by_line(this_quarter, client_of):
    director, wanted = client_of("director"), quarter_in(this_quarter)
    assert "complaint_report" in [one["key"] for one in director.api("GET", "/exports").json()["items"]]
    assert "complaint_report" not in [one["key"] for one in client_of("supervisor_mdn").api("GET", "/exports").json()["items"]]

    found = table(content(run(director, data_set="complaint_report", **wanted)))

    assert [(row["part"], row["product"], row["issue"], row["branch"], row["channel"], row["received"]) for row in found] == [
        ("ISSUE", "'=Tabungan", "TRX_FAIL", "", "", "1"),
        ("BRANCH", "", "", "MDN", "", "1"),
        ("CHANNEL", "", "", "", "BRANCH", "1"),
        ("TOTAL", "", "", "", "", "1"),
    ]
    assert run(director, data_set="complaint_report", **wanted, colour="red").status_code == 422
    assert run(director, data_set="complaint_report", year=1990, quarter=9).status_code == 422


def test_nothing_is_taken_out_where_exports_are_off_or_too_many(this_quarter, client_of, trace):
    director = client_of("director")
    setting("export.per_hour", "1")
    trace.start()

    statuses = [director.api("GET", f"{this_quarter}&format=csv").status_code for _ in range(2)]
    setting("export.allowed", "false")
    statuses.append(director.api("GET", f"{this_quarter}&format=csv").status_code)

    assert statuses == [200, 429, 403]
    assert sorted(trace()["audit"]) == ["EXPORT_DATA", "EXPORT_DATA:DENIED", "EXPORT_DATA:DENIED"]


def test_a_sub_category_keeps_its_row_and_a_case_stands_under_what_it_was_then(organisation):
    """One rule may cover a category and what stands below it; the report tells them apart, also when the case is another one later."""
    with rows():
        CaseCategory.objects.create(code="TRX_QR", category_name="QRIS", name_en="QRIS", parent_id="TRX_FAIL", updated_by=people.user_id("admin"))
    received(at(7, 5), category="TRX_QR")
    moved = received(at(7, 6), category="TRX_QR")
    supervisor = people.actor("supervisor_mdn")
    with shifted(at(10, 5) - now()), scope(supervisor):
        case_reclassify(actor=supervisor, case_id=moved.id, version=moved.version, reason="Ternyata kartu.", category_code="CARD_ATM")

    def issues(quarter):
        return {issue: one.received + one.brought_forward for (_, issue), one in count(quarter=quarter).lines.items()}

    assert issues(QUARTER) == {"TRX_QR": 2}
    assert issues(Quarter(2027, 4)) == {"TRX_QR": 1, "CARD_ATM": 1}
