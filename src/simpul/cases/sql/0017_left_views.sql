-- A shared view whose owner signs in no more is kept by nobody: whoever assigns cases of a branch that it shows in may remove it.
ALTER POLICY case_views_delete ON crm.case_views USING (
    user_id = (SELECT iam.uid())
    OR branch_codes && (SELECT crm.case_branches('A')) AND (SELECT u.status FROM iam.users u WHERE u.user_id = case_views.user_id) <> 'ACTIVE');
