-- The journal and what it stands on.
CREATE TABLE site (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE origins (node TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, chain TEXT NOT NULL, PRIMARY KEY (node, epoch));
CREATE TABLE journal (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  node TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL,
  at INTEGER NOT NULL, clock INTEGER NOT NULL,
  actor TEXT, about TEXT NOT NULL, kind TEXT NOT NULL,
  salt TEXT, payload TEXT, digest TEXT NOT NULL, chain TEXT NOT NULL,
  received INTEGER NOT NULL,
  UNIQUE (node, epoch, seq)
);
CREATE INDEX journal_about ON journal (about, clock);

-- Tables that follow from the facts. Each row belongs to one subject, `about`. Only folding writes them.
CREATE TABLE programme_versions (version TEXT PRIMARY KEY, about TEXT NOT NULL, slug TEXT NOT NULL, label TEXT NOT NULL, digest TEXT NOT NULL, imported INTEGER NOT NULL, programme TEXT NOT NULL);
CREATE TABLE cohorts (cohort TEXT PRIMARY KEY, about TEXT NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL, join_code TEXT NOT NULL, starts TEXT NOT NULL, ends TEXT NOT NULL, organisation TEXT NOT NULL, authority TEXT NOT NULL, opened INTEGER NOT NULL);
CREATE TABLE people (person TEXT PRIMARY KEY, about TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, sector TEXT, organisation TEXT NOT NULL, municipality INTEGER, language TEXT NOT NULL, consent TEXT, entry_code TEXT NOT NULL, registered INTEGER NOT NULL);
CREATE TABLE enrolments (enrolment TEXT PRIMARY KEY, about TEXT NOT NULL, person TEXT NOT NULL, cohort TEXT NOT NULL, enrolled INTEGER NOT NULL);
CREATE TABLE grants (grant_id TEXT PRIMARY KEY, about TEXT NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL, scope TEXT NOT NULL, granted INTEGER NOT NULL);
CREATE TABLE activities (enrolment TEXT NOT NULL, activity TEXT NOT NULL, about TEXT NOT NULL, begun INTEGER NOT NULL, done INTEGER, PRIMARY KEY (enrolment, activity));
CREATE TABLE attempts (attempt TEXT PRIMARY KEY, about TEXT NOT NULL, enrolment TEXT NOT NULL, activity TEXT NOT NULL, number INTEGER NOT NULL, asked TEXT NOT NULL, started INTEGER NOT NULL, submitted INTEGER, per_cent INTEGER, passed INTEGER, mark TEXT);
CREATE TABLE answers (attempt TEXT NOT NULL, question TEXT NOT NULL, about TEXT NOT NULL, answer TEXT NOT NULL, given INTEGER NOT NULL, saved INTEGER NOT NULL, PRIMARY KEY (attempt, question));
CREATE TABLE completions (enrolment TEXT PRIMARY KEY, about TEXT NOT NULL, completed INTEGER NOT NULL);
CREATE TABLE certificates (certificate TEXT PRIMARY KEY, about TEXT NOT NULL, person TEXT NOT NULL, number TEXT NOT NULL, enrolment TEXT NOT NULL, cohort TEXT NOT NULL, version TEXT NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL, hours TEXT NOT NULL, issued INTEGER NOT NULL, chain TEXT NOT NULL, signature TEXT NOT NULL, revoked INTEGER, reason TEXT);
CREATE TABLE erasures (erasure TEXT PRIMARY KEY, about TEXT NOT NULL, person TEXT NOT NULL, certificates TEXT NOT NULL, asked INTEGER NOT NULL, ended INTEGER);
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
CREATE TABLE sessions (session TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, person TEXT NOT NULL, label TEXT NOT NULL, created INTEGER NOT NULL, seen INTEGER NOT NULL, away INTEGER NOT NULL);
CREATE INDEX sessions_person ON sessions (person);
CREATE TABLE entry_links (token TEXT PRIMARY KEY, purpose TEXT NOT NULL, person TEXT, created INTEGER NOT NULL, expires INTEGER NOT NULL, spent INTEGER);
CREATE INDEX entry_links_person ON entry_links (person);
CREATE TABLE pins (person TEXT PRIMARY KEY, hash TEXT NOT NULL, changed INTEGER NOT NULL);
CREATE TABLE limits (name TEXT PRIMARY KEY, count INTEGER NOT NULL, until INTEGER NOT NULL);
CREATE TABLE commands (command TEXT PRIMARY KEY, author TEXT NOT NULL, digest TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL);
CREATE INDEX commands_author ON commands (author);
CREATE TABLE followers (name TEXT PRIMARY KEY, position INTEGER NOT NULL, holder TEXT NOT NULL, until INTEGER NOT NULL);
