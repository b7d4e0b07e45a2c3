//! Folding: from a fact to rows. It decides nothing, reads no clock, touches only rows of the fact's own subject, and is the
//! same for ever: the golden journals replay as long as Telar lives.

mod announcements;
mod organisations;

use crate::engine::{Conn, StoreError, params};
use crate::statement::sql;
use domain::access::Scope;
use domain::facts::{CertificateIssued, CertificateRecords, Fact, PersonDescribed, Subject, What};
use domain::people::folded;
use serde::Serialize;

/// The tables that follow from facts, with their keys.
pub const DERIVED: [(&str, &str); 32] = [
    ("programme_versions", "version"),
    ("package_files", "version, path"),
    ("cohorts", "cohort"),
    ("cohort_schedules", "cohort"),
    ("admissions", "cohort"),
    ("nomination_calls", "call_id"),
    ("documents", "document, number"),
    ("announcements", "announcement"),
    ("organisations", "organisation"),
    ("organisation_names", "organisation, likened"),
    ("people", "person"),
    ("profiles", "person"),
    ("agreements", "person, document, version"),
    ("applications", "application"),
    ("enrolments", "enrolment"),
    ("enrolment_ends", "enrolment"),
    ("grants", "grant_id"),
    ("activities", "enrolment, activity"),
    ("attempts", "attempt"),
    ("answers", "attempt, question"),
    ("readings", "attempt, answer"),
    ("markings", "marking"),
    ("attempt_comments", "comment"),
    ("allowances", "allowance_id"),
    ("quiz_windows", "cohort, activity"),
    ("question_mends", "version, number"),
    ("completions", "enrolment"),
    ("certificates", "certificate"),
    ("certificate_papers", "certificate"),
    ("supports", "support"),
    ("erasures", "erasure"),
    ("redactions", "about, target"),
];

/// What a fact says, or nothing where it was redacted or is of a kind that this version does not know.
pub fn read(fact: &Fact) -> Result<Option<What>, StoreError> {
    let Some(payload) = &fact.payload else { return Ok(None) };
    What::parse(&fact.kind, &payload.json).map_err(|why| StoreError::Unreadable(format!("fact {}: {why}", fact.id)))
}

fn json(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|why| StoreError::Unreadable(why.to_string()))
}

/// Removes every row of a subject.
pub fn clear(conn: &mut Conn, subject: Subject) -> Result<(), StoreError> {
    let statements = [
        sql!("DELETE FROM programme_versions WHERE about = ?1"),
        sql!("DELETE FROM package_files WHERE about = ?1"),
        sql!("DELETE FROM cohorts WHERE about = ?1"),
        sql!("DELETE FROM cohort_schedules WHERE about = ?1"),
        sql!("DELETE FROM admissions WHERE about = ?1"),
        sql!("DELETE FROM nomination_calls WHERE about = ?1"),
        sql!("DELETE FROM documents WHERE about = ?1"),
        sql!("DELETE FROM announcements WHERE about = ?1"),
        sql!("DELETE FROM organisations WHERE about = ?1"),
        sql!("DELETE FROM organisation_names WHERE about = ?1"),
        sql!("DELETE FROM people WHERE about = ?1"),
        sql!("DELETE FROM profiles WHERE about = ?1"),
        sql!("DELETE FROM agreements WHERE about = ?1"),
        sql!("DELETE FROM applications WHERE about = ?1"),
        sql!("DELETE FROM enrolments WHERE about = ?1"),
        sql!("DELETE FROM enrolment_ends WHERE about = ?1"),
        sql!("DELETE FROM grants WHERE about = ?1"),
        sql!("DELETE FROM activities WHERE about = ?1"),
        sql!("DELETE FROM attempts WHERE about = ?1"),
        sql!("DELETE FROM answers WHERE about = ?1"),
        sql!("DELETE FROM readings WHERE about = ?1"),
        sql!("DELETE FROM markings WHERE about = ?1"),
        sql!("DELETE FROM attempt_comments WHERE about = ?1"),
        sql!("DELETE FROM allowances WHERE about = ?1"),
        sql!("DELETE FROM quiz_windows WHERE about = ?1"),
        sql!("DELETE FROM question_mends WHERE about = ?1"),
        sql!("DELETE FROM completions WHERE about = ?1"),
        sql!("DELETE FROM certificates WHERE about = ?1"),
        sql!("DELETE FROM certificate_papers WHERE about = ?1"),
        sql!("DELETE FROM supports WHERE about = ?1"),
        sql!("DELETE FROM erasures WHERE about = ?1"),
        sql!("DELETE FROM redactions WHERE about = ?1"),
    ];
    for sql in statements {
        conn.execute(sql, params![subject])?;
    }
    Ok(())
}

