-- What a release brings; on the way back both stay, for rows that name them.
INSERT INTO crm.opportunity_stages (stage, name_id, name_en, probability, position, updated_by)
SELECT s.stage, s.name_id, s.name_en, s.probability, s.position, '00000000-0000-7000-8000-000000000001'
FROM (VALUES ('NEW', 'Baru', 'New', 10, 10),
             ('QUALIFIED', 'Memenuhi syarat', 'Qualified', 25, 20),
             ('PROPOSAL', 'Penawaran', 'Proposal', 50, 30),
             ('NEGOTIATION', 'Negosiasi', 'Negotiation', 75, 40),
             ('CLOSED_WON', 'Berhasil', 'Won', 100, 50),
             ('CLOSED_LOST', 'Gagal', 'Lost', 0, 60)) AS s (stage, name_id, name_en, probability, position)
ON CONFLICT DO NOTHING;
INSERT INTO crm.sales_reasons (reason_code, outcome, name_id, name_en, position, updated_by)
SELECT s.code, s.outcome, s.name_id, s.name_en, s.position, '00000000-0000-7000-8000-000000000001'
FROM (VALUES ('PRODUCT_TAKEN', 'WON', 'Mengambil produk', 'Took the product', 10),
             ('NEED_MET', 'WON', 'Kebutuhan terpenuhi', 'The need is met', 20),
             ('NOT_INTERESTED', 'LOST', 'Tidak berminat', 'Not interested', 10),
             ('PRICE', 'LOST', 'Harga atau bunga tidak cocok', 'Price or rate does not fit', 20),
             ('COMPETITOR', 'LOST', 'Memilih lembaga lain', 'Chose another institution', 30),
             ('NOT_ELIGIBLE', 'LOST', 'Tidak memenuhi syarat', 'Not eligible', 40),
             ('UNREACHABLE', 'LOST', 'Tidak dapat dihubungi', 'Could not be reached', 50),
             ('DUPLICATE', 'LOST', 'Prospek ganda', 'Duplicate lead', 60)) AS s (code, outcome, name_id, name_en, position)
ON CONFLICT DO NOTHING;

-- What one row and its neighbours can prove.
ALTER TABLE crm.leads
    ADD CONSTRAINT leads_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT leads_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT leads_product_known FOREIGN KEY (product_code) REFERENCES crm.case_products (product_code),
    ADD CONSTRAINT leads_reason_known FOREIGN KEY (closed_reason) REFERENCES crm.sales_reasons (reason_code),
    ADD CONSTRAINT leads_assignee_known FOREIGN KEY (assigned_to) REFERENCES iam.users (user_id),
    ADD CONSTRAINT leads_author_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT leads_texts_length CHECK (length(interest) <= 200 AND length(note) <= 2000
        AND length(closed_note) <= 500 AND length(source_id) <= 80);
ALTER TABLE crm.opportunities
    ADD CONSTRAINT opportunities_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT opportunities_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT opportunities_lead_known FOREIGN KEY (lead_id) REFERENCES crm.leads (lead_id),
    ADD CONSTRAINT opportunities_product_known FOREIGN KEY (product_code) REFERENCES crm.case_products (product_code),
    ADD CONSTRAINT opportunities_won_known FOREIGN KEY (won_product_code) REFERENCES crm.case_products (product_code),
    ADD CONSTRAINT opportunities_reason_known FOREIGN KEY (lost_reason) REFERENCES crm.sales_reasons (reason_code),
    ADD CONSTRAINT opportunities_stage_listed FOREIGN KEY (stage) REFERENCES crm.opportunity_stages (stage),
    ADD CONSTRAINT opportunities_assignee_known FOREIGN KEY (assigned_to) REFERENCES iam.users (user_id),
    ADD CONSTRAINT opportunities_author_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT opportunities_texts_length CHECK (length(product_interest) BETWEEN 2 AND 200 AND length(closed_note) <= 500);
ALTER TABLE crm.customer_lifecycle
    ADD CONSTRAINT customer_lifecycle_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id);
