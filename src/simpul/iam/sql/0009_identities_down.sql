DROP POLICY external_identities_delete ON iam.external_identities;
CREATE POLICY external_identities_delete ON iam.external_identities FOR DELETE TO simpul_app, simpul_worker USING (false);
