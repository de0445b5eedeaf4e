from django.apps import AppConfig


class Customer360Config(AppConfig):
    name = "simpul.customer360"
    label = "customer360"
