from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "simpul.oversight"
    label = "oversight"

    def ready(self) -> None:
        from simpul.oversight import subscribers

        subscribers.register_all()
