"""Steps that many journeys share, and the customers of the guided tour whom they follow."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from playwright.sync_api import Locator, Page, expect

from tests.e2e.harness.site import Login, Site


@dataclass(frozen=True)
class Known:
    """A customer of the demonstration whom tests look for."""

    name: str
    cif: str
    phone: str
    nik: str
    account: str


ANITA = Known("Anita Rosmaida Siregar", "CIF00000001", "+6281260001001", "1271215204850001", "00100000001")
BUDI = Known("Budi Santoso Hutapea", "CIF00000002", "+6281260001002", "1271212309780002", "00100000002")
CITRA = Known("Citra Dewi Lubis", "CIF00000003", "+6281260001003", "1271217001920003", "00100000003")


def fill_sign_in(page: Page, login: Login, password: str = "") -> None:
    """Fill the sign-in form and send it."""
    page.get_by_label("Nama pengguna").fill(login.username)
    page.get_by_label("Kata sandi", exact=True).fill(password or login.password)
    page.get_by_role("button", name="Masuk", exact=True).click()


def customer_id(site: Site, cif: str) -> UUID:
    """The customer whose source key is the CIF."""
    return UUID(str(site.rows("SELECT customer_id FROM crm.customers WHERE source_key = %s", cif)[0]["customer_id"]))


def search(page: Page, text: str) -> Locator:
    """Search from the page's box; gives the rows of the result."""
    box = page.get_by_role("searchbox", name="Cari nasabah")
    box.fill(text)
    box.press("Enter")
    return hits(page)


def hits(page: Page) -> Locator:
    """The rows of the result on the screen."""
    return page.get_by_role("list", name="Hasil pencarian").get_by_role("listitem")


def expect_record(page: Page, name: str) -> None:
    """The record of that customer is open and complete."""
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    expect(page.get_by_role("tablist")).to_be_visible()


def reveal(page: Page, field: str, reason: str) -> None:
    """Ask for a masked field and give the reason."""
    page.get_by_role("button", name=f"Tampilkan {field}").first.click()
    dialog = page.get_by_role("dialog", name=f"Tampilkan {field} selama 60 detik")
    dialog.get_by_label("Alasan").fill(reason)
    dialog.get_by_role("button", name="Tampilkan", exact=True).click()
