"""What commands cost, however busy the machine is."""

from __future__ import annotations

import os


def spent() -> float:
    """Seconds of processor time of the processes that this one started and has waited for."""
    times = os.times()
    return times.children_user + times.children_system
