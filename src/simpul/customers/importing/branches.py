"""Branches of the organisation, for sources that bring their own."""

from __future__ import annotations

import json
from typing import Any, Mapping, Sequence

from simpul.iam.public import BranchFacts, branches, branches_put, system_actor
from simpul.imports.public import Field, Merged, Problem, Setting, Staged, Target, bad, fields
from simpul.platform.text import Text

_NOT_YOURS = Text(id="Anda tidak berwenang menambah cabang.", en="You may not add branches.")


def _code(value: Any) -> str:
    written = str(fields.text(20)(value))
    if not written.replace("-", "").replace("_", "").isalnum() or not written.isascii():
        raise bad("Kode cabang terdiri dari huruf, angka, - dan _.", "A branch code is made of letters, digits, - and _.")
    return written


FIELDS = {"code": Field(_code, required=True), "name": Field(fields.text(100), required=True), "city": Field(fields.text(100), clearable=True)}


class BranchLoader:
    """Few rows: they are kept as they are and put by the organisation's own door."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting

    def stage(self, rows: Sequence[int], columns: Mapping[str, Sequence[Any]]) -> Staged:
        cities = columns.get("city") or [None] * len(rows)
        if self.setting.branches is not None:
            return Staged("", 0, {place: [Problem("code", _NOT_YOURS)] for place in rows})
        return Staged(json.dumps(list(zip(columns["code"], columns["name"], cities, strict=True))), len(rows))

    def announce(self, staged: Staged) -> None:
        """Nothing has to be known before."""

    def merge(self, staged: Staged) -> Merged:
        if not staged.rows:
            return Merged()
        known = {} if "city" in self.setting.cleared else branches()
        put = [BranchFacts(code, 0, name, city or (known[code].city if code in known else "")) for code, name, city in json.loads(staged.block)]
        added, changed = branches_put(actor=system_actor(), branches=put)
        return Merged(added, changed, staged.rows - added - changed)

    def skip(self, columns: Mapping[str, Sequence[Any]]) -> None:
        """Nothing is remembered of earlier rows."""

    def finish_file(self) -> None:
        """Nothing is left to do."""


TARGET = Target("branches", FIELDS, BranchLoader, at_once=10_000)
