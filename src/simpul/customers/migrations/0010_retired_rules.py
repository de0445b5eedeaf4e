from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected

_DOWN = """
ALTER TABLE crm.retired_identifiers DROP CONSTRAINT retired_identifiers_retired_by_known, DROP CONSTRAINT retired_identifiers_hash_size,
    DROP CONSTRAINT retired_identifiers_sealed, DROP CONSTRAINT retired_identifiers_reason;
"""


class Migration(migrations.Migration):
    dependencies = [("customers", "0009_retired_identifiers")]
    operations = [migrations.RunSQL(sql_file(__file__, "0010_retired.sql"), unprotected("crm.retired_identifiers") + _DOWN)]
