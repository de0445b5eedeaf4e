"""What the customers' domain lets profiles bring in."""

from __future__ import annotations

from simpul.customers.importing import branches, identifiers, identities, master, portfolio, products, relationships
from simpul.imports.public import register_generator, register_target


def register() -> None:
    """Offer the targets to the import engine."""
    for module in (branches, master, identifiers, portfolio, products, relationships):
        register_target(module.TARGET)
    for name, generate in identities.generators().items():
        register_generator(name, generate)
