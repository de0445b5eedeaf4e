-- A tie that was made to the wrong person is taken back by who may make one.
DROP POLICY external_identities_delete ON iam.external_identities;
CREATE POLICY external_identities_delete ON iam.external_identities FOR DELETE TO simpul_app, simpul_worker USING ((SELECT iam.reach('configuration', 'M')) = 4);
