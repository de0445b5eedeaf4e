DROP TRIGGER judge_item ON crm.workflow_items;
DROP TRIGGER judge_move ON crm.workflow_moves;
DROP TRIGGER refuse_truncate ON crm.workflow_moves;
DROP TRIGGER refuse_change ON crm.workflow_moves;
DROP TRIGGER refuse_truncate ON crm.workflow_versions;
DROP TRIGGER refuse_change ON crm.workflow_versions;
DROP FUNCTION crm.judge_workflow_item();
DROP FUNCTION crm.judge_workflow_move();
DROP FUNCTION crm.refuse_workflow_rewriting();
DROP INDEX crm.workflow_moves_migration_idx;
ALTER TABLE crm.workflow_migrations
    DROP CONSTRAINT workflow_migrations_requested_by_known,
    DROP CONSTRAINT workflow_migrations_two_versions,
    DROP CONSTRAINT workflow_migrations_mapping_object;
ALTER TABLE crm.workflow_moves DROP CONSTRAINT workflow_moves_actor_known;
ALTER TABLE crm.workflow_items
    DROP CONSTRAINT workflow_items_version_fits,
    DROP CONSTRAINT workflow_items_customer_known,
    DROP CONSTRAINT workflow_items_branch_known,
    DROP CONSTRAINT workflow_items_state_shape;
ALTER TABLE crm.workflow_versions
    DROP CONSTRAINT workflow_versions_content_object,
    DROP CONSTRAINT workflow_versions_published_by_known,
    DROP CONSTRAINT workflow_versions_of_definition;
ALTER TABLE crm.workflow_definitions
    DROP CONSTRAINT workflow_definitions_key_shape,
    DROP CONSTRAINT workflow_definitions_saved_by_known;
