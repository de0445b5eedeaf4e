"""Column types that Django does not bring."""

from __future__ import annotations

from typing import Any

from django.db import models


class CaseInsensitiveText(models.TextField):
    """PostgreSQL's citext: compared without regard to case, kept as written."""

    def db_type(self, connection: Any) -> str:
        return "citext"


class TextArray(models.Field):
    """PostgreSQL's text[]; never null."""

    def db_type(self, connection: Any) -> str:
        return "text[]"

    def get_internal_type(self) -> str:
        return "TextArray"


class UuidArray(models.Field):
    """PostgreSQL's uuid[]; never null."""

    def db_type(self, connection: Any) -> str:
        return "uuid[]"

    def get_internal_type(self) -> str:
        return "UuidArray"
