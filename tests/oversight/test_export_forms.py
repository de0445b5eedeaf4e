"""The forms of an export, opened as their readers open them: every cell says what the page said, and nothing runs."""

from __future__ import annotations

import csv
import io
import tracemalloc
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from python_calamine import CalamineWorkbook

from simpul.oversight import workbook
from simpul.oversight.exporting import Format, writer
from simpul.platform.clock import JAKARTA
from tests.oversight.test_exports import content, fill, run

KEYS = ["what", "value"]
LABELS = ["Apa; ini", "=Nilai"]
MAKASSAR = ZoneInfo("Asia/Makassar")
MOMENT = datetime(2026, 3, 31, 17, 5, tzinfo=UTC)

# What is given, in CSV, in CSV for a spreadsheet in Indonesian, and in a workbook, all in Makassar.
CELLS: list[tuple[Any, str, str, Any]] = [
    (None, "", "", ""),
    ("0012345", "0012345", "0012345", "0012345"),
    ("3171234567890123", "3171234567890123", "3171234567890123", "3171234567890123"),
    ("=1+1", "'=1+1", "'=1+1", "=1+1"),
    ("+62811", "'+62811", "'+62811", "+62811"),
    ("@SUM(A1)", "'@SUM(A1)", "'@SUM(A1)", "@SUM(A1)"),
    ('titik; koma, "kutip"', 'titik; koma, "kutip"', 'titik; koma, "kutip"', 'titik; koma, "kutip"'),
    ("Siti\nLubis <b>&amp;", "Siti\nLubis <b>&amp;", "Siti\nLubis <b>&amp;", "Siti\nLubis <b>&amp;"),
    ("  tepi  ", "  tepi  ", "  tepi  ", "  tepi  "),
    (42, "42", "42", 42.0),
    (-5, "-5", "-5", -5.0),
    (1234.5, "1234.5", "1234,5", 1234.5),
    (Decimal("-0.25"), "'-0.25", "-0,25", -0.25),
    (10**18, "1000000000000000000", "1000000000000000000", "1000000000000000000"),
    (True, "True", "TRUE", True),
    (MOMENT, "2026-03-31T17:05:00+00:00", "01/04/2026 01:05", datetime.fromisoformat("2026-04-01T01:05")),
    (date(2026, 4, 9), "2026-04-09", "09/04/2026", date(2026, 4, 9)),
    (date(1, 1, 1), "0001-01-01", "01/01/0001", "0001-01-01"),
    ({"a": "ü"}, '{"a": "ü"}', '{"a": "ü"}', '{"a": "ü"}'),
]


def whole(form: Format, rows: list[list[Any]], zone: ZoneInfo = MAKASSAR) -> bytes:
    file = writer(form, KEYS, LABELS, zone)
    return file.head() + file.lines(rows) + file.tail()


def sheet(file: bytes) -> list[list[Any]]:
    assert zipfile.ZipFile(io.BytesIO(file)).testzip() is None
    return CalamineWorkbook.from_filelike(io.BytesIO(file)).get_sheet_by_name("Data").to_python(skip_empty_area=False)


def test_every_cell_reads_in_each_form_as_its_reader_expects() -> None:
    given = [[f"baris {n}", value] for n, (value, *_) in enumerate(CELLS)]

    plain = list(csv.reader(io.StringIO(whole("csv", given).decode("utf-8-sig"), newline="")))
    local = list(csv.reader(io.StringIO(whole("csv_excel", given).decode("utf-8-sig"), newline=""), delimiter=";"))
    book = sheet(whole("xlsx", given))

    assert [plain[0], local[0], book[0]] == [KEYS, LABELS, LABELS]
    assert [row[1] for row in plain[1:]] == [one for _, one, _, _ in CELLS]
    assert [row[1] for row in local[1:]] == [one for _, _, one, _ in CELLS]
    assert [(type(row[1]), row[1]) for row in book[1:]] == [(type(one), one) for _, _, _, one in CELLS]
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(whole("xlsx", given))).read("xl/worksheets/sheet1.xml")


def test_a_spreadsheet_in_indonesian_knows_the_file_by_its_mark_and_semicolons() -> None:
    assert whole("csv_excel", [["a", 1.5]]) == b'\xef\xbb\xbf"Apa; ini";=Nilai\r\na;1,5\r\n'


def test_instants_are_told_in_the_time_zone_of_the_reader() -> None:
    told = {zone.key: sheet(whole("xlsx", [["saat", MOMENT]], zone))[1][1] for zone in (JAKARTA, MAKASSAR, ZoneInfo("Asia/Jayapura"))}

    assert told == {
        "Asia/Jakarta": datetime.fromisoformat("2026-04-01T00:05"),
        "Asia/Makassar": datetime.fromisoformat("2026-04-01T01:05"),
        "Asia/Jayapura": datetime.fromisoformat("2026-04-01T02:05"),
    }


def test_what_a_workbook_cannot_hold_is_marked_or_cut_and_never_breaks_it() -> None:
    book = sheet(whole("xlsx", [["kendali", "a\x00b\x1bc\tд"], ["panjang", "x" * 40_000], ["kode", "_x000D_"]]))

    assert book[1][1] == "a\ufffdb\ufffdc\tд"
    assert (len(book[2][1]), book[2][1][-1]) == (32_767, "…")
    assert book[3][1] == "_x000D_"


def test_a_workbook_of_many_rows_is_written_in_bounded_memory_and_ends_at_its_limits(monkeypatch) -> None:
    file = writer("xlsx", KEYS, LABELS, JAKARTA)
    page = [[f"CASE-2026-MDN-{n:06}", MOMENT] for n in range(2_000)]
    tracemalloc.start()
    parts = [file.head(), *(file.lines(page) for _ in range(50)), file.tail()]
    peak = tracemalloc.get_traced_memory()[1] - sum(map(len, parts))
    tracemalloc.stop()

    assert len(sheet(b"".join(parts))) == 100_001
    assert peak < 4_000_000, f"{peak:,} bytes"

    for name, most in {"ROWS_MAX": 1, "SHEET_BYTES_MAX": 1_200}.items():
        with monkeypatch.context() as bound:
            bound.setattr(workbook, name, most)
            full = writer("xlsx", KEYS, LABELS, JAKARTA)
            full.head()
            with pytest.raises(workbook.WorkbookFull):
                full.lines([["a" * 200, 1]] * 5)


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["csv_excel", "xlsx"])
def test_the_trail_leaves_in_every_form_with_the_columns_that_were_chosen(client_of, form):
    fill(3)
    answer = run(client_of("compliance"), form, action=["SEARCH_CUSTOMER"])
    file = content(answer)
    found = sheet(file) if form == "xlsx" else list(csv.reader(io.StringIO(file.decode("utf-8-sig")), delimiter=";"))

    assert len(found) == 4
    assert answer["Content-Disposition"].endswith('.xlsx"' if form == "xlsx" else '.csv"')
    assert answer["Content-Type"].split(";")[0] == (workbook.MEDIA if form == "xlsx" else "text/csv")
