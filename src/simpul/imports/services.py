"""Running an import: check everything, then chunk by chunk, each in one transaction with its progress.

A chunk's rows, its refused rows and the position move together, so a run that was killed goes on where it stopped,
and a file that was imported before changes nothing.
"""

from __future__ import annotations

import gc
import json
import threading
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Callable, Iterator, Sequence
from uuid import UUID

from django.db import connection

from simpul.audit.public import Action, record
from simpul.iam.public import system_actor
from simpul.imports import reading, selectors
from simpul.imports.converting import Converted, Converter, Told, check_constants, reject_row, remarks_counted, remarks_joined
from simpul.imports.errors import ImportIsRunning, ProfileInvalid, SourceUnreadable
from simpul.imports.lanes import Lanes, Loaders, announced, lanes_possible
from simpul.imports.models import ImportRun
from simpul.imports.policies import can_import, import_branches
from simpul.imports.profiles import Profile
from simpul.imports.selectors import RunFacts
from simpul.imports.targets import Loader, Merged, Problems, Setting, Staged, targets
from simpul.imports.transforms import make_step
from simpul.platform.actor import Actor, require
from simpul.platform.clock import now, today
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import DomainError
from simpul.platform.text import Text

Progress = Callable[["Standing"], None]
_MOVE = """
UPDATE crm.import_runs
   SET rows_read = rows_read + %s, rows_added = rows_added + %s, rows_changed = rows_changed + %s, rows_unchanged = rows_unchanged + %s,
       rows_rejected = rows_rejected + %s, rows_skipped = rows_skipped + %s, position = %s, notes = %s, fields_changed = %s, remarks = %s, updated_at = now()
 WHERE run_id = %s
"""
_REJECT = """
INSERT INTO crm.import_rejects (reject_id, run_id, file, line, columns, reasons, raw)
SELECT uuidv7(), %s, %s, r.line, %s, r.reasons::jsonb, r.raw FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS r (line, reasons, raw)
"""


@dataclass(frozen=True)
class Standing:
    """How far a run is: rows done of about `total`, and how fast this start of it goes."""

    file: str
    rows: int
    total: int
    per_second: float
    seconds_left: float


@dataclass
class _Prepared:
    chunk: reading.Chunk
    converted: Converted
    staged: Staged


def import_run(*, actor: Actor, profile: Profile, path: Path, progress: Progress | None = None) -> RunFacts:
    """Bring a source in by a profile, or go on with the same import where it stopped.

    Nothing is written before the whole source was checked. The data is written as SYSTEM; the run and its audit row
    belong to the actor.

    Raises: Forbidden, ProfileInvalid, SourceUnreadable, ImportIsRunning.
    """
    require(can_import(actor))
    with scope(system_actor()):
        check_constants(profile)
    sources = reading.find_sources(profile, path)
    checked = reading.check(sources)
    headers = [reading.header(source) for source in sources]
    lookups = {name: _lookup(profile, sources, path, each) for name, each in profile.lookups.items()}
    last_day = _last_day(profile, path)
    with _alone(profile.source_system):
        run = _begin(actor, profile, path.name, checked, last_day)
        execution = _Execution(actor, profile, run, sources, headers, lookups, last_day, checked, progress)
        try:
            with _few_collections():
                execution.run_files()
        except DomainError as refusal:
            _end(actor, run.id, ImportRun.Status.FAILED, refusal.detail)
            raise
        return _end(actor, run.id, ImportRun.Status.COMPLETED, None)


