-- How a cohort's activities are spread over days, and the documents of its library. Tables that follow from facts.
CREATE TABLE cohort_schedules (cohort TEXT PRIMARY KEY, about TEXT NOT NULL, schedule TEXT NOT NULL);
CREATE TABLE documents (document TEXT NOT NULL, number BIGINT NOT NULL, about TEXT NOT NULL, cohort TEXT NOT NULL, topic TEXT, title TEXT NOT NULL, note TEXT NOT NULL, dated TEXT NOT NULL, language TEXT NOT NULL, format TEXT NOT NULL, bytes BIGINT NOT NULL, sha256 TEXT NOT NULL, author TEXT, kept BIGINT NOT NULL, withdrawn BIGINT, PRIMARY KEY (document, number));

CREATE INDEX cohort_schedules_about ON cohort_schedules (about);
CREATE INDEX documents_about ON documents (about);
CREATE INDEX documents_cohort ON documents (cohort);

-- A plain table: no facts. What documents hold, by their SHA-256, as base64: a fact says which.
CREATE TABLE document_contents (sha256 TEXT PRIMARY KEY, base64 TEXT NOT NULL);
