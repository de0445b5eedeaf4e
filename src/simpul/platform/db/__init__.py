"""Reaching the database: the actor's transaction and plain statements."""

from simpul.platform.db.scope import execute, query, scope, stream

__all__ = ["execute", "query", "scope", "stream"]
