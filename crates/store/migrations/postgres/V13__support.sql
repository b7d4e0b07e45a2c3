-- Who saw a person's pages to help her: follows from facts about her. Over at «until» at the latest; «ended» only where it was before.
CREATE TABLE supports (support TEXT PRIMARY KEY, about TEXT NOT NULL, person TEXT NOT NULL, helper TEXT NOT NULL, role TEXT NOT NULL, begun BIGINT NOT NULL, until BIGINT NOT NULL, ended BIGINT, ended_by TEXT);
CREATE INDEX supports_about ON supports (about);
CREATE INDEX supports_person ON supports (person, until);

-- Plain tables: no facts. The code that a person gives whom she asks for help: one at a time, for some minutes and once.
CREATE TABLE support_codes (person TEXT PRIMARY KEY, code TEXT NOT NULL, expires BIGINT NOT NULL);
CREATE UNIQUE INDEX support_codes_code ON support_codes (code);

-- The helper's session that is a view of another person's pages meanwhile, and in which language.
CREATE TABLE support_sessions (session TEXT PRIMARY KEY, support TEXT NOT NULL, language TEXT NOT NULL);
