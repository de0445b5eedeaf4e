from datetime import timedelta

import pytest

from simpul.insight.services.filling import figures_compute
from simpul.platform.clock import today

pytestmark = pytest.mark.django_db


def test_it(client_of):
    print(figures_compute(today() - timedelta(days=30)))
    for who in ("director", "supervisor_mdn", "rm_mdn", "marketing", "compliance", "admin"):
        c = client_of(who)
        got = c.api("GET", "/dashboards").json()
        print(who, [e["key"] for e in got["items"]])
        for e in got["items"]:
            r = c.api("GET", f"/dashboards/{e['key']}")
            assert r.status_code == 200, r.content
    print(r.json() if got["items"] else "")
    c = client_of("director")
    r = c.api("GET", "/dashboards/executive/file")
    print(r.status_code, r.content[:200])
    r = c.api("POST", "/dashboard-schedules", {"dashboard": "executive", "frequency": "DAILY", "hour": 7})
    print(r.status_code, r.content)
    r = c.api(
        "POST",
        "/exports",
        {
            "data_set": "dashboard",
            "format": "csv",
            "filter": {"dashboard": "executive"},
            "columns": None,
        },
    )
    print(r.status_code)
    print(c.api("GET", "/dashboards/executive").json())
