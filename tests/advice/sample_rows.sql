-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.alert_acknowledgements (user_id, customer_id, alert_code)
VALUES ('00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000c001', 'VIP');
