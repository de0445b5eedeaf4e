"""No committed file names a machine's own path or a package registry.

A lock file that names a registry works only where that registry answers, and a path of one machine works nowhere
else: locks here carry hashes, and the index comes from the environment of whoever installs.
"""

from __future__ import annotations

import re

from tools.repository import Finding, relative, tracked_files

_REGISTRY_HOSTS = ("pypi" + ".org", "files.pythonhosted" + ".org", "registry.npmjs" + ".org", "registry.yarnpkg" + ".com", "proxy.golang" + ".org")
_PATTERNS = {
    re.compile(rb"(?<![\w./-])(?:" + "|".join(re.escape(host) for host in _REGISTRY_HOSTS).encode() + rb")\b"): "names a package registry",
    re.compile(rb"https?://(?:[\w-]+\.)*(?:pypi|npm|registry|artifactory|nexus)[\w-]*\.[\w.-]+"): "names a package registry",
    re.compile(rb"(?<![\w.$})~-])/(?:home|Users)/(?!me\b|user\b)[a-z_][\w-]*/"): "names a path of one machine",
    re.compile(rb"(?<![\w.$})~-])/(?:work|root)/[\w.-]"): "names a path of one machine",
}
_BINARY = {".png", ".jpg", ".woff2", ".ico", ".gz", ".pdf", ".webp"}


def findings() -> list[Finding]:
    """Every line in a committed file that would work on one machine only."""
    return [found for path in tracked_files() if path.suffix not in _BINARY for found in judge(path.read_bytes(), relative(path))]


def judge(content: bytes, path: str) -> list[Finding]:
    """The findings in one file's bytes."""
    found = []
    for pattern, message in _PATTERNS.items():
        for match in pattern.finditer(content):
            found.append(Finding(path, content.count(b"\n", 0, match.start()) + 1, f"{message}: {match.group().decode(errors='replace')}"))
    return found
