from django.apps import AppConfig


class PlatformConfig(AppConfig):
    name = "simpul.platform"
    label = "platform"

    def ready(self) -> None:
        from simpul.platform.db import forcing

        forcing.connect()
