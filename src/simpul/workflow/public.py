"""The door to workflow: what domains bring and how they move their records, rules and guards, timers, working time.

In a manifest: `WorkflowSubject`, `Action`, `Check`, `Shipped`, `TimerKind`, `CalendarUsage`.
Then, in the transaction of the calling service: `start`, `move`, `roll_back`, `allowed_moves` for what a page offers, and
`subjects_changed` when a subject changes outside its workflow (its customer's branch, its owner, the date of a timer). A service that
holds the subject's row gives it along (`KnownSubject`), with the checks that it has asked; ADR 29 walks through one move.
"""

from simpul.workflow.calendars import CalendarUsage, Step, Use, WorkingTime, explain, worktime, worktime_version, worktime_versions
from simpul.workflow.registry import (
    Action,
    Check,
    KnownSubject,
    MoveFacts,
    Needs,
    Parameter,
    Place,
    Resting,
    Shipped,
    Statuses,
    Told,
    WorkflowSubject,
    definition_file,
    shipped_definition,
    subject_of,
)
from simpul.workflow.rules import Choice, Field, FieldSet, FieldType, Rule, RuleInvalid, operator_label, parse
from simpul.workflow.selectors.item_rows import required_rows
from simpul.workflow.selectors.items import ItemFacts, Possible, Standing, allowed_moves, allowed_moves_of, standing_of, state_names
from simpul.workflow.selectors.timers import TimerFacts, TimerFilter, TimerPlace, failed_timers, timer_counts, timer_get, timer_list
from simpul.workflow.services.moving import move, start, start_many
from simpul.workflow.services.rolling_back import roll_back
from simpul.workflow.services.shipping import adopt, adopt_some
from simpul.workflow.services.timers import timer_cancel, timer_fire, timer_rerun
from simpul.workflow.services.touching import subjects_changed
from simpul.workflow.timers import NewTimer, Timer, TimerKind, TimerKindUnknown, cancel, schedule, schedule_many, schedule_new, sweep
from simpul.workflow.timers import kinds as timer_kinds
from simpul.workflow.timers import title as timer_title

__all__ = [
    "Action",
    "CalendarUsage",
    "Check",
    "Choice",
    "Field",
    "FieldSet",
    "FieldType",
    "ItemFacts",
    "KnownSubject",
    "MoveFacts",
    "Needs",
    "NewTimer",
    "Parameter",
    "Place",
    "Possible",
    "Resting",
    "Rule",
    "RuleInvalid",
    "Shipped",
    "Standing",
    "Statuses",
    "Step",
    "Timer",
    "TimerFacts",
    "TimerFilter",
    "TimerKind",
    "TimerKindUnknown",
    "TimerPlace",
    "Told",
    "Use",
    "WorkflowSubject",
    "WorkingTime",
    "adopt",
    "adopt_some",
    "allowed_moves",
    "allowed_moves_of",
    "cancel",
    "definition_file",
    "explain",
    "failed_timers",
    "move",
    "operator_label",
    "parse",
    "required_rows",
    "roll_back",
    "schedule",
    "schedule_many",
    "schedule_new",
    "shipped_definition",
    "standing_of",
    "start",
    "start_many",
    "state_names",
    "subject_of",
    "subjects_changed",
    "sweep",
    "timer_cancel",
    "timer_counts",
    "timer_fire",
    "timer_get",
    "timer_kinds",
    "timer_list",
    "timer_rerun",
    "timer_title",
    "worktime",
    "worktime_version",
    "worktime_versions",
]
