from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "simpul.access"
    label = "access"

    def ready(self) -> None:
        from simpul.access import grant_workflow, limits, subscribers

        limits.register()
        subscribers.register_all()
        grant_workflow.register()
