"""What the contract tests and the browser tests know of accounts and transactions."""

from __future__ import annotations

from tests.contract.declared import Contract

CONTRACT = Contract(
    borrowed_rights={"crm.transactions_until(asked_at timestamp with time zone)": ("simpul_search", "sums of each customer, for the product's own jobs alone")},
    system_views={"crm.segment_transactions": "what customers moved, for segments: numbers and days, no account"},
)
