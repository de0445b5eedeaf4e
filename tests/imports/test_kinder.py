"""A bad optional value is left out and told when the profile says so; the row itself is taken."""

from __future__ import annotations

import tomllib

import pytest

from simpul.iam.public import system_actor
from simpul.imports.errors import ProfileInvalid
from simpul.imports.profiles import parse_profile
from tests.imports.sources import PROFILES, bring_in, person, profile, reasons, stored, write

EMPTY = {"on_error": "empty"}


def test_a_bad_optional_value_is_left_out_counted_and_named_and_its_row_is_taken(organisation, tmp_path):
    people = [
        person(1),
        person(2, no_hp="12"),
        person(3, no_hp="8,12E+10", email="bukan-email"),
        person(4, segmen="EMAS", tanggal_lahir="31/02/1990"),
        person(5, no_hp="12", kode_cabang="XXX"),
        person(6, nik="12710145039"),
    ]
    kind = profile(phone_e164=EMPTY, email=EMPTY, segment_code=EMPTY, birth_date=EMPTY)

    run = bring_in(system_actor(), write(tmp_path / "nasabah.csv", people), kind)

    assert (run.read, run.added, run.rejected) == (6, 4, 2)
    assert reasons(run) == {6: ["kode_cabang: Cabang tidak dikenal."], 7: ["nik: NIK harus 16 angka."]}
    assert {(each["kind"], each["column"]): (each["count"], each["lines"], each["en"]) for each in run.remarks} == {
        ("EMPTIED", "no_hp"): (2, [3, 4], "This is no valid phone number."),
        ("EMPTIED", "email"): (1, [4], "This is no valid e-mail address."),
        ("EMPTIED", "segmen"): (1, [5], "'EMAS' is not known; choose one of: MASS, PRIORITY, MSME, CORPORATE."),
        ("EMPTIED", "tanggal_lahir"): (1, [5], "This is no date of the form dd/mm/yyyy."),
    }
    assert stored("SELECT phone_e164, email::text AS email, segment_code, birth_date::text AS born FROM crm.customers ORDER BY source_key") == [
        {"phone_e164": "+6281260000001", "email": "siti@contoh.id", "segment_code": "PRIORITY", "born": "1990-03-05"},
        {"phone_e164": None, "email": "siti@contoh.id", "segment_code": "PRIORITY", "born": "1990-03-05"},
        {"phone_e164": None, "email": None, "segment_code": "PRIORITY", "born": "1990-03-05"},
        {"phone_e164": "+6281260000004", "email": "siti@contoh.id", "segment_code": "MASS", "born": None},
    ]
    [audit] = stored("SELECT meta FROM audit.audit_logs WHERE action = 'IMPORT_DATA'")
    assert {"kind": "EMPTIED", "file": "nasabah.csv", "column": "no_hp", "count": 2} in audit["meta"]["remarks"]


def test_remarks_of_many_chunks_are_counted_together_with_their_first_lines(organisation, tmp_path, monkeypatch):
    import dataclasses

    from simpul.imports import targets

    monkeypatch.setitem(targets.targets._items, "customers", dataclasses.replace(targets.targets["customers"], at_once=7))
    people = [person(number, no_hp="12" if number % 2 else "0812600012340") for number in range(1, 101)]

    run = bring_in(system_actor(), write(tmp_path / "nasabah.csv", people), profile(phone_e164=EMPTY))

    [told] = [each for each in run.remarks if each["kind"] == "EMPTIED"]
    assert (run.added, told["count"], told["lines"]) == (100, 50, list(range(2, 42, 2)))


@pytest.mark.parametrize(
    ("field", "words", "reason"),
    [
        ("full_name", EMPTY, "on_error = empty is for optional fields"),
        ("home_branch_code", EMPTY, "on_error = empty is for optional fields"),
        ("email", {"on_error": "ignore"}, "on_error is refuse or empty"),
    ],
)
def test_what_a_row_cannot_be_without_cannot_be_left_out(field, words, reason):
    with pytest.raises(ProfileInvalid) as caught:
        profile(**{field: words})

    assert reason in caught.value.detail.en


