"""What the kernel needs from the layers above it, plugged in once at start.

The kernel knows HTTP and transactions but neither users nor the audit trail; `iam` and `audit` state in their
manifests what fills these places, and a missing plug fails loudly at the first use.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Generic, Mapping, TypeVar

from django.http import HttpRequest

from simpul.platform.actor import Actor
from simpul.platform.errors import RefusalFacts
from simpul.platform.registry import Registry

F = TypeVar("F", bound=Callable[..., Any])


class PortEmpty(RuntimeError):
    """Nothing was plugged into a port that is in use."""


class Port(Generic[F]):
    """One place for one function."""

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def is_filled(self) -> bool:
        """Whether anything was plugged in: for what may be missing in an installation."""
        return self.name in _plugs

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if (plug := _plugs.get(self.name)) is None:
            raise PortEmpty(f"Nothing is plugged into {self.name}.")
        return plug.function(*args, **kwargs)


@dataclass(frozen=True)
class Plug:
    """The function that fills one place."""

    port: Port[Any]
    function: Callable[..., Any]


_plugs: Registry[Plug] = Registry(Plug, lambda plug: plug.port.name)


anonymous_actor: Port[Callable[[HttpRequest | None], Actor]] = Port("anonymous_actor")
system_actor: Port[Callable[[], Actor]] = Port("system_actor")
stored_settings: Port[Callable[[], Mapping[str, Any]]] = Port("stored_settings")
record_list: Port[Callable[[Actor, str, str, int], None]] = Port("record_list")
record_refusal: Port[Callable[[Actor, RefusalFacts, str, str], None]] = Port("record_refusal")
# Whether an approved impact assessment of this kind of processing is in force today.
assessment_in_force: Port[Callable[[str], bool]] = Port("assessment_in_force")
# SQL of the `customer_id` of those whom no machine may score: restricted, or objecting. For the product's own jobs.
scoring_excluded_sql: Port[Callable[[], str]] = Port("scoring_excluded_sql")
# Lets a guarded change wait for a second person; None where it would change nothing. (actor, change, body, path) -> the proposal as it is shown.
propose: Port[Callable[[Actor, Any, Any, Mapping[str, Any]], Mapping[str, Any] | None]] = Port("propose")
# Writes a mail to a colleague: (user_id, title, body, subject_type, subject_id), with `address` to one that is not theirs any more; False without an address.
mail_staff: Port[Callable[..., bool]] = Port("mail_staff")
