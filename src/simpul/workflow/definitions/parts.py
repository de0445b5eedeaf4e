"""Whether each part of a definition names what exists and stands where it may."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from simpul.platform.text import Text
from simpul.workflow.definitions.content import REACHES, By, Definition, Effect, State, StateTimer, Transition
from simpul.workflow.definitions.problems import Problem, fill, pointer
from simpul.workflow.definitions.values import unfit
from simpul.workflow.definitions.vocabulary import Vocabulary
from simpul.workflow.registry import Action
from simpul.workflow.rules import FieldType, RuleInvalid, outside_choices, read_guard

_UNKNOWN_STATE = Text(id="Keadaan {key} tidak ada.", en="There is no state {key}.")
_STATE_TWICE = Text(id="Keadaan ini sudah disebut.", en="This state is named already.")
_ALONE = Text(
    id="“{state}” hanya dilewati, jadi transisinya tidak digabung dengan keadaan lain.",
    en="“{state}” is only passed through, so its transitions start there alone.",
)
_NOT_FROM_HERE = Text(id="Transisi dari “{state}” tidak memakai ini.", en="A transition from “{state}” does not use this.")
_BY_MISSING = Text(id="Tentukan siapa yang boleh melakukan transisi ini.", en="Say who may make this transition.")
_BY_SHAPE = Text(id="Tentukan peran beserta jangkauannya, atau sistem saja.", en="Name roles with their reach, or the system alone.")
_ROLE = Text(id="Peran {key} tidak dikenal.", en="The role {key} is not known.")
_CHECK = Text(id="Pemeriksaan {key} tidak tersedia untuk subjek ini.", en="The check {key} is not available for this subject.")
_ACTION = Text(id="Tindakan {key} tidak tersedia untuk subjek ini.", en="The action {key} is not available for this subject.")
_FIELD = Text(id="Isian {key} tidak dikenal.", en="There is no field {key}.")
_CALENDAR = Text(id="Kalender {key} tidak dikenal.", en="There is no calendar {key}.")
_PARAMETER = Text(id="Tindakan ini tidak memakai {key}.", en="This action takes no {key}.")
_NEEDED = Text(id="Isi “{label}”.", en="Fill in “{label}”.")
_NOT_UNDONE = Text(
    id="Tidak dapat dibatalkan: tindakan “{action}” tidak punya kebalikan.", en="This cannot be rolled back: the action “{action}” has no way back."
)
_TIMER_PLACE = Text(id="“{state}” hanya dilewati, jadi tidak memakai pewaktu.", en="“{state}” is only passed through and takes no timers.")
_AFTER = Text(
    id="Isi tepat satu: detik, detik kerja dengan kalendernya, atau isian tanggal.",
    en="Give exactly one: seconds, working seconds with their calendar, or a field.",
)
_THEN = Text(id="Isi tepat satu: transisi, atau tindakan.", en="Give exactly one: a transition or an action.")
_MOMENT = Text(id="Isian {key} bukan tanggal atau waktu.", en="The field {key} is no date or time.")
_TIMER_TRANSITION = Text(id="Dari “{state}” tidak ada transisi {key}.", en="No transition {key} leads out of “{state}”.")
_ROLES_SHAPE = Text(id="Peran yang sama disebut dua kali.", en="The same role is named twice.")


def judge(definition: Definition, vocabulary: Vocabulary) -> Iterator[Problem]:
    """The problems of every timer and every transition, in order."""
    for place, state in enumerate(definition.states):
        for number, timer in enumerate(state.timers):
            yield from _timer(definition, vocabulary, state, timer, ("states", place, "timers", number))
        if state.timers and not state.rests:
            yield Problem("timer_place", pointer("states", place, "timers"), fill(_TIMER_PLACE, state=state.title))
    for place, transition in enumerate(definition.transitions):
        yield from _ends(definition, transition, ("transitions", place))
        yield from _who(definition, vocabulary, transition, ("transitions", place))
        yield from _conditions(vocabulary, transition, ("transitions", place))
        yield from _effects(vocabulary, transition.effects, ("transitions", place, "effects"))
        yield from _way_back(definition, vocabulary, transition, ("transitions", place, "rollback"))


def _passed(definition: Definition, transition: Transition) -> State | None:
    """The state that a transition leaves without anybody having rested there."""
    known = definition.by_key
    return next((known[key] for key in transition.sources if key in known and not known[key].rests), None)


def _ends(definition: Definition, transition: Transition, at: tuple[object, ...]) -> Iterator[Problem]:
    for number, key in enumerate(transition.sources):
        if key not in definition.by_key:
            yield Problem("unknown_state", pointer(*at, "from", number), _UNKNOWN_STATE.format(key=key))
        elif key in transition.sources[:number]:
            yield Problem("state_twice", pointer(*at, "from", number), _STATE_TWICE)
    if transition.to not in definition.by_key:
        yield Problem("unknown_state", pointer(*at, "to"), _UNKNOWN_STATE.format(key=transition.to))
    passed = _passed(definition, transition)
    if passed is not None and len(transition.sources) > 1:
        yield Problem("not_alone", pointer(*at, "from"), fill(_ALONE, state=passed.title))


def _who(definition: Definition, vocabulary: Vocabulary, transition: Transition, at: tuple[object, ...]) -> Iterator[Problem]:
    passed = _passed(definition, transition)
    if passed is not None:
        for name in ("by", "checks", "required", "rollback"):
            if getattr(transition, name):
                yield Problem("not_from_here", pointer(*at, name), fill(_NOT_FROM_HERE, state=passed.title))
        return
    if transition.by is None:
        yield Problem("by_missing", pointer(*at, "by"), _BY_MISSING)
        return
    yield from _by(transition.by, vocabulary, (*at, "by"))


def _by(by: By, vocabulary: Vocabulary, at: tuple[object, ...]) -> Iterator[Problem]:
    people = bool(by.roles) and by.reach in REACHES
    if by.system is True and by.roles is None and by.reach is None:
        return
    if by.system is not None or not people:
        yield Problem("by_shape", pointer(*at), _BY_SHAPE)
    yield from _roles(by.roles or (), vocabulary, (*at, "roles"))


def _roles(roles: Collection[str], vocabulary: Vocabulary, at: tuple[object, ...]) -> Iterator[Problem]:
    written = list(roles)
    for number, key in enumerate(written):
        if key not in vocabulary.roles:
            yield Problem("unknown_role", pointer(*at, number), _ROLE.format(key=key))
        elif key in written[:number]:
            yield Problem("role_twice", pointer(*at, number), _ROLES_SHAPE)


def _conditions(vocabulary: Vocabulary, transition: Transition, at: tuple[object, ...]) -> Iterator[Problem]:
    if transition.guard is not None:
        try:
            read_guard(transition.guard.written(), vocabulary.fields)
        except RuleInvalid as error:
            for found in error.problems:
                yield Problem(found.code, pointer(*at, "guard") + found.path, found.message)
        for found in outside_choices(transition.guard.cel or "", vocabulary.fields):
            yield Problem(found.code, pointer(*at, "guard") + found.path, found.message)
    for number, key in enumerate(transition.checks):
        if key not in vocabulary.checks:
            yield Problem("unknown_check", pointer(*at, "checks", number), _CHECK.format(key=key))
    for number, required in enumerate(transition.required):
        if required.field not in vocabulary.requirable():
            yield Problem("unknown_field", pointer(*at, "required", number, "field"), _FIELD.format(key=required.field))


def _effects(vocabulary: Vocabulary, effects: list[Effect], at: tuple[object, ...]) -> Iterator[Problem]:
    for number, effect in enumerate(effects):
        action = vocabulary.actions.get(effect.action)
        if action is None:
            yield Problem("unknown_action", pointer(*at, number, "action"), _ACTION.format(key=effect.action))
        else:
            yield from _settings(action, effect.values, (*at, number, "with"))


def _settings(action: Action, values: Mapping[str, Any], at: tuple[object, ...]) -> Iterator[Problem]:
    known = {parameter.key: parameter for parameter in action.parameters}
    for key in values:
        if key not in known:
            yield Problem("unknown_parameter", pointer(*at, key), _PARAMETER.format(key=key))
    for key, parameter in known.items():
        if values.get(key) in (None, ""):
            if parameter.required:
                yield Problem("parameter_missing", pointer(*at, key), fill(_NEEDED, label=parameter.label))
        elif problem := unfit(parameter, values[key]):
            yield Problem("parameter_unfit", pointer(*at, key), problem)


def _way_back(definition: Definition, vocabulary: Vocabulary, transition: Transition, at: tuple[object, ...]) -> Iterator[Problem]:
    if transition.rollback is None or _passed(definition, transition) is not None:
        return
    yield from _roles(transition.rollback.roles, vocabulary, (*at, "roles"))
    for effect in [*transition.effects, *(effect for later in _passed_on(definition, transition.to) for effect in later.effects)]:
        action = vocabulary.actions.get(effect.action)
        if action is not None and action.compensate is None:
            yield Problem("no_way_back", pointer(*at), fill(_NOT_UNDONE, action=action.name))


def rests_behind(definition: Definition, target: str) -> set[str]:
    """The states in which an item may come to rest when it is sent to a target."""
    ways = {target, *(transition.to for transition in _passed_on(definition, target))}
    return {key for key in ways if key in definition.by_key and definition.by_key[key].rests}


def _passed_on(definition: Definition, target: str) -> Iterator[Transition]:
    """The transitions that may be taken behind a target before an item rests."""
    seen, waiting = set(), [target]
    while waiting:
        key = waiting.pop()
        state = definition.by_key.get(key)
        if key in seen or state is None or state.rests:
            continue
        seen.add(key)
        for transition in definition.leaving(key):
            yield transition
            waiting.append(transition.to)


def _timer(definition: Definition, vocabulary: Vocabulary, state: State, timer: StateTimer, at: tuple[object, ...]) -> Iterator[Problem]:
    after, then = timer.after, timer.then
    ways = [after.seconds is not None, after.working_seconds is not None, after.field is not None]
    if sum(ways) != 1 or (after.calendar is not None) != (after.working_seconds is not None):
        yield Problem("timer_after", pointer(*at, "after"), _AFTER)
    if after.calendar is not None and after.calendar not in vocabulary.calendars:
        yield Problem("unknown_calendar", pointer(*at, "after", "calendar"), _CALENDAR.format(key=after.calendar))
    if after.field is not None:
        field = vocabulary.fields.get(after.field)
        if field is None:
            yield Problem("unknown_field", pointer(*at, "after", "field"), _FIELD.format(key=after.field))
        elif field.type not in (FieldType.DATE, FieldType.TIMESTAMP):
            yield Problem("field_no_moment", pointer(*at, "after", "field"), _MOMENT.format(key=after.field))
    if (then.transition is None) == (then.action is None) or (then.transition is not None and then.values is not None):
        yield Problem("timer_then", pointer(*at, "then"), _THEN)
    if then.transition is not None and all(each.key != then.transition for each in definition.leaving(state.key)):
        yield Problem("timer_transition", pointer(*at, "then", "transition"), fill(_TIMER_TRANSITION, state=state.title, key=then.transition))
    if then.action is not None:
        action = vocabulary.actions.get(then.action)
        if action is None:
            yield Problem("unknown_action", pointer(*at, "then", "action"), _ACTION.format(key=then.action))
        else:
            yield from _settings(action, then.values or {}, (*at, "then", "with"))
