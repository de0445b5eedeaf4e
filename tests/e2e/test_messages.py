"""Messages to customers: an administrator connects a provider and tries it, and whoever serves the customer reads what was sent."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.pages import BUDI, customer_id
from tests.e2e.harness.site import Site
from tests.messaging.browsing import mail_sent
from tests.support.sandbox import running_sandbox


def test_a_provider_is_connected_and_tried_and_its_mail_is_read_in_the_customers_record(open_as: OpenPage, site: Site, tmp_path: Path) -> None:
    with running_sandbox(tmp_path) as sandbox:
        own = sandbox.accounts["SMTP"]
        page = open_as("ADMIN", "/message-providers", answers={422})
        page.get_by_role("button", name="Tambah penyedia").click()
        form = page.get_by_role("dialog", name="Tambah penyedia")
        form.get_by_label("Nama", exact=True).fill("Server surat cabang")
        form.get_by_label("Kunci", exact=True).fill("surat-cabang")
        form.get_by_label("Server", exact=True).fill("127.0.0.1")
        form.get_by_label("Porta").fill(str(sandbox.smtp_port))
        form.get_by_label("Nama pengguna").fill(own["settings"]["user_name"])
        form.get_by_label("Alamat pengirim", exact=True).fill("layanan@bank.example")
        form.get_by_role("combobox", name="Keamanan").click()
        page.get_by_role("option", name="Tanpa enkripsi").click()
        form.get_by_role("button", name="Simpan").click()
        # The refusal stands at its own field, and what was typed stays.
        expect(form.get_by_text("Wajib diisi.")).to_be_visible()
        form.get_by_role("textbox", name="Kata sandi").fill(own["secrets"]["password"])
        form.get_by_role("button", name="Simpan").click()
        mine = page.get_by_role("listitem").filter(has_text="Server surat cabang")
        expect(mine).to_contain_text("Belum pernah mengirim")

        mine.get_by_role("button", name="Kirim pesan uji").click()
        trial = page.get_by_role("dialog", name="Kirim pesan uji: Server surat cabang")
        trial.get_by_label("Alamat e-mail").fill("admin@bank.example")
        trial.get_by_role("button", name="Kirim uji").click()
        expect(trial.get_by_role("status")).to_contain_text("Diterima penyedia")
        assert [(each["recipient"], each["title"]) for each in sandbox.messages()] == [("admin@bank.example", "Pesan uji")]

        mail_sent(site, {"value.number": "PGD-2026-0001", "value.text": "Biaya ganda sudah kami kembalikan."})
        agent = open_as("AGENT", f"/customers/{customer_id(site, BUDI.cif)}?tab=messages&kind=EMAIL")
        agent.get_by_role("button", name="Buka isi: E-mail, Layanan").first.click()
        opened = agent.get_by_role("dialog", name="E-mail, Layanan")
        expect(opened).to_contain_text("@")
        expect(agent.frame_locator('iframe[title="Isi pesan"]').get_by_text("Biaya ganda sudah kami kembalikan.")).to_be_visible()
