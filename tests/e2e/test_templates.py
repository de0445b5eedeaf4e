"""A message from its first word to its approval: marketing writes, a supervisor approves, and what arrives is seen before."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage


def test_marketing_writes_an_offer_and_a_supervisor_approves_what_is_seen(open_as: OpenPage) -> None:
    page = open_as("MARKETING", "/message-templates")
    page.get_by_role("button", name="Buat templat").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Nama").fill("Tabungan Haji")
    form.get_by_role("combobox", name="Tujuan").click()
    page.get_by_role("option", name="Penawaran").click()
    form.get_by_role("button", name="Buat dan tulis").click()

    page.get_by_role("textbox", name="Subjek").fill("Tabungan Haji untuk {{customer.nama}}")
    expect(page.get_by_role("region", name="Sebelum diajukan")).to_contain_text("Token customer.nama tidak dikenal (karakter ke-21).")
    page.get_by_role("textbox", name="Subjek").fill("Tabungan Haji untuk ")
    page.get_by_role("button", name="Sisipkan token: Subjek").click()
    page.get_by_role("menuitem", name="Nama nasabah").click()
    expect(page.get_by_role("textbox", name="Subjek")).to_have_value("Tabungan Haji untuk {{customer.name}}")
    blocks = page.get_by_role("list", name="Blok")
    blocks.get_by_role("textbox", name="Judul").fill("Menabung ke Tanah Suci")
    blocks.get_by_role("textbox", name="Teks", exact=True).fill("Setoran mulai **Rp100.000** sebulan.")
    page.get_by_role("button", name="Tambah blok").click()
    page.get_by_role("menuitem", name="Tombol").click()
    blocks.get_by_role("textbox", name="Label").fill("Buka rekening")
    blocks.get_by_role("textbox", name="Tautan").fill("https://bank.example/haji")
    # The button was added above the footer, and goes up by the keyboard.
    blocks.get_by_role("textbox", name="Label").press("Alt+ArrowUp")
    expect(blocks.get_by_role("listitem").nth(1)).to_contain_text("2. Tombol")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("region", name="Draf")).to_contain_text("Draf versi 1")
    frame = page.frame_locator('iframe[title="Pratinjau"]')
    expect(frame.get_by_role("link", name="Buka rekening")).to_be_visible()
    expect(page.get_by_text("Tabungan Haji untuk Budi Santoso", exact=True)).to_be_visible()
    expect(page.get_by_role("region", name="Sebelum diajukan")).to_contain_text("Siap diajukan.")
    page.get_by_role("button", name="Ajukan").click()
    page.get_by_role("dialog").get_by_role("button", name="Ajukan").click()
    expect(page.get_by_role("button", name="Indonesia · versi 1")).to_be_visible()
    expect(page.get_by_role("button", name="Setujui")).to_be_hidden()

    supervisor = open_as("SUPERVISOR", "/message-templates?status=SUBMITTED")
    supervisor.get_by_role("link", name="Tabungan Haji").click()
    expect(supervisor.frame_locator('iframe[title="Pratinjau"]').get_by_text("Menabung ke Tanah Suci")).to_be_visible()
    supervisor.get_by_role("button", name="Setujui").click()
    supervisor.get_by_role("dialog").get_by_role("button", name="Setujui").click()
    expect(supervisor.get_by_role("list", name="Versi")).to_contain_text("Berlaku")
