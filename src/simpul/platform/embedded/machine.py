"""How large the machine is, and the server settings that follow from it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

MB = 1024 * 1024
GB = 1024 * MB
_CGROUP_LIMITS = (
    Path("/sys/fs/cgroup/memory.max"),
    Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"),
)
_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - only its size is read


def memory() -> int:
    """Bytes of memory this process may count on: the machine's, or the container's where that is less."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    for path in _CGROUP_LIMITS:
        try:
            text = path.read_text().strip()
        except OSError:
            continue
        if text.isdigit() and int(text) < total:
            total = int(text)
    return total


def _between(low: int, value: int, high: int) -> int:
    return max(low, min(high, value))


@dataclass(frozen=True)
class Sizing:
    """Memory and disk figures of the configuration, in bytes."""

    shared_buffers: int
    effective_cache_size: int
    work_mem: int
    maintenance_work_mem: int
    max_wal_size: int

    @classmethod
    def of(cls, total: int, disk_free: int) -> Sizing:
        """A sixth of memory for the server's cache, the rest for the system's cache and for Python."""
        return cls(
            shared_buffers=_between(128 * MB, total // 6, 8 * GB),
            effective_cache_size=_between(256 * MB, total // 2, 64 * GB),
            work_mem=_between(4 * MB, total // 512, 64 * MB),
            maintenance_work_mem=_between(64 * MB, total // 24, 1 * GB),
            max_wal_size=_between(512 * MB, disk_free // 10, 8 * GB),
        )


def settings(directory: Path, *, durable: bool) -> dict[str, str]:
    """The server's settings for this machine; `durable=False` is for tests, which may lose data in a power cut."""
    sizing = Sizing.of(memory(), shutil.disk_usage(directory).free)
    if not durable:
        sizing = Sizing.of(min(memory() // 4, 2 * GB), 10 * GB)
    values = {
        "shared_buffers": f"{sizing.shared_buffers // MB}MB",
        "effective_cache_size": f"{sizing.effective_cache_size // MB}MB",
        "work_mem": f"{sizing.work_mem // MB}MB",
        "maintenance_work_mem": f"{sizing.maintenance_work_mem // MB}MB",
        "max_wal_size": f"{sizing.max_wal_size // MB}MB",
        "min_wal_size": "128MB",
        # The server's binaries offer pglz only: it cost an import a twelfth of its processor time. Rare checkpoints save more.
        "wal_compression": "off",
        "checkpoint_timeout": "'15min'",
        "random_page_cost": "1.1",
        "jit": "off",
        "max_connections": "200" if not durable else "100",
        "max_parallel_workers_per_gather": "2",
        "shared_preload_libraries": "'pg_stat_statements'",
        "idle_in_transaction_session_timeout": "'10min'",
        "timezone": "'UTC'",
        "log_timezone": "'UTC'",
        "password_encryption": "'scram-sha-256'",
        "logging_collector": "on",
        "log_directory": "'../log'",
        "log_filename": "'postgresql-%a.log'",
        "log_truncate_on_rotation": "on",
        "log_rotation_age": "'1d'",
        "log_min_messages": "warning",
        # A statement's text may carry a customer's data: never into a log file.
        "log_min_error_statement": "panic",
        "log_parameter_max_length_on_error": "0",
        "log_error_verbosity": "terse",
    }
    if _SHARED_MEMORY.is_dir() and shutil.disk_usage(_SHARED_MEMORY).total < 512 * MB:
        # Containers often give 64 MB of shared memory; parallel queries would fail there.
        values["dynamic_shared_memory_type"] = "mmap"
    if not durable:
        values |= {
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            "max_locks_per_transaction": "256",
        }
    return values
