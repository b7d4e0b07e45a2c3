-- The journal and what it stands on.
CREATE TABLE site (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE origins (node TEXT NOT NULL, epoch BIGINT NOT NULL, seq BIGINT NOT NULL, chain TEXT NOT NULL, PRIMARY KEY (node, epoch));
CREATE TABLE journal (
  position BIGINT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  node TEXT NOT NULL, epoch BIGINT NOT NULL, seq BIGINT NOT NULL,
  at BIGINT NOT NULL, clock BIGINT NOT NULL,
  actor TEXT, about TEXT NOT NULL, kind TEXT NOT NULL,
  salt TEXT, payload TEXT, digest TEXT NOT NULL, chain TEXT NOT NULL,
  received BIGINT NOT NULL,
  UNIQUE (node, epoch, seq)
);
CREATE INDEX journal_about ON journal (about, clock);

-- Tables that follow from the facts. Each row belongs to one subject, `about`. Only folding writes them.
CREATE TABLE programme_versions (version TEXT PRIMARY KEY, about TEXT NOT NULL, slug TEXT NOT NULL, label TEXT NOT NULL, digest TEXT NOT NULL, imported BIGINT NOT NULL, programme TEXT NOT NULL);
CREATE TABLE cohorts (cohort TEXT PRIMARY KEY, about TEXT NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL, join_code TEXT NOT NULL, starts TEXT NOT NULL, ends TEXT NOT NULL, organisation TEXT NOT NULL, authority TEXT NOT NULL, opened BIGINT NOT NULL);
CREATE TABLE people (person TEXT PRIMARY KEY, about TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, sector TEXT, organisation TEXT NOT NULL, municipality BIGINT, language TEXT NOT NULL, consent TEXT, entry_code TEXT NOT NULL, registered BIGINT NOT NULL);
CREATE TABLE enrolments (enrolment TEXT PRIMARY KEY, about TEXT NOT NULL, person TEXT NOT NULL, cohort TEXT NOT NULL, enrolled BIGINT NOT NULL);
CREATE TABLE grants (grant_id TEXT PRIMARY KEY, about TEXT NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL, scope TEXT NOT NULL, granted BIGINT NOT NULL);
CREATE TABLE activities (enrolment TEXT NOT NULL, activity TEXT NOT NULL, about TEXT NOT NULL, begun BIGINT NOT NULL, done BIGINT, PRIMARY KEY (enrolment, activity));
CREATE TABLE attempts (attempt TEXT PRIMARY KEY, about TEXT NOT NULL, enrolment TEXT NOT NULL, activity TEXT NOT NULL, number BIGINT NOT NULL, asked TEXT NOT NULL, started BIGINT NOT NULL, submitted BIGINT, per_cent BIGINT, passed BIGINT, mark TEXT);
CREATE TABLE answers (attempt TEXT NOT NULL, question TEXT NOT NULL, about TEXT NOT NULL, answer TEXT NOT NULL, given BIGINT NOT NULL, saved BIGINT NOT NULL, PRIMARY KEY (attempt, question));
CREATE TABLE completions (enrolment TEXT PRIMARY KEY, about TEXT NOT NULL, completed BIGINT NOT NULL);
CREATE TABLE certificates (certificate TEXT PRIMARY KEY, about TEXT NOT NULL, person TEXT NOT NULL, number TEXT NOT NULL, enrolment TEXT NOT NULL, cohort TEXT NOT NULL, version TEXT NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL, hours TEXT NOT NULL, issued BIGINT NOT NULL, chain TEXT NOT NULL, signature TEXT NOT NULL, revoked BIGINT, reason TEXT);
CREATE TABLE erasures (erasure TEXT PRIMARY KEY, about TEXT NOT NULL, person TEXT NOT NULL, certificates TEXT NOT NULL, asked BIGINT NOT NULL, ended BIGINT);
CREATE TABLE redactions (about TEXT NOT NULL, target TEXT NOT NULL, certificates TEXT, PRIMARY KEY (about, target));

CREATE INDEX programme_versions_about ON programme_versions (about);
CREATE INDEX cohorts_join_code ON cohorts (join_code);
CREATE INDEX cohorts_about ON cohorts (about);
CREATE INDEX people_about ON people (about);
CREATE INDEX people_folded ON people (folded);
CREATE INDEX people_entry_code ON people (entry_code);
CREATE INDEX enrolments_about ON enrolments (about);
CREATE INDEX enrolments_person ON enrolments (person);
CREATE INDEX enrolments_cohort ON enrolments (cohort);
CREATE INDEX grants_about ON grants (about);
CREATE INDEX grants_person ON grants (person);
CREATE INDEX activities_about ON activities (about);
CREATE INDEX attempts_about ON attempts (about);
CREATE INDEX attempts_enrolment ON attempts (enrolment, activity);
CREATE INDEX answers_about ON answers (about);
CREATE INDEX completions_about ON completions (about);
CREATE INDEX certificates_about ON certificates (about);
CREATE INDEX certificates_number ON certificates (number);
CREATE INDEX certificates_enrolment ON certificates (enrolment);
CREATE INDEX certificates_cohort ON certificates (cohort);
CREATE INDEX erasures_about ON erasures (about);

-- Plain tables: no facts. They are in a backup, and never in the journal.
CREATE TABLE sessions (session TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, person TEXT NOT NULL, label TEXT NOT NULL, created BIGINT NOT NULL, seen BIGINT NOT NULL, away BIGINT NOT NULL);
CREATE INDEX sessions_person ON sessions (person);
CREATE TABLE entry_links (token TEXT PRIMARY KEY, purpose TEXT NOT NULL, person TEXT, created BIGINT NOT NULL, expires BIGINT NOT NULL, spent BIGINT);
CREATE INDEX entry_links_person ON entry_links (person);
CREATE TABLE pins (person TEXT PRIMARY KEY, hash TEXT NOT NULL, changed BIGINT NOT NULL);
CREATE TABLE limits (name TEXT PRIMARY KEY, count BIGINT NOT NULL, until BIGINT NOT NULL);
CREATE TABLE commands (command TEXT PRIMARY KEY, author TEXT NOT NULL, digest TEXT NOT NULL, answer TEXT NOT NULL, at BIGINT NOT NULL);
CREATE INDEX commands_author ON commands (author);
CREATE TABLE followers (name TEXT PRIMARY KEY, position BIGINT NOT NULL, holder TEXT NOT NULL, until BIGINT NOT NULL);
