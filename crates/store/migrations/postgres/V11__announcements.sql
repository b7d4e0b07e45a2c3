-- What whoever runs a cohort writes to all of it. A table that follows from facts.
CREATE TABLE announcements (announcement TEXT PRIMARY KEY, about TEXT NOT NULL, cohort TEXT NOT NULL, text TEXT NOT NULL, author TEXT, made BIGINT NOT NULL, withdrawn BIGINT);
CREATE INDEX announcements_about ON announcements (about);
CREATE INDEX announcements_cohort ON announcements (cohort, made);

-- A plain table: no facts. Who has said that she saw it.
CREATE TABLE announcements_seen (announcement TEXT NOT NULL, person TEXT NOT NULL, seen BIGINT NOT NULL, PRIMARY KEY (announcement, person));
CREATE INDEX announcements_seen_person ON announcements_seen (person);
