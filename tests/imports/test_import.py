"""What an import does to the tables, and what a second one does not."""

from __future__ import annotations

import pytest

from simpul.customers.identifiers import unseal
from simpul.customers.stewardship.identifiers import identifier_retire
from simpul.iam.public import system_actor
from simpul.platform.db import scope
from simpul.platform.errors import Forbidden
from tests.imports.sources import GOOD, bring_in, person, reasons, stored, write
from tests.support.people import actor


def test_a_plain_csv_with_indonesian_headers_becomes_customers(organisation, tmp_path):
    run = bring_in(system_actor(), write(tmp_path / "nasabah.csv", [GOOD]))

    assert (run.status, run.counts) == ("COMPLETED", {"read": 1, "accepted": 1, "added": 1, "changed": 0, "unchanged": 0, "rejected": 0, "skipped": 0})
    customer = stored("SELECT *, email::text AS email FROM crm.customers")[0]
    assert (customer["full_name"], customer["sort_name"], str(customer["birth_date"]), customer["gender"]) == (
        "Siti Rahmawati",
        "siti rahmawati",
        "1990-03-05",
        "F",
    )
    assert (customer["phone_e164"], customer["email"], customer["segment_code"], customer["status"]) == (
        "+6281260001234",
        "siti@contoh.id",
        "PRIORITY",
        "ACTIVE",
    )
    assert (customer["home_branch_code"], customer["source_system"], customer["source_key"], customer["version"]) == ("MDN", "NASABAH", "CIF0001", 1)
    address = stored("SELECT kind, street, kecamatan, city, postcode FROM crm.customer_addresses")[0]
    assert address == {"kind": "HOME", "street": "Jl. Gatot Subroto 12", "kecamatan": "Medan Petisah", "city": "Medan", "postcode": "20112"}
    identifiers = {row["id_type"]: row for row in stored("SELECT * FROM crm.customer_identifiers")}
    assert (identifiers["CIF"]["id_value"], identifiers["NIK"]["id_hint"], identifiers["NIK"]["is_primary"]) == ("CIF0001", "12710004", True)
    assert unseal("NIK", identifiers["NIK"]["id_value"], bytes(identifiers["NIK"]["id_hash"])) == GOOD["nik"]
    assert stored("SELECT branch_code FROM iam.customer_reach") == [{"branch_code": "MDN"}]


def test_the_same_file_twice_changes_nothing(organisation, tmp_path):
    people = [person(number) for number in range(1, 51)]
    path = write(tmp_path / "nasabah.csv", people)
    bring_in(system_actor(), path)
    before = stored("SELECT c.*, i.id_value FROM crm.customers c JOIN crm.customer_identifiers i USING (customer_id) ORDER BY c.customer_id, i.identifier_id")

    run = bring_in(system_actor(), path)

    assert (run.added, run.changed, run.unchanged, run.rejected) == (0, 0, 50, 0)
    assert (
        stored("SELECT c.*, i.id_value FROM crm.customers c JOIN crm.customer_identifiers i USING (customer_id) ORDER BY c.customer_id, i.identifier_id")
        == before
    )


def test_a_changed_row_changes_that_customer_alone(organisation, tmp_path):
    bring_in(system_actor(), write(tmp_path / "satu.csv", [person(1), person(2), person(3)]))

    run = bring_in(system_actor(), write(tmp_path / "dua.csv", [person(1, kota="Binjai"), person(2, nik="1271014503909999"), person(3)]))

    assert (run.added, run.changed, run.unchanged) == (0, 2, 1)
    assert stored("SELECT city FROM crm.customer_addresses a JOIN crm.customers c USING (customer_id) WHERE source_key = 'CIF0001'") == [{"city": "Binjai"}]
    assert stored(
        "SELECT id_hint FROM crm.customer_identifiers i JOIN crm.customers c USING (customer_id) WHERE source_key = 'CIF0002' AND id_type = 'NIK'"
    ) == [{"id_hint": "12719999"}]


def test_strokes_that_the_database_reads_as_marks_arrive_as_written(organisation, tmp_path):
    streets = ["Jl. \\N 1", "Blok C\\t2", "Gang \\\\x41", "", "Jl. Biasa 5"]
    bring_in(system_actor(), write(tmp_path / "nasabah.csv", [person(number, alamat=street, email="") for number, street in enumerate(streets, 1)]))

    assert [
        row["street"] for row in stored("SELECT a.street FROM crm.customer_addresses a JOIN crm.customers c USING (customer_id) ORDER BY c.source_key")
    ] == streets
    assert stored("SELECT count(*) AS n FROM crm.customers WHERE email IS NULL") == [{"n": 5}]
    assert len(stored("SELECT id_hash FROM crm.customer_identifiers WHERE octet_length(id_hash) = 32")) == 10


def test_one_audit_row_names_profile_file_and_counts(organisation, trace, tmp_path):
    run = bring_in(system_actor(), write(tmp_path / "nasabah.csv.gz", [person(1), person(2, nik="9999999999999999")]))

    assert trace() == {"audit": ["IMPORT_DATA"], "jobs": ["customers.recount_words"]}
    meta = stored("SELECT meta FROM audit.audit_logs WHERE action = 'IMPORT_DATA'")[0]["meta"]
    assert (meta["profile"], meta["source"], meta["sha256"], meta["counts"]["rejected"]) == ("nasabah-csv", "nasabah.csv.gz", run.source_sha256, 1)


def test_an_agent_may_not_import_and_nothing_is_read(actor, trace, tmp_path):
    with pytest.raises(Forbidden):
        bring_in(actor("agent_mdn"), write(tmp_path / "nasabah.csv", [GOOD]))

    assert trace() == {}
    assert stored("SELECT count(*) AS n FROM crm.import_runs") == [{"n": 0}]


def test_a_data_steward_brings_in_the_own_branches_only(actor, tmp_path):
    run = bring_in(actor("steward"), write(tmp_path / "nasabah.csv", [person(1), person(2, kode_cabang="BNJ")]))

    assert (run.added, run.rejected, run.started_by) == (1, 1, actor("steward").id)
    assert reasons(run) == {3: ["kode_cabang: Di luar cabang Anda."]}


def test_a_number_that_a_steward_retired_does_not_come_back_with_the_next_file(organisation, tmp_path):
    path = write(tmp_path / "nasabah.csv", [person(1), person(2)])
    bring_in(system_actor(), path)
    [row] = stored("SELECT i.customer_id, i.identifier_id FROM crm.customer_identifiers i WHERE i.id_type = 'NIK' AND i.id_hint LIKE '%%0001'")
    steward = actor("steward")
    with scope(steward):
        identifier_retire(actor=steward, customer_id=row["customer_id"], version=1, reason="Bukan milik nasabah ini", identifier_id=row["identifier_id"])

    run = bring_in(system_actor(), path)

    assert (run.added, run.changed, run.unchanged, run.rejected) == (0, 0, 2, 0)
    assert stored("SELECT id_type FROM crm.customer_identifiers WHERE customer_id = %s", (row["customer_id"],)) == [{"id_type": "CIF"}]
