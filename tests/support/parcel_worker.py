"""Parcels for worker processes that tests start: registered as in the test itself, and slow enough to be killed in between."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from simpul.platform.actor import Actor
from simpul.workflow.public import MoveFacts
from tests.support.registries import put
from tests.workflow import parcels


def _entered(actor: Actor, moves: Sequence[MoveFacts]) -> None:
    parcels.SUBJECT_OF_PARCELS.entered(actor, moves)
    time.sleep(0.3)


put(replace(parcels.SUBJECT_OF_PARCELS, entered=_entered))
