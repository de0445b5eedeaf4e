"""Leads and opportunities in the running demonstration: what the every-page test looks at, and the records that it shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from playwright.sync_api import Page, expect

from simpul.platform.clock import today
from tests.contract.declared import Link, Look, Maker, Tab
from tests.e2e.harness.looks import DIALOG, MENU, PANEL, clicked, heading, listed, refused
from tests.e2e.harness.site import Site

NOBODY = "01920000-0000-7000-8000-000000000000"


# Who had no lead yet when a site was first asked.
_CUSTOMERS: dict[str, list[dict[str, Any]]] = {}


def customer_of_rm(site: Site, at: int) -> dict[str, Any]:
    """A customer of the relationship manager whose name nobody else has and who had no lead, by their place in the alphabet."""
    if site.url not in _CUSTOMERS:
        _CUSTOMERS[site.url] = site.rows(
            """SELECT r.customer_id::text AS id, c.full_name AS name FROM iam.customer_reach r JOIN crm.customers c USING (customer_id)
               WHERE r.rm_user_id = %s AND (SELECT count(*) FROM crm.customers o WHERE o.full_name = c.full_name) = 1
                 AND NOT EXISTS (SELECT FROM crm.leads l WHERE l.customer_id = c.customer_id)
                 AND NOT EXISTS (SELECT FROM crm.opportunities o WHERE o.customer_id = c.customer_id)
               ORDER BY c.full_name""",
            site.user_id(site.login("RM")),
        )
    return _CUSTOMERS[site.url][at]


def lead_of(site: Site, at: int, interest: str, *steps: str, days: int = 0, value: str | None = None) -> dict[str, Any]:
    """A lead of the relationship manager that took these steps and has stood there for so many days; made once."""
    rm = site.login("RM")
    known = site.rows("SELECT lead_id::text AS id FROM crm.leads WHERE interest = %s", interest)
    if known:
        found: dict[str, Any] = site.call(rm, "GET", f"/leads/{known[0]['id']}")
        return found
    body = {"customer_id": customer_of_rm(site, at)["id"], "interest": interest, "estimated_value": value}
    lead: dict[str, Any] = site.call(rm, "GET", f"/leads/{site.call(rm, 'POST', '/leads', body)['id']}")
    for step in steps:
        reason = {"closed_reason": _reason(site, "LOST")} if step == "lose" else {}
        lead = site.call(rm, "POST", f"/leads/{lead['id']}/move", {"transition": step, "version": lead["version"], **reason})
    if days:
        past = timedelta(days=days)
        site.write("UPDATE crm.leads SET status_since = status_since - %s, created_at = created_at - %s WHERE lead_id = %s", past, past, lead["id"])
    return lead


def opportunity_of(site: Site, at: int, interest: str, *steps: str, value: str = "60000000") -> dict[str, Any]:
    """An opportunity that a lead of the relationship manager became; made once."""
    rm = site.login("RM")
    known = site.rows("SELECT opportunity_id::text AS id FROM crm.opportunities WHERE product_interest = %s", interest)
    if known:
        found: dict[str, Any] = site.call(rm, "GET", f"/opportunities/{known[0]['id']}")
        return found
    lead = lead_of(site, at, interest, "contact", "qualify", value=value)
    close = (today() + timedelta(days=20)).isoformat()
    body = {"version": lead["version"], "product_interest": interest, "estimated_value": value, "expected_close_on": close}
    one: dict[str, Any] = site.call(rm, "POST", f"/leads/{lead['id']}/convert", body)
    for step in steps:
        reason = {"lost_reason": _reason(site, "LOST")} if step == "lose" else {}
        one = site.call(rm, "POST", f"/opportunities/{one['id']}/move", {"transition": step, "version": one["version"], **reason})
    return one


def queued_lead(site: Site, at: int, interest: str) -> str:
    """A lead that nobody of the branch has."""
    lead = lead_of_branch(site, interest) or lead_of(site, at, interest, value="12500000")
    if lead["assigned_to"] is not None:
        site.call(site.login("SUPERVISOR"), "POST", f"/leads/{lead['id']}/assign", {"version": lead["version"], "assigned_to": None})
    return str(lead["id"])


def lead_of_branch(site: Site, interest: str) -> dict[str, Any] | None:
    """The lead as the supervisor sees it, where it is there."""
    known = site.rows("SELECT lead_id::text AS id FROM crm.leads WHERE interest = %s", interest)
    return site.call(site.login("SUPERVISOR"), "GET", f"/leads/{known[0]['id']}") if known else None


def _reason(site: Site, outcome: str) -> str:
    reasons = site.call(site.login("RM"), "GET", "/sales/reasons")["items"]
    return str(next(each["code"] for each in reasons if each["outcome"] == outcome))


def _lead(*args: Any, **fields: Any) -> Maker:
    return lambda site, record: str(lead_of(site, *args, **fields)["id"])


def _filled(site: Site, record: Callable[[str], str]) -> str:
    """A board with something in every column and of every age."""
    lead_of(site, 4, "Tabungan berjangka untuk pendidikan anak", days=12, value="15000000")
    lead_of(site, 5, "Kartu debit bisnis")
    lead_of(site, 6, "KPR rumah pertama dengan uang muka yang sudah siap", "contact", days=4, value="350000000")
    record("rm_lead")
    record("qualified_lead")
    record("lost_lead")
    return ""


def _pipeline(site: Site, record: Callable[[str], str]) -> str:
    opportunity_of(site, 8, "Kredit kendaraan operasional", "propose", value="185000000")
    opportunity_of(site, 9, "Deposito berjangka satu tahun", "negotiate", value="95000000")
    opportunity_of(site, 10, "Layanan gaji karyawan", "lose", value="20000000")
    return record("rm_opportunity")


RECORDS: dict[str, Maker] = {
    "rm_lead": _lead(0, "Kredit usaha untuk membuka kios kedua", days=8, value="75000000"),
    "qualified_lead": _lead(1, "Deposito setelah penjualan rumah", "contact", "qualify", value="250000000"),
    "lost_lead": _lead(2, "Asuransi perjalanan", "lose"),
    "leads_on_board": _filled,
    "queued_lead": lambda site, record: queued_lead(site, 3, "Kredit mikro dari bazar"),
    "rm_opportunity": lambda site, record: str(opportunity_of(site, 7, "Kredit investasi mesin jahit", value="120000000")["id"]),
    "opportunities_on_board": _pipeline,
    "sales_customer": lambda site, record: str(lead_of(site, 0, "Kredit usaha untuk membuka kios kedua", days=8, value="75000000")["customer"]["id"]),
}


def _on_board(page: Page) -> None:
    """The columns have arrived with their cards."""
    expect(page.locator("[data-card]").first).to_be_visible()


def _closed(page: Page) -> None:
    _on_board(page)
    page.get_by_role("button", name="Tampilkan", exact=True).click()
    expect(page.locator("[data-column=CLOSED] [data-card]").first).to_be_visible()


def _menu(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Pindahkan: ")).first.click()
    expect(page.get_by_role("menu")).to_be_visible()


def _nothing(words: str) -> Callable[[Page], None]:
    return lambda page: expect(page.get_by_text(words)).to_be_visible()


def _assigning(page: Page) -> None:
    listed(page)
    page.get_by_role("checkbox", name="Pilih semua yang tampil").check()
    page.get_by_role("region", name="Tindakan untuk yang dipilih").get_by_role("button", name="Tugaskan").click()
    expect(page.get_by_role("dialog", name=re.compile("^Tugaskan"))).to_be_visible()


def _panel(name: str) -> Callable[[Page], None]:
    return lambda page: expect(page.get_by_role("complementary", name=name).get_by_text("Medan Utama")).to_be_visible()


def _history(page: Page) -> None:
    expect(page.get_by_role("region", name="Riwayat").get_by_role("listitem").first).to_be_visible()


def _winning(page: Page) -> None:
    page.get_by_role("button", name="Langkah lain").click()
    page.get_by_role("menuitem", name="Berhasil").click()
    expect(page.get_by_role("dialog", name=re.compile("^Berhasil: "))).to_be_visible()


def _tab(page: Page) -> None:
    expect(page.get_by_role("list", name="Prospek nasabah ini menurut status")).to_be_visible()


PAGES = {
    "board of leads": Look("RM", "/leads", _on_board, after="leads_on_board"),
    "board of leads with the closed ones": Look("RM", "/leads", _closed, after="leads_on_board"),
    "menu of a card": Look("RM", "/leads", _menu, within=MENU, after="leads_on_board"),
    "board of leads, filtered to nothing": Look("RM", "/leads?source=INTAKE_API", _nothing("Tidak ada prospek yang cocok")),
    "board of leads of a branch": Look("SUPERVISOR", "/leads", _on_board, after="leads_on_board"),
    "list of leads": Look("RM", "/leads?view=list", listed, after="leads_on_board"),
    "list of leads, filtered to nothing": Look("RM", "/leads?view=list&source=INTAKE_API", _nothing("Tidak ada prospek yang cocok")),
    "queue of leads of a branch": Look("SUPERVISOR", "/leads?view=list&unassigned=yes", listed, after="queued_lead"),
    "assigning leads": Look("SUPERVISOR", "/leads?view=list&unassigned=yes", _assigning, within=DIALOG, after="queued_lead"),
    "peek at a lead": Look("RM", "/leads?view=list&peek={rm_lead}", _panel("Intip prospek"), within=PANEL),
    "new lead": Look("RM", "/leads", clicked("Catat prospek", "Catat prospek"), within=DIALOG, after="leads_on_board"),
    "recording a lead only": Look("AGENT", "/leads", heading("Catat prospek")),
    "lead": Look("RM", "/leads/{rm_lead}", _history),
    "lead of a supervisor": Look("SUPERVISOR", "/leads/{rm_lead}", _history),
    "closed lead": Look("RM", "/leads/{lost_lead}", _history),
    "changing a lead": Look("RM", "/leads/{rm_lead}", clicked("Ubah", "Ubah prospek"), within=DIALOG),
    "assigning a lead": Look("SUPERVISOR", "/leads/{rm_lead}", clicked("Tugaskan", "Tugaskan prospek"), within=DIALOG),
    "losing a lead": Look("RM", "/leads/{rm_lead}", clicked("Gagal", "Gagal: "), within=DIALOG),
    "converting a lead": Look("RM", "/leads/{qualified_lead}", clicked("Jadikan peluang", "Jadikan peluang"), within=DIALOG),
    "missing lead": Look("RM", f"/leads/{NOBODY}", heading("Tidak ditemukan"), (404,)),
    "leads refused": Look("DIRECTOR", "/leads", refused, (403,)),
    "board of opportunities": Look("RM", "/opportunities", _on_board, after="opportunities_on_board"),
    "board of opportunities, filtered to nothing": Look("RM", "/opportunities?month=2190-01", _nothing("Tidak ada peluang yang cocok")),
    "list of opportunities": Look("RM", "/opportunities?view=list", listed, after="opportunities_on_board"),
    "list of opportunities, filtered to nothing": Look("RM", "/opportunities?view=list&month=2190-01", _nothing("Tidak ada peluang yang cocok")),
    "peek at an opportunity": Look("RM", "/opportunities?view=list&peek={rm_opportunity}", _panel("Intip peluang"), within=PANEL),
    "new opportunity": Look("RM", "/opportunities", clicked("Buat peluang", "Buat peluang"), within=DIALOG, after="rm_opportunity"),
    "opportunity": Look("RM", "/opportunities/{rm_opportunity}", _history),
    "changing an opportunity": Look("RM", "/opportunities/{rm_opportunity}", clicked("Ubah", "Ubah peluang"), within=DIALOG),
    "winning an opportunity": Look("RM", "/opportunities/{rm_opportunity}", _winning, within=DIALOG),
    "missing opportunity": Look("RM", f"/opportunities/{NOBODY}", heading("Tidak ditemukan"), (404,)),
    "opportunities refused": Look("DIRECTOR", "/opportunities", refused, (403,)),
    "sales forecast": Look("RM", "/sales/forecast", listed, after="opportunities_on_board"),
    "sales forecast of a branch": Look("SUPERVISOR", "/sales/forecast?months=12", listed, after="opportunities_on_board"),
    "sales forecast refused": Look("DIRECTOR", "/sales/forecast", refused, (403,)),
    "stages of opportunities": Look("ADMIN", "/sales/settings", listed),
    "changing a stage": Look("ADMIN", "/sales/settings", clicked("Ubah: Baru", "Ubah tahap"), within=DIALOG),
    "closing reasons": Look("ADMIN", "/sales/settings?tab=reasons", listed),
    "adding a closing reason": Look("ADMIN", "/sales/settings?tab=reasons", clicked("Tambah alasan", "Tambah alasan"), within=DIALOG),
    "sales settings refused": Look("RM", "/sales/settings", refused, (403,)),
    "sales of a customer": Look("RM", "/customers/{sales_customer}?tab=sales", _tab),
}

LINKS = (
    Link("Prospek", "/leads", 36, ["SUPERVISOR", "RM"], "work"),
    Link("Peluang", "/opportunities", 37, ["SUPERVISOR", "RM"], "work"),
    Link("Tahap penjualan", "/sales/settings", 135, ["COMPLIANCE", "ADMIN"], "configuration"),
)
TABS = (Tab("Penjualan", 25, roles=("SUPERVISOR", "RM")),)
