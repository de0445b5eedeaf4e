from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "simpul.advice"
    label = "advice"

    def ready(self) -> None:
        from simpul.advice import case_rules, rules

        rules.register_all()
        case_rules.register_all()
