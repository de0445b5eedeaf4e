-- A customer as somebody without any reach may know it who asks for emergency access, or decides about it: the mask is made
-- here, so that nothing clear leaves the database on this way.
CREATE FUNCTION crm.masked_customers(wanted uuid[])
RETURNS TABLE (customer_id uuid, name text, cif_hint text, branch_code text, segment text, status text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = crm, pg_temp AS $$
BEGIN
    IF greatest(iam.reach('break_glass', 'C'), iam.reach('break_glass', 'A')) = 0 THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT c.customer_id, (SELECT string_agg(left(word, 1) || '***', ' ' ORDER BY place)
                                 FROM regexp_split_to_table(btrim(c.full_name), '\s+') WITH ORDINALITY AS w (word, place)),
               -- Enough for the mask of a CIF, never the CIF itself.
               (SELECT right(i.id_hint, least(3, length(i.id_hint) / 2)) FROM crm.customer_identifiers i
                 WHERE i.customer_id = c.customer_id AND i.id_type = 'CIF' ORDER BY i.is_primary DESC, i.created_at, i.identifier_id LIMIT 1),
               c.home_branch_code, c.segment_code, c.status
          FROM crm.customers c WHERE c.customer_id = ANY (wanted) LIMIT 200;
END $$;

-- The customers who have one of these numbers, for who may ask for emergency access.
CREATE FUNCTION crm.customers_numbered(types text[], hashes bytea[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = crm, pg_temp AS $$
BEGIN
    IF iam.reach('break_glass', 'C') = 0 THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT DISTINCT i.customer_id FROM unnest(types, hashes) AS n (id_type, id_hash)
        JOIN crm.customer_identifiers i ON i.id_type = n.id_type AND i.id_hash = n.id_hash LIMIT 10;
END $$;

ALTER FUNCTION crm.masked_customers(uuid[]) OWNER TO simpul_search;
ALTER FUNCTION crm.customers_numbered(text[], bytea[]) OWNER TO simpul_search;
REVOKE EXECUTE ON FUNCTION crm.masked_customers(uuid[]), crm.customers_numbered(text[], bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.masked_customers(uuid[]), crm.customers_numbered(text[], bytea[]) TO simpul_app, simpul_worker;
