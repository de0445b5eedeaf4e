from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "simpul.cases"
    label = "cases"

    def ready(self) -> None:
        from simpul.cases import subscribers

        subscribers.register_all()
