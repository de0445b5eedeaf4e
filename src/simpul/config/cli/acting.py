"""Commands that act as the product itself: one transaction, and a refusal that is recorded after its roll-back, as over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from simpul.config.cli import Refusal
from simpul.platform.actor import Actor


@contextmanager
def acting() -> Iterator[Actor]:
    """SYSTEM in a transaction of its own; Django is set up already.

    Raises: Refusal with the words of what was refused.
    """
    from simpul.iam.public import system_actor
    from simpul.platform import ports
    from simpul.platform.db import scope
    from simpul.platform.errors import DomainError, Forbidden, Invalid, NotFound
    from simpul.platform.text import speaking

    actor = system_actor()
    try:
        with speaking("en"), scope(actor):
            yield actor
    except DomainError as refusal:
        if refusal.facts is not None:
            outcome = "DENIED" if isinstance(refusal, Forbidden | NotFound) else "FAILED"
            with scope(actor):
                ports.record_refusal(actor, refusal.facts, outcome, refusal.code())
        words = [each.en for each in refusal.fields.values()] if isinstance(refusal, Invalid) else []
        raise Refusal(" ".join(words) or refusal.detail.en) from None
