"""Failures that a command tells in one sentence: what is wrong, and what to do."""

from __future__ import annotations

import errno

import psycopg

from simpul.config.cli import Refusal
from simpul.config.environment import SettingInvalid
from simpul.platform.crypto import KeyMissing
from simpul.platform.embedded.errors import EmbeddedError
from simpul.platform.errors import DomainError
from simpul.platform.faults import told
from simpul.platform.key_file import KeysNotOpened

_OF_FILES = {
    errno.ENOSPC: "The disk is full{at}. Free space and run the command again; what was acknowledged is kept.",
    errno.EDQUOT: "The disk quota is used up{at}. Free space and run the command again; what was acknowledged is kept.",
    errno.EROFS: "The file system is read-only{at}. Choose another place, or mount it for writing.",
    errno.EACCES: "Access is denied{at}. Choose another place, or run as its owner.",
    errno.EPERM: "Access is denied{at}. Choose another place, or run as its owner.",
    errno.ENOENT: "There is nothing{at}. Check the path.",
    errno.EISDIR: "A file is needed{at}, and a directory is there.",
    errno.ENOTDIR: "A directory is needed{at}, and a file is there.",
    errno.EEXIST: "Something is in the way{at}: a file where a directory is needed, or the other way round.",
    errno.ENAMETOOLONG: "The path is too long{at}.",
    errno.ELOOP: "The path leads round in a circle of links{at}.",
    errno.EMFILE: "Too many files are open. Raise the limit of open files (ulimit -n).",
}


def expected_failures() -> tuple[type[Exception], ...]:
    """Failures whose own message tells the reader what to do."""
    return (Refusal, DomainError, SettingInvalid, EmbeddedError, KeyMissing, KeysNotOpened, psycopg.OperationalError)


def sentence_of(error: Exception) -> str:
    """One line for any failure; what nobody foresaw is named by its kind and place, without its words, which may quote data."""
    if (found := _of_database(error)) is not None:
        return found
    if isinstance(error, expected_failures()):
        return " ".join(str(error).split())
    if isinstance(error, OSError):
        return _of_file(error)
    return f"The command failed in a way that nobody foresaw ({told(error)}). Nothing of an unfinished step was kept. SIMPUL_LOG_LEVEL=DEBUG shows where."


def _of_file(error: OSError) -> str:
    place = f" at {error.filename}" if isinstance(error.filename, str) else ""
    known = _OF_FILES.get(error.errno or 0)
    if known:
        return known.format(at=place)
    return f"{error.strerror or type(error).__name__}{place}."


def _of_database(error: Exception) -> str | None:
    """What the driver says, also through Django, which wraps it: a login without rights, a full disk, a server that went away."""
    cause = error if isinstance(error, psycopg.Error) else error.__cause__
    if type(error).__name__ == "PoolTimeout":
        return "The database does not answer. Start it, or check DATABASE_URL."
    if not isinstance(cause, psycopg.Error):
        return None
    if isinstance(cause, psycopg.errors.DiskFull):
        return "The database's disk is full. Free space there and run the command again; what was acknowledged is kept."
    if isinstance(cause, psycopg.errors.InsufficientPrivilege):
        return f"The database refuses this login: {_first_line(cause)}. Check DATABASE_URL."
    if isinstance(cause, psycopg.errors.UndefinedTable | psycopg.errors.InvalidSchemaName):
        return "The database does not have this release's tables. Run: simpul migrate"
    if isinstance(cause, psycopg.OperationalError) and not isinstance(cause, psycopg.errors.QueryCanceled):
        return " ".join(str(cause).split())
    return None


def _first_line(error: psycopg.Error) -> str:
    return (error.diag.message_primary or type(error).__name__).strip()
