"""The trail is kept a second time in an object store: in the order of its seals, each batch under a lock that nobody shortens, and compared with the database."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import socket
import ssl
import threading
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from minio.error import S3Error

from simpul.audit.sealing import retention
from simpul.audit.services import object_store, shipping
from simpul.audit.services.object_store import ObjectStore
from simpul.audit.services.shipping import trail_ship
from simpul.audit.verification.findings import Broken
from simpul.audit.verification.outside import PublicKeys
from simpul.audit.verification.stored import StoredObject, StoreReport, directory_objects, stored_check
from simpul.platform import locked_store
from simpul.platform.db import query, scope
from simpul.platform.ids import SYSTEM_ID
from simpul.platform.locked_store import LockedStore
from simpul.platform.ports import system_actor
from tests.audit.collectors import Authority
from tests.audit.stores import BUCKET, Store, storing
from tests.audit.test_sealing_decisions import again, cut, old_month
from tests.audit.test_shipping import in_order, place
from tests.support.database import settle


def lines(content: bytes) -> list[dict]:
    return [json.loads(line) for line in gzip.decompress(content).splitlines()]


def compared(trail, store: Store) -> StoreReport:
    objects = [StoredObject(each.name, lambda each=each: store.target.store.object_read(each), each.hidden) for each in store.versions]
    with trail.admin() as reader:
        return stored_check(reader, PublicKeys(trail.public_keys), objects)


def broken(trail, store: Store) -> Broken:
    """What the comparison ends with."""
    with pytest.raises(Broken) as found:
        compared(trail, store)
    return found.value


def told(report: StoreReport) -> list[str]:
    return [each.english for each in report.notices]


def test_batches_stand_in_the_order_of_the_seals_and_each_proves_itself(trail, tmp_path, monkeypatch):
    monkeypatch.setattr(shipping, "_ROWS_AT_ONCE", 80)
    trail.write(120, each=7)
    trail.sealer.most_rows = 50
    seals = trail.seal()
    with storing() as store:
        assert trail_ship(store.target) == 120
        trail.write(3)
        settle()
        trail.seal()
        assert trail_ship(store.target) == 3

        assert [each.name for each in store.versions] == [f"{first:012d}-{last:012d}.jsonl.gz" for first, last in ((1, 2), (3, 3), (4, 4))]
        contents = [store.content(each) for each in store.versions]
        found = [line for content in contents for line in lines(content)]
        assert [line["row"]["audit_id"] for line in found if "row" in line] == in_order(trail)
        assert [(line["sealed"]["number"], line["sealed"]["hash"]) for line in found if "sealed" in line][:3] == [
            (each.number, each.hash.hex()) for each in seals
        ]
        assert place(store.target.target_name) == {"seal_number": 4, "rows_shipped": 123, "failure": "", "failed": False, "free": True}

        held = store.owner.stat_object(BUCKET, f"simpul/{store.versions[0].name}").metadata
        assert [held[f"x-amz-meta-{name}"] for name in ("first-seal", "last-seal", "sha256")] == ["1", "2", hashlib.sha256(contents[0]).hexdigest()]
        report = compared(trail, store)
        assert (report.objects, report.seals, report.rows, report.waiting, report.notices) == (3, 4, 123, 0, [])

        for each, content in zip(store.versions, contents, strict=True):
            (tmp_path / each.name).write_bytes(content)
        with trail.admin() as reader:
            assert stored_check(reader, PublicKeys(trail.public_keys), directory_objects(tmp_path)).rows == 123


def test_nobody_deletes_or_shortens_what_was_stored(trail):
    trail.write(2)
    trail.seal()
    with storing(days=400) as store:
        assert trail_ship(store.target) == 2
        (stored,) = store.versions
        held = store.owner.stat_object(BUCKET, f"simpul/{stored.name}").metadata
        until = datetime.fromisoformat(held["x-amz-object-lock-retain-until-date"])
        assert held["x-amz-object-lock-mode"] == "COMPLIANCE"
        assert abs(until - datetime.now(UTC) - timedelta(days=400)) < timedelta(minutes=5)

        with pytest.raises(S3Error, match="AccessDenied"):
            store.owner.remove_object(BUCKET, f"simpul/{stored.name}", version_id=stored.version)

        # A deletion without a version only hides, and is told of.
        store.owner.remove_object(BUCKET, f"simpul/{stored.name}")
        assert told(compared(trail, store)) == [
            "1 seals, beginning with seal 1, are only in versions of objects that were deleted or written over: somebody tried to hide them."
        ]


def test_a_batch_that_was_put_and_not_noted_is_written_again_under_the_same_name(trail, monkeypatch):
    trail.write(5)
    trail.seal()
    with storing() as store:

        class Interrupted(Exception):
            """The worker ends between the object and its note."""

        def interrupt(*_given: object) -> None:
            raise Interrupted

        with monkeypatch.context() as during, pytest.raises(Interrupted):
            during.setattr(shipping, "_move", interrupt)
            trail_ship(store.target)
        trail.write(4)
        settle()
        trail.seal()  # what was sealed meanwhile is no part of the repetition
        with scope(system_actor()):
            query("UPDATE crm.trail_shipping SET held_until = '-infinity' RETURNING target")

        assert trail_ship(store.target) == 9

        names = [each.name for each in store.versions]
        assert names == ["000000000001-000000000001.jsonl.gz"] * 2 + ["000000000002-000000000002.jsonl.gz"]
        assert store.content(store.versions[0]) == store.content(store.versions[1])
        report = compared(trail, store)
        assert (report.seals, report.rows, report.notices) == (2, 9, [])


@pytest.mark.parametrize("bucket", [{"locks": False}, {"locks": False, "versions": False}])
def test_a_bucket_without_lock_is_refused_and_the_place_stays(trail, bucket):
    trail.write(1)
    trail.seal()
    with storing(**bucket) as store:
        assert trail_ship(store.target) == 0
        assert place(store.target.target_name) == {"seal_number": 0, "rows_shipped": 0, "failure": "NO_LOCK", "failed": True, "free": True}


def test_whatever_else_fails_is_named_and_the_place_stays(trail, tmp_path):
    trail.write(1)
    trail.seal()
    with storing() as store:
        known = store.target.store
        refused = ObjectStore(LockedStore(known.address.replace(BUCKET, "tidak-ada"), "kunci", "rahasia"))
        wordless = ObjectStore(LockedStore(known.address + "/lain", "kunci", secret_file=str(tmp_path / "nothing")))
        nobody = ObjectStore(LockedStore("http://127.0.0.1:9/jejak-audit", "kunci", "rahasia"))
        for target, why in ((refused, "REFUSED"), (wordless, "REFUSED"), (nobody, "UNREACHABLE")):
            assert (trail_ship(target), place(target.target_name)["failure"]) == (0, why)
        assert store.versions == []


def test_a_store_that_is_not_who_it_says_or_does_not_answer_gets_nothing(trail, tmp_path, monkeypatch):
    monkeypatch.setattr(locked_store, "_ANSWER_SECONDS", 0.5)
    trail.write(1)
    trail.seal()
    authority = Authority(tmp_path)
    (tmp_path / "other").mkdir()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority.issued("store"))
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def keep_silent() -> None:
            for _ in range(2):
                plain, _address = listening.accept()
                with suppress(OSError):
                    kept.append(context.wrap_socket(plain, server_side=True))
                    kept[-1].recv(65_536)

        kept: list[socket.socket] = []
        threading.Thread(target=keep_silent, daemon=True).start()
        address = f"https://127.0.0.1:{listening.getsockname()[1]}/jejak-audit"
        for trusted, why in ((Authority(tmp_path / "other"), "CERTIFICATE"), (authority, "TIMEOUT")):
            target = ObjectStore(LockedStore(f"{address}/{why}", "kunci", "rahasia", authority=str(trusted.file)))
            assert (trail_ship(target), place(target.target_name)["failure"]) == (0, why)


def test_the_lag_is_what_the_store_does_not_have(trail):
    trail.write(3)
    trail.seal()
    with storing() as store:
        name = store.target.target_name

        def lag() -> tuple[int, bool, int]:
            with scope(system_actor()):
                found = query("SELECT * FROM crm.shipping_lag(%s)", (name,))[0]
            return found["waiting_rows"], found["oldest_waiting_at"] is not None, found["seal_number"]

        assert lag() == (3, True, 0)
        trail_ship(store.target)
        assert lag() == (0, False, 1)
        trail.write(2)
        settle()
        assert lag() == (0, False, 1)  # without a seal nothing waits for the store
        trail.seal()
        assert lag() == (2, True, 1)


def test_the_comparison_names_what_is_missing_and_counts_what_is_on_its_way(trail):
    for _ in range(3):
        trail.write(2)
        settle()
        trail.seal()
    with storing() as store:
        assert broken(trail, store).code == "STORE_EMPTY"
        shipped = object_store.batch_content
        with pytest.MonkeyPatch.context() as during:
            during.setattr(shipping, "_SEALS_AT_ONCE", 1)
            during.setattr(shipping, "_ROWS_AT_ONCE", 1)
            # The second object carries the rows of no seal.
            during.setattr(object_store, "batch_content", lambda batch: shipped(batch) if batch.first_seal != 2 else gzip.compress(b'{"row": {}}\n'))
            trail_ship(store.target)
        assert broken(trail, store).code == "STORE_MISSING"

        trail.write(1)
        settle()
        trail.seal()
        second = store.versions[1]
        with pytest.MonkeyPatch.context() as during:
            during.setattr(shipping, "_SEALS_AT_ONCE", 1)
            batch = shipping.SealedBatch(blocks_of(1, 2))
            store.target.batch_deliver(batch)
        report = compared(trail, store)
        assert second.name == object_store.object_name(batch)
        assert (report.seals, report.rows, report.waiting, told(report)) == (
            3, 6, 1, [f"The object {second.name} of the store does not agree with its own seals, and does not count."],
        )  # fmt: skip


def blocks_of(after: int, last: int):
    with scope(system_actor()):
        return shipping._blocks(after, last)


def test_a_database_that_lost_or_replaced_seals_is_found_by_the_store_alone(trail):
    for _ in range(4):
        trail.write(3)
        settle()
        trail.seal()
    with storing() as store:
        trail_ship(store.target)
        cut(trail, 2)
        assert (broken(trail, store).facts, trail.broken()) == ({"seal": 3}, "TAIL_CUT")

        # Sealed on as if nothing had been: by who has the key, and cut the checkpoints as well.
        trail.checkpoints.write_text("".join(trail.checkpoints.read_text().splitlines(keepends=True)[:2]))
        trail.write(2)
        settle()
        again(trail).catch_up()
        assert trail.broken() == ""
        assert broken(trail, store).code == "STORE_DIFFERS"


def test_an_older_database_that_was_accepted_agrees_with_its_store(trail):
    for _ in range(4):
        trail.write(3)
        settle()
        trail.seal()
    with storing() as store:
        trail_ship(store.target)
        cut(trail, 2)
        again(trail).accept("Cadangan malam dipulihkan setelah kerusakan disk")
        trail_ship(store.target)

        report = compared(trail, store)
        assert (report.seals, report.waiting, report.notices) == (5, 0, [])


def test_a_stranger_in_the_store_accuses_nobody(trail):
    trail.write(3)
    trail.seal()
    with storing() as store:
        trail_ship(store.target)
        (stored,) = store.versions
        document = lines(store.content(stored))
        document[0]["row"]["object_id"] = "lain"
        forged = gzip.compress(b"".join(json.dumps(each).encode() + b"\n" for each in document))
        store.owner.put_object(BUCKET, f"simpul/{stored.name}", io.BytesIO(forged), len(forged))

        report = compared(trail, store)

        assert (report.seals, report.rows, len(report.notices)) == (1, 3, 3)
        assert told(report)[0] == f"The object {stored.name} of the store does not agree with its own seals, and does not count."
        assert [each.split(" ", 1)[1] for each in told(report)[1:]] == [
            "seals, beginning with seal 1, are only in versions of objects that were deleted or written over: somebody tried to hide them.",
            "objects of the store are not locked (COMPLIANCE) and can be deleted.",
        ]


def test_a_month_that_was_dropped_before_there_was_a_store_leaves_its_seals_bare(trail):
    old_month(trail, "2024-05", "2024-06")
    trail.write(6, months=("2024-05",), each=2)
    trail.write(2)
    settle()
    (first,) = trail.seal()
    assert first.row_count == 8
    retention.drop_month(trail.sealer, date(2024, 5, 1), actor_id=SYSTEM_ID)
    settle()
    trail.seal()
    with storing() as store:
        trail_ship(store.target)

        report = compared(trail, store)

        assert (report.seals, report.waiting, told(report)) == (
            trail.verify().seals, 0, ["1 seals of the store, beginning with seal 1, are without all of their rows: their month was dropped before they were stored, or rows were lost."],
        )  # fmt: skip
