"""Every address of the product."""

from django.urls import include, path, re_path

from simpul.config import metrics, views
from simpul.config.api import api
from simpul.iam.single_sign_on import views as single_sign_on
from simpul.messaging.api import addresses
from simpul.tasks.api.calendar import calendar_feed

urlpatterns = [
    path("healthz", views.healthz),
    path("readyz", views.readyz),
    path("metrics", metrics.metrics),
    path("_allauth/", include("allauth.headless.urls")),
    path("sso/<slug:key>/start", single_sign_on.start, name="sso_start"),
    path("sso/<slug:key>/callback", single_sign_on.callback, name="sso_callback"),
    path("api/v1/", api.urls),
    path("hooks/messages/<slug:key>", addresses.provider_reports, name="provider_reports"),
    path("m/o/<str:token>.gif", addresses.message_opened),
    path("m/c/<str:token>", addresses.link_clicked),
    path("m/u/<str:token>", addresses.offers_page),
    path("calendar/<str:key>.ics", calendar_feed, name="calendar_feed"),
    re_path(r"^api/|^_allauth/|^assets/|^sso/|^hooks/|^m/|^calendar/", views.unknown),
    re_path(r"^.*$", views.front_end),
]

handler400 = "simpul.config.views.malformed"
handler404 = "simpul.config.views.unknown"
handler500 = "simpul.config.views.server_error"
