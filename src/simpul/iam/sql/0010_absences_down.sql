DROP FUNCTION iam.is_colleague(uuid, text, text);
DROP FUNCTION iam.away_until(uuid[], date);
DROP TRIGGER judge_absence ON iam.absences;
DROP FUNCTION iam.judge_absence();
