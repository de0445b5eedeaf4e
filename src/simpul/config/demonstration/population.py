"""A made organisation's customers with all that hangs on them, as a stream of chunks for the loaders.

One chunk of customers is followed by its identifiers, products, ties, portfolio and bookings, so that memory stays
the same at any volume and equal seeds give equal data.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain
from random import Random
from typing import Any, Iterable, Iterator, Mapping, Sequence

from simpul.config.demonstration import ledger
from simpul.config.demonstration.people import CUSTOMER_FIELDS, People
from simpul.config.demonstration.places import Place

Row = dict[str, Any]
Columns = Mapping[str, Sequence[Any]]

FIELDS: dict[str, tuple[str, ...]] = {
    "customers": CUSTOMER_FIELDS,
    "identifiers": ("customer_key", "id_type", "value", "is_primary"),
    "products": ("customer_key", "product", "held", "as_of"),
    "relationships": ("customer_key", "related_key", "kind", "role", "valid_from"),
    "portfolio": ("customer_key", "rm_username"),
    "transactions": ledger.FIELDS,
}
PORTFOLIO = 300


@dataclass
class Plan:
    """What to make. `rms` are the user names of the relationship managers of each branch."""

    seed: int
    customers: int
    transactions: int
    places: Sequence[Place]
    rms: Mapping[str, Sequence[str]]
    today: date
    days: int = 365
    at_once: int = 10_000
    first: Sequence[Story] = ()
    prefix: str = "CIF"
    account_prefix: str = ""
    until: date | None = None
    only_held: bool = False  # in volume, a product that a customer lacks is left out


@dataclass
class Story:
    """A customer with a name, made by hand: the row, its accounts with their bookings, and what else hangs on it."""

    row: Row
    products: Mapping[str, bool]
    bookings: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    rm_username: str | None = None
    ties: Sequence[Row] = ()


class Population:
    """The stream of one plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.random = Random(f"{plan.seed} population")
        self.end = plan.until or plan.today - timedelta(days=1)
        self.people = People(plan.seed, plan.places, plan.today, first=len(plan.first) + 1, prefix=plan.prefix)
        self.numbers = {place.code: number for number, place in enumerate(plan.places, start=1)}
        self.served: Counter[str] = Counter()
        self.accounts = 1000  # the first thousand numbers are for customers made by hand
        self.left = plan.transactions
        self.to_come = plan.customers

    def items(self) -> Iterator[tuple[str, Columns]]:
        """Pairs of target and columns, in an order in which every reference is there before it is used."""
        made = 0
        while made < self.plan.customers:
            stories = list(self.plan.first) if made == 0 else []
            count = min(self.plan.at_once, self.plan.customers - made)
            rows = [*(story.row for story in stories), *self.people.rows(count - len(stories))]
            made += count
            yield from self._chunk(rows, stories)

    def _chunk(self, rows: list[Row], stories: Sequence[Story]) -> Iterator[tuple[str, Columns]]:
        yield "customers", _columns("customers", rows)
        told = {story.row["source_key"]: story for story in stories}
        identifiers: list[Row] = []
        products: list[Row] = []
        living: list[tuple[str, Row]] = []
        for row in rows:
            story = told.get(row["source_key"])
            numbers = list(story.bookings) if story else [self._number(row["home_branch_code"]) for _ in range(self._accounts())]
            identifiers.extend(
                {"customer_key": row["source_key"], "id_type": "ACCOUNT_NO", "value": number, "is_primary": place == 0} for place, number in enumerate(numbers)
            )
            products.extend(self._products(row, story))
            if story is None:
                living.extend((number, row) for number in numbers)
        yield "identifiers", _columns("identifiers", identifiers)
        yield "products", _columns("products", products)
        yield "relationships", _columns("relationships", [*chain.from_iterable(story.ties for story in stories), *self._ties(rows)])
        assigned = [*({"customer_key": s.row["source_key"], "rm_username": s.rm_username} for s in stories if s.rm_username), *self._assigned(rows, told)]
        if assigned:
            yield "portfolio", _columns("portfolio", assigned)
        yield from self._bookings(living, stories, len(rows))

    def _accounts(self) -> int:
        share = self.random.random()
        return 1 if share < 0.8 else 2 if share < 0.97 else 3

    def _number(self, branch: str) -> str:
        self.accounts += 1
        return f"{self.numbers[branch]:03d}{self.plan.account_prefix}{self.accounts:08d}"

    def _products(self, row: Row, story: Story | None) -> Iterator[Row]:
        chance = self.random.random
        if story is not None:
            held = dict(story.products)
        else:
            trade = row["segment_code"] in ("MSME", "CORPORATE")
            shares = {"SAVINGS": 0.96, "LOAN": 0.4 if trade else 0.16, "CARD": 0.5 if not trade else 0.2, "MOBILE_BANKING": 0.46, "WATER_CONNECTION": 0.12}
            held = {product: chance() < share and row["status"] != "CLOSED" for product, share in shares.items()}
        for product, has in held.items():
            if not has and self.plan.only_held:
                continue
            yield {"customer_key": row["source_key"], "product": product, "held": has, "as_of": self.end}

    def _ties(self, rows: Sequence[Row]) -> Iterator[Row]:
        """Families, employers, groups, guarantors and joint accounts, among the customers of a chunk."""
        chance, pick = self.random.random, self.random.choice
        firms = [row["source_key"] for row in rows if row["kind"] == "ORGANISATION"]
        persons = [row for row in rows if row["kind"] == "PERSON"]
        by_branch: dict[str, list[str]] = {}
        for row in persons:
            by_branch.setdefault(row["home_branch_code"], []).append(row["source_key"])
        seen: set[tuple[str, str]] = set()

        def tie(customer: str, related: str, kind: str, role: str) -> Iterator[Row]:
            if customer != related and (customer, related) not in seen:
                seen.add((customer, related))
                since = self.plan.today - timedelta(days=200 + int(chance() * 4000))
                yield {"customer_key": customer, "related_key": related, "kind": kind, "role": role, "valid_from": since}

        for row in persons:
            share, near = chance(), by_branch[row["home_branch_code"]]
            if share < 0.07:
                yield from tie(row["source_key"], pick(near), "FAMILY", pick(("SPOUSE", "PARENT", "CHILD", "SIBLING")))
            elif share < 0.09:
                yield from tie(row["source_key"], pick(near), "GUARANTOR", "GUARANTOR")
            elif share < 0.11:
                yield from tie(row["source_key"], pick(near), "JOINT_ACCOUNT", "CO_OWNER")
            elif share < 0.21 and firms:
                yield from tie(row["source_key"], pick(firms), "EMPLOYER", "EMPLOYEE")
        for firm in firms:
            if chance() < 0.12 and len(firms) > 1:
                yield from tie(firm, pick(firms), "GROUP", pick(("SUBSIDIARY", "SISTER_COMPANY")))

    def _assigned(self, rows: Sequence[Row], told: Mapping[str, Story]) -> Iterator[Row]:
        """The customers worth a manager go to the managers of their branch, up to about 300 each."""
        for row in rows:
            managers = self.plan.rms.get(row["home_branch_code"], ())
            worth = row["is_vip"] or row["segment_code"] != "MASS" or self.random.random() < 0.06
            if not managers or not worth or row["status"] == "CLOSED" or row["source_key"] in told:
                continue
            chosen = min(managers, key=lambda name: self.served[name])
            if self.served[chosen] < PORTFOLIO:
                self.served[chosen] += 1
                yield {"customer_key": row["source_key"], "rm_username": chosen}

    def _bookings(self, living: Sequence[tuple[str, Row]], stories: Sequence[Story], customers: int) -> Iterator[tuple[str, Columns]]:
        """This chunk's share of the bookings, shared among its accounts as they are busy."""
        wanted = round(self.left * customers / self.to_come)
        self.to_come -= customers
        if not wanted:
            return
        months = max(1, self.plan.days // 30)
        busy = wanted / max(1, len(living)) / months
        made: list[Row] = []
        written = 0
        for story in stories:
            for rows in story.bookings.values():
                made.extend(rows)
        for place, (number, row) in enumerate(living):
            # Accounts that come late level out what the earlier ones made too many or too few.
            pace = max(0.1, (wanted - written - len(made)) / max(1, len(living) - place) / months)
            account = ledger.account_of(self.random, number, row["segment_code"], row["kind"], row["tags"], self._extra(min(pace, busy * 2)))
            made.extend(ledger.rows(account, ledger.bookings(self.random, account, self.plan.days, self.end), self.plan.days, self.end))
            if written + len(made) >= self.left:
                del made[self.left - written :]
                break
            if len(made) >= 50_000:
                written += len(made)
                yield "transactions", _columns("transactions", made)
                made = []
        self.left -= written + len(made)
        if made:
            yield "transactions", _columns("transactions", made)

    @staticmethod
    def _extra(pace: float) -> float:
        """Bookings a month beside the regular ones (wages, interest, fee, bills: about three)."""
        return max(0.3, pace - 2.6) if pace > 3 else pace * 0.6


def _columns(target: str, rows: Iterable[Row]) -> Columns:
    rows = list(rows)
    return {name: [row[name] for row in rows] for name in FIELDS[target]}
