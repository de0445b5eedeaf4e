from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file

_RESOUND = "SELECT crm.search_resound();"


class Migration(migrations.Migration):
    dependencies = [("customers", "0016_import_change_rules")]
    operations = [
        migrations.RunSQL(sql_file(__file__, "0017_places.sql"), sql_file(__file__, "0017_places_down.sql")),
        migrations.RunSQL(
            sql_file(__file__, "0017_sounds.sql") + _RESOUND,
            sql_file(__file__, "0017_sounds_down.sql") + _RESOUND,
        ),
        migrations.RunSQL(
            sql_file(__file__, "search_query_down.sql", "0017_words.sql", "0017_rank.sql", "0017_find.sql"),
            sql_file(__file__, "0017_find_down.sql", "search_query.sql"),
        ),
    ]
