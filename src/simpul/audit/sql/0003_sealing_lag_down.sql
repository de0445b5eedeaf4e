DROP FUNCTION audit.sealing_lag(integer);
REVOKE SELECT (era, xid, created_at) ON audit.audit_logs FROM simpul_search;
REVOKE SELECT (number, kind, era, upper, rows_total, sealed_at) ON audit.audit_seals FROM simpul_search;
