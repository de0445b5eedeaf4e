"""Imports and their refused rows, as far as the reader may see them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Iterator, Mapping
from uuid import UUID

from simpul.imports.errors import RunNotFound
from simpul.imports.models import ImportReject, ImportRun
from simpul.platform.crypto import decrypt
from simpul.platform.db import query


@dataclass(frozen=True)
class RunFacts:
    """An import as it stands. Accepted rows are those added, changed or found unchanged."""

    id: UUID
    profile: str
    source_system: str
    targets: tuple[str, ...]
    source_name: str
    source_sha256: str
    source_bytes: int
    status: str
    read: int
    added: int
    changed: int
    unchanged: int
    rejected: int
    skipped: int
    position: Mapping[str, int]
    fields_changed: Mapping[str, int]
    remarks: tuple[Mapping[str, Any], ...]
    parameters: Mapping[str, Any]
    notes: tuple[dict[str, str], ...]
    started_at: datetime
    finished_at: datetime | None
    started_by: UUID

    @property
    def accepted(self) -> int:
        """Rows that are in the tables now."""
        return self.added + self.changed + self.unchanged

    @property
    def counts(self) -> dict[str, int]:
        """All counts by name."""
        return {name: getattr(self, name) for name in ("read", "accepted", "added", "changed", "unchanged", "rejected", "skipped")}


@dataclass(frozen=True)
class Reject:
    """A refused row, opened."""

    file: str
    line: int
    columns: tuple[str, ...]
    cells: tuple[str, ...]
    reasons: tuple[dict[str, str], ...]


def run_get(run_id: UUID) -> RunFacts:
    """One import.

    Raises: RunNotFound.
    """
    run = ImportRun.objects.filter(pk=run_id).first()
    if run is None:
        raise RunNotFound()
    return _facts(run)


def unfinished(profile: str, sha256: str) -> RunFacts | None:
    """The import of the same source by the same profile that has not ended."""
    run = ImportRun.objects.filter(profile=profile, source_sha256=sha256, status=ImportRun.Status.RUNNING).first()
    return _facts(run) if run else None


def shift_days(profile: str, last_day: str) -> int | None:
    """By how many days an earlier import of this profile moved a source with the same last day."""
    run = ImportRun.objects.filter(profile=profile, parameters__last_day=last_day).order_by("started_at").first()
    return int(run.parameters["shift_days"]) if run else None


def rejects(run_id: UUID, file: str | None = None) -> Iterator[Reject]:
    """The refused rows of an import in the order of the source."""
    found = ImportReject.objects.filter(run_id=run_id).order_by("file", "line")
    for each in (found.filter(file=file) if file else found).iterator(chunk_size=2000):
        cells = json.loads(decrypt(each.raw, f"crm.import_rejects:{run_id}"))
        yield Reject(each.file, each.line, tuple(each.columns), tuple(cells), tuple(each.reasons))


def files_with_rejects(run_id: UUID) -> list[str]:
    """Which files of the source had rows refused."""
    return [row["file"] for row in query("SELECT DISTINCT file FROM crm.import_rejects WHERE run_id = %s ORDER BY file", (run_id,))]


def _facts(run: ImportRun) -> RunFacts:
    return RunFacts(
        id=run.id,
        profile=run.profile,
        source_system=run.source_system,
        targets=tuple(run.targets),
        source_name=run.source_name,
        source_sha256=run.source_sha256,
        source_bytes=run.source_bytes,
        status=run.status,
        read=run.rows_read,
        added=run.rows_added,
        changed=run.rows_changed,
        unchanged=run.rows_unchanged,
        fields_changed=run.fields_changed,
        rejected=run.rows_rejected,
        skipped=run.rows_skipped,
        position=run.position,
        remarks=tuple(run.remarks),
        parameters=run.parameters,
        notes=tuple(run.notes),
        started_at=run.started_at,
        finished_at=run.finished_at,
        started_by=run.started_by,
    )
