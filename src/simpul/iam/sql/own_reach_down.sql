DROP TRIGGER guard_role_of_program ON iam.user_roles;
DROP FUNCTION iam.guard_role_of_program();
DROP TRIGGER guard_own_head ON iam.branches;
DROP TRIGGER guard_own_head ON iam.units;
DROP FUNCTION iam.guard_own_head();
DROP TRIGGER guard_own_unit ON iam.unit_branches;
DROP FUNCTION iam.guard_own_unit();
