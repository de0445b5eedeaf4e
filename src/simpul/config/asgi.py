"""The web process."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "simpul.config.settings")

from django.core.asgi import get_asgi_application

from simpul.config import tracing
from simpul.config.bodies import BoundedBodies, limit_of
from simpul.platform import logs
from simpul.platform.processes import Heartbeat, on_django

application = BoundedBodies(get_asgi_application())
limit_of("POST", "/api/v1")  # every operation is known before the first request comes
logs.tell_ends()
tracing.begin("web")
Heartbeat("web", on_django).start()
