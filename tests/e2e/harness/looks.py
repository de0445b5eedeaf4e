"""States of pages that are looked at: who opens which address, and what is done there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.e2e.harness.pages import BUDI, expect_record, search

Step = Callable[[Page], None]


@dataclass(frozen=True)
class Look:
    """A page in a state: who opens which address, and what is done until it shows what it should.

    `within` limits axe to what opened over a page that has a look of its own; `after` names a fixture that fills the page.
    """

    role: str | None
    path: str
    then: Step
    answers: tuple[int, ...] = ()
    within: str = ""
    after: str = ""


def heading(name: str) -> Step:
    return lambda page: expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def searched(page: Page) -> None:
    expect(search(page, "siregar").nth(3)).to_be_visible()


def nothing_found(page: Page) -> None:
    search(page, "qwxzvy jjkqqx")
    expect(page.get_by_text("Tidak ada nasabah yang cocok")).to_be_visible()


def peeked(page: Page) -> None:
    expect(page.get_by_role("complementary", name="Intip nasabah").get_by_role("heading", name="Identitas")).to_be_visible()


def record(tab: str) -> Step:
    def then(page: Page) -> None:
        expect_record(page, BUDI.name)
        expect(page.get_by_role("tabpanel", name=tab)).to_be_visible()

    return then


def dialog(button: str, dialog: str) -> Step:
    def then(page: Page) -> None:
        expect_record(page, BUDI.name)
        if page.get_by_role("tab", name="Profil").count():
            page.get_by_role("tab", name="Profil").click()
        page.get_by_role("button", name=button).first.click()
        expect(page.get_by_role("dialog", name=dialog)).to_be_visible()

    return then


def rows(page: Page) -> None:
    expect(page.get_by_role("row").nth(1)).to_be_visible()


def audit_record(page: Page) -> None:
    rows(page)
    page.get_by_role("row").nth(1).get_by_role("button").click()
    expect(page.get_by_role("complementary", name="Catatan audit").get_by_role("heading", name="Dalam permintaan yang sama")).to_be_visible()


def audit_slot(page: Page) -> None:
    page.get_by_role("button", name="Tindakan: apa saja").click()
    expect(page.get_by_role("listbox", name="Tindakan")).to_be_visible()


def range(page: Page) -> None:
    page.get_by_role("button", name="kapan saja").click()
    expect(page.get_by_role("button", name="7 hari terakhir")).to_be_visible()


def palette(page: Page) -> None:
    expect(page.get_by_role("main")).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Palet perintah")).to_be_focused()


def me(page: Page) -> None:
    page.get_by_role("button", name="Akun saya:").click()
    expect(page.get_by_role("dialog").get_by_role("radiogroup", name="Tema")).to_be_visible()


def sheet(page: Page) -> None:
    heading("Profil")(page)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Pintasan papan ketik")).to_be_visible()


def drawn(page: Page) -> None:
    expect(page.locator(".react-flow__node").first).to_be_attached()


def uncompared(page: Page) -> None:
    expect(page.get_by_role("status").filter(has_text=re.compile("Belum ada yang dibandingkan|Kedua sisi sama"))).to_be_visible()


def selected(page: Page) -> None:
    """A state is selected, so that its fields and the marks of the canvas are there."""
    state = page.get_by_role("treeitem", name=re.compile("^Diajukan, Tugas"))
    state.click()
    expect(page.get_by_role("textbox", name="Nama (Indonesia)")).to_have_value("Diajukan")


def guarded(page: Page) -> None:
    page.get_by_role("treeitem", name=re.compile("^Setujui, ")).click()
    page.get_by_text("Aturan", exact=True).click()
    expect(page.get_by_role("group", name="Syarat").last).to_be_visible()


def canvas(page: Page) -> None:
    expect(page.get_by_role("tree")).to_be_visible()
    if (drawing := page.get_by_text("Gambar", exact=True)).is_visible():
        drawing.click()
    expect(page.locator(".react-flow__node").first).to_be_visible()


def new_transition(page: Page) -> None:
    expect(page.get_by_role("tree")).to_be_visible()
    page.get_by_role("button", name="Transisi baru").click()
    expect(page.get_by_role("dialog", name="Transisi baru")).to_be_visible()


def figures(page: Page) -> None:
    expect(page.get_by_role("region", name="Ringkasan").get_by_role("button").first).to_be_visible()


def due(page: Page) -> None:
    page.get_by_role("button", name="Jatuh tempo", exact=True).click()
    expect(page.get_by_role("button", name="7 hari ke depan")).to_be_visible()


def clicked(button: str, dialog: str) -> Step:
    def then(page: Page) -> None:
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.get_by_role("dialog", name=re.compile(f"^{dialog}"))).to_be_visible()

    return then


def nobody_found(page: Page) -> None:
    page.get_by_role("searchbox", name="Cari nama").fill("qwxzvy")
    expect(page.get_by_text("Tidak ada pengguna yang cocok")).to_be_visible()


def granted(page: Page) -> None:
    panel = page.get_by_role("complementary", name="Petugas Layanan: Kasus")
    panel.get_by_label("Ubah", exact=True).select_option("BRANCH")
    expect(panel.get_by_text("Sebelumnya:")).to_be_visible()


def reviewed(page: Page) -> None:
    granted(page)
    if page.viewport_size and page.viewport_size["width"] < 768:
        page.get_by_role("complementary").get_by_role("button", name="Tutup").click()
    page.get_by_role("button", name="Tinjau perubahan").click()
    expect(page.get_by_role("dialog").get_by_role("listitem")).to_be_visible()
