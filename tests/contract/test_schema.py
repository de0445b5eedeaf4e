"""Requests made up from the published schema, fitting and unfitting: none breaks an operation, none passes without credentials."""

from __future__ import annotations

import json
import os
import random
from collections import Counter
from collections.abc import Callable, Collection
from contextlib import suppress
from functools import cache
from typing import Any
from urllib.parse import urlencode

import pytest
import schemathesis
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.core import NOT_SET

from simpul.config.api import api
from tests.contract.calls import OPERATIONS, RECIPES, Workplace, owner_of
from tests.contract.test_authorization import DOMAINS, expected
from tests.contract.test_hygiene import STREAMS
from tests.support import people
from tests.support.database import undone
from tests.support.scale import part

# `make fuzz` makes up some hundred for each operation, mode and caller.
REQUESTS = int(os.environ.get("SIMPUL_TEST_REQUESTS", "3"))
SCHEMA = schemathesis.openapi.from_dict(json.loads(json.dumps(api.get_openapi_schema())))
STRATEGIES = {found.ok().definition.raw["operationId"]: found.ok() for found in SCHEMA.get_all_operations()}
REPEATABLE = REQUESTS < 50
CALLERS = ("admin", "steward", "supervisor_mdn")
_SETTINGS = settings(
    max_examples=REQUESTS,
    deadline=None,
    database=None,
    derandomize=REPEATABLE,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def make_up(operation_id: str, mode: GenerationMode) -> list[Any]:
    """Requests to one operation; none where nothing could be unfitting, without parameters and body."""
    made: list[Any] = []

    @_SETTINGS
    @given(case=STRATEGIES[operation_id].as_strategy(generation_mode=mode))
    def keep(case: Any) -> None:
        made.append(case)

    with suppress(Unsatisfiable):
        keep()
    return made


# Repeatable requests are the same for every caller, and making them up takes longer than answering them.
made_up = cache(make_up) if REPEATABLE else make_up


def send(browser: Any, case: Any, known: dict[str, Any] | None) -> Any:
    """The made-up request; with `known`, to records that exist, so that it gets further than a 404."""
    path = case.operation.path if known else case.formatted_path
    for name, value in (known or {}).items():
        path = path.replace(f"{{{name}}}", str(value))
    asked = {name: value for name, value in (case.query or {}).items() if value is not None}
    address = f"{path}?{urlencode(asked, doseq=True, errors='replace')}" if asked else path
    headers = {name: str(value).encode("latin-1", "replace").decode("latin-1") for name, value in (case.headers or {}).items()}
    headers = {
        name: value
        for name, value in headers.items()
        if value.isprintable() and name.lower() not in ("content-length", "content-type", "host", "cookie", "authorization")
    }
    kind = case.media_type or "application/json"
    if kind == "multipart/form-data" and isinstance(case.body, dict):
        kind, body = MULTIPART_CONTENT, encode_multipart(BOUNDARY, form(case.body))
    else:
        body = (
            b"" if case.body is NOT_SET else case.body if isinstance(case.body, bytes) else json.dumps(case.body, default=str).encode("utf-8", "surrogatepass")
        )
    return browser.generic(case.method, address, body, content_type=kind, headers={"X-CSRFToken": browser.token, **headers})


def form(fields: dict[str, Any]) -> dict[str, Any]:
    """The made-up fields as a browser sends them: bytes as a file, nothing for null."""
    written = {name: value for name, value in fields.items() if value is not None}
    return {
        name: SimpleUploadedFile("berkas", bytes(value.data)) if hasattr(value, "data") else value if isinstance(value, str) else json.dumps(value, default=str)
        for name, value in written.items()
    }


def judged(operation_id: str, answer: Any) -> str:
    """What is wrong with an answer, whoever asked."""
    if answer.status_code >= 500:
        return f"{answer.status_code}"
    if answer.status_code >= 400 and answer["Content-Type"] != "application/problem+json":
        return f"{answer.status_code} as {answer['Content-Type']}"
    declared = OPERATIONS[operation_id][2].response_models
    if answer.status_code < 300 and answer.status_code not in {int(status) for status in declared}:
        return f"{answer.status_code} is not declared"
    return ""


class Round:
    """Requests of several callers to operations, in turn: what came back, and what should not have."""

    def __init__(self, browsers: list[Any], expects: Callable[[str, int], bool]) -> None:
        self.browsers, self.expects = browsers, expects
        self.statuses, self.wrong, self.chance = Counter[int](), list[str](), random.Random(7)

    def go(self, operations: Collection[str], known: Callable[[str], dict[str, Any]]) -> Round:
        """`known` are records that exist, made once for an operation and gone after it."""
        for number, operation_id in enumerate(sorted(operations)):
            if number % 5 == 0:
                for browser in self.browsers:
                    browser.api("GET", "/me")  # what each request does is taken back, its session's sign of life too
            with undone():
                there = known(operation_id)
                for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                    for turn, browser in enumerate(self.browsers):
                        made = made_up(operation_id, mode)
                        # The same requests for every caller are shared out among them; many are made up anew for each.
                        for case in part(made, number + turn, len(self.browsers)) if REPEATABLE else made:
                            self._try(browser, operation_id, case, there)
        return self

    def _try(self, browser: Any, operation_id: str, case: Any, known: dict[str, Any]) -> None:
        with undone():
            answer = send(browser, case, known if self.chance.random() < 0.6 else None)
        self.statuses[answer.status_code] += 1
        complaint = judged(operation_id, answer) or ("" if self.expects(operation_id, answer.status_code) else f"{answer.status_code} was answered")
        if complaint:
            self.wrong.append(f"{operation_id}: {complaint} to {case.method} {case.query} {case.body!r:.300}: {answer.content[:200]!r}")


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_request_breaks_an_operation(workplace: Workplace, domain: str) -> None:
    one = workplace.subject("branch")
    asked = {name for name in set(STRATEGIES) - STREAMS if owner_of(name) == domain}

    made = Round([workplace.client(username) for username in CALLERS], lambda operation_id, status: status != 401).go(
        asked, lambda operation_id: {"customer_id": one.customer_id, **one.ids, **RECIPES[operation_id].path(one)}
    )

    print(f"\n{domain}: {sum(made.statuses.values())} requests of {', '.join(CALLERS)}, {dict(sorted(made.statuses.items()))}")
    assert not made.wrong, "\n".join(made.wrong[:20])
    passable = any(expected(operation_id, username, "branch") == 200 for operation_id in asked for username in CALLERS)
    assert not passable or any(200 <= status < 300 for status in made.statuses), "nothing got through: then nothing was tried"


def test_no_request_passes_without_credentials(workplace: Workplace) -> None:
    # An address that leads to no operation is unknown to everybody, with or without a session.
    one = workplace.subject("branch")
    public = {name for name, (_, _, operation) in OPERATIONS.items() if operation.permission.kind == "PUBLIC"}

    made = Round([people.client()], lambda operation_id, status: operation_id in public or status in (401, 404, 405)).go(
        set(STRATEGIES) - STREAMS, lambda operation_id: {"customer_id": one.customer_id, **one.ids}
    )

    print(f"\nnobody: {sum(made.statuses.values())} requests, {dict(sorted(made.statuses.items()))}")
    assert not made.wrong, "\n".join(made.wrong[:20])
