"""Signing in, being refused, being locked out, and coming back."""

from __future__ import annotations

import re

from playwright.sync_api import Route, TimeoutError, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.checks import settle
from tests.e2e.harness.pages import fill_sign_in
from tests.e2e.harness.site import Site

WRONG = "Nama pengguna atau kata sandi salah. Periksa huruf besar dan coba lagi."


def test_the_right_password_opens_the_home_page_of_the_role(open_as: OpenPage, site: Site) -> None:
    page = open_as(None)
    expect(page.get_by_role("heading", name="Masuk ke Simpul")).to_be_visible()
    assert page.title() == "Masuk · Simpul"

    fill_sign_in(page, site.login("COMPLIANCE"))

    expect(page.get_by_role("heading", name="Jejak audit", level=1)).to_be_visible()
    assert page.url == f"{site.url}/audit"


def test_a_wrong_password_says_so_without_naming_which_part_was_wrong(open_as: OpenPage, site: Site) -> None:
    page = open_as(None, answers={400})

    fill_sign_in(page, site.login("AGENT"), password="bukan-kata-sandinya")

    expect(page.get_by_role("alert")).to_have_text(WRONG)
    expect(page.get_by_label("Nama pengguna")).to_be_focused()
    assert page.context.cookies(site.url + "/") and not [each for each in page.context.cookies() if each["name"].startswith("simpul_session")]


def test_a_blank_form_names_the_field_to_fill_and_asks_nothing_of_the_server(open_as: OpenPage) -> None:
    page = open_as(None)
    tried: list[str] = []
    page.on("request", lambda request: tried.append(request.url) if request.method == "POST" else None)
    page.get_by_role("button", name="Masuk", exact=True).click()

    expect(page.get_by_label("Nama pengguna")).to_have_accessible_description("Isi nama pengguna Anda.")
    expect(page.get_by_label("Nama pengguna")).to_be_focused()
    page.get_by_label("Nama pengguna").fill("agent")
    page.get_by_role("button", name="Masuk", exact=True).click()

    expect(page.get_by_label("Kata sandi", exact=True)).to_have_accessible_description("Isi kata sandi Anda.")
    expect(page.get_by_label("Kata sandi", exact=True)).to_be_focused()
    assert tried == []


def test_the_sixth_failure_is_locked_out_with_a_countdown_that_ends(open_as: OpenPage, site: Site) -> None:
    page = open_as(None, answers={400, 429}, alone=True)
    page.clock.install()
    page.get_by_label("Nama pengguna").fill("tamu.tak.dikenal")
    page.get_by_label("Kata sandi", exact=True).fill("bukan-kata-sandinya")
    button = page.get_by_role("button", name="Masuk", exact=True)
    for left in (4, 3, 2, 1, 0):
        with page.expect_response("**/auth/login"):
            button.click()
        words = f"Nama pengguna atau kata sandi salah. Sisa {left} percobaan sebelum ditutup sementara." if left in (1, 2) else WRONG
        expect(page.get_by_role("alert")).to_have_text(words)

    button.click()

    notice = page.get_by_role("alert")
    for words in ("Dibuka kembali dalam ", "5 kali gagal", "Kata sandi Anda tidak berubah", "administrator Simpul"):
        expect(notice).to_contain_text(words)
    expect(button).to_be_disabled()
    page.clock.fast_forward("01:02")
    expect(button).to_be_enabled()


def test_an_ended_session_leads_back_to_the_page_it_was_on(open_as: OpenPage, site: Site) -> None:
    person = site.twin("COMPLIANCE", "tamara.kembali")
    page = open_as(person, "/audit?outcome=DENIED", answers={401})
    expect(page.get_by_role("heading", name="Jejak audit", level=1)).to_be_visible()
    # What is still under way would find the session gone before the user does anything.
    settle(page, quiet=0.5)
    site.end_sessions(person)

    page.get_by_role("button", name="Hasil: Ditolak").click()
    page.get_by_role("option", name="Gagal").click()

    expect(page.get_by_role("status")).to_have_text("Sesi Anda sudah berakhir. Masuk lagi untuk kembali ke halaman terakhir.")
    fill_sign_in(page, person)
    expect(page.get_by_role("button", name="Hasil: Gagal")).to_be_visible()
    assert page.url == f"{site.url}/audit?outcome=FAILED"


def test_the_session_warns_a_minute_before_it_ends_and_stays_on_request(open_as: OpenPage, site: Site) -> None:
    page = open_as("COMPLIANCE", "/profile", alone=True)
    page.clock.install()
    page.reload()  # so that the page's own timers run on this clock
    expect(page.get_by_role("heading", name="Profil", level=1)).to_be_visible()
    expect(page.get_by_text("Sesi ini")).to_be_visible()
    settle(page, quiet=0.5)
    # A request that is answered after the leap counts as activity at its end: what is asked from here on waits for the warning,
    # and an answer that was under way puts the end off; small steps cannot pass over the minute of the warning.
    held: list[Route] = []
    warned = False
    page.route("**/*", lambda route: route.continue_() if warned else held.append(route))
    dialog = page.get_by_role("dialog", name="Sesi hampir berakhir")
    page.clock.fast_forward("13:15")
    for _ in range(60):
        try:
            dialog.wait_for(timeout=1_000)
            break
        except TimeoutError:
            page.clock.fast_forward("00:15")

    expect(dialog.get_by_role("timer")).to_have_text(re.compile(r"^0:[1-5]\d$"))
    warned = True
    for each in held:
        each.continue_()
    dialog.get_by_role("button", name="Tetap masuk").click()

    expect(dialog).to_be_hidden()


def test_signing_out_closes_the_way_back(open_as: OpenPage, site: Site) -> None:
    page = open_as(site.twin("DIRECTOR", "dodi.keluar"), answers={401})
    page.get_by_role("button", name="Akun saya: Dodi Keluar").click()
    page.get_by_role("button", name="Keluar", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Anda sudah keluar.")

    page.goto("/audit")

    expect(page.get_by_role("heading", name="Masuk ke Simpul")).to_be_visible()
    assert page.url == f"{site.url}/sign-in?next=%2Faudit"


def test_the_demonstration_lets_anybody_play_a_role_and_switch_it(open_as: OpenPage, site: Site) -> None:
    # Signing in over another session is refused first, which makes the page end that session.
    page = open_as(None, "/sign-in", answers={409})
    players = page.get_by_role("complementary", name="Masuk sebagai pengguna peragaan")
    players.get_by_role("button").filter(has_text=re.compile(rf"{site.login('SUPERVISOR').username}$")).click()
    expect(page.get_by_role("heading", name="Kasus", level=1)).to_be_visible()

    page.get_by_role("button", name="Akun saya:").click()
    page.get_by_role("button", name="Ganti peran demo").click()
    page.get_by_role("dialog", name="Ganti peran demo").get_by_role("button").filter(has_text=re.compile(rf"{site.login('DIRECTOR').username}$")).click()

    expect(page.get_by_role("heading", name="Selamat datang", level=1)).to_be_visible()
