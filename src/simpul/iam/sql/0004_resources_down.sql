DROP FUNCTION iam.resources_at(integer);
