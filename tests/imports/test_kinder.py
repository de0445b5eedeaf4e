"""A bad optional value is left out and told when the profile says so; the row itself is taken."""

from __future__ import annotations

import tomllib

import pytest

from simpul.iam.public import system_actor
from simpul.imports.errors import ProfileInvalid
from simpul.imports.profiles import parse_profile
from simpul.imports.public import Profile
from tests.imports.sources import PROFILES, bring_in, person, reasons, stored, write


def profile(**changes: dict[str, str]) -> Profile:
    """The shipped profile with further words for some of its columns."""
    document = tomllib.loads((PROFILES / "nasabah-csv.toml").read_text())
    columns = document["file"][0]["columns"]
    for name, words in changes.items():
        columns[name] = {**(columns[name] if isinstance(columns[name], dict) else {"column": columns[name]}), **words}
    return parse_profile(document, "nasabah-csv")


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
