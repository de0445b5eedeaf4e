"""Everything that keeps a definition from being published, or is worth a warning, each with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from simpul.platform.text import Text
from simpul.workflow.definitions import counting, graph, parts
from simpul.workflow.definitions.content import Definition
from simpul.workflow.definitions.problems import Problem, fill, pointer
from simpul.workflow.definitions.shape import MAX_PROBLEMS, read
from simpul.workflow.definitions.vocabulary import Vocabulary

_OTHER_KEY = Text(id="Kunci alur kerja ini {key} dan tidak berubah.", en="This workflow's key is {key} and does not change.")
_OTHER_SUBJECT = Text(id="Subjek alur kerja ini {subject} dan tidak berubah.", en="This workflow's subject is {subject} and does not change.")
_NO_SUBJECT = Text(id="Subjek {subject} tidak dikenal.", en="The subject {subject} is not known.")
_TWICE = Text(id="Kunci {key} dipakai lebih dari sekali.", en="The key {key} is used more than once.")
_STATE_NEEDED = Text(id="Aplikasi memerlukan keadaan {key} berjenis {kind}.", en="The application needs the state {key} of kind {kind}.")
_TRANSITION_NEEDED = Text(id="Aplikasi memerlukan transisi {key}.", en="The application needs the transition {key}.")
_OTHER_END = Text(
    id="Aplikasi tidak mengenal akhir “{state}”; pakai salah satu akhir yang ada.",
    en="The application knows no end “{state}”; use one of those that are there.",
)

_FINAL = Text(
    id="Keputusan akhir di aplikasi ini tetap: tidak ada jalan keluar atau kembali.", en="An end is final in this application: nothing leads out of it or back."
)


def validate(content: Any, vocabulary: Vocabulary) -> list[Problem]:
    """What is wrong with the content, in the order of its parts; nothing when it can be published."""
    definition, problems = read(content)
    return problems if definition is None else judge(definition, vocabulary)


def judge(definition: Definition, vocabulary: Vocabulary) -> list[Problem]:
    """The same of a definition that has its shape."""
    found = [
        *_identity(definition, vocabulary),
        *_keys(definition),
        *parts.judge(definition, vocabulary),
        *graph.judge(definition),
        *_needs(definition, vocabulary),
        *counting.judge_counting(definition, vocabulary),
    ]
    return found[:MAX_PROBLEMS]


def _identity(definition: Definition, vocabulary: Vocabulary) -> Iterator[Problem]:
    if definition.key != vocabulary.key:
        yield Problem("other_key", "/key", _OTHER_KEY.format(key=vocabulary.key))
    if vocabulary.subject is None:
        yield Problem("unknown_subject", "/subject", _NO_SUBJECT.format(subject=definition.subject))
    elif definition.subject != vocabulary.subject:
        yield Problem("other_subject", "/subject", _OTHER_SUBJECT.format(subject=vocabulary.subject))


def _keys(definition: Definition) -> Iterator[Problem]:
    yield from _twice((state.key for state in definition.states), ("states",))
    yield from _twice((transition.key for transition in definition.transitions), ("transitions",))
    for place, state in enumerate(definition.states):
        yield from _twice((timer.key for timer in state.timers), ("states", place, "timers"))


def _twice(keys: Iterable[str], at: tuple[object, ...]) -> Iterator[Problem]:
    written = list(keys)
    counts = Counter(written)
    seen: set[str] = set()
    for place, key in enumerate(written):
        if counts[key] > 1 and key in seen:
            yield Problem("key_twice", pointer(*at, place, "key"), _TWICE.format(key=key))
        seen.add(key)


def _needs(definition: Definition, vocabulary: Vocabulary) -> Iterator[Problem]:
    needs, known = vocabulary.needs, definition.by_key
    for key, kind in needs.states.items():
        if key not in known or known[key].kind != kind:
            place = pointer("states", definition.states.index(known[key]), "kind") if key in known else "/states"
            yield Problem("state_needed", place, _STATE_NEEDED.format(key=key, kind=kind))
    for key in needs.transitions:
        if key not in definition.transition_of:
            yield Problem("transition_needed", "/transitions", _TRANSITION_NEEDED.format(key=key))
    if needs.ends:
        yield from _other_ends(definition, needs.states)
        yield from _final(definition)


def _final(definition: Definition) -> Iterator[Problem]:
    ends = set(definition.ended())
    for place, transition in enumerate(definition.transitions):
        if ends & set(transition.sources):
            yield Problem("end_is_final", pointer("transitions", place, "from"), _FINAL)
        if transition.rollback is not None and ends & parts.rests_behind(definition, transition.to):
            yield Problem("end_is_final", pointer("transitions", place, "rollback"), _FINAL)


def _other_ends(definition: Definition, known: Mapping[str, str]) -> Iterator[Problem]:
    for place, state in enumerate(definition.states):
        if state.kind == "end" and known.get(state.key) != "end":
            yield Problem("other_end", pointer("states", place), fill(_OTHER_END, state=state.title))
