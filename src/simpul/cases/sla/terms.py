"""What is promised for a case: how long each clock may run, in which calendar, and how long it may wait."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simpul.cases.vocabulary import LadderAct


class Clock(StrEnum):
    """The clocks of a case: the first answer, the final response, and the limit that the law sets."""

    FIRST_RESPONSE = "FIRST_RESPONSE"
    RESOLUTION = "RESOLUTION"
    LEGAL = "LEGAL"


@dataclass(frozen=True)
class LegalTerms:
    """The law's limit in working days of a calendar.

    `pause_cap_days` is how many working days may pass uncounted while the customer is asked; 0 where the rule set knows no
    pause.
    """

    rule_set: str
    calendar: str
    days: int
    extension_days: int
    pause_cap_days: int = 0


@dataclass(frozen=True)
class Rung:
    """One level of escalation: at a share of the RESOLUTION target, or at the close of so many working days after it was used up."""

    percent: int
    working_days: int
    level: int
    act: LadderAct


@dataclass(frozen=True)
class Terms:
    """One version of a policy for one category, priority and kind of complaint; times in seconds of the calendar.

    `pause_cap` is how much working time may be waited in all; then the clocks run again by themselves, so that there is
    always a due time.
    """

    policy: str
    priority: str
    calendar: str
    first_response: int
    resolution: int
    pause_cap: int
    legal: LegalTerms | None = None
    ladder: tuple[Rung, ...] = ()

    def target(self, clock: Clock) -> int:
        """Seconds that an operational clock may run."""
        return self.first_response if clock is Clock.FIRST_RESPONSE else self.resolution