/// Changes the tables as the fact says.
pub fn apply(conn: &mut Conn, fact: &Fact, what: &What) -> Result<(), StoreError> {
    let about = fact.about;
    match what {
        What::ProgrammeImported(it) => conn.execute(
            sql!(
                "INSERT INTO programme_versions (version, about, slug, label, digest, imported, programme) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (version) DO NOTHING"
            ),
            params![
                it.version, about, &it.programme.slug, &it.programme.version, &it.digest, fact.at,
                json(&it.programme)?
            ],
        ),
        What::CohortOpened(it) => conn.execute(
            sql!(
                "INSERT INTO cohorts (cohort, about, name, version, join_code, starts, ends, organisation, authority, opened) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (cohort) DO NOTHING"
            ),
            params![
                it.cohort, about, &it.name, it.version, &it.join_code, &it.starts, &it.ends, &it.organisation,
                it.authority, fact.at
            ],
        ),
        What::PackageKept(it) => {
            for (path, text) in &it.files {
                conn.execute(
                    sql!(
                        "INSERT INTO package_files (version, path, about, text) VALUES (?1, ?2, ?3, ?4) \
                         ON CONFLICT (version, path) DO NOTHING"
                    ),
                    params![it.version, path, about, text],
                )?;
            }
            Ok(0)
        }
        What::CohortMoved(it) => conn.execute(
            sql!("UPDATE cohorts SET version = ?3 WHERE cohort = ?1 AND about = ?2"),
            params![it.cohort, about, it.version],
        ),
        What::CohortScheduled(it) => conn.execute(
            sql!(
                "INSERT INTO cohort_schedules (cohort, about, schedule) VALUES (?1, ?2, ?3) \
                 ON CONFLICT (cohort) DO UPDATE SET schedule = excluded.schedule WHERE cohort_schedules.about = excluded.about"
            ),
            params![it.cohort, about, it.schedule.as_str()],
        ),
        What::DocumentKept(it) => conn.execute(
            sql!(
                "INSERT INTO documents (document, number, about, cohort, topic, title, note, dated, language, format, bytes, sha256, author, kept, withdrawn) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, NULL) \
                 ON CONFLICT (document, number) DO NOTHING"
            ),
            params![
                it.document, it.number, about, it.cohort, it.topic.as_ref().map(|topic| topic.as_str()), &it.title,
                &it.note, &it.dated, &it.language, it.format.as_str(), it.bytes, &it.sha256, fact.actor, fact.at
            ],
        ),
        What::DocumentWithdrawn(it) => conn.execute(
            sql!("UPDATE documents SET withdrawn = ?3 WHERE document = ?1 AND about = ?2 AND withdrawn IS NULL"),
            params![it.document, about, fact.at],
        ),
        What::AnnouncementMade(it) => announcements::make(conn, fact, it),
        What::AnnouncementWithdrawn(it) => announcements::withdraw(conn, fact, it),
        What::OrganisationKept(it) => organisations::keep(conn, fact, it),
        What::OrganisationMerged(it) => organisations::merge(conn, fact, it),
        What::OrganisationSeparated(_) => organisations::separate(conn, fact),
        What::PersonRegistered(it) => conn.execute(
            sql!(
                "INSERT INTO people (person, about, name, folded, sector, organisation, municipality, language, consent, entry_code, registered) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (person) DO NOTHING"
            ),
            params![
                it.person, about, it.name.as_str(), folded(it.name.as_str()), it.sector.map(|sector| sector.as_str()),
                &it.organisation, it.municipality, &it.language, it.consent.as_deref(), &it.entry_code, fact.at
            ],
        ),
        What::PersonRenamed(it) => conn.execute(
            sql!("UPDATE people SET name = ?2, folded = ?3 WHERE about = ?1"),
            params![about, it.name.as_str(), folded(it.name.as_str())],
        ),
        What::LanguageChosen(it) => {
            conn.execute(sql!("UPDATE people SET language = ?2 WHERE about = ?1"), params![about, &it.language])
        }
        What::PersonDescribed(it) => describe(conn, fact, it),
        What::PersonAgreed(it) => conn.execute(
            sql!(
                "INSERT INTO agreements (person, document, version, about, agreed) VALUES (?1, ?2, ?3, ?4, ?5) \
                 ON CONFLICT (person, document, version) DO NOTHING"
            ),
            params![person_of(about), it.text.as_str(), &it.version, about, fact.at],
        ),
        What::AdmissionSet(it) => conn.execute(
            sql!(
                "INSERT INTO admissions (cohort, about, admission) VALUES (?1, ?2, ?3) \
                 ON CONFLICT (cohort) DO UPDATE SET admission = excluded.admission WHERE admissions.about = excluded.about"
            ),
            params![it.cohort, about, json(&it.admission)?],
        ),
        What::NominationsCalled(it) => conn.execute(
            sql!(
                "INSERT INTO nomination_calls (call_id, about, cohort, organisation, places, code, called, closed) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, NULL) ON CONFLICT (call_id) DO NOTHING"
            ),
            params![it.call, about, it.cohort, &it.organisation, it.places, &it.code, fact.at],
        ),
        What::NominationsClosed(it) => conn.execute(
            sql!("UPDATE nomination_calls SET closed = ?3 WHERE call_id = ?1 AND about = ?2 AND closed IS NULL"),
            params![it.call, about, fact.at],
        ),
        What::ApplicationMade(it) => conn.execute(
            sql!(
                "INSERT INTO applications (application, about, person, cohort, call_id, state, made, turn, decided, word) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL, '') ON CONFLICT (application) DO NOTHING"
            ),
            params![
                it.application, about, person_of(about), it.cohort, it.call.map(|call| call.to_string()),
                it.state.as_str(), fact.at, fact.seq.cast_signed()
            ],
        ),
        What::ApplicationDecided(it) => conn.execute(
            sql!("UPDATE applications SET state = ?3, decided = ?4, word = ?5 WHERE application = ?1 AND about = ?2"),
            params![it.application, about, it.state.as_str(), fact.at, &it.word],
        ),
        What::EnrolmentEnded(it) => conn.execute(
            sql!(
                "INSERT INTO enrolment_ends (enrolment, about, ended, word, author) VALUES (?1, ?2, ?3, ?4, ?5) \
                 ON CONFLICT (enrolment) DO NOTHING"
            ),
            params![it.enrolment, about, fact.at, &it.word, fact.actor],
        ),
        What::EnrolmentResumed(it) => conn.execute(
            sql!("DELETE FROM enrolment_ends WHERE enrolment = ?1 AND about = ?2"),
            params![it.enrolment, about],
        ),
        What::Enrolled(it) => conn.execute(
            sql!(
                "INSERT INTO enrolments (enrolment, about, person, cohort, enrolled) VALUES (?1, ?2, ?3, ?4, ?5) \
                 ON CONFLICT (enrolment) DO NOTHING"
            ),
            params![it.enrolment, about, person_of(about), it.cohort, fact.at],
        ),
        What::RoleGranted(it) => conn.execute(
            sql!(
                "INSERT INTO grants (grant_id, about, person, role, scope, granted) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
                 ON CONFLICT (grant_id) DO NOTHING"
            ),
            params![it.grant, about, person_of(about), it.role.as_str(), scope_word(it.scope), fact.at],
        ),
        What::RoleWithdrawn(it) => {
            conn.execute(sql!("DELETE FROM grants WHERE grant_id = ?1 AND about = ?2"), params![it.grant, about])
        }
        What::ActivityBegun(it) => conn.execute(
            sql!(
                "INSERT INTO activities (enrolment, activity, about, begun, done) VALUES (?1, ?2, ?3, ?4, NULL) \
                 ON CONFLICT (enrolment, activity) DO NOTHING"
            ),
            params![it.enrolment, &it.activity, about, fact.at],
        ),
        What::ActivityDone(it) => conn.execute(
            sql!(
                "INSERT INTO activities (enrolment, activity, about, begun, done) VALUES (?1, ?2, ?3, ?4, ?4) \
                 ON CONFLICT (enrolment, activity) DO UPDATE SET done = COALESCE(activities.done, excluded.done)"
            ),
            params![it.enrolment, &it.activity, about, fact.at],
        ),
        What::AttemptStartedV1(it) => return apply(conn, fact, &it.clone().read_today(fact.at).into()),
        What::AttemptStarted(it) => conn.execute(
            sql!(
                "INSERT INTO attempts (attempt, about, enrolment, activity, number, asked, started) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (attempt) DO NOTHING"
            ),
            params![it.attempt, about, it.enrolment, &it.activity, it.number, json(&it.asked)?, it.begun],
        ),
        What::AnswerSaved(it) => conn.execute(
            sql!(
                "INSERT INTO answers (attempt, question, about, answer, given, saved) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
                 ON CONFLICT (attempt, question) DO UPDATE SET answer = excluded.answer, given = excluded.given, saved = excluded.saved"
            ),
            params![it.attempt, &it.question, about, json(&it.answer)?, it.given, fact.at],
        ),
        What::AnswerOutdated(_) | What::AnswerTooLate(_) => Ok(0),
        What::AttemptSubmittedV1(it) => return apply(conn, fact, &it.clone().read_today(fact.at).into()),
        What::AttemptSubmitted(it) => conn.execute(
            sql!(
                "UPDATE attempts SET submitted = ?3, per_cent = ?4, passed = ?5, mark = ?6 WHERE attempt = ?1 AND about = ?2"
            ),
            params![it.attempt, about, it.handed_in, it.mark.counts(), it.mark.passed, json(&it.mark)?],
        ),
        What::AnswerRead(it) => conn.execute(
            sql!(
                "INSERT INTO readings (attempt, answer, about, hundredths, comment, reader, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
                 ON CONFLICT (attempt, answer) DO UPDATE SET hundredths = excluded.hundredths, comment = excluded.comment, \
                 reader = excluded.reader, at = excluded.at"
            ),
            params![it.attempt, &it.answer, about, it.hundredths, &it.comment, fact.actor, fact.at],
        ),
        What::AttemptMarked(it) => {
            conn.execute(
                sql!(
                    "UPDATE attempts SET per_cent = ?3, passed = ?4, mark = ?5 WHERE attempt = ?1 AND about = ?2 AND submitted IS NOT NULL"
                ),
                params![it.attempt, about, it.mark.counts(), it.mark.passed, json(&it.mark)?],
            )?;
            conn.execute(
                sql!(
                    "INSERT INTO markings (marking, about, attempt, at, per_cent_before, per_cent_after, kept, why, reason) \
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (marking) DO NOTHING"
                ),
                params![
                    it.marking, about, it.attempt, fact.at, it.before, it.mark.per_cent(), it.mark.kept,
                    json(&it.why)?, &it.reason
                ],
            )
        }
        What::AttemptCommented(it) => conn.execute(
            sql!(
                "INSERT INTO attempt_comments (comment, about, attempt, question, words, author, at) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (comment) DO NOTHING"
            ),
            params![
                it.comment, about, it.attempt, it.question.as_ref().map(|id| id.as_str()), &it.text, fact.actor,
                fact.at
            ],
        ),
        What::AllowanceGranted(it) => conn.execute(
            sql!(
                "INSERT INTO allowances (allowance_id, about, enrolment, activity, allowance, reason, author, at) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (allowance_id) DO NOTHING"
            ),
            params![
                it.grant, about, it.enrolment, it.activity.as_ref().map(|id| id.as_str()), json(&it.allowance)?,
                &it.reason, fact.actor, fact.at
            ],
        ),
        What::WindowSet(it) => conn.execute(
            sql!(
                "INSERT INTO quiz_windows (cohort, activity, about, window_json) VALUES (?1, ?2, ?3, ?4) \
                 ON CONFLICT (cohort, activity) DO UPDATE SET window_json = excluded.window_json"
            ),
            params![it.cohort, &it.activity, about, json(&it.window)?],
        ),
        What::QuestionMended(it) => conn.execute(
            sql!(
                "INSERT INTO question_mends (version, number, about, activity, question, reason, author, at) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (version, number) DO NOTHING"
            ),
            params![
                version_of(about), it.number, about, &it.activity, json(&it.question)?, &it.reason, fact.actor, fact.at
            ],
        ),
        What::ProgrammeCompleted(it) => conn.execute(
            sql!(
                "INSERT INTO completions (enrolment, about, completed) VALUES (?1, ?2, ?3) ON CONFLICT (enrolment) DO NOTHING"
            ),
            params![it.enrolment, about, it.at],
        ),
        What::CertificateIssuedV1(it) => return apply(conn, fact, &it.clone().read_today().into()),
        What::CertificateIssued(it) => issue(conn, about, it),
        What::CertificateRevoked(it) => conn.execute(
            sql!(
                "UPDATE certificates SET revoked = ?3, reason = ?4 WHERE certificate = ?1 AND about = ?2 AND revoked IS NULL"
            ),
            params![it.certificate, about, fact.at, &it.reason],
        ),
        What::SupportBegun(it) => conn.execute(
            sql!(
                "INSERT INTO supports (support, about, person, helper, role, begun, until, ended, ended_by) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, NULL, NULL) ON CONFLICT (support) DO NOTHING"
            ),
            params![it.support, about, person_of(about), it.helper, it.role.as_str(), fact.at, it.until],
        ),
        What::SupportEnded(it) => conn.execute(
            sql!(
                "UPDATE supports SET ended = ?3, ended_by = ?4 WHERE support = ?1 AND about = ?2 AND ended IS NULL"
            ),
            params![it.support, about, fact.at, it.by.as_str()],
        ),
        What::ErasureAsked(it) => conn.execute(
            sql!(
                "INSERT INTO erasures (erasure, about, person, certificates, asked) VALUES (?1, ?2, ?3, ?4, ?5) \
                 ON CONFLICT (erasure) DO NOTHING"
            ),
            params![it.erasure, about, person_of(about), records_word(it.certificates), fact.at],
        ),
        What::ErasureWithdrawn(it) => conn.execute(
            sql!("UPDATE erasures SET ended = ?3 WHERE erasure = ?1 AND about = ?2"),
            params![it.erasure, about, fact.at],
        ),
        What::PersonErased(it) => conn.execute(
            sql!(
                "INSERT INTO redactions (about, target, certificates) VALUES (?1, 'everything', ?2) \
                 ON CONFLICT (about, target) DO UPDATE SET certificates = \
                 CASE WHEN redactions.certificates = 'go' THEN 'go' ELSE excluded.certificates END"
            ),
            params![about, records_word(it.certificates)],
        ),
        What::FactsRedacted(it) => it.facts.iter().try_fold(0, |changed, id| {
            let sql = sql!(
                "INSERT INTO redactions (about, target) VALUES (?1, ?2) ON CONFLICT (about, target) DO NOTHING"
            );
            Ok(changed + conn.execute(sql, params![about, *id])?)
        }),
    }
    .map(drop)
}

