from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "simpul.documents"
    label = "documents"

    def ready(self) -> None:
        from simpul.documents import settings, subscribers

        settings.register()
        subscribers.register_all()
