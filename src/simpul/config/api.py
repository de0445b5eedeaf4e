"""The API's root: each domain's router in one place."""

from simpul import __version__
from simpul.access.api import grants as access
from simpul.access.api import samples
from simpul.advice import api as advice
from simpul.cases.api import cases
from simpul.cases.api import catalogue as case_catalogue
from simpul.cases.api import clocks as case_clocks
from simpul.cases.api import handling as case_handling
from simpul.cases.api import incoming as case_incoming
from simpul.cases.api import levels as case_levels
from simpul.cases.api import queue as case_queue
from simpul.cases.api import replies as case_replies
from simpul.cases.api import report as case_report
from simpul.cases.api import views as case_views
from simpul.config import demo_api
from simpul.customer360 import api as customer360
from simpul.customers import api as customers
from simpul.customers import code_api, portfolio_api, stewardship_api
from simpul.documents import api as documents
from simpul.iam.api import absences, account, grants, identities, organisation, password_links, service_accounts, users, ways_in
from simpul.iam.auth import KeyAuth, SessionAuth
from simpul.messaging import api as messaging
from simpul.oversight.api import audit, configuration, exports, operations, suspicion
from simpul.platform.http import create_api
from simpul.workflow.api import calendars, definitions, items

api = create_api(auth=[KeyAuth(), SessionAuth()], title="Simpul", version=__version__)
api.add_router("", demo_api.router, tags=["demo"])
api.add_router("", account.router, tags=["iam"])
api.add_router("", messaging.router, tags=["inbox"])
api.add_router("", ways_in.router, tags=["iam"])
api.add_router("", service_accounts.router, tags=["service accounts"])
api.add_router("", users.router, tags=["users"])
api.add_router("", identities.router, tags=["users"])
api.add_router("", absences.router, tags=["absences"])
api.add_router("", grants.router, tags=["roles"])
api.add_router("", organisation.router, tags=["organisation"])
api.add_router("", password_links.router, tags=["users"])
api.add_router("", audit.router, tags=["oversight"])
api.add_router("", exports.router, tags=["exports"])
api.add_router("", suspicion.router, tags=["oversight"])
api.add_router("", operations.router, tags=["oversight"])
api.add_router("", configuration.router, tags=["configuration"])
api.add_router("", calendars.router, tags=["calendars"])
api.add_router("", definitions.router, tags=["workflows"])
api.add_router("", items.router, tags=["workflows"])
api.add_router("", documents.router, tags=["documents"])
api.add_router("", access.router, tags=["access"])
api.add_router("", samples.router, tags=["access"])
api.add_router("", customers.router, tags=["customers"])
api.add_router("", portfolio_api.router, tags=["portfolio"])
api.add_router("", code_api.router, tags=["customers"])
api.add_router("", stewardship_api.router, tags=["customers"])
api.add_router("", case_queue.router, tags=["cases"])
api.add_router("", cases.router, tags=["cases"])
api.add_router("", case_handling.router, tags=["cases"])
api.add_router("", case_clocks.router, tags=["cases"])
api.add_router("", case_incoming.router, tags=["cases"])
api.add_router("", case_replies.router, tags=["cases"])
api.add_router("", case_views.router, tags=["cases"])
api.add_router("", case_report.router, tags=["cases"])
api.add_router("", case_catalogue.router, tags=["case configuration"])
api.add_router("", case_levels.router, tags=["case configuration"])
api.add_router("", customer360.router, tags=["customer360"])
api.add_router("", advice.router, tags=["advice"])
