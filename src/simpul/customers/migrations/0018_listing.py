from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("customers", "0017_wider_search")]
    operations = [migrations.RunSQL(sql_file(__file__, "0018_listing.sql"), sql_file(__file__, "0018_listing_down.sql"))]
