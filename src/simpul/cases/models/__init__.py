"""The tables of cases."""

from simpul.cases.models.cases import Case, CaseActivity, CaseClockEvent, CaseNumber
from simpul.cases.models.catalogue import CaseCategory, CaseProduct, ResolutionCode
from simpul.cases.models.extensions import CaseExtension
from simpul.cases.models.following import CaseReminder, CaseWatcher
from simpul.cases.models.incoming import CannedReply, IncomingMessage
from simpul.cases.models.levels import LegalRules, ServiceLevel, ServiceLevelVersion
from simpul.cases.models.views import CaseView, CaseViewMark

__all__ = [
    "CannedReply", "Case", "CaseActivity", "CaseCategory", "CaseClockEvent", "CaseExtension", "CaseNumber", "CaseProduct", "CaseReminder", "CaseView", "CaseViewMark", "CaseWatcher", "IncomingMessage",
    "LegalRules", "ResolutionCode", "ServiceLevel", "ServiceLevelVersion",
]  # fmt: skip
