UPDATE crm.trail_shipping SET failure = 'REFUSED' WHERE failure = 'NO_LOCK';
ALTER TABLE crm.trail_shipping
    DROP COLUMN batch_seal,
    DROP CONSTRAINT trail_shipping_failure,
    ADD CONSTRAINT trail_shipping_failure CHECK (failure IN ('', 'UNREACHABLE', 'TIMEOUT', 'CERTIFICATE', 'REFUSED'));
