-- How names are compared, in the database. simpul.customers.names is the same in Python; a property test holds the two together.

-- Letters with marks and full-width letters lose them; combining marks and apostrophes of any kind vanish.
CREATE FUNCTION crm.name_unmarked(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT translate(
        regexp_replace(
            replace(replace(replace(replace(replace(replace(replace(replace(
                name, 'ß', 'ss'), 'ẞ', 'ss'), 'Æ', 'ae'), 'æ', 'ae'), 'Œ', 'oe'), 'œ', 'oe'), 'ﬁ', 'fi'), 'ﬂ', 'fl'),
            '[''`´ʻʼʿʾ‘’‛′\uFF07\uFF40\u0300-\u036F]', '', 'g'),
        '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ'
        || 'ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎȀȁȂȃḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặḂḃḄḅḆḇÇçĆćĈĉĊċČčḈḉÐðĎďĐđḊḋḌḍḎḏḐḑḒḓÈÉÊËèéêëĒēĔĕĖėĘę'
        || 'ĚěȄȅȆȇḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệḞḟĜĝĞğĠġĢģḠḡĤĥĦħḢḣḤḥḦḧḨḩḪḫẖÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊịĴĵĶķĸḰḱḲḳ'
        || 'ḴḵĹĺĻļĽľŁłḶḷḸḹḺḻḼḽḾḿṀṁṂṃÑñŃńŅņŇňŊŋṄṅṆṇṈṉṊṋÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒȌȍȎȏṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ'
        || 'ṔṕṖṗŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩÞþŢţŤťŦŧȚțṪṫṬṭṮṯṰṱẗÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴ'
        || 'ṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰựṼṽṾṿŴŵẀẁẂẃẄẅẆẇẈẉẘẊẋẌẍÝýÿŶŷŸẎẏẙỲỳỴỵỶỷỸỹŹźŻżŽžẐẑẒẓẔẕ',
        '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
        || 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabbbbbbccccccccccccddddddddddddddddeeeeeeeeeeeeeeee'
        || 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeffgggggggggghhhhhhhhhhhhhhhiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiijjkkkkkkk'
        || 'kkllllllllllllllllmmmmmmnnnnnnnnnnnnnnnnnnoooooooooooooooooooooooooooooooooooooooooooooooooooooooooo'
        || 'pppprrrrrrrrrrrrrrrrrrsssssssssssssssssssstttttttttttttttttttuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu'
        || 'uuuuuuuuuuuuuuuuuuuuuvvvvwwwwwwwwwwwwwxxxxyyyyyyyyyyyyyyyyyzzzzzzzzzzzz')
$$;

-- a-z, 0-9 and single blanks. Most names are plain but for capitals, which a match tells faster than a replacement.
CREATE FUNCTION crm.name_plain(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN lower(name COLLATE "C") ~ '^[a-z0-9]+( [a-z0-9]+)*$' THEN lower(name COLLATE "C")
        ELSE btrim(regexp_replace(
            lower((CASE WHEN octet_length(name) = length(name) THEN translate(name, '''`', '') ELSE crm.name_unmarked(name) END) COLLATE "C"),
            '[^a-z0-9]+', ' ', 'g'))
        END
$$;

-- A word as it is heard.
CREATE FUNCTION crm.name_sound(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
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

-- The word with one letter unknown, at every place: two words share one exactly when one letter was replaced.
CREATE FUNCTION crm.name_holes(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT ARRAY(SELECT overlay(word PLACING '?' FROM i FOR 1) FROM generate_series(1, length(word)) AS i)
$$;

-- The word with one unknown letter more, at every place: the holes of the words that lost one letter on the way.
CREATE FUNCTION crm.name_gaps(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT ARRAY(SELECT overlay(word PLACING '?' FROM i FOR 0) FROM generate_series(1, length(word) + 1) AS i)
$$;

-- The word with one letter less or two neighbours changed over: the words that gained or swapped one on the way.
CREATE FUNCTION crm.name_slips(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT ARRAY(SELECT overlay(word PLACING '' FROM i FOR 1) FROM generate_series(1, length(word)) AS i WHERE length(word) > 1
                 UNION
                 SELECT overlay(word PLACING substr(word, i + 1, 1) || substr(word, i, 1) FROM i FOR 2)
                   FROM generate_series(1, length(word) - 1) AS i)
$$;
