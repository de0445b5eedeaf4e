"""What only the demonstration answers: who can be played."""

from __future__ import annotations

import json

from django.conf import settings
from django.http import HttpRequest
from ninja import Schema

from simpul.iam.public import people_by_username, role_name
from simpul.platform.errors import NotFound
from simpul.platform.http import Router, problems, public

router = Router()


class DemoLogin(Schema):
    """One person of the demonstration."""

    username: str
    full_name: str
    role: str
    role_name: str
    branches: list[str]
    password: str


class DemoOut(Schema):
    """Everybody whom the demonstration lets you play."""

    logins: list[DemoLogin]


@router.get(
    "/demo",
    permission=public("The sign-in page of the demonstration offers its users."),
    response={200: DemoOut, **problems(NotFound)},
    operation_id="demo_get",
)
def demo(request: HttpRequest) -> dict[str, object]:
    """The demonstration's users with their passwords; absent anywhere else."""
    path = settings.DATA_DIR / "demo-logins.json"
    if not settings.DEMO or not path.exists():
        raise NotFound()
    logins = json.loads(path.read_text())["logins"]
    names = people_by_username(login["username"] for login in logins)
    return {
        "logins": [
            {**login, "full_name": names[login["username"]].full_name, "role_name": role_name(login["role"])} for login in logins if login["username"] in names
        ]
    }
