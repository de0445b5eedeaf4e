CREATE INDEX customer_reach_branch_idx ON iam.customer_reach (branch_code);
DROP TRIGGER refuse_renumbering ON iam.branches;
DROP TRIGGER refuse_truncate ON iam.branches;
DROP TRIGGER refuse_delete ON iam.branches;
DROP FUNCTION iam.refuse_branch_removal();
