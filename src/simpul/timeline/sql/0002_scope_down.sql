DROP POLICY timeline_events_read ON crm.timeline_events;
DROP POLICY timeline_events_insert ON crm.timeline_events;
DROP POLICY timeline_events_update ON crm.timeline_events;
DROP POLICY timeline_events_delete ON crm.timeline_events;
ALTER TABLE crm.timeline_events NO FORCE ROW LEVEL SECURITY;
ALTER TABLE crm.timeline_events DISABLE ROW LEVEL SECURITY;
ALTER TABLE crm.timeline_events
    DROP CONSTRAINT timeline_events_customer_known,
    DROP CONSTRAINT timeline_events_actor_known,
    DROP CONSTRAINT timeline_events_kind_shape,
    DROP CONSTRAINT timeline_events_data_object;
