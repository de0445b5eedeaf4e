"""A lead from the queue of a branch to a won opportunity: by drag, by keyboard, with the way back, and beside a colleague's change."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import PHONE
from tests.e2e.harness.checks import violations, wider_than_the_screen
from tests.e2e.harness.site import Site
from tests.sales.looks import customer_of_rm, lead_of, queued_lead


def _column(page: Page, key: str) -> Locator:
    return page.locator(f"[data-column={key}]")


def _card(place: Page | Locator, name: str) -> Locator:
    page = place.page if isinstance(place, Locator) else place
    return place.locator("[data-card]").filter(has=page.get_by_role("link", name=name, exact=True))


def test_a_lead_is_moved_by_drag_and_by_keyboard_and_taken_back(open_as: OpenPage, site: Site) -> None:
    lead = lead_of(site, 20, "Kredit usaha bengkel motor", value="40000000")
    name = lead["customer"]["name"]
    page = open_as("RM", "/leads")
    card = _card(page, name)
    # Only where it may go: a new lead is not qualified at once.
    card.drag_to(_column(page, "QUALIFIED"))
    expect(_card(_column(page, "NEW"), name)).to_be_visible()
    card.drag_to(_column(page, "CONTACTED"))
    expect(_card(_column(page, "CONTACTED"), name)).to_be_visible()
    expect(page.get_by_text(f"{name} dipindahkan ke Dihubungi").first).to_be_visible()

    # The menu of the card offers what the server offers, and the card keeps the focus.
    title = page.get_by_role("link", name=name, exact=True)
    title.focus()
    page.keyboard.press("m")
    menu = page.get_by_role("menu")
    expect(menu.get_by_role("menuitem")).to_have_text([move["title"] for move in site.call(site.login("RM"), "GET", f"/leads/{lead['id']}")["moves"]])
    menu.get_by_role("menuitem", name="Memenuhi syarat").press("Enter")
    expect(_card(_column(page, "QUALIFIED"), name)).to_be_visible()
    expect(page.get_by_role("status").filter(has_text=f"{name} dipindahkan ke Memenuhi syarat")).to_have_count(1)
    expect(title).to_be_focused()

    page.get_by_role("button", name="Urungkan").last.click()
    expect(_card(_column(page, "CONTACTED"), name)).to_be_visible()
    [kept] = site.rows("SELECT status FROM crm.leads WHERE lead_id = %s", lead["id"])
    assert kept == {"status": "CONTACTED"}


def test_a_card_is_let_go_on_an_end_and_says_why(open_as: OpenPage, site: Site) -> None:
    lead = lead_of(site, 29, "Asuransi kendaraan dinas", days=300)
    name = lead["customer"]["name"]
    page = open_as("RM", "/leads")
    card = _card(page, name)
    card.scroll_into_view_if_needed()
    card.hover()
    page.mouse.down()
    # The ends show only while a card is on its way.
    _column(page, "CLOSED").hover()
    end = page.locator("[data-end=CLOSED_LOST]")
    expect(end).to_be_visible()
    expect(page.locator("[data-end=CLOSED_WON]")).to_have_count(0)
    end.hover()
    page.mouse.up()
    form = page.get_by_role("dialog", name=re.compile("^Gagal: "))
    form.get_by_role("button", name="Gagal").click()
    expect(form.get_by_text("Wajib diisi.")).to_be_visible()
    form.get_by_role("combobox", name="Alasan gagal").click()
    page.get_by_role("option").first.click()
    form.get_by_role("button", name="Gagal").click()
    expect(page.get_by_text(f"{name} dipindahkan ke Gagal").first).to_be_visible()
    expect(card).to_have_count(0)
    page.get_by_role("button", name="Tampilkan", exact=True).click()
    expect(_card(_column(page, "CLOSED"), name)).to_be_visible()


def test_arrows_lead_from_card_to_card(open_as: OpenPage, site: Site) -> None:
    first = lead_of(site, 21, "Tabungan haji keluarga", days=400)["customer"]["name"]
    second = lead_of(site, 22, "Tabungan umrah", days=399)["customer"]["name"]
    beside = lead_of(site, 23, "Giro perusahaan", "contact", days=400)["customer"]["name"]
    page = open_as("RM", "/leads")
    expect(_card(page, second)).to_be_visible()
    page.keyboard.press("j")
    expect(page.get_by_role("link", name=first, exact=True)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name=second, exact=True)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("link", name=beside, exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=beside, level=1)).to_be_visible()


def test_what_a_colleague_changed_meanwhile_is_compared_and_nothing_typed_is_lost(open_as: OpenPage, site: Site) -> None:
    rm = site.login("RM")
    lead = lead_of(site, 24, "Kredit pertanian kopi", "contact", value="30000000")
    name = lead["customer"]["name"]
    page = open_as("RM", "/leads", answers={409})
    _card(page, name).get_by_role("button", name=f"Pindahkan: {name}").click()
    page.get_by_role("menuitem", name="Kembalikan ke Baru").click()
    form = page.get_by_role("dialog", name=re.compile("^Kembalikan ke Baru"))
    form.get_by_role("button", name="Kembalikan ke Baru").click()
    expect(form.get_by_text("Paling sedikit 5 huruf.")).to_be_visible()
    form.get_by_label("Alasan").fill("Nomornya ternyata salah.")
    change = {"version": lead["version"], "interest": "Kredit pertanian kopi dan kakao", "estimated_value": "45000000"}
    site.call(rm, "PATCH", f"/leads/{lead['id']}", change)
    form.get_by_role("button", name="Kembalikan ke Baru").click()

    compared = page.get_by_role("dialog", name="Baru saja diubah orang lain")
    expect(compared.get_by_role("row").filter(has_text="Kredit pertanian kopi dan kakao")).to_be_visible()
    compared.get_by_role("button", name="Tinjau dahulu").click()
    # The card shows what stands now, in the column where it was.
    expect(_card(_column(page, "CONTACTED"), name)).to_contain_text("kopi dan kakao")
    expect(form.get_by_label("Alasan")).to_have_value("Nomornya ternyata salah.")
    form.get_by_role("button", name="Kembalikan ke Baru").click()
    expect(page.get_by_text(f"{name} dipindahkan ke Baru").first).to_be_visible()
    expect(_card(_column(page, "NEW"), name)).to_be_visible()
    [kept] = site.rows("SELECT status, interest FROM crm.leads WHERE lead_id = %s", lead["id"])
    assert kept == {"status": "NEW", "interest": "Kredit pertanian kopi dan kakao"}


def test_a_qualified_lead_becomes_an_opportunity_that_is_won_and_the_forecast_agrees_with_the_board(open_as: OpenPage, site: Site) -> None:
    lead = lead_of(site, 25, "KPR rumah kedua", "contact", "qualify", value="300000000")
    name = lead["customer"]["name"]
    page = open_as("RM", f"/leads/{lead['id']}")
    page.get_by_role("button", name="Jadikan peluang").click()
    form = page.get_by_role("dialog", name=re.compile("^Jadikan peluang"))
    expect(form.get_by_label("Minat produk")).to_have_value("KPR rumah kedua")
    form.get_by_label("Perkiraan nilai").fill("320000000")
    form.get_by_role("button", name="Jadikan peluang").click()
    expect(page.get_by_role("link", name="Buka prospek")).to_be_visible()

    page.goto("/opportunities")
    card = _card(_column(page, "NEW"), name)
    card.drag_to(_column(page, "NEGOTIATION"))
    expect(_card(_column(page, "NEGOTIATION"), name)).to_be_visible()
    expect(_card(_column(page, "NEGOTIATION"), name)).to_contain_text("75 %")
    totals = [page.locator(f"[data-total={each}]").inner_text() for each in ("value", "weighted")]
    page.goto("/sales/forecast?months=12")
    for series, total in zip(("value", "weighted"), totals, strict=True):
        expect(page.locator(f"td[data-series={series}]").first).to_be_visible()
        months = [int(re.sub(r"\D", "", each.inner_text())) for each in page.locator(f"td[data-series={series}]").all()]
        assert sum(months) == int(re.sub(r"\D", "", total.split(",")[0]))

    page.goto("/opportunities")
    _card(page, name).get_by_role("button", name=f"Pindahkan: {name}").click()
    page.get_by_role("menuitem", name="Berhasil").click()
    form = page.get_by_role("dialog", name=re.compile("^Berhasil"))
    form.get_by_role("button", name="Berhasil").click()
    expect(form.get_by_text("Wajib diisi.")).to_be_visible()
    form.get_by_role("combobox", name="Produk yang diambil").click()
    page.get_by_role("option").first.click()
    form.get_by_role("button", name="Berhasil").click()
    expect(page.get_by_text(f"{name} dipindahkan ke Berhasil").first).to_be_visible()
    expect(_card(page, name)).to_have_count(0)
    [kept] = site.rows("SELECT o.stage, l.status FROM crm.opportunities o JOIN crm.leads l USING (lead_id) WHERE lead_id = %s", lead["id"])
    assert kept == {"stage": "CLOSED_WON", "status": "CLOSED_WON"}


def test_a_supervisor_hands_out_the_queue_of_the_branch(open_as: OpenPage, site: Site) -> None:
    waiting = queued_lead(site, 26, "Tabungan dari acara kampus")
    name = site.rows("SELECT full_name FROM iam.users WHERE username = %s", site.login("RM").username)[0]["full_name"]
    page = open_as("SUPERVISOR", "/leads?view=list")
    page.get_by_role("button", name="Antrean cabang").click()
    expect(page).to_have_url(re.compile("unassigned=yes"))
    row = page.get_by_role("row").filter(has_text="Tabungan dari acara kampus")
    row.get_by_role("checkbox").check()
    page.get_by_role("region", name="Tindakan untuk yang dipilih").get_by_role("button", name="Tugaskan").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox", name="Kepada").click()
    page.get_by_role("option", name=name).click()
    dialog.get_by_role("button", name="Tugaskan").click()
    expect(row).to_have_count(0)
    [kept] = site.rows("SELECT assigned_to::text AS owner FROM crm.leads WHERE lead_id = %s", waiting)
    assert kept == {"owner": str(site.user_id(site.login("RM")))}


def test_on_the_phone_a_lead_is_recorded_and_moved_by_its_menu(open_as: OpenPage, site: Site) -> None:
    customer = customer_of_rm(site, 27)
    page = open_as("RM", f"/leads?new=yes&customer={customer['id']}", size=PHONE)
    form = page.get_by_role("dialog", name="Catat prospek")
    expect(form.get_by_text(customer["name"])).to_be_visible()
    form.get_by_role("button", name="Simpan").click()
    expect(form.get_by_text("Isi minat nasabah, atau pilih produknya.")).to_be_visible()
    form.get_by_label("Minat", exact=True).fill("Pinjaman renovasi warung")
    form.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("heading", name=customer["name"], level=1)).to_be_visible()
    page.goto("/leads")
    _card(page, customer["name"]).get_by_role("button", name=f"Pindahkan: {customer['name']}").click()
    page.get_by_role("menuitem", name="Sudah dihubungi").click()
    expect(_card(page, customer["name"])).to_have_count(0)
    page.get_by_role("group", name="Kolom yang tampil").get_by_role("button", name=re.compile("^Dihubungi")).click()
    expect(_card(page, customer["name"])).to_be_visible()
    assert [*wider_than_the_screen(page), *violations(page)] == []


def test_an_agent_records_a_lead_and_learns_whose_it_is(open_as: OpenPage, site: Site) -> None:
    customer = customer_of_rm(site, 28)
    owner = site.rows("SELECT full_name FROM iam.users WHERE username = %s", site.login("RM").username)[0]["full_name"]
    page = open_as("AGENT", f"/leads?new=yes&customer={customer['id']}")
    form = page.get_by_role("dialog", name="Catat prospek")
    form.get_by_label("Minat", exact=True).fill("Bertanya tentang deposito")
    form.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text(f"Prospek tercatat, ditugaskan kepada {owner}")).to_be_visible()


def test_a_view_of_leads_is_saved_shared_and_opens_the_list_of_a_colleague(open_as: OpenPage, site: Site) -> None:
    page = open_as("SUPERVISOR", "/leads?view=list&status=NEW&sort=-value")
    page.get_by_role("button", name="Simpan sebagai tampilan baru").click()
    form = page.get_by_role("dialog", name="Simpan sebagai tampilan baru")
    form.get_by_label("Nama tampilan").fill("Baru, paling bernilai")
    form.get_by_label("Bagikan kepada rekan di cabang saya").check()
    form.get_by_role("button", name="Simpan").click()
    saved = page.get_by_role("group", name="Tampilan tersimpan")
    expect(saved.get_by_role("button", name="Baru, paling bernilai")).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(re.compile("saved="))

    manager = open_as("RM", "/leads?view=list")
    manager.get_by_role("group", name="Tampilan tersimpan").get_by_role("button", name="Baru, paling bernilai").click()
    expect(manager).to_have_url(re.compile("status=NEW"))
    manager.get_by_role("button", name="Kelola tampilan").click()
    expect(manager.get_by_role("menuitem", name="Hapus tampilan")).to_have_count(0)
    manager.get_by_role("menuitem", name="Buka daftar dengan tampilan ini").click()
    manager.goto("/leads")
    expect(manager).to_have_url(re.compile("sort=-value"))

    page.get_by_role("button", name="Kelola tampilan").click()
    page.get_by_role("menuitem", name="Hapus tampilan").click()
    page.get_by_role("dialog").get_by_role("button", name="Hapus tampilan").click()
    expect(saved).to_have_count(0)