ALTER TABLE crm.opportunity_stages
    ADD CONSTRAINT opportunity_stages_editor_known FOREIGN KEY (updated_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT opportunity_stages_names CHECK (length(name_id) BETWEEN 2 AND 80 AND length(name_en) BETWEEN 2 AND 80);
ALTER TABLE crm.sales_reasons
    ADD CONSTRAINT sales_reasons_editor_known FOREIGN KEY (updated_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT sales_reasons_code_shape CHECK (reason_code ~ '^[A-Z][A-Z0-9_]{1,29}$'),
    ADD CONSTRAINT sales_reasons_names CHECK (length(name_id) BETWEEN 2 AND 80 AND length(name_en) BETWEEN 2 AND 80);

-- A lead stays about its customer, in its branch, of its source and by whoever created it.
REVOKE UPDATE ON crm.leads, crm.opportunities, crm.lifecycle_changes FROM simpul_app, simpul_worker;
GRANT UPDATE (product_code, interest, note, estimated_value, assigned_to, status, own_state, closed_reason, closed_note, status_since,
              updated_at, closed_at, version) ON crm.leads TO simpul_app, simpul_worker;
GRANT UPDATE (product_interest, product_code, estimated_value, stage, own_state, probability, expected_close_on, assigned_to, lost_reason,
              won_product_code, closed_note, stage_since, updated_at, closed_at, version) ON crm.opportunities TO simpul_app, simpul_worker;
REVOKE DELETE ON crm.leads, crm.opportunities, crm.lifecycle_changes, crm.opportunity_stages, crm.sales_reasons FROM simpul_app, simpul_worker;

-- A row policy does not see what a row was. The pairs are those of workflows/lead.json, and the ways back that it foresees.
CREATE FUNCTION crm.judge_lead() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, iam, pg_temp AS $$
DECLARE
    steps constant text[] := ARRAY[
        'NEW CONTACTED', 'CONTACTED QUALIFIED', 'QUALIFIED CLOSED_WON', 'NEW CLOSED_LOST', 'CONTACTED CLOSED_LOST', 'QUALIFIED CLOSED_LOST',
        'CONTACTED NEW', 'QUALIFIED CONTACTED', 'CLOSED_WON CONTACTED', 'CLOSED_LOST CONTACTED', 'CLOSED_WON QUALIFIED',
        'CLOSED_LOST QUALIFIED', 'CLOSED_LOST NEW'];
BEGIN
    IF current_user NOT IN ('simpul_app', 'simpul_worker') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'NEW' OR NEW.own_state IS NOT NULL THEN
            RAISE EXCEPTION 'A lead begins as NEW.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.status <> OLD.status AND NOT (OLD.status || ' ' || NEW.status) = ANY (steps) THEN
        RAISE EXCEPTION 'A lead goes from % to % never.', OLD.status, NEW.status USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.assigned_to IS DISTINCT FROM OLD.assigned_to AND NOT NEW.branch_code = ANY (iam.branches_for('lead', 'A')) THEN
        RAISE EXCEPTION 'Leads are assigned with the right to assign there.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.product_code, NEW.interest, NEW.note, NEW.estimated_value)
       IS DISTINCT FROM (OLD.product_code, OLD.interest, OLD.note, OLD.estimated_value)
       AND (OLD.closed_at IS NOT NULL OR OLD.assigned_to IS DISTINCT FROM iam.uid() AND NOT NEW.branch_code = ANY (iam.branches_for('lead', 'U'))) THEN
        RAISE EXCEPTION 'Whoever follows an open lead up changes it.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.closed_at IS NOT NULL AND NEW.status <> OLD.status AND NOT EXISTS (
        SELECT FROM crm.sales_reasons r WHERE r.reason_code = NEW.closed_reason AND 'CLOSED_' || r.outcome = NEW.status) THEN
        RAISE EXCEPTION 'A lead closes with a reason of its outcome.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_lead BEFORE INSERT OR UPDATE ON crm.leads FOR EACH ROW EXECUTE FUNCTION crm.judge_lead();

CREATE FUNCTION crm.judge_opportunity() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, iam, pg_temp AS $$
DECLARE
    steps constant text[] := ARRAY[
        'NEW QUALIFIED', 'NEW PROPOSAL', 'NEW NEGOTIATION', 'QUALIFIED PROPOSAL', 'QUALIFIED NEGOTIATION', 'PROPOSAL NEGOTIATION',
        'QUALIFIED NEW', 'PROPOSAL NEW', 'NEGOTIATION NEW', 'PROPOSAL QUALIFIED', 'NEGOTIATION QUALIFIED', 'NEGOTIATION PROPOSAL',
        'NEW CLOSED_WON', 'QUALIFIED CLOSED_WON', 'PROPOSAL CLOSED_WON', 'NEGOTIATION CLOSED_WON',
        'NEW CLOSED_LOST', 'QUALIFIED CLOSED_LOST', 'PROPOSAL CLOSED_LOST', 'NEGOTIATION CLOSED_LOST',
        'CLOSED_WON NEW', 'CLOSED_WON QUALIFIED', 'CLOSED_WON PROPOSAL', 'CLOSED_WON NEGOTIATION',
        'CLOSED_LOST NEW', 'CLOSED_LOST QUALIFIED', 'CLOSED_LOST PROPOSAL', 'CLOSED_LOST NEGOTIATION'];
BEGIN
    IF current_user NOT IN ('simpul_app', 'simpul_worker') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.stage <> 'NEW' OR NEW.own_state IS NOT NULL THEN
            RAISE EXCEPTION 'An opportunity begins as NEW.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.stage <> OLD.stage AND NOT (OLD.stage || ' ' || NEW.stage) = ANY (steps) THEN
        RAISE EXCEPTION 'An opportunity goes from % to % never.', OLD.stage, NEW.stage USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.assigned_to <> OLD.assigned_to AND NOT NEW.branch_code = ANY (iam.branches_for('lead', 'A')) THEN
        RAISE EXCEPTION 'Opportunities are assigned with the right to assign there.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.product_code, NEW.product_interest, NEW.estimated_value, NEW.expected_close_on)
       IS DISTINCT FROM (OLD.product_code, OLD.product_interest, OLD.estimated_value, OLD.expected_close_on)
       AND (OLD.closed_at IS NOT NULL OR OLD.assigned_to <> iam.uid() AND NOT NEW.branch_code = ANY (iam.branches_for('lead', 'U'))) THEN
        RAISE EXCEPTION 'Whoever follows an open opportunity up changes it.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.stage = 'CLOSED_LOST' AND OLD.stage <> NEW.stage AND NOT EXISTS (
        SELECT FROM crm.sales_reasons r WHERE r.reason_code = NEW.lost_reason AND r.outcome = 'LOST') THEN
        RAISE EXCEPTION 'An opportunity is lost for a reason of losing.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_opportunity BEFORE INSERT OR UPDATE ON crm.opportunities FOR EACH ROW EXECUTE FUNCTION crm.judge_opportunity();

