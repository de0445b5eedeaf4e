"""From the cells of a chunk to the values of a target's fields, column by column; a bad cell refuses its row only."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any, Callable, Iterable, Mapping, Sequence

from simpul.imports.errors import Bad, ProfileInvalid
from simpul.imports.profiles import ColumnRule, FileRule, Profile
from simpul.imports.reading import Chunk, Malformed
from simpul.imports.targets import Field, Problem, Problems, Remark, Target, bad, generators, targets
from simpul.imports.transforms import RUN_STEPS, SURPRISES, guarded, make_step
from simpul.platform.crypto import encrypt
from simpul.platform.text import Text

_MISSING = Text(id="Wajib diisi.", en="This is required.")
_NUL = Text(id="Berisi karakter NUL.", en="It holds a NUL character.")
_UNCLOSED = Text(id="Tanda kutip tidak ditutup.", en="A quote is not closed.")
_NO_CSV = Text(id="Baris ini bukan CSV yang sah.", en="This line is no valid CSV.")
_CUT = Text(id="Baris terpotong: {found} kolom, seharusnya {wanted}.", en="The row is cut off: {found} columns, expected {wanted}.")
_LONG = Text(id="Terlalu banyak kolom: {found}, seharusnya {wanted}.", en="Too many columns: {found}, expected {wanted}.")
LONGEST_KEPT = 65_536
LINES_KEPT = 20
LINE_COLUMN = "#baris"  # only rows that were given back for correction have it
_FORMULA = re.compile(r"(?![+-][\d .()-]*$)[=+\-@\t\r]")
_HARMLESS = re.compile(r"'[=+\-@\t\r]")
_FEW_LIMIT = 50_000

Told = Mapping[str, Any]  # remarks of one kind on one column: kind, file, field, column, count, lines (the first), id, en
Make = Callable[[Sequence[Sequence[str]], int, Problems], list[Any]]


@dataclass
class Converted:
    """A chunk's good rows by their place in it, as columns by field; what was refused and skipped."""

    rows: list[int]
    columns: dict[str, list[Any]]
    skipped: int
    problems: Problems = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


def check_constants(profile: Profile) -> None:
    """Constants, and what maps make, must be values that their fields take: one that is not would refuse every row.

    Raises: ProfileInvalid with the place and the field's own reason.
    """
    filled = {rule.target for rule in profile.files}
    for file in profile.files:
        for rule in file.columns:
            field_of = targets[file.target].fields[rule.field]
            made = [] if rule.mapping is None else [value for value in (*rule.mapping.values(), rule.otherwise) if value]
            try:
                for each in made:
                    field_of.parse(each)
                if rule.constant is not None and not any(step.partition(":")[0] in RUN_STEPS for step in rule.steps):
                    value = guarded([make_step(step) for step in rule.steps])(rule.constant)
                    if rule.mapping is not None:
                        value = rule.mapping.get(value, value if rule.otherwise is None else rule.otherwise)
                    value = None if value in (None, "") else field_of.parse(value)
                    if value is None and field_of.required:
                        raise Bad(_MISSING)
                    known = field_of.listed() if field_of.listed and field_of.listed_by not in filled else None
                    if known is not None and value is not None and value not in known:
                        listed = ", ".join(sorted(known)[:20])
                        raise bad(f"{value!r} tidak dikenal; ada: {listed}.", f"{value!r} is not known; there are: {listed}.")
            except Bad as refusal:
                told = refusal.detail
                raise ProfileInvalid(
                    detail=Text(id=f"Profil {profile.name}: {rule.field}: {told.id}", en=f"Profile {profile.name}: {rule.field}: {told.en}")
                ) from None


