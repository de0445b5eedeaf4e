DROP FUNCTION audit.customer_viewers(uuid, timestamptz, timestamptz);
DROP FUNCTION audit.customer_place(uuid);
