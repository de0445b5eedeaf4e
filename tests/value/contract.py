"""What the contract tests and the browser tests know of accounts and transactions."""

from __future__ import annotations

from tests.contract.declared import Contract

CONTRACT = Contract()
