"""The door to consent.

`consent_signal` withdraws by a link or a provider's notice, in the caller's transaction. Whoever sends asks `crm.consent_at` in its
own statement, after `crm.hold_consents` on the customers it writes to. `send_code` is filled by who can reach customers.
"""

from simpul.consent.selectors.states import marketing_badge, marketing_stopped
from simpul.consent.services.changing import consent_signal
from simpul.consent.services.verifying import CODE_CHANNELS, CodeSender, send_code
from simpul.consent.vocabulary import MARKETING, ConsentStatus, VerificationMethod

__all__ = [
    "CODE_CHANNELS",
    "MARKETING",
    "CodeSender",
    "ConsentStatus",
    "VerificationMethod",
    "consent_signal",
    "marketing_badge",
    "marketing_stopped",
    "send_code",
]
