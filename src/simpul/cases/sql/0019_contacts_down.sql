DROP VIEW crm.case_contacts;
