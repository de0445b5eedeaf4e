DELETE FROM iam.grants g USING iam.roles r
 WHERE r.role_id = g.role_id AND r.role_key = 'COMPLIANCE' AND g.resource = 'customer' AND g.action = 'X' AND g.limited_to = 'break-glass';
