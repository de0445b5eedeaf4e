"""Numbers of cases when several people open some at the same moment."""

from __future__ import annotations

import pytest

from simpul.cases.models import Case, CaseNumber
from simpul.cases.receiving import Complaint
from simpul.cases.services.intake import case_create
from simpul.cases.vocabulary import Channel, Priority
from simpul.platform.clock import today
from simpul.platform.db import scope
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
