-- A word as it was heard before.
CREATE OR REPLACE FUNCTION crm.name_sound(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE
        WHEN word ~ '^(?:m[ou](?:ch|k?h|c)[aeo]?mm?[aeo]d?[dt]|moch?|moh|much?|muh|mhd|muhd|mohd)$' THEN 'muhamad'
        WHEN word ~ '^(?:abd|abdoel|abdu)$' THEN 'abdul'
        ELSE regexp_replace(regexp_replace(translate(
            replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
                regexp_replace(regexp_replace(word, '^ch(?=[ao][iy])', 'h'), '^ch', 'c'),
                'oe', 'u'), 'tj', 'c'), 'dj', 'j'), 'sj', 's'), 'sy', 's'), 'sh', 's'), 'ch', 'h'), 'kh', 'h'),
                'dh', 'd'), 'th', 't'), 'ph', 'f'), 'ck', 'k'), 'ie', 'i'), 'x', 'ks'),
            'vyqz', 'fiks'),
            '([aiueo])h(?![aiueo])', '\1', 'g'), '(.)\1+', '\1', 'g')
        END
$$;
