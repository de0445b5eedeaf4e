-- Who may see and move an import: whoever may import everywhere, and each person the own runs.
CALL iam.protect('crm.import_runs');
CREATE POLICY import_runs_read ON crm.import_runs FOR SELECT TO simpul_app, simpul_worker USING (
    (SELECT greatest(iam.reach('import', 'R'), iam.reach('import', 'M'))) = 4
    OR ((SELECT iam.reach('import', 'R')) >= 1 AND started_by = (SELECT iam.uid())));
CREATE POLICY import_runs_insert ON crm.import_runs FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.reach('import', 'M')) = 4 OR ((SELECT iam.reach('import', 'C')) >= 1 AND started_by = (SELECT iam.uid())));
CREATE POLICY import_runs_update ON crm.import_runs FOR UPDATE TO simpul_app, simpul_worker USING (
    (SELECT iam.reach('import', 'M')) = 4 OR ((SELECT iam.reach('import', 'C')) >= 1 AND started_by = (SELECT iam.uid())));
CREATE POLICY import_runs_delete ON crm.import_runs FOR DELETE TO simpul_app, simpul_worker USING (false);
ALTER TABLE crm.import_runs ADD CONSTRAINT import_runs_starter_known FOREIGN KEY (started_by) REFERENCES iam.users (user_id);

-- A refused row follows its run.
CALL iam.protect('crm.import_rejects');
CREATE POLICY import_rejects_read ON crm.import_rejects FOR SELECT TO simpul_app, simpul_worker USING (
    EXISTS (SELECT FROM crm.import_runs r WHERE r.run_id = import_rejects.run_id));
CREATE POLICY import_rejects_insert ON crm.import_rejects FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    EXISTS (SELECT FROM crm.import_runs r WHERE r.run_id = import_rejects.run_id));
CREATE POLICY import_rejects_update ON crm.import_rejects FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY import_rejects_delete ON crm.import_rejects FOR DELETE TO simpul_app, simpul_worker USING (false);
