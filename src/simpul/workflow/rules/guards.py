"""Guards: expressions in CEL over typed fields, which an administrator writes and one subject is asked.

What may be written is bounded, so that no guard can hold the interpreter: 1,000 characters, no loops, the few functions
below. Names are checked when it is saved, and the answer is tried on made-up values. At run time every error denies.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import cel

from simpul.platform.clock import JAKARTA
from simpul.platform.clock import now as clock_now
from simpul.platform.text import Text
from simpul.workflow.rules.errors import GuardFailed, GuardInvalid, Problem
from simpul.workflow.rules.fields import NOW, TODAY, FieldSet, FieldType
from simpul.workflow.rules.text import fold
from simpul.workflow.rules.values import for_cel, midnight

LONGEST = 1_000
# Adding texts or lists copies them: many additions of a long value would be the one loop that is left.
MOST_ADDITIONS = 30
# A macro's name before a bracket, whatever white space or comment lies between. Looked for in the raw text: what a
# tokenizer of ours would take for a string can never hide one from it.
_MACRO = re.compile(r"\b(all|exists|exists_one|existsOne|map|filter|has|transformList|transformMap|transformMapEntry|sortBy|bind|block)(\s|//[^\n]*(\n|$))*\(")
_FUNCTIONS = frozenset(
    "_==_ _!=_ _<_ _<=_ _>_ _>=_ _&&_ _||_ !_ _+_ _-_ _*_ _/_ _%_ -_ _?_:_ @in size contains startsWith endsWith timestamp duration fold".split()
)
_PLACE = re.compile(r"<input>:\d+:(\d+)")
_SAMPLES: dict[FieldType, Any] = {
    FieldType.TEXT: "a",
    FieldType.INTEGER: 1,
    FieldType.MONEY: 100,
    FieldType.BOOLEAN: True,
    FieldType.DATE: datetime(2026, 1, 1, tzinfo=UTC),
    FieldType.TIMESTAMP: datetime(2026, 1, 1, tzinfo=UTC),
    FieldType.CHOICE: "a",
    FieldType.UUID: "00000000-0000-7000-8000-000000000000",
    FieldType.TEXT_SET: ["a"],
}
_MOMENTS = {NOW: datetime(2026, 1, 2, 3, tzinfo=UTC), TODAY: datetime(2026, 1, 2, tzinfo=UTC)}

_LONG = Text(id="Syarat terlalu panjang: {length} karakter, paling banyak {most}.", en="The guard is too long: {length} characters, at most {most}.")
_UNREADABLE = Text(id="Syarat tidak dapat dibaca.", en="The guard cannot be read.")
_UNREADABLE_AT = Text(id="Syarat tidak dapat dibaca (kolom {column}).", en="The guard cannot be read (column {column}).")
_LOOP = Text(id="“{name}( )” tidak boleh dipakai dalam syarat.", en="“{name}( )” may not be used in a guard.")
_ADDITIONS = Text(id="Terlalu banyak penjumlahan; paling banyak {most}.", en="Too many additions; at most {most}.")
_UNKNOWN = Text(id="Isian “{name}” tidak dikenal.", en="There is no field “{name}”.")
_FUNCTION = Text(id="Fungsi “{name}” tidak tersedia dalam syarat.", en="The function “{name}” is not available in a guard.")
_TYPES = Text(id="Syarat membandingkan nilai yang berbeda jenis.", en="The guard compares values of different kinds.")
_ANSWER = Text(id="Syarat harus menjawab ya atau tidak.", en="The guard must answer yes or no.")


@dataclass(frozen=True)
class Guard:
    """A condition of one subject that was checked when it was saved."""

    text: str
    names: tuple[str, ...]
    _fields: FieldSet
    _program: cel.Program

    @classmethod
    def compile(cls, text: str, fields: FieldSet) -> Guard:
        """The guard of an expression over these fields.

        Money is compared in sen, days and instants as timestamps, ids as text; `now` and `today` may be named.

        Raises: GuardInvalid.
        """
        if not isinstance(text, str) or not text.strip():
            raise _invalid("guard_unreadable", _UNREADABLE)
        if len(text) > LONGEST:
            raise _invalid("guard_too_long", _LONG, length=len(text), most=LONGEST)
        if macro := _MACRO.search(text):
            raise _invalid("guard_loops", _LOOP, name=macro[1])
        if text.count("+") > MOST_ADDITIONS:
            raise _invalid("guard_too_long", _ADDITIONS, most=MOST_ADDITIONS)
        guard = cls._compiled(text, fields)
        guard._try()
        return guard

    @classmethod
    def of_rule(cls, text: str, fields: FieldSet) -> Guard:
        """The guard of an expression that we wrote ourselves from a rule tree; only its names are looked at."""
        return cls._compiled(text, fields)

    @classmethod
    def _compiled(cls, text: str, fields: FieldSet) -> Guard:
        try:
            program = cel.compile(text)
            named = program.references()
        except Exception as error:
            place = _PLACE.search(str(error))
            raise (_invalid("guard_unreadable", _UNREADABLE_AT, column=place[1]) if place else _invalid("guard_unreadable", _UNREADABLE)) from error
        known = {*fields.keys(), NOW, TODAY}
        problems = [Problem("guard_names", "", _UNKNOWN.format(name=name[:60])) for name in named["variables"] if name not in known]
        problems += [Problem("guard_names", "", _FUNCTION.format(name=name[:60])) for name in named["functions"] if name not in _FUNCTIONS]
        if problems:
            raise GuardInvalid(problems)
        return cls(text, tuple(name for name in named["variables"] if name not in _MOMENTS), fields, program)

    def _try(self) -> None:
        """Ask it once about made-up values: what can never work is refused now and not met by a person later.

        Raises: GuardInvalid.
        """
        values = {key: _SAMPLES[field.type] for key in self.names if (field := self._fields.get(key))}
        try:
            answer = self._program.execute({**values, **_MOMENTS, "fold": fold})
        except (TypeError, RuntimeError) as error:
            raise _invalid("guard_types", _TYPES) from error
        except Exception:
            return  # a division by a made-up zero says nothing
        if type(answer) is not bool:
            raise _invalid("guard_answer", _ANSWER)

    def holds(self, values: Mapping[str, Any], at: datetime | None = None) -> bool:
        """Whether it holds for a subject with these values, by the names of fields; a missing one is null.

        Raises: GuardFailed when it cannot be evaluated: deny.
        """
        now = at or clock_now()
        given: dict[str, Any] = {NOW: now, TODAY: midnight(now.astimezone(JAKARTA).date()), "fold": fold}
        for key in self.names:
            field = self._fields.get(key)
            assert field is not None
            given[key] = for_cel(field, values.get(key))
        try:
            answer = self._program.execute(given)
        except Exception as error:
            # The library's words may quote values.
            raise GuardFailed(f"A guard over {', '.join(self.names)} failed: {type(error).__name__}.") from None
        if type(answer) is not bool:
            raise GuardFailed(f"A guard over {', '.join(self.names)} gave no yes or no.")
        return answer


def _invalid(code: str, message: Text, **values: object) -> GuardInvalid:
    return GuardInvalid([Problem(code, "", message.format(**values))])
