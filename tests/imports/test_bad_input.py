"""Bad files are refused whole before anything is written; bad rows are kept with their reasons and stop nobody else."""

from __future__ import annotations

import gzip
import io

import pytest

from simpul.iam.public import system_actor
from simpul.imports.errors import ProfileInvalid, SourceUnreadable
from simpul.imports.profiles import parse_profile
from simpul.imports.public import load_profile, rejects_export
from tests.imports.sources import GOOD, HEADER, bring_in, person, plain_profile, reasons, stored, text, write


def refused(path, profile=None):
    """The English reason for which the whole source is refused, leaving nothing behind."""
    with pytest.raises((SourceUnreadable, ProfileInvalid)) as caught:
        bring_in(system_actor(), path, profile)
    assert stored("SELECT (SELECT count(*) FROM crm.customers) + (SELECT count(*) FROM crm.import_runs) + (SELECT count(*) FROM crm.import_rejects) AS n") == [
        {"n": 0}
    ]
    return caught.value.detail.en


def test_a_file_in_another_encoding_is_refused_with_the_line(organisation, tmp_path):
    path = tmp_path / "nasabah.csv"
    path.write_bytes(text([person(1), person(2, nama_lengkap="Désirée")]).encode("latin-1"))

    assert refused(path) == "nasabah.csv is not utf-8: an unreadable letter near line 3."


def test_missing_unknown_and_doubled_columns_are_named(organisation, tmp_path):
    path = tmp_path / "nasabah.csv"
    path.write_text(text([{**GOOD, "gaji": "1"}], [*HEADER, "gaji"]))
    assert refused(path) == "nasabah.csv: Columns that the profile does not know: gaji."
    path.write_text(text([{key: value for key, value in GOOD.items() if key != "nik"}], [name for name in HEADER if name != "nik"]))
    assert refused(path) == "nasabah.csv: Missing columns: nik."
    path.write_text(text([]).replace("email", "nik"))
    assert "Missing columns: email" in refused(path)


def test_empty_absent_and_damaged_files_are_refused(organisation, tmp_path):
    path = tmp_path / "nasabah.csv"
    path.write_text("")
    assert refused(path) == "nasabah.csv is empty."
    assert refused(tmp_path / "lain.csv") == "lain.csv does not exist."
    whole = gzip.compress(text([person(number) for number in range(200)]).encode())
    (tmp_path / "separuh.csv.gz").write_bytes(whole[: len(whole) // 2])
    assert refused(tmp_path / "separuh.csv.gz") == "separuh.csv.gz is damaged or cut off (gzip)."
    path.write_text(text([person(1)]) + '"CIF9999,Budi\n' + text([person(2)]))
    assert refused(path) == "nasabah.csv: a quote opened in line 3 is never closed."


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ({"profile": {"source_system": "X"}}, "there is no [[file]]"),
        ({"profile": {"source_system": "bad name"}, "file": [{}]}, "source_system is required"),
        ({"profile": {"source_system": "X"}, "file": [{"target": "cases", "columns": {"a": "b"}}]}, "there is no target 'cases'"),
        ({"profile": {"source_system": "X"}, "file": [{"target": "customers", "columns": {"shoe_size": "b"}}]}, "customers has no field 'shoe_size'"),
        ({"profile": {"source_system": "X"}, "file": [{"target": "customers", "columns": {"full_name": "b"}}]}, "customers needs the field 'source_key'"),
        (
            {"profile": {"source_system": "X"}, "file": [{"target": "branches", "columns": {"code": "a", "name": {"column": "b", "steps": ["rot13"]}}}]},
            "there is no step 'rot13'",
        ),
        (
            {"profile": {"source_system": "X"}, "file": [{"target": "branches", "columns": {"code": "a", "name": {"column": "b", "steps": ["date:dd"]}}}]},
            "a date needs dd, mm and yy",
        ),
        ({"profile": {"source_system": "X"}, "file": [{"target": "branches", "colums": {}}]}, "'colums' is not known"),
    ],
)
def test_a_bad_profile_is_one_clear_sentence(document, reason):
    with pytest.raises(ProfileInvalid) as caught:
        parse_profile(document, "coba")

    assert reason in caught.value.detail.en


