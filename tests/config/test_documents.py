"""What the written documents point to exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.repository import ROOT

WRITTEN = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
# Where a path that stands in a sentence may begin.
PLACES = ("", "src", "src/simpul", "tests", "web", "docs")
# What a running installation or a build has and the repository has not.
MADE = ("DIR/", ".simpul/", "web/dist", "dist/bundle")
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")
# Two names with a slash between them, as code is quoted: a file or a folder.
PATH = re.compile(r"`((?:[\w.-]+/)+[\w.-]*)(?:::\w+)?`")
# A function, class or constant of a file.
NAMED = re.compile(r"`((?:[\w-]+/)+[\w-]+\.(?:py|sql|tsx?))::(\w+)`")


def _anchors(document: Path) -> set[str]:
    """The names that a heading can be linked by."""
    headings = re.findall(r"^#+ (.*)$", document.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_and_every_named_file_exists(document):
    text, missing = document.read_text(), []
    for target, anchor in LINK.findall(text):
        found = document.parent / target if target else document
        if not found.exists() or (anchor and anchor not in _anchors(found)):
            missing.append(f"{target}#{anchor}")
    for named in PATH.findall(text):
        if (
            not named.startswith(MADE)
            and not re.fullmatch(r"[\d/.-]+", named)
            and not any((ROOT / place / named).exists() or (ROOT / place / f"{named}.py").exists() for place in PLACES)
        ):
            missing.append(named)
    for place, name in NAMED.findall(text):
        said = next((path.read_text() for each in PLACES if (path := ROOT / each / place).exists()), "")
        if not re.search(rf"\b(?:def|class|function|const|FUNCTION \w+\.) ?{name}\b|^{name}\b", said, re.MULTILINE):
            missing.append(f"{place}::{name}")
    assert missing == []