def test_several_date_forms_are_tried_in_their_order(organisation, tmp_path):
    written = ["05/03/1990", "1990-03-05", "5 Maret 1990", "05-03-90", "32937"]
    people = [*(person(number, tanggal_lahir=day) for number, day in enumerate(written, 1)), person(9, tanggal_lahir="Maret 1990")]
    kind = profile(birth_date={"steps": ["date:dd/mm/yyyy|yyyy-mm-dd|dd mmm yyyy|dd-mm-yy|serial"]})

    run = bring_in(system_actor(), write(tmp_path / "nasabah.csv", people), kind)

    assert reasons(run) == {7: ["tanggal_lahir: Bukan tanggal yang sah menurut bentuk dd/mm/yyyy atau yyyy-mm-dd atau dd mmm yyyy atau dd-mm-yy atau serial."]}
    assert [row["born"] for row in stored("SELECT birth_date::text AS born FROM crm.customers")] == ["1990-03-05"] * 5


BLANK = {"no_hp": "", "email": "-", "tanggal_lahir": "", "alamat": "", "kecamatan": "", "kode_pos": "", "segmen": "", "nik": ""}
SHOWN = """SELECT c.phone_e164, c.email::text AS email, c.birth_date::text AS born, c.segment_code, a.street, a.kecamatan, a.city, a.postcode,
    (SELECT count(*) FROM crm.customer_identifiers i WHERE i.customer_id = c.customer_id) AS identifiers
    FROM crm.customers c JOIN crm.customer_addresses a USING (customer_id)"""


def test_a_blank_cell_keeps_what_is_stored_unless_the_profile_says_that_it_clears(organisation, tmp_path):
    bring_in(system_actor(), write(tmp_path / "satu.csv", [person(1)]))
    [before] = stored(SHOWN)

    same = bring_in(system_actor(), write(tmp_path / "dua.csv", [person(1, **BLANK)]))
    kept = stored(SHOWN)
    clear = {"blank": "clear"}
    other = bring_in(
        system_actor(), write(tmp_path / "tiga.csv", [person(1, **BLANK)]), profile(phone_e164=clear, birth_date=clear, segment_code=clear, street=clear)
    )
    [after] = stored(SHOWN)

    assert (same.changed, same.unchanged, kept) == (0, 1, [before])
    assert (other.changed, other.fields_changed) == (1, {"phone_e164": 1, "birth_date": 1, "segment_code": 1, "home_address": 1})
    assert after == {**before, "phone_e164": None, "born": None, "segment_code": "MASS", "street": ""}


def test_an_address_that_is_blank_throughout_is_cleared_where_there_is_one_and_made_nowhere(organisation, tmp_path):
    place = {"alamat": "", "kecamatan": "", "kota": "", "kode_pos": ""}
    bring_in(system_actor(), write(tmp_path / "satu.csv", [person(1), person(2, **place)]))
    clear = {"blank": "clear"}

    run = bring_in(
        system_actor(),
        write(tmp_path / "dua.csv", [person(1, **place), person(2, **place)]),
        profile(street=clear, kecamatan=clear, city=clear, postcode=clear),
    )

    assert (run.changed, run.unchanged) == (1, 1)
    assert stored("SELECT street, kecamatan, city, postcode FROM crm.customer_addresses") == [{"street": "", "kecamatan": "", "city": "", "postcode": ""}]


def test_who_becomes_an_organisation_loses_the_gender_though_its_cell_is_blank(organisation, tmp_path):
    both = profile(kind={"column": "jenis_kelamin", "map": {"P": "PERSON", "CV": "ORGANISATION"}}, gender={"map": {"P": "F", "CV": ""}})
    bring_in(system_actor(), write(tmp_path / "satu.csv", [person(1)]))

    run = bring_in(system_actor(), write(tmp_path / "dua.csv", [person(1, jenis_kelamin="CV")]), both)

    assert (run.changed, run.rejected) == (1, 0)
    assert stored("SELECT kind, gender FROM crm.customers") == [{"kind": "ORGANISATION", "gender": None}]


