"""How many steps of real cases go through the services in a second, with clocks, ladders, workflow, log and trail; and whether the clocks hold.

Two logs of real processes (a help desk, a bank's loan desk) are played in the order of time, at the product's own clock: received,
taken up, made to wait, resumed, answered, reopened, closed. The worker looks once each simulated day.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import os
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from bench.environment import Size, machine, prepare

LOGS = ("helpdesk", "bpi_12_w")
# What an activity of a log becomes: whoever works takes the case up; asking the customer lets it wait. Anything else is a note.
_TAKES, _WAITS = {"helpdesk": "8", "bpi_12_w": "4"}, {"helpdesk": "9", "bpi_12_w": "5"}
_ANSWERS = {"helpdesk": "6"}
_CATEGORIES, _PRIORITIES = ("TRX_FAIL", "CARD_ATM", "DIGITAL_ACCESS", "OTHER"), ("LOW", "MEDIUM", "HIGH", "CRITICAL")
_ANSWER = "Keluhan sudah kami periksa dan selesaikan; terima kasih."


@dataclass(frozen=True)
class Step:
    """One event of a log: of which case, what, and when by the log's own clock. The last of a case ends it."""

    at: datetime
    case: int
    what: str
    last: bool


def steps(path: Path, log: str, cases: int, skip: int = 0) -> list[Step]:
    """The events of so many cases of a log after those skipped, in the order of time."""
    found: dict[str, list[tuple[datetime, str]]] = defaultdict(list)
    with gzip.open(path / f"{log}.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["CaseID"] in found or len(found) < skip + cases:
                found[row["CaseID"]].append((datetime.fromisoformat(row["CompleteTimestamp"]).replace(tzinfo=UTC), row["ActivityID"]))
    made = []
    for number, events in enumerate(list(found.values())[skip:]):
        for place, (at, activity) in enumerate(events):
            what = "note"
            if place == 0:
                what = "receive"
            elif place == len(events) - 1 or activity == _ANSWERS.get(log):
                what = "answer"
            elif activity == _TAKES[log]:
                what = "work"
            elif activity == _WAITS[log]:
                what = "wait"
            made.append(Step(at, number, what, place == len(events) - 1))
    return sorted(made, key=lambda one: (one.at, one.case))


@dataclass
class Replay:
    """Plays steps as one agent on customers of the agent's branch, from a moment on."""

    actor: Any
    branch: str
    customers: Sequence[UUID]
    begins: datetime
    done: Counter[str] = field(default_factory=Counter)
    ids: dict[int, UUID] = field(default_factory=dict)
    fired: int = 0

    def play(self, told: Sequence[Step]) -> None:
        """Take every step at its moment, and let the worker look once each day."""
        from simpul.platform.clock import now, shifted
        from simpul.platform.db import scope
        from simpul.workflow.public import sweep

        looked, moved = self.begins, self.begins - told[0].at
        for step in told:
            at = step.at + moved
            if at - looked >= timedelta(days=1):
                with shifted(at - now()):
                    self.fired += sweep().fired
                looked = at
            with shifted(at - now()), scope(self.actor):
                self._take(step)
        with shifted(looked + timedelta(days=60) - now()):
            self.fired += sweep().fired

    def _take(self, step: Step) -> None:
        if step.what == "receive":
            self.receive(step.case)
        else:
            for act in self._acts(step):
                act()
        if step.last:
            for act in self._ending(step):
                act()

    def receive(self, number: int) -> None:
        """Receive the case of this number, take it and begin to work on it."""
        self.ids[number] = self._received(number)
        self.done["received"] += 1

    def _acts(self, step: Step) -> Iterator[Callable[[], object]]:
        """What brings the case from where it stands to where the log has it."""
        status = self._status(step.case)
        if status == "RESOLVED":
            yield self._does("reopened", step, reason="Nasabah menghubungi kembali.")
        elif status == "WAITING_INFO" and step.what != "answer":
            yield self._does("resumed", step)
        if step.what == "wait":
            yield self._does("waited", step, reason_code="CUSTOMER_DATA")
        elif step.what == "answer":
            yield self._does("answered", step, final_response=_ANSWER)

    def _ending(self, step: Step) -> Iterator[Callable[[], object]]:
        if self._status(step.case) != "RESOLVED":
            yield self._does("answered", step, final_response=_ANSWER)
        yield self._does("closed", step, resolution_code="SOLVED")

    def _does(self, name: str, step: Step, **given: Any) -> Callable[[], object]:
        from simpul.cases.services import answering, handling

        acts: dict[str, Callable[..., object]] = {
            "resumed": handling.case_resume,
            "waited": handling.case_wait,
            "reopened": handling.case_reopen,
            "answered": answering.case_respond,
            "closed": handling.case_close,
        }

        def act() -> object:
            self.done[name] += 1
            return acts[name](actor=self.actor, case_id=self.ids[step.case], version=None, **given)

        return act

    def _status(self, case: int) -> str:
        from simpul.cases.models import Case

        return str(Case.objects.values_list("status", flat=True).get(pk=self.ids[case]))

    def _received(self, number: int) -> UUID:
        """A case that the agent receives, with its receipt, takes and works on."""
        from simpul.cases.receiving import Complaint
        from simpul.cases.services import assigning, handling
        from simpul.cases.services.intake import case_create
        from simpul.cases.vocabulary import Channel, Kind, Priority

        made = case_create(
            actor=self.actor,
            complaint=Complaint(
                customer_id=self.customers[number % len(self.customers)], channel=Channel.BRANCH, kind=Kind.VERBAL if number % 3 == 0 else Kind.WRITTEN,
                category_code=_CATEGORIES[number % len(_CATEGORIES)], priority=Priority(_PRIORITIES[number % 7 % len(_PRIORITIES)]),
                description="Aduan dari catatan proses nyata.",
            ),
        )  # fmt: skip
        if made.assigned_to_user_id is None:
            assigning.case_claim(actor=self.actor, case_id=made.id, version=None)
        handling.case_take(actor=self.actor, case_id=made.id, version=None)
        return made.id


def disagreeing(ids: Sequence[UUID]) -> list[str]:
    """The numbers of replayed cases whose columns, or whose log of the ladder, are not what their events say."""
    from simpul.cases.models import Case
    from simpul.cases.selectors.clocks import calendars_of, clock_events, due_times, recorded_rungs
    from simpul.cases.sla import History, climbs, read

    found = []
    for page in (ids[at : at + 500] for at in range(0, len(ids), 500)):
        histories = {case_id: History.of(events) for case_id, events in clock_events(page).items()}
        calendars, written = calendars_of(*histories.values()), recorded_rungs(page)
        for case in Case.objects.filter(pk__in=page):
            history = histories[case.id]
            said = due_times(read(history, calendars, history.events[-1].at))
            kept = {name: getattr(case, name) for name in said}
            if kept != said or written.get(case.id, {}) != {one.rung: one.at for one in climbs(history, calendars)}:
                found.append(case.case_no)
    return found


def main() -> None:
    """Print cases, steps and their rate, of each log."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--cases", type=int, default=1_000, help="of each log")
    arguments.add_argument("--skip", type=int, default=0, help="so many cases of each log, to play a long one in parts")
    arguments.add_argument("--logs", nargs="*", choices=LOGS, default=LOGS)
    arguments.add_argument("--due", type=int, default=300, help="cases whose whole ladder is due at once, as after an outage")
    arguments.add_argument("--data", type=Path, default=Path(os.environ.get("SIMPUL_DATASETS") or Path(__file__).parents[2] / "shared" / "data"))
    given = arguments.parse_args()
    prepare(Size(customers=1_000, transactions=10_000, timeline=0))
    import django

    django.setup()
    from bench.people import measurers
    from simpul.iam.public import actor_for, branches, system_actor
    from simpul.platform.clock import now, shifted
    from simpul.platform.db import query, scope
    from simpul.workflow.public import sweep

    agent = actor_for(next(one.id for one in measurers() if one.username == "bench.branch"))
    assert agent is not None
    with scope(system_actor()):
        branch = sorted(branches())[0]
        known = [row["customer_id"] for row in query("SELECT customer_id FROM crm.customers WHERE home_branch_code = %s", (branch,))]
    print(machine())
    for log in given.logs:
        told = steps(given.data / "event_logs", log, given.cases, given.skip)
        replay = Replay(agent, branch, known, now())
        began, busy = time.perf_counter(), time.process_time()
        replay.play(told)
        spent, own = time.perf_counter() - began, time.process_time() - busy
        acts = sum(replay.done.values()) + 2 * replay.done["received"]  # each is claimed and taken up as well
        with scope(system_actor()):
            wrong = disagreeing(list(replay.ids.values()))
        print(f"{log}: {len(replay.ids)} cases, {len(told)} events, {acts} acts in {spent:.0f} s, {acts / spent:.1f} acts/s, {replay.fired} timers fired")
        print(
            f"  {1000 * own / acts:.1f} ms of this process's processor for each act; {dict(replay.done)}; {len(wrong)} cases disagree with their events {wrong[:3]}"
        )
    overdue = Replay(agent, branch, known, now())
    for number in range(given.due):
        with scope(agent):
            overdue.receive(number)
    with shifted(timedelta(days=30)):
        began, busy = time.perf_counter(), time.process_time()
        fired = sweep().fired
        spent, own = time.perf_counter() - began, time.process_time() - busy
    with scope(system_actor()):
        wrong = disagreeing(list(overdue.ids.values()))
    print(
        f"after an outage: {fired} rungs of {given.due} cases in {spent:.1f} s, {fired / spent:.0f}/s, {1000 * own / fired:.1f} ms of processor each; {len(wrong)} disagree"
    )


if __name__ == "__main__":
    main()
