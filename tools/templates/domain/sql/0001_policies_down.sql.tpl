DROP POLICY ${table}_read ON crm.$table;
DROP POLICY ${table}_insert ON crm.$table;
DROP POLICY ${table}_update ON crm.$table;
DROP POLICY ${table}_delete ON crm.$table;
ALTER TABLE crm.$table DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
DROP INDEX crm.${table}_customer_idx;
ALTER TABLE crm.$table
    DROP CONSTRAINT ${table}_customer_known,
    DROP CONSTRAINT ${table}_branch_known,
    DROP CONSTRAINT ${table}_author_known,
    DROP CONSTRAINT ${table}_title_written;
