"""Profiles: what a source looks like and where its columns go, as TOML.

[profile]
name = "nasabah-csv"
source_system = "CORE"
title = { id = "...", en = "..." }

[[file]]                          # in the order in which they are read
path = "client.asc"               # may hold *; left out when the source is a single file
target = "customers"
delimiter = ";"                   # recognised when left out: , ; tab or |
quote = '"'
encoding = "utf-8"                # or "auto": UTF-8, UTF-16 with its mark, else Windows-1252
sheet = "Nasabah"                 # of a workbook (XLSX); the first visible one when left out
unknown_columns = "refuse"        # or "ignore"; columns whose name begins with # are always ignored
ignore = ["column"]               # known and not wanted
where = { type = ["OWNER"] }      # other rows are skipped; "<=last_day" compares days
same_chunk = "date"               # rows equal here stay together
options = { ... }                 # the target's own
[file.columns]
full_name = "nama"                                   # a column
status = { constant = "ACTIVE" }
source_key = { template = "{branch}-{number}" }
birth_date = { column = "lahir", steps = ["date:dd/mm/yyyy"], empty = ["-"] }
email = { column = "surel", blank = "clear" }        # a blank cell removes what is stored; without it the stored value stays
phone_e164 = { column = "hp", on_error = "empty" }   # a bad value is left out and told; without it the row is refused
gender = { column = "jk", map = { L = "M", P = "F" }, otherwise = "U" }
email = { generate = "identity.email", from = ["id"] }

[lookups.owner]                   # for the step lookup:owner
file = "disp.asc"
key = "disp_id"
value = "client_id"

[shift]                           # for the step shift: the last day of that column becomes yesterday
file = "trans*.gz"
column = "date"
date = "yymmdd"
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Mapping

from simpul.imports.errors import ProfileInvalid
from simpul.imports.targets import generators, targets
from simpul.imports.transforms import make_step
from simpul.platform.text import Text

_TOP = {"profile", "file", "lookups", "shift"}
_PROFILE = {"name", "source_system", "title"}
_FILE = {"path", "target", "delimiter", "quote", "encoding", "sheet", "unknown_columns", "ignore", "where", "same_chunk", "options", "columns"}
_COLUMN = {"column", "constant", "template", "generate", "from", "steps", "map", "otherwise", "empty", "on_error", "blank"}
_ENCODINGS = ("utf-8", "cp1252", "iso-8859-1", "utf-16", "auto")


@dataclass(frozen=True)
class ColumnRule:
    """Where one field comes from: a column, a constant, a template or a generator; then steps and a map."""

    field: str
    column: str | None = None
    constant: str | None = None
    template: str | None = None
    generate: str | None = None
    sources: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    mapping: Mapping[str, str] | None = None
    otherwise: str | None = None
    empty: frozenset[str] = frozenset()
    clears: bool = False  # a blank cell removes what is stored
    emptied: bool = False  # a bad value is left out and told instead of refusing the row

    @property
    def reads(self) -> tuple[str, ...]:
        """The source's columns that this rule needs."""
        return (self.column,) if self.column is not None else self.sources


@dataclass(frozen=True)
class FileRule:
    """How one file is read and where it goes."""

    path: str | None
    target: str
    columns: tuple[ColumnRule, ...]
    delimiter: str | None = None  # recognised
    quote: str = '"'
    encoding: str = "utf-8"
    sheet: str | None = None
    ignore_unknown: bool = False
    ignore: frozenset[str] = frozenset()
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    same_chunk: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def blank_clears(self) -> frozenset[str]:
        """The fields that a blank cell clears."""
        return frozenset(rule.field for rule in self.columns if rule.clears)

    @property
    def left_out(self) -> frozenset[str]:
        """The fields whose bad values are left out and told."""
        return frozenset(rule.field for rule in self.columns if rule.emptied)

    @property
    def needs(self) -> set[str]:
        """Every column that must be in the file."""
        return {name for rule in self.columns for name in rule.reads} | set(self.where) | ({self.same_chunk} if self.same_chunk else set())


@dataclass(frozen=True)
class Lookup:
    """A column of another file by a key."""

    file: str
    key: str
    value: str


@dataclass(frozen=True)
class Shift:
    """Which column's last day becomes yesterday."""

    file: str
    column: str
    date: str


