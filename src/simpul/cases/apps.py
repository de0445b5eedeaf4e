from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "simpul.cases"
    label = "cases"

    def ready(self) -> None:
        from simpul.cases import portable, subscribers

        subscribers.register_all()
        portable.register_all()
