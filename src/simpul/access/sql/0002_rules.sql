-- What one row, or a row and its neighbour, can prove.
ALTER TABLE crm.break_glass_samples
    ADD CONSTRAINT break_glass_samples_drawn_by_known FOREIGN KEY (drawn_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT break_glass_samples_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT break_glass_samples_seed CHECK (length(seed) BETWEEN 4 AND 64);
ALTER TABLE crm.break_glass_sample_items
    ADD CONSTRAINT break_glass_sample_items_customer_known FOREIGN KEY (customer_id) REFERENCES iam.customer_reach (customer_id),
    ADD CONSTRAINT break_glass_sample_items_note_length CHECK (length(note) <= 1000);
ALTER TABLE crm.break_glass_requests
    ADD CONSTRAINT break_glass_customer_known FOREIGN KEY (customer_id) REFERENCES iam.customer_reach (customer_id),
    ADD CONSTRAINT break_glass_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT break_glass_requested_by_known FOREIGN KEY (requested_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT break_glass_decided_by_known FOREIGN KEY (decided_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT break_glass_closed_by_known FOREIGN KEY (closed_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT break_glass_reason_length CHECK (length(btrim(reason)) BETWEEN 20 AND 1000),
    ADD CONSTRAINT break_glass_ticket_shape CHECK (ticket ~ '^[A-Za-z0-9][A-Za-z0-9 ./:#_-]{2,59}$'),
    -- Nobody opens access but with a decision, and it lasts exactly as long as was asked.
    ADD CONSTRAINT break_glass_opened CHECK ((starts_at IS NULL) = (status NOT IN ('ACTIVE', 'ENDED', 'REVOKED', 'EXPIRED'))),
    ADD CONSTRAINT break_glass_lasts_as_asked CHECK (starts_at IS NULL AND ends_at IS NULL OR ends_at = starts_at + minutes * interval '1 minute'),
    ADD CONSTRAINT break_glass_decided CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (status NOT IN ('ACTIVE', 'ENDED', 'REVOKED', 'EXPIRED', 'REJECTED') OR decided_by IS NOT NULL)),
    ADD CONSTRAINT break_glass_closed CHECK ((closed_by IS NULL) = (closed_at IS NULL) AND (closed_by IS NULL) = (status IN ('REQUESTED', 'ACTIVE', 'REJECTED'))),
    ADD CONSTRAINT break_glass_four_eyes CHECK (decided_by IS DISTINCT FROM requested_by OR self_approved);
ALTER TABLE crm.break_glass_reviews
    ADD CONSTRAINT break_glass_reviews_reviewed_by_known FOREIGN KEY (reviewed_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT break_glass_reviews_note_length CHECK (length(btrim(note)) BETWEEN 3 AND 1000);

-- Whether the organisation lets somebody open access for themself in an emergency; off unless it says so.
CREATE FUNCTION crm.self_approval_is_on() RETURNS boolean LANGUAGE sql STABLE SET search_path = crm, pg_temp AS
$$ SELECT coalesce((SELECT s.value = 'true'::jsonb FROM iam.settings s WHERE s.key = 'break_glass.self_approval'), false) $$;

-- Who asks need not reach the customer, so the database itself says where the customer belongs: it decides who approves.
CREATE FUNCTION crm.place_access_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
BEGIN
    NEW.branch_code := CASE WHEN NEW.customer_id IS NULL
        THEN (SELECT CASE WHEN count(DISTINCT r.branch_code) = 1 THEN min(r.branch_code) END
                FROM crm.break_glass_sample_items i JOIN iam.customer_reach r ON r.customer_id = i.customer_id WHERE i.sample_id = NEW.sample_id)
        ELSE (SELECT r.branch_code FROM iam.customer_reach r WHERE r.customer_id = NEW.customer_id) END;
    RETURN NEW;
END $$;
CREATE TRIGGER place_request BEFORE INSERT ON crm.break_glass_requests FOR EACH ROW EXECUTE FUNCTION crm.place_access_request();

-- What was asked stays as it was asked, what was decided as it was decided, and what is over is over: by whatever role.
CREATE FUNCTION crm.keep_access_request() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'A request for access is never deleted.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.request_id, NEW.requested_by, NEW.requester_role, NEW.requested_at, NEW.reason_code, NEW.reason, NEW.ticket, NEW.tier, NEW.minutes, NEW.customer_id,
        NEW.customer_name, NEW.customer_cif, NEW.branch_code, NEW.sample_id)
       IS DISTINCT FROM
       (OLD.request_id, OLD.requested_by, OLD.requester_role, OLD.requested_at, OLD.reason_code, OLD.reason, OLD.ticket, OLD.tier, OLD.minutes, OLD.customer_id,
        OLD.customer_name, OLD.customer_cif, OLD.branch_code, OLD.sample_id) THEN
        RAISE EXCEPTION 'What was asked does not change.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF OLD.status = 'ACTIVE' AND (NEW.decided_by, NEW.decided_at, NEW.decision_note, NEW.self_approved, NEW.starts_at, NEW.ends_at)
       IS DISTINCT FROM (OLD.decided_by, OLD.decided_at, OLD.decision_note, OLD.self_approved, OLD.starts_at, OLD.ends_at) THEN
        RAISE EXCEPTION 'What was decided does not change.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT (OLD.status = 'REQUESTED' AND NEW.status IN ('ACTIVE', 'REJECTED', 'WITHDRAWN', 'LAPSED')
            OR OLD.status = 'ACTIVE' AND NEW.status IN ('ENDED', 'REVOKED', 'EXPIRED')) THEN
        RAISE EXCEPTION 'A request for access goes from % to % never.', OLD.status, NEW.status USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_request BEFORE UPDATE OR DELETE ON crm.break_glass_requests FOR EACH ROW EXECUTE FUNCTION crm.keep_access_request();

-- The approved request is the elevation: written here and nowhere else, in the same statement.
CREATE FUNCTION crm.follow_access_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
BEGIN
    IF NEW.status = 'ACTIVE' THEN
        INSERT INTO iam.elevations (elevation_id, user_id, tier, reason_type, starts_at, ends_at)
        VALUES (NEW.request_id, NEW.requested_by, NEW.tier, 'BREAK_GLASS', NEW.starts_at, NEW.ends_at);
        INSERT INTO iam.elevation_customers (elevation_customer_id, elevation_id, customer_id)
        SELECT uuidv7(), NEW.request_id, c.customer_id
          FROM (SELECT NEW.customer_id WHERE NEW.customer_id IS NOT NULL
                UNION SELECT i.customer_id FROM crm.break_glass_sample_items i WHERE i.sample_id = NEW.sample_id) AS c (customer_id);
    ELSIF OLD.status = 'ACTIVE' THEN
        UPDATE iam.elevations SET revoked_at = NEW.closed_at WHERE elevation_id = NEW.request_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER follow_request AFTER UPDATE OF status ON crm.break_glass_requests FOR EACH ROW EXECUTE FUNCTION crm.follow_access_request();

-- A drawn item is what was drawn; only what was found is written later.
CREATE FUNCTION crm.keep_sample_item() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    IF (NEW.sample_item_id, NEW.sample_id, NEW.position, NEW.source_id, NEW.customer_id, NEW.branch_code, NEW.customer_name, NEW.customer_cif, NEW.by_user_id, NEW.occurred_at)
       IS DISTINCT FROM
       (OLD.sample_item_id, OLD.sample_id, OLD.position, OLD.source_id, OLD.customer_id, OLD.branch_code, OLD.customer_name, OLD.customer_cif, OLD.by_user_id, OLD.occurred_at) THEN
        RAISE EXCEPTION 'What was drawn does not change.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_item BEFORE UPDATE ON crm.break_glass_sample_items FOR EACH ROW EXECUTE FUNCTION crm.keep_sample_item();

ALTER FUNCTION crm.place_access_request() OWNER TO simpul_search;
ALTER FUNCTION crm.follow_access_request() OWNER TO simpul_search;
GRANT SELECT ON crm.break_glass_sample_items TO simpul_search;

-- A request shows to who asked, to compliance, and to who approves for its branch; SYSTEM lets it lapse and expire.
CALL iam.protect('crm.break_glass_requests');
CREATE POLICY break_glass_requests_read ON crm.break_glass_requests FOR SELECT TO simpul_app, simpul_worker USING (
    requested_by = (SELECT iam.uid()) OR (SELECT iam.reach('break_glass', 'A')) = 4 OR (SELECT iam.reach('break_glass', 'U')) = 4
    OR branch_code = ANY ((SELECT iam.branches_for('break_glass', 'A'))::text[]));
CREATE POLICY break_glass_requests_insert ON crm.break_glass_requests FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    requested_by = (SELECT iam.uid()) AND status = 'REQUESTED' AND (SELECT iam.reach('break_glass', 'C')) = 4
    AND (sample_id IS NULL OR sample_id = (SELECT s.sample_id FROM crm.break_glass_samples s WHERE s.sample_id = break_glass_requests.sample_id AND s.drawn_by = (SELECT iam.uid()))));
CREATE POLICY break_glass_requests_decide ON crm.break_glass_requests FOR UPDATE TO simpul_app, simpul_worker
    USING (status = 'REQUESTED' AND requested_by <> (SELECT iam.uid())
           AND ((SELECT iam.reach('break_glass', 'A')) = 4 OR branch_code = ANY ((SELECT iam.branches_for('break_glass', 'A'))::text[])))
    WITH CHECK (status IN ('ACTIVE', 'REJECTED') AND decided_by = (SELECT iam.uid()) AND requested_by <> (SELECT iam.uid()));
CREATE POLICY break_glass_requests_decide_alone ON crm.break_glass_requests FOR UPDATE TO simpul_app, simpul_worker
    USING (status = 'REQUESTED' AND requested_by = (SELECT iam.uid()) AND (SELECT iam.reach('break_glass', 'C')) = 4 AND (SELECT crm.self_approval_is_on()))
    WITH CHECK (status = 'ACTIVE' AND self_approved AND decided_by = (SELECT iam.uid()) AND (SELECT crm.self_approval_is_on()));
CREATE POLICY break_glass_requests_leave ON crm.break_glass_requests FOR UPDATE TO simpul_app, simpul_worker
    USING (status IN ('REQUESTED', 'ACTIVE') AND requested_by = (SELECT iam.uid()))
    WITH CHECK (status IN ('WITHDRAWN', 'ENDED') AND requested_by = (SELECT iam.uid()) AND closed_by = (SELECT iam.uid()));
CREATE POLICY break_glass_requests_revoke ON crm.break_glass_requests FOR UPDATE TO simpul_app, simpul_worker
    USING (status = 'ACTIVE' AND requested_by <> (SELECT iam.uid())
           AND ((SELECT iam.reach('break_glass', 'A')) = 4 OR (SELECT iam.reach('break_glass', 'A')) > 0 AND decided_by = (SELECT iam.uid())))
    WITH CHECK (status = 'REVOKED' AND requested_by <> (SELECT iam.uid()) AND closed_by = (SELECT iam.uid()));
CREATE POLICY break_glass_requests_in_time ON crm.break_glass_requests FOR UPDATE TO simpul_app, simpul_worker
    USING ((SELECT iam.reach('break_glass', 'U')) = 4) WITH CHECK (status IN ('LAPSED', 'EXPIRED') AND closed_by = (SELECT iam.uid()));
CREATE POLICY break_glass_requests_delete ON crm.break_glass_requests FOR DELETE TO simpul_app, simpul_worker USING (false);

CALL iam.protect('crm.break_glass_samples');
CREATE POLICY break_glass_samples_read ON crm.break_glass_samples FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.reach('break_glass', 'A')) = 4);
CREATE POLICY break_glass_samples_insert ON crm.break_glass_samples FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    drawn_by = (SELECT iam.uid()) AND (SELECT least(iam.reach('break_glass', 'A'), iam.reach('break_glass', 'C'))) = 4);
CREATE POLICY break_glass_samples_update ON crm.break_glass_samples FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY break_glass_samples_delete ON crm.break_glass_samples FOR DELETE TO simpul_app, simpul_worker USING (false);

