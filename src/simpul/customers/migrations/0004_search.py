from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("customers", "0003_scope")]
    operations = [
        migrations.RunSQL(sql_file(__file__, "search_tables.sql"), sql_file(__file__, "search_tables_down.sql")),
        migrations.RunSQL(sql_file(__file__, "search_query.sql"), sql_file(__file__, "search_query_down.sql")),
    ]
