"""Giving refused rows back, to be corrected and sent again."""

from __future__ import annotations

import csv
from typing import IO
from uuid import UUID

from simpul.audit.public import Action, record
from simpul.imports import selectors
from simpul.imports.converting import LINE_COLUMN, harmless
from simpul.imports.errors import RunNotFound
from simpul.imports.policies import can_import
from simpul.imports.profiles import Profile
from simpul.platform.actor import Actor, require
from simpul.platform.db import scope
from simpul.platform.errors import Invalid
from simpul.platform.text import Text

REASON_ID, REASON_EN = "#alasan", "#reason"


def rejects_export(*, actor: Actor, run_id: UUID, output: IO[str], profile: Profile | None = None, file: str | None = None) -> int:
    """Write the refused rows of an import as CSV with their reasons, in a form that the same profile reads again.

    The added columns begin with #, which every profile ignores. Returns how many rows were written; the export is
    audited before the first one.

    Raises: Forbidden, RunNotFound, Invalid when several files have refused rows and none was chosen.
    """
    require(can_import(actor))
    with scope(actor):
        run = selectors.run_get(run_id)
        files = selectors.files_with_rejects(run_id)
        if file is not None and file not in files:
            raise RunNotFound(Text(id=f"Tidak ada baris tertolak dari berkas {file}.", en=f"No row of the file {file} was refused."))
        if file is None and len(files) > 1:
            raise Invalid(
                {"file": Text(id=f"Pilih berkasnya: {', '.join(files)}.", en=f"Choose the file: {', '.join(files)}.")},
                Text(id=f"Pilih berkasnya: {', '.join(files)}.", en=f"Choose the file: {', '.join(files)}."),
            )
        record(actor, Action.EXPORT_DATA, object_type="IMPORT", object_id=run_id, meta={"what": "rejects", "file": file, "rows": run.rejected})
        rule = next((each for each in profile.files if each.path == file or len(profile.files) == 1), None) if profile else None
        writer = csv.writer(output, delimiter=(rule.delimiter if rule else None) or ",", quotechar=rule.quote if rule else '"', lineterminator="\n")
        written = 0
        for reject in selectors.rejects(run_id, file):
            if not written:
                writer.writerow([*reject.columns, LINE_COLUMN, REASON_ID, REASON_EN])
            cells = [*reject.cells, *[""] * (len(reject.columns) - len(reject.cells))][: len(reject.columns)]
            writer.writerow([*map(harmless, cells), str(reject.line), _told(reject.reasons, "id"), _told(reject.reasons, "en")])
            written += 1
        return written


def _told(reasons: tuple[dict[str, str], ...], language: str) -> str:
    return " ".join(f"{each['column']}: {each[language]}" if each["column"] else each[language] for each in reasons)
