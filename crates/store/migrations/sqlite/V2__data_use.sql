-- How many bytes a person's sessions took, by day where the learners are and family of page; and the limit that she set for a
-- month of the calendar, with the month in which she chose to go on past it. Plain tables: no facts.
CREATE TABLE data_use (person TEXT NOT NULL, day TEXT NOT NULL, family TEXT NOT NULL, down INTEGER NOT NULL, up INTEGER NOT NULL, PRIMARY KEY (person, day, family));
CREATE INDEX data_use_day ON data_use (day);
CREATE TABLE data_limits (person TEXT PRIMARY KEY, megabytes INTEGER NOT NULL, go_on TEXT);
