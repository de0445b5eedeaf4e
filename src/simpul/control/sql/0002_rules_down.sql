DROP TRIGGER keep_proposal ON crm.proposals;
DROP FUNCTION crm.keep_proposal();
ALTER TABLE crm.control_codes DROP CONSTRAINT control_codes_digest_length;
ALTER TABLE crm.proposals
    DROP CONSTRAINT proposals_proposed_by_known,
    DROP CONSTRAINT proposals_decided_by_known,
    DROP CONSTRAINT proposals_concerns_known,
    DROP CONSTRAINT proposals_kind_shape,
    DROP CONSTRAINT proposals_note_length,
    DROP CONSTRAINT proposals_decided,
    DROP CONSTRAINT proposals_two_people,
    DROP CONSTRAINT proposals_result;
