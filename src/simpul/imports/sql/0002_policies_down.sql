ALTER TABLE crm.import_runs DROP CONSTRAINT import_runs_starter_known;
