"""Timers: scheduled in the transaction of the change that wants them, fired set-wise by the worker, once for each key."""

from simpul.workflow.timers.registry import Handler, NewTimer, Timer, TimerKind, TimerKindUnknown, kinds, title
from simpul.workflow.timers.scheduling import cancel, cancel_of, schedule, schedule_many, schedule_new
from simpul.workflow.timers.sweeping import Swept, sweep

__all__ = [
    "Handler",
    "NewTimer",
    "Swept",
    "Timer",
    "TimerKind",
    "TimerKindUnknown",
    "cancel",
    "cancel_of",
    "kinds",
    "schedule",
    "schedule_many",
    "schedule_new",
    "sweep",
    "title",
]
