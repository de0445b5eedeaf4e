ALTER TABLE iam.list_views
    ADD CONSTRAINT list_views_owner_known FOREIGN KEY (user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT list_views_named
        CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 60),
    ADD CONSTRAINT list_views_filters_object
        CHECK (jsonb_typeof(filters) = 'object' AND length(filters::text) <= 4000);
-- A view that is deleted takes the marks of all its readers with it, whom its owner does not know.
ALTER TABLE iam.list_view_marks
    ADD CONSTRAINT list_view_marks_user_known
        FOREIGN KEY (user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT list_view_marks_view_known
        FOREIGN KEY (view_id) REFERENCES iam.list_views (view_id) ON DELETE CASCADE;

-- A view is its owner's; a shared one shows to whoever reads such records and works in its branches.
CALL iam.protect('iam.list_views');
CREATE POLICY list_views_read ON iam.list_views FOR SELECT TO simpul_app, simpul_worker USING (
    user_id = (SELECT iam.uid())
    OR branch_codes && (SELECT iam.own_branches()) AND iam.reach(resource, 'R') > 0);
CREATE POLICY list_views_insert ON iam.list_views FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK (
        user_id = (SELECT iam.uid()) AND iam.reach(resource, 'R') > 0
        AND (branch_codes = '{}'
             OR branch_codes <@ (SELECT iam.own_branches()) AND iam.reach(resource, 'A') >= 3));
CREATE POLICY list_views_update ON iam.list_views FOR UPDATE TO simpul_app, simpul_worker
    USING (user_id = (SELECT iam.uid()))
    WITH CHECK (
        user_id = (SELECT iam.uid()) AND iam.reach(resource, 'R') > 0
        AND (branch_codes = '{}'
             OR branch_codes <@ (SELECT iam.own_branches()) AND iam.reach(resource, 'A') >= 3));
-- A shared view whose owner signs in no more may be deleted by whoever could have shared it.
CREATE POLICY list_views_delete ON iam.list_views FOR DELETE TO simpul_app, simpul_worker USING (
    user_id = (SELECT iam.uid())
    OR branch_codes && (SELECT iam.own_branches()) AND iam.reach(resource, 'A') >= 3
       AND (SELECT u.status FROM iam.users u WHERE u.user_id = list_views.user_id) <> 'ACTIVE');

CALL iam.protect('iam.list_view_marks');
CREATE POLICY list_view_marks_read ON iam.list_view_marks FOR SELECT TO simpul_app, simpul_worker
    USING (user_id = (SELECT iam.uid()));
CREATE POLICY list_view_marks_insert ON iam.list_view_marks FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK (
        user_id = (SELECT iam.uid())
        AND list_key = (SELECT v.list_key FROM iam.list_views v WHERE v.view_id = list_view_marks.view_id));
CREATE POLICY list_view_marks_update ON iam.list_view_marks FOR UPDATE TO simpul_app, simpul_worker
    USING (user_id = (SELECT iam.uid()));
CREATE POLICY list_view_marks_delete ON iam.list_view_marks FOR DELETE TO simpul_app, simpul_worker
    USING (user_id = (SELECT iam.uid()));
