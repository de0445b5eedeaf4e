"""What an import changes in customers who are there is kept before and after, masked, for a setting's days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from simpul.customers import masks
from simpul.customers.tasks import forget_import_changes
from simpul.iam.public import system_actor
from simpul.platform.clock import shifted, today
from simpul.platform.db import query
from tests.imports.sources import bring_in, person, profile, stored, write
from tests.support.database import rows


def kept():
    found = stored("SELECT run_id, field, before, after FROM crm.customer_import_changes")
    return {row["field"]: (row["before"], row["after"]) for row in found}, {row["run_id"] for row in found}


def test_a_first_load_and_the_same_file_again_keep_nothing(organisation, tmp_path):
    path = write(tmp_path / "nasabah.csv", [person(1), person(2)])
    for _ in range(2):
        assert bring_in(system_actor(), path).fields_changed == {}
    assert stored("SELECT * FROM crm.customer_import_changes") == []


def test_each_changed_field_is_kept_masked_and_counted(organisation, tmp_path):
    bring_in(system_actor(), write(tmp_path / "satu.csv", [person(1), person(2), person(3)]))
    changed = person(
        1,
        nama_lengkap="Siti Rahmawati Lubis",
        no_hp="081399998888",
        email="",
        tanggal_lahir="06/03/1990",
        segmen="UMKM",
        nik="1271014603900001",
        kota="Binjai",
        alamat="Jl. Baru 9",
    )

    clearing = profile(email={"blank": "clear"})
    run = bring_in(system_actor(), write(tmp_path / "dua.csv", [changed, person(2, kota="Binjai"), person(3, alamat="Jl. Baru 10")]), clearing)

    assert run.changed == 3
    assert run.fields_changed == {"full_name": 1, "phone_e164": 1, "email": 1, "birth_date": 1, "segment_code": 1, "nik": 1, "home_address": 3}
    [first] = stored("SELECT customer_id FROM crm.customers WHERE source_key = 'CIF0001'")
    found = stored("SELECT field, before, after FROM crm.customer_import_changes WHERE customer_id = %s", (first["customer_id"],))
    age = str(masks.age(date(1990, 3, 5), today()))
    assert {row["field"]: (row["before"], row["after"]) for row in found} == {
        "full_name": ("S*** R*** 1***", "S*** R*** L***"),
        "phone_e164": ("+62812****001", "+62813****888"),
        "email": ("s***@contoh.id", None),
        "birth_date": (age, age),
        "segment_code": ("PRIORITY", "MSME"),
        "nik": ("1271********0001", "1271********0001"),
        "home_address": ("Medan Petisah, Medan, 20112", "Medan Petisah, Binjai, 20112"),
    }
    whole = str(stored("SELECT * FROM crm.customer_import_changes"))
    for clear in ("081399998888", "81399998888", "Rahmawati", "Jl. Baru", "1990-03"):
        assert clear not in whole
    with rows():
        [row] = query("SELECT meta FROM audit.audit_logs WHERE action = 'IMPORT_DATA' AND object_id = %s", (str(run.id),))
    assert row["meta"]["fields"] == run.fields_changed


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("full_name", "Siti"), ("full_name", " Siti  Aminah Lubis"), ("phone_e164", "+6281234567678"), ("phone_e164", "+6212345"), ("email", "siti@contoh.id"),
        ("email", "a@b@contoh.id"), ("segment_code", "MASS"), ("gender", "F"), ("email", ""),
    ],
)  # fmt: skip
def test_the_database_masks_as_the_product_does(organisation, field, value):
    assert query("SELECT crm.masked_change(%s, %s) AS masked", (field, value))[0]["masked"] == masks.change_text(field, value, today())


@pytest.mark.parametrize(
    ("field", "id_type", "hint"),
    [("nik", "NIK", "12710004"), ("cif", "CIF", "CIF00000123"), ("member_no", "MEMBER_NO", "AB1"), ("meter_no", "METER_NO", "MTR0000001")],
)
def test_the_database_masks_numbers_as_the_product_does(organisation, field, id_type, hint):
    assert query("SELECT crm.masked_change(%s, %s) AS masked", (field, hint))[0]["masked"] == masks.identifier(id_type, hint)


def test_what_is_old_goes_every_night_and_what_is_young_stays(organisation, tmp_path):
    bring_in(system_actor(), write(tmp_path / "satu.csv", [person(1)]))
    bring_in(system_actor(), write(tmp_path / "dua.csv", [person(1, kota="Binjai")]))

    with shifted(timedelta(days=89)):
        forget_import_changes()
    assert list(kept()[0]) == ["home_address"]
    with shifted(timedelta(days=91)):
        forget_import_changes()
    assert kept() == ({}, set())


def test_the_changes_of_a_customer_show_to_who_sees_changes_and_to_nobody_else(organisation, tmp_path, client_of):
    bring_in(system_actor(), write(tmp_path / "satu.csv", [person(1)]))
    run = bring_in(system_actor(), write(tmp_path / "dua.csv", [person(1, nik="1271014503907771", segmen="UMKM", no_hp="081399998888")]))
    [customer] = stored("SELECT customer_id FROM crm.customers")
    path = f"/customers/{customer['customer_id']}/import-changes"
    agent = client_of("agent_mdn")

    whole = agent.api("GET", path).json()["items"]
    first = agent.api("GET", f"{path}?limit=2").json()
    rest = agent.api("GET", f"{path}?limit=2&cursor={first['next_cursor']}").json()

    assert {row["field"]: (row["before"], row["after"], row["concealed"]) for row in whole} == {
        "nik": ("1271********0001", "1271********7771", False),
        "segment_code": ("PRIORITY", "MSME", False),
        "phone_e164": ("+62812****001", "+62813****888", False),
    }
    assert first["items"] + rest["items"] == whole and {row["run_id"] for row in whole} == {str(run.id)}
    assert (client_of("finance_mdn").api("GET", path).status_code, client_of("agent_bnj").api("GET", path).status_code) == (403, 404)
