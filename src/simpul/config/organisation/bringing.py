"""A file brought in as a whole: every row is tried by the services themselves, and one that is refused undoes all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from simpul.config.organisation import shapes
from simpul.config.organisation.tables import Row, Table
from simpul.iam.public import system_actor
from simpul.iam.services.bringing import Brought, branch_bring, file_brought, unit_bring, user_bring
from simpul.iam.services.password_links import link_create
from simpul.platform.actor import Actor
from simpul.platform.db import scope
from simpul.platform.errors import DomainError, Invalid

BRANCH_COLUMNS = {
    "code": "code", "kode": "code", "kode_cabang": "code", "name": "name", "nama": "name", "nama_cabang": "name", "city": "city", "kota": "city",
    "time_zone": "time_zone", "zona_waktu": "time_zone", "phone": "phone", "telepon": "phone",
}  # fmt: skip
UNIT_COLUMNS = {
    "code": "code",
    "kode": "code",
    "kode_unit": "code",
    "name": "name",
    "nama": "name",
    "nama_unit": "name",
    "branches": "branches",
    "cabang": "branches",
}
USER_COLUMNS = {
    "username": "username", "nama_pengguna": "username", "full_name": "full_name", "nama_lengkap": "full_name", "email": "email", "e-mail": "email",
    "surel": "email", "roles": "roles", "peran": "roles", "branches": "branches", "cabang": "branches", "units": "units", "unit": "units",
    "language": "language", "bahasa": "language",
}  # fmt: skip
_TWICE = "an earlier row has the same {name}"

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class NewLink:
    """A one-time link for somebody of the file."""

    username: str
    full_name: str
    email: str
    token: str
    ends_at: datetime


@dataclass
class Outcome:
    """What became of a file: counts, refused rows with their reasons, people who are there and differ, and links."""

    counts: Counter[str] = field(default_factory=Counter)
    refused: list[tuple[int, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    links: list[NewLink] = field(default_factory=list)


class _Undone(Exception):
    """Nothing of a refused file, or of a trial, stays."""


def branches_bring(table: Table, *, dry_run: bool, progress: Progress) -> Outcome:
    """Bring branches: new ones are added, the columns that the file has are corrected in the others."""

    def bring(actor: Actor, row: Row, outcome: Outcome) -> None:
        outcome.counts[branch_bring(actor=actor, **shapes.branch({**row.values, "code": row.values["code"].upper()}))] += 1

    return _brought("branches", table, "code", bring, dry_run=dry_run, progress=progress)


def units_bring(table: Table, *, dry_run: bool, progress: Progress) -> Outcome:
    """Bring units: each serves exactly the branches of its row, where the file has that column."""

    def bring(actor: Actor, row: Row, outcome: Outcome) -> None:
        served = [code.upper() for code in row.several("branches")] if "branches" in table.columns else None
        outcome.counts[unit_bring(actor=actor, **shapes.unit(row.values["code"].upper(), row.values["name"]), branches=served)] += 1

    return _brought("units", table, "code", bring, dry_run=dry_run, progress=progress)


def users_bring(table: Table, *, dry_run: bool, links: bool, renew: bool, keep: Callable[[Outcome], None], progress: Progress) -> Outcome:
    """Bring people: who is not there yet is added; `links` makes a link for each of them, `renew` for everybody without a password.

    `keep` writes the links down before anything is committed: a link that nobody has would be of no use.
    """
    people: list[tuple[Row, dict[str, Any], Brought]] = []

    def bring(actor: Actor, row: Row, outcome: Outcome) -> None:
        codes = {name: tuple(code.upper() for code in row.several(name)) for name in ("roles", "branches", "units")}
        values = shapes.user(
            username=row.values["username"],
            full_name=row.values["full_name"],
            email=row.values.get("email", ""),
            language=(row.values.get("language") or "id").lower(),
            **codes,
        )
        found = user_bring(actor=actor, **values)
        outcome.counts["ADDED" if found.added else "UNCHANGED"] += 1
        if found.differs:
            outcome.notes.append(f"{values['username']} is there with other values ({', '.join(found.differs)}); an administrator changes them")
        people.append((row, values, found))

    def finish(actor: Actor, outcome: Outcome) -> None:
        for number, (_, values, found) in enumerate(people, start=1):
            progress("Links", number, len(people))
            if found.added or (renew and found.waits):
                token, ends_at = link_create(actor=actor, user_id=found.user_id)
                outcome.links.append(NewLink(values["username"], values["full_name"], values["email"] or "", token, ends_at))
        keep(outcome)

    return _brought("users", table, "username", bring, dry_run=dry_run, progress=progress, finish=finish if links else None)


def _brought(
    what: str,
    table: Table,
    key: str,
    bring: Callable[[Actor, Row, Outcome], None],
    *,
    dry_run: bool,
    progress: Progress,
    finish: Callable[[Actor, Outcome], None] | None = None,
) -> Outcome:
    actor, outcome = system_actor(), Outcome()
    try:
        with scope(actor):
            _try_all(actor, table.rows, key, bring, outcome, progress)
            if dry_run or outcome.refused:
                raise _Undone
            if finish:
                finish(actor, outcome)
            if outcome.counts["ADDED"] or outcome.counts["CHANGED"]:
                file_brought(actor=actor, what=what, sha256=table.sha256, counts=_told(outcome.counts), refused=0)
    except _Undone:
        if outcome.refused and not dry_run:
            with scope(actor):
                file_brought(actor=actor, what=what, sha256=table.sha256, counts={}, refused=len(outcome.refused))
    return outcome


def _try_all(actor: Actor, rows: Sequence[Row], key: str, bring: Callable[[Actor, Row, Outcome], None], outcome: Outcome, progress: Progress) -> None:
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        progress("Rows", number, len(rows))
        name = row.values[key].lower()
        try:
            if name in seen:
                raise shapes.Wrong([_TWICE.format(name=key)])
            seen.add(name)
            with transaction.atomic():
                bring(actor, row, outcome)
        except shapes.Wrong as wrong:
            outcome.refused.append((row.line, str(wrong)))
        except Invalid as refusal:
            outcome.refused.append((row.line, "; ".join(each.en for each in refusal.fields.values()) or refusal.detail.en))
        except DomainError as refusal:
            outcome.refused.append((row.line, refusal.detail.en))


def _told(counts: Mapping[str, int]) -> dict[str, int]:
    return {name.lower(): counts.get(name, 0) for name in ("ADDED", "CHANGED", "UNCHANGED")}
