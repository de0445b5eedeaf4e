"""The sealer process: seals what has ended, publishes checkpoints, mails one a day, and drops months whose time is over.

It is the only process with the sealing key and with the database role that writes seals. A database that went away is
waited for; a trail that lacks what was sealed is not sealed on, and the log says so each round.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import psycopg

from simpul.audit.sealing import keys, retention
from simpul.audit.sealing.checkpoints import CheckpointFile, CheckpointsUnreadable
from simpul.audit.sealing.sealer import Sealer, TrailBehindCheckpoints
from simpul.audit.sealing.seals import Seal
from simpul.audit.sealing.tokens import token_key_load
from simpul.config import environment as env
from simpul.config import tracing
from simpul.platform import logs, telemetry
from simpul.platform.ids import SYSTEM_ID
from simpul.platform.logs import JsonLines
from simpul.platform.processes import Heartbeat
from simpul.platform.security_module import TokenSlot

SHORTEST_RETENTION = 12
_RECONNECT_SECONDS = 2.0

logger = logging.getLogger("simpul.sealer")


@dataclass(frozen=True)
class Settings:
    """What the environment says about sealing."""

    url: str
    key: Path | TokenSlot
    public_keys: Path
    checkpoints: Path
    seconds: int
    retention_months: int
    mail_to: tuple[str, ...]


def settings() -> Settings:
    """What the environment says, once nobody but the sealer can write its files.

    Raises: SettingInvalid.
    """
    slot = token_slot()
    key = slot or Path(_required("SIMPUL_SEAL_KEY_FILE"))
    public_keys = public_keys_file(os.environ) or Path(_required("SIMPUL_SEAL_PUBLIC_FILE"))
    checkpoints = Path(_required("SIMPUL_CHECKPOINTS_FILE"))
    months = env.number("SIMPUL_AUDIT_RETENTION_MONTHS", SHORTEST_RETENTION) if env.text("SIMPUL_AUDIT_RETENTION_MONTHS") else 0
    if 0 < months < SHORTEST_RETENTION:
        raise env.SettingInvalid(f"SIMPUL_AUDIT_RETENTION_MONTHS must be {SHORTEST_RETENTION} or more, not {months}.")
    given = Settings(
        url=env.text("DATABASE_URL"),
        key=key,
        public_keys=public_keys,
        checkpoints=checkpoints,
        seconds=env.number("SIMPUL_SEAL_SECONDS", 30),
        retention_months=months,
        mail_to=tuple(each.strip() for each in env.text("SIMPUL_SEAL_MAIL_TO").split(",") if each.strip()),
    )
    _require_own_files(given)
    return given


def _required(name: str) -> str:
    if not (value := env.text(name)):
        raise env.SettingInvalid(f"{name} is not set: the sealer needs its key and a file for checkpoints, both outside the database (docs/operations.md).")
    return value


def token_slot() -> TokenSlot | None:
    """The slot of a security module that holds the sealing key, where the installation names one.

    Raises: SettingInvalid when it is named in part, or beside a key file.
    """
    if not (module := env.text("SIMPUL_SEAL_PKCS11_MODULE")):
        return None
    if env.text("SIMPUL_SEAL_KEY_FILE"):
        raise env.SettingInvalid("SIMPUL_SEAL_KEY_FILE and SIMPUL_SEAL_PKCS11_MODULE are both set: the sealing key lies in a file or in a security module.")
    names = ("SIMPUL_SEAL_PKCS11_TOKEN", "SIMPUL_SEAL_PKCS11_KEY", "SIMPUL_SEAL_PKCS11_PIN_FILE", "SIMPUL_SEAL_PUBLIC_FILE")
    if missing := [name for name in names if not env.text(name)]:
        raise env.SettingInvalid(f"{missing[0]} is not set: SIMPUL_SEAL_PKCS11_MODULE takes {', '.join(names)} beside it.")
    return TokenSlot(Path(module), env.text(names[0]), env.text(names[1]), Path(env.text(names[2])))


def public_keys_file(environment: Mapping[str, str]) -> Path | None:
    """Where the public sealing keys stand: where it is said, or beside the key file."""
    if named := environment.get("SIMPUL_SEAL_PUBLIC_FILE"):
        return Path(named)
    return keys.public_file(Path(environment["SIMPUL_SEAL_KEY_FILE"])) if environment.get("SIMPUL_SEAL_KEY_FILE") else None


def _require_own_files(given: Settings) -> None:
    """Whoever writes the checkpoints or replaces the key proves nothing any more: both, and their directories, are the sealer's own.

    Raises: SettingInvalid naming the file and what to run.
    """
    files = {"SIMPUL_CHECKPOINTS_FILE": given.checkpoints.resolve()}
    if isinstance(given.key, TokenSlot):
        pin_file = given.key.pin_file or Path(_required("SIMPUL_SEAL_PKCS11_PIN_FILE"))
        files = {"SIMPUL_SEAL_PKCS11_PIN_FILE": pin_file.resolve(), "SIMPUL_SEAL_PUBLIC_FILE": given.public_keys.resolve(), **files}
    else:
        files = {"SIMPUL_SEAL_KEY_FILE": given.key.resolve(), **files}
    owner = os.geteuid()
    if owner == 0:
        # A command that root runs for the sealer, as before a backup: the files keep the owner that they have.
        owner = next((file.stat().st_uid for file in files.values() if file.exists()), owner)
    for name, file in files.items():
        for place in (file, file.parent):
            try:
                found = place.stat()
            except FileNotFoundError:
                continue  # the sealer makes it
            except OSError as error:
                raise env.SettingInvalid(f"{name}: {place} cannot be looked at ({error.strerror}).") from None
            # Root may own a directory: it is past every guard of files in any case.
            if found.st_uid != owner and not (found.st_uid == 0 and place == file.parent):
                raise env.SettingInvalid(f"{name}: {place} belongs to another user than the sealer's own. Run: chown {owner} {place}")
            if found.st_mode & 0o022:
                raise env.SettingInvalid(f"{name}: {place} can be written by other users than the sealer's own. Run: chmod go-w {place}")


def connect(given: Settings) -> Sealer:
    """A sealer on a connection of its own; the first one of an installation makes the sealing key.

    Raises: SealingKeyUnusable, psycopg.Error.
    """
    connection = psycopg.connect(given.url, autocommit=True, connect_timeout=10, options="-c role=simpul_sealer", application_name="simpul-sealer")
    sealed = connection.execute("SELECT EXISTS (SELECT FROM audit.audit_seals)").fetchone()
    return Sealer(connection, _key(given, first=sealed == (False,)), CheckpointFile(given.checkpoints))


def _key(given: Settings, *, first: bool) -> keys.SealingKey:
    """The key that signs; its public half is known to who verifies, or nothing was signed yet."""
    if not isinstance(given.key, TokenSlot):
        if first and not given.key.exists():
            keys.make(given.key)
        return keys.load(given.key)
    key = token_key_load(given.key)
    if key.key_id not in keys.public_keys_read(given.public_keys):
        if not first:
            raise keys.SealingKeyUnusable(
                f"The key {given.key.key_label} of the token is not among the public keys, by which others verify. Run: simpul keys adopt-seal {given.public_keys}"
            )
        keys.public_key_add(given.public_keys, key)
    return key


class Rounds:
    """Sealing again and again until told to stop."""

    def __init__(self, given: Settings) -> None:
        self.given = given
        self.stopping = threading.Event()
        self.sealer: Sealer | None = None
        self.mailed_on: date | None = None
        self.retained_on: date | None = None

    def run(self) -> None:
        """Seal until `stopping` is set."""
        while not self.stopping.is_set():
            self.stopping.wait(self.once())

    def once(self) -> float:
        """One round; the seconds until the next."""
        try:
            self.sealer = self.sealer or connect(self.given)
            made = self.sealer.catch_up()
            telemetry.add("simpul_sealed_rows_total", sum(seal.row_count for seal in made))
            if (newest := self.sealer.last()) is not None:
                self._mail(newest)
            self._drop_months()
        except psycopg.OperationalError:
            logger.warning("The database does not answer; trying again.", exc_info=True)
            self.close()
            return _RECONNECT_SECONDS
        except keys.SealingKeyUnusable as refusal:
            # A security module may come back: the next round asks for the key anew.
            logger.error(str(refusal))
            self.close()
        except (TrailBehindCheckpoints, CheckpointsUnreadable) as refusal:
            # Its own words name files and numbers, nothing of a person.
            logger.error(str(refusal))
        except Exception:
            logger.exception("This round of sealing failed.")
            self.close()
        return self.given.seconds

    def close(self) -> None:
        """Let the connection go; the next round makes another."""
        if self.sealer:
            self.sealer.connection.close()
        self.sealer = None

    def _mail(self, newest: Seal) -> None:
        today = datetime.now(UTC).date()
        if not self.given.mail_to or self.mailed_on == today:
            return
        from django.core.mail import send_mail

        try:
            send_mail(f"Simpul: audit checkpoint {newest.number}", newest.checkpoint() + "\n", None, list(self.given.mail_to))
        except OSError:
            logger.exception("The checkpoint could not be mailed.")
            return
        self.mailed_on = today

    def _drop_months(self) -> None:
        today = datetime.now(UTC).date()
        if not self.sealer or not self.given.retention_months or self.retained_on == today:
            return
        self.retained_on = today
        for month in retention.months_over(self.sealer, self.given.retention_months, today):
            try:
                seal = retention.drop_month(self.sealer, month, actor_id=SYSTEM_ID)
            except retention.MonthDoesNotMatchItsSeals as refusal:
                logger.error(str(refusal))
                return
            if seal:
                logger.warning("A month of the trail was dropped.", extra={"month": str(month), "seal": seal.number})


def main() -> int:
    """Seal until SIGTERM."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=os.environ.get("SIMPUL_LOG_LEVEL", "WARNING"))
    rounds = Rounds(settings())
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: rounds.stopping.set())
    logs.tell_ends()
    tracing.begin("sealer")
    heartbeat = Heartbeat("sealer", lambda sql, params: _told(rounds.given.url, sql, params))
    heartbeat.start()
    rounds.run()
    rounds.close()
    heartbeat.end()
    return 0


def _told(url: str, sql: str, params: Sequence[Any]) -> None:
    """Run one statement on a connection of its own: the sealer's is in the middle of something."""
    with psycopg.connect(url, autocommit=True, connect_timeout=5, options="-c role=simpul_sealer", application_name="simpul-sealer-heartbeat") as connection:
        connection.execute(sql, params)


if __name__ == "__main__":
    raise SystemExit(main())
