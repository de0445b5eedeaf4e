-- Erasure clears what was written of leads and opportunities as well; that they were followed up, and their values, stay.
GRANT UPDATE ON crm.leads, crm.opportunities TO simpul_search;
DO $$
DECLARE
    written text := pg_get_functiondef('crm.erase_person(uuid)'::regprocedure);
    place constant text := '    UPDATE crm.case_activities SET message';
BEGIN
    ASSERT strpos(written, place) > 0, 'crm.erase_person is not as this migration expects it.';
    EXECUTE replace(written, place, $new$    UPDATE crm.leads SET interest = CASE interest WHEN '' THEN '' ELSE gone END, note = CASE note WHEN '' THEN '' ELSE gone END,
        closed_note = CASE closed_note WHEN '' THEN '' ELSE gone END WHERE customer_id = person;
    UPDATE crm.opportunities SET product_interest = gone, closed_note = CASE closed_note WHEN '' THEN '' ELSE gone END WHERE customer_id = person;
$new$ || place);
END $$;
