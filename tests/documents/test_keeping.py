"""What the store does by itself, and what the database refuses whoever asks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, transaction

from simpul.documents import storage
from simpul.documents.models import Document, DocumentVersion
from simpul.documents.public import Place, document_hide, subject_moved
from simpul.documents.services import keeping
from simpul.iam.public import system_actor
from simpul.platform import clock
from simpul.platform.db import execute, query, scope
from tests.support import customers, people
from tests.support.database import rows
from tests.support.documents import PNG, attached, files, pdf


@contextmanager
def as_owner() -> Iterator[None]:
    """With the rights of a migration, for what no role of the product may do."""
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    before = query("SELECT current_user AS name")[0]["name"]
    execute("SET LOCAL ROLE simpul_owner")
    execute("ALTER TABLE crm.documents NO FORCE ROW LEVEL SECURITY")
    yield
    execute("ALTER TABLE crm.documents FORCE ROW LEVEL SECURITY")
    execute(f"SET LOCAL ROLE {before}")


def hidden(subject_id) -> Document:
    made = attached(subject_id)
    actor = people.actor("agent_mdn")
    with scope(actor):
        document_hide(actor=actor, document_id=made.id, reason="salah lampir berkas")
    with rows():
        return Document.objects.get(pk=made.id)


def test_a_kind_is_kept_as_long_as_its_class_demands(organisation):
    one = customers.customer("Siti Aminah", "MDN")

    letter, proof, photo = (
        attached(one.id, kind=kind, content=content, file_name=name)
        for kind, content, name in (("LETTER", pdf(), "a.pdf"), ("PROOF", pdf("b"), "b.pdf"), ("PHOTO", PNG, "c.png"))
    )

    year = clock.today().year
    assert [(each.retention, each.keep_until.year - year) for each in (letter, proof, photo)] == [("SERVICE", 5), ("FINANCIAL", 10), ("WORKING", 1)]


def test_a_content_is_destroyed_after_its_retention_and_not_a_day_before(organisation, trace, store, django_capture_on_commit_callbacks):
    document = hidden(customers.customer("Siti Aminah", "MDN").id)
    trace.start()
    with scope(system_actor()):
        assert keeping.ended_documents() == []
        keeping.document_purge(actor=system_actor(), document_id=document.id)
    with pytest.raises(DatabaseError, match="kept as long as its class demands"), rows(), transaction.atomic():
        Document.objects.filter(pk=document.id).update(purged_at=clock.now())
    assert (trace(), len(files(store))) == ({}, 1)

    five_years = document.keep_until - clock.today()
    with as_owner():
        execute("ALTER TABLE crm.documents DISABLE TRIGGER guard_document")
        execute("UPDATE crm.documents SET keep_until = keep_until - %s", (five_years,))
        execute("ALTER TABLE crm.documents ENABLE TRIGGER guard_document")
    with django_capture_on_commit_callbacks(execute=True), scope(system_actor()):
        (ended,) = keeping.ended_documents()
        keeping.document_purge(actor=system_actor(), document_id=ended)

    assert (trace(), files(store)) == ({"audit": ["PURGE_DOCUMENT"]}, [])
    with rows():
        assert DocumentVersion.objects.get().sealed_key == ""
        assert Document.objects.get().purged_at is not None


def test_files_that_no_row_names_are_removed_after_a_day_and_others_never(organisation, store):
    one = customers.customer("Siti Aminah", "MDN")
    attached(one.id)
    (named,) = files(store)
    storage.store().put("c3" * 32, iter([b"left by a crash"]))
    fresh = [path for path in files(store) if path != named]

    with scope(system_actor()):
        assert keeping.orphans_sweep() == 0
        assert keeping.orphans_sweep(older_than=-1) == 1

    assert (files(store), len(fresh)) == ([named], 1)


def test_a_sweep_never_takes_what_its_caller_does_not_see(organisation, store):
    """Which files are in use is asked past row-level security: a caller with no reach removes nothing that is."""
    attached(customers.customer("Siti Aminah", "MDN").id)

    with scope(people.actor("nobody")):
        assert keeping.orphans_sweep(older_than=-1) == 0

    assert len(files(store)) == 1


def test_a_transaction_that_fails_after_the_file_leaves_no_row(organisation, store):
    one = customers.customer("Siti Aminah", "MDN")

    with pytest.raises(RuntimeError), transaction.atomic():
        attached(one.id)
        raise RuntimeError("the process dies here")

    with rows():
        assert Document.objects.count() == 0
    assert len(files(store)) == 1, "the nightly sweep takes it"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE crm.documents SET subject_id = 'x'",
        "UPDATE crm.documents SET kind = 'OTHER'",
        "UPDATE crm.documents SET keep_until = keep_until - 1",
        "UPDATE crm.document_versions SET size = 1",
        "UPDATE crm.document_versions SET sealed_key = 'k1.lain'",
        "UPDATE crm.document_versions SET scan_state = 'CLEAN'",
    ],
)
def test_the_database_refuses_to_rewrite_a_document_whoever_asks(organisation, change):
    attached(customers.customer("Siti Aminah", "MDN").id)

    with pytest.raises(DatabaseError), rows(), transaction.atomic():
        execute(change)


def seen(username: str) -> set[str]:
    """The titles that row-level security alone shows."""
    with scope(people.actor(username)):
        return {row["title"] for row in query("SELECT title FROM crm.documents")}


def test_row_level_security_alone_keeps_reach_and_tier(organisation):
    one, other = customers.customer("Siti", "MDN", rm="rm_mdn"), customers.customer("Budi", "BNJ")
    attached(one.id, title="Surat")
    attached(one.id, kind="ID_CARD", title="KTP", content=PNG, file_name="a.png")
    attached(one.id, tier=3, title="Peka", content=pdf("peka"))
    attached(other.id, by="agent_bnj", title="Cabang lain")

    assert seen("agent_mdn") == {"Surat", "KTP", "Peka"}, "the own tier 3 as well"
    assert seen("call_agent") == {"Surat", "KTP", "Cabang lain"}
    assert seen("supervisor_mdn") == {"Surat", "KTP", "Peka"}
    assert seen("rm_mdn") == {"Surat", "KTP"}
    assert seen("steward") == {"Surat", "KTP", "Cabang lain"}
    assert seen("agent_bnj") == {"Cabang lain"}
    for username in ("rm_mdn_2", "marketing", "compliance", "admin", "director", "field_mdn", "nobody"):
        assert seen(username) == set(), username
    with scope(people.actor("rm_mdn_2")):
        assert query("SELECT version_id FROM crm.document_versions") == []
        assert execute("UPDATE crm.documents SET title = 'x'") == 0
        assert execute("DELETE FROM crm.documents") == 0


def test_nobody_writes_a_document_in_another_name_or_beyond_reach(organisation):
    one = customers.customer("Siti", "MDN")
    made = attached(one.id)
    with rows():
        row = query("SELECT * FROM crm.documents WHERE document_id = %s", (made.id,))[0]
    columns = ", ".join(name for name in row if name not in ("document_id", "content_hash", "uploaded_by"))

    def copy(by: str, uploader: str) -> None:
        with scope(people.actor(by)):
            execute(
                f"INSERT INTO crm.documents (document_id, content_hash, uploaded_by, {columns}) SELECT %s, %s, %s, {', '.join('%s' for _ in columns.split(', '))}",
                [os.urandom(16).hex(), os.urandom(32), people.user_id(uploader), *(row[name] for name in columns.split(", "))],
            )

    copy("call_agent", "call_agent")
    for by, uploader in (("call_agent", "agent_mdn"), ("agent_bnj", "agent_bnj")):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            copy(by, uploader)


def test_documents_follow_their_record_those_as_well_that_its_mover_does_not_see(organisation):
    one = customers.customer("Siti", "MDN")
    attached(one.id, tier=3, title="Peka")
    agent = people.user_id("call_agent")

    with scope(people.actor("call_agent")):
        moved = subject_moved(subject_type="CUSTOMER", subject_id=str(one.id), place=Place(customer_id=one.id, owner_ids=(agent,), tier=1))

    assert moved == 1
    with rows():
        document = Document.objects.get()
    assert (document.owner_ids, document.tier) == ([agent], 3), "a tier never falls by itself"
    with rows():
        assert DocumentVersion.objects.count() == 1


def test_the_papers_of_a_record_are_found_by_it_without_reading_all_others(organisation):
    with rows():
        execute("SET LOCAL enable_seqscan = off")
        plan = query("EXPLAIN UPDATE crm.documents SET tier = 3 WHERE subject_type = 'CASE' AND subject_id = 'any'")
    assert any("documents_subject_idx" in line["QUERY PLAN"] for line in plan)
