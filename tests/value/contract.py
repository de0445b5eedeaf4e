"""What the contract tests and the browser tests know of transactions and the value of customers."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.contract.declared import Contract, Link, Look
from tests.contract.matrix import Recipe
from tests.e2e.harness.looks import DIALOG, clicked, heading, listed, refused

BOUNDS: dict[str, Any] = {
    "recency_days": [7, 30, 90, 180],
    "frequency_count": [50, 30, 15, 5],
    "monetary_value": [100_000_000, 50_000_000, 20_000_000, 5_000_000],
}
RECIPES: dict[str, Recipe] = {
    "rfm_get": Recipe(subject=True),
    "rfm_distribution_get": Recipe(),
    "rfm_migrations_get": Recipe(query="?since=2026-01&until=2026-02"),
    "rfm_moves_list": Recipe(),
    "rfm_thresholds_get": Recipe(),
    "rfm_thresholds_list": Recipe(),
    "rfm_thresholds_update": Recipe(body=lambda world: BOUNDS | {"version": 1, "note": ""}),
    "rfm_thresholds_preview": Recipe(body=lambda world: BOUNDS),
}


def _flows(page: Page) -> None:
    expect(page.get_by_role("heading", name="Sebaran segmen")).to_be_visible()
    expect(page.get_by_role("img", name="Perpindahan nasabah antarsegmen")).to_be_visible()
    expect(page.get_by_role("heading", name="Ambang", exact=True)).to_be_visible()


def _previewed(page: Page) -> None:
    clicked("Ubah ambang", "Ubah ambang")(page)
    page.get_by_label("Frekuensi skor 4").fill("12")
    page.get_by_role("button", name="Lihat pengaruhnya").click()
    expect(page.get_by_text("nasabah berpindah segmen")).to_be_visible()


PAGES = {
    "customer value": Look("SUPERVISOR", "/value", _flows),
    "customer value of all branches": Look("DIRECTOR", "/value", _flows),
    "thresholds previewed": Look("ADMIN", "/value", _previewed, within=DIALOG),
    "customers who moved": Look("SUPERVISOR", "/value/moves", listed),
    "customers who moved, of one move": Look("SUPERVISOR", "/value/moves?move=LOST>CHAMPION", heading("Nasabah yang berpindah segmen")),
    "customer value, refused": Look("AGENT", "/value", refused, answers=(403,)),
}
LINKS = (
    Link(
        "Nilai nasabah",
        "/value",
        59,
        ("DIRECTOR", "SUPERVISOR", "MARKETING", "COMPLIANCE", "ADMIN"),
        group="insight",
    ),
)

CONTRACT = Contract(
    recipes=RECIPES,
    borrowed_rights={"crm.transactions_until(asked_at timestamp with time zone)": ("simpul_search", "sums of each customer, for the product's own jobs alone")},
    system_views={
        "crm.segment_transactions": "what customers moved, for segments: numbers and days, no account",
        "crm.rfm_customers": "since when each customer is known and was last in contact, for scoring",
        "crm.rfm_bookings": "what each customer moved and when, without account or counterparty, for scoring",
        "crm.rfm_balances": "balances by blind index of the account, for scoring by the average balance",
        "crm.segment_rfm": "scores and figures of customers with their branch, for segments and for figures of branches",
        "crm.rfm_months": "segments of customers by month with their branch, for figures of moves",
    },
    pages=PAGES,
    links=LINKS,
)
