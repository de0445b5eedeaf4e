"""Which promises name a calendar, so that none is archived under them."""

from __future__ import annotations

from simpul.cases.vocabulary import wording
from simpul.platform.db import query
from simpul.platform.text import Text
from simpul.workflow.public import Use

_LEVEL = Text(id="Kebijakan SLA", en="Service level")
_LAW = Text(id="Batas waktu peraturan", en="Legal time limits")
_USES = """
SELECT 'LEVEL' AS kind, p.title, v.number FROM crm.sla_policy_versions v JOIN crm.sla_policies p USING (policy_id) WHERE v.content ->> 'calendar' = %(key)s
UNION ALL
SELECT 'LEVEL', p.title, 0 FROM crm.sla_policies p WHERE p.draft ->> 'calendar' = %(key)s
UNION ALL
SELECT 'LAW', r.title, r.number FROM crm.case_legal_rules r WHERE r.calendar = %(key)s
ORDER BY 1, 3 LIMIT 50
"""


def calendar_uses(key: str) -> list[Use]:
    """The service levels and legal limits that count in the calendar, old versions too: open cases follow them."""
    return [Use(_LEVEL if row["kind"] == "LEVEL" else _LAW, str(wording(row["title"]))) for row in query(_USES, {"key": key})]
