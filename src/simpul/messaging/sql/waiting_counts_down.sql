DROP FUNCTION crm.waiting_messages();
REVOKE SELECT ON crm.outbound_messages FROM simpul_search;
