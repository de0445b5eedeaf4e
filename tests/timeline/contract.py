"""What the contract tests and the browser tests know of the timeline."""

from __future__ import annotations

from tests.contract.declared import Contract

CONTRACT = Contract()
