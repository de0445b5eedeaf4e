"""Segments."""

from __future__ import annotations

from tests.marketing.contract import segment


def test_made(organisation: None) -> None:
    assert segment().current_version == 1
