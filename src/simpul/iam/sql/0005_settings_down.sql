DROP FUNCTION iam.held_settings(uuid);
