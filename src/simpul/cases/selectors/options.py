"""What can be chosen when cases are received, listed and handled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simpul.cases.receiving import CONTACT_PREFERENCES, KIND_OF_CHANNEL
from simpul.cases.selectors.catalogue import category_list, covered_categories, resolution_list, units
from simpul.cases.selectors.products import product_list, wording_of
from simpul.cases.vocabulary import CHANNELS, EXTENSION_REASONS, KINDS, PAUSE_REASONS, PRIORITIES, RESOURCE, STATUSES
from simpul.iam.public import branches
from simpul.platform.actor import Act, Actor, Reach
from simpul.platform.text import Text


def options(actor: Actor) -> dict[str, Any]:
    """Everything in the reader's language and order."""
    covered, reach = covered_categories(), max(actor.reach(RESOURCE, Act.READ), actor.reach(RESOURCE, Act.CREATE))
    mine = [one for one in branches().values() if reach is Reach.ALL or one.code in actor.branch_codes]
    return {
        "channels": _choices(CHANNELS),
        "kinds": _choices(KINDS),
        "priorities": _choices(PRIORITIES),
        "statuses": _choices(STATUSES),
        "categories": [
            {
                "code": row.code,
                "name": str(Text(id=row.category_name, en=row.name_en)),
                "sensitive": row.is_sensitive,
                "parent": row.parent_id,
                "covered": row.code in covered or row.parent_id in covered,
            }
            for row in category_list(active=True)
        ],
        "products": [{"code": row.code, "name": str(wording_of(row))} for row in product_list(active=True)],
        "resolutions": [{"code": row.code, "name": str(Text(id=row.resolution_name, en=row.name_en))} for row in resolution_list(active=True)],
        "units": [{"code": code, "name": name} for code, name in units().items()],
        "branches": [{"code": one.code, "name": one.name} for one in mine],
        "contact_preferences": _choices(CONTACT_PREFERENCES),
        "pause_reasons": _choices(PAUSE_REASONS),
        "extension_reasons": _choices(EXTENSION_REASONS),
        "kind_of_channel": {channel.value: kind.value if kind else None for channel, kind in KIND_OF_CHANNEL.items()},
    }


def _choices(words: Mapping[Any, Text]) -> list[dict[str, str]]:
    return [{"key": str(key), "name": str(text)} for key, text in words.items()]
