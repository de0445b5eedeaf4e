"""PostgreSQL, with each table living in its application's schema.

Django names tables plainly; `settings.SCHEMA_OF` says which schema an application's tables live in, and the
search path finds them. Moving a table right after its creation keeps every later migration ordinary.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base, schema
from django.db.models import Model


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
