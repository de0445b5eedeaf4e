"""Closed lists of leads, opportunities and lifecycle stages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import TextChoices

from simpul.platform.registry import Registry
from simpul.platform.text import Text
from simpul.workflow.public import shipped_definition

RESOURCE = "lead"
CONFIGURATION = "configuration"
LEAD, OPPORTUNITY = "LEAD", "OPPORTUNITY"
LEAD_WORKFLOW, OPPORTUNITY_WORKFLOW = "lead", "opportunity"
STAGE, REASON = "OPPORTUNITY_STAGE", "SALES_REASON"


class LeadStatus(TextChoices):
    """How far a lead has come."""

    NEW = "NEW"
    CONTACTED = "CONTACTED"
    QUALIFIED = "QUALIFIED"
    CLOSED_WON = "CLOSED_WON"
    CLOSED_LOST = "CLOSED_LOST"


class LeadSource(TextChoices):
    """Where a lead comes from."""

    CAMPAIGN = "CAMPAIGN"
    MANUAL = "MANUAL"
    SERVICE_FOLLOWUP = "SERVICE_FOLLOWUP"
    JOURNEY = "JOURNEY"
    INTAKE_API = "INTAKE_API"


class OpportunityStage(TextChoices):
    """How far an opportunity has come."""

    NEW = "NEW"
    QUALIFIED = "QUALIFIED"
    PROPOSAL = "PROPOSAL"
    NEGOTIATION = "NEGOTIATION"
    CLOSED_WON = "CLOSED_WON"
    CLOSED_LOST = "CLOSED_LOST"


class Outcome(TextChoices):
    """How something closed."""

    WON = "WON"
    LOST = "LOST"


class Aging(TextChoices):
    """How long an open lead or opportunity has been in its state."""

    FRESH = "FRESH"
    WAITING = "WAITING"
    LATE = "LATE"


class LifecycleStage(TextChoices):
    """Where a customer is between prospect and customer, the strongest first."""

    OPPORTUNITY = "OPPORTUNITY"
    SALES_QUALIFIED = "SALES_QUALIFIED"
    MARKETING_QUALIFIED = "MARKETING_QUALIFIED"
    DORMANT = "DORMANT"
    CUSTOMER = "CUSTOMER"
    PROSPECT = "PROSPECT"


OPEN_LEADS = (LeadStatus.NEW, LeadStatus.CONTACTED, LeadStatus.QUALIFIED)
CLOSED = ("CLOSED_WON", "CLOSED_LOST")
# What may be changed of an open lead.
LEAD_FIELDS = ("product_code", "interest", "note", "estimated_value")
OPEN_STAGES = tuple(stage for stage in OpportunityStage if stage not in CLOSED)
# The reason of a lead whose opportunity was won.
WON_BY_OPPORTUNITY = "PRODUCT_TAKEN"

LEAD_STATUS_NAMES: dict[str, Text] = {
    "NEW": Text(id="Baru", en="New"),
    "CONTACTED": Text(id="Dihubungi", en="Contacted"),
    "QUALIFIED": Text(id="Memenuhi syarat", en="Qualified"),
    "CLOSED_WON": Text(id="Berhasil", en="Won"),
    "CLOSED_LOST": Text(id="Gagal", en="Lost"),
}
LEAD_SOURCE_NAMES: dict[str, Text] = {
    "CAMPAIGN": Text(id="Kampanye", en="Campaign"),
    "MANUAL": Text(id="Dicatat petugas", en="Entered by hand"),
    "SERVICE_FOLLOWUP": Text(id="Tindak lanjut layanan", en="Service follow-up"),
    "JOURNEY": Text(id="Perjalanan nasabah", en="Journey"),
    "INTAKE_API": Text(id="Kanal luar", en="Outside channel"),
}
AGING_NAMES: dict[str, Text] = {
    "FRESH": Text(id="Baru masuk", en="Fresh"),
    "WAITING": Text(id="Menunggu", en="Waiting"),
    "LATE": Text(id="Terlalu lama", en="Late"),
}
LIFECYCLE_NAMES: dict[str, Text] = {
    "PROSPECT": Text(id="Calon nasabah", en="Prospect"),
    "MARKETING_QUALIFIED": Text(id="Menanggapi pemasaran", en="Marketing qualified"),
    "SALES_QUALIFIED": Text(id="Siap ditawari", en="Sales qualified"),
    "OPPORTUNITY": Text(id="Dalam peluang", en="Opportunity"),
    "CUSTOMER": Text(id="Nasabah", en="Customer"),
    "DORMANT": Text(id="Pasif", en="Dormant"),
}
OUTCOME_NAMES: dict[str, Text] = {
    "WON": Text(id="Berhasil", en="Won"),
    "LOST": Text(id="Gagal", en="Lost"),
}

SHIPPED_LEAD = shipped_definition(__file__, LEAD_WORKFLOW)
SHIPPED_OPPORTUNITY = shipped_definition(__file__, OPPORTUNITY_WORKFLOW)


def pairs_of(definition: Any) -> frozenset[tuple[str, str]]:
    """Which state may follow which: by a transition, or by taking one back that foresees it."""
    resting = [step for step in definition.transitions if definition.start.key not in step.sources]
    forward = {(source, step.to) for step in resting for source in step.sources}
    back = {(step.to, source) for step in resting if step.rollback for source in step.sources}
    return frozenset(forward | back)


def followers_of(definition: Any) -> dict[str, frozenset[str]]:
    """The same by state."""
    pairs = pairs_of(definition)
    return {key: frozenset(after for before, after in pairs if before == key) for key, _ in pairs}


LEAD_FOLLOWS = followers_of(SHIPPED_LEAD)
STAGE_FOLLOWS = followers_of(SHIPPED_OPPORTUNITY)
STAGE_NAMES: dict[str, Text] = {state.key: Text(id=state.title.id, en=state.title.en) for state in SHIPPED_OPPORTUNITY.states if state.rests}


@dataclass(frozen=True)
class LeadOrigin:
    """A kind of source whose records a higher domain keeps: whether a customer is in one of them."""

    source_type: str
    holds: Callable[[str, UUID], bool]


lead_origins: Registry[LeadOrigin] = Registry(LeadOrigin, lambda origin: origin.source_type)


CASE, AFTER_CASE_RULE, AFTER_CASE_ORIGIN = "CASE", "AFTER_CASE_RULE", "CASE_CLOSED"


class AfterCaseOutcome(TextChoices):
    """What followed a closed case: a task, or why none."""

    TASK = "TASK"
    SENSITIVE = "SENSITIVE"
    NO_RULE = "NO_RULE"
    NO_CONSENT = "NO_CONSENT"
    NO_OWNER = "NO_OWNER"


AFTER_CASE_NAMES: dict[AfterCaseOutcome, Text] = {
    AfterCaseOutcome.TASK: Text(id="Tugas tindak lanjut dibuat.", en="A follow-up task was made."),
    AfterCaseOutcome.SENSITIVE: Text(id="Tanpa tugas: kategori kasus sensitif.", en="No task: the category is sensitive."),
    AfterCaseOutcome.NO_RULE: Text(
        id="Tanpa tugas: tidak ada aturan untuk kategori ini.",
        en="No task: no rule fits the category.",
    ),
    AfterCaseOutcome.NO_CONSENT: Text(
        id="Tanpa tugas: nasabah tidak menyetujui pemasaran.",
        en="No task: the customer has not agreed to marketing.",
    ),
    AfterCaseOutcome.NO_OWNER: Text(
        id="Tanpa tugas: nasabah tanpa RM dan kasus tanpa penanggung jawab.",
        en="No task: no relationship manager and nobody who handled the case.",
    ),
}


class ScoreBand(TextChoices):
    """How urgent a lead is by its score, the most urgent first."""

    HOT = "HOT"
    WARM = "WARM"
    COOL = "COOL"
    COLD = "COLD"


class ScoreWithheld(TextChoices):
    """Why a lead has no score."""

    CONSENT = "CONSENT"
    LIMITED = "LIMITED"
    ASSESSMENT = "ASSESSMENT"


SCORING = "LEAD_SCORING"
BAND_NAMES: dict[str, Text] = {
    "HOT": Text(id="Panas", en="Hot"),
    "WARM": Text(id="Hangat", en="Warm"),
    "COOL": Text(id="Sejuk", en="Cool"),
    "COLD": Text(id="Dingin", en="Cold"),
}
BAND_ACTIONS: dict[str, Text] = {
    "HOT": Text(id="Tindak lanjuti segera", en="Follow up at once"),
    "WARM": Text(id="Hubungi dalam 3 hari", en="Contact within 3 days"),
    "COOL": Text(id="Rawat hubungannya", en="Nurture"),
    "COLD": Text(id="Pantau", en="Monitor"),
}
WITHHELD_NAMES: dict[str, Text] = {
    "CONSENT": Text(id="Tanpa skor: nasabah belum menyetujui pemrofilan.", en="No score: the customer has not agreed to profiling."),
    "LIMITED": Text(
        id="Tanpa skor: data nasabah dibatasi, atau nasabah berkeberatan atas keputusan otomatis.",
        en="No score: the customer's data is restricted, or the customer objects to automated decisions.",
    ),
    "ASSESSMENT": Text(
        id="Tanpa skor: tidak ada penilaian dampak penilaian skor yang berlaku.",
        en="No score: no impact assessment of scoring is in force.",
    ),
}