/// The columns of `certificates` are those of the first kind; what later kinds add has a table of its own.
fn issue(conn: &mut Conn, about: Subject, it: &CertificateIssued) -> Result<u64, StoreError> {
    let sql = sql!(
        "INSERT INTO certificates (certificate, about, person, number, enrolment, cohort, version, name, language, hours, issued, chain, signature) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT (certificate) DO NOTHING"
    );
    let changed = conn.execute(
        sql,
        params![
            it.certificate,
            about,
            person_of(about),
            &it.number,
            it.enrolment,
            it.cohort,
            it.version,
            it.name.as_str(),
            &it.language,
            json(&it.hours)?,
            it.issued,
            &it.chain,
            &it.signature
        ],
    )?;
    let Some(stated) = &it.stated else { return Ok(changed) };
    let sql = sql!(
        "INSERT INTO certificate_papers (certificate, about, stated, replaces, reason) VALUES (?1, ?2, ?3, ?4, ?5) \
         ON CONFLICT (certificate) DO NOTHING"
    );
    let replaces = it.replaces.as_ref();
    conn.execute(
        sql,
        params![
            it.certificate,
            about,
            json(stated)?,
            replaces.map(|it| it.certificate.to_string()),
            replaces.map(|it| it.reason.as_str())
        ],
    )
}

