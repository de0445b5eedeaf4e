"""Small tables as CSV or as a workbook of a spreadsheet; what a cell says is never a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NARROWEST, _WIDEST = 10, 48


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, its lines below the first, which heads them, and which columns (by place) show one decimal.

    The last `totals` lines are told apart as sums.
    """

    name: str
    rows: Sequence[Sequence[Any]]
    decimals: frozenset[int] = frozenset()
    totals: int = 0


def as_csv(rows: Sequence[Sequence[Any]]) -> bytes:
    """Comma-separated, UTF-8 with its mark, so that spreadsheets read names right."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows([_plain(value) for value in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def as_xlsx(sheets: Sequence[Sheet], *, title: str, author: str) -> bytes:
    """A workbook: heads stay in sight, columns are as wide as what they say, numbers are numbers and texts are texts."""
    file = io.BytesIO()
    # Nothing that a cell says is taken for a formula, an address, or a number.
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(file, safe) as book:
        book.set_properties({"title": title, "author": author})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#EEF1F5", "bottom": 1})
        formats = {
            (total, shape): book.add_format({**({"num_format": shape} if shape else {}), **({"bold": True, "top": 1} if total else {})})
            for total in (False, True)
            for shape in ("", "#,##0", "#,##0.0")
        }
        for each in sheets:
            sheet = book.add_worksheet(each.name)
            for column in range(len(each.rows[0])):
                longest = max(len(str(row[column])) if row[column] is not None else 0 for row in each.rows[1:] or [[""] * len(each.rows[0])])
                sheet.set_column(column, column, min(_WIDEST, max(_NARROWEST, longest + 2)))
            for number, row in enumerate(each.rows):
                total = number >= len(each.rows) - each.totals
                for column, value in enumerate(row):
                    _write(sheet, number, column, value, head if number == 0 else None, each, formats, total)
            sheet.freeze_panes(1, 0)
            sheet.set_landscape()
            sheet.set_paper(9)  # A4
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(0)
    return file.getvalue()


def _write(sheet: Any, row: int, column: int, value: Any, head: Any, each: Sheet, formats: dict[tuple[bool, str], Any], total: bool) -> None:
    if head is not None:
        sheet.write_string(row, column, str(value), head)
    elif value is None:
        sheet.write_blank(row, column, None, formats[total, ""])
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, formats[total, "#,##0.0" if column in each.decimals else "#,##0"])
    else:
        sheet.write_string(row, column, str(value), formats[total, ""])


def _plain(value: Any) -> Any:
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
