-- Erasure clears what was written of activities as well; that they happened stays.
GRANT UPDATE ON crm.rm_activities TO simpul_search;
DO $$
DECLARE
    written text := pg_get_functiondef('crm.erase_person(uuid)'::regprocedure);
    place constant text := '    UPDATE crm.case_activities SET message';
BEGIN
    ASSERT strpos(written, place) > 0, 'crm.erase_person is not as this migration expects it.';
    EXECUTE replace(written, place, $new$    UPDATE crm.rm_activities SET note = gone, next_step = CASE next_step WHEN '' THEN '' ELSE gone END
    WHERE customer_id = person;
$new$ || place);
END $$;
