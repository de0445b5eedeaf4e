"""The door to emergency access.

In a manifest: `Directory` (how a customer is found without being seen) and `SampleSource` (what samples are drawn from).
Then `active_grant(actor, customer_id)`: the grant that the actor acts under now, when it opens this customer. A customer's
profile leaves the product only under one, or in an approved request of the person.
"""

from simpul.access.facts import GrantFacts
from simpul.access.registry import Asked, CustomerCard, Directory, Drawn, SampleSource
from simpul.access.selectors.requests import active_grant

__all__ = ["Asked", "CustomerCard", "Directory", "Drawn", "GrantFacts", "SampleSource", "active_grant"]
