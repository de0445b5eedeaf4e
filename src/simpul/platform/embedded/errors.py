"""What can stop the embedded server, each with the remedy in its text."""

from __future__ import annotations


class EmbeddedError(RuntimeError):
    """The embedded server cannot run as asked; the message says what to do."""


class DirectoryInUse(EmbeddedError):
    """Another running Simpul holds this data directory."""


class OtherMajorVersion(EmbeddedError):
    """The data directory belongs to another major version of PostgreSQL."""


class ServerTooOld(EmbeddedError):
    """A given server lacks what Simpul needs from PostgreSQL 18."""
