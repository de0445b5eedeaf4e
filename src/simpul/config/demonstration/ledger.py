"""Made bookings: each account lives on a way of its own (salary, pension, trade, savings) over a span of days.

Frequencies and amounts follow the shape of a real bank's books: a median of a few bookings a month with a long tail,
amounts spread log-normally, interest and fees at the end of each month, and balances that follow from each other.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import exp
from random import Random
from typing import Any, NamedTuple, Sequence

from simpul.config.demonstration.merchants import BILLS, EMPLOYERS, MERCHANTS

FIELDS = ("source_key", "account_no", "booked_on", "occurred_at", "direction", "amount", "kind", "channel", "counterparty", "balance_after")


class Account(NamedTuple):
    """An account that lives: whose, which number, how its owner lives, and bookings a month."""

    number: str
    living: str  # SALARY, PENSION, TRADE, SAVINGS
    monthly: float
    scale: float  # 1 is an ordinary household


class Booking(NamedTuple):
    """One booking before its balance is known."""

    day: int
    minute: int
    incoming: bool
    amount: int
    kind: str
    channel: str
    counterparty: str | None


def account_of(random: Random, number: str, segment: str, kind: str, tags: Sequence[str], busy: float) -> Account:
    """How this account lives, given whose it is."""
    living = "TRADE" if kind == "ORGANISATION" or segment == "MSME" else "PENSION" if "pensiunan" in tags else "SALARY" if random.random() < 0.6 else "SAVINGS"
    scale = {"PRIORITY": 5.0, "CORPORATE": 18.0, "MSME": 3.0}.get(segment, 1.0) * exp(random.gauss(0, 0.45))
    return Account(number, living, max(0.3, busy * exp(random.gauss(-0.18, 0.6))), scale)


def bookings(random: Random, account: Account, days: int, end: date) -> list[Booking]:
    """What happens on the account in the days up to `end`, in order."""
    chance = random.random
    found: list[Booking] = []
    scale = account.scale

    def add(day: int, minute: int, incoming: bool, amount: float, kind: str, channel: str, counterparty: str | None = None, step: int = 100) -> None:
        found.append(Booking(day, minute, incoming, max(step, int(amount / step) * step), kind, channel, counterparty))

    base = 4_200_000 * scale
    payer = EMPLOYERS[int(chance() * len(EMPLOYERS))]
    add(0, 490, True, base * (0.6 + chance()) * (1 if account.monthly < 1 else 2), "CASH_DEPOSIT", "BRANCH", None, 50_000)
    months = max(1, days // 30)
    first_bill = int(chance() * len(BILLS))
    for month in range(months):
        start = days - (month + 1) * 30
        if start < 0:
            break
        if account.living == "SALARY":
            add(start + 24, 480 + int(chance() * 60), True, base, "SALARY", "SYSTEM", payer, 1000)
        elif account.living == "PENSION":
            add(start + 1, 500 + int(chance() * 90), True, base * 0.6, "PENSION", "SYSTEM", "PT Taspen (Persero)", 1000)
        if account.monthly >= 1:
            add(start + 29, 1420, True, 900 + base * 0.0012, "INTEREST", "SYSTEM", None, 1)
            add(start + 29, 1425, False, 6_500, "FEE", "SYSTEM", None)
            if account.living != "TRADE" and chance() < 0.75:
                biller, low, high = BILLS[(first_bill + int(chance() * 3)) % len(BILLS)]
                add(
                    start + 2 + int(chance() * 18),
                    540 + int(chance() * 600),
                    False,
                    low + (high - low) * chance() * min(scale, 4),
                    "BILL_PAYMENT",
                    "MOBILE",
                    biller,
                )
    for _ in range(int(account.monthly * months + chance())):
        day, share, minute = int(days * chance()), chance(), 420 + int(chance() * 840)
        amount = exp(random.gauss(11.6, 0.9))
        if account.living == "TRADE":
            if share < 0.55:
                add(day, minute, True, amount * 1.4 * scale, "QRIS", "QRIS", None)
            elif share < 0.75:
                add(day, minute, False, amount * 7 * scale, "TRANSFER", "MOBILE", _supplier(random))
            elif share < 0.9:
                add(day, 500 + int(chance() * 420), True, amount * 9 * scale, "CASH_DEPOSIT", "BRANCH", None, 50_000)
            else:
                add(day, 500 + int(chance() * 420), False, amount * 8 * scale, "CASH_WITHDRAWAL", "BRANCH", None, 50_000)
        elif share < 0.38:
            add(day, minute, False, amount * 0.6, "QRIS", "QRIS", MERCHANTS[int(chance() * len(MERCHANTS))])
        elif share < 0.6:
            add(day, minute, False, amount * 4 * min(scale, 6), "CASH_WITHDRAWAL", "ATM", None, 50_000)
        elif share < 0.72:
            add(day, minute, False, amount * 3 * scale, "TRANSFER", "MOBILE", _someone(random))
        elif share < 0.84:
            add(day, minute, True, amount * 4 * scale, "TRANSFER", "MOBILE", _someone(random))
        elif share < 0.92:
            add(day, 500 + int(chance() * 420), True, amount * 6 * scale, "CASH_DEPOSIT", "BRANCH", None, 50_000)
        else:
            add(day, minute, False, amount * 1.6 * min(scale, 5), "CARD", "EDC", MERCHANTS[int(chance() * len(MERCHANTS))])
    found.sort()
    return found


def rows(account: Account, events: Sequence[Booking], days: int, end: date) -> list[dict[str, Any]]:
    """The bookings with their balances, from nothing; what the balance cannot bear is left out."""
    balance = 0
    made: list[dict[str, Any]] = []
    begin = end - timedelta(days=days)
    day_known: tuple[int, str] = (-1, "")
    for event in events:
        if not event.incoming and event.amount > balance:
            continue
        balance += event.amount if event.incoming else -event.amount
        if day_known[0] != event.day:
            day_known = (event.day, (begin + timedelta(days=event.day + 1)).isoformat())
        day = day_known[1]
        made.append(
            {
                "source_key": f"{account.number}-{len(made) + 1}",
                "account_no": account.number,
                "booked_on": day,
                "occurred_at": f"{day} {event.minute // 60:02d}:{event.minute % 60:02d}:{(event.amount // 7) % 60:02d}+07",
                "direction": "IN" if event.incoming else "OUT",
                "amount": str(event.amount),
                "kind": event.kind,
                "channel": event.channel,
                "counterparty": event.counterparty,
                "balance_after": str(balance),
            }
        )
    return made


_SOMEONE = ("Andi", "Rina", "Togar", "Siti", "Budi", "Dewi", "Ramses", "Maria", "Fajar", "Lestari", "Hotma", "Yuni")
_FAMILY = ("Siregar", "Hutabarat", "Nasution", "Ginting", "Lubis", "Simbolon", "Harahap", "Sembiring", "Purba", "Tanjung", "Wijaya", "Saragih")


def _someone(random: Random) -> str:
    return f"{_SOMEONE[int(random.random() * 12)]} {_FAMILY[int(random.random() * 12)]}"


def _supplier(random: Random) -> str:
    return f"UD {_FAMILY[int(random.random() * 12)]} Jaya"
