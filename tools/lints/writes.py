"""Rows are saved only in services.

A domain's `services` are where a change, its audit row and its events stand together; a row saved elsewhere has
none of that. The kernel, migrations and the bootstrap write for themselves, and `[tool.simpul.writers]` of
pyproject.toml names the few other modules that may, each with its reason.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.repository import SOURCES, Finding, configuration, relative

_ALWAYS = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "asave", "acreate", "abulk_create", "aupdate", "adelete"}
_STATEMENT = re.compile(
    r"\b(INSERT\s+INTO|DELETE\s+FROM|MERGE\s+INTO|TRUNCATE\s+[\w.\"{]|UPDATE\s+(ONLY\s+)?[\w.\"{}]+\s+(AS\s+)?(\w+\s+)?SET\b|COPY\s+[\w.\"{}]+[^;]*\bFROM\s+STDIN)",
)


def findings() -> list[Finding]:
    """Every place in src that saves rows and may not, and every registration that has become needless."""
    found = [finding for path in sorted(SOURCES.rglob("*.py")) if not may_write(path) for finding in judge(path.read_text(), relative(path))]
    for name in registered():
        if not any(judge(path.read_text(), name) for path in _files(name)):
            found.append(Finding("pyproject.toml", 1, f"{name} is registered as a writer and saves no rows: remove it from [tool.simpul.writers]"))
    return found


def _files(module: str) -> list[Path]:
    place = SOURCES.parent.joinpath(*module.split("."))
    return sorted(place.rglob("*.py")) if place.is_dir() else [path for path in [place.with_suffix(".py")] if path.is_file()]


def may_write(path: Path) -> bool:
    """Whether rows may be saved in this file."""
    parts = path.relative_to(SOURCES).with_suffix("").parts
    if parts[0] == "platform" or parts[:2] == ("config", "bootstrap") or "migrations" in parts:
        return True
    if len(parts) > 1 and parts[1] == "services":
        return True
    module = ".".join(("simpul", *parts)).removesuffix(".__init__")
    return any(module == name or module.startswith(f"{name}.") for name in registered())


def registered() -> dict[str, str]:
    """Modules outside services that may save rows, with the reason."""
    return dict(configuration()["tool"]["simpul"]["writers"])


def judge(source: str, path: str) -> list[Finding]:
    """The findings in one module's source."""
    tree = ast.parse(source)
    return sorted({*_calls(tree, path), *_statements(tree, path)}, key=lambda found: found.line)


def _calls(tree: ast.Module, path: str) -> Iterator[Finding]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _saves(node, node.func):
            yield Finding(path, node.lineno, f".{node.func.attr}() saves rows: move it to the domain's services")


def _saves(call: ast.Call, function: ast.Attribute) -> bool:
    if function.attr in _ALWAYS:
        return True
    if function.attr == "delete":  # of a row or a queryset; a cache's or a client's takes an argument
        return not call.args and not call.keywords
    if function.attr == "update":  # of a queryset; a dictionary's or a digest's takes a value
        return bool(call.keywords) and not call.args and "objects" in ast.unparse(function)
    return False


def _statements(tree: ast.Module, path: str) -> Iterator[Finding]:
    documentation = {id(text) for text in _docstrings(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation and _STATEMENT.search(node.value):
            yield Finding(path, node.lineno, "SQL that changes rows: move it to the domain's services")


def _docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
