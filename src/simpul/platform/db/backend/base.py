"""PostgreSQL, with each table living in its application's schema.

Django names tables plainly; `settings.SCHEMA_OF` says which schema an application's tables live in, and the
search path finds them. Moving a table right after its creation keeps every later migration ordinary.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base, schema
from django.db.models import Model
from psycopg import Cursor
from psycopg_pool import ConnectionPool, PoolTimeout

_MOMENT = 1.0  # seconds


class DatabaseSchemaEditor(schema.DatabaseSchemaEditor):
    """Moves each new table to its schema."""

    def create_model(self, model: type[Model]) -> None:
        super().create_model(model)
        home = settings.SCHEMA_OF.get(model._meta.app_label)
        if home:
            self._move(model._meta.db_table, home)
            for relation in model._meta.local_many_to_many:
                through: Any = relation.remote_field.through
                if through._meta.auto_created:
                    self._move(through._meta.db_table, home)

    def _move(self, table: str, home: str) -> None:
        self.execute(f"ALTER TABLE {self.quote_name(table)} SET SCHEMA {self.quote_name(home)}")


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's PostgreSQL backend with our schema editor."""

    SchemaEditorClass = DatabaseSchemaEditor

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection; while none can be had, each request waits a moment only instead of holding a thread for long."""
        pool = self._own_pool()
        if pool is None:
            return super().get_new_connection(conn_params)
        patience = self.settings_dict["OPTIONS"]["pool"].get("timeout", pool.timeout)
        try:
            found = super().get_new_connection(conn_params)
        except PoolTimeout:
            pool.timeout = min(patience, _MOMENT)
            raise
        pool.timeout = patience
        return found

    def bound_cursor(self) -> Any:
        """A cursor whose values travel beside the statement: no view of activity shows them, and no text of a statement in a log."""
        self.ensure_connection()
        with self.wrap_database_errors:
            return self._prepare_cursor(Cursor(self.connection))  # type: ignore[attr-defined]

    def drop_broken_connections(self) -> None:
        """After one connection broke, let the other idle ones be looked at before a request gets them."""
        if (pool := self._own_pool()) is not None:
            pool.check()

    def _own_pool(self) -> ConnectionPool[Any] | None:
        return self.pool  # type: ignore[attr-defined, no-any-return]
