"""What a definition may speak of: roles, fields, actions, checks and calendars that exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simpul.platform.text import Text
from simpul.workflow.registry import Action, Check, Needs, Parameter, Statuses
from simpul.workflow.rules import FieldSet

REASON = "reason"  # of every move; a transition may require it

REACH_NAMES: Mapping[str, Text] = {
    "OWN": Text(id="Milik sendiri", en="Own"),
    "PORTFOLIO": Text(id="Portofolio", en="Portfolio"),
    "BRANCH": Text(id="Cabang", en="Branch"),
    "ALL": Text(id="Semua", en="All"),
}
LANE_NAMES: Mapping[str, Text] = {
    "customer": Text(id="Nasabah/kanal", en="Customer/channel"),
    "agent": Text(id="Petugas", en="Agent"),
    "supervisor": Text(id="Supervisor", en="Supervisor"),
    "unit": Text(id="Unit", en="Unit"),
    "compliance": Text(id="Kepatuhan", en="Compliance"),
    "system": Text(id="Sistem", en="System"),
}
REASON_NAME = Text(id="alasan", en="reason")


@dataclass(frozen=True)
class Vocabulary:
    """Everything that a definition of one key may name. `subject` is None when its domain is not there."""

    key: str
    subject: str | None
    roles: Mapping[str, Text] = field(default_factory=dict)
    fields: FieldSet = field(default_factory=lambda: FieldSet(()))
    inputs: Mapping[str, Parameter] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    checks: Mapping[str, Check] = field(default_factory=dict)
    calendars: Mapping[str, Text] = field(default_factory=dict)
    needs: Needs = field(default_factory=Needs)
    statuses: Statuses = field(default_factory=Statuses)

    def requirable(self) -> set[str]:
        """What a transition may require: fields of the subject, what a move brings along, and the reason."""
        return {REASON, *self.fields.keys(), *self.inputs}
