DROP FUNCTION crm.complaints_between(timestamptz, timestamptz, text[]);
