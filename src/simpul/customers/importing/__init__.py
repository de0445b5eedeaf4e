"""What can be imported about customers, and what source columns may lack."""

from __future__ import annotations

from simpul.customers.importing import branches, identifiers, identities, master, portfolio, products, relationships

TARGETS = tuple(module.TARGET for module in (branches, master, identifiers, portfolio, products, relationships))
GENERATORS = identities.GENERATORS
