-- What follows from staff's work at quizzes: open answers read, marks changed, words to a person, more time or attempts granted,
-- days set for a cohort, questions mended. Tables that follow from facts.
CREATE TABLE readings (attempt TEXT NOT NULL, answer TEXT NOT NULL, about TEXT NOT NULL, hundredths INTEGER NOT NULL, comment TEXT NOT NULL, reader TEXT, at INTEGER NOT NULL, PRIMARY KEY (attempt, answer));
CREATE TABLE markings (marking TEXT PRIMARY KEY, about TEXT NOT NULL, attempt TEXT NOT NULL, at INTEGER NOT NULL, per_cent_before INTEGER NOT NULL, per_cent_after INTEGER NOT NULL, kept INTEGER NOT NULL, why TEXT NOT NULL, reason TEXT NOT NULL);
CREATE TABLE attempt_comments (comment TEXT PRIMARY KEY, about TEXT NOT NULL, attempt TEXT NOT NULL, question TEXT, words TEXT NOT NULL, author TEXT, at INTEGER NOT NULL);
CREATE TABLE allowances (allowance_id TEXT PRIMARY KEY, about TEXT NOT NULL, enrolment TEXT NOT NULL, activity TEXT, allowance TEXT NOT NULL, reason TEXT NOT NULL, author TEXT, at INTEGER NOT NULL);
CREATE TABLE quiz_windows (cohort TEXT NOT NULL, activity TEXT NOT NULL, about TEXT NOT NULL, window_json TEXT NOT NULL, PRIMARY KEY (cohort, activity));
CREATE TABLE question_mends (version TEXT NOT NULL, number INTEGER NOT NULL, about TEXT NOT NULL, activity TEXT NOT NULL, question TEXT NOT NULL, reason TEXT NOT NULL, author TEXT, at INTEGER NOT NULL, PRIMARY KEY (version, number));

CREATE INDEX readings_about ON readings (about);
CREATE INDEX markings_about ON markings (about);
CREATE INDEX markings_attempt ON markings (attempt);
CREATE INDEX attempt_comments_about ON attempt_comments (about);
CREATE INDEX attempt_comments_attempt ON attempt_comments (attempt);
CREATE INDEX allowances_about ON allowances (about);
CREATE INDEX allowances_enrolment ON allowances (enrolment);
CREATE INDEX quiz_windows_about ON quiz_windows (about);
CREATE INDEX question_mends_about ON question_mends (about);

-- Plain tables: no facts. What she marked to come back to, and which changes of a mark she has been told.
CREATE TABLE attempt_flags (attempt TEXT NOT NULL, question TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (attempt, question));
CREATE INDEX attempt_flags_person ON attempt_flags (person);
CREATE TABLE markings_seen (marking TEXT PRIMARY KEY, person TEXT NOT NULL, at INTEGER NOT NULL);
CREATE INDEX markings_seen_person ON markings_seen (person);
