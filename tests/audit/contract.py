"""What the contract tests and the browser tests know of the trail."""

from __future__ import annotations

from tests.contract.declared import Contract

# Functions that run with their owner's rights. simpul_search passes by row-level security, so each of its functions
# either answers about the caller only or applies the caller's scope itself.
BORROWED_RIGHTS: dict[str, tuple[str, str]] = {
    "audit.sealing_lag(ceiling integer, OUT sealed_rows bigint, OUT unsealed_rows bigint, OUT oldest_unsealed_at timestamp with time zone,"
    " OUT seal_number bigint, OUT sealed_at timestamp with time zone)": ("simpul_search", "how many rows wait for a seal, and since when: nothing of any row"),
    "crm.shipping_lag(asked_target text, OUT waiting_rows bigint, OUT oldest_waiting_at timestamp with time zone, OUT seal_number bigint,"
    " OUT shipped_at timestamp with time zone, OUT failed_at timestamp with time zone, OUT failure text)": (
        "simpul_search",
        "how many sealed rows the collector does not have, and since when: nothing of any row",
    ),
    "audit.drop_month(month date)": (
        "simpul_owner",
        "drops a month that ended a year ago, sealed and announced by a seal of this transaction; for simpul_sealer alone",
    ),
    "audit.ensure_partitions(months integer)": ("simpul_owner", "makes the trail's next months; takes a number, returns a number"),
}


CONTRACT = Contract(
    borrowed_rights=BORROWED_RIGHTS,
)
