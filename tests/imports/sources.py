"""Small sources for import tests."""

from __future__ import annotations

import csv
import gzip
import io
import tomllib
from pathlib import Path
from typing import Any

from simpul.imports.profiles import parse_profile
from simpul.imports.public import Profile, RunFacts, import_run, load_profile
from simpul.platform.actor import Actor
from simpul.platform.db import query
from tests.support.database import rows

PROFILES = Path(__file__).resolve().parents[2] / "src" / "simpul" / "config" / "profiles"
HEADER = "no_cif,nama_lengkap,nik,tanggal_lahir,jenis_kelamin,no_hp,email,kode_cabang,segmen,status,alamat,kecamatan,kota,kode_pos".split(",")
GOOD = {
    "no_cif": "CIF0001", "nama_lengkap": "Siti Rahmawati", "nik": "1271014503900004", "tanggal_lahir": "05/03/1990", "jenis_kelamin": "P", "no_hp": "0812-6000-1234",
    "email": "siti@contoh.id", "kode_cabang": "MDN", "segmen": "PRIORITAS", "status": "AKTIF", "alamat": "Jl. Gatot Subroto 12", "kecamatan": "Medan Petisah", "kota": "Medan",
    "kode_pos": "20112",
}  # fmt: skip


def person(number: int, **changes: str) -> dict[str, str]:
    """A row like GOOD with a CIF, NIK, phone and name of its own."""
    return {
        **GOOD,
        "no_cif": f"CIF{number:04d}",
        "nik": f"127101450390{number:04d}",
        "no_hp": f"08126000{number:04d}",
        "nama_lengkap": f"Siti Rahmawati {number}",
        **changes,
    }


def text(people: list[dict[str, str]], header: list[str] = HEADER, delimiter: str = ",") -> str:
    """The people as CSV."""
    written = io.StringIO()
    writer = csv.DictWriter(written, header, lineterminator="\n", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(people)
    return written.getvalue()


def write(path: Path, people: list[dict[str, str]]) -> Path:
    """The people as a file; gzip when the name ends in .gz."""
    raw = text(people).encode()
    path.write_bytes(gzip.compress(raw) if path.suffix == ".gz" else raw)
    return path


def plain_profile() -> Profile:
    """The shipped profile with Indonesian headers."""
    return load_profile(PROFILES / "nasabah-csv.toml")


def profile(**changes: dict[str, Any]) -> Profile:
    """The shipped profile with further words for some of its columns."""
    document = tomllib.loads((PROFILES / "nasabah-csv.toml").read_text())
    columns = document["file"][0]["columns"]
    for name, words in changes.items():
        known = columns.get(name, {})
        columns[name] = {**(known if isinstance(known, dict) else {"column": known}), **words}
    return parse_profile(document, "nasabah-csv")


def open_profile(**words: Any) -> Profile:
    """The shipped profile without a word on delimiter and encoding."""
    document = tomllib.loads((PROFILES / "nasabah-csv.toml").read_text())
    [file] = document["file"]
    del file["delimiter"]
    file.update(encoding="auto", **words)
    return parse_profile(document, "nasabah-csv")


def bring_in(actor: Actor, path: Path, profile: Profile | None = None) -> RunFacts:
    """Import the file."""
    return import_run(actor=actor, profile=profile or plain_profile(), path=path)


def stored(sql: str, params: Any = ()) -> list[dict[str, Any]]:
    """Rows past every policy."""
    with rows():
        return query(sql, params)


def reasons(run: RunFacts) -> dict[int, list[str]]:
    """The Indonesian reasons of refused rows by line."""
    found = stored("SELECT line, reasons FROM crm.import_rejects WHERE run_id = %s ORDER BY line", (run.id,))
    return {row["line"]: [f"{each['column']}: {each['id']}" for each in row["reasons"]] for row in found}
