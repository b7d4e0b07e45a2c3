-- Organisations, and the names that each bears. Tables that follow from facts. What people wrote of where they work stays in «people».
CREATE TABLE organisations (organisation TEXT PRIMARY KEY, about TEXT NOT NULL, sector TEXT, kind TEXT NOT NULL, parent TEXT, seat INTEGER, logo TEXT, logo_format TEXT, logo_bytes INTEGER, logo_width INTEGER, logo_height INTEGER, made INTEGER NOT NULL, kept_clock INTEGER NOT NULL, merged_into TEXT, merged_clock INTEGER, merged INTEGER, merged_by TEXT, merged_reason TEXT);
CREATE TABLE organisation_names (organisation TEXT NOT NULL, likened TEXT NOT NULL, about TEXT NOT NULL, name TEXT NOT NULL, place INTEGER NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (organisation, likened));

CREATE INDEX organisations_about ON organisations (about);
CREATE INDEX organisations_logo ON organisations (logo);
CREATE INDEX organisation_names_about ON organisation_names (about);

-- How many wrote each text is counted without reading the people.
CREATE INDEX people_organisation ON people (organisation);
