"""The worked examples of docs/importing.md do what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simpul.iam.public import system_actor
from simpul.imports.public import load_profile
from tests.imports.sources import bring_in, reasons, stored

DOCS = Path(__file__).resolve().parents[2] / "docs"
EXAMPLES = DOCS / "examples" / "import"
CUSTOMERS = """SELECT c.source_key, c.full_name, c.kind, c.birth_date::text, c.phone_e164, c.email::text, c.segment_code, c.home_branch_code, a.street, a.postcode
    FROM crm.customers c LEFT JOIN crm.customer_addresses a USING (customer_id) ORDER BY c.source_key"""
FOUND = {
    "odoo": (
        [
            ("__export__.res_partner_41", "Siti Rahmawati", "PERSON", None, "+6281260001234", "siti@contoh.id", "MASS", "MDN", "Jl. Gatot Subroto 12", "20112"),
            ("__export__.res_partner_42", "PT Sumber Rejeki", "ORGANISATION", None, "+62614567890", None, "MASS", "MDN", "Jl. Asia 5", ""),
        ],
        {},
        {("EMPTIED", "Zip"): [3]},
    ),
    "espocrm": (
        [
            ("65f0c1a2b3d4e5f60", "Budi Hutagalung", "PERSON", "1988-12-01", "+6281260005678", "budi@contoh.id", "MASS", "BNJ", "Jl. Merdeka 3", "20714"),
            ("65f0c1a2b3d4e5f61", "Suherman", "PERSON", "1975-08-17", "+6281260009999", None, "MASS", "MDN", "", ""),
        ],
        {4: ["Teams: Cabang tidak dikenal."]},
        {("EMPTIED", "Email"): [3]},
    ),
    "hubspot": (
        [
            ("10251", "Ani Wijaya", "PERSON", "1992-05-05", "+6281311112222", "ani@contoh.id", "PRIORITY", "MDN", "Jl. Sudirman 1", "20151"),
            ("10252", "Joko", "PERSON", None, "+6281311113333", None, "MASS", "MDN", None, None),
        ],
        {},
        {("EMPTIED", "Date of birth"): [3]},
    ),
    "salesforce": (
        [
            ("0035g00000AbCdEAAV", "Rina Lubis", "PERSON", "1995-07-20", "+6281260004321", "rina@contoh.id", "MASS", "MDN", "Jl. Pemuda 8 Lantai 2", "20151"),
            ("0035g00000AbCdGAAV", "Nasution", "PERSON", None, None, None, "MASS", "BNJ", "", "20714"),
        ],
        {},
        {("EMPTIED", "MOBILEPHONE"): [5]},
    ),
    "lembar-kotor": (
        [
            ("N-001", "Siti Rahmawati", "PERSON", "1990-03-05", "+6281260001234", None, "MASS", "MDN", "Jl. Gatot Subroto 12", ""),
            ("N-002", "Désirée Lubis", "PERSON", "1990-03-05", None, None, "MASS", "MDN", None, None),
            ("N-003", "Budi", "PERSON", "1945-08-17", None, None, "MASS", "BNJ", "Jl. Merdeka 3", ""),
            ("N-004", "Tono", "PERSON", None, None, None, "MASS", "MDN", None, None),
        ],
        {9: ["Nama: Wajib diisi."]},
        {("EMPTIED", "NIK"): [7], ("DOUBTFUL", "NIK"): [5], ("EMPTIED", "HP"): [5], ("EMPTIED", "Tgl Lahir"): [8], ("EMPTIED", "L/P"): [8]},
    ),
}


@pytest.mark.parametrize("name", FOUND)
def test_each_example_brings_in_its_file_as_told_and_a_second_time_changes_nothing(organisation, name):
    customers, refused, remarks = FOUND[name]
    profile = load_profile(EXAMPLES / f"{name}.toml")

    run = bring_in(system_actor(), EXAMPLES / f"{name}.csv", profile)
    again = bring_in(system_actor(), EXAMPLES / f"{name}.csv", profile)

    assert reasons(run) == refused
    assert [tuple(row.values()) for row in stored(CUSTOMERS)] == customers
    assert {(each["kind"], each["column"]): each["lines"] for each in run.remarks} == remarks
    assert (again.added, again.changed, again.unchanged) == (0, 0, len(customers))


def test_the_page_tells_of_every_example_and_of_no_other():
    named = set(re.findall(r"\(examples/import/([a-z-]+)\.toml\)", (DOCS / "importing.md").read_text()))

    assert named == set(FOUND) == {path.stem for path in EXAMPLES.glob("*.toml")}
