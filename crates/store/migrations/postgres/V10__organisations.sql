-- Organisations, and the names that each bears. Tables that follow from facts. What people wrote of where they work stays in «people».
CREATE TABLE organisations (organisation TEXT PRIMARY KEY, about TEXT NOT NULL, sector TEXT, kind TEXT NOT NULL, parent TEXT, seat BIGINT, logo TEXT, logo_format TEXT, logo_bytes BIGINT, logo_width BIGINT, logo_height BIGINT, made BIGINT NOT NULL, kept_clock BIGINT NOT NULL, merged_into TEXT, merged_clock BIGINT, merged BIGINT, merged_by TEXT, merged_reason TEXT);
CREATE TABLE organisation_names (organisation TEXT NOT NULL, likened TEXT NOT NULL, about TEXT NOT NULL, name TEXT NOT NULL, place BIGINT NOT NULL, since BIGINT NOT NULL, PRIMARY KEY (organisation, likened));

CREATE INDEX organisations_about ON organisations (about);
CREATE INDEX organisations_logo ON organisations (logo);
CREATE INDEX organisation_names_about ON organisation_names (about);

-- How many wrote each text is counted without reading the people.
CREATE INDEX people_organisation ON people (organisation);
