"""What the domain of sales refuses."""

from __future__ import annotations

from simpul.platform.errors import Conflict, NotFound
from simpul.platform.text import Text


class LeadNotFound(NotFound):
    """No such lead within the caller's reach."""

    title = Text(id="Prospek tidak ditemukan", en="Lead not found")


class LeadCustomerNotFound(NotFound):
    """No such customer within the caller's reach."""

    title = Text(id="Nasabah tidak ditemukan", en="Customer not found")


class LeadForbidsThis(Conflict):
    """The state of the lead does not allow this step; read it again."""

    title = Text(
        id="Langkah ini tidak berlaku pada keadaan prospek sekarang",
        en="The lead is not in a state for this step",
    )


class LeadExists(Conflict):
    """The customer has an open lead of this campaign already."""

    title = Text(
        id="Nasabah ini sudah memiliki prospek terbuka dari kampanye yang sama",
        en="The customer has an open lead of this campaign already",
    )


class OpportunityNotFound(NotFound):
    """No such opportunity within the caller's reach."""

    title = Text(id="Peluang tidak ditemukan", en="Opportunity not found")


class OpportunityForbidsThis(Conflict):
    """The stage of the opportunity does not allow this step; read it again."""

    title = Text(
        id="Langkah ini tidak berlaku pada tahap peluang sekarang",
        en="The opportunity is not in a stage for this step",
    )


class StageNotFound(NotFound):
    """No such stage of opportunities."""

    title = Text(id="Tahap tidak ditemukan", en="Stage not found")


class SalesReasonNotFound(NotFound):
    """No such reason."""

    title = Text(id="Alasan tidak ditemukan", en="Reason not found")


class SalesReasonExists(Conflict):
    """A reason has this code already."""

    title = Text(id="Kode alasan sudah dipakai", en="The code of the reason is taken")


class LastSalesReason(Conflict):
    """Something that closes needs a reason, so one stays in use."""

    title = Text(id="Ini alasan terakhir yang dapat dipilih", en="This is the last reason that can be chosen")


class AfterCaseRuleNotFound(NotFound):
    """No such rule of what follows a closed case."""

    title = Text(id="Aturan tidak ditemukan", en="Rule not found")


class AfterCaseNotFound(NotFound):
    """No such case within the caller's reach."""

    title = Text(id="Kasus tidak ditemukan", en="Case not found")
