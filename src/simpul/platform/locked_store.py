"""An object store (S3) that keeps each object unchanged for a time (Object Lock in COMPLIANCE mode): nobody shortens it, not even who owns the store."""

from __future__ import annotations

import base64
import hashlib
import io
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from xml.etree.ElementTree import ParseError

import urllib3
from minio import Minio
from minio.commonconfig import COMPLIANCE
from minio.error import MinioException, S3Error
from minio.retention import Retention
from urllib3 import exceptions

_CONNECT_SECONDS, _ANSWER_SECONDS = 10, 40
_LEAST_PART = 5 * 1024 * 1024
_NO_LOCK_CODES = {"ObjectLockConfigurationNotFoundError", "InvalidBucketState"}


class StoreFailed(Exception):
    """The store did not do what was asked; `why` says in one word what failed."""

    def __init__(self, why: Literal["UNREACHABLE", "TIMEOUT", "CERTIFICATE", "REFUSED", "NO_LOCK"]) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class StoredVersion:
    """One version of an object, and whether a later version or a deletion hides it."""

    name: str
    version: str | None
    hidden: bool


@dataclass(frozen=True)
class LockedStore:
    """Where objects go: `address` is https://host/bucket/prefix. Without `authority` the machine's own certificates count."""

    address: str
    key: str = ""
    secret: str = field(default="", repr=False)
    secret_file: str = ""
    region: str = "us-east-1"
    authority: str = ""
    retention_days: int = 3650

    @property
    def target_name(self) -> str:
        """Its address without the protocol."""
        return self.address.partition("://")[2].rstrip("/")

    @property
    def bucket_name(self) -> str:
        """The bucket of the address."""
        return urlsplit(self.address).path.strip("/").partition("/")[0]

    @property
    def name_prefix(self) -> str:
        """What every name of ours begins with."""
        inner = urlsplit(self.address).path.strip("/").partition("/")[2]
        return f"{inner}/" if inner else ""

    def object_put(self, name: str, content: bytes, kind: str, metadata: Mapping[str, str]) -> None:
        """Write an object under lock, then read it back: its content, its lock and how long that holds.

        Raises: StoreFailed; NO_LOCK where the bucket does not lock.
        """
        until = datetime.now(UTC).replace(microsecond=0) + timedelta(days=self.retention_days)
        with self._client() as client:
            written = client.put_object(
                self.bucket_name,
                self.name_prefix + name,
                io.BytesIO(content),
                len(content),
                kind,
                {**metadata, **_checksum(content)},
                part_size=max(len(content), _LEAST_PART),
                retention=Retention(COMPLIANCE, until),
            )
            found, locked_until = self._read(client, name, written.version_id)
            if found != content:
                raise StoreFailed("REFUSED")
            # A store without versions would let the name be written over.
            if written.version_id is None or locked_until is None or locked_until < until:
                raise StoreFailed("NO_LOCK")

    def object_versions(self) -> list[StoredVersion]:
        """Every version of every object of ours, by name; deletions hide, and remove nothing that is under lock.

        Raises: StoreFailed.
        """
        with self._client() as client:
            listed = list(client.list_objects(self.bucket_name, self.name_prefix, recursive=True, include_version=True))
        return [
            StoredVersion(str(each.object_name).removeprefix(self.name_prefix), each.version_id, each.is_latest != "true")
            for each in sorted(listed, key=lambda each: (str(each.object_name), each.last_modified))
            if not each.is_delete_marker
        ]

    def object_read(self, version: StoredVersion) -> tuple[bytes, bool]:
        """The content of one version, and whether it is under a lock that nobody shortens.

        Raises: StoreFailed.
        """
        with self._client() as client:
            content, locked_until = self._read(client, version.name, version.version)
        return content, locked_until is not None

    def _read(self, client: Minio, name: str, version: str | None) -> tuple[bytes, datetime | None]:
        """The content, and until when nobody deletes it. The headers tell, where the login may read the retention."""
        answer = client.get_object(self.bucket_name, self.name_prefix + name, version_id=version)
        try:
            content = bytes(answer.read())
        finally:
            answer.close()
            answer.release_conn()
        until = answer.headers.get("x-amz-object-lock-retain-until-date", "")
        if answer.headers.get("x-amz-object-lock-mode") != COMPLIANCE or not until:
            return content, None
        return content, datetime.fromisoformat(until)

    @cached_property
    def _pool(self) -> urllib3.PoolManager:
        """Connections with our patience and our certificates; what fails is tried again by who asked."""
        context = ssl.create_default_context(cafile=self.authority or None)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        timeout = urllib3.Timeout(connect=_CONNECT_SECONDS, read=_ANSWER_SECONDS)
        return urllib3.PoolManager(timeout=timeout, retries=False, ssl_context=context)

    def _login(self) -> str:
        try:
            return self.secret or Path(self.secret_file).read_text().strip()
        except OSError:
            raise StoreFailed("REFUSED") from None

    @contextmanager
    def _client(self) -> Iterator[Minio]:
        """A client for what follows.

        Raises: StoreFailed for whatever goes wrong within.
        """
        parts = urlsplit(self.address)
        try:
            yield Minio(parts.netloc, self.key, self._login(), secure=parts.scheme == "https", region=self.region, http_client=self._pool)
        except exceptions.NewConnectionError:
            raise StoreFailed("UNREACHABLE") from None
        except exceptions.TimeoutError:
            raise StoreFailed("TIMEOUT") from None
        except exceptions.SSLError as error:
            raise StoreFailed("CERTIFICATE" if isinstance(error.args[0], ssl.SSLCertVerificationError) else "REFUSED") from None
        except S3Error as error:
            without = error.code in _NO_LOCK_CODES or (error.code == "InvalidRequest" and "lock" in str(error.message).lower())
            raise StoreFailed("NO_LOCK" if without else "REFUSED") from None
        except (MinioException, exceptions.HTTPError, ValueError, ParseError):
            raise StoreFailed("REFUSED") from None
        except OSError:
            raise StoreFailed("UNREACHABLE") from None


def _checksum(content: bytes) -> dict[str, str]:
    """What the store compares the content with as it arrives; objects under lock take one."""
    return {"x-amz-sdk-checksum-algorithm": "SHA256", "x-amz-checksum-sha256": base64.b64encode(hashlib.sha256(content).digest()).decode()}