class Converter:
    """Reads the cells of one file by its rule."""

    def __init__(
        self, rule: FileRule, target: Target, names: list[str], *, shift_days: int = 0, lookups: Mapping[str, dict[str, str]] | None = None, last_day: str = ""
    ) -> None:
        self.names = names
        self._place = {name: place for place, name in enumerate(names)}
        self._where = [(self._place[name], _keeps(values, last_day)) for name, values in rule.where.items()]
        self._columns = [(each.field, each, self._maker(each, target.fields[each.field], shift_days, dict(lookups or {}))) for each in rule.columns]
        self._given_back = LINE_COLUMN in names
        self._doubted = {rule.field: doubt for rule in rule.columns if (doubt := target.fields[rule.field].doubt) is not None}
        self._required = {name for name, each in target.fields.items() if each.required}

    def convert(self, chunk: Chunk) -> Converted:
        """The good rows of the chunk."""
        problems: Problems = {}
        places, rows = self._whole_rows(chunk, problems)
        if self._given_back:
            rows = [[cell[1:] if _HARMLESS.match(cell) else cell for cell in row] for row in rows]
        kept = len(rows)
        for place, keeps in self._where:
            chosen = [number for number, row in enumerate(rows) if keeps(row[place].strip())]
            places, rows = [places[number] for number in chosen], [rows[number] for number in chosen]
        skipped = kept - len(rows)
        cells: list[Sequence[str]] = list(zip(*rows, strict=True)) if rows else [()] * len(self.names)
        found: Problems = {}
        emptied: list[tuple[str, Problems]] = []
        columns: dict[str, list[Any]] = {}
        for name, rule, make in self._columns:
            noted = found
            if rule.emptied:
                emptied.append((name, noted := {}))
            columns[name] = make(cells, len(rows), noted)
        for name in self._required:
            if None not in columns[name]:
                continue
            for number, value in enumerate(columns[name]):
                if value is None and not any(problem.field == name for problem in found.get(number, ())):
                    found.setdefault(number, []).append(Problem(name, _MISSING))
        remarks = [
            Remark(places[number], "EMPTIED", name, reasons[0].reason) for name, noted in emptied for number, reasons in noted.items() if number not in found
        ]
        remarks += self._doubts(places, columns, found)
        if found:
            for number, reasons in found.items():
                problems[places[number]] = reasons
            good = [number for number in range(len(rows)) if number not in found]
            columns = {name: [values[number] for number in good] for name, values in columns.items()}
            places = [places[number] for number in good]
        return Converted(places, columns, skipped, problems, remarks)

    def _doubts(self, places: list[int], columns: dict[str, list[Any]], found: Problems) -> list[Remark]:
        remarks = []
        for name, doubt in self._doubted.items():
            for number, value in enumerate(columns[name]):
                if value is not None and (reason := doubt(value)) is not None and number not in found:
                    remarks.append(Remark(places[number], "DOUBTFUL", name, reason))
        return remarks

    def column_of(self, field_name: str) -> str:
        """The source's column behind a field, for the reasons of a refused row."""
        for name, rule, _ in self._columns:
            if name == field_name and rule.reads:
                return rule.reads[0]
        return field_name

    def _whole_rows(self, chunk: Chunk, problems: Problems) -> tuple[list[int], list[list[str]]]:
        width = len(self.names)
        if set(map(type, chunk.rows)) <= {list} and set(map(len, chunk.rows)) <= {width}:  # told at once for the whole chunk
            return list(range(len(chunk.rows))), chunk.rows
        places, rows = [], []
        for place, row in enumerate(chunk.rows):
            if len(row) == width and type(row) is not Malformed:
                places.append(place)
                rows.append(row)
            elif isinstance(row, Malformed):
                problems[place] = [Problem("", _UNCLOSED if row.unclosed else _NO_CSV)]
            else:
                problems[place] = [Problem("", (_CUT if len(row) < width else _LONG).format(found=len(row), wanted=width))]
        return places, rows

    def _maker(self, rule: ColumnRule, target: Field, shift_days: int, lookups: dict[str, dict[str, str]]) -> Make:
        made = [make_step(each, shift_days=shift_days, lookups=lookups) for each in rule.steps]
        steps = guarded(made)
        mapping, otherwise, empty, parse = rule.mapping, rule.otherwise, rule.empty, target.parse

        def one(value: Any) -> Any:
            value = steps(value)
            if mapping is not None and value is not None:
                value = mapping.get(value, otherwise if otherwise is not None else value)
            return None if value is None or value == "" else parse(value)

        if rule.column is not None:
            place = self._place[rule.column]
            plain = parse if not rule.steps and mapping is None else one

            def from_column(value: str) -> Any:
                value = value.strip()
                return None if not value or value in empty else plain(value)

            if target.few:
                known: dict[str, Any] = {}
                return lambda cells, count, found: _each(from_column, cells[place], found, rule.field, known)
            if mapping is not None:
                made = [*made, lambda value: mapping.get(value, otherwise if otherwise is not None else value)]
            return lambda cells, count, found: _each(from_column, cells[place], found, rule.field, whole=lambda values: _whole(values, empty, made, parse))
        if rule.constant is not None:
            constant = one(rule.constant)
            return lambda cells, count, found: [constant] * count
        if rule.template is not None:
            fill = _template(rule.template, self._place)
            return lambda cells, count, found: _each(
                lambda row: one(fill(row)), zip(*(cells[self._place[name]] for name in rule.sources), strict=True), found, rule.field
            )
        generate = generators[rule.generate or ""].generate
        wanted = [self._place[name] for name in rule.sources]
        return lambda cells, count, found: _each(lambda row: one(generate(*row)), zip(*(cells[place] for place in wanted), strict=True), found, rule.field)


def _whole(values: Sequence[str], empty: frozenset[str], steps: Sequence[Callable[[Any], Any]], parse: Callable[[Any], Any]) -> list[Any]:
    """A column's values, made step by step for the whole column, which takes half as long as row by row.

    Raises: whatever a step or the parser raises for the first value that it cannot take.
    """
    made: list[Any] = [None if not (cell := value.strip()) or cell in empty else cell for value in values]
    for step in steps:
        made = [None if value is None else step(value) for value in made]
    return [None if value is None or value == "" else parse(value) for value in made]


