CREATE OR REPLACE FUNCTION iam.uid() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
DROP FUNCTION iam.holds_system_ticket(text);
DROP FUNCTION iam.system_ticket(text);
DROP FUNCTION iam.session_mark();
DROP TABLE iam.system_proof_keys;
