-- What one row, or a row and its neighbour, can prove about calendars.
ALTER TABLE crm.calendars
    ADD CONSTRAINT calendars_key_shape CHECK (key ~ '^[a-z][a-z0-9-]{1,38}[a-z0-9]$'),
    ADD CONSTRAINT calendars_title_whole CHECK (length(title ->> 'id') BETWEEN 1 AND 80 AND length(title ->> 'en') BETWEEN 1 AND 80),
    ADD CONSTRAINT calendars_creator_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.calendar_versions
    ADD CONSTRAINT calendar_versions_title_whole CHECK (length(title ->> 'id') BETWEEN 1 AND 80 AND length(title ->> 'en') BETWEEN 1 AND 80),
    ADD CONSTRAINT calendar_versions_zone_written CHECK (zone ~ '^[A-Za-z0-9_+/-]{1,60}$'),
    ADD CONSTRAINT calendar_versions_region_known CHECK (region = 'ID'),
    ADD CONSTRAINT calendar_versions_seven_days CHECK (jsonb_typeof(weekly) = 'array' AND jsonb_array_length(weekly) = 7),
    ADD CONSTRAINT calendar_versions_note CHECK (length(note) <= 500),
    ADD CONSTRAINT calendar_versions_editor_known FOREIGN KEY (updated_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT calendar_versions_approver_known FOREIGN KEY (approved_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.calendar_days
    ADD CONSTRAINT calendar_days_name_whole CHECK (length(name ->> 'id') BETWEEN 1 AND 160 AND length(name ->> 'en') BETWEEN 1 AND 160),
    ADD CONSTRAINT calendar_days_hours_listed CHECK (jsonb_typeof(intervals) = 'array' AND jsonb_array_length(intervals) >= 1),
    ADD CONSTRAINT calendar_days_within CHECK (day BETWEEN '1990-01-01' AND '2150-12-31');

-- An approved version stands as it was approved, by whatever role and path: due times were counted in it.
CREATE FUNCTION crm.refuse_approved_version_change() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    IF OLD.status = 'APPROVED' THEN
        RAISE EXCEPTION 'An approved version of a calendar never changes.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER refuse_approved_change BEFORE UPDATE OR DELETE ON crm.calendar_versions FOR EACH ROW EXECUTE FUNCTION crm.refuse_approved_version_change();
CREATE FUNCTION crm.refuse_approved_day_change() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM crm.calendar_versions v WHERE v.version_id IN (OLD.version_id, NEW.version_id) AND v.status = 'APPROVED') THEN
        RAISE EXCEPTION 'The days of an approved version never change.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER refuse_approved_change BEFORE INSERT OR UPDATE OR DELETE ON crm.calendar_days FOR EACH ROW EXECUTE FUNCTION crm.refuse_approved_day_change();

-- What is in force is for everybody to count with; drafts are for who reads the configuration, changes for who manages it.
CALL iam.protect('crm.calendars');
CREATE POLICY calendars_read ON crm.calendars FOR SELECT TO simpul_app, simpul_worker USING (true);
CREATE POLICY calendars_insert ON crm.calendars FOR INSERT TO simpul_app, simpul_worker WITH CHECK ((SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY calendars_update ON crm.calendars FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY calendars_delete ON crm.calendars FOR DELETE TO simpul_app, simpul_worker USING (false);

CALL iam.protect('crm.calendar_versions');
CREATE POLICY calendar_versions_read ON crm.calendar_versions FOR SELECT TO simpul_app, simpul_worker USING (
    status = 'APPROVED' OR (SELECT greatest(iam.reach('configuration', 'R'), iam.reach('configuration', 'M'))) = 4);
CREATE POLICY calendar_versions_insert ON crm.calendar_versions FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    status = 'DRAFT' AND (SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY calendar_versions_update ON crm.calendar_versions FOR UPDATE TO simpul_app, simpul_worker
    USING (status = 'DRAFT' AND (SELECT iam.reach('configuration', 'M')) = 4)
    WITH CHECK ((SELECT iam.reach('configuration', 'M')) = 4 AND (status = 'DRAFT' OR approved_by = (SELECT iam.uid())));
CREATE POLICY calendar_versions_delete ON crm.calendar_versions FOR DELETE TO simpul_app, simpul_worker USING (
    status = 'DRAFT' AND (SELECT iam.reach('configuration', 'M')) = 4);

-- A day follows its version.
CALL iam.protect('crm.calendar_days');
CREATE POLICY calendar_days_read ON crm.calendar_days FOR SELECT TO simpul_app, simpul_worker USING (
    EXISTS (SELECT FROM crm.calendar_versions v WHERE v.version_id = calendar_days.version_id));
CREATE POLICY calendar_days_insert ON crm.calendar_days FOR INSERT TO simpul_app, simpul_worker WITH CHECK ((SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY calendar_days_update ON crm.calendar_days FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY calendar_days_delete ON crm.calendar_days FOR DELETE TO simpul_app, simpul_worker USING ((SELECT iam.reach('configuration', 'M')) = 4);
