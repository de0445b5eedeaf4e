"""The page as a program of the computer: it can be installed, opens without a connection, and keeps nothing of anybody."""

from __future__ import annotations

import json
from collections.abc import Collection
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.site import Site

_KEPT = """async () => {
  const found = []
  for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) found.push(request.url)
  return found
}"""
_SIZES = """(names) => Promise.all(names.map(async (name) => {
  const picture = await createImageBitmap(await (await fetch(name)).blob())
  return [name, `${picture.width}x${picture.height}`]
}))"""
_CONTROLLED = "() => navigator.serviceWorker.controller !== null"


def _kept(page: Page) -> set[str]:
    return {urlsplit(address).path for address in page.evaluate(_KEPT)}


def _opened(open_as: OpenPage, answers: Collection[int] = ()) -> Page:
    page = open_as("AGENT", "/customers", keeps=True, answers=answers)
    expect(page.get_by_role("heading", name="Cari nasabah", level=1)).to_be_visible()
    page.wait_for_function(_CONTROLLED)
    return page


def test_the_browser_finds_nothing_that_keeps_the_page_from_being_installed(open_as: OpenPage) -> None:
    page = _opened(open_as)
    inspector = page.context.new_cdp_session(page)
    found = inspector.send("Page.getAppManifest")
    manifest = json.loads(found["data"])

    assert found["errors"] == []
    assert (manifest["name"], manifest["lang"], manifest["display"], manifest["start_url"]) == ("Simpul", "id", "standalone", "/")
    pictures = [icon for icon in manifest["icons"] if icon["type"] == "image/png"]
    assert {(icon["sizes"], icon["purpose"]) for icon in pictures} == {(size, use) for size in ("192x192", "512x512") for use in ("any", "maskable")}
    assert dict(page.evaluate(_SIZES, [icon["src"] for icon in pictures])) == {icon["src"]: icon["sizes"] for icon in pictures}
    assert page.evaluate(_SIZES, [page.locator('link[rel="apple-touch-icon"]').get_attribute("href")]) == [["/apple-touch-icon.png", "180x180"]]
    # A test's window is a private one, and only this speaks against it.
    errors = inspector.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error["errorId"] for error in errors if error["errorId"] != "in-incognito"] == []


def test_the_worker_and_the_manifest_are_asked_for_anew_each_time(open_as: OpenPage, site: Site) -> None:
    page = open_as(None, "/sign-in")
    told = {path: page.request.get(path).headers for path in ("/sw.js", "/manifest.webmanifest")}

    assert {path: headers["cache-control"] for path, headers in told.items()} == {"/sw.js": "no-cache", "/manifest.webmanifest": "no-cache"}
    assert told["/sw.js"]["content-type"].split(";")[0] in ("text/javascript", "application/javascript")
    assert told["/manifest.webmanifest"]["content-type"].split(";")[0] == "application/manifest+json"


def test_without_a_connection_the_shell_opens_and_says_so_and_comes_back_by_itself(open_as: OpenPage) -> None:
    page = _opened(open_as, {0})
    page.reload()
    expect(page.get_by_role("heading", name="Cari nasabah", level=1)).to_be_visible()
    assert str(page.evaluate("() => navigator.serviceWorker.controller.scriptURL")).endswith("/sw.js")

    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", name="Tidak ada koneksi", level=1)).to_be_visible()

    page.context.set_offline(False)
    expect(page.get_by_role("heading", name="Cari nasabah", level=1)).to_be_visible()


def test_what_is_kept_is_the_program_alone_before_and_after_signing_out(open_as: OpenPage) -> None:
    # The session that has just been ended answers 401.
    page = _opened(open_as, {401})
    page.goto("/cases")
    expect(page.get_by_role("heading", name="Kasus", level=1)).to_be_visible()
    before = _kept(page)

    page.get_by_role("button", name="Akun saya:").click()
    page.get_by_text("Keluar", exact=True).click()
    page.wait_for_url("**/sign-in**")

    assert {"/", "/boot.js", "/manifest.webmanifest"} <= before
    assert [path for path in before if not path.startswith("/assets/") and path.count("/") > 1] == []
    assert _kept(page) == before
    shell = page.evaluate("async () => (await caches.match('/')).text()")
    assert "csrf" not in shell.lower()


def test_a_newer_version_is_offered_and_takes_no_typed_text_away(open_as: OpenPage) -> None:
    page = _opened(open_as)
    # It may have been told already while the program was loading; what is looked for is typed afterwards.
    page.locator("[data-page-search]").fill("Siti Lub")

    page.evaluate(
        """async () => {
          const cache = await caches.open('simpul-shell-newer')
          await cache.put('/', new Response('<script type="module" src="/assets/another.js"></script>'))
          navigator.serviceWorker.dispatchEvent(new Event('controllerchange'))
        }"""
    )

    expect(page.get_by_text("Versi baru tersedia: muat ulang")).to_be_visible()
    expect(page.locator("[data-page-search]")).to_have_value("Siti Lub")
    with page.expect_navigation():
        page.get_by_role("button", name="Muat ulang").click()
