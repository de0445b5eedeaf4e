"""Rows of a workbook (XLSX) as text, as a CSV of the same sheet would hold them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from simpul.imports.errors import SourceUnreadable
from simpul.platform.text import Text

LARGEST_UNPACKED = 512 << 20
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def is_workbook(path: Path) -> bool:
    """Whether the file is a workbook, by its first bytes."""
    with path.open("rb") as stream:
        return stream.read(4) in (_ZIP, _OLD)


def workbook_rows(path: Path, sheet: str | None) -> Iterator[list[str]]:
    """Every row of the named sheet, or of the first one that is visible; a blank row is empty.

    Raises: SourceUnreadable when the file is no XLSX, too large, or has no such sheet.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > LARGEST_UNPACKED:
                raise _refuse(f"{path.name} terlalu besar; simpan sebagai CSV.", f"{path.name} is too large; save it as CSV.")
        with CalamineWorkbook.from_path(path) as book:
            visible = [each.name for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet and each.visible == SheetVisibleEnum.Visible]
            if (sheet is None and not visible) or (sheet is not None and sheet not in book.sheet_names):
                named = ", ".join(book.sheet_names)
                raise _refuse(
                    f"{path.name} tidak berisi lembar {sheet or 'yang terlihat'}; ada: {named}.",
                    f"{path.name} has no sheet {sheet or 'to see'}; there are: {named}.",
                )
            for row in book.get_sheet_by_name(sheet or visible[0]).to_python(skip_empty_area=False):
                cells = [_cell_text(value) for value in row]
                yield cells if any(cells) else []
    except (zipfile.BadZipFile, CalamineError, OSError, ValueError):
        raise _refuse(
            f"{path.name} bukan berkas XLSX yang sah; simpan ulang sebagai XLSX atau CSV.", f"{path.name} is no valid XLSX; save it again as XLSX or CSV."
        ) from None


def _cell_text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(sep=" ", timespec="seconds")
    return value.isoformat() if isinstance(value, date) else str(value)


def _refuse(indonesian: str, english: str) -> SourceUnreadable:
    return SourceUnreadable(detail=Text(id=indonesian, en=english))
