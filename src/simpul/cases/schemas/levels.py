"""What the operations on service levels and legal limits take and give."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.cases.levels.content import MOST_RULES, MOST_RUNGS
from simpul.cases.schemas.catalogue import CaseNamesIn, CaseNamesOut, Code
from simpul.platform.schemas import Moment, Strict

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,38}[a-z0-9]$")]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
PriorityName = Literal["LOW", "MEDIUM", "HIGH", "CRITICAL"]
KindName = Literal["VERBAL", "WRITTEN"]
Days = Annotated[int, Field(ge=0, le=250)]
Limit = Annotated[int, Field(ge=1, le=250)]


class TargetIn(Strict):
    """Hours of the service level's calendar, in quarters."""

    first_response_hours: float
    resolution_hours: float


class LevelRuleIn(Strict):
    category: Code
    targets: dict[PriorityName, TargetIn]


class RungIn(Strict):
    """A level of escalation: 1 the assignee, 2 the supervisor, 3 the head of the branch or unit."""

    percent: int = Field(ge=1, le=500)
    working_days: int = Field(0, ge=0, le=30)
    level: int = Field(ge=1, le=3)
    act: Literal["NOTIFY", "REASSIGN"] = "NOTIFY"


class LevelContentIn(Strict):
    """`pause_cap_hours` is how long a case may wait for its customer in all; then its clocks run on."""

    calendar: Key
    legal_rules: Key | None = None
    pause_cap_hours: int = Field(ge=0, le=2160)
    ladder: list[RungIn] = Field(max_length=MOST_RUNGS)
    rules: list[LevelRuleIn] = Field(max_length=MOST_RULES)


class LevelCreateIn(Strict):
    key: Key
    title: CaseNamesIn
    copy_of: Key | None = None


class LevelDraftIn(Strict):
    content: LevelContentIn
    version: int = Field(ge=1)


class LevelPublishIn(Strict):
    version: int = Field(ge=1)
    effective_from: date
    note: Note = ""


class LevelRestoreIn(Strict):
    number: int = Field(ge=1)
    version: int = Field(ge=1)


class LevelRenameIn(Strict):
    title: CaseNamesIn
    version: int = Field(ge=1)


class LevelPartIn(Strict):
    """A service level in a file of the configuration."""

    title: CaseNamesIn
    content: LevelContentIn


class LegalLimitsIn(Strict):
    """Limits in working days of a calendar."""

    title: CaseNamesIn
    source: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    calendar: Key
    verbal_days: Limit
    written_days: Limit
    extension_days: Days
    pause_cap_days: Days = 0


class LegalRulesIn(LegalLimitsIn):
    """A version of a set of limits; `number` is the version that it follows, 0 for a new set."""

    key: Key
    number: int = Field(ge=0)
    effective_from: date
    note: Note = ""


class ExplainIn(Strict):
    """A case as it might be: when would it be due, and why."""

    category: Code
    priority: PriorityName
    kind: KindName
    received_at: Moment


class LevelNextOut(Schema):
    number: int
    effective_from: date


class LevelOut(Schema):
    """`number` is the version in force, `next` one that has been published for later."""

    key: str
    title: str
    titles: CaseNamesOut
    is_shipped: bool
    number: int | None
    in_force_since: date | None
    next: LevelNextOut | None
    categories: list[str]
    calendar: str | None
    legal_rules: str | None
    has_draft: bool
    version: int
    can: dict[str, bool] = Field(description="update, publish")


class LevelsOut(Schema):
    items: list[LevelOut]


class LevelPersonOut(Schema):
    id: UUID
    full_name: str


class LevelVersionOut(Schema):
    number: int
    effective_from: date
    note: str
    published_at: datetime
    published_by: LevelPersonOut | None


class LevelDetailOut(LevelOut):
    draft: dict[str, Any] | None
    content: dict[str, Any] | None
    versions: list[LevelVersionOut]


class LevelVersionDetailOut(Schema):
    number: int
    effective_from: date
    content: dict[str, Any]


class LegalRulesOut(Schema):
    key: str
    number: int
    title: str
    titles: CaseNamesOut
    source: str
    calendar: str
    verbal_days: int
    written_days: int
    extension_days: int
    pause_cap_days: int
    effective_from: date
    note: str
    published_at: datetime
    in_force: bool
    can: dict[str, bool] = Field(description="update")


class LegalRulesListOut(Schema):
    items: list[LegalRulesOut]


class StepOut(Schema):
    first_on: date
    last_on: date
    reason: str
    names: list[str]
    counted: int

    @staticmethod
    def resolve_names(step: Any) -> list[str]:
        """In the reader's language."""
        return [str(name) for name in step.names]


class LineOut(Schema):
    """One line of an explanation, in the unit of its clock."""

    kind: str
    at: datetime
    until: datetime | None
    counted: int
    total: int
    target: int
    policy: str
    priority: str
    calendar: str
    reason: str
    steps: list[StepOut]


class ClockOut(Schema):
    """`target` is in seconds, or in working days of the LEGAL clock; read the days in `zone`."""

    clock: str
    unit: str
    target: int
    due_at: datetime
    zone: str
    lines: list[LineOut]


class LevelNumberOut(Schema):
    key: str
    number: int


class ExplainedOut(Schema):
    policy: LevelNumberOut
    clocks: list[ClockOut]
