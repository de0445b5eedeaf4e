-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.import_runs (run_id, profile, source_system, targets, source_name, source_sha256, source_bytes, status, rows_read, rows_added, rows_changed,
                             rows_unchanged, rows_rejected, rows_skipped, position, parameters, notes, started_by)
VALUES (gen_random_uuid(), 'sample', 'sample', '[]', 'sample.csv', repeat('0', 64), 1, 'RUNNING', 0, 0, 0, 0, 0, 0, '{}', '{}', '[]', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.import_rejects (reject_id, run_id, file, line, columns, reasons, raw)
SELECT gen_random_uuid(), run_id, 'sample.csv', 7, '[]', '[]', 'k1.sampel' FROM crm.import_runs;
