-- What a person once signed in with, as hashes, so that it is not chosen again soon. Nobody reads another's, administrators included.
ALTER TABLE iam.former_passwords ADD CONSTRAINT former_passwords_hashed CHECK (password LIKE '%$%$%' AND password NOT LIKE '!%');
CALL iam.protect('iam.former_passwords');
CREATE POLICY former_passwords_read ON iam.former_passwords FOR SELECT TO simpul_app, simpul_worker USING (user_id = (SELECT iam.uid()));
CREATE POLICY former_passwords_insert ON iam.former_passwords FOR INSERT TO simpul_app, simpul_worker WITH CHECK (user_id = (SELECT iam.uid()));
CREATE POLICY former_passwords_update ON iam.former_passwords FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY former_passwords_delete ON iam.former_passwords FOR DELETE TO simpul_app, simpul_worker USING (user_id = (SELECT iam.uid()));
REVOKE UPDATE ON iam.former_passwords FROM simpul_app, simpul_worker;

-- The browsers that a person has signed in from: a keyed digest of a random cookie, made for this person alone, and when.
ALTER TABLE iam.known_browsers
    ADD CONSTRAINT known_browsers_digest_shape CHECK (digest ~ '^[0-9a-f]{32}$');
CALL iam.protect('iam.known_browsers');
CREATE POLICY known_browsers_read ON iam.known_browsers FOR SELECT TO simpul_app, simpul_worker USING (user_id = (SELECT iam.uid()));
CREATE POLICY known_browsers_insert ON iam.known_browsers FOR INSERT TO simpul_app, simpul_worker WITH CHECK (user_id = (SELECT iam.uid()));
CREATE POLICY known_browsers_update ON iam.known_browsers FOR UPDATE TO simpul_app, simpul_worker
    USING (user_id = (SELECT iam.uid())) WITH CHECK (user_id = (SELECT iam.uid()));
CREATE POLICY known_browsers_delete ON iam.known_browsers FOR DELETE TO simpul_app, simpul_worker USING (user_id = (SELECT iam.uid()));
-- Only when it was last seen changes.
REVOKE UPDATE ON iam.known_browsers FROM simpul_app, simpul_worker;
GRANT UPDATE (last_seen_at) ON iam.known_browsers TO simpul_app, simpul_worker;
