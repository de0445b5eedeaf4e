"""The configuration follows the machine's memory and free disk."""

from __future__ import annotations

import pytest

from simpul.platform.embedded.machine import GB, MB, Sizing


@pytest.mark.parametrize(
    ("memory", "disk", "expected"),
    [
        (1 * GB, 5 * GB, Sizing(170 * MB + 699050, 512 * MB, 4 * MB, 64 * MB, 512 * MB)),
        (8 * GB, 100 * GB, Sizing(8 * GB // 6, 4 * GB, 16 * MB, 8 * GB // 24, 8 * GB)),
        (256 * GB, 900 * GB, Sizing(8 * GB, 64 * GB, 64 * MB, 1 * GB, 8 * GB)),
    ],
)
def test_sizes_grow_with_the_machine_within_bounds(memory, disk, expected):
    assert Sizing.of(memory, disk) == expected
