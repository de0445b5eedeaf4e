"""Which domain a table or a function of the database belongs to."""

from __future__ import annotations

import re
from functools import cache

from django.apps import apps

from tools.repository import SOURCES, domains


@cache
def _written() -> dict[str, str]:
    """The SQL and the migrations of each domain."""
    return {
        domain: "\n".join(path.read_text() for pattern in ("sql/*.sql", "migrations/*.py") for path in sorted((SOURCES / domain).glob(pattern)))
        for domain in domains()
    }


def function_owner(signature: str) -> str:
    """The domain whose SQL makes a function, given with its schema and arguments."""
    name = re.escape(signature.partition("(")[0])
    return next((domain for domain, text in _written().items() if re.search(rf"\bFUNCTION\s+{name}\s*\(", text)), "platform")


@cache
def table_owner(name: str) -> str:
    """The domain of a table, given with its schema; tables of packages belong to the domain that keeps their schema."""
    schema, _, bare = name.partition(".")
    for model in apps.get_models():
        if model._meta.db_table == bare and model._meta.app_label in _written():
            return model._meta.app_label
    made = next((domain for domain, text in _written().items() if re.search(rf"\bCREATE TABLE\s+(?:IF NOT EXISTS\s+)?{re.escape(name)}\b", text)), None)
    return made or (schema if schema in _written() else "platform")
