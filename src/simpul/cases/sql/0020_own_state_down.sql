ALTER TABLE crm.cases DROP CONSTRAINT cases_own_state_shape;
