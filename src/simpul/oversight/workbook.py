"""A workbook of one sheet that is written while its rows are read: nothing of it lies on a disk, and memory holds one page of rows.

Texts are texts whatever they begin with, numbers are numbers, instants are dates in the time zone of who reads them.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape
from zoneinfo import ZoneInfo

MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A sheet has 1,048,576 rows, one of which heads it; an entry of an archive that is written as it goes stays below 2 GiB.
ROWS_MAX = 1_048_575
SHEET_BYTES_MAX = 2_000_000_000
_CELL_MAX = 32_767
_CUT = "…"
# Beyond 15 digits a spreadsheet rounds.
_EXACT = 10**15
_FIRST_DAY = datetime.combine(date(1899, 12, 30), time())
_OLDEST = date(1900, 3, 1)
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What a reader would take for an escaped character stays as it was written.
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_TEXT, _HEAD, _MOMENT, _DAY = 0, 1, 2, 3

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{MEDIA}.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_SHEET}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/>'
    '<numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
}


class WorkbookFull(ValueError):
    """More than one sheet takes."""


class _Pipe:
    """What was written and not yet taken; an archive writes into it that never looks back."""

    def __init__(self) -> None:
        self._held = bytearray()

    def write(self, data: bytes) -> int:
        self._held += data
        return len(data)

    def flush(self) -> None:
        """Nothing waits anywhere else."""

    def close(self) -> None:
        """What is held can still be taken."""

    def taken(self) -> bytes:
        """All of it, which is then forgotten."""
        found, self._held = bytes(self._held), bytearray()
        return found


class Workbook:
    """One sheet with a head that stays in sight; each call hands out the bytes that are due."""

    def __init__(self, labels: Sequence[str], zone: ZoneInfo) -> None:
        self._labels, self._zone = labels, zone
        self._pipe = _Pipe()
        self._archive = zipfile.ZipFile(self._pipe, "w", zipfile.ZIP_DEFLATED, compresslevel=5)
        self._rows = self._bytes = 0

    def head(self) -> bytes:
        """What the file begins with, its first row told apart."""
        for name, text in _PARTS.items():
            self._archive.writestr(name, _XML + text)
        self._sheet = self._archive.open("xl/worksheets/sheet1.xml", "w")
        widths = "".join(f'<col min="{n}" max="{n}" width="{min(40, max(14, len(label) + 4))}" customWidth="1"/>' for n, label in enumerate(self._labels, 1))
        frozen = '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
        self._write(f'{_XML}<worksheet xmlns="{_SHEET}"><sheetViews>{frozen}</sheetViews><cols>{widths}</cols><sheetData>')
        self._write(f"<row>{''.join(_text(label, _HEAD) for label in self._labels)}</row>")
        return self._pipe.taken()

    def lines(self, rows: Iterable[Sequence[Any]]) -> bytes:
        """The next rows.

        Raises: WorkbookFull.
        """
        for row in rows:
            self._rows += 1
            if self._rows > ROWS_MAX:
                raise WorkbookFull("A sheet has no more rows.")
            self._write(f"<row>{''.join(self._cell(value) for value in row)}</row>")
        return self._pipe.taken()

    def tail(self) -> bytes:
        """What ends the file."""
        self._write("</sheetData></worksheet>")
        self._sheet.close()
        self._archive.close()
        return self._pipe.taken()

    def _write(self, text: str) -> None:
        data = text.encode()
        self._bytes += len(data)
        if self._bytes > SHEET_BYTES_MAX:
            raise WorkbookFull("A sheet takes no more bytes.")
        self._sheet.write(data)

    def _cell(self, value: Any) -> str:
        if value is None or value == "":
            return "<c/>"
        if isinstance(value, bool):
            return f'<c t="b"><v>{int(value)}</v></c>'
        if isinstance(value, (int, float, Decimal)) and -_EXACT < value < _EXACT:
            return f"<c><v>{value}</v></c>"
        if isinstance(value, datetime):
            local = value.astimezone(self._zone).replace(tzinfo=None) if value.tzinfo else value
            return _number(local, _MOMENT) if local.date() >= _OLDEST else _text(value.isoformat())
        if isinstance(value, date):
            return _number(datetime.combine(value, time()), _DAY) if value >= _OLDEST else _text(value.isoformat())
        return _text(json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else str(value))


def _number(local: datetime, style: int) -> str:
    return f'<c s="{style}"><v>{(local - _FIRST_DAY) / timedelta(days=1):.10f}</v></c>'


def _text(value: str, style: int = _TEXT) -> str:
    """A text as it is, but for what no such file can hold; one that is too long for a cell ends in an ellipsis."""
    kept = _ESCAPED.sub("_x005F_", _UNWRITABLE.sub("\ufffd", value)).replace("\r", "_x000D_")
    cut = kept if len(kept) <= _CELL_MAX else kept[: _CELL_MAX - len(_CUT)] + _CUT
    return f'<c t="inlineStr"{f" s={chr(34)}{style}{chr(34)}" if style else ""}><is><t xml:space="preserve">{escape(cut)}</t></is></c>'
