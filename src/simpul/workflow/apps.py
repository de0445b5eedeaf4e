from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    name = "simpul.workflow"
    label = "workflow"

    def ready(self) -> None:
        from simpul.workflow import portable, subscribers

        subscribers.register_all()
        portable.register_all()
