from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "simpul.oversight"
    label = "oversight"
