DROP TRIGGER keep_recertification_item ON crm.recertification_items;
DROP FUNCTION crm.keep_recertification_item();
ALTER TABLE crm.recertification_items
    DROP CONSTRAINT recertification_items_user_known,
    DROP CONSTRAINT recertification_items_reviewer_known,
    DROP CONSTRAINT recertification_items_decided_by_known,
    DROP CONSTRAINT recertification_items_note_length,
    DROP CONSTRAINT recertification_items_by_another;
ALTER TABLE crm.recertifications DROP CONSTRAINT recertifications_opened_by_known;
