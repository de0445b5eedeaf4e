"""The Merkle tree of RFC 6962, level by level: neighbours are joined, one without a neighbour rises as it is."""

from __future__ import annotations

from hashlib import sha256


def root(leaves: list[bytes]) -> bytes:
    """The root over leaf hashes; of no leaves, the hash of nothing."""
    if not leaves:
        return sha256(b"").digest()
    level = leaves
    while len(level) > 1:
        joined = [sha256(b"\x01" + level[place] + level[place + 1]).digest() for place in range(0, len(level) - 1, 2)]
        if len(level) % 2:
            joined.append(level[-1])
        level = joined
    return level[0]
