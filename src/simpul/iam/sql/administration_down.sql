DROP INDEX iam.users_full_name_idx;
DROP FUNCTION iam.password_link(text);
DROP TRIGGER guard_grant ON iam.grants;
DROP FUNCTION iam.guard_grant();
DROP TRIGGER guard_role ON iam.roles;
DROP FUNCTION iam.guard_role();
DROP TRIGGER guard_assignable_role ON iam.user_roles;
DROP FUNCTION iam.guard_assignable_role();
DROP TRIGGER guard_last_administrator ON iam.user_roles;
DROP TRIGGER guard_last_administrator ON iam.users;
DROP FUNCTION iam.guard_last_administrator();
DROP TRIGGER guard_self_grant ON iam.user_switches;
DROP TRIGGER guard_self_grant ON iam.user_branch_scopes;
DROP FUNCTION iam.is_product();
ALTER TABLE iam.roles
    DROP CONSTRAINT roles_key_shape,
    DROP CONSTRAINT roles_shipped_or_based,
    DROP CONSTRAINT roles_based_on_known,
    DROP CONSTRAINT roles_shipped_stay;
-- Before, a place was given once: of several times the last one stays.
DELETE FROM iam.user_branch_scopes older USING iam.user_branch_scopes newer
 WHERE older.user_id = newer.user_id AND older.scope_type = newer.scope_type AND older.branch_code IS NOT DISTINCT FROM newer.branch_code
   AND older.unit_code IS NOT DISTINCT FROM newer.unit_code AND older.scope_id < newer.scope_id;
