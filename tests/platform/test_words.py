"""No text that somebody has to write consists of what nobody can see, or of signs alone: one place decides, and every body asks it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from ninja import Schema
from pydantic import ValidationError

from simpul.config.api import api
from simpul.platform.schemas import Strict, least_words
from simpul.platform.validation import field_messages
from simpul.platform.words import says_enough, text_seen

NOTHING = {
    "word joiners": "\u2060" * 40,
    "zero-width spaces": "\u200b" * 40,
    "fillers of Hangul": "\u3164" * 40,
    "the empty cell of Braille": "\u2800" * 40,
    "direction marks": "\u202e\u200f\u2066" * 15,
    "variation selectors": "\ufe0f" * 40,
    "tags": "\U000e0041" * 40,
    "spaces of all kinds": " \u00a0\u2003\u3000" * 10,
    "dots alone": "." * 40,
    "ellipses, dashes and strokes": "\u2026 \u2014 / - " * 6,
    "one letter among fillers": "a" + "\u3164" * 39,
    "one letter among dots": "a" + "." * 39,
}


@pytest.mark.parametrize("name", NOTHING)
@pytest.mark.parametrize("least", [3, 10, 20])
def test_what_nobody_reads_says_nothing(name, least):
    assert not says_enough(NOTHING[name], least)


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Ok", 1), ("7", 1), ("\U0001f44d", 1), ("\u0e04\u0e37\u0e19\u0e40\u0e07\u0e34\u0e19\u0e41\u0e25\u0e49\u0e27", 5), ("\u9000\u6b3e\u5df2\u5b8c\u6210", 5),
        ("Rp 1.250.000,- kembali", 20), ("Dana sudah kami kembalikan.", 20), ("a\u200bb\u200bc", 3), ("PT. X", 3),
    ],
)  # fmt: skip
def test_what_is_written_in_any_script_says_something(text, least):
    assert says_enough(text, least)


def test_what_is_invisible_does_not_count_as_length():
    assert text_seen("\u200b  Dana\u2060 kembali \u3164") == "Dana kembali"
    assert not says_enough("Dana\u200b" + "\u2060" * 30, 20)


def bodies() -> Iterator[type[Schema]]:
    """Every body that an operation takes, and what stands within it."""
    found, waiting = set(), list(_taken())
    while waiting:
        schema = waiting.pop()
        if schema in found:
            continue
        found.add(schema)
        yield schema
        waiting += [each for field in schema.model_fields.values() for each in _schemas(field.annotation)]


def _taken() -> Iterator[type[Schema]]:
    for _, router in api._routers:
        for path in router.path_operations.values():
            for operation in path.operations:
                for model in operation.models:
                    for field in model.model_fields.values():
                        yield from _schemas(field.annotation)


def _schemas(annotation: Any) -> Iterator[type[Schema]]:
    if isinstance(annotation, type) and issubclass(annotation, Schema):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _schemas(part)


FIELDS = sorted({(schema.__name__, name): (schema, name, least) for schema in bodies() for name, least in least_words(schema).items()}.items())


def test_the_operations_that_ask_for_a_text_are_found():
    assert {("CaseNoteIn", "text"), ("CaseReopenIn", "reason"), ("TaskCloseIn", "outcome")} & {key for key, _ in FIELDS}
    assert len(FIELDS) > 30


@pytest.mark.parametrize(("key", "found"), FIELDS, ids=[".".join(key) for key, _ in FIELDS])
def test_no_operation_takes_a_text_that_says_nothing(key, found):
    schema, name, _ = found
    assert issubclass(schema, Strict), f"{schema.__name__} takes a text; it has to be a Strict body."
    for nothing in (NOTHING["word joiners"], NOTHING["fillers of Hangul"], NOTHING["dots alone"]):
        with pytest.raises(ValidationError) as refused:
            schema.model_validate({name: nothing})
        message = field_messages([dict(error) for error in refused.value.errors() if error["loc"][0] == name])
        assert list(message) == [name]
