DROP FUNCTION crm.customer_viewers(uuid, timestamptz, timestamptz);
DROP FUNCTION crm.customer_place(uuid);
