"""Asking a customer of MDN, verified or not."""

from __future__ import annotations

from typing import Any

from simpul.customers.models import Customer


def wording(browser: Any, purpose: str = "MARKETING") -> str:
    found = {row["key"]: row["wording"] for row in browser.api("GET", "/consent-purposes").json()["items"]}
    return str(found[purpose]["id"])


def verified(browser: Any, customer: Customer, method: str = "IN_PERSON") -> str:
    made = browser.api("POST", f"/customers/{customer.id}/consent-verifications", {"method": method}).json()
    return str(made["verification_id"])


def change(browser: Any, customer: Customer, status: str, verification: str = "", purpose: str = "MARKETING", **fields: Any) -> Any:
    text = {"wording_id": wording(browser, purpose)} if status == "GRANTED" else {}
    body = {
        "verification_id": verification or verified(browser, customer), "consent_type": purpose, "status": status, "captured_channel": "BRANCH", **text, **fields,
    }  # fmt: skip
    return browser.api("POST", f"/customers/{customer.id}/consents", body)
