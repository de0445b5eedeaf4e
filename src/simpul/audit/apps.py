from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "simpul.audit"
    label = "audit"

    def ready(self) -> None:
        from simpul.audit import services
        from simpul.platform import ports

        ports.record_list.plug(services.record_list)
        ports.record_refusal.plug(services.record_refusal)
