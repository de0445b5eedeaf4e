-- Shipping knows a second kind of target, an object store, which may fail for want of a lock. The end of a batch is noted before it is sent: what is
-- sent again then carries the same seals.
ALTER TABLE crm.trail_shipping
    ADD COLUMN batch_seal bigint CONSTRAINT trail_shipping_batch CHECK (batch_seal > seal_number),
    DROP CONSTRAINT trail_shipping_failure,
    ADD CONSTRAINT trail_shipping_failure CHECK (failure IN ('', 'UNREACHABLE', 'TIMEOUT', 'CERTIFICATE', 'REFUSED', 'NO_LOCK'));
