-- A branch is never deleted and keeps its code, by whatever role: it is taken out of use instead. Customers rely on it, see
-- crm.refuse_unknown_branch.
CREATE FUNCTION iam.refuse_branch_removal() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'A branch is never deleted and keeps its code; take it out of use instead.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER refuse_delete BEFORE DELETE ON iam.branches FOR EACH STATEMENT EXECUTE FUNCTION iam.refuse_branch_removal();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON iam.branches FOR EACH STATEMENT EXECUTE FUNCTION iam.refuse_branch_removal();
CREATE TRIGGER refuse_renumbering BEFORE UPDATE ON iam.branches FOR EACH ROW
    WHEN (OLD.branch_code <> NEW.branch_code) EXECUTE FUNCTION iam.refuse_branch_removal();

-- Nobody looked for customers by it: row policies ask for one customer by key. An import paid an entry for each customer.
DROP INDEX iam.customer_reach_branch_idx;
