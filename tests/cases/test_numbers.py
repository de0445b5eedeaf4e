"""Numbers of cases when several people open some at the same moment."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction

from simpul.cases.models import Case, CaseNumber
from simpul.cases.receiving import Complaint
from simpul.cases.services.intake import case_create, case_number, case_receive
from simpul.cases.vocabulary import Channel, Priority
from simpul.config.cli import case_numbers
from simpul.iam.public import system_actor
from simpul.platform.clock import today
from simpul.platform.db import execute, query, scope
from tests.customers.test_concurrency import together
from tests.support import customers, people
from tests.support.database import rows

TEXT = "Transfer ke bank lain gagal, saldo terpotong."


@pytest.mark.covers("15.3.3-2")
def test_openings_at_the_same_time_some_undone_leave_numbers_without_gap_or_twin(committed):
    people.organisation()
    found = customers.customer("Rahmat Siregar", "MDN")
    agent = people.actor("agent_mdn")
    complaint = Complaint(found.id, Channel.CALL_CENTER, "TRX_FAIL", Priority.LOW, TEXT)

    class Undone(Exception):
        """Something went wrong after the number was given."""

    def open_some(undo: bool) -> None:
        for _ in range(4):
            try:
                with scope(agent):
                    case_create(actor=agent, complaint=complaint)
                    if undo:
                        raise Undone
            except Undone:
                pass

    together(*[lambda undo=number % 2 == 1: open_some(undo) for number in range(4)])

    with rows():
        numbers = sorted(Case.objects.values_list("case_no", flat=True))
        last = CaseNumber.objects.get(branch_code="MDN").last_number
    assert numbers == [f"CASE-{today().year}-MDN-{number:06d}" for number in range(1, 9)]
    assert last == 8


def complaint_of(agent_branch: str = "MDN") -> Complaint:
    people.organisation()
    found = customers.customer("Rahmat Siregar", agent_branch)
    return Complaint(found.id, Channel.CALL_CENTER, "TRX_FAIL", Priority.LOW, TEXT)


def elsewhere(act):
    """What the act gives, or raises, in a connection of its own that waits for no lock longer than a moment."""

    def impatient():
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '500ms'")
        return act()

    return together(impatient)[0]


def test_nothing_of_an_opening_but_its_number_waits_for_another_one(committed):
    complaint = complaint_of()
    # Of other customers: what is known of one customer is kept in one row.
    others = [replace(complaint, customer_id=customers.customer(name, "MDN").id) for name in ("Siti Aminah", "Tiur Hutagalung", "Budi Nasution", "Dewi Lubis")]
    agent = people.actor("agent_mdn")

    def whole() -> str:
        with scope(agent):
            return case_create(actor=agent, complaint=others.pop()).case_no

    def upto_the_number() -> bool:
        with scope(agent):
            case_receive(actor=agent, complaint=others.pop())
            transaction.set_rollback(True)
        return True

    with scope(agent):
        first = case_receive(actor=agent, complaint=complaint)
        # Stored with receipt and message, and not numbered yet: it holds up nobody.
        overtook = elsewhere(whole)
        mine = case_number(actor=agent, received=first).case_no
        # Numbered and not committed: others do all their work, and wait for the number alone.
        reached, waited = elsewhere(upto_the_number), elsewhere(whole)

    assert (overtook, mine) == (f"CASE-{today().year}-MDN-000001", f"CASE-{today().year}-MDN-000002")
    assert reached is True
    assert isinstance(waited, OperationalError) and waited.__cause__.sqlstate == "55P03" and "give_case_number" in str(waited)
    assert elsewhere(whole) == f"CASE-{today().year}-MDN-000003"


def test_an_opening_that_is_undone_after_its_number_leaves_no_gap(committed):
    complaint = complaint_of()
    agent = people.actor("agent_mdn")

    with scope(agent):
        lost = case_create(actor=agent, complaint=complaint).case_no
        transaction.set_rollback(True)
    with scope(agent):
        kept = case_create(actor=agent, complaint=complaint).case_no

    assert lost == kept == f"CASE-{today().year}-MDN-000001"


def test_a_case_that_nobody_numbered_is_numbered_by_its_commit(committed):
    complaint = complaint_of()
    agent = people.actor("agent_mdn")

    with scope(agent):
        made = case_receive(actor=agent, complaint=complaint).case

    with rows():
        assert Case.objects.get(pk=made.id).case_no == f"CASE-{today().year}-MDN-000001"


def test_a_number_is_given_once_and_by_the_database_alone(committed):
    complaint = complaint_of()
    agent = people.actor("agent_mdn")
    with scope(agent):
        made = case_create(actor=agent, complaint=complaint)

    with pytest.raises(IntegrityError, match="waits for its number"), scope(agent):
        query("SELECT crm.give_case_number(%s)", (made.id,))
    with pytest.raises(DatabaseError, match="What was received does not change"), scope(agent):
        execute("UPDATE crm.cases SET case_no = 'CASE-2026-MDN-000099' WHERE case_id = %s", (made.id,))
    with pytest.raises(DatabaseError, match="permission denied"), scope(agent):
        query("SELECT crm.next_case_number('MDN', now())")
    with pytest.raises(DatabaseError, match="The database alone numbers cases"), scope(agent):
        other = case_receive(actor=agent, complaint=complaint).case
        execute("UPDATE crm.cases SET case_no = 'CASE-2026-MDN-000099' WHERE case_id = %s", (other.id,))

    with rows():
        assert list(Case.objects.values_list("case_no", flat=True)) == [f"CASE-{today().year}-MDN-000001"]


def audited(client_of, username, year):
    found = client_of(username).api("GET", f"/case-numbers?year={year}").json()["items"]
    return [(row["branch"]["code"], row["cases"], row["last"], row["gaps"], row["missing"]) for row in found]


def test_a_number_that_no_case_has_is_named_by_the_command_and_on_the_page(organisation, client_of, capsys):
    agent = people.actor("agent_mdn")
    complaint = Complaint(customers.customer("Rahmat Siregar", "MDN").id, Channel.CALL_CENTER, "TRX_FAIL", Priority.LOW, TEXT)
    with scope(agent):
        numbers = [case_create(actor=agent, complaint=complaint).case_no for _ in range(3)]
    year = int(numbers[0].split("-")[1])
    with scope(system_actor()):
        assert case_numbers.check_numbers() == 0
    assert capsys.readouterr().out.splitlines() == [f"{year} MDN: 3 cases, last number 3", "every case is numbered without a gap"]

    assert audited(client_of, "supervisor_mdn", year) == [("MDN", 3, 3, 0, [])]
    with rows():
        execute("UPDATE crm.case_numbers SET last_number = 5 WHERE branch_code = 'MDN'")
    with scope(system_actor()):
        assert case_numbers.check_numbers(year) == 1
        assert case_numbers.check_numbers(year - 1) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        f"{year} MDN: 3 cases, last number 5; missing: CASE-{year}-MDN-000004, CASE-{year}-MDN-000005", "2 numbers are missing",
    ]  # fmt: skip
    missing = [f"CASE-{year}-MDN-000004", f"CASE-{year}-MDN-000005"]
    for username in ("supervisor_mdn", "compliance", "director"):
        assert audited(client_of, username, year) == [("MDN", 3, 5, 2, missing)]
    assert audited(client_of, "supervisor_bnj", year) == []
    assert client_of("agent_mdn").api("GET", f"/case-numbers?year={year}").status_code == 403
