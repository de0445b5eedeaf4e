from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("customers", "0021_products_index")]
    operations = [
        # The search's functions are made anew from the files in which they stand.
        migrations.RunSQL(sql_file(__file__, "0017_find_down.sql", "0017_words.sql", "0017_rank.sql", "0017_find.sql"), migrations.RunSQL.noop),
    ]
