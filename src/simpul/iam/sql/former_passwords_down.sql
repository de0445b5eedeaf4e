ALTER TABLE iam.former_passwords DROP CONSTRAINT former_passwords_hashed;
ALTER TABLE iam.known_browsers DROP CONSTRAINT known_browsers_digest_shape;
