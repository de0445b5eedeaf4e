"""The lists whose views people save, each stated by the domain that owns the list."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.platform.registry import Registry


@dataclass(frozen=True)
class ListPage:
    """One list: its key, the resource that its rows belong to, and the filters that a view may hold.

    A filter's value is a code, an id, a day or a flag, as it stands in the address of the page; words that somebody
    searched by are none of them.
    """

    key: str
    resource: str
    filters: tuple[str, ...]


list_pages: Registry[ListPage] = Registry(ListPage, lambda page: page.key)
