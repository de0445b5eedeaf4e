from django.apps import AppConfig


class CustomersConfig(AppConfig):
    name = "simpul.customers"
    label = "customers"

    def ready(self) -> None:
        from simpul.customers import change_workflow, directory, importing, limits, papers, portable, subscribers

        limits.register()
        importing.register()
        subscribers.register_all()
        change_workflow.register()
        directory.register()
        papers.register()
        portable.register_all()
