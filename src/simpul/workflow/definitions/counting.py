"""Whether each state counts as something that its subject can be, and no transition promises what the subject never does."""

from __future__ import annotations

from collections.abc import Iterator

from simpul.platform.text import Text
from simpul.workflow.definitions.content import Definition, State, Transition
from simpul.workflow.definitions.parts import rests_behind
from simpul.workflow.definitions.problems import Problem, fill, pointer
from simpul.workflow.definitions.vocabulary import REASON, REASON_NAME, Vocabulary

_UNCOUNTED = Text(id="Pilih “{state}” dihitung sebagai apa.", en="Choose what “{state}” counts as.")
_NO_STATUS = Text(id="“{key}” bukan status yang dikenal aplikasi.", en="“{key}” is no status that the application knows.")
_FIXED = Text(id="“{state}” sudah menjadi status sendiri.", en="“{state}” is a status of its own already.")
_ENDS = Text(id="“{state}” dan “{status}” harus sama-sama akhir atau sama-sama bukan.", en="“{state}” and “{status}” must both be ends, or neither.")
_NEVER = Text(id="Aplikasi tidak mengubah “{before}” menjadi “{after}”.", en="The application never turns “{before}” into “{after}”.")
_WANTS = Text(id="Langkah ke “{after}” memerlukan isian “{label}”.", en="A step to “{after}” requires the field “{label}”.")


def judge_counting(definition: Definition, vocabulary: Vocabulary) -> Iterator[Problem]:
    """The problems of every state and every transition, in order; none where the subject has no statuses."""
    if not vocabulary.statuses.names:
        return
    for place, state in enumerate(definition.states):
        if state.rests:
            yield from _state(state, vocabulary, ("states", place))
    for place, transition in enumerate(definition.transitions):
        yield from _transition(definition, transition, vocabulary, ("transitions", place))


def _state(state: State, vocabulary: Vocabulary, at: tuple[object, ...]) -> Iterator[Problem]:
    names = vocabulary.statuses.names
    if state.key in names:
        if state.counts_as not in (None, state.key):
            yield Problem("counts_as_fixed", pointer(*at, "counts_as"), fill(_FIXED, state=state.title))
    elif state.counts_as is None:
        yield Problem("counts_as_missing", pointer(*at, "counts_as"), fill(_UNCOUNTED, state=state.title))
    elif state.counts_as not in names:
        yield Problem("unknown_status", pointer(*at, "counts_as"), _NO_STATUS.format(key=state.counts_as))
    elif (state.kind == "end") != (vocabulary.needs.states.get(state.counts_as) == "end"):
        yield Problem("ends_differ", pointer(*at, "counts_as"), fill(_ENDS, state=state.title, status=names[state.counts_as]))


def _transition(definition: Definition, transition: Transition, vocabulary: Vocabulary, at: tuple[object, ...]) -> Iterator[Problem]:
    statuses = vocabulary.statuses
    origins = {_status(definition, key, vocabulary) for key in transition.sources}
    targets = {_status(definition, key, vocabulary) for key in rests_behind(definition, transition.to)}
    required = {each.field for each in transition.required}
    pairs = sorted((before, after) for before in origins for after in targets if before and after and before != after)
    for before, after in pairs:
        if after not in statuses.follows.get(before, frozenset()):
            yield Problem("never_follows", pointer(*at, "to"), fill(_NEVER, before=statuses.names[before], after=statuses.names[after]))
    for after in sorted({after for _, after in pairs}):
        for name in (name for name in statuses.wants.get(after, ()) if name not in required):
            label = REASON_NAME if name == REASON else vocabulary.inputs[name].label
            yield Problem("field_wanted", pointer(*at, "required"), fill(_WANTS, after=statuses.names[after], label=label))


def _status(definition: Definition, key: str, vocabulary: Vocabulary) -> str | None:
    state = definition.by_key.get(key)
    return vocabulary.statuses.status_of(state.key, state.counts_as) if state and state.rests else None