class _Execution:
    """One start of one run."""

    def __init__(
        self,
        actor: Actor,
        profile: Profile,
        run: RunFacts,
        sources: list[reading.Source],
        headers: list[list[str]],
        lookups: dict[str, dict[str, str]],
        last_day: str,
        checked: reading.Checked,
        progress: Progress | None,
    ) -> None:
        self.actor, self.profile, self.run, self.sources, self.headers = actor, profile, run, sources, headers
        self.lookups, self.last_day, self.checked, self.progress = lookups, last_day, checked, progress
        self.notes: list[dict[str, str]] = [
            *run.notes,
            *(told for each in sources if each.told and (told := {"id": each.told.id, "en": each.told.en}) not in run.notes),
        ]
        self.began = time.monotonic()
        self.rows_now = 0
        self.telling = threading.Lock()

    def run_files(self) -> None:
        position = self.run.position
        for index in range(position["file"], len(self.sources)):
            self._file(index, reading.Done.of(position) if index == position["file"] else reading.Done())

    def _file(self, index: int, done: reading.Done) -> None:
        source = self.sources[index]
        target = targets[source.rule.target]
        converter = Converter(
            source.rule, target, self.headers[index], shift_days=int(self.run.parameters.get("shift_days", 0)), lookups=self.lookups, last_day=self.last_day
        )

        def open_loaders() -> Loaders:
            with scope(system_actor()):
                return {target.name: target.open(self._setting(source, converter))}

        def take(loaders: Loaders, prepared: _Prepared) -> None:
            self._take(index, source, loaders[target.name], converter, prepared)

        lanes = Lanes(lanes_possible() if target.side_by_side else 1, open_loaders, take)
        loader = lanes.first[target.name]

        def skipped(rows: list[list[str]]) -> None:
            loader.skip(converter.convert(reading.Chunk([0] * len(rows), rows)).columns)

        def prepared() -> Iterator[tuple[int, _Prepared]]:
            same = self.headers[index].index(source.rule.same_chunk) if source.rule.same_chunk else None
            chunks = reading.chunks(source, at_once=target.at_once, done=done, skipped=skipped, same=same)
            for number, chunk in enumerate(chunks):
                converted = converter.convert(chunk)
                yield number, _Prepared(chunk, converted, loader.stage(converted.rows, converted.columns))

        lanes.run(prepared())
        with scope(system_actor()):
            lanes.finish()
            self._move(Merged(), 0, 0, 0, [], lambda position: {"file": index + 1, "rows": 0})

    def _setting(self, source: reading.Source, converter: Converter) -> Setting:
        def note(text: Text) -> None:
            told = {"id": text.id, "en": text.en}
            if told not in self.notes:
                self.notes.append(told)

        rule, branches = source.rule, import_branches(self.actor)
        columns = frozenset(each.field for each in rule.columns)
        return Setting(
            self.actor,
            self.profile.source_system,
            today(),
            columns,
            rule.options,
            branches,
            note,
            self.run.id,
            emptied=rule.left_out,
            cleared=rule.blank_clears,
        )

    def _take(self, index: int, source: reading.Source, loader: Loader, converter: Converter, prepared: _Prepared) -> None:
        chunk = prepared.chunk
        try:
            self._merge(index, source, loader, converter, prepared)
        except _AlreadyIn:
            return
        with self.telling:
            self._tell(index, source, chunk)

    def _merge(self, index: int, source: reading.Source, loader: Loader, converter: Converter, prepared: _Prepared) -> None:
        chunk = prepared.chunk

        def further(position: dict[str, Any]) -> dict[str, Any]:
            done = reading.Done.of(position)
            if position["file"] != index or done.has(chunk.begin):
                raise _AlreadyIn  # a former start was killed after it had sent its last commit
            return done.with_chunk(chunk).position(index)

        announced(loader, prepared.staged)
        with scope(system_actor()):
            execute("SET LOCAL synchronous_commit = off")  # a chunk that is lost in a crash is simply taken again
            merged = loader.merge(prepared.staged)
            problems: Problems = {**prepared.converted.problems, **prepared.staged.problems, **merged.problems}
            self._reject(index, source, converter, chunk, problems)
            remarks = [each for each in (*prepared.converted.remarks, *prepared.staged.remarks) if each.place not in problems]
            told = remarks_counted(remarks, chunk.lines, source.rule.path or source.name, converter.column_of)
            self._move(merged, len(chunk.rows), len(problems), prepared.converted.skipped, told, further)

    def _tell(self, index: int, source: reading.Source, chunk: reading.Chunk) -> None:
        self.rows_now += len(chunk.rows)
        if self.progress:
            seconds = time.monotonic() - self.began
            rate = self.rows_now / seconds if seconds else 0.0
            rows = sum(self.checked.by_file[:index]) + chunk.end
            total = max(self.checked.lines - len(self.sources), rows)
            self.progress(Standing(source.name, rows, total, rate, (total - rows) / rate if rate else 0.0))

    def _reject(self, index: int, source: reading.Source, converter: Converter, chunk: reading.Chunk, problems: Problems) -> None:
        if not problems:
            return
        places = sorted(problems)
        written = [reject_row(self.run.id, chunk.rows[place], problems[place], converter.column_of) for place in places]
        columns = json.dumps(self.headers[index], ensure_ascii=False)
        lines, told, raw = [chunk.lines[place] for place in places], [one[0] for one in written], [one[1] for one in written]
        execute(_REJECT, (self.run.id, source.rule.path or source.name, columns, lines, told, raw))

    def _move(self, merged: Merged, read: int, rejected: int, skipped: int, remarks: list[Told], to: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        """Count the chunk and move the position, in the chunk's own transaction; lanes take turns at the run's row."""
        found = query("SELECT position, fields_changed, remarks FROM crm.import_runs WHERE run_id = %s AND status = 'RUNNING' FOR UPDATE", (self.run.id,))
        if not found:
            raise ImportIsRunning()
        fields = Counter(found[0]["fields_changed"]) + merged.fields
        joined = remarks_joined(found[0]["remarks"], remarks)
        counts = (read, merged.added, merged.changed, merged.unchanged, rejected, skipped)
        execute(_MOVE, (*counts, json.dumps(to(found[0]["position"])), json.dumps(self.notes), json.dumps(fields), json.dumps(joined), self.run.id))


class _AlreadyIn(Exception):
    """The chunk's rows were committed before."""


@contextmanager
def _few_collections() -> Iterator[None]:
    """A chunk is hundreds of thousands of cells and no cycles: looking for some took a seventh of an import's time."""
    usual = gc.get_threshold()
    gc.set_threshold(1_000_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def _alone(source_system: str) -> Iterator[None]:
    """One import of a source system at a time; the lock goes with the connection, so a killed one leaves none."""
    key = f"simpul import {source_system}"
    if not query("SELECT pg_try_advisory_lock(hashtext(%s)) AS taken", (key,))[0]["taken"]:
        raise ImportIsRunning()
    try:
        yield
    finally:
        if not connection.needs_rollback and connection.is_usable():
            query("SELECT pg_advisory_unlock(hashtext(%s))", (key,))


def _begin(actor: Actor, profile: Profile, name: str, checked: reading.Checked, last_day: str) -> RunFacts:
    with scope(actor):
        unfinished = selectors.unfinished(profile.name, checked.sha256)
        if unfinished is not None:
            return unfinished
        run = ImportRun.objects.create(
            profile=profile.name,
            source_system=profile.source_system,
            targets=list(dict.fromkeys(rule.target for rule in profile.files)),
            source_name=name,
            source_sha256=checked.sha256,
            source_bytes=checked.size,
            position={"file": 0, "rows": 0},
            parameters=_parameters(profile, last_day),
            started_by=actor.id,
        )
        return selectors.run_get(run.id)


def _parameters(profile: Profile, last_day: str) -> dict[str, Any]:
    """The days by which dates move: as in the first import of this profile and source, so that a later one changes nothing."""
    if profile.shift is None:
        return {}
    earlier = selectors.shift_days(profile.name, last_day)
    if earlier is not None:
        return {"shift_days": earlier, "last_day": last_day}
    yesterday = today() - timedelta(days=1)
    return {"shift_days": (yesterday - make_step(f"date:{profile.shift.date}")(last_day)).days, "last_day": last_day}


def _end(actor: Actor, run_id: UUID, status: ImportRun.Status, why: Text | None) -> RunFacts:
    """Close the run and record it once, in one transaction."""
    with scope(actor):
        run = ImportRun.objects.select_for_update().get(pk=run_id)
        run.status, run.finished_at, run.updated_at = status, now(), now()
        if why is not None:
            run.notes = [*run.notes, {"id": why.id, "en": why.en}]
        run.save(update_fields=["status", "finished_at", "updated_at", "notes"])
        facts = selectors.run_get(run_id)
        record(
            actor,
            Action.IMPORT_DATA,
            object_type="IMPORT",
            object_id=run_id,
            outcome="ALLOWED" if why is None else "FAILED",
            meta={
                "profile": facts.profile,
                "source": facts.source_name,
                "sha256": facts.source_sha256,
                "counts": facts.counts,
                **({"fields": dict(facts.fields_changed)} if facts.fields_changed else {}),
                **({"remarks": [{name: each[name] for name in ("kind", "file", "column", "count")} for each in facts.remarks]} if facts.remarks else {}),
            },
        )
        return facts


def _lookup(profile: Profile, sources: Sequence[reading.Source], folder: Path, lookup: Any) -> dict[str, str]:
    source = _side_file(profile, folder, lookup.file)
    names = _side_header(source, (lookup.key, lookup.value))
    key, value = names.index(lookup.key), names.index(lookup.value)
    found: dict[str, str] = {}
    for chunk in reading.chunks(source, at_once=50_000, done=reading.Done(), skipped=lambda rows: None, same=None):
        found.update((row[key], row[value]) for row in chunk.rows if len(row) == len(names))
    return found


def _last_day(profile: Profile, folder: Path) -> str:
    """The latest cell of the shift's column, whose days sort as text.

    Raises: SourceUnreadable when the file has none.
    """
    if profile.shift is None:
        return ""
    source = _side_file(profile, folder, profile.shift.file)
    names = _side_header(source, (profile.shift.column,))
    place, step, latest, latest_cell = names.index(profile.shift.column), make_step(f"date:{profile.shift.date}"), None, ""
    for chunk in reading.chunks(source, at_once=50_000, done=reading.Done(), skipped=lambda rows: None, same=None):
        for cell in {row[place] for row in chunk.rows if len(row) == len(names)}:
            try:
                day = step(cell)
            except DomainError:
                continue
            if latest is None or day > latest:
                latest, latest_cell = day, cell
    if latest is None:
        raise SourceUnreadable(detail=Text(id=f"{source.name} tidak berisi tanggal.", en=f"{source.name} holds no dates."))
    return latest_cell


def _side_file(profile: Profile, folder: Path, name: str) -> reading.Source:
    for rule in profile.files:
        if rule.path == name:
            return reading.make_source(reading.find_file(folder, name), rule)
    raise ProfileInvalid(
        detail=Text(
            id=f"Profil {profile.name}: berkas {name} tidak ada di [[file]].", en=f"Profile {profile.name}: the file {name} is not among its [[file]]s."
        )
    )


def _side_header(source: reading.Source, needed: Sequence[str]) -> list[str]:
    names = reading.header(source)
    for name in needed:
        if name not in names:
            raise SourceUnreadable(detail=Text(id=f"{source.name}: Kolom yang tidak ada: {name}.", en=f"{source.name}: Missing columns: {name}."))
    return names
