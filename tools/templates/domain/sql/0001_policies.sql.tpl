-- What one row and its neighbours can prove.
ALTER TABLE crm.$table
    ADD CONSTRAINT ${table}_customer_known FOREIGN KEY (customer_id) REFERENCES iam.customer_reach (customer_id),
    ADD CONSTRAINT ${table}_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT ${table}_author_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT ${table}_title_written CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 200);
CREATE INDEX ${table}_customer_idx ON crm.$table (customer_id, created_at DESC);

-- Whose rows a caller reaches, as policies.py says it.
CALL iam.protect('crm.$table');
CREATE POLICY ${table}_read ON crm.$table FOR SELECT TO simpul_app, simpul_worker USING (
    branch_code = ANY ((SELECT iam.branches_for('$resource', 'R'))::text[])
    OR ((SELECT iam.reach('$resource', 'R')) >= 1 AND created_by = (SELECT iam.uid())));
CREATE POLICY ${table}_insert ON crm.$table FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    created_by = (SELECT iam.uid())
    AND customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = $table.customer_id AND r.branch_code = $table.branch_code
                          AND (r.branch_code = ANY ((SELECT iam.branches_for('$resource', 'C'))::text[])
                               OR r.rm_user_id = (SELECT iam.portfolio_for('$resource', 'C')))));
CREATE POLICY ${table}_update ON crm.$table FOR UPDATE TO simpul_app, simpul_worker USING (
    branch_code = ANY ((SELECT iam.branches_for('$resource', 'U'))::text[])
    OR ((SELECT iam.reach('$resource', 'U')) >= 1 AND created_by = (SELECT iam.uid())));
CREATE POLICY ${table}_delete ON crm.$table FOR DELETE TO simpul_app, simpul_worker USING (false);
