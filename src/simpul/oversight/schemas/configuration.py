"""The configuration as a file, and what bringing one in would change."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import StringConstraints

from simpul.oversight.schemas.operations import Reason
from simpul.platform.schemas import Strict


class ConfigurationFileOut(Schema):
    """The file. `sha256` is taken over the sections in canonical JSON; two installations with the same one are configured alike."""

    format: str
    version: int
    release: str
    exported_at: datetime
    sha256: str
    sections: dict[str, Any]


class ConfigurationPreviewIn(Strict):
    """The file as it was exported."""

    document: dict[str, Any]


class ConfigurationImportIn(Strict):
    """The file, and the fingerprint of the configuration that its preview was compared with (`stands`)."""

    document: dict[str, Any]
    stands: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    reason: Reason
    lowering_seen: bool = False


class ConfigurationChangeOut(Schema):
    """One change in a sentence; `path` is its place in the file's sections. After one that `lowers`, less is protected than before."""

    section: str
    section_name: str
    path: str
    kind: Literal["added", "changed", "removed"]
    sentence: str
    lowers: bool


class ConfigurationProblemOut(Schema):
    section: str
    section_name: str
    path: str
    message: str


class ConfigurationPlanOut(Schema):
    """What an import changes, or has changed, first what lowers protection (`lowering` counts it). With one problem nothing is brought in."""

    stands: str
    changes: list[ConfigurationChangeOut]
    problems: list[ConfigurationProblemOut]
    lowering: int
    can_import: bool
