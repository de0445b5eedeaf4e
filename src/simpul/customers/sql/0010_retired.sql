ALTER TABLE crm.retired_identifiers
    ADD CONSTRAINT retired_identifiers_retired_by_known FOREIGN KEY (retired_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT retired_identifiers_hash_size CHECK (octet_length(id_hash) = 32),
    ADD CONSTRAINT retired_identifiers_sealed CHECK (id_type NOT IN ('NIK', 'ACCOUNT_NO') OR (id_value ~ '^[A-Za-z0-9_-]+\.[A-Za-z0-9_=-]+$' AND length(id_value) - strpos(id_value, '.') >= 40)),
    ADD CONSTRAINT retired_identifiers_reason CHECK (length(reason) <= 600);
CALL crm.protect_by_customer('crm.retired_identifiers');
