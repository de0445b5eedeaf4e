"""Batches of the trail as objects under lock: one gzip file of JSON lines each, the rows of a seal before their seal.

A row holds every column as its seal hashed it, so that an auditor proves an object by its own seal, without the database.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings

from simpul.audit.services.batches import NotDelivered, SealedBatch
from simpul.platform.locked_store import LockedStore, StoreFailed

_KIND = "application/gzip"


@dataclass(frozen=True)
class ObjectStore:
    """The store as a target of shipping."""

    store: LockedStore

    @property
    def target_name(self) -> str:
        """Its address, under which the place of shipping is kept."""
        return self.store.target_name

    def batch_deliver(self, batch: SealedBatch) -> None:
        """Write a batch as one object under lock, and compare what the store then holds.

        The name comes from the seals, so a repetition writes the same name; what was there before stays beneath it.

        Raises: NotDelivered.
        """
        content = batch_content(batch)
        metadata = {
            "first-seal": str(batch.first_seal),
            "last-seal": str(batch.last_seal),
            "rows": str(batch.row_count),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        try:
            self.store.object_put(object_name(batch), content, _KIND, metadata)
        except StoreFailed as failed:
            raise NotDelivered(failed.why) from None


def named_store() -> ObjectStore | None:
    """The object store that the installation names (`SIMPUL_TRAIL_STORE`), if any."""
    return ObjectStore(settings.TRAIL_STORE) if settings.TRAIL_STORE else None


def object_name(batch: SealedBatch) -> str:
    """What a batch is called: names sort as the seals do."""
    return f"{batch.first_seal:012d}-{batch.last_seal:012d}.jsonl.gz"


def batch_content(batch: SealedBatch) -> bytes:
    """The object of a batch; the same batch gives the same bytes."""
    return gzip.compress(b"".join(_lines(batch)), mtime=0)


def _lines(batch: SealedBatch) -> Iterator[bytes]:
    for block in batch.blocks:
        for row in block.rows:
            yield _line({"row": row, "seal": block.seal_number})
        yield _line({"sealed": block.seal})


def _line(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, default=_text, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _text(value: object) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds") if isinstance(value, datetime) else str(value)
