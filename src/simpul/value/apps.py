from django.apps import AppConfig


class ValueConfig(AppConfig):
    name = "simpul.value"
    label = "value"

    def ready(self) -> None:
        from simpul.value import importing, subscribers

        importing.register()
        subscribers.register_all()
