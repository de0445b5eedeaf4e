"""The system user that the server runs as: ours, or a service user when we are root.

PostgreSQL refuses to run as root. Its user needs a passwd entry and must be able to walk to its files;
directories that are closed to others, such as a root home, are left closed.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simpul.platform.embedded.errors import EmbeddedError

SERVICE_USER = "simpul"


@dataclass(frozen=True)
class Account:
    """A user by name and numbers; `switch` when it is not the one we are."""

    name: str
    uid: int
    gid: int
    switch: bool

    def run(
        self, command: list[str], *, environment: Mapping[str, str] | None = None, directory: Path = Path("/"), **options: Any
    ) -> subprocess.CompletedProcess[str]:
        """Run a program as this user, with a clean environment and no terminal."""
        if self.switch:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        clean = {"PATH": os.defpath, "LC_ALL": "C", "HOME": "/", "USER": self.name, "LOGNAME": self.name, **(environment or {})}
        return subprocess.run(command, env=clean, cwd=directory, stdin=subprocess.DEVNULL, text=True, umask=0o077, check=False, **options)

    def can_execute(self, path: Path) -> bool:
        """Whether this user can walk to the path and execute (or enter) it."""
        if not self.switch:
            return os.access(path, os.X_OK)
        return self.run(["/bin/sh", "-c", 'test -x "$1"', "sh", str(path)], capture_output=True).returncode == 0

    def give(self, path: Path) -> None:
        """Make the path this user's own."""
        if self.switch:
            os.chown(path, self.uid, self.gid)


def _entry(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _create_service_user() -> pwd.struct_passwd | None:
    program = shutil.which("useradd", path=f"{os.defpath}:/usr/sbin:/sbin")
    if program is None:
        return None
    command = [
        program,
        "--system",
        "--user-group",
        "--no-create-home",
        "--home-dir",
        "/nonexistent",
        "--shell",
        "/usr/sbin/nologin",
        SERVICE_USER,
    ]
    subprocess.run(command, capture_output=True, check=False)
    return _entry(SERVICE_USER)


def account(owner: int | None = None) -> Account:
    """The account for a cluster; `owner` is the user id that an existing cluster belongs to.

    Raises: EmbeddedError when no suitable user exists or the cluster is another user's.
    """
    uid = os.geteuid()
    if uid != 0:
        if owner is not None and owner != uid:
            raise EmbeddedError(f"The database files belong to user id {owner}, and you are {uid}. Run as that user, or choose another --data DIR.")
        try:
            return Account(pwd.getpwuid(uid).pw_name, uid, os.getegid(), switch=False)
        except KeyError:
            raise EmbeddedError(f"User id {uid} has no entry in /etc/passwd, which PostgreSQL needs. Add one, or set DATABASE_URL.") from None
    if owner:
        try:
            entry: pwd.struct_passwd | None = pwd.getpwuid(owner)
        except KeyError:
            raise EmbeddedError(f"The database files belong to user id {owner}, which has no entry in /etc/passwd. Add one, or chown the files.") from None
    else:
        entry = _entry(SERVICE_USER) or _create_service_user() or _entry("nobody")
    if entry is None or entry.pw_uid == 0:
        raise EmbeddedError("PostgreSQL does not run as root and no other user exists. Create a user, such as: useradd --system simpul")
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid, switch=True)
