"""Numbers of people, secrets and forged lines in every input of every operation: none reaches a log, an error, an address, a trace or the trail."""

from __future__ import annotations

import copy
import json
import logging
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from simpul.config import tracing
from simpul.config.api import api
from simpul.platform import logs, telemetry
from simpul.platform.db import query
from tests.contract.calls import OPERATIONS, RECIPES
from tests.contract.matrix import World
from tests.contract.test_authorization import expected
from tests.support import people
from tests.support.database import rows, undone
from tests.support.scale import WHOLE

NIK, ACCOUNT, SECRET, FORGED = "1271014506900004", "00120012345678", "kunci-Rahasia-7Q2x", "dipalsukan"
CANARY = f"Catatan {NIK} rekening {ACCOUNT}\r\n{FORGED}: ya"
CANARIES = (NIK, ACCOUNT, SECRET, f"\r\n{FORGED}", f"\n{FORGED}", f"\\r\\n{FORGED}")
_SECRET_FIELDS = re.compile(r"password|token|secret|code$", re.IGNORECASE)
_SCHEMA = api.get_openapi_schema()


class Watch:
    """Everything that must stay clean, and what was found in it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.spans = InMemorySpanExporter()
        self.reader = InMemoryMetricReader()
        self.found: dict[str, set[str]] = {}

    def look(self, where: str, operation: str, text: str) -> None:
        for canary in CANARIES:
            if canary in text:
                self.found.setdefault(f"{operation}: {where}", set()).add(canary)

    def answered(self, operation: str, answer: Any) -> None:
        self.look("a header", operation, "".join(f"{name}: {value}" for name, value in answer.headers.items()))
        if answer.status_code >= 400 and not answer.streaming:
            told = {name: value for name, value in answer.json().items() if name != "current"}
            self.look(f"the body of {answer.status_code}", operation, json.dumps(told, ensure_ascii=False))
        assert answer.status_code < 500, (operation, answer.content)

    def looked_back(self, operation: str) -> None:
        """What the calls of one operation left behind."""
        self.look("a log line", operation, "\n".join(self.lines))
        self.lines.clear()
        self.look("a span", operation, "".join(span.to_json() for span in self.spans.get_finished_spans()))
        self.spans.clear()
        with rows():
            trail = query("SELECT action, object_type, object_id, user_agent, request_id, meta FROM audit.audit_logs")
            faults = query("SELECT told FROM jobs.job_faults")
        for row in trail:
            self.look(f"the trail ({row['action']})", operation, json.dumps(row, default=str))
        self.look("a fault", operation, json.dumps(faults, default=str))


@pytest.fixture
def watch() -> Iterator[Watch]:
    watch = Watch()

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            watch.lines.append(self.format(record))

    keep = Keep()
    keep.setFormatter(logs.JsonLines())
    root, before = logging.getLogger(), logging.getLogger().level
    root.addHandler(keep)
    root.setLevel(logging.DEBUG)
    telemetry.use(tracing.OpenTelemetry("web", SimpleSpanProcessor(watch.spans), watch.reader))
    yield watch
    telemetry.use(None)
    root.removeHandler(keep)
    root.setLevel(before)
    watch.look("a figure", "all", json.dumps(telemetry.figures()) + (watch.reader.get_metrics_data() or "").__str__())
    telemetry.forget()
    assert not watch.found, "\n".join(f"{where} holds {sorted(found)}" for where, found in sorted(watch.found.items()))


def canary(name: str) -> str:
    return SECRET if _SECRET_FIELDS.search(name) else CANARY


def replaced(value: Any, name: str = "", *, whole: bool) -> Any:
    """Every text in it with the canary behind it, or as the canary alone; numbers and switches too when `whole`."""
    if isinstance(value, dict):
        return {key: replaced(inner, key, whole=whole) for key, inner in value.items()}
    if isinstance(value, list):
        return [replaced(inner, name, whole=whole) for inner in value]
    if whole:
        return canary(name)
    return f"{value} {canary(name)}" if isinstance(value, str) else value


def one_at_a_time(body: Any) -> Iterator[Any]:
    """The body with one text after the other replaced, so that each is refused, or kept, by itself."""
    for path in texts(body):
        changed = copy.deepcopy(body)
        inner = changed
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = f"{inner[path[-1]]} {canary(str(path[-1]))}"
        yield changed


def texts(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        if isinstance(inner, str):
            yield (*at, key)
        yield from texts(inner, (*at, key))


def resolved(schema: dict[str, Any], depth: int = 4) -> Any:
    """A body that fills every property of a schema with the canary, known or not."""
    while "$ref" in schema:
        schema = _SCHEMA["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    for choice in ("anyOf", "allOf", "oneOf"):
        if choice in schema:
            return resolved(schema[choice][0], depth)
    if schema.get("type") == "object" and depth:
        return {name: resolved(inner, depth - 1) if depth > 1 else CANARY for name, inner in schema.get("properties", {}).items()} | {CANARY: CANARY}
    if schema.get("type") == "array" and depth:
        return [resolved(schema.get("items", {}), depth - 1)]
    return CANARY


def bodies(operation_id: str, given: World) -> Iterator[Any]:
    path, method, _ = OPERATIONS[operation_id]
    valid = RECIPES[operation_id].body(given)
    if valid is not None:
        yield replaced(valid, whole=False)
        yield replaced(valid, whole=True)
        yield {**valid, CANARY: CANARY} if isinstance(valid, dict) else valid
        yield from one_at_a_time(valid)
    declared = _SCHEMA["paths"][f"/api/v1{path}"][method.lower()].get("requestBody")
    if declared:
        for kind in declared["content"].values():
            yield resolved(kind["schema"])


def addresses(operation_id: str, given: World) -> Iterator[str]:
    """The recipe's address, and those with each parameter as the canary."""
    path, method, _ = OPERATIONS[operation_id]
    recipe = RECIPES[operation_id]
    values = {"customer_id": given.customer_id, **given.ids, **recipe.path(given)}

    def filled(wrong: str = "") -> str:
        done = path
        for name in re.findall(r"{(\w+)}", path):
            done = done.replace(f"{{{name}}}", quote(CANARY, safe="") if name == wrong else str(values[name]))
        return done

    yield filled() + recipe.asked(given)
    for name in re.findall(r"{(\w+)}", path):
        yield filled(name)
    declared = _SCHEMA["paths"][f"/api/v1{path}"][method.lower()].get("parameters", [])
    for parameter in declared:
        if parameter["in"] == "query":
            yield f"{filled()}?{quote(parameter['name'])}={quote(canary(parameter['name']), safe='')}"
    yield f"{filled()}?{quote(CANARY, safe='')}={quote(CANARY, safe='')}"


