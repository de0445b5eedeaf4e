-- What one row, or a row and its neighbour, can prove.
ALTER TABLE crm.workflow_definitions
    ADD CONSTRAINT workflow_definitions_key_shape CHECK (key ~ '^[a-z][a-z0-9_]{0,39}$'),
    ADD CONSTRAINT workflow_definitions_saved_by_known FOREIGN KEY (draft_saved_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.workflow_versions
    ADD CONSTRAINT workflow_versions_content_object CHECK (jsonb_typeof(content) = 'object'),
    ADD CONSTRAINT workflow_versions_published_by_known FOREIGN KEY (published_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT workflow_versions_of_definition UNIQUE (version_id, definition_id);
ALTER TABLE crm.workflow_items
    ADD CONSTRAINT workflow_items_version_fits FOREIGN KEY (version_id, definition_id) REFERENCES crm.workflow_versions (version_id, definition_id),
    ADD CONSTRAINT workflow_items_customer_known FOREIGN KEY (customer_id) REFERENCES iam.customer_reach (customer_id),
    ADD CONSTRAINT workflow_items_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT workflow_items_state_shape CHECK (state ~ '^[A-Z][A-Z0-9_]{0,39}$');
ALTER TABLE crm.workflow_moves ADD CONSTRAINT workflow_moves_actor_known FOREIGN KEY (actor_user_id) REFERENCES iam.users (user_id);
ALTER TABLE crm.workflow_migrations
    ADD CONSTRAINT workflow_migrations_requested_by_known FOREIGN KEY (requested_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT workflow_migrations_two_versions CHECK (from_version_id <> to_version_id),
    ADD CONSTRAINT workflow_migrations_mapping_object CHECK (jsonb_typeof(mapping) = 'object');
CREATE INDEX workflow_moves_migration_idx ON crm.workflow_moves (migration_id) WHERE migration_id IS NOT NULL;

-- A published version and a move that was made are never rewritten, by whatever role.
CREATE FUNCTION crm.refuse_workflow_rewriting() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'A published workflow version and a move that was made do not change.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON crm.workflow_versions FOR EACH ROW EXECUTE FUNCTION crm.refuse_workflow_rewriting();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON crm.workflow_versions FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_workflow_rewriting();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON crm.workflow_moves FOR EACH ROW EXECUTE FUNCTION crm.refuse_workflow_rewriting();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON crm.workflow_moves FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_workflow_rewriting();

-- The history of an item is whole: each move leaves the state that the one before entered, and an item's state is the
-- one that its last move entered. Judged at commit, when a move and its item both stand, and with rights of their own:
-- at that moment the caller may be nobody any more.
CREATE FUNCTION crm.judge_workflow_move() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
BEGIN
    IF NEW.seq > 1 AND NEW.from_state IS DISTINCT FROM (SELECT m.to_state FROM crm.workflow_moves m WHERE m.item_id = NEW.item_id AND m.seq = NEW.seq - 1) THEN
        RAISE EXCEPTION 'A move leaves the state that the move before it entered.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER judge_move AFTER INSERT ON crm.workflow_moves DEFERRABLE INITIALLY DEFERRED
   FOR EACH ROW EXECUTE FUNCTION crm.judge_workflow_move();

CREATE FUNCTION crm.judge_workflow_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
BEGIN
    -- The row may have moved on within the transaction; what stands at its end is judged.
    IF EXISTS (SELECT FROM crm.workflow_items i WHERE i.item_id = NEW.item_id AND i.state IS DISTINCT FROM
                   (SELECT m.to_state FROM crm.workflow_moves m WHERE m.item_id = i.item_id AND m.seq = i.seq)) THEN
        RAISE EXCEPTION 'An item rests in the state that its last move entered.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER judge_item AFTER INSERT OR UPDATE OF state, seq ON crm.workflow_items DEFERRABLE INITIALLY DEFERRED
   FOR EACH ROW EXECUTE FUNCTION crm.judge_workflow_item();
ALTER FUNCTION crm.judge_workflow_move() OWNER TO simpul_search;
ALTER FUNCTION crm.judge_workflow_item() OWNER TO simpul_search;
GRANT SELECT ON crm.workflow_items, crm.workflow_moves TO simpul_search;

-- Workflows are no secret: whoever moves an item reads its definition. Whoever manages the configuration edits them.
DO $$
DECLARE target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['workflow_definitions', 'workflow_versions'] LOOP
        CALL iam.protect(('crm.' || target)::regclass);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.uid()) IS NOT NULL)', target || '_read', target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR DELETE TO simpul_app, simpul_worker USING (false)', target || '_delete', target);
    END LOOP;
