"""`python -m tools.lints`: every rule of the house."""

from __future__ import annotations

import sys

from tools.lints import links, operations, places, ratchets, sizes, texts, writes
from tools.repository import report

RULES = {
    "rows saved only in services": writes,
    "operations": operations,
    "texts": texts,
    "file sizes": sizes,
    "places": places,
    "links": links,
    "ratchets": ratchets,
}


def main() -> int:
    """Run every rule, so that one run tells everything."""
    return max([report(rule.findings(), gate=name) for name, rule in RULES.items()])


if __name__ == "__main__":
    sys.exit(main())
