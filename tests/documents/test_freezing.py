"""Papers of the product's own that are given as their facts: what is asked of whoever gives one."""

from __future__ import annotations

import pytest

from simpul.documents.models import Document
from simpul.documents.public import LABEL, DocumentSubjectNotFound, TemplateUnknown, document_freeze, document_open
from simpul.documents.services.freezing import LabelMissing
from simpul.platform.db import scope
from simpul.platform.ids import uuid7
from tests.support import customers, people
from tests.support.database import rows
from tests.support.documents import RECEIPT, files

pytestmark = pytest.mark.django_db


def freeze(actor, subject_id, *, template="complaint_receipt", data=RECEIPT):
    return document_freeze(
        actor=actor, template=template, data=data, labelled="number", subject_type="CUSTOMER", subject_id=str(subject_id), title=f"Tanda terima {LABEL}"
    )


def test_a_paper_of_a_subject_out_of_sight_is_given_to_nobody(organisation):
    agent = people.actor("agent_mdn")

    with pytest.raises(DocumentSubjectNotFound), scope(agent):
        freeze(agent, uuid7())


@pytest.mark.parametrize(("template", "data"), [("no_such_template", RECEIPT), ("complaint_receipt", object())])
def test_a_paper_that_nobody_can_draw_is_not_given(organisation, template, data):
    agent, one = people.actor("agent_mdn"), customers.customer("Siti Aminah", "MDN")

    with pytest.raises(TemplateUnknown), scope(agent):
        freeze(agent, one.id, template=template, data=data)

    with rows():
        assert not Document.objects.exists()


def test_a_paper_is_not_drawn_before_its_subject_has_its_label(organisation, store):
    agent, one = people.actor("agent_mdn"), customers.customer("Siti Aminah", "MDN")
    with scope(agent):
        document_id = freeze(agent, one.id)

    with pytest.raises(LabelMissing), scope(agent):
        document_open(actor=agent, document_id=document_id)

    assert files(store) == []
