"""Why a case is due when it is, as its page tells it: every stretch in words, in the calendar's zone and the reader's language."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from simpul.cases.errors import CaseNotFound
from simpul.cases.selectors.cases import case_get
from simpul.cases.selectors.why import amount, clocks_of
from simpul.cases.services.clocks import clock_change
from simpul.cases.sla import Change, Clock, ClockEvent
from simpul.platform.clock import now, shifted
from simpul.platform.db import scope
from simpul.platform.text import speaking
from tests.support import cases, people

HOUR = timedelta(hours=1)
RECEIVED = datetime(2027, 7, 1, 5, tzinfo=UTC)


@pytest.fixture
def case(organisation):
    with shifted(RECEIVED - now()):
        made = cases.opened("agent_mdn")
    agent = people.actor("agent_mdn")
    with scope(agent):
        for change, at, more in (
            (Change.PAUSE, RECEIVED + 2 * HOUR, {"reason": "CUSTOMER_DOCUMENT"}),
            (Change.RESUME, RECEIVED + 5 * HOUR, {}),
            (Change.STOP, RECEIVED + 6 * HOUR, {"clock": Clock.FIRST_RESPONSE}),
        ):
            clock_change(actor=agent, case=made, event=ClockEvent(0, change, at, **more))
        made.save()
    return made


def clocks(case, username="agent_mdn", at=RECEIVED + 10 * HOUR):
    actor = people.actor(username)
    with shifted(at - now()), scope(actor):
        return {one["clock"]: one for one in clocks_of(actor, case_get(actor=actor, case_id=case.id))}


def test_each_clock_says_what_it_used_and_why_it_is_due(case):
    found = clocks(case)

    resolution = found[Clock.RESOLUTION]
    assert {name: resolution[name] for name in ("state", "target", "consumed", "remaining", "waited", "due_at", "unit", "zone")} == {
        "state": "RUNNING", "target": 72 * 3600, "consumed": 7 * 3600, "remaining": 65 * 3600, "waited": 3 * 3600, "due_at": RECEIVED + 75 * HOUR,
        "unit": "SECONDS", "zone": "Asia/Jakarta",
    }  # fmt: skip
    assert [line["text"] for line in resolution["lines"]] == [
        "Diterima Kam, 1 Jul 2027 12.00 WIB. Dijanjikan 72 jam menurut SLA pengaduan bank, versi 1, kalender Setiap saat (24 jam).",
        "Berjalan Kam, 1 Jul 2027 12.00 WIB sampai Kam, 1 Jul 2027 14.00 WIB: 2 jam, seluruhnya 2 jam.",
        "Menunggu Kam, 1 Jul 2027 14.00 WIB sampai Kam, 1 Jul 2027 17.00 WIB (Menunggu dokumen nasabah); tidak dihitung.",
        "Berjalan Kam, 1 Jul 2027 17.00 WIB sampai Kam, 1 Jul 2027 18.00 WIB: 1 jam, seluruhnya 3 jam.",
        "Sisa 69 jam dihitung sejak Kam, 1 Jul 2027 18.00 WIB.",
        "Jatuh tempo Min, 4 Jul 2027 15.00 WIB.",
    ]
    assert (found[Clock.FIRST_RESPONSE]["state"], found[Clock.FIRST_RESPONSE]["stopped_at"]) == ("STOPPED", RECEIVED + 6 * HOUR)


def test_the_law_counts_its_working_days(case):
    law = clocks(case, at=RECEIVED + 29 * HOUR)[Clock.LEGAL]

    assert (law["unit"], law["target"], law["consumed"], law["policy"]) == ("DAYS", 10, 1, "POJK 22/2023, versi 1")
    assert law["lines"][0]["text"] == "Diterima Kam, 1 Jul 2027 12.00 WIB. Dijanjikan 10 hari kerja menurut POJK 22/2023, versi 1, kalender Jam kantor WIB."
    assert law["lines"][2]["text"] == "Sen, 5 Jul 2027: hari kerja ke-2 dari 10."
    assert law["lines"][-1]["text"] == "Jatuh tempo Kam, 15 Jul 2027 17.00 WIB."


def test_an_english_reader_is_told_in_english(case):
    with speaking("en"):
        found = clocks(case)
    assert found[Clock.RESOLUTION]["lines"][2]["text"] == (
        "Waited from Thu, 1 Jul 2027 14:00 WIB to Thu, 1 Jul 2027 17:00 WIB (Waiting for a document from the customer); not counted."
    )
    assert (found[Clock.LEGAL]["policy"], found[Clock.RESOLUTION]["policy"]) == ("POJK 22/2023, version 1", "Bank complaints, version 1")
    assert found[Clock.LEGAL]["lines"][1]["text"] == "Fri, 2 Jul 2027: working day 1 of 10."


def test_clocks_show_as_far_as_their_case(case, client_of):
    for username, status in (("supervisor_mdn", 200), ("agent_bnj", 404), ("rm_mdn", 404), ("compliance", 404), ("marketing", 403)):
        assert client_of(username).api("GET", f"/cases/{case.id}/clocks").status_code == status, username
    with pytest.raises(CaseNotFound):
        clocks(case, "agent_bnj")


@pytest.mark.parametrize(("seconds", "told"), [(0, "0 jam"), (3600, "1 jam"), (5_430, "1 jam 30 menit 30 detik"), (-90, "-1 menit 30 detik")])
def test_an_amount_of_time_is_told_without_empty_parts(seconds, told):
    assert amount(seconds, days=False) == told
