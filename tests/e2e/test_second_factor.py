"""A second step at sign-in, from the first scan to the last recovery code, and passkeys on a device that Chromium plays."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import PHONE
from tests.e2e.harness.checks import violations, wider_than_the_screen
from tests.e2e.harness.pages import fill_sign_in
from tests.e2e.harness.site import Login, Site
from tests.support.second_factor import totp


@pytest.fixture
def director_must(site: Site) -> Iterator[None]:
    """Directors may not work without a second step."""
    person = site.user_id(site.login("ADMIN"))
    site.write("INSERT INTO iam.settings (key, value, changed_by) VALUES ('signin.mfa_roles', %s, %s)", json.dumps(["DIRECTOR"]), person)
    yield
    site.write("DELETE FROM iam.settings WHERE key = 'signin.mfa_roles'")


def secret_on(page: Page) -> str:
    """The key that is shown for typing."""
    expect(page.get_by_role("img", name="Kode QR untuk aplikasi autentikator")).to_be_visible()
    return page.locator("[data-secret]").inner_text().replace(" ", "")


def prove(page: Page, secret: str) -> None:
    page.get_by_label("Kode 6 angka", exact=True).fill(totp(secret))
    page.get_by_role("button", name="Aktifkan", exact=True).click()


def keep_codes(page: Page) -> list[str]:
    """The recovery codes, kept."""
    listed = page.get_by_role("list", name="Kode pemulihan").get_by_role("listitem")
    expect(listed).to_have_count(10)
    codes = listed.all_inner_texts()
    page.get_by_role("button", name="Saya sudah menyimpannya").click()
    return codes


def enter_code(page: Page, code: str) -> None:
    expect(page.get_by_role("heading", name="Langkah kedua")).to_be_visible()
    page.get_by_label("Kode 6 angka 1").click()
    page.keyboard.type(code)


def recover(page: Page, code: str) -> None:
    page.get_by_role("button", name="Pakai kode pemulihan").click()
    page.get_by_label("Kode pemulihan").fill(code)
    page.get_by_role("button", name="Lanjutkan").click()


def confirm_identity(page: Page, person: Login) -> None:
    dialog = page.get_by_role("dialog", name="Pastikan ini Anda")
    dialog.get_by_label("Kata sandi", exact=True).fill(person.password)
    dialog.get_by_role("button", name="Lanjutkan").click()


def test_an_authenticator_application_from_set_up_to_removal(open_as: OpenPage, site: Site) -> None:
    person = site.twin("COMPLIANCE", "tono.totp")
    page = open_as(person, "/profile", answers={400, 401, 404})
    page.get_by_role("button", name="Siapkan Aplikasi autentikator").click()
    prove(page, secret_on(page))
    codes = keep_codes(page)
    expect(page.get_by_text("Tersisa 10 dari 10.")).to_be_visible()

    other = open_as(None, "/sign-in", answers={400, 401})
    fill_sign_in(other, person)
    enter_code(other, "000000")
    expect(other.get_by_role("alert")).to_have_text("Kode salah atau sudah lewat. Masukkan kode yang terbaru.")
    for place in range(1, 7):
        expect(other.get_by_label(f"Kode 6 angka {place}")).to_have_value("")
    expect(other.get_by_label("Kode 6 angka 1")).to_be_focused()
    recover(other, codes[0])
    expect(other.get_by_role("heading", name="Jejak audit", level=1)).to_be_visible()

    third = open_as(None, "/sign-in", answers={400, 401})
    fill_sign_in(third, person)
    recover(third, codes[0])
    expect(third.get_by_role("alert")).to_have_text("Kode pemulihan salah atau sudah dipakai. Masukkan kode lain dari daftar Anda.")

    other.goto("/profile")
    expect(other.get_by_text("Tersisa 9 dari 10.")).to_be_visible()
    other.get_by_role("button", name="Hapus Aplikasi autentikator").click()
    other.get_by_role("dialog").get_by_role("button", name="Hapus", exact=True).click()
    confirm_identity(other, person)
    expect(other.get_by_role("button", name="Siapkan Aplikasi autentikator")).to_be_visible()


def test_a_passkey_signs_in_without_a_password(open_as: OpenPage, site: Site) -> None:
    person = site.twin("COMPLIANCE", "pia.passkey")
    page = open_as(None, "/sign-in", answers={401, 404}, alone=True)
    # Browsers give passkeys to names only, so the site is opened by its other one.
    home = site.url.replace("127.0.0.1", "localhost")
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": {**options, "automaticPresenceSimulation": True}})
    page.goto(f"{home}/sign-in?next=%2Fprofile")
    fill_sign_in(page, person)
    page.get_by_role("button", name="Tambah passkey").click()
    page.get_by_role("dialog").get_by_label("Nama").fill("Laptop kantor")
    page.get_by_role("dialog").get_by_role("button", name="Tambah passkey").click()
    keep_codes(page)
    expect(page.get_by_text("Laptop kantor")).to_be_visible()

    page.context.clear_cookies()
    page.goto(f"{home}/sign-in?next=%2Fprofile")
    page.get_by_role("button", name="Masuk dengan passkey").click()

    expect(page.get_by_role("heading", name="Profil", level=1)).to_be_visible()
    expect(page.get_by_text("masuk dengan passkey")).to_be_visible()
    page.get_by_role("button", name="Ganti nama Laptop kantor").click()
    page.get_by_role("dialog").get_by_label("Nama").fill("Laptop rumah")
    page.get_by_role("dialog").get_by_role("button", name="Ganti nama").click()
    confirm_identity(page, person)
    expect(page.get_by_text("Laptop rumah")).to_be_visible()
    page.get_by_role("button", name="Hapus Laptop rumah").click()
    page.get_by_role("dialog").get_by_role("button", name="Hapus", exact=True).click()
    expect(page.get_by_role("button", name="Hapus Laptop rumah")).to_be_hidden()


def test_who_must_have_a_second_step_is_led_to_it_and_then_on(open_as: OpenPage, site: Site, director_must: None) -> None:
    person = site.twin("DIRECTOR", "wati.wajib")
    page = open_as(person, "/profile", answers={401, 404})
    expect(page.get_by_role("heading", name="Satu langkah lagi untuk melindungi akun Anda")).to_be_visible()
    assert page.url == f"{site.url}/set-up?next=%2Fprofile"
    assert violations(page) == []

    page.get_by_role("button", name=re.compile("^Aplikasi autentikator")).click()
    prove(page, secret_on(page))
    keep_codes(page)
    page.get_by_role("button", name="Mulai bekerja").click()

    expect(page.get_by_role("heading", name="Profil", level=1)).to_be_visible()
    expect(page.get_by_text("Wajib untuk peran Anda")).to_be_visible()


def test_who_is_at_work_when_it_becomes_a_must_is_led_to_it_and_back(open_as: OpenPage, site: Site, request: pytest.FixtureRequest) -> None:
    person = site.twin("DIRECTOR", "kiki.kerja")
    page = open_as(person, "/profile", answers={403, 404})
    expect(page.get_by_role("heading", name="Profil", level=1)).to_be_visible()
    request.getfixturevalue("director_must")

    page.get_by_role("link", name="Laporan pengaduan").click()

    expect(page.get_by_role("heading", name="Satu langkah lagi untuk melindungi akun Anda")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Aplikasi autentikator")).click()
    prove(page, secret_on(page))
    keep_codes(page)
    page.get_by_role("button", name="Mulai bekerja").click()
    expect(page.get_by_role("heading", name="Laporan pengaduan", level=1)).to_be_visible()
    expect(page.get_by_role("columnheader", name="Diterima").first).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_forced_page_fits_a_phone_in_both_themes(open_as: OpenPage, site: Site, director_must: None, theme: str) -> None:
    person = site.twin("DIRECTOR", f"telepon.{theme}")
    page = open_as(person, "/", size=PHONE, theme=theme, answers={404})
    page.get_by_role("button", name=re.compile("^Aplikasi autentikator")).click()
    secret_on(page)

    assert violations(page) == []
    assert wider_than_the_screen(page) == []


def test_a_temporary_password_is_changed_first(open_as: OpenPage, site: Site) -> None:
    person = site.twin("DIRECTOR", "sinta.sementara")
    site.write("UPDATE iam.users SET must_change_password = true WHERE user_id = %s", site.user_id(person))
    page = open_as(person, "/profile", answers={422})
    expect(page.get_by_role("heading", name="Buat kata sandi Anda sendiri")).to_be_visible()
    page.get_by_label("Kata sandi sekarang", exact=True).fill(person.password)
    for password, refused in (("danau-toba", True), ("perahu kayu di danau", False)):
        page.get_by_label("Kata sandi baru", exact=True).fill(password)
        page.get_by_label("Ulangi kata sandi baru", exact=True).fill(password)
        page.get_by_role("button", name="Ganti kata sandi").click()
        if refused:
            expect(page.get_by_text("Pakai paling sedikit 12 karakter").first).to_be_visible()

    expect(page.get_by_role("heading", name="Profil", level=1)).to_be_visible()