def test_a_profile_that_is_no_toml_is_refused(tmp_path):
    (tmp_path / "rusak.toml").write_text("[profile\n")

    with pytest.raises(ProfileInvalid) as caught:
        load_profile(tmp_path / "rusak.toml")

    assert caught.value.detail.en.startswith("The profile rusak.toml is no valid TOML")


def test_each_bad_row_is_kept_with_its_reason_and_the_good_ones_come_in(organisation, tmp_path):
    people = [
        person(1),
        person(2, nik="1271014513900004"),  # month 13
        person(3, nik="9971014503900003"),  # no such province
        person(4, nik="12710145039"),
        person(5, tanggal_lahir="05/03/2090"),
        person(6, tanggal_lahir="1990-03-05"),
        person(7, no_hp="12"),
        person(8, kode_cabang="XXX"),
        person(9, nik=person(1)["nik"]),
        person(1, nama_lengkap="Orang Lain", nik="1271014503908888"),
        person(11, nama_lengkap=""),
        person(12, email="bukan-email"),
        person(13, segmen="EMAS"),
        person(14, nama_lengkap="Siti\0Rahma"),
        person(15, no_hp="8,12E+10"),
    ]
    path = write(tmp_path / "nasabah.csv", people)
    path.write_text(path.read_text() + "CIF7777,terpotong,127101450")

    run = bring_in(system_actor(), path)

    assert (run.read, run.added, run.rejected) == (16, 1, 15)
    assert reasons(run) == {
        3: ["nik: NIK tidak mungkin: wilayah atau tanggalnya tidak ada."],
        4: ["nik: NIK tidak mungkin: wilayah atau tanggalnya tidak ada."],
        5: ["nik: NIK harus 16 angka."],
        6: ["tanggal_lahir: 05-03-2090 ada di masa depan."],
        7: ["tanggal_lahir: Bukan tanggal yang sah menurut bentuk dd/mm/yyyy."],
        8: ["no_hp: Bukan nomor telepon yang sah."],
        9: ["kode_cabang: Cabang tidak dikenal."],
        10: ["nik: NIK ini milik nasabah lain."],
        11: ["no_cif: Kunci ini sudah ada di baris sebelumnya."],
        12: ["nama_lengkap: Wajib diisi."],
        13: ["email: Bukan alamat e-mail yang sah."],
        14: ["segmen: 'EMAS' tidak dikenal; pilih salah satu: MASS, PRIORITY, MSME, CORPORATE."],
        15: ["nama_lengkap: Berisi karakter NUL."],
        16: ["no_hp: Nomor rusak oleh pengolah angka (bentuk 8,1E+11)."],
        17: [": Baris terpotong: 3 kolom, seharusnya 14."],
    }


def test_a_bad_value_changes_nothing_in_its_column_for_the_rows_around_it(organisation, tmp_path):
    good = [person(1, no_hp="0812 3456-7890", email=" ANI@Contoh.ID "), person(2, no_hp="-", email=""), person(3, nama_lengkap="  Siti   Rahma ")]
    good[2].update(no_hp="0812 3456 7891", email="siti@contoh.id")
    bad = person(4, no_hp="12", email="bukan-email")

    run = bring_in(system_actor(), write(tmp_path / "nasabah.csv", [good[0], bad, *good[1:]]))

    assert (run.added, run.rejected) == (3, 1)
    names = [row["full_name"] for row in stored("SELECT full_name FROM crm.customers ORDER BY source_key")]
    assert names == [good[0]["nama_lengkap"], good[1]["nama_lengkap"], "Siti Rahma"]
    assert stored("SELECT phone_e164, email::text AS email FROM crm.customers ORDER BY source_key") == [
        {"phone_e164": "+6281234567890", "email": "ani@contoh.id"},
        {"phone_e164": None, "email": None},
        {"phone_e164": "+6281234567891", "email": "siti@contoh.id"},
    ]


def test_a_nik_of_a_customer_in_the_database_is_refused_for_another(organisation, tmp_path):
    bring_in(system_actor(), write(tmp_path / "satu.csv", [person(1)]))

    run = bring_in(system_actor(), write(tmp_path / "dua.csv", [person(2, nik=person(1)["nik"]), person(3)]))

    assert (run.added, reasons(run)) == (1, {2: ["nik: NIK ini milik nasabah lain."]})
    assert [row["source_key"] for row in stored("SELECT source_key FROM crm.customers ORDER BY 1")] == ["CIF0001", "CIF0003"]


