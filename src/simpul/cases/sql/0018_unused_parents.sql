-- Two levels of categories, the lower one as sensitive as the upper and in use only while the upper is; a code is for good.
-- What was otherwise before stays until it is changed itself.
CREATE OR REPLACE FUNCTION crm.judge_case_category() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
DECLARE
    above crm.case_categories;
    moved boolean := TG_OP = 'INSERT' OR (NEW.is_active, NEW.parent_code) IS DISTINCT FROM (OLD.is_active, OLD.parent_code);
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
        IF moved AND NEW.is_active AND NOT above.is_active THEN
            RAISE EXCEPTION 'What belongs to a category out of use is out of use.' USING ERRCODE = 'check_violation';
        END IF;
    ELSIF moved AND NOT NEW.is_active AND EXISTS (SELECT FROM crm.case_categories c WHERE c.parent_code = NEW.category_code AND c.is_active) THEN
        RAISE EXCEPTION 'A category with sub-categories in use is in use.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
