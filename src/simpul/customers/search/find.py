"""Finding customers: the database ranks within the caller's reach, this pages the ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from simpul.customers.identifiers import normalise
from simpul.customers.search.query import SearchQuery, read
from simpul.customers.search.reasons import REASONS, WIDER, Match, match_of
from simpul.platform.crypto import keyed_hash
from simpul.platform.db import query
from simpul.platform.errors import Invalid
from simpul.platform.text import Text

PAGE = 20
CEILING = 100

_BAD_CURSOR = Text(id="Penanda halaman tidak berlaku; mulai dari awal.", en="The page marker is not valid; start again.")

_SEARCH = """
SELECT customer_id, score, reason, shares
  FROM crm.search_customers(%s, %s, %s, %s::text[], %s::text[], %s::bytea[], %s, %s, %s, %s, %s, %s)
 ORDER BY place
"""


_LIST = "SELECT customer_id FROM crm.list_customers(%s, %s, %s, %s, %s, %s, %s) WITH ORDINALITY ORDER BY ordinality"


@dataclass(frozen=True)
class Filters:
    """What the hits are narrowed to; None leaves a property open."""

    branch: str | None = None
    segment: str | None = None
    status: str | None = None
    vip: bool | None = None
    rfm: str | None = None

    @property
    def chosen_values(self) -> dict[str, object]:
        """What the hits are narrowed to."""
        return {name: value for name, value in asdict(self).items() if value is not None}


@dataclass(frozen=True)
class Hit:
    """One customer that the query found."""

    customer_id: UUID
    score: int
    reason: str
    wider: bool = False  # fills a place that was left

    @property
    def match(self) -> Match:
        return match_of(self.reason)

    @property
    def reason_text(self) -> str:
        return str(REASONS[self.reason])


@dataclass(frozen=True)
class Found:
    """A page of hits, best first. `after` is the position of the next page; `count` stops at CEILING."""

    hits: tuple[Hit, ...]
    after: tuple[int, UUID] | None
    count: int
    capped: bool


def customers_listed(filters: Filters, after: UUID | None, limit: int) -> tuple[list[UUID], bool, int]:
    """The customers of the running scope whom the filters alone name, by name: a page, whether there are more, and how many there are up to CEILING + 1."""
    asked = (filters.branch, filters.segment, filters.status, filters.vip, filters.rfm, after, CEILING + 1)
    rows = [row["customer_id"] for row in query(_LIST, asked)]
    return rows[: min(limit, PAGE)], len(rows) > min(limit, PAGE), len(rows)


@dataclass(frozen=True)
class Meant:
    """The customers whom a text may mean, best first. Where there are more than CEILING, `names` are the words of the name that they share."""

    customer_ids: tuple[UUID, ...]
    names: tuple[str, ...]
    query_hash: str


def customers_meant(written: str) -> Meant:
    """The customers of the running scope whom the text names, for lists of other domains; near misses are left out.

    Counting the search, and recording it under `query_hash`, is the caller's.

    Raises: Invalid for text that is no question.
    """
    asked = read(written)
    found = find(asked, limit=CEILING, longest=CEILING)
    return Meant(tuple(hit.customer_id for hit in found.hits if not hit.wider), tuple(asked.plain.split()) if found.capped else (), query_hash(asked, written))


def query_hash(asked: SearchQuery, written: str) -> str:
    """The same person searched for in another writing has the same hash in the trail."""
    return keyed_hash(normal_text(asked, written))


def normal_text(asked: SearchQuery, written: str) -> str:
    """What was typed, as it is compared."""
    return asked.phones[0] if asked.phones else asked.plain or normalise("CIF", written)


def find(asked: SearchQuery, filters: Filters | None = None, after: Sequence[object] | None = None, limit: int = PAGE, *, longest: int = PAGE) -> Found:
    """The customers of the running scope that fit the query. Call it inside `scope(actor)`.

    The order is the same on every page: score, then each of equally fitting names in turn, then the name. `after` is
    the position that the page before returned. A page is never longer than `longest`.

    Raises: Invalid for a position that no page returned.
    """
    chosen = filters or Filters()
    rows = query(
        _SEARCH,
        (
            asked.plain,
            asked.whole,
            asked.phone_end,
            list(asked.phones),
            [kind for kind, _ in asked.identifiers],
            [digest for _, digest in asked.identifiers],
            chosen.branch,
            chosen.segment,
            chosen.status,
            chosen.vip,
            chosen.rfm,
            CEILING + 1,
        ),
    )
    hits = [Hit(row["customer_id"], row["score"], row["shares"] or row["reason"], row["reason"] == WIDER) for row in rows]
    ranked = hits[:CEILING]
    start = _start(ranked, after)
    page = ranked[start : start + max(1, min(limit, longest))]
    more = start + len(page) < len(ranked)
    return Found(tuple(page), (page[-1].score, page[-1].customer_id) if page and more else None, len(ranked), len(hits) > CEILING)


def _start(ranked: list[Hit], after: Sequence[object] | None) -> int:
    if after is None:
        return 0
    try:
        score, customer_id = int(str(after[0])), UUID(str(after[1]))
    except (ValueError, IndexError):
        raise Invalid({"cursor": _BAD_CURSOR}) from None
    for place, hit in enumerate(ranked):
        if hit.customer_id == customer_id:
            return place + 1
    # The last customer seen is no longer among the hits: go on below its score.
    return next((place for place, hit in enumerate(ranked) if hit.score < score), len(ranked))