def _each(
    make: Callable[[Any], Any],
    values: Any,
    found: Problems,
    name: str,
    known: dict[str, Any] | None = None,
    whole: Callable[[Sequence[str]], list[Any]] | None = None,
) -> list[Any]:
    """The made values; a bad one is None with its problem noted by the row's number.

    `known` keeps what a column of few values has made; `whole` makes a column at once when nothing in it is bad.
    """
    values = values if isinstance(values, tuple) else tuple(values)
    clean = bool(values) and isinstance(values[0], str) and "\0" not in "".join(values)  # told at once for the whole column
    if known is not None and clean and len(unknown := set(values) - known.keys()) < _FEW_LIMIT:
        if len(known) > _FEW_LIMIT:
            known.clear()
            unknown = set(values)
        try:
            known.update({value: make(value) for value in unknown})
            return [known[value] for value in values]
        except Bad:
            pass  # row by row, so that each tells its problem
    if whole is not None and clean:
        try:
            return whole(values)
        except (Bad, *SURPRISES):
            pass  # the same
    result: list[Any] = []
    for number, value in enumerate(values):
        try:
            if not clean and "\0" in value:
                raise Bad(_NUL)
            result.append(make(value))
        except Bad as refusal:
            found.setdefault(number, []).append(Problem(name, refusal.detail))
            result.append(None)
    return result


def _template(written: str, places: Mapping[str, int]) -> Callable[[Sequence[str]], str]:
    """`{column}` or `{column:08}` (at least eight digits, zeros in front)."""
    order = {name: number for number, name in enumerate(re.findall(r"\{([^{}:]+)", written))}
    pieces = re.split(r"(\{[^{}]+\})", written)

    def fill(row: Sequence[str]) -> str:
        made = []
        for piece in pieces:
            if piece.startswith("{"):
                name, _, width = piece[1:-1].partition(":")
                made.append(row[order[name]].strip().rjust(int(width or 0), "0"))
            else:
                made.append(piece)
        return "".join(made)

    return fill


def _keeps(values: Sequence[str], last_day: str) -> Callable[[str], bool]:
    """Rows whose cell is listed; `<=last_day` keeps cells that begin with a day up to the last day of the shift's column."""
    if tuple(values) == ("<=last_day",):
        return lambda cell: cell[: len(last_day)] <= last_day
    listed = frozenset(values)
    return lambda cell: cell in listed


def harmless(cell: str) -> str:
    """The cell with an apostrophe in front where a spreadsheet would take it for a formula; numbers and phones stay."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def reject_row(run_id: object, row: Sequence[str], reasons: Sequence[Problem], column_of: Callable[[str], str]) -> tuple[str, str]:
    """The reasons as JSON and the row as ciphertext; cells beyond 64 kB are cut."""
    told = [{"column": column_of(each.field) if each.field else "", "id": each.reason.id, "en": each.reason.en} for each in reasons]
    kept = [cell[:LONGEST_KEPT].replace("\0", "\ufffd") for cell in row]
    return json.dumps(told, ensure_ascii=False), encrypt(json.dumps(kept, ensure_ascii=False), f"crm.import_rejects:{run_id}")


def remarks_counted(remarks: Iterable[Remark], lines: Sequence[int], file: str, column_of: Callable[[str], str]) -> list[Told]:
    """A chunk's remarks, counted by column and kind."""
    found: dict[tuple[str, str], Told] = {}
    rows: dict[tuple[str, str], set[int]] = {}
    for each in sorted(remarks, key=lambda remark: remark.place):
        key = each.kind, each.field
        if key not in found:
            found[key] = {"kind": each.kind, "file": file, "field": each.field, "column": column_of(each.field), "id": each.reason.id, "en": each.reason.en}
            rows[key] = set()
        rows[key].add(lines[each.place])
    return [{**told, "count": len(rows[key]), "lines": sorted(rows[key])[:LINES_KEPT]} for key, told in found.items()]


def remarks_joined(before: Sequence[Told], further: Sequence[Told]) -> list[Told]:
    """The run's remarks with those of one chunk more; the reason is that of the first line."""
    joined = {(each["file"], each["kind"], each["field"]): each for each in before}
    for each in further:
        key = each["file"], each["kind"], each["field"]
        known = joined.get(key)
        if known is None:
            joined[key] = each
        else:
            first = min(known, each, key=lambda told: told["lines"][0])
            joined[key] = {**first, "count": known["count"] + each["count"], "lines": sorted([*known["lines"], *each["lines"]])[:LINES_KEPT]}
    return [joined[key] for key in sorted(joined)]
