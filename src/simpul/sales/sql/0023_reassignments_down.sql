ALTER TABLE crm.lead_reassignments
    DROP CONSTRAINT lead_reassignments_author_known,
    DROP CONSTRAINT lead_reassignments_to_known,
    DROP CONSTRAINT lead_reassignments_from_known,
    DROP CONSTRAINT lead_reassignments_lead_known;
