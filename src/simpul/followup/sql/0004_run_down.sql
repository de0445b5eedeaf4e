DROP FUNCTION crm.followup_run(uuid, text, timestamptz, interval, text[], numeric, interval);