-- Who follows leads up: a colleague who may change leads, and works for the branch or is the customer's manager. Asked once a statement.
CREATE FUNCTION crm.lead_managers(asked_branches text[]) RETURNS TABLE (branch_code text, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = iam, pg_temp AS $$
    SELECT DISTINCT coalesce(s.branch_code, ub.branch_code), u.user_id
    FROM iam.users u JOIN iam.user_branch_scopes s ON s.user_id = u.user_id
    LEFT JOIN iam.unit_branches ub ON ub.unit_code = s.unit_code
    WHERE u.status = 'ACTIVE' AND u.kind = 'USER' AND iam.uid() IS NOT NULL
      AND coalesce(s.branch_code, ub.branch_code) = ANY (asked_branches)
      AND (s.active_from IS NULL OR s.active_from <= statement_timestamp()) AND (s.active_to IS NULL OR s.active_to > statement_timestamp())
      AND EXISTS (SELECT FROM iam.user_roles r JOIN iam.grants g ON g.role_id = r.role_id
                  WHERE r.user_id = u.user_id AND g.resource = 'lead' AND g.action = 'U' AND NOT g.per_user)
$$;
CREATE FUNCTION crm.is_lead_manager(asked_user uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = iam, pg_temp AS $$
    SELECT EXISTS (SELECT FROM iam.users u JOIN iam.user_roles r ON r.user_id = u.user_id JOIN iam.grants g ON g.role_id = r.role_id
                   WHERE u.user_id = asked_user AND u.status = 'ACTIVE' AND u.kind = 'USER' AND iam.uid() IS NOT NULL
                     AND g.resource = 'lead' AND g.action = 'U' AND NOT g.per_user)
$$;
CREATE FUNCTION crm.lead_assignee_fits(asked_user uuid, asked_customer uuid, asked_branch text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
    SELECT crm.is_lead_manager(asked_user)
       AND (EXISTS (SELECT FROM crm.lead_managers(ARRAY[asked_branch]) m WHERE m.user_id = asked_user)
            OR EXISTS (SELECT FROM iam.customer_reach r WHERE r.customer_id = asked_customer AND r.rm_user_id = asked_user))
$$;
ALTER FUNCTION crm.lead_managers(text[]) OWNER TO simpul_search;
ALTER FUNCTION crm.is_lead_manager(uuid) OWNER TO simpul_search;
ALTER FUNCTION crm.lead_assignee_fits(uuid, uuid, text) OWNER TO simpul_search;
REVOKE EXECUTE ON FUNCTION crm.lead_managers(text[]), crm.is_lead_manager(uuid), crm.lead_assignee_fits(uuid, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.lead_managers(text[]), crm.is_lead_manager(uuid), crm.lead_assignee_fits(uuid, uuid, text) TO simpul_app, simpul_worker;

CREATE FUNCTION crm.judge_lead_assignees() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, iam, pg_temp AS $$
BEGIN
    IF current_user IN ('simpul_app', 'simpul_worker') AND EXISTS (
        SELECT FROM (SELECT a.assigned_to, a.branch_code, min(a.customer_id::text)::uuid AS customer_id FROM added a
                     WHERE a.assigned_to IS NOT NULL GROUP BY a.assigned_to, a.branch_code) d
        WHERE NOT crm.is_lead_manager(d.assigned_to)) THEN
        RAISE EXCEPTION 'A lead is assigned to who follows leads up.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER judge_lead_assignees AFTER INSERT ON crm.leads REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION crm.judge_lead_assignees();
CREATE FUNCTION crm.judge_lead_assignee() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, iam, pg_temp AS $$
BEGIN
    IF current_user IN ('simpul_app', 'simpul_worker') AND NOT crm.lead_assignee_fits(NEW.assigned_to, NEW.customer_id, NEW.branch_code) THEN
        RAISE EXCEPTION 'This colleague does not follow leads of this branch up.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER judge_lead_assignee AFTER UPDATE OF assigned_to ON crm.leads FOR EACH ROW
    WHEN (NEW.assigned_to IS NOT NULL AND NEW.assigned_to IS DISTINCT FROM OLD.assigned_to) EXECUTE FUNCTION crm.judge_lead_assignee();
CREATE TRIGGER judge_opportunity_assignee AFTER UPDATE OF assigned_to ON crm.opportunities FOR EACH ROW
    WHEN (NEW.assigned_to IS DISTINCT FROM OLD.assigned_to) EXECUTE FUNCTION crm.judge_lead_assignee();

-- Whose new leads become, for one customer or for many: the customer's own manager; else whoever of the branch follows the fewest open leads
-- up, each new one counted with them, in the order of their customers; else nobody. Who is away on the day is left out of the second rule.
CREATE FUNCTION crm.lead_assignments(asked_customers uuid[], asked_day date) RETURNS TABLE (customer_id uuid, branch_code text, assigned_to uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
    WITH placed AS MATERIALIZED (
        SELECT r.customer_id, r.branch_code, CASE WHEN crm.is_lead_manager(r.rm_user_id) THEN r.rm_user_id END AS own
        FROM iam.customer_reach r WHERE r.customer_id = ANY (asked_customers) AND iam.uid() IS NOT NULL
    ), waiting AS MATERIALIZED (
        SELECT p.customer_id, p.branch_code, row_number() OVER (PARTITION BY p.branch_code ORDER BY p.customer_id) AS place,
               count(*) OVER (PARTITION BY p.branch_code) AS wanted
        FROM placed p WHERE p.own IS NULL
    ), managers AS MATERIALIZED (
        SELECT m.branch_code, m.user_id FROM crm.lead_managers((SELECT array_agg(DISTINCT w.branch_code) FROM waiting w)) m
        WHERE m.user_id <> ALL (SELECT a.user_id FROM iam.absences a WHERE a.cancelled_at IS NULL AND asked_day BETWEEN a.first_day AND a.last_day)
    ), loads AS MATERIALIZED (
        SELECT m.branch_code, m.user_id,
               (SELECT count(*) FROM crm.leads l WHERE l.assigned_to = m.user_id AND l.status IN ('NEW', 'CONTACTED', 'QUALIFIED'))
               + (SELECT count(*) FROM placed p WHERE p.own = m.user_id) AS open
        FROM managers m
    ), bounds AS (
        SELECT l.branch_code, max(l.open) AS most, ceil((sum(l.open) + w.wanted) / count(*))::bigint AS level
        FROM loads l JOIN (SELECT DISTINCT waiting.branch_code, waiting.wanted FROM waiting) w ON w.branch_code = l.branch_code
        GROUP BY l.branch_code, w.wanted
    ), slots AS (
        SELECT l.branch_code, l.user_id, row_number() OVER (PARTITION BY l.branch_code ORDER BY s.level, l.user_id) AS place
        FROM loads l JOIN bounds b ON b.branch_code = l.branch_code
        CROSS JOIN LATERAL generate_series(l.open, greatest(b.most, b.level)) AS s (level)
    )
    SELECT p.customer_id, p.branch_code, p.own FROM placed p WHERE p.own IS NOT NULL
    UNION ALL
    SELECT w.customer_id, w.branch_code, s.user_id FROM waiting w LEFT JOIN slots s ON s.branch_code = w.branch_code AND s.place = w.place
$$;
GRANT SELECT ON crm.leads, crm.opportunities TO simpul_search;
ALTER FUNCTION crm.lead_assignments(uuid[], date) OWNER TO simpul_search;
REVOKE EXECUTE ON FUNCTION crm.lead_assignments(uuid[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.lead_assignments(uuid[], date) TO simpul_app, simpul_worker;

-- Whose rows a caller reaches, as policies.py says it. A lead is the own of whoever it is assigned to, and of nobody else.
DO $$
DECLARE
    by_system text := $sql$(SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001'$sql$;
    reached text := 'customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = %I.customer_id)';
    within text := $sql$
        branch_code = ANY ((SELECT iam.branches_for('lead', %1$L))::text[])
        OR ((SELECT iam.reach('lead', %1$L)) >= 1 AND assigned_to = (SELECT iam.uid()))
        OR customer_id = ANY ((SELECT array_agg(r.customer_id) FROM iam.customer_reach r WHERE r.rm_user_id = (SELECT iam.portfolio_for('lead', %1$L)))::uuid[])$sql$;
    target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['leads', 'opportunities'] LOOP
        EXECUTE format('CALL iam.protect(%L)', 'crm.' || target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR SELECT TO simpul_app, simpul_worker USING (%s)', target || '_read', target, format(within, 'R'));
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR UPDATE TO simpul_app, simpul_worker USING (%s OR branch_code = ANY ((SELECT iam.branches_for(''lead'', ''A''))::text[]))',
                       target || '_update', target, format(within, 'U'));
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR DELETE TO simpul_app, simpul_worker USING (false)', target || '_delete', target);
    END LOOP;
    -- Whoever creates leads beyond the customers they reach creates those of a campaign.
    EXECUTE format($sql$CREATE POLICY leads_insert ON crm.leads FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
        CASE WHEN %s THEN true ELSE created_by = (SELECT iam.uid()) AND CASE
            WHEN (SELECT iam.reach('lead', 'C')) = 4 AND source_type = 'CAMPAIGN' THEN true
            ELSE customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = leads.customer_id AND r.branch_code = leads.branch_code)
                 AND (branch_code = ANY ((SELECT iam.branches_for('lead', 'C'))::text[])
                      OR ((SELECT iam.reach('lead', 'C')) >= 1 AND assigned_to = (SELECT iam.uid()))) END END)$sql$, by_system);
    EXECUTE format($sql$CREATE POLICY opportunities_insert ON crm.opportunities FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
        CASE WHEN %s THEN true ELSE created_by = (SELECT iam.uid()) AND assigned_to = (SELECT iam.uid())
            AND (SELECT least(iam.reach('lead', 'C'), iam.reach('lead', 'U'))) >= 1
            AND (customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = opportunities.customer_id AND r.branch_code = opportunities.branch_code)
                 OR EXISTS (SELECT FROM crm.leads l WHERE l.lead_id = opportunities.lead_id AND l.customer_id = opportunities.customer_id
                            AND l.branch_code = opportunities.branch_code AND l.assigned_to = (SELECT iam.uid()))) END)$sql$, by_system);
    FOREACH target IN ARRAY ARRAY['customer_lifecycle', 'lifecycle_changes'] LOOP
        EXECUTE format('CALL iam.protect(%L)', 'crm.' || target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR SELECT TO simpul_app, simpul_worker USING (CASE WHEN %s THEN true ELSE %s END)',
                       target || '_read', target, by_system, format(reached, target));
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR INSERT TO simpul_app, simpul_worker WITH CHECK (%s)', target || '_insert', target, by_system);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR UPDATE TO simpul_app, simpul_worker USING (%s)', target || '_update', target,
                       CASE target WHEN 'customer_lifecycle' THEN by_system ELSE 'false' END);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR DELETE TO simpul_app, simpul_worker USING (false)', target || '_delete', target);
    END LOOP;
    FOREACH target IN ARRAY ARRAY['opportunity_stages', 'sales_reasons'] LOOP
        EXECUTE format('CALL iam.protect(%L)', 'crm.' || target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.uid()) IS NOT NULL)', target || '_read', target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR INSERT TO simpul_app, simpul_worker WITH CHECK ((SELECT iam.reach(''configuration'', ''M'')) = 4)', target || '_insert', target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT iam.reach(''configuration'', ''M'')) = 4)', target || '_update', target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR DELETE TO simpul_app, simpul_worker USING (false)', target || '_delete', target);
    END LOOP;
END $$;
