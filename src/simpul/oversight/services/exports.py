"""Taking data out as a file: who may, how much, and a record of it that nobody can avoid by leaving early.

The file is written while it is read, page by page, and no database connection is held while the receiver is slow. The
trail gets two records: one before the first byte leaves, and one that says how it ended, with rows and hash, before
the last byte leaves.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from asgiref.sync import sync_to_async
from django.db import connection

from simpul.audit.public import record
from simpul.iam.public import actor_for, branches
from simpul.oversight.errors import ExportIsOff, ExportTooLarge, ExportUnknown
from simpul.oversight.exporting import Format, Writer, writer
from simpul.oversight.policies import can_export
from simpul.oversight.workbook import ROWS_MAX
from simpul.platform import configuration, exports, ratelimit
from simpul.platform.actor import Actor
from simpul.platform.clock import JAKARTA, now, zone_name
from simpul.platform.db import scope
from simpul.platform.errors import Forbidden, Invalid, RateLimited
from simpul.platform.exports import Column, DataSet, Rows
from simpul.platform.ids import uuid7
from simpul.platform.text import Text

BATCH = 2_000
_NO_COLUMN = Text(id="Kolom ini tidak ada, atau disebut dua kali.", en="There is no such column, or it is named twice.")


@dataclass(frozen=True)
class Export:
    """An export that has been allowed and announced."""

    id: UUID
    data_set: DataSet
    form: Format
    wanted: Any
    actor: Actor
    about: Mapping[str, Any]
    places: tuple[int, ...]
    zone: ZoneInfo
    labels: tuple[str, ...]

    def writer(self) -> Writer:
        """The file, of the columns that were chosen, in their order."""
        return writer(self.form, [self.data_set.columns[place].key for place in self.places], self.labels, self.zone)


class ExportStopped(Exception):
    """The right to export was withdrawn while the file was being written."""


def export_find(*, actor: Actor, key: str) -> DataSet:
    """A data set that the actor may export at this moment.

    Raises: ExportUnknown, Forbidden, ExportIsOff.
    """
    try:
        data_set = exports.find(key)
    except exports.DataSetUnknown:
        raise ExportUnknown() from None
    facts = {"action": data_set.action, "object_type": "EXPORT", "object_id": key}
    verdict = can_export(actor, data_set)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(**facts)
    if not configuration.value("export.allowed", actor):
        raise ExportIsOff().recorded_as(**facts)
    return data_set


def _accepted(actor: Actor, data_set: DataSet, given: Mapping[str, Any]) -> tuple[Any, Mapping[str, Any]]:
    """The caller's filter as the data set's own, once it may leave, and the facts of every refusal from here on.

    Raises: Invalid, Forbidden.
    """
    wanted = data_set.accept(given)
    facts = {"action": data_set.action, "object_type": "EXPORT", "object_id": data_set.key, **data_set.about(actor, wanted)}
    verdict = can_export(actor, data_set, wanted)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(**facts)
    return wanted, facts


def export_count(*, actor: Actor, key: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """How many rows a file would have, counted up to one more than it may have.

    Raises: ExportUnknown, Forbidden, ExportIsOff, Invalid.
    """
    data_set = export_find(actor=actor, key=key)
    most = configuration.number("export.rows_max", actor)
    wanted, _ = _accepted(actor, data_set, given)
    found = data_set.count(actor, wanted, most + 1)
    return {"rows": min(found, most), "capped": found > most, "rows_max": most, "time_zone": zone_name(now(), _zone(actor))}


def export_begin(*, actor: Actor, key: str, form: Format, given: Mapping[str, Any], columns: Sequence[str] = ()) -> Export:
    """Allow an export and announce it in the trail. `columns` are those of the file, in this order; without any, all.

    Raises: ExportUnknown, Forbidden, ExportIsOff, Invalid, ExportTooLarge, RateLimited.
    """
    data_set = export_find(actor=actor, key=key)
    wanted, facts = _accepted(actor, data_set, given)
    places = _places(data_set.columns, columns)
    taken = ratelimit.take(f"export:{actor.id}", capacity=configuration.number("export.per_hour", actor), seconds=3600)
    if not taken.allowed:
        raise RateLimited(taken.retry_after).recorded_as(**facts)
    most = min(configuration.number("export.rows_max", actor), ROWS_MAX) if form == "xlsx" else configuration.number("export.rows_max", actor)
    if data_set.count(actor, wanted, most + 1) > most:
        raise ExportTooLarge(rows_max=most).recorded_as(**facts, meta={"rows_max": most})
    labels = tuple(str(data_set.columns[place].label) for place in places)
    export = Export(uuid7(), data_set, form, wanted, actor, data_set.about(actor, wanted), places, _zone(actor), labels)
    _record(export, "ALLOWED", stage="STARTED")
    return export


def _places(known: Sequence[Column], chosen: Sequence[str]) -> tuple[int, ...]:
    """Where the chosen columns stand in the rows of the data set.

    Raises: Invalid, naming `columns`.
    """
    at = {column.key: place for place, column in enumerate(known)}
    if len(set(chosen)) < len(chosen) or any(key not in at for key in chosen):
        raise Invalid({"columns": _NO_COLUMN})
    return tuple(at[key] for key in chosen) or tuple(at.values())


def _zone(actor: Actor) -> ZoneInfo:
    """The time zone of the reader's branches, where they have one in common."""
    zones = {branch.time_zone for code, branch in branches().items() if code in actor.branch_codes}
    return ZoneInfo(zones.pop()) if len(zones) == 1 else JAKARTA


