from django.apps import AppConfig


class TimelineConfig(AppConfig):
    name = "simpul.timeline"
    label = "timeline"
