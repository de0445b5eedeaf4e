DROP TRIGGER keep_item ON crm.break_glass_sample_items;
DROP TRIGGER follow_request ON crm.break_glass_requests;
DROP TRIGGER keep_request ON crm.break_glass_requests;
DROP TRIGGER place_request ON crm.break_glass_requests;
DROP FUNCTION crm.keep_sample_item();
DROP FUNCTION crm.follow_access_request();
DROP FUNCTION crm.keep_access_request();
DROP FUNCTION crm.place_access_request();
DROP FUNCTION crm.self_approval_is_on();
ALTER TABLE crm.break_glass_reviews DROP CONSTRAINT break_glass_reviews_reviewed_by_known, DROP CONSTRAINT break_glass_reviews_note_length;
ALTER TABLE crm.break_glass_requests
    DROP CONSTRAINT break_glass_customer_known,
    DROP CONSTRAINT break_glass_branch_known,
    DROP CONSTRAINT break_glass_requested_by_known,
    DROP CONSTRAINT break_glass_decided_by_known,
    DROP CONSTRAINT break_glass_closed_by_known,
    DROP CONSTRAINT break_glass_reason_length,
    DROP CONSTRAINT break_glass_ticket_shape,
    DROP CONSTRAINT break_glass_opened,
    DROP CONSTRAINT break_glass_lasts_as_asked,
    DROP CONSTRAINT break_glass_decided,
    DROP CONSTRAINT break_glass_closed,
    DROP CONSTRAINT break_glass_four_eyes;
ALTER TABLE crm.break_glass_sample_items DROP CONSTRAINT break_glass_sample_items_customer_known, DROP CONSTRAINT break_glass_sample_items_note_length;
ALTER TABLE crm.break_glass_samples
    DROP CONSTRAINT break_glass_samples_drawn_by_known,
    DROP CONSTRAINT break_glass_samples_branch_known,
    DROP CONSTRAINT break_glass_samples_seed;
