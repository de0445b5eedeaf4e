"""Files that come with a form: held in memory while small, else in a file without a name, and never beyond the bound.

A file without a name is gone with its process, whatever ends it, so clear content is never left on a disk.
"""

from __future__ import annotations

import hashlib
import tempfile
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

_IN_MEMORY = 2_000_000


class ReceivedFile(UploadedFile):
    """A file as it came; `sha256` (hexadecimal) says which content it was. What came beyond the bound is cut off, and `size` tells."""

    sha256 = ""


class Nameless(FileUploadHandler):
    """Receive every file of a form, counting and hashing while it comes."""

    chunk_size = 256 * 1024

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self.file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed with the request
        self.digest, self.size = hashlib.sha256(), 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece; one piece beyond the bound is kept as well, so that a file cut off still measures too large."""
        if self.size <= settings.MAX_UPLOAD_BYTES:
            self.file.write(raw_data)
        self.size += len(raw_data)
        self.digest.update(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:
        """The whole file, at its beginning."""
        self.file.seek(0)
        received = ReceivedFile(
            file=self.file,
            name=self.file_name,
            content_type=self.content_type,
            size=self.size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
        received.sha256 = self.digest.hexdigest()
        return received
