"""No password and no row travels a network in clear."""

from __future__ import annotations

import pytest

from simpul.config import safety
from simpul.config.cli import main
from simpul.config.environment import SettingInvalid

FAR = "postgresql://simpul_app:rahasia@db.example/simpul"


@pytest.mark.parametrize(
    "url",
    [FAR, f"{FAR}?sslmode=prefer", f"{FAR}?sslmode=disable", "postgresql://simpul_app@127.0.0.1,db.example/simpul", "host=db.example dbname=simpul"],
)
def test_a_database_on_another_machine_is_refused_without_tls_and_no_password_is_told(url):
    with pytest.raises(SettingInvalid, match=r"would talk to db\.example without encryption") as refused:
        safety.check_transport({"DATABASE_URL": url})

    assert "rahasia" not in str(refused.value)


@pytest.mark.parametrize(
    "environment",
    [
        {"DATABASE_URL": f"{FAR}?sslmode=verify-full&sslrootcert=/etc/simpul/db-ca.pem"},
        {"DATABASE_URL": FAR, "PGSSLMODE": "verify-full"},
        {"DATABASE_URL": FAR, "SIMPUL_INSECURE_DATABASE": "1"},
        {"DATABASE_URL": "postgresql://simpul_app@127.0.0.1:5432/simpul"},
        {"DATABASE_URL": "postgresql://simpul_app@/simpul?host=/run/postgresql"},
    ],
)
def test_tls_a_local_server_and_a_network_that_encrypts_are_accepted(environment):
    safety.check_transport(environment)


def test_checkpoints_are_not_mailed_in_clear_over_a_network():
    given = {"DATABASE_URL": "postgresql://127.0.0.1/simpul", "SIMPUL_SEAL_MAIL_TO": "kepatuhan@bank.example", "SIMPUL_SMTP_HOST": "mail.example"}

    with pytest.raises(SettingInvalid, match=r"Mail would go to mail\.example without encryption"):
        safety.check_transport(given)
    safety.check_transport(given | {"SIMPUL_SMTP_STARTTLS": "1"})
    safety.check_transport(given | {"SIMPUL_SMTP_HOST": "localhost"})


@pytest.mark.parametrize("command", [["serve"], ["worker"], ["sealer", "--once"], ["migrate", "--check"], ["db_bootstrap", "--run"]])
def test_every_command_that_connects_asks_first(command, monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", FAR)

    assert main(command) == 1
    assert "without encryption" in capsys.readouterr().err