def test_a_field_of_ten_megabytes_refuses_its_row_only(organisation, tmp_path):
    run = bring_in(system_actor(), write(tmp_path / "nasabah.csv", [person(1), person(2, alamat="x" * 10_000_000), person(3)]))

    assert (run.added, reasons(run)) == (2, {3: ["alamat: Terlalu panjang: 10000000 karakter, paling banyak 200."]})
    assert stored("SELECT max(length(raw)) < 200000 AS small FROM crm.import_rejects") == [{"small": True}]


def test_a_malformed_line_refuses_itself_only(organisation, tmp_path):
    path = write(tmp_path / "nasabah.csv", [person(1), person(2)])
    first, second, third = path.read_text().splitlines()
    path.write_text("\n".join([first, second, '"CIF0009"x,' + third.split(",", 1)[1], third]) + "\n")

    run = bring_in(system_actor(), path)

    assert (run.added, reasons(run)) == (2, {3: [": Baris ini bukan CSV yang sah."]})


def test_formulas_sql_and_script_are_plain_text(organisation, tmp_path):
    hostile = ['=HYPERLINK("http://x")', "Robert'); DROP TABLE crm.customers;--", "<script>alert(1)</script>", "\\N", '{"a": 1}', "%s %(x)s {0}"]

    run = bring_in(
        system_actor(), write(tmp_path / "nasabah.csv", [person(number, nama_lengkap=name, alamat=name) for number, name in enumerate(hostile, start=1)])
    )

    assert (run.added, run.rejected) == (6, 0)
    assert [row["full_name"] for row in stored("SELECT full_name FROM crm.customers ORDER BY source_key")] == hostile
    assert [
        row["street"] for row in stored("SELECT street FROM crm.customer_addresses a JOIN crm.customers c USING (customer_id) ORDER BY source_key")
    ] == hostile


def test_refused_rows_are_ciphertext_and_come_back_with_their_reasons_to_be_sent_again(organisation, trace, tmp_path):
    run = bring_in(system_actor(), write(tmp_path / "nasabah.csv", [person(1), person(2, nik="1271014513900002"), person(3, kode_cabang="XXX")]))
    trace.start()
    output = io.StringIO()

    written = rejects_export(actor=system_actor(), run_id=run.id, output=output, profile=plain_profile())

    assert (written, trace()) == (2, {"audit": ["EXPORT_DATA"]})
    assert "1271014513900002" not in str(stored("SELECT raw, reasons FROM crm.import_rejects"))
    lines = output.getvalue().splitlines()
    assert lines[0].endswith(",#baris,#alasan,#reason")
    assert lines[1].endswith(",3,nik: NIK tidak mungkin: wilayah atau tanggalnya tidak ada.,nik: The NIK is impossible: no such region or date.")
    (tmp_path / "perbaikan.csv").write_text(output.getvalue().replace("1271014513900002", "1271014503900002").replace("XXX", "BNJ"))

    again = bring_in(system_actor(), tmp_path / "perbaikan.csv")

    assert (again.added, again.rejected) == (2, 0)


def test_a_formula_in_a_refused_row_is_harmless_on_the_way_out_and_itself_again_on_the_way_in(organisation, tmp_path):
    run = bring_in(system_actor(), write(tmp_path / "nasabah.csv", [person(1, nama_lengkap="=1+1", no_hp="+62 812-6000-1234", kode_cabang="XXX")]))
    output = io.StringIO()
    rejects_export(actor=system_actor(), run_id=run.id, output=output, profile=plain_profile())
    (tmp_path / "perbaikan.csv").write_text(output.getvalue().replace("XXX", "MDN"))

    bring_in(system_actor(), tmp_path / "perbaikan.csv")

    assert ",'=1+1," in output.getvalue()
    assert stored("SELECT full_name, phone_e164 FROM crm.customers") == [{"full_name": "=1+1", "phone_e164": "+6281260001234"}]
