"""Whom a reached rung concerns: level 1 the assignee, 2 the supervisors, 3 the head of the unit or branch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from simpul.cases.models import Case
from simpul.cases.sla import Climb
from simpul.cases.vocabulary import RESOURCE, SUBJECT
from simpul.iam.public import Heads, PlacedHolders, heads, holders_by_place
from simpul.platform.actor import Act
from simpul.platform.notifier import Notice, NoticeKind, notify_many
from simpul.platform.text import Text

_SOON = NoticeKind(
    "cases.ladder_soon",
    title=Text(id="Waktu kasus hampir habis", en="A case is running out of time"),
    body=Text(id="{number} sudah memakai {percent} % waktu penyelesaiannya.", en="{number} has used {percent} % of its time."),
)
_OVER = NoticeKind(
    "cases.ladder_over",
    title=Text(id="Kasus melewati batas waktu", en="A case is over its time"),
    body=Text(id="{number} sudah memakai {percent} % waktu penyelesaiannya.", en="{number} has used {percent} % of its time."),
)
_DAYS = NoticeKind(
    "cases.ladder_days",
    title=Text(id="Kasus lama melewati batas waktu", en="A case is long over its time"),
    body=Text(id="{number} belum dijawab {days} hari kerja sesudah batas waktunya.", en="{number} is not answered {days} working days after its time."),
)
NOTICES = (_SOON, _OVER, _DAYS)


@dataclass(frozen=True)
class Reached:
    """A case under its lock, with the rungs that were reached and not yet written down."""

    case: Case
    climbs: tuple[Climb, ...]

    @property
    def highest(self) -> Climb:
        """The one that acts: of the highest level, and there the last."""
        return max(self.climbs, key=lambda one: (one.rung.level, one.at, one.rung.percent, one.rung.working_days, one.rung.act))


class Places:
    """Who leads and supervises where, read once for a set of cases."""

    def __init__(self) -> None:
        self.heads: Heads = heads()
        self.supervisors: PlacedHolders = holders_by_place(RESOURCE, Act.ASSIGN)

    @property
    def everybody(self) -> set[UUID]:
        """All of them, wherever."""
        found = self.supervisors
        places = (found.branches, found.units)
        return {
            *found.everywhere,
            *self.heads.branches.values(),
            *self.heads.units.values(),
            *(user for place in places for users in place.values() for user in users),
        }

    def of(self, case: Case, level: int) -> tuple[UUID, ...]:
        """The people of a level; where a level has nobody, the next one stands in: of a unit its branch, of the assignee the supervisors."""
        if level == 1 and case.assigned_to_user_id:
            return (case.assigned_to_user_id,)
        if level == 3 and (head := self.heads.units.get(case.assigned_unit_code or "") or self.heads.branches.get(case.branch_code)):
            return (head,)
        found = self.supervisors
        return found.units.get(case.assigned_unit_code or "") or found.branches.get(case.branch_code) or found.everywhere


def tell(reached: Sequence[Reached], places: Places) -> dict[UUID, tuple[UUID, ...]]:
    """Give the notice of each case's highest rung; whom, by case."""
    told = {one.case.id: places.of(one.case, one.highest.rung.level) for one in reached}
    notify_many(_notice(one, told[one.case.id]) for one in reached)
    return told


def _notice(one: Reached, to: tuple[UUID, ...]) -> Notice:
    rung = one.highest.rung
    kind = _DAYS if rung.working_days else _OVER if rung.percent >= 100 else _SOON
    values = {"number": one.case.case_no, "percent": str(rung.percent), "days": str(rung.working_days)}
    return Notice(kind.key, to, SUBJECT, str(one.case.id), values)
