-- The explorer names customers by their initials to those who read the whole trail; a reader of the own
-- acts would learn from a label on a refused attempt that the customer exists.
CREATE FUNCTION audit.customer_labels(wanted uuid[]) RETURNS TABLE (customer_id uuid, label text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, pg_temp AS $$
    SELECT c.customer_id, regexp_replace(c.full_name, '(\S)\S*', '\1***', 'g')
    FROM crm.customers c
    WHERE c.customer_id = ANY (wanted) AND iam.reach('audit', 'R') = 4
$$;
ALTER FUNCTION audit.customer_labels(uuid[]) OWNER TO simpul_search;
REVOKE ALL ON FUNCTION audit.customer_labels(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.customer_labels(uuid[]) TO simpul_app, simpul_worker;
