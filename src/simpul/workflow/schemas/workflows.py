"""What the operations on workflows take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import GetJsonSchemaHandler, StringConstraints
from pydantic_core import CoreSchema

from simpul.platform.schemas import Strict
from simpul.workflow.definitions.content import Definition

Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
KindName = Literal["START", "MOVE", "TIMER", "ROLLBACK", "MIGRATE"]
SideName = int | Literal["draft", "shipped"]


class _DefinitionShape:
    """Taken and given as it is, since a draft may be malformed; described as the definition that it is to become."""

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(handler(Definition.__pydantic_core_schema__))


DefinitionContent = Annotated[dict[str, Any], _DefinitionShape]


class WorkflowWordsOut(Schema):
    id: str
    en: str


class WorkflowPersonOut(Schema):
    id: UUID
    full_name: str


class WorkflowNamedOut(Schema):
    key: str
    name: str


class WorkflowProblemOut(Schema):
    """One thing that is wrong with a definition; `path` is the JSON pointer of the place."""

    code: str
    path: str
    severity: Literal["error", "warning"]
    message: str


class WorkflowProblemsOut(Schema):
    problems: list[WorkflowProblemOut]


class WorkflowCanOut(Schema):
    edit: bool
    publish: bool


class WorkflowVersionOut(Schema):
    """A published version. SHIPPED ones came with the product."""

    number: int
    at: datetime
    by: WorkflowPersonOut
    note: str
    origin: Literal["SHIPPED", "EDITED"]


class WorkflowVersionContentOut(WorkflowVersionOut):
    content: DefinitionContent


class WorkflowVersionsOut(Schema):
    items: list[WorkflowVersionOut]
    next_cursor: str | None


class WorkflowOut(Schema):
    """A workflow in the list."""

    key: str
    title: WorkflowWordsOut
    subject: str
    subject_name: str
    published: WorkflowVersionOut | None
    draft_changed: bool
    running: int
    can: WorkflowCanOut


class WorkflowsOut(Schema):
    items: list[WorkflowOut]
    next_cursor: str | None


class WorkflowDraftOut(Schema):
    """What is being edited; `changed` says whether it differs from what is in force."""

    content: DefinitionContent
    version: int
    changed: bool
    problems: list[WorkflowProblemOut]
    saved_at: datetime | None
    saved_by: WorkflowPersonOut | None


class WorkflowShippedOut(Schema):
    """What came with the product; it `differs` from what is in force when that was edited here or a release brought news.

    The content is there only then.
    """

    differs: bool
    content: DefinitionContent | None


class WorkflowParameterOut(Schema):
    key: str
    type: Literal["text", "integer", "boolean", "choice"]
    label: str
    required: bool
    max_length: int
    choices: list[WorkflowNamedOut]


class WorkflowFieldOut(Schema):
    """A field that guards may ask about, with the operators of rules that fit it."""

    key: str
    type: Literal["text", "integer", "money", "boolean", "date", "timestamp", "choice", "uuid", "text_set"]
    label: str
    choices: list[WorkflowNamedOut]
    operators: list[WorkflowNamedOut]


class WorkflowActionOut(Schema):
    """An action for effects and timers; only `undoable` ones stand on transitions that may be rolled back."""

    key: str
    name: str
    undoable: bool
    parameters: list[WorkflowParameterOut]


class WorkflowNeedsOut(Schema):
    """What the application relies on: states by kind, transitions, and whether other ends are unknown to it."""

    states: dict[str, str]
    transitions: list[str]
    ends: bool


class WorkflowLimitsOut(Schema):
    states: int
    transitions: int
    timers: int
    guard: int


class WorkflowVocabularyOut(Schema):
    """What a definition may name. `inputs` are what moves bring along; `required` names inputs or fields."""

    roles: list[WorkflowNamedOut]
    reaches: list[WorkflowNamedOut]
    lanes: list[WorkflowNamedOut]
    fields: list[WorkflowFieldOut]
    inputs: list[WorkflowParameterOut]
    actions: list[WorkflowActionOut]
    checks: list[WorkflowNamedOut]
    calendars: list[WorkflowNamedOut]
    needs: WorkflowNeedsOut
    statuses: list[WorkflowNamedOut]
    limits: WorkflowLimitsOut


class WorkflowRunningVersionOut(Schema):
    number: int
    running: int
    states: dict[str, int]


class WorkflowCountsOut(Schema):
    """Items that have not ended."""

    running: int
    versions: list[WorkflowRunningVersionOut]


class WorkflowDetailOut(Schema):
    key: str
    title: WorkflowWordsOut
    subject: str
    subject_name: str
    draft: WorkflowDraftOut
    published: WorkflowVersionContentOut | None
    shipped: WorkflowShippedOut | None
    vocabulary: WorkflowVocabularyOut
    counts: WorkflowCountsOut
    can: WorkflowCanOut


class WorkflowDraftIn(Strict):
    content: DefinitionContent
    version: int


class WorkflowCheckIn(Strict):
    content: DefinitionContent


class WorkflowPublishIn(Strict):
    version: int
    note: Note = ""


class WorkflowRestoreIn(Strict):
    """`number` is a version, or `shipped` for what came with the product."""

    number: int | Literal["shipped"]
    version: int


class WorkflowChangeOut(Schema):
    """One part that differs; in paths, states, transitions and timers stand by their keys."""

    path: str
    kind: Literal["added", "removed", "changed"]
    before: Any = None
    after: Any = None
    sentence: str


class WorkflowDiffOut(Schema):
    items: list[WorkflowChangeOut]
