"""What is shipped of the trail, and what every target of shipping can do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

Failure = Literal["UNREACHABLE", "TIMEOUT", "CERTIFICATE", "REFUSED", "NO_LOCK"]


@dataclass(frozen=True)
class SealedBlock:
    """A seal with the rows that it covers, in their order; a seal that announces something covers none."""

    seal: Mapping[str, Any]
    rows: list[Mapping[str, Any]]

    @property
    def seal_number(self) -> int:
        """The number of the seal."""
        return int(self.seal["number"])


@dataclass(frozen=True)
class SealedBatch:
    """Consecutive seals that are shipped together; there is at least one."""

    blocks: list[SealedBlock]

    @property
    def first_seal(self) -> int:
        """The number of its first seal."""
        return self.blocks[0].seal_number

    @property
    def last_seal(self) -> int:
        """The number of its last seal."""
        return self.blocks[-1].seal_number

    @property
    def row_count(self) -> int:
        """How many rows its seals cover."""
        return sum(len(block.rows) for block in self.blocks)


class NotDelivered(Exception):
    """The batch may not have arrived; `why` says what failed."""

    def __init__(self, why: Failure) -> None:
        super().__init__(why)
        self.why: Failure = why


class Target(Protocol):
    """Where the trail is shipped to."""

    @property
    def target_name(self) -> str:
        """Its address, under which the place of shipping is kept."""
        ...

    def batch_deliver(self, batch: SealedBatch) -> None:
        """Hand a batch over and wait until the target has it.

        Raises: NotDelivered.
        """
        ...
