"""What domains bring to the engines below them: all objects of one type, from all manifests, in one place.

An engine keeps a registry for each type of object that it works with. Domains state such objects in their manifests
(`simpul.platform.domain`), and each finds its registry by its type when the program starts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class KeyTaken(RuntimeError):
    """Two objects of one type were stated under one key."""


class NobodyKeeps(TypeError):
    """An object was stated of a type that no registry keeps."""


_registries: dict[type, Registry[Any]] = {}


class Registry(Mapping[str, T], Generic[T]):
    """All objects of one type by their key, in the order of the layers and of each manifest."""

    def __init__(self, kind: type[T], key: Callable[[T], str]) -> None:
        self.kind, self._key = kind, key
        self._items: dict[str, T] = {}
        _registries[kind] = self

    def add(self, item: T) -> None:
        """Keep one more object.

        Raises: KeyTaken.
        """
        key = self._key(item)
        if key in self._items:
            raise KeyTaken(f"There are two of the type {self.kind.__name__} with the key {key}.")
        self._items[key] = item

    def __getitem__(self, key: str) -> T:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)


def fill(entries: Iterable[object]) -> None:
    """Put each object into the registry of its type.

    Raises: NobodyKeeps, KeyTaken.
    """
    for entry in entries:
        if type(entry) not in _registries:
            raise NobodyKeeps(f"No registry keeps objects of the type {type(entry).__name__}.")
        _registries[type(entry)].add(entry)
