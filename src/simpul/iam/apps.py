from django.apps import AppConfig


class IamConfig(AppConfig):
    name = "simpul.iam"
    label = "iam"

    def ready(self) -> None:
        from allauth.headless.account.inputs import LoginInput, ReauthenticateInput

        from simpul.iam import actors, limits, portable, subscribers
        from simpul.iam.selectors import directory
        from simpul.iam.services.administrators import MADE_NOTICE
        from simpul.platform import notifier, ports, subjects
        from simpul.platform.text import Text

        ports.anonymous_actor.plug(actors.anonymous_actor)
        ports.system_actor.plug(actors.system_actor)
        ports.stored_settings.plug(limits.stored)
        limits.register()
        portable.register_all()
        subscribers.connect()
        notifier.register_kind(MADE_NOTICE)
        # A password counts as it is written, blanks at its ends included.
        for form in (LoginInput, ReauthenticateInput):
            form.base_fields["password"].strip = False
        subjects.register(subjects.SubjectType("USER", Text(id="Pengguna", en="User"), directory.user_labels))
