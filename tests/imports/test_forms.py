"""What a file is - workbook, encoding, delimiter, title lines - is recognised; constants are checked before anything is written."""

from __future__ import annotations

import io
from datetime import date

import pytest
import xlsxwriter

from simpul.iam.public import system_actor
from simpul.imports.errors import ProfileInvalid, SourceUnreadable
from simpul.imports.profiles import parse_profile
from simpul.imports.public import rejects_export
from tests.imports.sources import HEADER, bring_in, open_profile, person, profile, reasons, stored, text

PEOPLE = [person(1), person(2, nama_lengkap="Désirée; Siti"), person(3, nik="12")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("titles", [0, 3])
def test_delimiter_encoding_and_title_lines_are_recognised(organisation, tmp_path, encoding, delimiter, titles):
    path = tmp_path / "nasabah.csv"
    above = ["DAFTAR NASABAH; per 1 Juli, 2026", "", 'Cabang "Medan"'][:titles]
    path.write_bytes("".join([*(f"{line}\n" for line in above), text(PEOPLE, delimiter=delimiter)]).encode(encoding))

    run = bring_in(system_actor(), path, open_profile())

    assert (run.read, run.added, run.rejected) == (3, 2, 1)
    assert reasons(run) == {4 + titles: ["nik: NIK harus 16 angka."]}
    assert [row["full_name"] for row in stored("SELECT full_name FROM crm.customers ORDER BY source_key")] == ["Siti Rahmawati 1", "Désirée; Siti"]
    told = [
        *([encoding] if encoding in ("utf-16", "cp1252") else []),
        *([f"columns apart by {delimiter!r}"] if delimiter != "," else []),
        *(["3 title lines above the header"] if titles else []),
    ]
    assert [note["en"] for note in run.notes] == ([f"nasabah.csv was read as: {', '.join(told)}."] if told else [])


def workbook(path, people, sheet="Nasabah"):
    """The people as a workbook: a hidden sheet first, two title lines, dates and numbers as a spreadsheet keeps them."""
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Catatan").hide()
        page = book.add_worksheet(sheet)
        page.activate()
        page.set_first_sheet()
        page.write(0, 0, "Daftar nasabah")
        page.write_row(2, 0, HEADER)
        for number, row in enumerate(people, start=3):
            for place, name in enumerate(HEADER):
                if isinstance(row[name], date):
                    page.write_datetime(number, place, row[name], book.add_format({"num_format": "dd/mm/yyyy"}))
                else:
                    page.write(number, place, row[name])
        page.write(len(people) + 6, len(HEADER) + 2, " ")
    return path


def test_a_workbook_is_read_as_it_is_shown(organisation, tmp_path):
    people = [
        {**person(1), "tanggal_lahir": date(1990, 3, 5), "nik": 1271014503900010, "kode_pos": 20112},
        {**person(2), "tanggal_lahir": "05/03/1990", "no_hp": 81260001234},
        {**person(3), "kode_cabang": "XXX"},
    ]
    forms = profile(birth_date={"steps": ["date:dd/mm/yyyy|yyyy-mm-dd"]})

    run = bring_in(system_actor(), workbook(tmp_path / "nasabah.xlsx", people), forms)

    assert (run.read, run.added, reasons(run)) == (3, 2, {6: ["kode_cabang: Cabang tidak dikenal."]})
    assert [note["en"] for note in run.notes] == ["nasabah.xlsx was read as: XLSX, 2 title lines above the header."]
    assert [(each["kind"], each["lines"]) for each in run.remarks] == [("DOUBTFUL", [4])]
    assert stored(
        "SELECT c.birth_date::text AS born, c.phone_e164, a.postcode FROM crm.customers c JOIN crm.customer_addresses a USING (customer_id) ORDER BY source_key"
    ) == [
        {"born": "1990-03-05", "phone_e164": "+6281260000001", "postcode": "20112"},
        {"born": "1990-03-05", "phone_e164": "+6281260001234", "postcode": "20112"},
    ]
    output = io.StringIO()
    rejects_export(actor=system_actor(), run_id=run.id, output=output, profile=forms)
    (tmp_path / "perbaikan.csv").write_text(output.getvalue().replace("XXX", "MDN"), encoding="utf-8-sig")
    assert bring_in(system_actor(), tmp_path / "perbaikan.csv", forms).added == 1
    assert bring_in(system_actor(), tmp_path / "nasabah.xlsx", forms).counts["unchanged"] == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04 no workbook", "nasabah.xlsx is no valid XLSX; save it again as XLSX or CSV."),
        (b"\xd0\xcf\x11\xe0 an old one", "nasabah.xlsx is no valid XLSX; save it again as XLSX or CSV."),
        (None, "nasabah.xlsx has no sheet Nasabah; there are: Catatan, Lain."),
    ],
)
def test_a_file_that_is_no_workbook_and_a_sheet_that_is_not_there_are_refused(organisation, tmp_path, content, reason):
    path = tmp_path / "nasabah.xlsx"
    if content is None:
        workbook(path, [person(1)], "Lain")
    else:
        path.write_bytes(content)

    with pytest.raises(SourceUnreadable) as caught:
        bring_in(system_actor(), path, open_profile(sheet="Nasabah"))

    assert caught.value.detail.en == reason


