"""How many retellings of a complaint the warning of duplicates finds, and how many other complaints it takes for one.

Asks with `retellings.json`: per category complaints of one kind each, every one told twice more in other words. A false alarm is a retelling
beside another complaint of its category. `--reviews` names a folder of real reviews (columns content, score): pairs of those that complain.
Letters alone (pg_trgm) stand beside, measured in the same database.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

from bench.environment import ROOT, Size, machine, prepare
from simpul.cases.likeness import likeness_of, read_complaint

PAIRS = 4_000
_LETTERS = """SELECT greatest(similarity(a, b), CASE WHEN length(a) < length(b) THEN word_similarity(a, b) ELSE word_similarity(b, a) END)::float AS n
              FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS t(a, b, place) ORDER BY place"""

Pair = tuple[str, str]


def main() -> None:
    """Print the share of each kind of pairs that is called alike, by letters alone and as the product does."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--reviews", type=Path, default=ROOT.parent / "shared" / "data" / "brimo_bca_reviews", help="folder of review_*.csv")
    given = arguments.parse_args()
    sets = json.loads(Path(__file__).with_name("retellings.json").read_text()).values()
    again = [(first, other) for lines in sets for first, *others in lines for other in others]
    strange = [(one[0], other) for lines in sets for one in lines for another in lines if another is not one for other in another[1:]]
    prepare(Size(100, 100, 100))
    import django

    django.setup()
    from simpul.cases.selectors.duplicates import ALIKE

    print(machine())
    for name, pairs in (("told again", again), ("another complaint of the category", strange), ("two real reviews", _reviews(given.reviews))):
        if pairs:
            letters = _letters(pairs)
            both = [max(written, likeness_of(read_complaint(one), read_complaint(other))) for written, (one, other) in zip(letters, pairs, strict=True)]
            print(f"{name:<36} {len(pairs):>6} pairs   letters {_share(letters, ALIKE)}   letters and meaning {_share(both, ALIKE)}")


def _letters(pairs: Sequence[Pair]) -> list[float]:
    from simpul.iam.public import system_actor
    from simpul.platform.db import query, scope

    with scope(system_actor()):
        return [row["n"] for row in query(_LETTERS, ([one for one, _ in pairs], [other for _, other in pairs]))]


def _share(found: Sequence[float], least: float) -> str:
    return f"{sum(each >= least for each in found) / len(found):>6.1%}"


def _reviews(folder: Path) -> list[Pair]:
    texts = [
        row["content"]
        for path in sorted(folder.glob("review_*.csv"))
        for row in csv.DictReader(path.open(encoding="utf-8"))
        if int(row["score"]) <= 2 and 40 <= len(row["content"]) <= 300
    ]
    random = Random(1)  # noqa: S311
    pairs = [random.sample(texts, 2) for _ in range(PAIRS)] if len(texts) > 1 else []
    return [(one, other) for one, other in pairs]


if __name__ == "__main__":
    main()
