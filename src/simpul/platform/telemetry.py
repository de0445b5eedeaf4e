"""Figures and spans of this process: counted here always, traced only where the installation asks for it.

Names, labels and values come from the program (operations, tasks, outcomes), never from input. Figures are kept in this
process and published with its heartbeat; `use` lets OpenTelemetry follow along.
"""

from __future__ import annotations

import threading
import time
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

# Upper bounds in seconds.
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_MOST_SERIES = 5_000


@dataclass(frozen=True)
class Metric:
    """A figure with its kind and what it says."""

    name: str
    kind: Literal["counter", "histogram", "gauge"]
    help: str


METRICS = {
    metric.name: metric
    for metric in (
        Metric("simpul_request_seconds", "histogram", "How long operations took, by operation and status"),
        Metric("simpul_sql_statements_total", "counter", "Statements that operations sent to the database"),
        Metric("simpul_sql_seconds_total", "counter", "Seconds that operations waited for the database"),
        Metric("simpul_job_seconds", "histogram", "How long jobs ran, by task and outcome"),
        Metric("simpul_job_lag_seconds", "histogram", "How long jobs had waited when they began"),
        Metric("simpul_timers_total", "counter", "Timers by what became of them: fired, put off, failed"),
        Metric("simpul_timer_sweep_seconds", "histogram", "How long sweeps of due timers took"),
        Metric("simpul_sealed_rows_total", "counter", "Audit rows that this process sealed"),
    )
}


class Follower(Protocol):
    """Where figures and spans go besides."""

    def add(self, name: str, value: float, labels: Mapping[str, str]) -> None: ...
    def observe(self, name: str, value: float, labels: Mapping[str, str]) -> None: ...
    def span(self, name: str, parent: str, attributes: Mapping[str, Any]) -> Any: ...
    def traceparent(self) -> str: ...


@dataclass
class _Histogram:
    counts: list[int] = field(default_factory=lambda: [0] * (len(BUCKETS) + 1))
    sum: float = 0.0


Labels = tuple[tuple[str, str], ...]
_lock = threading.Lock()
_counters: dict[tuple[str, Labels], float] = {}
_histograms: dict[tuple[str, Labels], _Histogram] = {}
_follower: Follower | None = None


def use(follower: Follower | None) -> None:
    """Let somebody follow what is counted and traced."""
    global _follower
    _follower = follower


def add(name: str, value: float = 1, **labels: str) -> None:
    """Count."""
    key = (name, tuple(sorted(labels.items())))
    with _lock:
        if key in _counters or len(_counters) < _MOST_SERIES:
            _counters[key] = _counters.get(key, 0) + value
    if _follower:
        _follower.add(name, value, labels)


def observe(name: str, seconds: float, **labels: str) -> None:
    """Add one duration to a distribution."""
    key = (name, tuple(sorted(labels.items())))
    with _lock:
        if key in _histograms or len(_histograms) < _MOST_SERIES:
            known = _histograms.setdefault(key, _Histogram())
            known.counts[bisect_left(BUCKETS, seconds)] += 1
            known.sum += seconds
    if _follower:
        _follower.observe(name, seconds, labels)


def figures() -> list[dict[str, Any]]:
    """Everything counted since the process began, as JSON."""
    with _lock:
        counted = [{"name": name, "labels": dict(labels), "value": value} for (name, labels), value in _counters.items()]
        return counted + [
            {"name": name, "labels": dict(labels), "counts": list(known.counts), "sum": known.sum} for (name, labels), known in _histograms.items()
        ]


def forget() -> None:
    """Begin anew, for tests."""
    with _lock:
        _counters.clear()
        _histograms.clear()


class Span:
    """What is going on; attributes are told to whoever follows."""

    def __init__(self, inner: Any = None) -> None:
        self._inner = inner

    def set(self, **attributes: Any) -> None:
        """Add attributes: names and numbers of the program's own."""
        if self._inner is not None:
            for name, value in attributes.items():
                self._inner.set_attribute(name, value)


@contextmanager
def span(name: str, *, parent: str = "", **attributes: Any) -> Iterator[Span]:
    """A span around a piece of work; nothing but a function call where nobody follows. An error is told by its kind."""
    if _follower is None:
        yield Span()
        return
    with _follower.span(name, parent, attributes) as inner:
        try:
            yield Span(inner)
        except BaseException as error:
            inner.set_attribute("error.type", type(error).__name__)
            raise


def traceparent() -> str:
    """The running span as other processes may name it, or nothing."""
    return _follower.traceparent() if _follower else ""


@dataclass
class Statements:
    """Statements that a piece of work sent, and the seconds that it waited for them."""

    count: int = 0
    seconds: float = 0.0

    def watch(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        """An execute wrapper of Django."""
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.count += 1
            self.seconds += time.perf_counter() - began