/// Where she works stands in `people`, whose columns are those of the registration; the rest has a table of its own.
fn describe(conn: &mut Conn, fact: &Fact, it: &PersonDescribed) -> Result<u64, StoreError> {
    let (about, profile, needs) = (fact.about, &it.profile, &it.profile.needs);
    conn.execute(
        sql!("UPDATE people SET sector = ?2, organisation = ?3, municipality = ?4 WHERE about = ?1"),
        params![about, it.sector.map(|sector| sector.as_str()), &it.organisation, it.municipality],
    )?;
    let sql = sql!(
        "INSERT INTO profiles (person, about, called, sex, people, community, post, profession, licence, path, phone, email, \
         access, diet, childcare, interpreter, described) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) \
         ON CONFLICT (person) DO UPDATE SET called = excluded.called, sex = excluded.sex, people = excluded.people, \
         community = excluded.community, post = excluded.post, profession = excluded.profession, licence = excluded.licence, \
         path = excluded.path, phone = excluded.phone, email = excluded.email, access = excluded.access, \
         diet = excluded.diet, childcare = excluded.childcare, interpreter = excluded.interpreter, \
         described = excluded.described"
    );
    conn.execute(
        sql,
        params![
            person_of(about),
            about,
            &profile.called,
            profile.sex.map(|it| it.as_str()),
            profile.people.map(|it| it.as_str()),
            profile.community.map(|it| it.as_str()),
            &profile.post,
            &profile.profession,
            &profile.licence,
            profile.path.map(|it| it.as_str()),
            profile.phone.as_ref().map(|it| it.as_str()),
            profile.email.as_ref().map(|it| it.as_str()),
            &needs.access,
            &needs.diet,
            &needs.childcare,
            &needs.interpreter,
            fact.at
        ],
    )
}

/// The id in a subject that is a person; empty for any other, which no query then finds.
fn person_of(about: Subject) -> String {
    match about {
        Subject::Person(id) => id.to_string(),
        _ => String::new(),
    }
}

/// The id in a subject that is a programme version; empty for any other.
fn version_of(about: Subject) -> String {
    match about {
        Subject::Programme(id) => id.to_string(),
        _ => String::new(),
    }
}

pub fn scope_word(scope: Scope) -> String {
    match scope {
        Scope::Site => "site".to_owned(),
        Scope::Cohort(id) => id.to_string(),
    }
}

pub fn records_word(records: CertificateRecords) -> &'static str {
    match records {
        CertificateRecords::Stay => "stay",
        CertificateRecords::Go => "go",
    }
}
