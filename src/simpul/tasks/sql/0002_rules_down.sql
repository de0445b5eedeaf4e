DROP TRIGGER judge_task ON crm.tasks;
DROP FUNCTION crm.judge_task();
REVOKE UPDATE (title, notes, due_on, owner_user_id, status, skip_reason, finished_at, finished_by, version) ON crm.tasks FROM simpul_app, simpul_worker;
GRANT UPDATE ON crm.tasks TO simpul_app, simpul_worker;
ALTER TABLE crm.tasks
    DROP CONSTRAINT tasks_customer_known,
    DROP CONSTRAINT tasks_branch_known,
    DROP CONSTRAINT tasks_owner_known,
    DROP CONSTRAINT tasks_author_known,
    DROP CONSTRAINT tasks_finisher_known,
    DROP CONSTRAINT tasks_title_written,
    DROP CONSTRAINT tasks_notes_length,
    DROP CONSTRAINT tasks_reason_length;
