"""A process that changes things and tells of each change, as fast as it can, until somebody kills it."""

from __future__ import annotations

import itertools
import os

import django


def main() -> None:
    """Record one act and tell one colleague of it in one transaction, again and again."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "simpul.config.settings")
    django.setup()
    from simpul.audit.public import Action, record
    from simpul.iam.public import people_by_username, system_actor
    from simpul.platform.db import scope
    from simpul.platform.notifier import NoticeKind, notify
    from simpul.platform.text import Text
    from tests.support.registries import put

    put(NoticeKind("tests.told", Text(id="Uji", en="Test"), Text(id="Uji", en="Test")))
    actor, reader = system_actor(), people_by_username(["agent_mdn"])["agent_mdn"].id
    for number in itertools.count():
        subject = f"{os.getpid()}-{number}"
        with scope(actor):
            record(actor, Action.CHANGE_CONFIG, object_type="TEST", object_id=subject)
            notify("tests.told", [reader], subject_type="TEST", subject_id=subject)


if __name__ == "__main__":
    main()
