"""The door to imports: what domains state that can be imported, and running one."""

from __future__ import annotations

from simpul.imports import fields
from simpul.imports.exporting import rejects_export
from simpul.imports.feeding import feed
from simpul.imports.loading import TableLoader
from simpul.imports.profiles import Profile, load_profile
from simpul.imports.selectors import RunFacts, run_get
from simpul.imports.services import Standing, import_run
from simpul.imports.targets import Field, Generator, Merged, Problem, Problems, Remark, Setting, Staged, Target, bad
from simpul.imports.transforms import make_step

__all__ = [
    "Field",
    "Generator",
    "Merged",
    "Problem",
    "Problems",
    "Profile",
    "Remark",
    "RunFacts",
    "Setting",
    "Staged",
    "Standing",
    "TableLoader",
    "Target",
    "bad",
    "feed",
    "fields",
    "import_run",
    "load_profile",
    "make_step",
    "rejects_export",
    "run_get",
]
