from django.apps import AppConfig


class Customer360Config(AppConfig):
    name = "simpul.customer360"
    label = "customer360"

    def ready(self) -> None:
        from simpul.customer360 import datasets

        datasets.register_all()
