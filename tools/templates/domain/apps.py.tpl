from django.apps import AppConfig


class ${App}Config(AppConfig):
    name = "simpul.$domain"
    label = "$domain"

    def ready(self) -> None:
        from simpul.$domain import subscribers

        subscribers.register_all()
