"""Reaching the database: the actor's transaction and plain statements."""

from simpul.platform.db.scope import atomic, execute, joined, query, scope, stream

__all__ = ["atomic", "execute", "joined", "query", "scope", "stream"]
