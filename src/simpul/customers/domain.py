"""What customers state about themselves."""

from __future__ import annotations

from simpul.customers.acts import CustomerAct
from simpul.platform.domain import Domain, Parts
from simpul.platform.text import Text


def _parts() -> Parts:
    from simpul.customers import api, change_workflow, code_api, importing, limits, portable, portfolio_api, stewardship_api, wording
    from simpul.customers.alerts import VIP_CUSTOMER
    from simpul.customers.directory import DIRECTORY
    from simpul.customers.papers import SUBJECT_OF_DOCUMENTS
    from simpul.customers.policies import Part
    from simpul.customers.selectors import change_request_labels, customer_labels
    from simpul.customers.tabs import Tab
    from simpul.platform.subjects import SubjectType

    return Parts(
        routers=[
            ("customers", api.router),
            ("portfolio", portfolio_api.router),
            ("customers", code_api.router),
            ("customers", stewardship_api.router),
        ],
        entries=[
            *limits.SETTINGS,
            *importing.TARGETS,
            *importing.GENERATORS,
            SubjectType("CUSTOMER", Text(id="Nasabah", en="Customer"), customer_labels, "/customers/{id}"),
            SubjectType("CHANGE_REQUEST", Text(id="Pengajuan perubahan", en="Change request"), change_request_labels, "/change-requests"),
            wording.CHANGE,
            *wording.NOTICES,
            *change_workflow.entries(),
            DIRECTORY,
            SUBJECT_OF_DOCUMENTS,
            portable.section(),
            VIP_CUSTOMER,
            Tab("relationships", Part.RELATIONSHIPS, 50),
            Tab("changes", Part.CHANGES, 60),
        ],
    )


DOMAIN = Domain("customers", acts=CustomerAct, parts=_parts)
