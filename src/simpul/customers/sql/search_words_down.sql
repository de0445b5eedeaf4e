DROP FUNCTION crm.name_slips(text);
DROP FUNCTION crm.name_gaps(text);
DROP FUNCTION crm.name_holes(text);
DROP FUNCTION crm.name_sound(text);
DROP FUNCTION crm.name_plain(text);
DROP FUNCTION crm.name_unmarked(text);
