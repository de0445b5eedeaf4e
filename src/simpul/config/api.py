"""The API's root: the operations of every domain in one place."""

from simpul import __version__
from simpul.config import demo_api
from simpul.iam.auth import KeyAuth, SessionAuth
from simpul.platform.domain import routers
from simpul.platform.http import create_api

api = create_api(auth=[KeyAuth(), SessionAuth()], title="Simpul", version=__version__)
for heading, router in (("demo", demo_api.router), *routers()):
    api.add_router("", router, tags=[heading])
