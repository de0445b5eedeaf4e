-- How many messages wait on each channel, for who keeps the accounts and sees no message: numbers alone, capped.
CREATE FUNCTION crm.waiting_messages() RETURNS TABLE (channel text, waiting integer, unknown integer)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = crm, iam, pg_temp AS $$
    SELECT c.channel,
           (SELECT count(*)::integer FROM (SELECT FROM crm.outbound_messages m WHERE m.handover = 'WAITING' AND m.channel = c.channel LIMIT 10000) w),
           (SELECT count(*)::integer FROM (SELECT FROM crm.outbound_messages m WHERE m.handover = 'UNKNOWN' AND m.channel = c.channel LIMIT 10000) u)
    FROM unnest(ARRAY['WHATSAPP', 'EMAIL', 'SMS', 'PUSH', 'IN_APP', 'LETTER']) AS c (channel)
    WHERE greatest(iam.reach('configuration', 'R'), iam.reach('configuration', 'M')) = 4
$$;
GRANT SELECT ON crm.outbound_messages TO simpul_search;
ALTER FUNCTION crm.waiting_messages() OWNER TO simpul_search;
