"""Figures for a monitoring system, in the text format of Prometheus: those that each process published, and the state of queue, timers, seals and cases.

Only this machine itself may ask, or whoever brings the token. Nothing in it names a person or a customer.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from ipaddress import ip_address
from itertools import accumulate
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from simpul.audit.public import ShippingFacts, sealing, shipping_states
from simpul.cases.public import case_figures
from simpul.platform import ports, processes, queue
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.platform.errors import NotFound
from simpul.platform.refusing import render
from simpul.platform.telemetry import BUCKETS, METRICS, Metric
from simpul.workflow.public import timer_counts

_CEILING = 100_000
_TYPE = "text/plain; version=0.0.4; charset=utf-8"
# What a proxy adds: then the address that we see is the proxy's, and says nothing of who asks.
_FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Forwarded", "Via")
_STATE = (
    Metric("simpul_jobs", "gauge", "Jobs by state, counted up to 100,000"),
    Metric("simpul_jobs_oldest_waiting_seconds", "gauge", "For how long the first waiting job has been ready to run"),
    Metric("simpul_timers", "gauge", "Timers by state, counted up to 100,000; late ones should have fired a minute ago"),
    Metric("simpul_audit_rows", "gauge", "Rows of the audit trail by whether a seal covers them"),
    Metric("simpul_audit_sealing_lag_seconds", "gauge", "Age of the oldest audit row without a seal"),
    Metric("simpul_audit_shipping_rows", "gauge", "Sealed audit rows that a target of shipping does not have: the collector of logs, or the object store"),
    Metric("simpul_audit_shipping_lag_seconds", "gauge", "Age of the oldest sealed audit row that a target of shipping does not have"),
    Metric("simpul_audit_shipping_failing", "gauge", "1 while the last attempt to ship the audit trail failed, by target and reason"),
    Metric("simpul_cases_open", "gauge", "Open cases by state"),
    Metric("simpul_cases_overdue", "gauge", "Open cases that are late, by clock: first response, resolution (the service level), legal"),
    Metric("simpul_cases_due_soon", "gauge", "Open cases that come to be late within the time that the organisation calls soon"),
    Metric("simpul_cases_breached_today", "gauge", "Cases that came to be late since midnight in Jakarta, open or not"),
    Metric("simpul_cases_unassigned", "gauge", "Open cases that nobody has"),
    Metric("simpul_cases_oldest_open_seconds", "gauge", "Age of the oldest open case"),
    Metric("simpul_process_up", "gauge", "Processes that said in the last half minute that they are there"),
)
_HELP = METRICS | {metric.name: metric for metric in _STATE}

Sample = tuple[str, str, Mapping[str, str], float]


def metrics(request: HttpRequest) -> HttpResponse:
    """The figures, for who may have them; for everybody else there is nothing here."""
    if request.method not in ("GET", "HEAD") or not _may(request):
        return render(request, NotFound())
    return HttpResponse(written(samples()), content_type=_TYPE, headers={"Cache-Control": "no-store"})


def samples() -> list[Sample]:
    """Every figure as (metric, name, labels, value)."""
    with scope(actor := ports.system_actor()):
        jobs, timers, seals, present = queue.counts(_CEILING), timer_counts(actor=actor, ceiling=_CEILING), sealing(_CEILING), now()
        cases, shipping = case_figures(actor=actor), shipping_states()
        published, there = processes.published(), processes.processes()
    found: list[Sample] = [("simpul_jobs", "simpul_jobs", {"state": name}, count) for name, count in jobs.items() if isinstance(count, int)]
    oldest = jobs["oldest_waiting_at"]
    found.append(("simpul_jobs_oldest_waiting_seconds",) * 2 + ({}, max(0.0, (present - oldest).total_seconds()) if oldest else 0.0))
    found += [("simpul_timers", "simpul_timers", {"state": name}, count) for name, count in timers.items() if isinstance(count, int)]
    found += [("simpul_audit_rows",) * 2 + ({"sealed": word}, count) for word, count in (("yes", seals.sealed_rows), ("no", seals.unsealed_rows))]
    behind = (present - seals.oldest_unsealed_at).total_seconds() if seals.oldest_unsealed_at else 0.0
    found.append(("simpul_audit_sealing_lag_seconds",) * 2 + ({}, max(0.0, behind)))
    for each in shipping:
        found += _shipping(each, present)
    found += _cases(cases, present)
    found += [
        ("simpul_process_up",) * 2 + ({"kind": each.kind, "instance": f"{each.host}:{each.pid}", "version": each.version}, float(each.alive)) for each in there
    ]
    for process in published:
        whose = {"kind": process["kind"], "instance": f"{process['host']}:{process['pid']}"}
        for figure in process["figures"]:
            found += _published(figure, whose)
    return found


def _shipping(facts: ShippingFacts, present: datetime) -> Iterator[Sample]:
    whose = {"kind": facts.kind.lower(), "target": facts.target}
    behind = (present - facts.oldest_waiting_at).total_seconds() if facts.oldest_waiting_at else 0.0
    yield ("simpul_audit_shipping_rows",) * 2 + (whose, facts.waiting_rows)
    yield ("simpul_audit_shipping_lag_seconds",) * 2 + (whose, max(0.0, behind))
    yield ("simpul_audit_shipping_failing",) * 2 + (whose | {"reason": facts.failure}, float(bool(facts.failure)))


def _cases(figures: Mapping[str, Any], present: datetime) -> Iterator[Sample]:
    for state, count in figures["open"].items():
        yield "simpul_cases_open", "simpul_cases_open", {"status": state}, count
    for clock, count in figures["overdue"].items():
        yield "simpul_cases_overdue", "simpul_cases_overdue", {"clock": clock}, count
    for name in ("due_soon", "breached_today", "unassigned"):
        yield f"simpul_cases_{name}", f"simpul_cases_{name}", {}, figures[name]
    oldest = figures["oldest_at"]
    yield "simpul_cases_oldest_open_seconds", "simpul_cases_oldest_open_seconds", {}, max(0.0, (present - oldest).total_seconds()) if oldest else 0.0


def written(found: Iterable[Sample]) -> str:
    """The samples as text, each metric once with its help."""
    by_metric: dict[str, list[Sample]] = {}
    for sample in found:
        by_metric.setdefault(sample[0], []).append(sample)
    lines = []
    for metric, rows in by_metric.items():
        known = _HELP[metric]
        lines += [f"# HELP {metric} {known.help}", f"# TYPE {metric} {known.kind}"]
        lines += [f"{name}{_labels(labels)} {value:.12g}" for _, name, labels, value in rows]
    return "\n".join(lines) + "\n"


def _published(figure: Mapping[str, Any], whose: Mapping[str, str]) -> Iterator[Sample]:
    """A figure of one process; those of another release that this one does not know are left out."""
    name, labels = figure["name"], {**figure["labels"], **whose}
    if name not in METRICS:
        return
    if "value" in figure:
        yield name, name, labels, figure["value"]
        return
    totals = list(accumulate(figure["counts"]))
    for bound, total in zip([*(f"{bound:g}" for bound in BUCKETS), "+Inf"], totals, strict=True):
        yield name, f"{name}_bucket", {**labels, "le": bound}, total
    yield name, f"{name}_sum", labels, figure["sum"]
    yield name, f"{name}_count", labels, totals[-1]


def _labels(labels: Mapping[str, str]) -> str:
    if not labels:
        return ""
    return "{" + ",".join(f'{name}="{_escaped(value)}"' for name, value in labels.items()) + "}"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _may(request: HttpRequest) -> bool:
    kind, _, given = request.headers.get("Authorization", "").partition(" ")
    if settings.METRICS_TOKEN and kind == "Bearer":
        return hmac.compare_digest(given.encode(), settings.METRICS_TOKEN.encode())
    if any(request.headers.get(name) for name in _FORWARDED):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
