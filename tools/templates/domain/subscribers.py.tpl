"""What this domain registers with the kernel and hears from others."""

from __future__ import annotations

from simpul.$domain.policies import visible_$plural
from simpul.platform import subjects
from simpul.platform.actor import Actor
from simpul.platform.text import Text


def labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """What the audit explorer, the timeline and the inbox call each $entity that the actor may see."""
    return {str(key): title for key, title in visible_$plural(actor).filter(pk__in=ids).values_list("pk", "title")}


def register_all() -> None:
    """Tell the kernel, at start."""
    subjects.register(subjects.SubjectType("$ENTITY", Text(id="$Title", en="$Title"), labels))