async def export_stream(export: Export) -> AsyncGenerator[bytes, None]:
    """The file. A receiver that leaves ends it; what was handed over until then is recorded as FAILED."""
    await sync_to_async(_release)()
    digest, told, sent, done = hashlib.sha256(), 0, 0, False
    file = export.writer()
    held, position = file.head(), None
    try:
        while True:
            rows, position, written = await sync_to_async(_read)(export, file, position)
            held += written
            told += rows
            if position is None:
                held += file.tail()
            digest.update(held)
            if position is None:
                break
            sent = told
            yield held
            held = b""
        # Nobody has the whole file before the trail has its hash.
        await sync_to_async(_finish)(export, "ALLOWED", told, digest.hexdigest())
        done = True
        yield held
    finally:
        if not done:
            await asyncio.shield(sync_to_async(_finish)(export, "FAILED", sent, None))


def _read(export: Export, file: Writer, position: Any) -> tuple[int, Any, bytes]:
    """How many rows one page has, where the next begins, and the page as the file has it; read as the caller, whose rights are looked at again each time.

    Raises: ExportStopped, WorkbookFull.
    """
    try:
        present = actor_for(export.actor.id)
        with scope(export.actor):
            # A file that was begun under a grant goes on under that grant, not under the next one.
            if present is None or not can_export(replace(present, elevation_id=export.actor.elevation_id), export.data_set, export.wanted):
                raise ExportStopped
            page = export.data_set.page(export.actor, export.wanted, position, BATCH)
    finally:
        _release()
    return len(page.rows), page.position, file.lines(_chosen(export, page))


def _chosen(export: Export, page: Rows) -> Iterable[Sequence[Any]]:
    return ([row[place] for place in export.places] for row in page.rows)


def _finish(export: Export, outcome: str, rows: int, sha256: str | None) -> None:
    try:
        with scope(export.actor):
            _record(export, outcome, stage="FINISHED" if outcome == "ALLOWED" else "BROKEN_OFF", rows=rows, **({"sha256": sha256} if sha256 else {}))
    finally:
        _release()


def _record(export: Export, outcome: str, **more: Any) -> None:
    meta = {"export": str(export.id), "format": export.form, "filter": dict(export.data_set.described(export.wanted)), **more}
    if len(export.places) < len(export.data_set.columns):
        meta["columns"] = [export.data_set.columns[place].key for place in export.places]
    record(export.actor, export.data_set.action, object_type="EXPORT", object_id=export.data_set.key, outcome=outcome, meta=meta, **export.about)


def _release() -> None:
    if not connection.in_atomic_block:
        connection.close()
