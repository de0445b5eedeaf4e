"""What the kernel needs from the layers above it, plugged in once at start.

The kernel knows HTTP and transactions but neither users nor the audit trail; `iam` and `audit` fill these
places in their `AppConfig.ready`, and a missing plug fails loudly at the first use.
"""

from __future__ import annotations

from typing import Any, Callable, Generic, Mapping, TypeVar

from django.http import HttpRequest

from simpul.platform.actor import Actor
from simpul.platform.errors import RefusalFacts

F = TypeVar("F", bound=Callable[..., Any])


class PortEmpty(RuntimeError):
    """Nothing was plugged into a port that is in use."""


class Port(Generic[F]):
    """One place for one function."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._plugged: F | None = None

    def plug(self, function: F) -> None:
        """Fill the place; the last plug wins, so that a reload works."""
        self._plugged = function

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if self._plugged is None:
            raise PortEmpty(f"Nothing is plugged into {self.name}.")
        return self._plugged(*args, **kwargs)


anonymous_actor: Port[Callable[[HttpRequest | None], Actor]] = Port("anonymous_actor")
system_actor: Port[Callable[[], Actor]] = Port("system_actor")
stored_settings: Port[Callable[[], Mapping[str, Any]]] = Port("stored_settings")
record_list: Port[Callable[[Actor, str, str, int], None]] = Port("record_list")
record_refusal: Port[Callable[[Actor, RefusalFacts, str, str], None]] = Port("record_refusal")
