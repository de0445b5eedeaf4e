"""The organisation's own sign-in: from the button to its provider and back, signed in; or told why not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.conftest import WORKER
from tests.e2e.harness.browser import PHONE, Contexts
from tests.e2e.harness.checks import violations, wider_than_the_screen
from tests.e2e.harness.site import Server, Site
from tests.support import oidc

FILE = """
[provider.kantor]
name = "Kantor Pusat"
issuer = "http://127.0.0.1:{port}"
client_id = "simpul"
client_secret = "rahasia"
roles = [{{ claim = "groups", value = "crm-kepatuhan", role = "COMPLIANCE" }}]
"""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with oidc.provider() as number:
        yield number


@pytest.fixture(scope="module")
def office(port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that knows the provider."""
    directory = tmp_path_factory.mktemp("office")
    (directory / "oidc.toml").write_text(FILE.format(port=port))
    server = Server(f"simpul_test_{WORKER}_office", directory, SIMPUL_OIDC_FILE=str(directory / "oidc.toml"))
    yield server.site
    server.stop()


@pytest.fixture
def door(office: Site, contexts: Contexts) -> Iterator[Page]:
    """The sign-in page of the site. What the provider's own page looks like is nobody's matter here."""
    opened = contexts.open_page(office.url, [], answers={401}, alone=True)
    opened.context.route("https://**", lambda route: _nothing(route))
    opened.page.goto("/audit")
    yield opened.page
    complaints = [each for each in opened.watch.complaints if office.url in each]
    opened.context.close()
    assert complaints == []


def _nothing(route: Route) -> None:
    route.fulfill(body="", content_type="text/css")


def _through(page: Page, subject: str) -> None:
    page.get_by_role("link", name="Masuk lewat Kantor Pusat").click()
    page.get_by_placeholder("sub").fill(subject)
    page.get_by_role("button", name="Authorize").click()


def test_the_button_leads_to_the_provider_and_back_into_the_product(door: Page, office: Site, port: int) -> None:
    oidc.person(port, "ratna", name="Ratna Ginting", groups=["crm-kepatuhan"])
    assert violations(door) == []
    door.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert violations(door) == [] and wider_than_the_screen(door) == []

    _through(door, "ratna")

    expect(door.get_by_role("heading", level=1, name="Jejak audit")).to_be_visible()
    assert door.url.startswith(f"{office.url}/audit")
    (row,) = office.rows(
        """SELECT a.outcome, a.meta::text AS meta FROM audit.audit_logs a JOIN iam.users u ON u.user_id = a.actor_user_id
           WHERE a.action = 'SIGN_IN' AND u.full_name = 'Ratna Ginting'"""
    )
    assert row["outcome"] == "ALLOWED" and "sso" in row["meta"]
    challenge, method = [*oidc.CHALLENGES.values()][-1]
    assert challenge and method == "S256"


def test_who_is_unknown_comes_back_to_the_door_and_reads_why(door: Page, port: int) -> None:
    oidc.person(port, "asing")

    _through(door, "asing")

    expect(door.get_by_role("alert")).to_contain_text("Akun Kantor Pusat Anda belum dikenal di Simpul")
    expect(door.get_by_label("Nama pengguna")).to_be_visible()
    assert violations(door) == []


def test_who_turns_back_at_the_provider_may_try_again(door: Page) -> None:
    door.get_by_role("link", name="Masuk lewat Kantor Pusat").click()
    door.get_by_role("button", name="Deny").click()

    expect(door.get_by_role("heading", name="Masuk ke Simpul")).to_be_visible()
    expect(door.get_by_role("alert")).to_have_text("Masuk lewat Kantor Pusat dibatalkan.")
