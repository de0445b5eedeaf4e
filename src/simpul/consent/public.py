"""The door to consent.

`consent_signal` withdraws by a link or a provider's notice, in the caller's transaction. Whoever sends asks `crm.consent_at` in its
own statement, after `crm.hold_consents` on the customers it writes to. `send_code` is filled by who can reach customers.
`verification_holding` gives a verification of a customer to another domain that needs one; `name_customers` names customers as registers do,
`customers_masked` for whoever may know that there is somebody and not who. `consents_granted_sql` answers for a whole set.
"""

from simpul.consent.errors import VerificationIsOver, VerificationNotFound
from simpul.consent.selectors.segments import consents_granted_sql
from simpul.consent.selectors.states import customers_masked, marketing_badge, marketing_stopped, name_customers
from simpul.consent.services.changing import consent_signal
from simpul.consent.services.verifying import CODE_CHANNELS, CodeSender, open_code_channels, send_code, verification_holding
from simpul.consent.services.verifying import verification_start as verification_begin
from simpul.consent.vocabulary import MARKETING, ConsentStatus, VerificationMethod

__all__ = [
    "CODE_CHANNELS", "MARKETING", "CodeSender", "ConsentStatus", "VerificationIsOver", "VerificationMethod", "VerificationNotFound", "consent_signal", "consents_granted_sql", "customers_masked", "marketing_badge", "marketing_stopped", "name_customers", "open_code_channels", "send_code", "verification_begin", "verification_holding",
]  # fmt: skip
