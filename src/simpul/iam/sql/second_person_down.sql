DROP TRIGGER guard_last_watcher ON iam.user_roles;
DROP TRIGGER guard_last_watcher ON iam.users;
DROP FUNCTION iam.guard_last_watcher();
DROP TRIGGER guard_watching ON iam.grants;
DROP FUNCTION iam.guard_watching();
DROP TRIGGER guard_leaver ON iam.users;
DROP FUNCTION iam.guard_leaver();
DROP TRIGGER note_email_change ON iam.users;
DROP FUNCTION iam.note_email_change();
DROP TRIGGER second_person_added ON iam.mfa_authenticator;
DROP TRIGGER second_person ON iam.mfa_authenticator;
DROP TRIGGER second_person ON iam.service_keys;
DROP TRIGGER second_person ON iam.external_identities;
DROP TRIGGER second_person ON iam.unit_branches;
DROP TRIGGER second_person ON iam.user_branch_scopes;
DROP TRIGGER second_person ON iam.user_switches;
DROP TRIGGER second_person ON iam.password_links;
DROP TRIGGER second_person_password ON iam.users;
DROP TRIGGER second_person ON iam.users;
DROP TRIGGER second_person ON iam.settings;
DROP TRIGGER second_person ON iam.grants;
DROP TRIGGER second_person ON iam.user_roles;
DROP FUNCTION iam.second_person();
DROP FUNCTION iam.takes_two();
DROP FUNCTION iam.is_guarding_setting(text);
DROP FUNCTION iam.has_left(uuid);
DROP FUNCTION iam.is_powerful_role(uuid);
DROP FUNCTION iam.is_powerful(uuid);
DROP FUNCTION iam.change_is_applied();
DROP TRIGGER keep_applied_change ON iam.applied_changes;
DROP FUNCTION iam.keep_applied_change();
ALTER TABLE iam.applied_changes
    DROP CONSTRAINT applied_changes_proposed_by_known,
    DROP CONSTRAINT applied_changes_decided_by_known,
    DROP COLUMN xid;
