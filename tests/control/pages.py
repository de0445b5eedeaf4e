"""The pages on changes that take a second person, as the browser tests look at them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Page, expect

from tests.contract.declared import Link, Look, Maker
from tests.e2e.harness.looks import DIALOG, clicked, refused
from tests.e2e.harness.site import Site

_REASON = "Mengganti petugas yang pindah cabang"


def _proposed(site: Site, kind: str, propose: Callable[[], Any]) -> str:
    """The change of a kind that waits, proposed by the second administrator where none does."""
    waiting = site.call(site.login("ADMIN"), "GET", f"/proposals?status=PROPOSED&kind={kind}&proposed_by={site.user_id(site.second_admin)}")["items"]
    return str((waiting[0] if waiting else propose())["id"])


def _proposal(site: Site, record: Callable[[str], str]) -> str:
    """New roles for a person, which the first administrator may decide about."""
    user_id = site.user_id(site.login("FINANCE"))

    def propose() -> Any:
        version = site.call(site.second_admin, "GET", f"/users/{user_id}")["version"]
        return site.call(site.second_admin, "PUT", f"/users/{user_id}/roles", {"version": version, "roles": ["FINANCE", "DATA_STEWARD"], "reason": _REASON})

    return _proposed(site, "users_set_roles", propose)


def _key(site: Site, record: Callable[[str], str]) -> str:
    """A key that was approved and waits for the first administrator to take it."""
    ends = (datetime.now(UTC) + timedelta(days=90)).isoformat()
    body = {"name": "Server cadangan", "operations": ["customers_search"], "expires_at": ends}
    made = site.approve(site.call(site.login("ADMIN"), "POST", f"/service-accounts/{record('program')}/keys", body))
    return str(made["id"])


def deciding(page: Page) -> None:
    expect(page.get_by_role("region", name="Yang akan berubah").get_by_role("row").nth(1)).to_be_visible()


def taken(page: Page) -> None:
    page.get_by_role("button", name="Ambil sekarang").click()
    expect(page.get_by_role("dialog", name="Salin sekarang").locator("[data-secret]")).to_be_visible()


RECORDS: dict[str, Maker] = {"proposal": _proposal, "key": _key}
PAGES = {
    "changes waiting": Look(
        "ADMIN", "/proposals", lambda page: expect(page.get_by_role("main").get_by_role("listitem").first).to_be_visible(), after="proposal"
    ),
    "no change waiting": Look(
        "ADMIN", "/proposals?view=over&kind=configuration_import", lambda page: expect(page.get_by_text("Tidak ada perubahan di sini")).to_be_visible()
    ),
    "changes of others": Look("AGENT", "/proposals", refused, (403,)),
    "proposal": Look("ADMIN", "/proposals/{proposal}", deciding),
    "proposal to read": Look("COMPLIANCE", "/proposals/{proposal}", deciding),
    "approving a change": Look("ADMIN", "/proposals/{proposal}", clicked("Setujui", "Setujui perubahan"), within=DIALOG),
    "declining a change": Look("ADMIN", "/proposals/{proposal}", clicked("Tolak", "Tolak perubahan"), within=DIALOG),
    "no rights to review": Look(
        "AGENT", "/recertification", lambda page: expect(page.get_by_text("Tidak ada hak yang menunggu keputusan Anda")).to_be_visible()
    ),
    "reviews of rights": Look("ADMIN", "/recertification?view=all", lambda page: expect(page.get_by_text("Belum pernah ada peninjauan")).to_be_visible()),
    "opening a review of rights": Look("ADMIN", "/recertification?view=all", clicked("Buka peninjauan", "Buka peninjauan hak"), within=DIALOG),
    "result to take": Look("ADMIN", "/proposals/{key}", taken, within=DIALOG),
}
LINKS = (
    Link("Perubahan menunggu", "/proposals", 172, ["COMPLIANCE", "ADMIN"], "configuration", short="Menunggu"),
    Link("Peninjauan hak", "/recertification", 174, ["COMPLIANCE", "ADMIN"], "configuration", short="Peninjauan"),
)
