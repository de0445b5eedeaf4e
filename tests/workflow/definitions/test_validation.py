"""What keeps a workflow from being published, each problem with the place that the editor marks."""

from __future__ import annotations

from typing import Any

import pytest

from simpul.platform.text import Text
from simpul.workflow import registry
from simpul.workflow.definitions.validation import validate
from simpul.workflow.definitions.vocabulary import Vocabulary
from simpul.workflow.registry import Needs
from tests.workflow import parcels


@pytest.fixture
def judge():
    with parcels.registered():
        vocabulary = Vocabulary(
            key="parcel",
            subject=parcels.SUBJECT,
            roles=dict.fromkeys(("AGENT", "SUPERVISOR", "DATA_STEWARD"), Text(id="Peran", en="Role")),
            fields=parcels.FIELDS,
            inputs={each.key: each for each in parcels.INPUTS},
            actions={key: each for key, each in registry.actions.items() if parcels.SUBJECT in each.subjects},
            checks={key: each for key, each in registry.checks.items() if parcels.SUBJECT in each.subjects},
            calendars={"always": Text(id="Setiap saat", en="Always")},
        )
        yield lambda content, **more: [(each.code, each.path, each.severity) for each in validate(content, Vocabulary(**{**vars(vocabulary), **more}))]


def changed(path: str, value: Any) -> dict[str, Any]:
    """The shipping of parcels with one part changed; `-` as the last step appends."""
    content = parcels.shipping()
    *steps, last = [int(step) if step.isdigit() else step for step in path.strip("/").split("/")]
    part: Any = content
    for step in steps:
        part = part[step]
    if last == "-":
        part.append(value)
    else:
        part[last] = value
    return content


def test_the_shipping_of_parcels_is_in_order(judge):
    assert judge(parcels.shipping()) == []


TIMER = {"key": "t", "after": {"seconds": 60}, "then": {"transition": "weigh"}}


