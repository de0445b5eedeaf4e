"""The quarterly complaint report: counted from clock events alone, the same on every later day, for who may have it."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime

import pytest

from simpul.cases.models import Case, CaseClockEvent
from simpul.cases.selectors.report import Quarter, counted
from simpul.iam.public import system_actor
from simpul.platform.clock import JAKARTA, now, shifted
from simpul.platform.db import scope
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
        ("Tabungan", "TRX_FAIL"): (1, 0, 0, 0),
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


def test_the_file_is_the_same_table_and_handing_it_out_is_recorded(organisation, client_of, trace):
    cases.opened("agent_mdn", product="=Tabungan")
    browser, this = client_of("supervisor_mdn"), now().astimezone(JAKARTA)
    asked = f"/complaint-report/file?year={this.year}&quarter={(this.month + 2) // 3}"
    trace.start()

    written = list(csv.reader(io.StringIO(browser.api("GET", f"{asked}&format=csv").content.decode("utf-8-sig"))))
    sheet = zipfile.ZipFile(io.BytesIO(browser.api("GET", f"{asked}&format=xlsx").content)).read("xl/worksheets/sheet1.xml").decode()

    assert written[0][:4] == ["Produk", "Permasalahan", "Sisa triwulan lalu", "Diterima"]
    assert written[1] == ["'=Tabungan", "Transaksi gagal", "0", "1", "0", "0", "0", "1", ""]
    assert written[-1][0] == "Jumlah"
    assert '<t xml:space="preserve">=Tabungan</t>' in sheet
    assert "<f>" not in sheet
    assert trace()["audit"] == ["EXPORT_DATA", "EXPORT_DATA"]
