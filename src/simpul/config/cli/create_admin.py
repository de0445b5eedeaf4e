"""`simpul create_admin`: the first administrator of an installation, with a one-time link to set a password."""

from __future__ import annotations

import argparse
import os
import sys

from simpul.config.cli import Refusal
from simpul.config.cli.acting import acting
from simpul.config.cli.addresses import add_address_argument, address_of, link
from simpul.config.cli.installation import add_data_argument, process_environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("username", help="the name to sign in with: small letters, digits, dots, - and _")
    parser.add_argument("full_name", help='the name that colleagues see, such as "Rina Hutabarat"')
    parser.add_argument("email", help="the e-mail address")
    parser.add_argument("--language", choices=("id", "en"), default="id", help="the language of the interface (default: id)")
    add_address_argument(parser)
    parser.add_argument("--although-there-is-one", action="store_true", help="make a further administrator, because none of the present ones can sign in")
    parser.add_argument("--reason", default="", help="why a further one; it stands in the audit trail, and Compliance is told")
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    address = address_of(arguments)
    with process_environment(arguments, "worker") as environment:
        os.environ.update(environment)
        import django

        django.setup()
        from simpul.iam.services.administrators import administrator_create

        person = _person(arguments)
        with acting() as actor:
            _, token, ends_at = administrator_create(actor=actor, **person, although_there_is_one=arguments.although_there_is_one, reason=arguments.reason)
    print(f"{person['username']} is an administrator. This link sets the password, once, until {ends_at:%Y-%m-%d %H:%M} UTC:", file=sys.stderr)
    print(link(address, token))
    return 0


def _person(arguments: argparse.Namespace) -> dict[str, str]:
    from simpul.config.organisation.shapes import Wrong, person

    try:
        return person(username=arguments.username, full_name=arguments.full_name, email=arguments.email, language=arguments.language)
    except Wrong as wrong:
        raise Refusal(" ".join(wrong.reasons), code=2) from None
