CREATE OR REPLACE FUNCTION crm.judge_case_category() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
DECLARE
    above crm.case_categories;
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.category_code, NEW.pack) IS DISTINCT FROM (OLD.category_code, OLD.pack) THEN
        RAISE EXCEPTION 'The code of a category never changes.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.parent_code IS NOT NULL THEN
        SELECT * INTO above FROM crm.case_categories c WHERE c.category_code = NEW.parent_code FOR SHARE;
        IF above.parent_code IS NOT NULL OR EXISTS (SELECT FROM crm.case_categories c WHERE c.parent_code = NEW.category_code) THEN
            RAISE EXCEPTION 'A sub-category has no sub-categories.' USING ERRCODE = 'check_violation';
        END IF;
        IF above.is_sensitive AND NOT NEW.is_sensitive THEN
            RAISE EXCEPTION 'What belongs to a sensitive category is sensitive.' USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;
