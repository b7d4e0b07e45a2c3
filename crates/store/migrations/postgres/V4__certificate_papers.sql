-- What a certificate's paper says beside the columns of `certificates`, which are those of the first kind and stay as they are: the
-- cohort's words and days as they were on the day of issue, who endorses and signs (JSON), and whose place it takes. Follows
-- from `certificate.issued/2` alone.
CREATE TABLE certificate_papers (certificate TEXT PRIMARY KEY, about TEXT NOT NULL, stated TEXT NOT NULL, replaces TEXT, reason TEXT);
CREATE INDEX certificate_papers_about ON certificate_papers (about);
CREATE INDEX certificate_papers_replaces ON certificate_papers (replaces);
