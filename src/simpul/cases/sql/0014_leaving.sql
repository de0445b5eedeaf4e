-- A case that changes hands leaves the list of who had it and may not know of it any more: the message says whose it was, by
-- colleague and unit, so that their open lists look again. Nobody else learns more than that a case changed.
CREATE FUNCTION crm.tell_changed_cases() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    PERFORM pg_notify('simpul_cases', string_agg(c.told, ','))
      FROM (SELECT (row_number() OVER () - 1) / 60 AS part, n.case_id
                || CASE WHEN (b.assigned_to_user_id, b.assigned_unit_code) IS DISTINCT FROM (n.assigned_to_user_id, n.assigned_unit_code)
                        THEN format(':%s:%s', b.assigned_to_user_id, b.assigned_unit_code) ELSE '' END AS told
              FROM changed n JOIN before b USING (case_id)) c
     GROUP BY c.part;
    RETURN NULL;
END $$;
DROP TRIGGER tell_cases_changed ON crm.cases;
CREATE TRIGGER tell_cases_changed AFTER UPDATE ON crm.cases REFERENCING OLD TABLE AS before NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION crm.tell_changed_cases();
