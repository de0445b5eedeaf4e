"""The usual loader: COPY into a temporary table of the session, statements that refuse rows, statements that merge."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date
from types import NoneType
from typing import Any, Callable, Collection, Iterable, Mapping, Sequence
from uuid import UUID

from django.db import connection

from simpul.imports.targets import Merged, Problem, Problems, Remark, Setting, Staged
from simpul.platform.db import execute, query
from simpul.platform.text import Text


class TableLoader(ABC):
    """A loader over the temporary table `name` with the column `place` (the row's place in the chunk) and those of `columns`.

    `found` are columns that the loader's statements fill. They stand first: reading a row's later columns means reading
    those before them. The planner learns of a chunk's size and of what the columns in `weighed` hold, of all when it is empty.
    """

    name = ""
    columns: Mapping[str, str] = {}
    found: Mapping[str, str] = {}
    weighed: Collection[str] = ()
    analysed = False

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        shape = ", ".join(f"{column} {kind}" for column, kind in {**self.found, **self.columns}.items())
        # DROP and CREATE once a file: within the session every chunk reuses the table, emptied by its commit.
        execute(f"DROP TABLE IF EXISTS pg_temp.{self.name}")
        execute(f"CREATE TEMP TABLE {self.name} (place integer, {shape}) ON COMMIT DELETE ROWS")

    def stage(self, rows: Sequence[int], columns: Mapping[str, Sequence[Any]]) -> Staged:
        """The rows as a block for COPY; `prepare` makes the table's columns of the fields."""
        problems: Problems = {}
        self.remarks: list[Remark] = []
        ready = self.prepare(rows, columns, problems)
        kept = [number for number, place in enumerate(rows) if place not in problems] if problems else None
        taken = [list(map(str, rows)), *(ready.get(column) or [None] * len(rows) for column in self.columns)]
        if kept is not None:
            taken = [[values[number] for number in kept] for values in taken]
        return Staged(copy_block(taken), len(rows) - len(problems), problems, remarks=self.remarks)

    def announce(self, staged: Staged) -> None:  # noqa: B027 - most loaders have nothing to tell
        """Nothing has to be known before."""

    def merge(self, staged: Staged) -> Merged:
        """Copy the block, refuse what the tables contradict, and merge the rest."""
        result = Merged()
        if staged.rows:
            execute(f"DELETE FROM {self.name}")  # empty already, except within an outer transaction
            with connection.cursor() as cursor, cursor.copy(f"COPY {self.name} (place, {', '.join(self.columns)}) FROM STDIN") as copy:
                copy.write(staged.block + "\n")
            if not self.analysed:  # or the planner takes a chunk for a handful of rows
                execute(f"ANALYZE {self.name}" + (f" ({', '.join(self.weighed)})" if self.weighed else ""))
                self.analysed = True
            self.settle(result)
        return result

    def prepare(self, rows: Sequence[int], columns: Mapping[str, Sequence[Any]], problems: Problems) -> dict[str, Sequence[Any]]:
        """The table's columns from the target's fields; the same names unless a loader says otherwise."""
        return dict(columns)

    def leave_out(
        self, rows: Sequence[int], columns: dict[str, Sequence[Any]], found: Problems, problems: Problems, together: Mapping[str, tuple[str, ...]]
    ) -> None:
        """Leave bad values out of the fields that may be emptied, and tell it; what else was found refuses its row.

        `together` names fields that stand or fall with each other.
        """
        numbers = {place: number for number, place in enumerate(rows)} if found and self.setting.emptied else {}
        for place, reasons in found.items():
            for each in reasons:
                group = together.get(each.field, (each.field,))
                if self.setting.emptied.isdisjoint(group):
                    problems.setdefault(place, []).append(each)
                    continue
                self.remarks.append(Remark(place, "EMPTIED", each.field, each.reason))
                for name in group:
                    if name in columns:
                        columns[name] = [*columns[name]] if not isinstance(columns[name], list) else columns[name]
                        columns[name][numbers[place]] = None  # type: ignore[index]

    @abstractmethod
    def settle(self, result: Merged) -> None:
        """Refuse and merge what stands in the temporary table, and count."""

    def skip(self, columns: Mapping[str, Sequence[Any]]) -> None:  # noqa: B027 - a loader may leave it as it is
        """Nothing is remembered of earlier rows."""

    def finish_file(self) -> None:  # noqa: B027 - a loader may leave it as it is
        """Nothing is left to do."""

    def refuse(self, result: Merged, condition: str, field: str, reason: Text, params: Iterable[Any] = ()) -> None:
        """Take out the staged rows that meet the condition (SQL over the table as `s`), each with the reason."""
        gone = query(f"DELETE FROM {self.name} s WHERE {condition} RETURNING s.place", list(params))
        for row in gone:
            result.problems.setdefault(row["place"], []).append(Problem(field, reason))


def copy_block(columns: Sequence[Sequence[Any]]) -> str:
    """Columns as rows of COPY's text format. Text holds no line ends or tabs: the fields' parsers see to that."""
    encoded, strokes = [], 0
    for values in columns:
        types = set(map(type, values))
        missing = values.count(None) if NoneType in types else 0
        types.discard(NoneType)
        kind = types.pop() if len(types) == 1 else object
        strokes += missing + (2 * (len(values) - missing) if kind is bytes else 0)
        write = _WRITERS.get(kind, _encoded)
        if kind is str and not missing:
            encoded.append(values)
        elif kind is str:
            encoded.append(["\\N" if value is None else value for value in values])
        else:
            encoded.append(["\\N" if value is None else write(value) for value in values])
    block = _joined(encoded)
    if block.count("\\") == strokes:  # told at once for the whole block: its text has none, as is usual
        return block
    return _joined([["\\N" if value is None else _encoded(value) for value in values] for values in columns])


def _joined(columns: Sequence[Sequence[str]]) -> str:
    return "\n".join(map("\t".join, zip(*columns, strict=True)))


def _hex(value: bytes) -> str:
    return "\\\\x" + value.hex()


def _encoded(value: Any) -> str:
    if type(value) is str:
        return value.replace("\\", "\\\\") if "\\" in value else value
    if type(value) is bool:
        return "t" if value else "f"
    if type(value) is bytes:
        return _hex(value)
    if isinstance(value, (list, tuple)):
        return "{" + ",".join('"' + str(each).replace("\\", "\\\\\\\\").replace('"', '\\\\"') + '"' for each in value) + "}"
    return str(value) if not isinstance(value, UUID) else value.hex


_WRITERS: dict[type, Callable[[Any], str]] = {bytes: _hex, date: date.isoformat}
