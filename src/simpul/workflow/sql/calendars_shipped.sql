-- The calendars that every installation starts with. Their holidays are decided by an officer of the organisation.
WITH shipped (key, title, zone, region, weekly) AS (
    SELECT 'always', '{"id": "Setiap saat (24 jam)", "en": "Round the clock"}'::jsonb, 'Asia/Jakarta', NULL,
           (SELECT jsonb_agg('[{"opens": "00:00", "closes": "24:00"}]'::jsonb) FROM generate_series(1, 7))
    UNION ALL
    SELECT place.key, place.title, place.zone, 'ID',
           (SELECT jsonb_agg(CASE WHEN day <= 5 THEN '[{"opens": "08:00", "closes": "12:00"}, {"opens": "13:00", "closes": "17:00"}]'::jsonb ELSE '[]' END ORDER BY day)
            FROM generate_series(1, 7) day)
    FROM (VALUES ('office-wib', '{"id": "Jam kantor WIB", "en": "Office hours, western time"}'::jsonb, 'Asia/Jakarta'),
                 ('office-wita', '{"id": "Jam kantor WITA", "en": "Office hours, central time"}'::jsonb, 'Asia/Makassar'),
                 ('office-wit', '{"id": "Jam kantor WIT", "en": "Office hours, eastern time"}'::jsonb, 'Asia/Jayapura')) place (key, title, zone)
), made AS (
    INSERT INTO crm.calendars (calendar_id, key, title, is_shipped, created_by)
    SELECT uuidv7(), key, title, true, '00000000-0000-7000-8000-000000000001' FROM shipped
    ON CONFLICT DO NOTHING RETURNING calendar_id, key
)
INSERT INTO crm.calendar_versions (version_id, calendar_id, number, status, title, zone, region, weekly, updated_by, approved_at, approved_by)
SELECT uuidv7(), made.calendar_id, 1, 'APPROVED', s.title, s.zone, s.region, s.weekly,
       '00000000-0000-7000-8000-000000000001', now(), '00000000-0000-7000-8000-000000000001'
FROM made JOIN shipped s USING (key);
