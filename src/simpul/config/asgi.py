"""The web process."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "simpul.config.settings")

from django.core.asgi import get_asgi_application

from simpul.config import tracing
from simpul.config.bodies import BoundedBodies
from simpul.platform import logs
from simpul.platform.processes import Heartbeat, on_django

application = BoundedBodies(get_asgi_application())
logs.tell_ends()
tracing.begin("web")
Heartbeat("web", on_django).start()
