"""An administrator, branches, units and users as somebody brings them on the command line."""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import pytest

from simpul.config.cli import Refusal
from simpul.config.cli.addresses import address_of
from simpul.iam.models import Branch, User
from simpul.platform.db import query
from tests.config.cli.test_commands import simpul
from tests.support import people
from tests.support.database import keys_file, rows

BRANCHES = "kode;nama;kota;zona_waktu;telepon\nmdn;Medan Utama;Medan;WIB;(061) 415 5100\nAMB;Ambon;Ambon;WIT;\n"
UNITS = "code,name,branches\nCC,Contact Center,MDN AMB\n"
USERS = (
    "username,full_name,email,roles,branches,units\n"
    "siti,Siti Aminah,siti@bank.example,AGENT,MDN,\n"
    'rotua,Rotua Manurung,rotua@bank.example,"SUPERVISOR, AGENT",MDN AMB,CC\n'
    "maruli,Maruli Hutagalung,maruli@bank.example,COMPLIANCE,,\n"
)

CONCERNED = ["BRANCH", "UNIT", "USER", "INSTALLATION"]


@pytest.fixture
def run(committed, tmp_path):
    def command(name: str, content: str, *arguments: str) -> tuple[int, str, str]:
        file = tmp_path / f"{name}.csv"
        file.write_text(content)
        environment = {"DATABASE_URL": committed, "SIMPUL_KEYS_FILE": str(keys_file()), "SIMPUL_ALLOWED_HOSTS": "127.0.0.1,crm.example"}
        return simpul(f"{name}_import", str(file), *arguments, **environment)

    return command


def trail() -> list[tuple[str, str, str]]:
    with rows():
        found = query(
            "SELECT action, object_type, coalesce(meta->>'act', object_id) AS what, outcome FROM audit.audit_logs WHERE object_type = ANY (%s) ORDER BY audit_id",
            (CONCERNED,),
        )
    return [(row["action"], row["object_type"], row["what"] + ("" if row["outcome"] == "ALLOWED" else ":" + row["outcome"])) for row in found]


def links_of(file: Path) -> dict[str, str]:
    with file.open() as text:
        return {row["username"]: row["link"] for row in csv.DictReader(text)}


def test_branches_units_and_users_are_brought_once_each_row_recorded(run, tmp_path):
    links = tmp_path / "links.csv"
    assert run("branches", BRANCHES) == (0, "2 added, 0 changed, 0 unchanged.\n", "")
    assert run("units", UNITS) == (0, "1 added, 0 changed, 0 unchanged.\n", "")
    code, told, _ = run("users", USERS, "--links", str(links))
    assert (code, told, links.stat().st_mode & 0o777) == (0, "3 added, 0 changed, 0 unchanged.\n", 0o600)
    assert [link.rpartition("#")[0] for link in links_of(links).values()] == ["https://crm.example/set-password"] * 3
    acts = trail()
    assert acts == [
        *[("CHANGE_CONFIG", "BRANCH", "CREATE")] * 2,
        ("IMPORT_DATA", "INSTALLATION", "branches"),
        ("CHANGE_CONFIG", "UNIT", "CREATE"),
        ("CHANGE_RBAC", "UNIT", "BRANCHES"),
        ("IMPORT_DATA", "INSTALLATION", "units"),
        *[("CHANGE_RBAC", "USER", "CREATE")] * 3,
        *[("CHANGE_RBAC", "USER", "PASSWORD_LINK")] * 3,
        ("IMPORT_DATA", "INSTALLATION", "users"),
    ]
    assert (Branch.objects.get(code="AMB").time_zone, Branch.objects.get(code="MDN").phone) == ("Asia/Jayapura", "(061) 415 5100")
    rotua = people.actor("rotua")
    assert (set(rotua.role_keys), rotua.branch_codes, rotua.unit_codes) == ({"AGENT", "SUPERVISOR"}, {"MDN", "AMB"}, {"CC"})

    again = [run("branches", BRANCHES), run("units", UNITS), run("users", USERS)]

    assert [each[:2] for each in again] == [(0, f"0 added, 0 changed, {count} unchanged.\n") for count in (2, 1, 3)]
    assert trail() == acts


def test_a_file_with_a_refused_row_changes_nothing_and_every_row_says_why(run):
    run("branches", BRANCHES)
    before = trail()
    wrong = USERS + (
        "Boss,Big Boss,boss@bank.example,ADMIN,MDN,\n"
        "siti,Siti Lagi,siti2@bank.example,AGENT,MDN,\n"
        "tono,Tono,tono@bank.example,TELLER,MDN,\n"
        "wati,Wati Sari,bukan-alamat,AGENT,XXX,\n"
        "budi,Budi Hartono,budi@bank.example,AGENT,XXX,\n"
    )

    code, told, why = run("users", wrong, "--links", "/nowhere/links.csv")

    assert (code, told) == (1, "")
    assert why.splitlines() == [
        "line 3: There is no such place, or it is not active.",
        "line 5: A file makes no administrators (ADMIN); create_admin or an administrator does.",
        "line 6: an earlier row has the same username",
        "line 7: There is no such role, or it is retired.",
        "line 8: an e-mail address looks like siti@bank.example",
        "line 9: There is no such place, or it is not active.",
        "simpul: 6 rows are refused for the reasons above. Nothing was changed.",
    ]
    assert trail() == [*before, ("IMPORT_DATA", "INSTALLATION", "users:FAILED")]
    assert not User.objects.filter(kind="USER").exists()


