from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "simpul.cases"
    label = "cases"

    def ready(self) -> None:
        from simpul.cases import case_workflow, datasets, papers, portable, settings, subscribers

        subscribers.register_all()
        portable.register_all()
        case_workflow.register()
        settings.register()
        papers.register()
        datasets.register_all()
