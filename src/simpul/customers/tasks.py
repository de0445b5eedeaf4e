"""Work on customers that is done at night."""

from __future__ import annotations

from simpul.customers.facts import contacts_recount
from simpul.customers.services import import_changes_forget
from simpul.iam.public import system_actor, system_identity
from simpul.platform.db import query, scope
from simpul.platform.jobs import job
from simpul.platform.text import Text


@job("customers.recount_words", title=Text(id="Menghitung kata dalam nama", en="Count the words of names"), cron="37 2 * * *")
def recount_words(timestamp: int = 0) -> None:
    """Count how many customers have each word of a name and forget words that nobody has any more: every night and after an import.

    The counts order the completions of partial words; forgetting takes the words of corrected or erased names away.
    """
    query("SELECT crm.search_recount()")
    query("SELECT crm.search_places_recount()")


@job(
    "customers.recount_contacts",
    title=Text(id="Menghitung kontak nasabah 90 hari terakhir", en="Count customers' contacts of the last 90 days"),
    cron="47 2 * * *",
)
def recount_contacts(timestamp: int = 0) -> None:
    """Count the contacts of the last 90 days again, every night: what is older counts no more."""
    with scope(system_identity()):
        contacts_recount()


@job(
    "customers.forget_import_changes",
    title=Text(id="Menghapus catatan lama perubahan oleh impor", en="Remove old records of changes by imports"),
    cron="57 2 * * *",
)
def forget_import_changes(timestamp: int = 0) -> None:
    """Remove what imports changed in customers once it has been kept for as long as the setting says, every night."""
    with scope(system_identity()):
        import_changes_forget(actor=system_actor())