END $$;
CREATE POLICY workflow_definitions_insert ON crm.workflow_definitions FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY workflow_definitions_update ON crm.workflow_definitions FOR UPDATE TO simpul_app, simpul_worker USING (
    (SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY workflow_versions_insert ON crm.workflow_versions FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.reach('configuration', 'M')) = 4 AND published_by = (SELECT iam.uid()));
CREATE POLICY workflow_versions_update ON crm.workflow_versions FOR UPDATE TO simpul_app, simpul_worker USING (false);

-- An item shows, and moves, as far as somebody holds something on its resource: everywhere, on a customer in reach, in the
-- own branches, on what is the own. Who reads the configuration sees items too: they are what a workflow is changed for.
DO $$
DECLARE
    within text := 'resource = ANY ((SELECT iam.resources_at(4))::text[])'
        ' OR (resource = ANY ((SELECT iam.resources_at(1))::text[]) AND owner_ids @> ARRAY[(SELECT iam.uid())])'
        ' OR (customer_id IS NULL AND resource = ANY ((SELECT iam.resources_at(3))::text[]) AND branch_code = ANY ((SELECT iam.scope_branches())::text[]))'
        ' OR (resource = ANY ((SELECT iam.resources_at(2))::text[])'
        ' AND customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = workflow_items.customer_id))';
    managed text := '(SELECT iam.reach(''configuration'', ''M'')) = 4';
    looked_at text := '(SELECT iam.reach(''configuration'', ''R'')) = 4';
BEGIN
    CALL iam.protect('crm.workflow_items');
    EXECUTE format('CREATE POLICY workflow_items_read ON crm.workflow_items FOR SELECT TO simpul_app, simpul_worker USING (%s OR %s OR %s)', looked_at, managed, within);
    EXECUTE format('CREATE POLICY workflow_items_insert ON crm.workflow_items FOR INSERT TO simpul_app, simpul_worker WITH CHECK (%s)', within);
    EXECUTE format('CREATE POLICY workflow_items_update ON crm.workflow_items FOR UPDATE TO simpul_app, simpul_worker USING (%s OR %s)', managed, within);
    EXECUTE 'CREATE POLICY workflow_items_delete ON crm.workflow_items FOR DELETE TO simpul_app, simpul_worker USING (false)';
END $$;

-- A move shows with its item, and everybody writes only as themself.
CALL iam.protect('crm.workflow_moves');
CREATE POLICY workflow_moves_read ON crm.workflow_moves FOR SELECT TO simpul_app, simpul_worker USING (
    item_id = (SELECT i.item_id FROM crm.workflow_items i WHERE i.item_id = workflow_moves.item_id));
CREATE POLICY workflow_moves_insert ON crm.workflow_moves FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    actor_user_id = (SELECT iam.uid()) AND item_id = (SELECT i.item_id FROM crm.workflow_items i WHERE i.item_id = workflow_moves.item_id));
CREATE POLICY workflow_moves_update ON crm.workflow_moves FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY workflow_moves_delete ON crm.workflow_moves FOR DELETE TO simpul_app, simpul_worker USING (false);

CALL iam.protect('crm.workflow_migrations');
CREATE POLICY workflow_migrations_read ON crm.workflow_migrations FOR SELECT TO simpul_app, simpul_worker USING (
    (SELECT iam.reach('configuration', 'R')) = 4 OR (SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY workflow_migrations_insert ON crm.workflow_migrations FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.reach('configuration', 'M')) = 4 AND requested_by = (SELECT iam.uid()));
CREATE POLICY workflow_migrations_update ON crm.workflow_migrations FOR UPDATE TO simpul_app, simpul_worker USING (
    (SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY workflow_migrations_delete ON crm.workflow_migrations FOR DELETE TO simpul_app, simpul_worker USING (false);
