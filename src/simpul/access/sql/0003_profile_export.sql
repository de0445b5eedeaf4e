-- Whoever holds EXPORT on customers takes a profile out while approved access to that customer lasts; installations from before get the shipped grant here.
INSERT INTO iam.grants (grant_id, role_id, resource, action, reach, limited_to, per_user)
SELECT gen_random_uuid(), r.role_id, 'customer', 'X', 4, 'break-glass', false FROM iam.roles r WHERE r.role_key = 'COMPLIANCE'
ON CONFLICT ON CONSTRAINT grants_once DO NOTHING;
