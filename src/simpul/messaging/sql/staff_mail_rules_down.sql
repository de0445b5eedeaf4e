ALTER TABLE crm.staff_mails
    DROP CONSTRAINT staff_mails_user_known,
    DROP CONSTRAINT staff_mails_provider_known;