def test_empty_columns_at_the_end_and_lines_of_delimiters_alone_are_no_error(organisation, tmp_path):
    path = tmp_path / "nasabah.csv"
    first, second = text([person(1)]).splitlines()
    path.write_text(f"{first},,\n{second},,\n{',' * len(HEADER)}\n{second.replace('CIF0001', 'CIF0002').replace('0001,', '0002,')},,\n")

    run = bring_in(system_actor(), path)

    assert (run.read, run.rejected) == (2, 0)


@pytest.mark.parametrize(
    ("field", "words", "reason"),
    [
        ("segment_code", {"constant": "EMAS"}, "Profile coba: segment_code: 'EMAS' is not known; there are: CORPORATE, MASS, MSME, PRIORITY."),
        ("home_branch_code", {"constant": "XXX"}, "Profile coba: home_branch_code: 'XXX' is not known; there are: BNJ, MDN, PMS."),
        ("birth_date", {"constant": "05/03/1990", "steps": ["date:yyyy-mm-dd"]}, "Profile coba: birth_date: This is no date of the form yyyy-mm-dd."),
        ("full_name", {"constant": ""}, "Profile coba: full_name: This is required."),
        (
            "gender",
            {"column": "jk", "map": {"P": "F", "L": "PRIA"}},
            "Profile coba: gender: 'PRIA' is not known; choose one of: M, F, U.",
        ),
    ],
)
def test_a_constant_that_no_row_could_take_is_told_before_anything_is_written(organisation, tmp_path, field, words, reason):
    columns = {"source_key": "k", "full_name": "n", "home_branch_code": {"constant": "MDN"}, field: words}
    document = {"profile": {"source_system": "COBA"}, "file": [{"target": "customers", "unknown_columns": "ignore", "columns": columns}]}
    (tmp_path / "nasabah.csv").write_text("k,n,jk\n1,Siti,P\n")

    with pytest.raises(ProfileInvalid) as caught:
        bring_in(system_actor(), tmp_path / "nasabah.csv", parse_profile(document, "coba"))

    assert caught.value.detail.en == reason
    assert stored("SELECT (SELECT count(*) FROM crm.import_runs) + (SELECT count(*) FROM crm.customers) AS n") == [{"n": 0}]


def test_a_constant_branch_that_the_same_import_brings_is_taken(organisation, tmp_path):
    document = {
        "profile": {"source_system": "COBA"},
        "file": [
            {"path": "cabang.csv", "target": "branches", "columns": {"code": "kode", "name": "nama"}},
            {"path": "orang.csv", "target": "customers", "columns": {"source_key": "k", "full_name": "n", "home_branch_code": {"constant": "BARU"}}},
        ],
    }
    (tmp_path / "cabang.csv").write_text("kode;nama\nBARU;Cabang Baru\n")
    (tmp_path / "orang.csv").write_text("k,n\n1,Siti\n")

    run = bring_in(system_actor(), tmp_path, parse_profile(document, "coba"))

    assert (run.added, run.rejected) == (2, 0)
