"""The order of bookings within a day, read from their balances.

Each booking leads from one balance to another, so a day is a walk that uses every booking once (an Eulerian path,
Hierholzer 1873); banks publish days without times and number their bookings by other rules.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Iterable, Sequence

# Sources round to a tenth: balances this near are the same.
NEAR = Decimal("0.11")


def in_order_of_balance(steps: Sequence[tuple[Decimal, Decimal]], before: Decimal | None) -> list[int]:
    """The places of the steps (signed amount, balance after) in the order in which the balances follow.

    `before` is the account's balance at the start of the day where it is known. Steps that do not form one walk keep
    their order after those that do.
    """
    if len(steps) == 1:
        return [0]
    begins, ends = [after - amount for amount, after in steps], [after for _, after in steps]
    place_of = _places([*begins, *ends, *([] if before is None else [before])])
    leaving: dict[int, list[int]] = defaultdict(list)
    surplus: dict[int, int] = defaultdict(int)
    for number in range(len(steps) - 1, -1, -1):
        leaving[place_of[begins[number]]].append(number)
        surplus[place_of[begins[number]]] += 1
        surplus[place_of[ends[number]]] -= 1
    start = place_of[before] if before is not None else -1
    if start not in leaving:
        start = next((place for place, count in surplus.items() if count > 0), place_of[begins[0]])
    walked: list[int] = []
    waiting: list[tuple[int, int]] = [(start, -1)]
    while waiting:
        place, came_by = waiting[-1]
        if leaving[place]:
            number = leaving[place].pop()
            waiting.append((place_of[ends[number]], number))
        else:
            waiting.pop()
            if came_by >= 0:
                walked.append(came_by)
    walked.reverse()
    return walked + sorted(set(range(len(steps))) - set(walked))


def _places(balances: Iterable[Decimal]) -> dict[Decimal, int]:
    """Each balance's place on the line, one for balances that are near each other."""
    found: dict[Decimal, int] = {}
    last: Decimal | None = None
    place = -1
    for balance in sorted(set(balances)):
        if last is None or balance - last > NEAR:
            place += 1
        found[balance] = place
        last = balance
    return found
