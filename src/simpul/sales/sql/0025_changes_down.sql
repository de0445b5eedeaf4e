ALTER TABLE crm.lead_changes
    DROP CONSTRAINT lead_changes_change,
    DROP CONSTRAINT lead_changes_author_known,
    DROP CONSTRAINT lead_changes_lead_known;
