"""Every text stands in both languages, with the same placeholders."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator

from tools.repository import ROOT, SOURCES, Finding, relative

WEB = ROOT / "web" / "src"


def findings() -> list[Finding]:
    """Every `Text(...)` in src that lacks a language, and every area of a page's texts that does."""
    texts = [found for path in sorted(SOURCES.rglob("*.py")) for found in judge(path.read_text(), relative(path))]
    return texts + list(unpaired({relative(path) for part in ("features", "ui") for path in (WEB / part).glob("*/texts/*/*.ts")}))


def unpaired(paths: set[str]) -> Iterator[Finding]:
    """The areas of texts that stand in one language only; the compiler compares the keys of the two."""
    for path in sorted(paths):
        folder, language, area = path.rsplit("/", 2)
        other = "en" if language == "id" else "id"
        if f"{folder}/{other}/{area}" not in paths:
            yield Finding(path, 1, f"texts without their {other!r} wording")


def judge(source: str, path: str) -> Iterator[Finding]:
    """The findings in one module's source."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
            given = {keyword.arg: keyword.value for keyword in node.keywords}
            given |= dict(zip(("id", "en"), node.args, strict=False))
            for language in ("id", "en"):
                value = given.get(language)
                if value is None or (isinstance(value, ast.Constant) and not str(value.value).strip()):
                    yield Finding(path, node.lineno, f"a Text without its {language!r} wording")
            names = [_placeholders(given[language]) for language in ("id", "en") if language in given]
            if len(names) == 2 and None not in names and names[0] != names[1]:
                yield Finding(path, node.lineno, f"the two wordings fill different placeholders: {sorted(names[0] or ())} and {sorted(names[1] or ())}")


def _placeholders(value: ast.expr) -> set[str] | None:
    if not isinstance(value, ast.Constant) or not isinstance(value.value, str):
        return None
    try:
        return {name for _, name, _, _ in string.Formatter().parse(value.value) if name is not None}
    except ValueError:
        return None  # braces that are no placeholders
