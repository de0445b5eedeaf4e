"""Whom a mapping of states would give a status that the application never gives so: told before anything is moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from simpul.platform.db import scope
from simpul.platform.ports import system_actor
from simpul.platform.text import Text
from simpul.workflow.definitions.content import Definition
from simpul.workflow.definitions.problems import Problem, fill, pointer
from simpul.workflow.models import WorkflowItem
from simpul.workflow.registry import Statuses, subject_of, subjects

CHUNK = 500
_NEVER = Text(
    id="{items} data di “{state}” berstatus “{before}” dan tidak dapat menjadi “{after}”: aplikasi tidak mengubahnya begitu.",
    en="{items} items in “{state}” are “{before}” and cannot become “{after}”: the application never does that.",
)
_WANTS = Text(
    id="{items} data di “{state}” tidak dapat menjadi “{after}” lewat perpindahan versi: langkah itu perlu isian dari orang.",
    en="{items} items in “{state}” cannot become “{after}” by a migration: that step needs to be filled in by a person.",
)


def never_follow(
    subject: str, version_id: UUID, old: Definition, new: Definition, mapping: Mapping[str, str], populated: Sequence[Mapping[str, Any]]
) -> list[Problem]:
    """A problem for each populated state whose items cannot become what the mapping says, with how many; ended ones too where they come along."""
    if subject not in subjects or not (statuses := subject_of(subject).statuses).names:
        return []
    found = []
    for row in (row for row in populated if row["state"] in mapping):
        state, target = old.by_key[row["state"]], new.by_key[mapping[row["state"]]]
        after = statuses.status_of(target.key, target.counts_as)
        for before, items in sorted(_standing(subject, statuses, version_id, old, row).items()):
            if after is not None and after != before and (text := _refusal(statuses, before, after)):
                words = {"items": items, "state": state.title, "before": statuses.names[before], "after": statuses.names[after]}
                found.append(Problem("never_follows", pointer("mapping", state.key), fill(text, **words)))
    return found


def _refusal(statuses: Statuses, before: str, after: str) -> Text | None:
    if after not in statuses.follows.get(before, frozenset()):
        return _NEVER
    return _WANTS if statuses.wants.get(after) else None


def _standing(subject: str, statuses: Statuses, version_id: UUID, old: Definition, row: Mapping[str, Any]) -> Mapping[str, int]:
    """How many items of a state have which status; where an old definition does not say, the records themselves are asked."""
    state = old.by_key[row["state"]]
    if known := statuses.status_of(state.key, state.counts_as):
        return {known: row["items"]}
    counted: Counter[str] = Counter()
    with scope(system_actor()):  # who draws workflows need not see what runs on them
        ids = list(WorkflowItem.objects.filter(version_id=version_id, state=state.key).values_list("subject_id", flat=True))
        for at in range(0, len(ids), CHUNK):
            counted.update(str(values["status"]) for values in subject_of(subject).load(ids[at : at + CHUNK]).values())
    return counted
