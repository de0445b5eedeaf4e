"""My day and my portfolio: figures of one's own alone, in a fixed number of queries."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from django.db import connection
from django.test.utils import CaptureQueriesContext

from simpul.platform.clock import now, shifted, today
from simpul.platform.db import scope
from simpul.tasks.models import ActivityType, Task
from simpul.tasks.services.activities import NewActivity, activity_create
from tests.support import customers as make
from tests.support import people
from tests.support.database import rows


def served(name: str = "Siti Aminah", **facts):
    """A customer of the manager in Medan."""
    customer = make.customer(name, rm="rm_mdn")
    if facts:
        make.facts(customer.id, **facts)
    return customer


def logged(who, customer, count: int = 1, back: timedelta = timedelta()):
    """Calls that somebody made, some time ago."""
    actor = people.actor(who)
    call = NewActivity(customer.id, ActivityType.CALL, "Menelepon nasabah.")
    with shifted(-back):
        for _ in range(count):
            with scope(actor):
                activity_create(actor=actor, activity=call)


def task(customer, owner: str, due_in: int):
    """An open task, stored past the service."""
    with rows():
        user = people.user_id(owner)
        return Task.objects.create(
            customer_id=customer.id,
            branch_code=customer.home_branch_code,
            title="Hubungi nasabah",
            due_on=today() + timedelta(days=due_in),
            owner_id=user,
            created_by=user,
        )


def test_my_day_counts_what_is_mine_alone(client_of):
    customer = served()
    for due_in in (-3, -1, 0, 2, 6, 7):
        task(customer, "rm_mdn", due_in)
    task(customer, "supervisor_mdn", -1)
    logged("rm_mdn", customer, 2)
    logged("rm_mdn", customer, 1, back=timedelta(days=2))

    day = client_of("rm_mdn").api("GET", "/cockpit").json()

    assert day["day"] == today().isoformat()
    assert day["tasks"] == {"overdue": 2, "today": 1, "week": 2}
    assert day["activities"]["goal"] == 6
    assert day["activities"]["today"] == 2
    assert [each["count"] for each in day["activities"]["week"]] == [0, 0, 0, 0, 1, 0, 2]
    assert day["leads"] == {"open": 0, "new": 0, "late": 0}
    assert day["pipeline"]["count"] == 0
    assert day["portfolio"] == {"customers": 1, "quiet": 0, "quiet_days": 30}


def test_an_agent_sees_tasks_and_no_sales(client_of):
    day = client_of("agent_mdn").api("GET", "/cockpit").json()

    assert day["tasks"] == {"overdue": 0, "today": 0, "week": 0}
    assert (day["activities"], day["leads"], day["pipeline"], day["portfolio"]) == (
        None,
        None,
        None,
        None,
    )


def test_the_portfolio_shows_value_alerts_and_the_last_contact(client_of):
    spoken = now() - timedelta(days=3)
    recent = served(
        "Ani Lubis",
        last_contact_at=spoken,
        last_contact_channel="PHONE",
        contacts_90d=1,
        open_tasks=1,
    )
    make.transaction(recent.id, "500000", "IN", at=now(), balance_after="1200000")
    make.transaction(recent.id, "90000", "IN", at=now(), account="77770002", balance_after="90000")
    quiet = served("Budi Purba")
    make.customer("Citra Nasution", rm="rm_mdn_2")

    client = client_of("rm_mdn")
    page = client.api("GET", "/cockpit/portfolio").json()

    assert [row["name"] for row in page["items"]] == ["Budi Purba", "Ani Lubis"]
    waiting, ani = page["items"]
    assert waiting["customer_id"] == str(quiet.id)
    assert waiting["is_quiet"] is True
    assert waiting["balance"] is None
    assert Decimal(ani["balance"]) == Decimal("1290000")
    assert ani["is_quiet"] is False
    assert ani["open_tasks"] == 1
    assert ani["last_contact_channel"] == "PHONE"
    assert client.api("GET", "/cockpit/portfolio?show=tasks").json()["items"] == [ani]
    assert client.api("GET", "/cockpit/portfolio?show=quiet").json()["items"] == [waiting]


def test_the_portfolio_is_paged_in_its_order_and_takes_the_same_queries_for_any_page(client_of):
    for number in range(7):
        served(f"Nasabah {number}", last_contact_at=now() - timedelta(days=number))
    client = client_of("rm_mdn")

    seen, cursor = [], ""
    for _ in range(4):
        page = client.api("GET", f"/cockpit/portfolio?limit=2{cursor}").json()
        seen += [row["name"] for row in page["items"]]
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == [f"Nasabah {number}" for number in range(6, -1, -1)]
    assert page["next_cursor"] is None

    with CaptureQueriesContext(connection) as few:
        client.api("GET", "/cockpit/portfolio?limit=1")
    with CaptureQueriesContext(connection) as many:
        client.api("GET", "/cockpit/portfolio?limit=7")
    assert len(few) == len(many)


def test_a_marker_of_another_order_is_refused(client_of):
    for number in range(2):
        served(f"Nasabah {number}")
    client = client_of("rm_mdn")
    cursor = client.api("GET", "/cockpit/portfolio?limit=1").json()["next_cursor"]

    answer = client.api("GET", f"/cockpit/portfolio?sort=-inflow&cursor={cursor}")

    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == ["cursor"]
