from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    name = "simpul.workflow"
    label = "workflow"
