"""Which failures a command reports as one line: those whose message tells the reader what to do."""

from __future__ import annotations

import psycopg

from simpul.config.cli import Refusal
from simpul.config.environment import SettingInvalid
from simpul.platform.embedded.errors import EmbeddedError
from simpul.platform.errors import DomainError


def expected_failures() -> tuple[type[Exception], ...]:
    """Refusals of ours and of the domains, wrong settings, the embedded server's troubles and an unreachable database."""
    return (Refusal, DomainError, SettingInvalid, EmbeddedError, psycopg.OperationalError)
