"""Registries with objects of the tests' own, put back afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from simpul.platform import registry
from simpul.platform.registry import Registry


def registry_of(kind: type) -> Registry[Any]:
    """The registry that keeps objects of this type."""
    return registry._registries[kind]


def put(*items: Any) -> None:
    """Keep these objects for good, in place of those that have their keys: in a process that tests start."""
    for item in items:
        kept = registry_of(type(item))
        kept._items[kept._key(item)] = item


@contextmanager
def holding(*items: Any) -> Iterator[None]:
    """Keep these objects as well, in place of those that have their keys, for as long as the block runs."""
    before = {kind: dict(registry_of(kind)._items) for kind in {type(item) for item in items}}
    put(*items)
    try:
        yield
    finally:
        restore(before)


@contextmanager
def unchanged(*kinds: type) -> Iterator[None]:
    """Whatever the block puts into the registries of these types is taken out again."""
    before = {kind: dict(registry_of(kind)._items) for kind in kinds}
    try:
        yield
    finally:
        restore(before)


@contextmanager
def only(*items: Any) -> Iterator[None]:
    """Keep nothing but these objects, of their types, for as long as the block runs."""
    kinds = {type(item) for item in items}
    with unchanged(*kinds):
        for kind in kinds:
            registry_of(kind)._items.clear()
        put(*items)
        yield


def restore(before: dict[type, dict[str, Any]]) -> None:
    """Put registries back as they were."""
    for kind, items in before.items():
        kept = registry_of(kind)._items
        kept.clear()
        kept.update(items)
