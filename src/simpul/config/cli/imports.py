"""`simpul import`: bring a source in by a profile, or go on where an interrupted import stopped."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from simpul.config.cli import Refusal
from simpul.config.cli.installation import add_data_argument, process_environment
from simpul.config.progress import Progress

if TYPE_CHECKING:
    from simpul.imports.public import Profile, RunFacts, Standing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("profile", help=f"a profile's name ({', '.join(shipped())}) or the path of a .toml file")
    parser.add_argument("path", type=Path, help="the source: a file, or the directory that holds the profile's files")
    parser.add_argument("--rejects", type=Path, metavar="FILE", help="write refused rows with their reasons to FILE (CSV)")
    parser.add_argument("--rejects-of", metavar="SOURCE", help="which source file's refused rows, where several files have some")
    add_data_argument(parser)


def shipped() -> list[str]:
    """The names of the profiles that come with Simpul."""
    folder = resources.files("simpul.config").joinpath("profiles")
    return sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))


def profile_path_of(name: str) -> Path:
    """A shipped profile by its name, or the given .toml file."""
    given = Path(name)
    if given.suffix == ".toml":
        return given
    path = Path(str(resources.files("simpul.config").joinpath("profiles", f"{name}.toml")))
    if not path.is_file():
        raise Refusal(f"There is no profile {name!r}. There are: {', '.join(shipped())}; or give the path of a .toml file.", code=2)
    return path


def run(arguments: argparse.Namespace) -> int:
    profile_path = profile_path_of(arguments.profile)
    if not arguments.path.exists():
        raise Refusal(f"{arguments.path} does not exist.")
    with process_environment(arguments, "worker") as environment:
        os.environ.update(environment)
        import django

        django.setup()
        from simpul.iam.public import system_actor
        from simpul.imports.public import import_run, load_profile
        from simpul.platform.errors import DomainError

        try:
            profile = load_profile(profile_path)
            facts = import_run(actor=system_actor(), profile=profile, path=arguments.path, progress=_shown(Progress(sys.stderr)))
            _tell(facts)
            if arguments.rejects:
                _write_rejects(facts, profile, arguments.rejects, arguments.rejects_of)
        except DomainError as refusal:
            raise Refusal(refusal.detail.en) from None
        except KeyboardInterrupt:
            raise Refusal("Interrupted. The same command goes on where it stopped.", code=130) from None
    return 1 if facts.rejected else 0


def _shown(progress: Progress) -> Callable[[Standing], None]:
    """An import's standing as the bar of the command line."""

    def show(standing: Standing) -> None:
        progress(f"importing {standing.file}", standing.rows, max(standing.total, standing.rows, 1))

    return show


def _tell(facts: RunFacts) -> None:
    counts = ", ".join(f"{name} {value:,}" for name, value in facts.counts.items())
    print(f"Import {facts.id} {facts.status.lower()}: {counts}.")
    if facts.fields_changed:
        fields = ", ".join(f"{name} {count:,}" for name, count in sorted(facts.fields_changed.items(), key=lambda each: (-each[1], each[0])))
        print(f"Changed in customers who were there: {fields}.")
    for told in facts.remarks:
        lines = ", ".join(map(str, told["lines"])) + (", ..." if told["count"] > len(told["lines"]) else "")
        what = "left out" if told["kind"] == "EMPTIED" else "doubtful"
        print(f"  {what}: {told['file']}, {told['column']}: {told['count']:,} (lines {lines}). {told['en']}")
    for note in facts.notes:
        print(f"  note: {note.get('en') or note.get('id', '')}")


def _write_rejects(facts: RunFacts, profile: Profile, target: Path, file: str | None) -> None:
    from simpul.iam.public import system_actor
    from simpul.imports.public import rejects_export

    if not facts.rejected:
        print("No row was refused.")
        return
    # Refused rows carry personal data.
    with open(target, "w", encoding="utf-8-sig", newline="", opener=lambda path, flags: os.open(path, flags, 0o600)) as output:
        written = rejects_export(actor=system_actor(), run_id=facts.id, output=output, profile=profile, file=file)
    print(f"{written:,} refused rows are in {target}.")
