-- A word as it is heard: J as Y, AE as AI, Abdul with whatever follows it, M. as Muhammad.
CREATE OR REPLACE FUNCTION crm.name_sound(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE
        WHEN word ~ '^(?:m[ou](?:ch|k?h|c)[aeo]?mm?[aeo]d?[dt]|moch?|moh|much?|muh|mhd|muhd|mohd|md|m)$' THEN 'muhamad'
        WHEN word ~ '^(?:abd|abdoe[lrsnt]|abdu[rsnt]?)$' THEN 'abdul'
        ELSE regexp_replace(regexp_replace(translate(
            replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
                regexp_replace(regexp_replace(regexp_replace(word, '^abd(?:oe|u|o)l?(?=[a-z]{3})', 'abdu'), '^ch(?=[ao][iye])', 'h'), '^ch', 'c'),
                'oe', 'u'), 'ae', 'ai'), 'tj', 'c'), 'dj', 'j'), 'sj', 's'), 'sy', 's'), 'sh', 's'), 'ch', 'h'), 'kh', 'h'),
                'dh', 'd'), 'th', 't'), 'ph', 'f'), 'ck', 'k'), 'ie', 'i'), 'x', 'ks'),
            'vyjqz', 'fiiks'),
            '([aiueo])h(?![aiueo])', '\1', 'g'), '(.)\1+', '\1', 'g')
        END
$$;
