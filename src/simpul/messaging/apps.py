from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "simpul.messaging"
    label = "messaging"

    def ready(self) -> None:
        from simpul.messaging import subscribers

        subscribers.register_all()
