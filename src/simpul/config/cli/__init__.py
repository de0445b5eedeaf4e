"""The command line: one name per command, each in its own module that is imported only when it is asked for.

Exit codes: 0 done, 1 refused or failed (one line says why), 2 wrong arguments, 69 a needed service or package
is missing, 130 interrupted. `simpul test` gives pytest's code.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """A command's name, what its help says, and the module with `add_arguments(parser)` and `run(arguments) -> int`."""

    name: str
    help: str
    module: str
    passes_rest: bool = False


COMMANDS = (
    Command("demo", "Run everything on this machine with demonstration data", "simpul.config.cli.demo"),
    Command("serve", "Run the web server on DATABASE_URL", "simpul.config.cli.serve"),
    Command("worker", "Run background jobs on DATABASE_URL", "simpul.config.cli.worker"),
    Command("sealer", "Seal the audit trail in DATABASE_URL", "simpul.config.cli.sealer"),
    Command("sandbox", "Play the providers of messages on this machine", "simpul.config.cli.sandbox"),
    Command("audit_verify", "Check the audit trail against its seals and checkpoints", "simpul.config.cli.audit_verify"),
    Command("sla_replay", "Recompute the clocks of a case at any moment, or check every case", "simpul.config.cli.sla_replay"),
    Command("case_numbers", "Name every gap in the numbers of cases", "simpul.config.cli.case_numbers"),
    Command("migrate", "Bring the database's tables up to date", "simpul.config.cli.migrate"),
    Command("db_bootstrap", "Print, or run, the SQL that creates roles and schemas", "simpul.config.cli.db_bootstrap"),
    Command("create_admin", "Make the first administrator and a one-time link", "simpul.config.cli.create_admin"),
    Command("control_codes", "Make two sealed codes that stand for a second administrator", "simpul.config.cli.control_codes"),
    Command("branches_import", "Bring branches from a CSV file", "simpul.config.cli.branches_import"),
    Command("units_import", "Bring units and the branches they serve from a CSV file", "simpul.config.cli.units_import"),
    Command("users_import", "Bring users from a CSV file, with one-time links", "simpul.config.cli.users_import"),
    Command("db_upgrade", "Move an embedded database to this major version of PostgreSQL", "simpul.config.cli.db_upgrade"),
    Command("db_url", "Print the address of a database with one login's password", "simpul.config.cli.db_url"),
    Command("import", "Import customers, accounts and transactions by a profile", "simpul.config.cli.imports"),
    Command("import-rejects", "Write the rows that an import refused, with their reasons", "simpul.config.cli.import_rejects"),
    Command("synth", "Make customers, transactions and cases in volume", "simpul.config.cli.synth"),
    Command("rfm", "Score the value of all customers now", "simpul.config.cli.rfm"),
    Command("followup_run", "Rotate the members of the follow-up programme now", "simpul.config.cli.followup_run"),
    Command("config_export", "Write the configuration in force to one file", "simpul.config.cli.config_export"),
    Command("config_import", "Compare a configuration file and bring it in", "simpul.config.cli.config_import"),
    Command("manage", "Run a Django management command", "simpul.config.cli.manage", passes_rest=True),
    Command("keys", "Make a key file, or add a field key", "simpul.config.cli.keys"),
    Command("test", "Run the whole test suite; further arguments go to pytest", "simpul.config.cli.test", passes_rest=True),
)


class Refusal(Exception):
    """The command cannot do as asked; the message is one line that says what to do."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    width = max(len(command.name) for command in COMMANDS)
    listing = "\n".join(f"  {command.name:<{width}}  {command.help}" for command in COMMANDS)
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(f"usage: simpul COMMAND [OPTIONS]\n\n{listing}\n\nsimpul COMMAND --help explains each. Settings: docs/operations.md.")
        raise SystemExit(0 if arguments else 2)
    name = arguments[0]
    found = next((command for command in COMMANDS if command.name == name), None)
    if found is None:
        raise Refusal(f"There is no command {name!r}. The commands are: {', '.join(command.name for command in COMMANDS)}.", code=2)
    module = importlib.import_module(found.module)
    parser = argparse.ArgumentParser(prog=f"simpul {found.name}", description=found.help + ".", allow_abbrev=False)
    module.add_arguments(parser)
    if found.passes_rest:
        known, rest = parser.parse_known_args(arguments[1:])
        known.rest = rest
    else:
        known = parser.parse_args(arguments[1:])
    known.module, known.command = module, name
    return known


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; a failure is one line, never a traceback."""
    try:
        parsed = _parse(sys.argv[1:] if arguments is None else arguments)
        if parsed.command != "test":
            from simpul.config import variables

            variables.check(os.environ)
        return int(parsed.module.run(parsed))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone; what is still in the buffer has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as failure:
        from simpul.config.cli.failures import sentence_of

        print(f"simpul: {sentence_of(failure)}", file=sys.stderr)
        if os.environ.get("SIMPUL_LOG_LEVEL") == "DEBUG":
            traceback.print_exc()
        return failure.code if isinstance(failure, Refusal) else 1