def test_a_row_by_which_an_organisation_would_have_a_gender_is_refused_and_the_others_of_its_chunk_come_in(organisation, tmp_path):
    """The stored gender of a person whom the file makes an organisation, and the row's own for a stored organisation."""
    by_column = {"column": "segmen", "map": {"ORANG": "PERSON", "USAHA": "ORGANISATION"}}
    document = tomllib.loads((PROFILES / "nasabah-csv.toml").read_text())
    columns = document["file"][0]["columns"]
    del columns["segment_code"], columns["gender"]
    columns["kind"] = by_column
    document["file"][0]["ignore"] = ["jenis_kelamin"]
    without_gender = parse_profile(document, "nasabah-csv")
    bring_in(system_actor(), write(tmp_path / "satu.csv", [person(1, segmen="MASSAL"), person(2, segmen="MASSAL", jenis_kelamin="")]))

    run = bring_in(
        system_actor(), write(tmp_path / "dua.csv", [person(1, segmen="USAHA"), person(2, segmen="USAHA"), person(3, segmen="USAHA")]), without_gender
    )
    back = bring_in(system_actor(), write(tmp_path / "tiga.csv", [person(2), person(4)]))

    assert (run.added, run.changed, run.rejected) == (1, 1, 1)
    told = "segmen: Nasabah ini tersimpan sebagai orang dengan jenis kelamin; hapus jenis kelaminnya sebelum dijadikan badan usaha."
    assert reasons(run) == {2: [told]}
    assert (back.added, back.rejected, reasons(back)) == (1, 1, {2: ["jenis_kelamin: Badan usaha tidak berjenis kelamin."]})
    assert [row["kind"] for row in stored("SELECT kind FROM crm.customers ORDER BY source_key")] == ["PERSON", "ORGANISATION", "ORGANISATION", "PERSON"]


@pytest.mark.parametrize(
    ("field", "words", "reason"),
    [
        ("nik", {"blank": "clear"}, "blank = clear is not for this field"),
        ("email", {"blank": "leave"}, "blank is keep or clear"),
        ("email", {"blank": "clear", "on_error": "empty"}, "do not go together"),
    ],
)
def test_what_an_import_never_removes_cannot_be_cleared(field, words, reason):
    with pytest.raises(ProfileInvalid) as caught:
        profile(**{field: words})

    assert reason in caught.value.detail.en


def test_a_nik_whose_last_digit_a_spreadsheet_may_have_lost_is_told_and_a_ruined_one_refused(organisation, tmp_path):
    people = [
        person(1),
        person(2, nik="1271014503900020"),
        person(3, nik="1271.0145.0390.0030"),
        person(4, nik="1,27101E+15"),
        person(5, nik="1.27101450390005E+15"),
    ]

    run = bring_in(system_actor(), write(tmp_path / "nasabah.csv", people))

    ruined = "nik: NIK rusak oleh pengolah angka (bentuk 1,27E+15): simpan kolomnya sebagai teks di sumbernya."
    assert reasons(run) == {5: [ruined], 6: [ruined]}
    [told] = run.remarks
    assert (told["kind"], told["column"], told["count"], told["lines"]) == ("DOUBTFUL", "nik", 2, [3, 4])
    assert told["en"].startswith("The NIK ends in 0: spreadsheets keep 15 digits only")


def test_blank_days_of_a_relationship_and_a_blank_city_of_a_branch_stay(organisation, tmp_path):
    bring_in(system_actor(), write(tmp_path / "satu.csv", [person(1), person(2)]))
    document = {
        "profile": {"source_system": "NASABAH"},
        "file": [
            {"path": "cabang.csv", "target": "branches", "columns": {"code": "kode", "name": "nama", "city": "kota"}},
            {
                "path": "hubungan.csv",
                "target": "relationships",
                "columns": {"customer_key": "dari", "related_key": "ke", "kind": {"constant": "FAMILY"}, "valid_from": "mulai", "valid_to": "akhir"},
            },
        ],
    }
    found = []
    for number, (city, begins, ends) in enumerate([("Medan", "2020-01-01", ""), ("", "", "2024-05-06"), ("", "", "2019-05-06")]):
        (folder := tmp_path / str(number)).mkdir()
        (folder / "cabang.csv").write_text(f"kode,nama,kota\nMDN,Medan Kota,{city}\n")
        (folder / "hubungan.csv").write_text(f"dari,ke,mulai,akhir\nCIF0001,CIF0002,{begins},{ends}\n")
        found.append(reasons(bring_in(system_actor(), folder, parse_profile(document, "hubungan"))))

    assert found == [{}, {}, {2: ["akhir: Berakhir sebelum mulai."]}]
    assert stored("SELECT name, city FROM iam.branches WHERE branch_code = 'MDN'") == [{"name": "Medan Kota", "city": "Medan"}]
    assert stored("SELECT valid_from::text, valid_to::text FROM crm.customer_relationships") == [{"valid_from": "2020-01-01", "valid_to": "2024-05-06"}]