def test_a_trial_or_links_that_cannot_be_kept_change_nothing(run, tmp_path):
    run("branches", BRANCHES)
    before = trail()

    nowhere = run("users", USERS.replace(",CC", ","), "--links", str(tmp_path / "nowhere" / "links.csv"))
    assert (nowhere[0], nowhere[2].endswith("links.csv cannot be written: No such file or directory. Nothing was changed.\n"), trail()) == (1, True, before)

    assert run("users", USERS.replace(",CC", ","), "--dry-run", "--links", str(tmp_path / "links.csv"))[:2] == (
        0,
        "Would be: 3 added, 0 changed, 0 unchanged.\n",
    )

    assert (trail(), (tmp_path / "links.csv").exists()) == (before, False)


def test_a_file_gives_nobody_back_what_was_taken_away_and_makes_new_links_only_when_told(run, tmp_path):
    run("branches", BRANCHES)
    run("units", UNITS)
    run("users", USERS, "--links", str(tmp_path / "first.csv"))

    code, told, notes = run("users", USERS.replace("SUPERVISOR, AGENT", "AGENT"), "--links", str(tmp_path / "none.csv"))
    renewed = run("users", USERS, "--links", str(tmp_path / "renewed.csv"), "--renew-links")

    assert (code, told) == (0, "0 added, 0 changed, 3 unchanged.\n")
    assert "note: rotua is there with other values (roles); an administrator changes them" in notes
    assert set(people.actor("rotua").role_keys) == {"AGENT", "SUPERVISOR"}
    assert (list(links_of(tmp_path / "none.csv")), renewed[0], list(links_of(tmp_path / "renewed.csv"))) == ([], 0, ["siti", "rotua", "maruli"])
    first, second = (links_of(tmp_path / f"{name}.csv")["siti"].rpartition("#")[2] for name in ("first", "renewed"))
    assert [people.client().api("POST", "/password-links/check", {"token": token}).status_code for token in (first, second)] == [404, 200]
    assert run("users", USERS, "--links", str(tmp_path / "first.csv"))[2].endswith("first.csv exists; links are never written over others.\n")


@pytest.mark.parametrize(
    ("given", "settings", "found"),
    [
        ("https://crm.example", {}, "https://crm.example"),
        ("https://crm.example:8443/", {"SIMPUL_TRUSTED_ORIGINS": "https://other.example"}, "https://crm.example:8443"),
        (None, {"SIMPUL_TRUSTED_ORIGINS": "http://127.0.0.1:8000,https://crm.example", "SIMPUL_ALLOWED_HOSTS": "other.example"}, "https://crm.example"),
        (None, {"SIMPUL_ALLOWED_HOSTS": "localhost,.bank.example,crm.bank.example"}, "https://crm.bank.example"),
        ("http://127.0.0.1:8000", {}, "http://127.0.0.1:8000"),
        ("http://crm.example", {}, "would carry its secret in clear"),
        (None, {"SIMPUL_ALLOWED_HOSTS": "127.0.0.1,[::1]"}, "Say where people open Simpul"),
        ("crm.example", {}, "must look like https://crm.example"),
        ("https://crm.example/masuk", {}, "must look like https://crm.example"),
        ("https://[crm", {}, "must look like https://crm.example"),
        ("https://somebody@crm.example", {}, "must look like https://crm.example"),
    ],
)
def test_links_begin_with_an_address_that_people_open_and_never_in_clear(given, settings, found, monkeypatch):
    for name in ("SIMPUL_TRUSTED_ORIGINS", "SIMPUL_ALLOWED_HOSTS"):
        monkeypatch.setenv(name, settings.get(name, ""))
    try:
        told = address_of(argparse.Namespace(address=given))
    except Refusal as refusal:
        told = str(refusal)

    assert told == found if found.startswith("http") else found in told


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("", "is empty."),
        ("username,full_name,email\n", "lacks the columns: roles."),
        ("username,full_name,email,roles,jabatan\n", "has columns that are not known: 'jabatan'."),
        ("username,username,full_name,email,roles\n", "has a column twice: username."),
        ("username,full_name,email,roles\nsiti,Siti\n", "line 2: this row has not as many cells as the header."),
    ],
)
def test_a_file_that_is_no_table_of_users_is_refused_in_one_line(run, content, line):
    code, _, told = run("users", content)

    assert (code, len(told.splitlines()), line in told) == (1, 1, True), told


def test_the_first_administrator_is_made_on_the_command_line_once(committed):
    settings = {"DATABASE_URL": committed, "SIMPUL_KEYS_FILE": str(keys_file())}
    rina = ("create_admin", "rina", "Rina Hutabarat", "rina@bank.example")

    assert simpul(*rina, **settings)[::2] == (2, "simpul: Say where people open Simpul, as links begin with it: --address https://crm.example\n")
    assert "would carry its secret in clear" in simpul(*rina, "--address", "http://crm.example", **settings)[2]
    assert simpul("create_admin", "R!", "R", "nowhere", "--address", "https://crm.example", **settings)[0] == 2
    code, link, told = simpul(*rina, **settings, SIMPUL_TRUSTED_ORIGINS="https://crm.example")
    assert (code, link.startswith("https://crm.example/set-password#"), told.startswith("rina is an administrator.")) == (0, True, True)
    refused = simpul("create_admin", "tiur", "Tiur", "tiur@bank.example", "--address", "https://crm.example", **settings)
    assert (refused[0], refused[2].startswith("simpul: There is an active administrator already (1).")) == (1, True)
    assert [row for row in trail() if "FAILED" in row[2]] == [("CHANGE_RBAC", "USER", "CREATE_ADMIN:FAILED")]
    again = ("--although-there-is-one", "--reason", "Administrator pertama sudah keluar", "--address", "https://crm.example")
    assert simpul("create_admin", "tiur", "Tiur", "tiur@bank.example", *again, **settings)[0] == 0
    assert people.actor("tiur").role_keys == ("ADMIN",)
