"""Cases between two people in the browser: extended, reviewed, taken in from outside, and followed while a colleague works."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import PHONE
from tests.e2e.harness.cases import choose, full_name, opened, row, sound_at_both_widths
from tests.e2e.harness.pages import BUDI, CITRA, customer_id
from tests.e2e.harness.site import Site
from tests.support.documents import pdf


def _case(site: Site, case: dict[str, Any]) -> dict[str, Any]:
    return dict(site.call(site.login("SUPERVISOR"), "GET", f"/cases/{case['id']}"))


def _asked(page: Page, action: str, note: str = "") -> None:
    """Confirm the open dialog, with a note where one is given."""
    dialog = page.get_by_role("dialog")
    if note:
        dialog.get_by_label("Catatan").fill(note)
    sound_at_both_widths(page)
    dialog.get_by_role("button", name=action, exact=True).click()
    expect(dialog).to_be_hidden()


def _attached(page: Page, name: str) -> None:
    """Attach a letter to the case."""
    side = page.get_by_role("complementary")
    side.locator("input[type=file]").set_input_files([{"name": f"{name}.pdf", "mimeType": "application/pdf", "buffer": pdf(name)}])
    side.get_by_role("listitem", name=f"{name}.pdf", exact=True).get_by_role("combobox", name="Jenis").click()
    page.get_by_role("option", name="Surat", exact=True).click()
    side.get_by_role("button", name=re.compile("^Lampirkan")).click()
    expect(side.get_by_role("list", name="Dokumen").get_by_text(name)).to_be_visible()


def test_an_agent_asks_for_the_extension_and_a_supervisor_grants_it(open_as: OpenPage, site: Site) -> None:
    case = opened(site)
    before = _case(site, case)["legal_due_at"]
    agent = open_as("AGENT", f"/cases/{case['id']}")
    expect(agent.get_by_role("heading", name=case["case_no"])).to_be_visible()
    _attached(agent, "surat perpanjangan")
    agent.locator("header").get_by_role("button", name="Lainnya").click()
    agent.get_by_role("menuitem", name="Minta perpanjangan").click()
    choose(agent, "Alasan", "Masalah terjadi di kantor lain")
    choose(agent, "Bukti nasabah sudah diberi tahu", "surat perpanjangan")
    agent.get_by_role("dialog").get_by_label("Catatan").fill("ya")
    expect(agent.get_by_role("dialog").get_by_role("button", name="Minta perpanjangan")).to_be_disabled()
    _asked(agent, "Minta perpanjangan", "Menunggu rekaman dari kantor lain.")
    expect(agent.get_by_role("complementary").get_by_text("Menunggu keputusan")).to_be_visible()

    supervisor = open_as("SUPERVISOR", f"/cases/{case['id']}", size=PHONE, theme="dark")
    supervisor.get_by_role("group", name="Bagian kasus").get_by_role("button", name="Rincian").click()
    supervisor.get_by_role("button", name="Setujui", exact=True).click()
    _asked(supervisor, "Setujui")
    expect(supervisor.get_by_role("complementary").get_by_text("Disetujui", exact=True)).to_be_visible()
    expect(agent.get_by_role("complementary").get_by_text("Disetujui", exact=True)).to_be_visible()
    sound_at_both_widths(supervisor, "extended")
    assert _case(site, case)["legal_due_at"] > before


def test_an_answer_is_given_back_bettered_and_approved(open_as: OpenPage, site: Site) -> None:
    case = opened(site, cif=CITRA.cif, category_code="FRAUD_SCAM")
    first, better = "Kartu Bapak sudah kami blokir hari ini.", "Kartu Bapak sudah kami blokir; laporan polisi LP/123 diproses."
    agent = open_as("AGENT", f"/cases/{case['id']}?compose=response")
    answer = agent.get_by_role("textbox", name="Tanggapan akhir")
    answer.fill(first)
    agent.get_by_role("button", name="Kirim tanggapan akhir").click()
    agent.get_by_role("button", name="Kirim sekarang").click()
    waiting = agent.get_by_role("region", name="Tanggapan menunggu tinjauan")
    expect(waiting).to_contain_text(first)
    expect(waiting.get_by_role("button")).to_have_count(0)

    supervisor = open_as("SUPERVISOR", f"/cases/{case['id']}")
    supervisor.get_by_role("button", name="Kembalikan", exact=True).click()
    _asked(supervisor, "Kembalikan", "Sebutkan nomor laporan polisi.")

    given_back = agent.get_by_role("region", name="Tanggapan dikembalikan")
    expect(given_back).to_contain_text(f"{full_name(site, 'SUPERVISOR')} Sebutkan nomor laporan polisi.")
    agent.get_by_role("group", name="Tulis pada kasus").get_by_role("button", name="Tanggapan akhir").click()
    expect(answer).to_have_value(first)
    sound_at_both_widths(agent, "returned")
    answer.fill(better)
    agent.get_by_role("button", name="Ajukan lagi").click()
    agent.get_by_role("button", name="Kirim sekarang").click()

    supervisor.get_by_role("button", name="Setujui dan kirim").click()
    _asked(supervisor, "Setujui dan kirim")
    expect(supervisor.get_by_role("region", name="Tanggapan akhir")).to_contain_text(better)
    expect(agent.get_by_role("region", name="Tanggapan akhir")).to_contain_text(better)
    sound_at_both_widths(supervisor, "approved")
    assert _case(site, case)["status"] == "RESOLVED"


def test_a_message_from_outside_becomes_a_case_and_another_is_put_aside(open_as: OpenPage, site: Site) -> None:
    words = f"Kartu saya tertelan di ATM Balai Kota, mohon dibantu. Kode {uuid4().hex[:8]}"
    message = {"channel": "WHATSAPP", "sender": BUDI.phone, "text": words, "external_id": uuid4().hex}
    site.call(site.login("AGENT"), "POST", "/case-intake", message)
    unknown = {
        "channel": "EMAIL",
        "sender": "orang@contoh.example",
        "subject": "Promo",
        "text": "Penawaran kerja sama untuk kantor Anda.",
        "external_id": uuid4().hex,
    }
    site.call(site.login("AGENT"), "POST", "/case-intake", unknown)
    agent = open_as("AGENT", "/cases/intake")
    waiting = agent.get_by_role("listitem").filter(has_text=words)
    expect(waiting).to_contain_text("Kategori belum ditentukan")
    sound_at_both_widths(agent, "intake-list")
    waiting.get_by_role("button", name="Jadikan kasus").click()
    expect(agent.get_by_text(BUDI.name)).to_be_visible()
    expect(agent.get_by_role("textbox", name="Pengaduan", exact=True)).to_have_value(words)
    choose(agent, "Kategori", "Kartu dan ATM")
    sound_at_both_widths(agent, "intake-accept")
    agent.get_by_role("button", name="Catat dan beri tanda terima").click()
    expect(agent.get_by_text("Pengaduan tercatat")).to_be_visible()
    number = agent.get_by_role("heading", level=1).inner_text()
    agent.goto("/cases/intake?status=ACCEPTED")
    agent.get_by_role("listitem").filter(has_text=words).get_by_role("link", name="Buka kasus").click()
    expect(agent.get_by_role("heading", name=number)).to_be_visible()

    supervisor = open_as("SUPERVISOR", "/cases/intake", size=PHONE)
    supervisor.get_by_role("listitem").filter(has_text="Promo").get_by_role("button", name="Sisihkan").click()
    dialog = supervisor.get_by_role("dialog", name="Sisihkan pesan ini?")
    dialog.get_by_label("Alasan").fill("Bukan pengaduan nasabah.")
    dialog.get_by_role("button", name="Sisihkan").click()
    expect(supervisor.get_by_role("listitem").filter(has_text="Promo")).to_be_hidden()
    supervisor.get_by_role("button", name="Disisihkan").click()
    expect(supervisor.get_by_role("listitem").filter(has_text="Promo")).to_contain_text("Bukan pengaduan nasabah.")


def test_what_a_colleague_does_shows_in_a_second_session_without_reloading(open_as: OpenPage, site: Site) -> None:
    queue = open_as("SUPERVISOR", "/cases?view=queue&sort=-created")
    expect(queue.get_by_role("checkbox", name=re.compile("^Pilih CASE")).first).to_be_visible()
    case = opened(site)
    expect(row(queue, case["case_no"])).to_contain_text("Baru")
    row(queue, case["case_no"]).get_by_role("link").click()
    expect(queue.get_by_role("heading", name=case["case_no"])).to_be_visible()

    agent = open_as("AGENT", f"/cases/{case['id']}", size=PHONE)
    agent.get_by_role("button", name="Mulai kerjakan").click()
    agent.get_by_role("textbox", name="Catatan").fill("Rekaman ATM sudah diminta.")
    agent.get_by_role("button", name="Simpan catatan").click()
    expect(queue.get_by_role("listitem").filter(has_text="Rekaman ATM sudah diminta.")).to_be_visible()
    expect(queue.locator("header").get_by_text("Dikerjakan")).to_be_visible()
    sound_at_both_widths(queue, "live")


def test_the_queue_is_searched_by_customer_words_and_number_and_no_word_stands_in_an_address(open_as: OpenPage, site: Site) -> None:
    case = opened(site, description="Kartu saya tertinggal di mesin Pasar Petisah sejak pagi.")
    later = opened(site, description="Buku tabungan saya tertinggal di Pasar Petisah juga.")
    page = open_as("SUPERVISOR", "/cases?view=queue&sort=-created")
    expect(row(page, case["case_no"])).to_contain_text("Kartu saya tertinggal di mesin")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    box = page.get_by_role("searchbox", name="Nomor, nasabah, atau isi kasus")
    box.fill("tertinggal petisah")
    expect(page.get_by_text("Hasil untuk “tertinggal petisah”")).to_be_visible()
    expect(page.locator("[data-row]")).to_have_count(2)
    sound_at_both_widths(page, "words")
    assert [url for url in [*asked, page.url] if "petisah" in url] == []

    # The list goes along: the next case, the one before, and back to what was found.
    row(page, later["case_no"]).get_by_role("link").click()
    expect(page.get_by_role("heading", name=later["case_no"])).to_be_visible()
    page.keyboard.press("j")
    expect(page.get_by_role("heading", name=case["case_no"])).to_be_visible()
    expect(page.get_by_role("button", name="Kasus berikutnya")).to_have_attribute("aria-disabled", "true")
    sound_at_both_widths(page, "neighbours")
    page.get_by_role("button", name="Kasus sebelumnya").click()
    expect(page.get_by_role("heading", name=later["case_no"])).to_be_visible()
    page.go_back()
    expect(page.locator("[data-row]")).to_have_count(2)

    box.fill(case["case_no"][-6:])
    expect(page).to_have_url(re.compile(rf"q={case['case_no'][-6:]}"))
    expect(page.locator("[data-row]")).to_have_count(1)


def test_a_case_is_found_from_everywhere_and_leads_to_its_customer_and_back(open_as: OpenPage, site: Site) -> None:
    case = opened(site, cif=CITRA.cif)
    page = open_as("AGENT", "/customers")
    expect(page.get_by_role("searchbox", name="Cari nasabah")).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Palet perintah")).to_be_focused()
    page.keyboard.type(case["case_no"][-6:])
    option = page.get_by_role("option").filter(has_text=case["case_no"])
    expect(option).to_contain_text(CITRA.name)
    sound_at_both_widths(page, "palette")
    option.click()
    expect(page.get_by_role("heading", name=case["case_no"])).to_be_visible()
    phone = page.get_by_role("button", name="Tampilkan Telepon")
    expect(phone).to_be_visible()

    page.goto("/customers")
    page.get_by_role("searchbox", name="Cari nasabah").fill(CITRA.name)
    found = page.get_by_role("region", name="Kasus")
    expect(found.get_by_role("link").filter(has_text=case["case_no"])).to_be_visible()
    sound_at_both_widths(page, "found")

    page.goto(f"/customers/{customer_id(site, CITRA.cif)}")
    page.get_by_role("link").filter(has_text=f"Kasus {case['case_no']} dibuka").click()
    expect(page.get_by_role("heading", name=case["case_no"])).to_be_visible()
