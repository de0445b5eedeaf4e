from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "simpul.advice"
    label = "advice"

    def ready(self) -> None:
        from simpul.advice import rules

        rules.register_all()
