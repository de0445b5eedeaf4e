"""A real bank's books through the shipped profile: every account's ledger reconciles."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import groupby

import pytest

from simpul.iam.public import system_actor
from simpul.imports.public import import_run, load_profile
from simpul.platform.clock import shifted, today
from tests.imports.sources import PROFILES, stored
from tests.support.datasets import dataset
from tests.support.people import user_id


@pytest.fixture
def bank(organisation):
    """The bank imported once."""
    profile = load_profile(PROFILES / "berka.toml")
    return import_run(actor=system_actor(), profile=profile, path=dataset("berka"))


def test_the_bank_comes_in_whole_with_people_behind_it_and_every_ledger_reconciles(bank):
    """The source rounds each interest to a tenth, and lacks the last interest of 28 accounts: its file ends within that day."""
    assert (bank.status, bank.rejected) == ("COMPLETED", 0)
    counts = {table: stored(f"SELECT count(*) AS n FROM crm.{table}")[0]["n"] for table in ("customers", "customer_relationships", "transactions")}
    assert counts == {"customers": 5369, "customer_relationships": 869, "transactions": 49102}
    assert stored("SELECT count(*) AS n FROM crm.customer_identifiers WHERE id_type = 'ACCOUNT_NO'") == [{"n": 4500}]
    assert stored("SELECT count(*) AS n FROM iam.branches WHERE branch_code LIKE 'D__'") == [{"n": 77}]
    assert stored("SELECT max(booked_on) AS last, currency FROM crm.transactions GROUP BY currency") == [
        {"last": today() - timedelta(days=1), "currency": "CZK"}
    ]
    assert [note["en"][:12] for note in bank.notes] == ["No RM works "]

    found = stored(
        "SELECT c.gender, c.birth_date, i.id_hint FROM crm.customers c JOIN crm.customer_identifiers i USING (customer_id) WHERE source_key = '1' AND id_type = 'NIK'"
    )[0]
    assert (found["gender"], str(found["birth_date"]), found["id_hint"][:2], found["id_hint"][4:]) == ("F", "1970-12-13", "12", "0002")
    assert stored("SELECT count(*) AS n FROM crm.customers WHERE phone_e164 IS NULL OR email IS NULL OR birth_date IS NULL") == [{"n": 0}]

    bookings = stored("""SELECT encode(account_hash, 'hex') AS account, booked_on, balance_after AS balance, CASE direction WHEN 'IN' THEN amount ELSE -amount END AS signed
                         FROM crm.transactions ORDER BY account_hash, occurred_at""")
    broken, unreconciled = [], []
    for _, ledger in groupby(bookings, key=lambda booking: booking["account"]):
        balance, total, whole = Decimal(0), Decimal(0), True
        for booking in ledger:
            if abs(balance + booking["signed"] - booking["balance"]) > Decimal("0.1"):
                whole = False
                broken.append(booking["booked_on"])
            balance, total = booking["balance"], total + booking["signed"]
        if whole and abs(total - balance) > Decimal("0.8"):
            unreconciled.append(total - balance)
    assert (len({booking["account"] for booking in bookings}), len(broken), set(broken), unreconciled) == (1229, 28, {today() - timedelta(days=1)}, [])


def test_a_second_import_on_another_day_changes_nothing(bank):
    with shifted(timedelta(days=3)):
        again = import_run(actor=system_actor(), profile=load_profile(PROFILES / "berka.toml"), path=dataset("berka"))

    assert (again.added, again.changed, again.rejected, again.parameters) == (0, 0, 0, bank.parameters)


def test_managers_of_a_branch_share_its_clients_the_same_way_each_time(organisation):
    from simpul.iam.models import Branch, Scope
    from tests.support.database import rows

    with rows():
        Branch.objects.create(code="D01", number=200, name="Hl.m. Praha", city="Prague")
        for name in ("rm_mdn", "rm_mdn_2"):
            Scope.objects.create(user_id=user_id(name), scope_type="BRANCH", branch_id="D01")
    whole, where = load_profile(PROFILES / "berka.toml"), dataset("berka")
    branches, clients, _, _, portfolio = whole.files[:5]
    profile = replace(whole, files=(branches, clients, portfolio), lookups={}, shift=None)
    import_run(actor=system_actor(), profile=profile, path=where)
    shared = "SELECT u.username::text AS rm, count(*) AS n FROM crm.customers c JOIN iam.users u ON u.user_id = c.rm_user_id WHERE c.home_branch_code = 'D01' GROUP BY 1 ORDER BY 1"
    before = stored(shared)

    again = import_run(actor=system_actor(), profile=profile, path=where)

    assert [row["rm"] for row in before] == ["rm_mdn", "rm_mdn_2"]
    assert sum(row["n"] for row in before) == stored("SELECT count(*) AS n FROM crm.customers WHERE home_branch_code = 'D01'")[0]["n"]
    assert (again.added, again.changed, stored(shared)) == (0, 0, before)
