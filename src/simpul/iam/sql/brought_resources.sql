-- Which resources' shipped grants have come into this installation; only the owner of the tables writes here, while it migrates.
CALL iam.protect('iam.brought_resources');
CREATE POLICY brought_resources_read ON iam.brought_resources FOR SELECT TO simpul_app, simpul_worker USING (true);
CREATE POLICY brought_resources_insert ON iam.brought_resources FOR INSERT TO simpul_app, simpul_worker WITH CHECK (false);
CREATE POLICY brought_resources_update ON iam.brought_resources FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY brought_resources_delete ON iam.brought_resources FOR DELETE TO simpul_app, simpul_worker USING (false);

-- What earlier releases brought, and whatever there are grants about.
INSERT INTO iam.brought_resources (resource)
SELECT resource FROM (VALUES
    ('activity'), ('audit'), ('billing'), ('break_glass'), ('campaign'), ('case'), ('change_request'),
    ('configuration'), ('consent'), ('customer'), ('dashboard'), ('data_quality'), ('followup'), ('import'),
    ('journal'), ('knowledge'), ('lead'), ('merchant'), ('network'), ('portfolio'), ('recommendation'), ('recovery'),
    ('rights_request'), ('suspicion'), ('task'), ('tier2'), ('tier3'), ('work_order')
) AS earlier (resource)
UNION SELECT resource FROM iam.grants;
