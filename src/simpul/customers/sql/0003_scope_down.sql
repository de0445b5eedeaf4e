DROP PROCEDURE crm.protect_by_customer(regclass);
