"""Made data in volume, for measurements and load tests: the demonstration's population at any size."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Callable

from simpul.audit.public import Action, record
from simpul.config.cli import Refusal
from simpul.config.demonstration.places import branch_facts, many
from simpul.config.demonstration.population import FIELDS, PORTFOLIO, Plan, Population
from simpul.iam.public import branches_put, people_by_username, system_actor, user_add
from simpul.imports.public import feed
from simpul.platform.clock import today
from simpul.platform.db import execute, scope
from simpul.timeline.public import add_from


@dataclass(frozen=True)
class Volume:
    """How much to make. `until` is the last day of the bookings; equal seeds and days make equal data."""

    customers: int
    transactions: int
    timeline: int = 0
    seed: int = 1
    branches: int = 0
    until: date | None = None

    @property
    def places(self) -> int:
        """Five branches for few customers, up to a hundred: one for about ten thousand."""
        return self.branches or max(5, min(100, self.customers // 10_000))


def synthesise_volume(volume: Volume, progress: Callable[[str, int, int], None]) -> dict[str, int]:
    """Fill every table that an import fills, and count its rows by target; a repetition adds nothing.

    Managers are users who cannot sign in.
    """
    if volume.customers < 1:
        raise Refusal("--customers is at least 1.", code=2)
    places = many(volume.places)
    actor = system_actor()
    with scope(actor):
        branches_put(actor=actor, branches=branch_facts(places))
        managers = _managers([place.code for place in places], volume.customers)
    plan = Plan(
        volume.seed,
        volume.customers,
        volume.transactions,
        places,
        managers,
        today(),
        days=_days(volume),
        at_once=20_000,
        prefix=f"S{volume.seed}X",
        account_prefix=f"{volume.seed % 1000:03d}",
        until=volume.until or today() - timedelta(days=1),
        only_held=True,
    )
    totals = {"customers": volume.customers, "transactions": volume.transactions}

    def told(target: str, done: int) -> None:
        if target in totals:
            progress(f"making {target}", done, max(done, totals[target]))

    counts = feed(actor=actor, source_system=f"SYNTH-{volume.seed}", fields=FIELDS, items=Population(plan).items(), progress=told)
    if volume.timeline:
        counts["timeline"] = Counter(added=_events(volume, progress))
    with scope(actor):
        meta = {"seed": volume.seed, "branches": volume.places, "counts": {target: dict(count) for target, count in counts.items()}}
        record(actor, Action.SYNTHESISE_DATA, object_type="INSTALLATION", object_id=f"seed {volume.seed}", meta=meta)
    return {target: count.total() for target, count in counts.items()}


# Each customer gets the whole events that fall to its place in the order of keys.
_CHANGES = """
SELECT c.customer_id, 'CUSTOMER', c.customer_id::text, %s::date + time '17:00' - (e.nth %% 6000 + c.place %% 97) * interval '3 hours', 1, c.home_branch_code,
       jsonb_build_object('fields', jsonb_build_array((ARRAY['phone_e164', 'email', 'home_address', 'segment_code', 'preferred_channel'])[1 + (c.place + e.nth) %% 5]))
  FROM (SELECT k.place, c.customer_id, c.home_branch_code
          FROM unnest(%s::text[], %s::bigint[]) AS k (source_key, place)
          CROSS JOIN LATERAL (SELECT customer_id, home_branch_code FROM crm.customers WHERE source_system = %s AND source_key = k.source_key LIMIT 1) c
         WHERE (SELECT true FROM crm.timeline_events t WHERE t.customer_id = c.customer_id AND t.kind = 'CustomerEvent' LIMIT 1) IS NULL) c
 CROSS JOIN LATERAL generate_series(c.place * %s::bigint / %s::bigint + 1, (c.place + 1) * %s::bigint / %s::bigint) AS e (nth)
"""


def _events(volume: Volume, progress: Callable[[str, int, int], None]) -> int:
    """Stored timeline events, so many in all; customers that have some already keep theirs."""
    actor, done = system_actor(), 0
    for first in range(0, volume.customers, 20_000):
        places = list(range(first, min(first + 20_000, volume.customers)))
        keys = [f"S{volume.seed}X{place + 1:08d}" for place in places]
        last, share = volume.until or today() - timedelta(days=1), (volume.timeline, volume.customers)
        with scope(actor):
            execute("SET LOCAL synchronous_commit = off")
            done += add_from(actor, "CustomerEvent", _CHANGES, (last, keys, places, f"SYNTH-{volume.seed}", *share, *share))
        progress("making timeline events", done, volume.timeline)
    return done


def _days(volume: Volume) -> int:
    """A year, or less where so few bookings a customer could not hold the regular ones of a year."""
    return max(30, min(365, int(365 * volume.transactions / max(1, volume.customers) / 9)))


def _managers(codes: list[str], customers: int) -> dict[str, list[str]]:
    """Up to two managers for each branch, as long as there are customers for them."""
    actor, each = system_actor(), 2 if customers >= len(codes) * PORTFOLIO else 1
    names = {code: [f"rm.{code.lower()}.{number}" for number in range(1, each + 1)] for code in codes}
    known = people_by_username(name for found in names.values() for name in found)
    for code, found in names.items():
        for name in found:
            if name not in known:
                user_add(actor=actor, username=name, full_name=f"RM {code} {name[-1]}", password=None, password_hash="!", roles=["RM"], branches=[code])
    return names