@dataclass(frozen=True)
class Profile:
    """A whole profile, checked."""

    name: str
    source_system: str
    title: Text
    files: tuple[FileRule, ...]
    lookups: Mapping[str, Lookup] = field(default_factory=dict)
    shift: Shift | None = None

    @property
    def one_file(self) -> bool:
        """Whether the source is a single file rather than a directory."""
        return len(self.files) == 1 and self.files[0].path is None


def load_profile(path: Path) -> Profile:
    """The profile in a file.

    Raises: ProfileInvalid with one sentence that says what and where.
    """
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except OSError:
        raise _invalid(f"Profil {path.name} tidak dapat dibuka.", f"The profile {path.name} cannot be opened.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _invalid(f"Profil {path.name} bukan TOML yang sah: {error}.", f"The profile {path.name} is no valid TOML: {error}.") from None
    return parse_profile(document, path.stem)


def parse_profile(document: Mapping[str, Any], called: str) -> Profile:
    """The profile in a parsed document.

    Raises: ProfileInvalid.
    """
    _only(document, _TOP, called)
    about = _table(document, "profile", called)
    _only(about, _PROFILE, f"{called}: [profile]")
    name, system = str(about.get("name", called)), str(about.get("source_system", ""))
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}", system):
        raise _wrong(f"{called}: [profile]", "source_system is required: letters, digits, - and _")
    files = document.get("file")
    if not isinstance(files, list) or not files:
        raise _wrong(called, "there is no [[file]]")
    title = about.get("title", {})
    rules = tuple(_file(each, f"{called}: file {number}", len(files) > 1) for number, each in enumerate(files, start=1))
    lookups = {key: Lookup(**_strings(each, ("file", "key", "value"), f"{called}: [lookups.{key}]")) for key, each in document.get("lookups", {}).items()}
    shift = Shift(**_strings(document["shift"], ("file", "column", "date"), f"{called}: [shift]")) if "shift" in document else None
    _steps_exist(rules, lookups, shift, called)
    return Profile(name, system, Text(id=str(title.get("id", name)), en=str(title.get("en", name))), rules, lookups, shift)


def _file(raw: Any, where: str, several: bool) -> FileRule:
    if not isinstance(raw, dict):
        raise _wrong(where, "a [[file]] is a table")
    _only(raw, _FILE, where)
    if raw.get("target") not in targets:
        raise _wrong(where, f"there is no target {raw.get('target')!r}; the targets are {', '.join(sorted(targets))}")
    target = targets[raw["target"]]
    if several and "path" not in raw:
        raise _wrong(where, "path is required when there are several files")
    if raw.get("encoding", "utf-8") not in _ENCODINGS:
        raise _wrong(where, f"encoding is one of {', '.join(_ENCODINGS)}")
    for key in ("delimiter", "quote"):
        if len(str(raw.get(key, ","))) != 1:
            raise _wrong(where, f"{key} is one character")
    if raw.get("unknown_columns", "refuse") not in ("refuse", "ignore"):
        raise _wrong(where, "unknown_columns is refuse or ignore")
    columns = tuple(_column(name, each, f"{where}: {name}") for name, each in _table(raw, "columns", where).items())
    filled = {rule.field for rule in columns}
    for name in sorted(filled - set(target.fields)):
        raise _wrong(where, f"{target.name} has no field {name!r}; it has {', '.join(target.fields)}")
    for name in (name for name, each in target.fields.items() if each.required and name not in filled):
        raise _wrong(where, f"{target.name} needs the field {name!r}")
    if target.keys and not any(set(group) <= filled for group in target.keys):
        raise _wrong(where, f"{target.name} needs {' or '.join(' + '.join(group) for group in target.keys)}")
    needed = {name for name, each in target.fields.items() if each.required} | {name for group in target.keys for name in group}
    for name in sorted(needed & {rule.field for rule in columns if rule.emptied}):
        raise _wrong(f"{where}: {name}", "on_error = empty is for optional fields; a row without this one cannot be taken")
    for name in (rule.field for rule in columns if rule.clears and not target.fields[rule.field].clearable):
        raise _wrong(f"{where}: {name}", "blank = clear is not for this field: an import never removes its value")
    return FileRule(
        path=raw.get("path"),
        target=target.name,
        columns=columns,
        delimiter=str(raw["delimiter"]) if "delimiter" in raw else None,
        quote=str(raw.get("quote", '"')),
        encoding=str(raw.get("encoding", "utf-8")),
        sheet=str(raw["sheet"]) if "sheet" in raw else None,
        ignore_unknown=raw.get("unknown_columns") == "ignore",
        ignore=frozenset(raw.get("ignore", ())),
        where={key: tuple(values) if isinstance(values, list) else (str(values),) for key, values in raw.get("where", {}).items()},
        same_chunk=raw.get("same_chunk"),
        options=dict(raw.get("options", {})),
    )


