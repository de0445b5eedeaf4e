"""What the definition of one key may name, gathered from the registries."""

from __future__ import annotations

from typing import Any

from simpul.iam.public import roles
from simpul.platform.db import query
from simpul.platform.text import Text
from simpul.workflow import registry
from simpul.workflow.definitions.content import LANES, MAX_GUARD, MAX_STATES, MAX_TIMERS, MAX_TRANSITIONS, REACHES
from simpul.workflow.definitions.vocabulary import LANE_NAMES, REACH_NAMES, REASON, REASON_NAME, Vocabulary
from simpul.workflow.registry import Parameter
from simpul.workflow.rules import FieldSet, operator_label


def vocabulary_of(key: str, subject: str) -> Vocabulary:
    """The vocabulary of a definition; one query for the roles."""
    known = registry.subjects.get(subject)
    shipped = registry.shipped.get(key)
    return Vocabulary(
        key=key,
        subject=known.type if known else None,
        roles={role.key: role.name for role in roles()},
        fields=known.fields if known else FieldSet(()),
        inputs={each.key: each for each in known.inputs} if known else {},
        actions={name: each for name, each in registry.actions.items() if not each.subjects or subject in each.subjects},
        checks={name: each for name, each in registry.checks.items() if not each.subjects or subject in each.subjects},
        calendars=calendar_names(),
        needs=shipped.needs if shipped else registry.Needs(),
        statuses=known.statuses if known else registry.Statuses(),
    )


def calendar_names() -> dict[str, Text]:
    """The calendars that a timer may count in, by key."""
    rows = query(
        """SELECT c.key, c.title FROM crm.calendars c WHERE c.archived_at IS NULL
           AND EXISTS (SELECT FROM crm.calendar_versions v WHERE v.calendar_id = c.calendar_id AND v.status = 'APPROVED') ORDER BY c.key"""
    )
    return {row["key"]: Text(id=row["title"]["id"], en=row["title"].get("en") or row["title"]["id"]) for row in rows}


def vocabulary_row(vocabulary: Vocabulary) -> dict[str, Any]:
    """The vocabulary as the API gives it, in the reader's language."""
    return {
        "roles": [{"key": key, "name": str(name)} for key, name in vocabulary.roles.items()],
        "reaches": [{"key": key, "name": str(REACH_NAMES[key])} for key in REACHES],
        "lanes": [{"key": key, "name": str(LANE_NAMES[key])} for key in LANES],
        "fields": [
            {
                "key": each.key,
                "type": str(each.type),
                "label": str(each.label),
                "choices": [{"key": choice.key, "name": str(choice.label)} for choice in each.choices],
                "operators": [{"key": str(operator), "name": str(operator_label(each, operator))} for operator in each.operators],
            }
            for each in vocabulary.fields
        ],
        "inputs": [
            _parameter(Parameter(REASON, "text", REASON_NAME, required=False, max_length=500)),
            *(_parameter(each) for each in vocabulary.inputs.values()),
        ],
        "actions": [
            {
                "key": key,
                "name": str(each.name),
                "undoable": each.compensate is not None,
                "parameters": [_parameter(parameter) for parameter in each.parameters],
            }
            for key, each in vocabulary.actions.items()
        ],
        "checks": [{"key": key, "name": str(each.name)} for key, each in vocabulary.checks.items()],
        "calendars": [{"key": key, "name": str(name)} for key, name in vocabulary.calendars.items()],
        "needs": {"states": dict(vocabulary.needs.states), "transitions": list(vocabulary.needs.transitions), "ends": vocabulary.needs.ends},
        "statuses": [{"key": key, "name": str(name)} for key, name in vocabulary.statuses.names.items()],
        "limits": {"states": MAX_STATES, "transitions": MAX_TRANSITIONS, "timers": MAX_TIMERS, "guard": MAX_GUARD},
    }


def _parameter(each: Parameter) -> dict[str, Any]:
    return {
        "key": each.key,
        "type": each.type,
        "label": str(each.label),
        "required": each.required,
        "max_length": each.max_length,
        "choices": [{"key": key, "name": str(name)} for key, name in each.choices.items()],
    }
