"""Keeping the search index lean."""

from __future__ import annotations

from simpul.platform.db import query
from simpul.platform.jobs import job
from simpul.platform.text import Text


@job("customers.recount_words", title=Text(id="Menghitung kata dalam nama", en="Count the words of names"), cron="37 2 * * *")
def recount_words(timestamp: int = 0) -> None:
    """Count how many customers have each word of a name and forget words that nobody has any more: every night and after an import.

    The counts order the completions of partial words; forgetting takes the words of corrected or erased names away.
    """
    query("SELECT crm.search_recount()")