def _column(field_name: str, raw: Any, where: str) -> ColumnRule:
    if isinstance(raw, str):
        return ColumnRule(field_name, column=raw)
    if not isinstance(raw, dict):
        raise _wrong(where, "write a column's name or a table")
    _only(raw, _COLUMN, where)
    kinds = [kind for kind in ("column", "constant", "template", "generate") if kind in raw]
    if len(kinds) != 1:
        raise _wrong(where, "write exactly one of column, constant, template, generate")
    if kinds == ["generate"] and raw["generate"] not in generators:
        raise _wrong(where, f"there is no generator {raw['generate']!r}; there are {', '.join(sorted(generators)) or 'none'}")
    if raw.get("on_error", "refuse") not in ("refuse", "empty"):
        raise _wrong(where, "on_error is refuse or empty")
    if raw.get("blank", "keep") not in ("keep", "clear"):
        raise _wrong(where, "blank is keep or clear")
    if raw.get("on_error") == "empty" and raw.get("blank") == "clear":
        raise _wrong(where, "on_error = empty and blank = clear do not go together: an unreadable cell would remove what is stored")
    template = raw.get("template")
    return ColumnRule(
        field_name,
        column=raw.get("column"),
        constant=None if "constant" not in raw else str(raw["constant"]),
        template=template,
        generate=raw.get("generate"),
        sources=tuple(re.findall(r"\{([^{}:]+)(?::[^{}]*)?\}", template)) if template else tuple(raw.get("from", ())),
        steps=tuple(raw.get("steps", ())),
        mapping=raw.get("map"),
        otherwise=raw.get("otherwise"),
        empty=frozenset(raw.get("empty", ())),
        clears=raw.get("blank") == "clear",
        emptied=raw.get("on_error") == "empty",
    )


def _steps_exist(files: tuple[FileRule, ...], lookups: Mapping[str, Lookup], shift: Shift | None, called: str) -> None:
    for rule in (rule for each in files for rule in each.columns):
        for step in rule.steps:
            name, _, argument = step.partition(":")
            if name == "shift" and shift is None:
                raise _wrong(f"{called}: {rule.field}", "the step shift needs [shift]")
            if name == "lookup" and argument not in lookups:
                raise _wrong(f"{called}: {rule.field}", f"the step {step} needs [lookups.{argument}]")
            try:
                make_step(step)
            except (ValueError, ArithmeticError) as error:
                raise _wrong(f"{called}: {rule.field}", str(error)) from None


def _strings(raw: Any, names: tuple[str, ...], where: str) -> dict[str, str]:
    if not isinstance(raw, dict) or set(raw) != set(names) or not all(isinstance(value, str) for value in raw.values()):
        raise _wrong(where, f"it has exactly {', '.join(names)}")
    return dict(raw)


def _table(document: Mapping[str, Any], name: str, where: str) -> Mapping[str, Any]:
    table = document.get(name)
    if not isinstance(table, dict) or not table:
        raise _wrong(where, f"the table {name} is missing or empty")
    return table


def _only(table: Mapping[str, Any], known: set[str], where: str) -> None:
    for name in table:
        if name not in known:
            raise _wrong(where, f"{name!r} is not known; known are {', '.join(sorted(known))}")


def _wrong(where: str, english: str) -> ProfileInvalid:
    return _invalid(f"Profil {where}: {english}.", f"Profile {where}: {english}.")


def _invalid(indonesian: str, english: str) -> ProfileInvalid:
    return ProfileInvalid(detail=Text(id=indonesian, en=english))
