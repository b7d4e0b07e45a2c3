-- Plain tables: no facts. Lists of people that were sent for a cohort; what comes of a row is a fact. A body is empty once its row was taken.
CREATE TABLE imports (import_id TEXT PRIMARY KEY, cohort TEXT NOT NULL, author TEXT NOT NULL, file TEXT NOT NULL, state TEXT NOT NULL, unused TEXT NOT NULL, sent BIGINT NOT NULL, taken BIGINT);
CREATE TABLE import_rows (import_id TEXT NOT NULL, number BIGINT NOT NULL, person TEXT NOT NULL, body TEXT NOT NULL, stand TEXT NOT NULL, remarks BIGINT NOT NULL, outcome TEXT, application TEXT, PRIMARY KEY (import_id, number));

CREATE INDEX imports_cohort ON imports (cohort);
CREATE INDEX import_rows_person ON import_rows (person);
