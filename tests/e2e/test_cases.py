"""Cases in the browser: recorded, assigned, worked on, answered and closed, at both widths; what colleagues did meanwhile is shown."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import DESKTOP, PHONE
from tests.e2e.harness.cases import TEXT, choose, full_name, opened, row, sound, sound_at_both_widths
from tests.e2e.harness.pages import BUDI, CITRA, customer_id, expect_record
from tests.e2e.harness.site import Site


@pytest.mark.parametrize(("size", "theme"), [(DESKTOP, "light"), (PHONE, "dark")])
def test_a_complaint_is_recorded_assigned_answered_and_closed(open_as: OpenPage, site: Site, size: tuple[int, int], theme: str) -> None:
    agent = open_as("AGENT", f"/customers/{customer_id(site, BUDI.cif)}", size=size, theme=theme)
    expect_record(agent, BUDI.name)
    agent.get_by_role("link", name="Catat kasus").first.click()
    expect(agent.get_by_role("heading", name="Catat kasus", level=1)).to_be_visible()
    expect(agent.get_by_text(BUDI.name)).to_be_visible()
    choose(agent, "Kanal", "WhatsApp")
    choose(agent, "Kategori", "Kartu dan ATM")
    agent.get_by_text("Tinggi", exact=True).click()
    agent.get_by_role("textbox", name="Pengaduan", exact=True).fill(TEXT)
    expect(agent.get_by_text("Yang akan terjadi").locator("xpath=ancestor::section")).to_contain_text(re.compile(r"\d{4} \d\d\.\d\d WIB"))
    sound(agent, "new")
    agent.get_by_role("button", name="Catat dan beri tanda terima").click()

    expect(agent.get_by_text("Pengaduan tercatat")).to_be_visible()
    number = agent.get_by_role("heading", level=1).inner_text()
    assert re.fullmatch(r"CASE-\d{4}-[A-Z]{3}-\d{6}", number)
    expect(agent.get_by_text("menunggu dikirim")).to_be_visible()
    sound(agent, "receipt")

    # The newest first: by their due times, cases of the tests before may fill the first page.
    supervisor = open_as("SUPERVISOR", "/cases?view=queue&sort=-created", size=size, theme=theme)
    expect(row(supervisor, number)).to_be_visible()
    sound(supervisor, "queue")
    row(supervisor, number).get_by_role("link").click()
    expect(supervisor.get_by_role("heading", name=number)).to_be_visible()
    supervisor.get_by_role("button", name="Tugaskan").first.click()
    palette = supervisor.get_by_role("dialog", name="Tugaskan kepada")
    palette.get_by_role("combobox").fill(full_name(site, "AGENT"))
    sound(supervisor, "assign")
    supervisor.keyboard.press("Enter")
    expect(supervisor.get_by_text(f"{number} ditugaskan.")).to_be_visible()

    agent.get_by_role("link", name="Buka kasus").click()
    expect(agent.get_by_role("heading", name=number)).to_be_visible()
    note = agent.get_by_role("textbox", name="Catatan")
    note.fill("Sudah minta rekaman CCTV kepada pengelola ATM.")
    agent.get_by_role("button", name="Simpan catatan").click()
    expect(agent.get_by_role("listitem").filter(has_text="Sudah minta rekaman CCTV")).to_be_visible()
    closing = agent.get_by_role("button", name="Tutup kasus")
    expect(closing).to_have_attribute("aria-disabled", "true")
    expect(agent.get_by_text("tanggapan akhir", exact=False).first).to_be_visible()
    sound(agent, "case")

    agent.get_by_role("button", name="Tanggapan akhir").first.click()
    answer = agent.get_by_role("textbox", name="Tanggapan akhir")
    answer.fill("Terlalu singkat.")
    expect(agent.get_by_role("button", name="Kirim tanggapan akhir")).to_be_disabled()
    answer.fill("Dana Rp1.500.000 sudah dikembalikan ke rekening Bapak hari ini.")
    agent.get_by_role("button", name="Kirim tanggapan akhir").click()
    agent.get_by_role("button", name="Kirim sekarang").click()
    expect(agent.get_by_text(f"Tanggapan akhir {number} tersimpan.")).to_be_visible()
    expect(closing).not_to_have_attribute("aria-disabled", "true")
    closing.click()
    dialog = agent.get_by_role("dialog", name=f"Tutup {number}")
    dialog.get_by_role("combobox", name="Penyelesaian").click()
    agent.get_by_role("option", name="Terselesaikan", exact=True).click()
    dialog.get_by_role("button", name="Tutup kasus").click()
    expect(agent.get_by_text(f"{number} ditutup.")).to_be_visible()
    expect(agent.get_by_role("banner").or_(agent.locator("header")).get_by_text("Ditutup").first).to_be_visible()
    sound(agent, "closed")


@pytest.mark.parametrize("live", [False, True], ids=["behind a page that stands still", "behind a page that is renewed under the open dialog"])
def test_what_a_colleague_did_meanwhile_is_shown_before_anything_is_written_over(open_as: OpenPage, site: Site, live: bool) -> None:
    case = opened(site)
    page = open_as("SUPERVISOR", f"/cases/{case['id']}", answers={409})
    expect(page.get_by_role("heading", name=case["case_no"])).to_be_visible()
    if not live:
        page.route("**/api/v1/cases/live", lambda route: route.abort())
    page.get_by_role("button", name="Eskalasi").click()
    now = site.call(site.login("SUPERVISOR"), "GET", f"/cases/{case['id']}")
    terms = {"priority": "CRITICAL", "reason": "Nominal besar.", "version": now["version"]}
    site.call(site.login("SUPERVISOR"), "POST", f"/cases/{case['id']}/terms", terms)
    dialog = page.get_by_role("dialog", name=f"Eskalasi {case['case_no']}")
    if live:
        expect(page.locator("header").get_by_text("Kritis")).to_be_visible()
    dialog.get_by_label("Catatan").fill("Nasabah menelepon lagi.")
    dialog.get_by_role("button", name="Eskalasi").click()

    conflict = page.get_by_role("dialog", name=f"{case['case_no']} baru saja berubah")
    expect(conflict.get_by_role("row").filter(has_text="Prioritas")).to_contain_text(re.compile("Tinggi.*Kritis.*berubah"))
    expect(conflict.get_by_role("row").filter(has_text="Kategori")).to_have_count(0)
    sound_at_both_widths(page, "conflict")
    conflict.get_by_role("button", name="Muat yang terbaru").click()
    expect(page.locator("header").get_by_text("Kritis")).to_be_visible()
    assert site.call(site.login("SUPERVISOR"), "GET", f"/cases/{case['id']}")["escalation_level"] == 0

    # What was typed is there still, and what the comparison showed has been seen.
    expect(dialog.get_by_label("Catatan")).to_have_value("Nasabah menelepon lagi.")
    dialog.get_by_role("button", name="Eskalasi").click()
    expect(dialog).to_be_hidden()
    assert site.call(site.login("SUPERVISOR"), "GET", f"/cases/{case['id']}")["escalation_level"] == 2


def test_of_several_cases_each_answers_for_itself(open_as: OpenPage, site: Site) -> None:
    waiting, new = opened(site), opened(site, cif=CITRA.cif, category_code="TRX_FAIL")
    site.call(site.login("AGENT"), "POST", f"/cases/{waiting['id']}/wait", {"reason_code": "CUSTOMER_DATA", "version": waiting["version"]})
    page = open_as("SUPERVISOR", "/cases?view=queue&sort=-created")
    for case in (waiting, new):
        page.get_by_role("checkbox", name=f"Pilih {case['case_no']}").check()
    bar = page.get_by_role("region", name="Kasus yang dipilih")
    expect(bar).to_contain_text("2 dipilih")
    sound(page, "bulk")
    bar.get_by_role("button", name="Lanjutkan").click()
    page.get_by_role("dialog").get_by_role("button", name="Lanjutkan").click()

    expect(bar.get_by_role("status")).to_have_text("1 berhasil · 1 ditolak, alasannya pada baris")
    expect(page.get_by_role("status", name=new["case_no"])).to_contain_text("Tidak dapat dilakukan selama status kasus “Baru”.")
    expect(page.get_by_role("checkbox", name=f"Pilih {new['case_no']}")).to_be_checked()
    expect(page.get_by_role("checkbox", name=f"Pilih {waiting['case_no']}")).not_to_be_checked()
    expect(row(page, waiting["case_no"])).to_contain_text("Dikerjakan")
    sound_at_both_widths(page, "bulk-refused")


_WHOLE_WORD = "(button) => [button, ...button.querySelectorAll('*')].every((each) => each.scrollWidth <= each.clientWidth)"


def _apart(page: Page, one: Locator, other: Locator) -> None:
    """Neither covers the other, on the branch's screen and on the phone."""
    for width, height in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        expect(one).to_be_in_viewport(ratio=1)
        expect(other).to_be_in_viewport(ratio=1)
        upper, lower = one.bounding_box(), other.bounding_box()
        assert upper and lower and upper["y"] + upper["height"] <= lower["y"], (width, upper, lower)
    page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})


