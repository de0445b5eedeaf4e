-- Where customers are in their lifecycle, of those that are asked for or, with NULL, of all: the strongest rule that holds. For the product's own jobs.
CREATE FUNCTION crm.lifecycle_find(asked uuid[], asked_at timestamptz, dormant_after integer)
RETURNS TABLE (customer_id uuid, stage text, reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
    WITH followed AS MATERIALIZED (
        SELECT l.customer_id, bool_or(l.status = 'QUALIFIED') AS qualified, bool_or(l.source_type IN ('CAMPAIGN', 'JOURNEY')) AS answered
        FROM crm.leads l
        WHERE l.status IN ('NEW', 'CONTACTED', 'QUALIFIED') AND (asked IS NULL OR l.customer_id = ANY (asked)) GROUP BY l.customer_id
    ), pursued AS MATERIALIZED (
        SELECT DISTINCT o.customer_id FROM crm.opportunities o
        WHERE o.stage IN ('NEW', 'QUALIFIED', 'PROPOSAL', 'NEGOTIATION') AND (asked IS NULL OR o.customer_id = ANY (asked))
    ), held AS MATERIALIZED (
        SELECT DISTINCT p.customer_id FROM crm.customer_products p WHERE p.held AND (asked IS NULL OR p.customer_id = ANY (asked))
    )
    SELECT c.customer_id, f.found[1], f.found[2]
    FROM crm.customers c
    LEFT JOIN pursued o ON o.customer_id = c.customer_id
    LEFT JOIN followed l ON l.customer_id = c.customer_id
    LEFT JOIN held p ON p.customer_id = c.customer_id
    LEFT JOIN crm.transaction_sums t ON t.customer_id = c.customer_id
    CROSS JOIN LATERAL (SELECT CASE
        WHEN o.customer_id IS NOT NULL THEN ARRAY['OPPORTUNITY', 'OPEN_OPPORTUNITY']
        WHEN l.qualified THEN ARRAY['SALES_QUALIFIED', 'QUALIFIED_LEAD']
        WHEN l.answered THEN ARRAY['MARKETING_QUALIFIED', 'MARKETING_LEAD']
        WHEN c.status = 'DORMANT' THEN ARRAY['DORMANT', 'STATUS']
        WHEN t.tx_last_at < asked_at - make_interval(days => dormant_after) THEN ARRAY['DORMANT', 'NO_TRANSACTION']
        WHEN p.customer_id IS NOT NULL THEN ARRAY['CUSTOMER', 'ACTIVE_PRODUCT']
        ELSE ARRAY['PROSPECT', 'NO_PRODUCT'] END AS found) f
    WHERE (asked IS NULL OR c.customer_id = ANY (asked)) AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001'
$$;
ALTER FUNCTION crm.lifecycle_find(uuid[], timestamptz, integer) OWNER TO simpul_search;
REVOKE EXECUTE ON FUNCTION crm.lifecycle_find(uuid[], timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.lifecycle_find(uuid[], timestamptz, integer) TO simpul_app, simpul_worker;

-- The lead that stands for a customer: the furthest open one, else the one that was closed last. For the product's own jobs.
CREATE FUNCTION crm.lead_standing(asked uuid[]) RETURNS TABLE (customer_id uuid, status text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
    SELECT DISTINCT ON (a.customer_id) a.customer_id, l.status
    FROM unnest(asked) AS a (customer_id) LEFT JOIN crm.leads l ON l.customer_id = a.customer_id
    WHERE (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001'
    ORDER BY a.customer_id, array_position(ARRAY['QUALIFIED', 'CONTACTED', 'NEW'], l.status), l.closed_at DESC, l.lead_id
$$;
ALTER FUNCTION crm.lead_standing(uuid[]) OWNER TO simpul_search;
REVOKE EXECUTE ON FUNCTION crm.lead_standing(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.lead_standing(uuid[]) TO simpul_app, simpul_worker;

CREATE VIEW crm.segment_sales AS
SELECT f.customer_id, f.lead_status, f.lifecycle_stage FROM crm.customer_facts f WHERE (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
ALTER VIEW crm.segment_sales OWNER TO simpul_search;
GRANT SELECT ON crm.segment_sales TO simpul_app, simpul_worker;
