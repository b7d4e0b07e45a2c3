-- Who people are beyond their registration, what they signed, and how they come into a cohort. Tables that follow from facts.
CREATE TABLE profiles (person TEXT PRIMARY KEY, about TEXT NOT NULL, called TEXT NOT NULL, sex TEXT, people TEXT, community TEXT, post TEXT NOT NULL, profession TEXT NOT NULL, licence TEXT NOT NULL, path TEXT, phone TEXT, email TEXT, access TEXT NOT NULL, diet TEXT NOT NULL, childcare TEXT NOT NULL, interpreter TEXT NOT NULL, described INTEGER NOT NULL);
CREATE TABLE agreements (person TEXT NOT NULL, document TEXT NOT NULL, version TEXT NOT NULL, about TEXT NOT NULL, agreed INTEGER NOT NULL, PRIMARY KEY (person, document, version));
CREATE TABLE admissions (cohort TEXT PRIMARY KEY, about TEXT NOT NULL, admission TEXT NOT NULL);
CREATE TABLE nomination_calls (call_id TEXT PRIMARY KEY, about TEXT NOT NULL, cohort TEXT NOT NULL, organisation TEXT NOT NULL, places INTEGER NOT NULL, code TEXT NOT NULL, called INTEGER NOT NULL, closed INTEGER);
CREATE TABLE applications (application TEXT PRIMARY KEY, about TEXT NOT NULL, person TEXT NOT NULL, cohort TEXT NOT NULL, call_id TEXT, state TEXT NOT NULL, made INTEGER NOT NULL, turn INTEGER NOT NULL, decided INTEGER, word TEXT NOT NULL);
CREATE TABLE enrolment_ends (enrolment TEXT PRIMARY KEY, about TEXT NOT NULL, ended INTEGER NOT NULL, word TEXT NOT NULL, author TEXT);

CREATE INDEX profiles_about ON profiles (about);
CREATE INDEX agreements_about ON agreements (about);
CREATE INDEX admissions_about ON admissions (about);
CREATE INDEX nomination_calls_about ON nomination_calls (about);
CREATE INDEX nomination_calls_cohort ON nomination_calls (cohort);
CREATE INDEX nomination_calls_code ON nomination_calls (code);
CREATE INDEX applications_about ON applications (about);
CREATE INDEX applications_person ON applications (person);
CREATE INDEX applications_cohort ON applications (cohort, state);
CREATE INDEX enrolment_ends_about ON enrolment_ends (about);

-- A plain table: no facts. Numbers of identity documents, sealed with a key that is not in the data folder; «keyed» finds the same number again.
CREATE TABLE identity_numbers (person TEXT PRIMARY KEY, sealed TEXT NOT NULL, keyed TEXT NOT NULL, kept INTEGER NOT NULL);
CREATE INDEX identity_numbers_keyed ON identity_numbers (keyed);

-- Plain tables: no facts. Passwords, hashed as PINs are.
CREATE TABLE passwords (person TEXT PRIMARY KEY, hash TEXT NOT NULL, changed INTEGER NOT NULL);
CREATE INDEX profiles_email ON profiles (email);
CREATE INDEX profiles_phone ON profiles (phone);
