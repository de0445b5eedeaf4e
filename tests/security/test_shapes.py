"""What goes in and out has a declared shape, and nothing beside it is taken."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support import people
from tools.repository import ROOT

SCHEMA: dict[str, Any] = json.loads((ROOT / "openapi.json").read_text())
OPERATIONS = [
    (f"{method.upper()} {path}", operation)
    for path, methods in SCHEMA["paths"].items()
    for method, operation in methods.items()
    if method in {"get", "post", "put", "patch", "delete"}
]


def bodies() -> dict[str, dict[str, Any]]:
    """Every object that some operation takes in its body, at any depth, by its name."""
    found: dict[str, dict[str, Any]] = {}

    def collect(schema: Any, place: str) -> None:
        for one in [schema] if isinstance(schema, dict) else schema or []:
            name = one.get("$ref", "").rpartition("/")[2]
            if name and name not in found:
                found[name] = {}
                collect(SCHEMA["components"]["schemas"][name], name)
            elif not name:
                if "properties" in one:
                    found[place] = one
                for inner in ("items", "anyOf", "oneOf", "allOf"):
                    collect(one.get(inner), place)
                collect(list(one.get("properties", {}).values()), place)

    for name, operation in OPERATIONS:
        for media in operation.get("requestBody", {}).get("content", {}).values():
            collect(media["schema"], name)
    return {name: schema for name, schema in found.items() if schema}


def test_a_body_takes_declared_fields_only():
    assert len(bodies()) > 20
    assert [name for name, schema in bodies().items() if schema.get("additionalProperties") is not False] == []


def test_every_answer_with_data_has_a_declared_shape():
    def shapeless(operation: dict[str, Any]) -> bool:
        return any(
            status.startswith("2")
            and status != "204"
            and not any(media.get("schema") or "json" not in kind for kind, media in answer.get("content", {}).items())
            for status, answer in operation["responses"].items()
        )

    assert [name for name, operation in OPERATIONS if shapeless(operation)] == []


def test_every_text_that_comes_in_has_a_greatest_length():
    def unbounded(schema: dict[str, Any]) -> list[str]:
        return [
            field
            for field, one in schema.get("properties", {}).items()
            for each in [one, *one.get("anyOf", [])]
            if each.get("type") == "string" and not {"maxLength", "format", "enum", "const", "pattern"} & each.keys()
        ]

    assert {name: fields for name, schema in bodies().items() if (fields := unbounded(schema))} == {}


@pytest.mark.parametrize("body", ["[" * 100_000, '{"theme":' * 50_000, '{"theme": 1e999}', '{"theme": "dark", "theme": "pink"}', "\ud83d", "NaN"])
def test_a_body_made_to_break_the_reader_is_refused_as_input(client_of, body):
    browser = client_of("agent_mdn")

    answer = browser.generic(
        "PATCH", "/api/v1/me/preferences", body.encode("utf-8", "surrogatepass"), "application/json", headers={"X-CSRFToken": browser.token}
    )

    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert browser.api("GET", "/me").json()["preferences"]["theme"] == "system"


def test_a_field_in_the_address_does_not_stand_in_for_one_in_the_body(client_of):
    browser = client_of("agent_mdn")

    browser.api("PATCH", "/me/preferences?theme=dark", {"language": "en"})

    assert browser.api("GET", "/me").json()["preferences"] == {"language": "en", "theme": "system"}


def test_a_fault_of_ours_tells_a_request_id_and_nothing_inside(client_of, monkeypatch):
    from simpul.iam.selectors import account

    def broken(*_: object) -> dict[str, Any]:
        raise RuntimeError("SELECT secret FROM nowhere; kata sandi: rahasia")

    browser = client_of("agent_mdn")
    monkeypatch.setattr(account, "me", broken)
    answer = browser.api("GET", "/me")

    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    assert answer.json()["request_id"] == answer["X-Request-Id"]
    assert not [word for word in ("SELECT", "rahasia", "RuntimeError", "Traceback", ".py") if word in answer.content.decode()]


def test_nobody_is_asked_for_a_hint_or_a_secret_question():
    assert not [name for name in SCHEMA["components"]["schemas"] if "hint" in name.lower() or "question" in name.lower()]
    assert people.USERS.keys().isdisjoint({"root", "sa", "administrator"})