def test_what_was_done_to_several_cases_is_named_and_assigning_them_is_undone(open_as: OpenPage, site: Site) -> None:
    cases = [opened(site, category_code=code) for code in ("CARD_ATM", "TRX_FAIL", "CARD_ATM", "TRX_FAIL")]
    numbers = [case["case_no"] for case in reversed(cases)]
    page = open_as("SUPERVISOR", "/cases?view=queue&sort=-created")
    bar = page.get_by_role("region", name="Kasus yang dipilih")
    notice = page.get_by_role("alert").filter(has_text=numbers[0])

    def chosen(act: str) -> None:
        for number in numbers:
            page.get_by_role("checkbox", name=f"Pilih {number}").check()
        bar.get_by_role("button", name=act).click()

    def owners() -> set[str]:
        return {site.call(site.login("SUPERVISOR"), "GET", f"/cases/{case['id']}")["assignee"]["full_name"] for case in cases}

    agent, supervisor = full_name(site, "AGENT"), full_name(site, "SUPERVISOR")
    chosen("Tugaskan")
    palette = page.get_by_role("dialog", name="Tugaskan kepada")
    palette.get_by_role("combobox").fill(supervisor)
    page.keyboard.press("Enter")
    expect(notice).to_contain_text(f"{', '.join(numbers[:3])} +1 ditugaskan.")
    page.get_by_role("checkbox", name=f"Pilih {numbers[0]}").check()
    _apart(page, notice, bar)
    # A message that the pointer is on stays.
    notice.hover()
    expect(row(page, numbers[0])).to_contain_text(supervisor)
    assert owners() == {supervisor}
    assert notice.get_by_role("button", name="Urungkan").evaluate(_WHOLE_WORD)
    notice.get_by_role("button", name="Urungkan").click()
    expect(page.get_by_text(f"{', '.join(numbers[:3])} +1 kembali ke petugas atau unit semula.")).to_be_visible()
    assert owners() == {agent}

    chosen("Eskalasi")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Catatan").fill("Perlu keputusan kepala cabang.")
    dialog.get_by_role("button", name="Eskalasi").click()
    lasting = page.get_by_role("alert").filter(has_text="dieskalasi")
    expect(lasting).to_contain_text(f"{', '.join(numbers[:3])} +1 dieskalasi. Tidak dapat diurungkan.")
    expect(lasting.get_by_role("button", name="Urungkan")).to_have_count(0)


def test_the_queue_is_worked_without_a_mouse(open_as: OpenPage, site: Site) -> None:
    case = opened(site, priority="CRITICAL")
    page = open_as("SUPERVISOR", f"/cases?q={case['case_no']}")
    expect(row(page, case["case_no"])).to_be_visible()
    page.keyboard.press("j")
    expect(row(page, case["case_no"])).to_be_focused()
    page.keyboard.press(" ")
    expect(page.get_by_role("complementary", name="Intip kasus").get_by_text(TEXT)).to_be_visible()
    sound(page, "peek")
    page.keyboard.press("Escape")
    expect(page.get_by_role("complementary", name="Intip kasus")).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.get_by_role("checkbox", name=f"Pilih {case['case_no']}")).to_be_checked()
    page.keyboard.press("x")
    page.keyboard.press("a")
    palette = page.get_by_role("dialog", name="Tugaskan kepada")
    expect(palette.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(palette).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.get_by_role("dialog", name=f"Eskalasi {case['case_no']}")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("r")
    expect(page.get_by_role("textbox", name="Tanggapan akhir")).to_be_visible()
    page.go_back()
    page.keyboard.press("j")
    page.keyboard.press("o")
    expect(page.get_by_role("heading", name=case["case_no"])).to_be_visible()
