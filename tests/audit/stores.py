"""A real object store (S3) on loopback, with versions and locks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.request import Request, urlopen

from minio import Minio
from minio.versioningconfig import ENABLED, VersioningConfig
from moto.server import ThreadedMotoServer

from simpul.audit.services.object_store import ObjectStore
from simpul.platform.locked_store import LockedStore, StoredVersion

BUCKET = "jejak-audit"


@dataclass
class Store:
    """A bucket as the product reaches it, and as its owner does."""

    target: ObjectStore
    owner: Minio

    @property
    def versions(self) -> list[StoredVersion]:
        """What the product would read back, every version of it."""
        return self.target.store.object_versions()

    def content(self, version: StoredVersion) -> bytes:
        return self.target.store.object_read(version)[0]


@contextmanager
def storing(*, locks: bool = True, versions: bool = True, days: int = 3650) -> Iterator[Store]:
    """A store with one bucket until the block ends."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        # The server keeps its state for the life of the process.
        urlopen(Request(f"http://{host}:{port}/moto-api/reset", method="POST")).close()
        owner = Minio(f"{host}:{port}", "pemilik", "rahasia-pemilik", secure=False, region="us-east-1")
        owner.make_bucket(BUCKET, object_lock=locks)
        if versions:
            owner.set_bucket_versioning(BUCKET, VersioningConfig(ENABLED))
        yield Store(ObjectStore(LockedStore(f"http://{host}:{port}/{BUCKET}/simpul", "kunci", "rahasia", retention_days=days)), owner)
    finally:
        server.stop()
