ALTER TABLE crm.timeline_events
    ADD CONSTRAINT timeline_events_customer_known FOREIGN KEY (customer_id) REFERENCES iam.customer_reach (customer_id),
    ADD CONSTRAINT timeline_events_actor_known FOREIGN KEY (actor_user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT timeline_events_kind_shape CHECK (kind ~ '^[A-Z][A-Za-z]+Event$' AND length(kind) BETWEEN 8 AND 45),
    ADD CONSTRAINT timeline_events_data_object CHECK (jsonb_typeof(data) = 'object');

CALL iam.protect('crm.timeline_events');
CREATE POLICY timeline_events_read ON crm.timeline_events FOR SELECT TO simpul_app, simpul_worker USING (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = timeline_events.customer_id));
CREATE POLICY timeline_events_insert ON crm.timeline_events FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    actor_user_id = (SELECT iam.uid())
    AND customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = timeline_events.customer_id));
-- What happened is not rewritten; corrections are events of their own.
CREATE POLICY timeline_events_update ON crm.timeline_events FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY timeline_events_delete ON crm.timeline_events FOR DELETE TO simpul_app, simpul_worker USING (false);
