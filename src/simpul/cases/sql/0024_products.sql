-- The products that a case may be about. A code is for good: cases keep it.
ALTER TABLE crm.case_products
    ADD CONSTRAINT case_products_code_shape CHECK (product_code ~ '^[A-Z][A-Z0-9_]{1,29}$'),
    ADD CONSTRAINT case_products_named CHECK (length(btrim(product_name)) BETWEEN 2 AND 80 AND length(btrim(name_en)) BETWEEN 2 AND 80),
    ADD CONSTRAINT case_products_editor_known FOREIGN KEY (updated_by) REFERENCES iam.users (user_id);
CALL iam.protect('crm.case_products');
CREATE POLICY case_products_read ON crm.case_products FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.uid()) IS NOT NULL);
CREATE POLICY case_products_insert ON crm.case_products FOR INSERT TO simpul_app, simpul_worker WITH CHECK ((SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY case_products_update ON crm.case_products FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY case_products_delete ON crm.case_products FOR DELETE TO simpul_app, simpul_worker USING (false);
