"""The last application: when it is ready, all are, and the domains hand their parts to the engines."""

from django.apps import AppConfig


class ProductConfig(AppConfig):
    name = "simpul.config"

    def ready(self) -> None:
        from simpul.platform.domain import start

        start()