HEADERS = {"X_Request_Id": CANARY.replace("\r\n", " "), "Idempotency_Key": f"kunci {NIK} {ACCOUNT}", "User_Agent": f"Peramban {NIK} {ACCOUNT}", "Accept_Language": NIK,
           "Referer": f"https://x/{NIK}", "X_Forwarded_For": f"{NIK}, 10.0.0.1", "traceparent": NIK}  # fmt: skip


ASKERS = ["agent_mdn", "steward", "admin"]


def askers_of(number: int, operation_id: str) -> list[str]:
    """One of those who may call an operation, or of those who may not where nobody may, in turn; all of them in a whole run."""
    may = [username for username in ASKERS if expected(operation_id, username, "branch") == 200] or ASKERS
    return ASKERS if WHOLE else [may[number % len(may)]]


@pytest.mark.parametrize("username", ASKERS)
def test_no_number_of_a_person_no_secret_and_no_forged_line_leaves_an_operation(
    world: Callable[[str], World],
    client_of: Any,
    watch: Watch,
    username: str,
) -> None:
    browser, one = client_of(username), world("branch")
    for number, (operation_id, (_, method, _)) in enumerate(sorted(OPERATIONS.items())):
        if operation_id in STREAMS or username not in askers_of(number, operation_id):
            continue
        with undone():
            for address in addresses(operation_id, one):
                watch.answered(operation_id, browser.api(method, address, None if method == "GET" else RECIPES[operation_id].body(one)))
            if method != "GET":
                address = next(addresses(operation_id, one))
                for body in bodies(operation_id, one):
                    watch.answered(operation_id, browser.api(method, address, body))
                raw = browser.generic(method, f"/api/v1{address}", f'{{"x": {CANARY}', content_type="application/json", headers={"X-CSRFToken": browser.token})
                watch.answered(operation_id, raw)
            watch.answered(
                operation_id, browser.api(method, next(addresses(operation_id, one)), None if method == "GET" else RECIPES[operation_id].body(one), **HEADERS)
            )
            watch.looked_back(operation_id)


# Live streams never end by themselves; their addresses are those of an inbox and take no input.
STREAMS = {"inbox_stream"}


def test_nor_does_it_leave_a_sign_in(organisation: None, watch: Watch) -> None:
    browser = people.client()
    login = "/_allauth/browser/v1/auth/login"
    for body in (
        {"username": CANARY, "password": SECRET},
        {"username": NIK, "password": SECRET},
        {"username": "agent_mdn", "password": SECRET},
        {"username": "agent_mdn", "password": {"x": SECRET}},
        {CANARY: CANARY},
    ):
        answer = browser.post(login, data=body, content_type="application/json", headers={"X-CSRFToken": browser.token, "User-Agent": f"Peramban {NIK}"})
        watch.answered("sign_in", answer)
    for address in (f"/_allauth/{quote(CANARY)}", f"/api/v1/{quote(CANARY)}", f"/api/{NIK}?{NIK}={ACCOUNT}"):
        watch.answered("unknown", browser.get(address))
    watch.looked_back("sign_in")