@pytest.mark.parametrize(
    ("content", "code", "path"),
    [
        (changed("/transitions/1/by/roles/0", "WIZARD"), "unknown_role", "/transitions/1/by/roles/0"),
        (changed("/transitions/1/by", None), "by_missing", "/transitions/1/by"),
        (changed("/transitions/1/by", {"roles": ["AGENT"]}), "by_shape", "/transitions/1/by"),
        (changed("/transitions/4/guard", {"cel": "weight > 1 " + " " * 1_000}), "guard_too_long", "/transitions/4/guard/cel"),
        (changed("/transitions/4/guard", {"cel": "[1, 2].exists(x, x == weight)"}), "guard_loops", "/transitions/4/guard/cel"),
        (changed("/transitions/4/guard", {"cel": "colour == 'red'"}), "guard_names", "/transitions/4/guard/cel"),
        (changed("/transitions/4/guard", {"cel": "weight >"}), "guard_unreadable", "/transitions/4/guard/cel"),
        (changed("/transitions/4/guard", {"cel": "true", "rule": {}}), "guard_shape", "/transitions/4/guard"),
        (changed("/transitions/4/from/0", "MARS"), "unknown_state", "/transitions/4/from/0"),
        (changed("/transitions/4/to", "MARS"), "unknown_state", "/transitions/4/to"),
        (changed("/transitions/4/to", "START"), "into_start", "/transitions/4/to"),
        (changed("/transitions/0/from", ["START", "SENT"]), "not_alone", "/transitions/0/from"),
        (changed("/transitions/0/by", {"system": True}), "not_from_here", "/transitions/0/by"),
        (changed("/transitions/3/guard", {"cel": "weight > 1"}), "no_default", "/states/2"),
        (changed("/transitions/2/guard", None), "never_tried", "/transitions/3"),
        (changed("/transitions/3/to", "SCALES"), "gateway_circle", "/states/2"),
        (changed("/states/-", parcels.state("ALONE")), "unreachable", "/states/7"),
        (changed("/states/-", parcels.state("ALONE")), "dead_end", "/states/7"),
        (changed("/states/-", parcels.state("AGAIN", "start")), "many_starts", "/states/7"),
        (changed("/states/0/kind", "task"), "no_start", "/states"),
        (changed("/states/1/key", "SENT"), "key_twice", "/states/4/key"),
        (changed("/transitions/1/checks", ["nobody.knows"]), "unknown_check", "/transitions/1/checks/0"),
        (changed("/transitions/1/effects/0/action", "nobody.knows"), "unknown_action", "/transitions/1/effects/0/action"),
        (changed("/transitions/1/effects/0/with", {}), "parameter_missing", "/transitions/1/effects/0/with/mark"),
        (changed("/transitions/1/effects/0/with/mark", "too long"), "parameter_unfit", "/transitions/1/effects/0/with/mark"),
        (changed("/transitions/1/effects/0/with/colour", "red"), "unknown_parameter", "/transitions/1/effects/0/with/colour"),
        (changed("/transitions/1/effects/0", {"action": "parcels.burn"}), "no_way_back", "/transitions/1/rollback"),
        (changed("/transitions/2/effects/0", {"action": "parcels.burn"}), "no_way_back", "/transitions/1/rollback"),
        (changed("/transitions/1/required/0/field", "colour"), "unknown_field", "/transitions/1/required/0/field"),
        (
            changed("/states/1/timers/-", {**TIMER, "after": {"working_seconds": 60, "calendar": "moon"}}),
            "unknown_calendar",
            "/states/1/timers/1/after/calendar",
        ),
        (changed("/states/1/timers/-", {**TIMER, "after": {}}), "timer_after", "/states/1/timers/1/after"),
        (changed("/states/1/timers/-", {**TIMER, "after": {"field": "weight"}}), "field_no_moment", "/states/1/timers/1/after/field"),
        (changed("/states/1/timers/-", {**TIMER, "then": {"transition": "deliver"}}), "timer_transition", "/states/1/timers/1/then/transition"),
        (changed("/states/2/timers", [TIMER]), "timer_place", "/states/2/timers"),
        (changed("/key", "other"), "other_key", "/key"),
        (changed("/subject", "OTHER"), "other_subject", "/subject"),
        (changed("/states", [parcels.state(f"S{number}") for number in range(201)]), "too_many_states", "/states"),
        (changed("/transitions", [{}] * 1_001), "too_many_transitions", "/transitions"),
        (changed("/states/1/key", "small"), "malformed", "/states/1/key"),
        (changed("/states/1/lane", "pilot"), "not_a_choice", "/states/1/lane"),
        (changed("/transitions/1/colour", "red"), "unknown_part", "/transitions/1/colour"),
        ({}, "missing", "/key"),
        ([], "malformed", ""),
    ],
)
def test_each_problem_is_told_with_its_place(judge, content, code, path):
    assert (code, path, "error") in judge(content)


def test_a_workflow_without_an_end_in_sight_is_endless(judge):
    content = parcels.definition(
        [parcels.state("START", "start"), parcels.state("A"), parcels.state("B"), parcels.state("OUT", "end")],
        [
            parcels.transition("come", "START", "A", passed=True),
            parcels.transition("on", "A", "B"),
            parcels.transition("back", "B", "A"),
        ],
    )

    assert ("endless", "/states/1", "error") in judge(content) and ("endless", "/states/2", "error") in judge(content)


def test_what_the_application_relies_on_stays(judge):
    needs = Needs(states={"TAKEN": "task", "LOST": "end"}, transitions=("weigh", "fly"), ends=True)
    found = judge(parcels.shipping(), needs=needs)

    assert {code for code, _, _ in found} == {"state_needed", "transition_needed", "other_end", "end_is_final"}
    assert ("end_is_final", "/transitions/8/from", "error") in found and ("end_is_final", "/transitions/5/rollback", "error") in found


def test_a_state_that_only_the_system_leaves_is_a_warning(judge):
    content = changed("/transitions/1/by", {"system": True})

    assert ("only_system", "/states/1", "warning") in judge(content)


def test_nesting_beyond_all_bounds_is_one_problem(judge):
    deep: Any = {}
    for _ in range(10_000):
        deep = {"not": deep}

    assert judge(deep) == [("too_deep", "", "error")]
