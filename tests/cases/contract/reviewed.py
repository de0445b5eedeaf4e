"""What was looked at and allowed: tables without row policies and functions that run with their owner's rights."""

from __future__ import annotations

# Functions that run with their owner's rights. simpul_search passes by row-level security, so each of its functions
# either answers about the caller only or applies the caller's scope itself.
BORROWED_RIGHTS: dict[str, tuple[str, str]] = {
    "crm.number_case()": ("simpul_search", "a trigger: counts the numbers of cases on, which nobody else may"),
    "crm.number_left_case()": ("simpul_search", "a trigger: numbers at the commit a case that has no number yet"),
    "crm.next_case_number(branch text, received timestamp with time zone)": (
        "simpul_search",
        "counts on the numbers of a branch, for the three beside it only",
    ),
    "crm.give_case_number(wanted uuid)": ("simpul_search", "numbers a case that this very transaction stored, once; says nothing of any other"),
    "crm.case_reach(asked_action text)": ("simpul_search", "of the caller only"),
    "crm.case_given()": ("simpul_search", "the case that the caller gives to another unit in this very request, by the caller's own line of its log"),
    "crm.case_branches(asked_action text)": ("simpul_search", "of the caller only"),
    "crm.case_handlers(asked_unit text, asked_branch text)": (
        "simpul_search",
        "who handles cases somewhere and how many are open with each, for who opens or assigns cases; numbers only",
    ),
    "crm.case_summaries(wanted uuid[])": ("simpul_search", "applies the caller's reach on cases itself; number, status and due time, no content"),
    "crm.case_summaries_of(wanted uuid[])": ("simpul_search", "the same summaries by the case's own id, through the function above"),
    "crm.case_heads(wanted uuid[])": ("simpul_search", "applies the caller's reach on cases itself; number, status and dates, no content"),
    "crm.case_alerts(wanted uuid[], moment timestamp with time zone, fraud_days integer)": (
        "simpul_search",
        "applies the caller's reach on customers itself; since when something stands out and an id to tell one case from another, nothing of the case",
    ),
    "crm.complaints_between(since timestamp with time zone, until timestamp with time zone, asked text[])": (
        "simpul_search",
        "applies the caller's reach on whole cases itself; what their clocks say, no customer and no text",
    ),
    "crm.cases_worded(patterns text[], most integer)": ("simpul_search", "for the function below only, which applies the caller's reach to what it gives"),
    "crm.case_queue(asked jsonb)": (
        "simpul_search",
        "applies the caller's reach on cases itself; keys and due times in order, read back under row-level security",
    ),
}
