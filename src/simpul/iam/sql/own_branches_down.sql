DROP FUNCTION iam.own_branches();
