"""Whether items can go anywhere: one start, everything reachable, an end from everywhere, no circle of gateways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from simpul.platform.text import Text
from simpul.workflow.definitions.content import Definition, State
from simpul.workflow.definitions.problems import Problem, fill, pointer

_NO_START = Text(id="Belum ada titik awal.", en="There is no start.")
_STARTS = Text(id="Titik awal hanya boleh satu.", en="There can be only one start.")
_NO_END = Text(id="Belum ada keadaan akhir.", en="There is no end.")
_INTO_START = Text(id="Transisi tidak boleh menuju titik awal.", en="A transition cannot lead to the start.")
_UNREACHED = Text(id="“{state}” tidak dapat dicapai dari titik awal.", en="“{state}” cannot be reached from the start.")
_DEAD_END = Text(id="“{state}” buntu: tidak ada transisi keluar dan bukan akhir.", en="“{state}” is a dead end: nothing leads out and it is no end.")
_ENDLESS = Text(id="Dari “{state}” tidak ada jalan menuju akhir.", en="From “{state}” no way leads to an end.")
_CIRCLE = Text(
    id="Gerbang “{state}” dapat kembali ke dirinya tanpa berhenti di keadaan mana pun.", en="The gateway “{state}” can come back to itself without resting."
)
_NEVER = Text(
    id="Tidak pernah dicoba: transisi tanpa syarat sebelumnya selalu diambil.",
    en="This is never tried: a transition without a guard before it is always taken.",
)
_NO_DEFAULT = Text(id="Gerbang “{state}” memerlukan transisi terakhir tanpa syarat.", en="The gateway “{state}” needs a last transition without a guard.")
_WAITS = Text(
    id="Dari “{state}” hanya sistem yang memindahkan, dan tidak ada pewaktu yang melakukannya.",
    en="Only the system leads out of “{state}”, and no timer does.",
)


def judge(definition: Definition) -> Iterator[Problem]:
    """Every place where items would get stuck, be lost or never come."""
    index = {state.key: place for place, state in enumerate(definition.states)}
    yield from _starts_and_ends(definition)
    for place, transition in enumerate(definition.transitions):
        into = definition.by_key.get(transition.to)
        if into is not None and into.kind == "start":
            yield Problem("into_start", pointer("transitions", place, "to"), _INTO_START)
    yield from _order(definition, index)
    forward = {state.key: [t.to for t in definition.leaving(state.key) if t.to in index] for state in definition.states}
    backward: dict[str, list[str]] = {key: [] for key in index}
    for source, targets in forward.items():
        for target in targets:
            backward[target].append(source)
    reached = _spread(forward, (state.key for state in definition.states if state.kind == "start"))
    ending = _spread(backward, definition.ended())
    for state in definition.states:
        at = pointer("states", index[state.key])
        if state.key not in reached and state.kind != "start":
            yield Problem("unreachable", at, fill(_UNREACHED, state=state.title))
        if not forward[state.key] and state.kind != "end":
            yield Problem("dead_end", at, fill(_DEAD_END, state=state.title))
        elif state.key not in ending:
            yield Problem("endless", at, fill(_ENDLESS, state=state.title))
    yield from _circles(definition, forward, index)
    yield from _waiting(definition, index)


def _starts_and_ends(definition: Definition) -> Iterator[Problem]:
    starts = [place for place, state in enumerate(definition.states) if state.kind == "start"]
    if not starts:
        yield Problem("no_start", pointer("states"), _NO_START)
    for place in starts[1:]:
        yield Problem("many_starts", pointer("states", place), _STARTS)
    if not definition.ended():
        yield Problem("no_end", pointer("states"), _NO_END)


def _order(definition: Definition, index: Mapping[str, int]) -> Iterator[Problem]:
    """Where transitions are tried one after the other, each can be taken, and out of a gateway one always is."""
    place_of = {id(transition): place for place, transition in enumerate(definition.transitions)}
    for state in definition.states:
        if state.rests:
            continue
        leaving = definition.leaving(state.key)
        sure = next((place for place, transition in enumerate(leaving) if transition.guard is None), None)
        for transition in leaving[sure + 1 :] if sure is not None else ():
            yield Problem("never_tried", pointer("transitions", place_of[id(transition)]), _NEVER)
        if state.kind == "gateway" and leaving and sure is None:
            yield Problem("no_default", pointer("states", index[state.key]), fill(_NO_DEFAULT, state=state.title))


def _spread(edges: Mapping[str, Iterable[str]], sources: Iterable[str]) -> set[str]:
    """What can be reached along the edges, the sources included."""
    found, waiting = set(), list(sources)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting.extend(edges.get(key, ()))
    return found


def _circles(definition: Definition, forward: Mapping[str, list[str]], index: Mapping[str, int]) -> Iterator[Problem]:
    gateways = {state.key for state in definition.states if state.kind == "gateway"}
    among = {key: [target for target in forward[key] if target in gateways] for key in gateways}
    for state in definition.states:
        if state.key in gateways and state.key in _spread(among, among[state.key]):
            yield Problem("gateway_circle", pointer("states", index[state.key]), fill(_CIRCLE, state=state.title))


def _waiting(definition: Definition, index: Mapping[str, int]) -> Iterator[Problem]:
    for state in definition.states:
        if state.kind == "task" and definition.leaving(state.key) and _only_by_itself(definition, state):
            yield Problem("only_system", pointer("states", index[state.key]), fill(_WAITS, state=state.title), severity="warning")


def _only_by_itself(definition: Definition, state: State) -> bool:
    timed = {timer.then.transition for timer in state.timers}
    return all(transition.by is not None and transition.by.system and transition.key not in timed for transition in definition.leaving(state.key))
