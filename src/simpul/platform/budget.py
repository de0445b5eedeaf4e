"""How many rows of lists one user reads in an hour: what slow copying through ordinary pages runs into."""

from __future__ import annotations

from django.conf import settings

from simpul.platform import configuration, ratelimit
from simpul.platform.actor import Actor
from simpul.platform.configuration import Kind, Setting, Stricter
from simpul.platform.errors import RowBudgetSpent
from simpul.platform.text import Text

_HOUR = 3600
_SPENT = Text(
    id="Batas {limit} baris tiap jam sudah terpakai. Coba lagi dalam {seconds} detik.",
    en="The limit of {limit} rows an hour is used up. Try again in {seconds} seconds.",
)

SETTING = Setting(
    key="rows.per_hour",
    group="limits",
    kind=Kind.INTEGER,
    default=lambda: settings.ROWS_PER_HOUR,
    minimum=500,
    maximum=10_000_000,
    unit=Text(id="baris", en="rows"),
    stricter=Stricter.LOWER,
    label=Text(id="Baris daftar tiap jam", en="Rows of lists an hour"),
    help=Text(id="Baris yang dibaca satu pengguna dari daftar dan hasil pencarian.", en="Rows that one user reads from lists and search results."),
)


def check(actor: Actor) -> None:
    """Whether the actor may read further rows.

    Raises: RowBudgetSpent.
    """
    capacity = configuration.number(SETTING.key, actor)
    left = ratelimit.level(_key(actor), capacity=capacity, seconds=_HOUR)
    if not left.allowed:
        raise RowBudgetSpent(left.retry_after, _SPENT.format(limit=capacity, seconds=left.retry_after)).recorded_as(
            action="VIEW_DENIED", object_type="BUDGET", object_id=SETTING.key, meta={"limit": capacity}
        )


def spend(actor: Actor, rows: int) -> None:
    """Count rows that were given to the actor."""
    if rows:
        ratelimit.spend(_key(actor), rows, capacity=configuration.number(SETTING.key, actor), seconds=_HOUR)


def _key(actor: Actor) -> str:
    return f"rows:{actor.id}"