CALL iam.protect('crm.break_glass_sample_items');
CREATE POLICY break_glass_sample_items_read ON crm.break_glass_sample_items FOR SELECT TO simpul_app, simpul_worker USING (
    sample_id = (SELECT s.sample_id FROM crm.break_glass_samples s WHERE s.sample_id = break_glass_sample_items.sample_id));
CREATE POLICY break_glass_sample_items_insert ON crm.break_glass_sample_items FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    sample_id = (SELECT s.sample_id FROM crm.break_glass_samples s WHERE s.sample_id = break_glass_sample_items.sample_id AND s.drawn_by = (SELECT iam.uid()))
    -- Nothing is added to a sample once access to it was asked: what is approved is what was shown.
    AND NOT EXISTS (SELECT FROM crm.break_glass_requests r WHERE r.sample_id = break_glass_sample_items.sample_id));
CREATE POLICY break_glass_sample_items_update ON crm.break_glass_sample_items FOR UPDATE TO simpul_app, simpul_worker USING (
    sample_id = (SELECT s.sample_id FROM crm.break_glass_samples s WHERE s.sample_id = break_glass_sample_items.sample_id AND s.drawn_by = (SELECT iam.uid())));
CREATE POLICY break_glass_sample_items_delete ON crm.break_glass_sample_items FOR DELETE TO simpul_app, simpul_worker USING (false);

CALL iam.protect('crm.break_glass_reviews');
CREATE POLICY break_glass_reviews_read ON crm.break_glass_reviews FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.reach('break_glass', 'A')) = 4);
CREATE POLICY break_glass_reviews_insert ON crm.break_glass_reviews FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    reviewed_by = (SELECT iam.uid()) AND (SELECT iam.reach('break_glass', 'A')) = 4
    AND request_id = (SELECT r.request_id FROM crm.break_glass_requests r WHERE r.request_id = break_glass_reviews.request_id AND r.requested_by <> (SELECT iam.uid())));
CREATE POLICY break_glass_reviews_update ON crm.break_glass_reviews FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY break_glass_reviews_delete ON crm.break_glass_reviews FOR DELETE TO simpul_app, simpul_worker USING (false);
