"""Reports what became of messages to whoever asked for it: later, several times, out of order, as the behaviour says."""

from __future__ import annotations

import heapq
import itertools
import logging
import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import httpx

from simpul.config.sandbox.behaviour import Behaviour, falls_on
from simpul.config.sandbox.reports import REPORTED, STEPS, Report, report_bodies, signed_headers, template_report
from simpul.config.sandbox.state import State, Taken, Template, Webhook

logger = logging.getLogger("simpul.sandbox")

_TOGETHER = 50  # events in one call, where the provider batches them
_SENDERS = 8
_ATTEMPTS = 6
_MOST_WAITING = 1_000_000
_RANDOM = random.SystemRandom()


@dataclass(frozen=True)
class Repeat:
    """A call that was not answered, to be made again."""

    channel: str
    webhook: Webhook
    body: bytes
    attempt: int


Due = Report | Template | Repeat


class Reporter:
    """Sends reports when they are due; a call that is not answered with 200 is repeated later, with growing pauses."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.ending = threading.Event()
        self._due: list[tuple[float, int, Due]] = []
        self._numbers = itertools.count()
        self._wake = threading.Condition()
        self._under_way = 0
        self._thread = threading.Thread(target=self._send_until_end, daemon=True, name="sandbox-reports")

    def start_sending(self) -> None:
        """Begin to send what is due."""
        self._thread.start()

    def plan_reports(self, message: Taken, fails_with: int = 0) -> None:
        """Decide how a message fares, and when each report of it goes out; with a code it fails with that."""
        how = self.state.behaviour
        if not how.reports:
            return
        steps, code = _fate(message, how)
        if fails_with:
            steps, code = ["bounce"], fails_with
        steps = [step for step in steps if step in REPORTED[message.channel]]
        now, at = datetime.now(UTC), time.monotonic()
        for number, step in enumerate(steps, start=1):
            report = Report(message, step, now + timedelta(seconds=how.delay_seconds * number), code)
            for _ in range(how.repeats):
                delay = _RANDOM.uniform(0, how.delay_seconds * len(steps)) if how.shuffle else how.delay_seconds * number
                self._put(at + delay, report)

    def report_now(self, message: Taken, step: str) -> None:
        """Report one thing at once, because somebody wants to see it."""
        self._put(time.monotonic(), Report(message, step, datetime.now(UTC), self.state.behaviour.whatsapp_code))

    def plan_template(self, template: Template) -> None:
        """A new template is judged after a while."""
        self._put(time.monotonic() + self.state.behaviour.delay_seconds, template)

    def count_waiting(self) -> int:
        """How many reports are still to go out, or are on their way."""
        with self._wake:
            return len(self._due) + self._under_way

    def forget_waiting(self) -> None:
        """Report nothing of what came until now."""
        with self._wake:
            self._due.clear()

    def _send_until_end(self) -> None:
        with ThreadPoolExecutor(_SENDERS, "sandbox-report") as senders, httpx.Client(timeout=10, trust_env=False) as client:
            while not self.ending.is_set():
                batch = self._take_due()
                by_channel: dict[str, list[Report]] = {}
                for each in batch:
                    if isinstance(each, Template):
                        senders.submit(self._finish, 1, self._send_template, client, each)
                    elif isinstance(each, Repeat):
                        senders.submit(self._finish, 1, self._post, client, each)
                    else:
                        by_channel.setdefault(each.message.channel, []).append(each)
                for channel, reports in by_channel.items():
                    senders.submit(self._finish, len(reports), self._send_reports, client, channel, reports)

    def _put(self, at: float, what: Due) -> None:
        with self._wake:
            if len(self._due) < _MOST_WAITING:
                heapq.heappush(self._due, (at, next(self._numbers), what))
                self._wake.notify()

    def _take_due(self) -> list[Due]:
        found: list[Due] = []
        with self._wake:
            if not self._due or self._due[0][0] > time.monotonic() or self._under_way > _TOGETHER * _SENDERS:
                self._wake.wait(min(0.5, max(0.01, self._due[0][0] - time.monotonic())) if self._due else 0.5)
            while self._due and self._due[0][0] <= time.monotonic() and len(found) < _TOGETHER and self._under_way <= _TOGETHER * _SENDERS:
                found.append(heapq.heappop(self._due)[2])
            self._under_way += len(found)
        return found

    def _finish(self, number: int, send: Callable[..., None], *given: object) -> None:
        try:
            send(*given)
        except Exception:
            logger.exception("A report failed.")
        finally:
            with self._wake:
                self._under_way -= number
                self._wake.notify()

    def _send_reports(self, client: httpx.Client, channel: str, reports: list[Report]) -> None:
        for report in reports:
            self.state.note_event(report.message.reference, report.step, report.at)
            self.state.count_one(report.message.protocol, f"reported_{report.step}")
            if report.step == "reply":
                self.state.note_written(report.message.recipient)
        for body in report_bodies(channel, reports):
            self._start_call(client, channel, body)

    def _send_template(self, client: httpx.Client, template: Template) -> None:
        template.status = self.state.behaviour.template_state
        self._start_call(client, "WHATSAPP", template_report(template, datetime.now(UTC)))

    def _start_call(self, client: httpx.Client, channel: str, body: bytes) -> None:
        if webhook := self.state.webhooks.get(channel):
            self._post(client, Repeat(channel, webhook, body, 0))

    def _post(self, client: httpx.Client, call: Repeat) -> None:
        headers = signed_headers(call.channel, call.webhook.secret, call.body)
        try:
            if client.post(call.webhook.url, content=call.body, headers=headers).status_code == 200:
                self.state.count_one(f"WEBHOOK_{call.channel}", "answered")
                return
        except httpx.HTTPError:
            pass
        if call.attempt + 1 < _ATTEMPTS:
            self._put(time.monotonic() + min(5.0, 0.2 * 2**call.attempt), replace(call, attempt=call.attempt + 1))
            return
        self.state.count_one(f"WEBHOOK_{call.channel}", "given_up")
        logger.warning("Reports were not taken.", extra={"channel": call.channel})


def _fate(message: Taken, how: Behaviour) -> tuple[list[str], int]:
    key = message.key or message.reference
    if falls_on(key, "bounce", how.bounce):
        return ["sent", "bounce"], how.whatsapp_code
    shares = {step: getattr(how, step) for step in STEPS if step not in ("sent", "delivered", "bounce")}
    return ["sent", "delivered", *(step for step, share in shares.items() if falls_on(key, step, share))], 0
