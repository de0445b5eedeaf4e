ALTER POLICY case_views_delete ON crm.case_views USING (user_id = (SELECT iam.uid()));
