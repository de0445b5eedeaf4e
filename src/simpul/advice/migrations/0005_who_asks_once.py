from django.db import migrations

# Views for the product's own statements ask once a statement who acts, not once a row: an answer about SYSTEM costs some microseconds by the web server's login.
_ASK_ONCE = """
DO $$
DECLARE
    path  text := current_setting('search_path');
    found record;
BEGIN
    PERFORM set_config('search_path', 'pg_catalog', true);  -- so that definitions name their schemas
    FOR found IN
        SELECT c.oid::regclass::text AS name, c.reloptions, pg_get_viewdef(c.oid) AS words
          FROM pg_class c WHERE c.relkind = 'v' AND c.relnamespace = 'crm'::regnamespace AND strpos(pg_get_viewdef(c.oid), 'iam.uid() = ') > 0
    LOOP
        EXECUTE format('CREATE OR REPLACE VIEW %s %s AS %s', found.name,
            CASE WHEN found.reloptions IS NOT NULL THEN format('WITH (%s)', array_to_string(found.reloptions, ', ')) ELSE '' END,
            replace(found.words, 'iam.uid() = ', '(SELECT iam.uid()) = '));
    END LOOP;
    PERFORM set_config('search_path', path, true);
END $$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("advice", "0004_advice_rules"),
        ("consent", "0003_segment_view"),
        ("customers", "0022_search_certain"),
        ("iam", "0027_system_proof"),
        ("messaging", "0027_notice_mails"),
        ("sales", "0025_changes_rules"),
        ("stewardship", "0009_sales"),
    ]
    operations = [migrations.RunSQL(_ASK_ONCE, migrations.RunSQL.noop)]
