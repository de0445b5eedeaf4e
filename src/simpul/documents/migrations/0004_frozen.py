from django.db import migrations, models

from simpul.platform.db.sqlfiles import sql_file

_WAITS = models.Q(("frozen", ""), _negated=True)
_COUNTS = models.Q(
    ("number__gte", 1), models.Q(("size__gte", 1), models.Q(("size", 0), models.Q(_WAITS, ("sealed_key", ""), _connector="OR")), _connector="OR")
)


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_limited_grants")]
    operations = [
        migrations.AddField("documentversion", "frozen", models.TextField(db_default="")),
        migrations.RemoveConstraint("documentversion", "document_versions_counts"),
        migrations.AddConstraint("documentversion", models.CheckConstraint(condition=_COUNTS, name="document_versions_counts")),
        migrations.AddIndex("documentversion", models.Index(fields=["id"], name="document_versions_frozen_idx", condition=_WAITS)),
        migrations.RunSQL(sql_file(__file__, "frozen.sql"), sql_file(__file__, "frozen_down.sql")),
    ]
