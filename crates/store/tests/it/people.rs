//! The people of the tests, all fictional, and what they do: a small cast, so that what several nodes write down is about the
//! same persons and cohorts.

use crate::{coming, organisations};
use domain::access::{Role, Scope};
use domain::certificates::{Endorsement, Period};
use domain::cohorts::DocumentFormat;
use domain::facts::*;
use domain::ids::*;
use domain::people::{PersonName, Sector};
use domain::programmes::{Activity, Body, Day, Hours, Lasts, Lesson, Programme, Rule, Topic};
use domain::quizzes::{
    Allowance, Answer, Choice, Counting, Difficulty, Mark, Question, QuestionKind, QuestionMark, Quiz, Window,
};
use domain::{Moment, Text};
use proptest::prelude::*;
use store::{NewFact, Store, StoreError};
use uuid::Uuid;

pub const NAMES: [&str; 6] =
    ["Marta Caal", "María Coʼ", "Ixchel Tzul Pérez", "Juan Ñuñez", "Petrona Xol", "Ana 🌽 Choc"];

/// Every kind of fact that Telar writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    ImportProgramme,
    KeepPackage,
    OpenCohort,
    MoveCohort,
    ScheduleCohort,
    KeepDocument,
    WithdrawDocument,
    MakeAnnouncement,
    WithdrawAnnouncement,
    KeepOrganisation,
    MergeOrganisation,
    SeparateOrganisation,
    SetAdmission,
    CallNominations,
    CloseNominations,
    Describe,
    Agree,
    Apply,
    Decide,
    EndEnrolment,
    ResumeEnrolment,
    Register,
    Rename,
    ChooseLanguage,
    Enrol,
    Grant,
    Withdraw,
    Begin,
    Finish,
    StartAttempt,
    StartAsOnce,
    SaveAnswer,
    AnswerLate,
    AnswerTooLate,
    Submit,
    SubmitAsOnce,
    ReadAnswer,
    MarkAnew,
    Comment,
    Allow,
    SetWindow,
    Mend,
    Complete,
    Certify,
    CertifyAsOnce,
    Revoke,
    BeginSupport,
    EndSupport,
    AskErasure,
    WithdrawErasure,
    Erase,
    Redact,
}

use Verb::*;
pub const VERBS: [Verb; 52] = [
    ImportProgramme,
    KeepPackage,
    OpenCohort,
    MoveCohort,
    ScheduleCohort,
    KeepDocument,
    WithdrawDocument,
    MakeAnnouncement,
    WithdrawAnnouncement,
    KeepOrganisation,
    MergeOrganisation,
    SeparateOrganisation,
    SetAdmission,
    CallNominations,
    CloseNominations,
    Describe,
    Agree,
    Apply,
    Decide,
    EndEnrolment,
    ResumeEnrolment,
    Register,
    Rename,
    ChooseLanguage,
    Enrol,
    Grant,
    Withdraw,
    Begin,
    Finish,
    StartAttempt,
    StartAsOnce,
    SaveAnswer,
    AnswerLate,
    AnswerTooLate,
    Submit,
    SubmitAsOnce,
    ReadAnswer,
    MarkAnew,
    Comment,
    Allow,
    SetWindow,
    Mend,
    Complete,
    Certify,
    CertifyAsOnce,
    Revoke,
    BeginSupport,
    EndSupport,
    AskErasure,
    WithdrawErasure,
    Erase,
    Redact,
];

/// Somebody does something; `n` and `m` choose among the few things that it may be done to and with.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub verb: Verb,
    pub who: u8,
    pub n: u8,
    pub m: u8,
}

pub fn step(verb: Verb, who: u8, n: u8, m: u8) -> Step {
    Step { verb, who, n, m }
}

/// Anything anybody may do; what removes things seldom, so that there is something to remove.
pub fn any_step() -> impl Strategy<Value = Step> {
    let verb = prop_oneof![
        30 => proptest::sample::select(VERBS[..48].to_vec()),
        1 => Just(Erase),
        2 => Just(Redact),
    ];
    (verb, 0..4_u8, 0..6_u8, 0..6_u8).prop_map(|(verb, who, n, m)| Step { verb, who, n, m })
}

pub fn id(kind: u128, who: u8, n: u8) -> Uuid {
    Uuid::from_u128((kind << 64) | (u128::from(who) << 8) | u128::from(n))
}

pub fn person(who: u8) -> PersonId {
    PersonId(id(1, who, 0))
}

pub fn cohort(n: u8) -> CohortId {
    CohortId(id(2, 0, n))
}

pub fn document(n: u8, m: u8) -> DocumentId {
    DocumentId(id(14, n, m))
}

pub fn announcement(n: u8, m: u8) -> AnnouncementId {
    AnnouncementId(id(16, n, m))
}

pub fn version(n: u8) -> ProgrammeVersionId {
    ProgrammeVersionId(id(3, 0, n))
}

pub fn enrolment(who: u8, n: u8) -> EnrolmentId {
    EnrolmentId(id(4, who, n))
}

pub fn certificate(who: u8, n: u8) -> CertificateId {
    CertificateId(id(5, who, n))
}

fn attempt(who: u8, n: u8) -> AttemptId {
    AttemptId(id(6, who, n))
}

fn mark(m: u8) -> Mark {
    let points = u32::from(m % 2);
    let questions = vec![QuestionMark { question: "q-1".into(), points, max: 1, unread: 0 }];
    Mark { points, max: 1, passed: m % 2 == 1, rule: 1, questions, unread: 0, kept: false, stood: None }
}

pub fn name(n: u8) -> PersonName {
    PersonName::parse(NAMES[usize::from(n) % NAMES.len()]).unwrap()
}

pub fn programme(n: u8, m: u8) -> Programme {
    let text = |words: &str| Text::new([("es", words), ("en", words)]);
    let choice = |id: &str, right| Choice { id: id.into(), text: text(id), right, feedback: text("porque sí") };
    let question = |id: &str| {
        let kind = QuestionKind::SingleChoice { choices: vec![choice("a", true), choice("b", false)] };
        Question::new(id.into(), text("¿Qué hace usted?"), kind, Difficulty::Applied)
    };
    let activity = |id: &str, body| Activity {
        id: id.into(),
        topic: "t5".into(),
        title: text("Indicadores"),
        summary: text("Para reconocerlos"),
        minutes: 12,
        notice: text(if m.is_multiple_of(2) { "" } else { "Puede doler" }),
        review: Default::default(),
        body,
    };
    let questions = vec![question("q-1"), question("q-2")];
    let quiz = Quiz { attempts: 3, time_limit: (m > 1).then_some(20), ..Quiz::plain(Counting::Gate, 80, questions) };
    Programme {
        slug: "best-practice".into(),
        version: format!("2027.{n}"),
        languages: vec!["es".into(), "en".into()],
        title: text("Buenas prácticas"),
        summary: text(&format!("Versión {m}")),
        hours: Hours { own_time: 40, live: 10, in_person: u16::from(m) },
        topics: vec![Topic::new("t5".into(), 5, text("Indicadores"), text("Ver"))],
        competences: Vec::new(),
        figures: Vec::new(),
        sheets: Default::default(),
        schedules: Vec::new(),
        days: vec![Day {
            lasts: Lasts::Day,
            closing: Text::default(),
            id: "d1".into(),
            title: text("Día 1"),
            aim: text("Empezar"),
            activities: vec!["l-1".into(), "quiz".into()],
        }],
        activities: vec![
            activity("l-1", Body::Lesson(Lesson { markdown: text("# Hola") })),
            activity("quiz", Body::Quiz(quiz)),
        ],
        completion: Rule::AllOf(vec![Rule::Done("l-1".into()), Rule::Pass("quiz".into())]),
    }
}

fn certified_as_once(who: u8, n: u8, m: u8) -> CertificateIssuedV1 {
    CertificateIssuedV1 {
        certificate: certificate(who, n % 2),
        number: format!("NUM{who}{n}{m}"),
        enrolment: enrolment(who, n % 2),
        cohort: cohort(m % 2),
        version: version(0),
        name: name(m),
        language: "es".into(),
        hours: Hours { own_time: 40, live: 0, in_person: u16::from(m) },
        issued: Moment(1_800_000_000_000 + i64::from(m)),
        chain: "cafe".into(),
        signature: "beef".into(),
    }
}

fn records(n: u8) -> CertificateRecords {
    if n.is_multiple_of(2) { CertificateRecords::Stay } else { CertificateRecords::Go }
}

impl Step {
    pub fn about(self) -> Subject {
        match self.verb {
            ImportProgramme | KeepPackage | Mend => Subject::Programme(version(self.n % 2)),
            OpenCohort | MoveCohort | ScheduleCohort | KeepDocument | WithdrawDocument | MakeAnnouncement
            | WithdrawAnnouncement | SetWindow | SetAdmission | CallNominations | CloseNominations => {
                Subject::Cohort(cohort(self.n % 2))
            }
            KeepOrganisation | MergeOrganisation | SeparateOrganisation => {
                Subject::Organisation(organisations::organisation(self.n % 3))
            }
            _ => Subject::Person(person(self.who)),
        }
    }

    /// The fact, where `known` are the facts about the same subject that anybody has heard of.
    pub fn fact(self, known: &[FactId]) -> NewFact {
        let actor = (!self.m.is_multiple_of(3)).then(|| person(self.m % 4));
        NewFact { actor, about: self.about(), what: self.what(known) }
    }

    fn what(self, known: &[FactId]) -> What {
        let Step { verb, who, n, m } = self;
        let activity = || ActivityId::from(if n.is_multiple_of(2) { "l-1" } else { "quiz" });
        let question = || QuestionId::from(if n < 3 { "q-1" } else { "q-2" });
        let choice = || Answer::Choice(if m.is_multiple_of(2) { "a" } else { "b" }.into());
        let given = Moment(1_800_000_000_000 + i64::from(m));
        match verb {
            SetAdmission | CallNominations | CloseNominations | Describe | Agree | Apply | Decide | EndEnrolment
            | ResumeEnrolment | BeginSupport | EndSupport => coming::what(self),
            KeepOrganisation | MergeOrganisation | SeparateOrganisation => organisations::what(self),
            ImportProgramme => ProgrammeImported {
                version: version(n % 2),
                digest: format!("{m:064}"),
                programme: programme(n % 2, m),
            }
            .into(),
            KeepPackage => PackageKept {
                version: version(n % 2),
                files: [("programme.toml", m), ("topics/t5/t5-l1.md", n)]
                    .map(|(path, one)| (path.to_owned(), format!("\u{feff}title = \"Cobán {one}\"\r\n")))
                    .into(),
            }
            .into(),
            ScheduleCohort => {
                CohortScheduled { cohort: cohort(n % 2), schedule: ["s-days", "s-weeks"][usize::from(m % 2)].into() }
                    .into()
            }
            KeepDocument => DocumentKept {
                cohort: cohort(n % 2),
                document: document(n % 2, m % 2),
                number: u16::from(m % 3) + 1,
                topic: (m > 1).then(|| "t5".into()),
                title: format!("Guía {m}"),
                note: String::new(),
                dated: "2019-03".into(),
                language: "es".into(),
                format: if n.is_multiple_of(2) { DocumentFormat::Pdf } else { DocumentFormat::Text },
                bytes: 1_200 + u32::from(m),
                sha256: format!("{m:064}"),
            }
            .into(),
            WithdrawDocument => DocumentWithdrawn { cohort: cohort(n % 2), document: document(n % 2, m % 2) }.into(),
            MakeAnnouncement => AnnouncementMade {
                announcement: announcement(n % 2, m % 2),
                cohort: cohort(n % 2),
                text: format!("Mañana a las 8, aviso {m}"),
            }
            .into(),
            WithdrawAnnouncement => AnnouncementWithdrawn { announcement: announcement(n % 2, m % 2) }.into(),
            MoveCohort => CohortMoved { cohort: cohort(n % 2), version: version(m % 2) }.into(),
            OpenCohort => CohortOpened {
                cohort: cohort(n % 2),
                name: format!("Cobán {m}"),
                version: version(n % 2),
                join_code: format!("CBN2{}", char::from(b'A' + m)),
                starts: "2027-02-08".into(),
                ends: "2027-03-12".into(),
                organisation: "Hospital de prueba".into(),
                authority: NodeId(id(9, 0, m)),
            }
            .into(),
            Register => PersonRegistered {
                person: person(who),
                name: name(n),
                language: "es".into(),
                sector: Sector::ALL.get(usize::from(n)).copied(),
                organisation: if m == 0 { String::new() } else { format!("Centro de Salud {m}") },
                municipality: (m > 1).then_some(1601 + u16::from(m)),
                consent: (m > 2).then(|| "1".into()),
                entry_code: format!("E{who}{n}"),
            }
            .into(),
            Rename => PersonRenamed { name: name(n) }.into(),
            ChooseLanguage => LanguageChosen { language: ["es", "en", "kek"][usize::from(n) % 3].into() }.into(),
            Enrol => Enrolled { enrolment: enrolment(who, n % 2), cohort: cohort(m % 2) }.into(),
            Grant => RoleGranted {
                grant: GrantId(id(7, who, n)),
                role: Role::ALL[usize::from(m) % 5],
                scope: if n.is_multiple_of(2) { Scope::Site } else { Scope::Cohort(cohort(m % 2)) },
            }
            .into(),
            Withdraw => RoleWithdrawn { grant: GrantId(id(7, who, n)) }.into(),
            Begin => ActivityBegun { enrolment: enrolment(who, m % 2), activity: activity() }.into(),
            Finish => ActivityDone { enrolment: enrolment(who, m % 2), activity: activity() }.into(),
            StartAttempt => AttemptStarted {
                attempt: attempt(who, n % 3),
                enrolment: enrolment(who, m % 2),
                activity: "quiz".into(),
                number: u16::from(n % 3) + 1,
                asked: vec!["q-1".into(), "q-2".into()],
                begun: given,
                claimed: given,
            }
            .into(),
            StartAsOnce => AttemptStartedV1 {
                attempt: attempt(who, n % 3),
                enrolment: enrolment(who, m % 2),
                activity: "quiz".into(),
                number: u16::from(n % 3) + 1,
                asked: vec!["q-1".into()],
            }
            .into(),
            SaveAnswer => AnswerSaved {
                attempt: attempt(who, n % 3),
                question: question(),
                answer: choice(),
                given,
                claimed: given,
            }
            .into(),
            AnswerLate => AnswerOutdated {
                attempt: attempt(who, n % 3),
                question: question(),
                answer: choice(),
                given,
                claimed: given,
            }
            .into(),
            AnswerTooLate => domain::facts::AnswerTooLate {
                attempt: attempt(who, n % 3),
                question: question(),
                answer: choice(),
                given,
                claimed: given,
            }
            .into(),
            Submit => {
                AttemptSubmitted { attempt: attempt(who, n % 3), mark: mark(m), handed_in: given, claimed: given }
                    .into()
            }
            SubmitAsOnce => AttemptSubmittedV1 { attempt: attempt(who, n % 3), mark: mark(m) }.into(),
            ReadAnswer => AnswerRead {
                attempt: attempt(who, n % 3),
                answer: question().to_string(),
                hundredths: u32::from(m) * 20,
                comment: if m.is_multiple_of(2) { String::new() } else { format!("Bien observado {m}") },
            }
            .into(),
            MarkAnew => AttemptMarked {
                marking: MarkingId(id(11, who, n)),
                attempt: attempt(who, n % 3),
                mark: mark(m),
                before: m,
                why: if m.is_multiple_of(2) { MarkedAnew::Read } else { MarkedAnew::Mended(question()) },
                reason: format!("Se corrigió {m}"),
            }
            .into(),
            Comment => AttemptCommented {
                comment: CommentId(id(12, who, n)),
                attempt: attempt(who, n % 3),
                question: (m > 1).then(question),
                text: format!("Siga así {m}"),
            }
            .into(),
            Allow => AllowanceGranted {
                grant: AllowanceId(id(13, who, n)),
                enrolment: enrolment(who, m % 2),
                activity: (m > 1).then(|| "quiz".into()),
                allowance: Allowance { attempts: u16::from(m), minutes: 10, ..Allowance::default() },
                reason: format!("Se fue la luz {m}"),
            }
            .into(),
            SetWindow => WindowSet {
                cohort: cohort(n % 2),
                activity: activity(),
                window: Window { opens: (m > 1).then_some(given), closes: None },
            }
            .into(),
            Mend => QuestionMended {
                activity: "quiz".into(),
                number: u16::from(m) + 1,
                question: Question { withdrawn: m.is_multiple_of(2), ..mended(n % 2, m) },
                reason: format!("Dos respuestas eran correctas {m}"),
            }
            .into(),
            Complete => ProgrammeCompleted { enrolment: enrolment(who, n % 2), at: given }.into(),
            Certify => CertificateIssued {
                stated: Some(Stated {
                    cohort: format!("Cobán {m}"),
                    organisation: "Hospital de prueba".into(),
                    period: Period::stated(
                        ("2027-01-11", "2027-02-12"),
                        if m > 2 { "2027-02-12" } else { "2027-01-20" },
                    ),
                    endorsement: Endorsement {
                        endorsers: vec!["Universidad de prueba".into()],
                        signatories: Endorsement::parse_signatories("Ana Ejemplo, Directora").unwrap(),
                    },
                }),
                // The second of an enrolment may come in the place of the first.
                replaces: (n % 2 == 1 && m % 2 == 1)
                    .then(|| Replaces { certificate: certificate(who, 0), reason: format!("Nombre {m}") }),
                ..certified_as_once(who, n, m).read_today()
            }
            .into(),
            CertifyAsOnce => certified_as_once(who, n, m).into(),
            Revoke => CertificateRevoked { certificate: certificate(who, n % 2), reason: format!("Error {m}") }.into(),
            AskErasure => ErasureAsked { erasure: ErasureId(id(8, who, n % 2)), certificates: records(m) }.into(),
            WithdrawErasure => ErasureWithdrawn { erasure: ErasureId(id(8, who, n % 2)) }.into(),
            Erase => PersonErased { erasure: ErasureId(id(8, who, n % 2)), certificates: records(m) }.into(),
            Redact => {
                // One of the facts about her, of whatever node, here already or not; or one that nobody has heard of.
                let chosen = known.get(usize::from(n) * usize::from(m + 1) % known.len().max(1)).copied();
                FactsRedacted { facts: vec![chosen.unwrap_or(FactId(id(10, who, n)))] }.into()
            }
        }
    }
}

/// Writes steps down in one commit; what they redact is chosen among the facts that are here.
pub fn record(store: &Store, now: Moment, steps: &[Step]) -> Vec<Fact> {
    let steps = steps.to_vec();
    let done = store.write(now, move |writing| {
        let mut written = Vec::new();
        for step in steps {
            let known: Vec<FactId> = writing.facts_about(step.about())?.iter().map(|fact| fact.id).collect();
            written.extend(writing.record(vec![step.fact(&known)])?);
        }
        Ok::<_, StoreError>(written)
    });
    done.unwrap()
}

/// One person from her registration to her certificate, with a rename, a request and two more things said and taken back.
pub fn whole_life(who: u8) -> Vec<Step> {
    vec![
        step(ImportProgramme, who, 0, 1),
        step(OpenCohort, who, 0, 1),
        step(Register, who, 0, 3),
        step(Enrol, who, 0, 0),
        step(Rename, who, 1, 1),
        step(ChooseLanguage, who, 2, 0),
        step(Grant, who, 0, 2),
        step(Grant, who, 1, 1),
        step(Withdraw, who, 1, 0),
        step(Begin, who, 0, 0),
        step(Finish, who, 0, 0),
        step(StartAttempt, who, 0, 0),
        step(SaveAnswer, who, 0, 1),
        step(SaveAnswer, who, 3, 0),
        step(AnswerLate, who, 0, 0),
        step(Submit, who, 0, 1),
        step(Complete, who, 0, 0),
        step(Certify, who, 0, 1),
        step(Revoke, who, 0, 2),
        step(AskErasure, who, 0, 0),
        step(WithdrawErasure, who, 0, 0),
    ]
}

/// Another attempt of the same person: as attempts were written down once, and with an answer after the time was over.
pub fn another_attempt(who: u8) -> Vec<Step> {
    vec![step(StartAsOnce, who, 1, 0), step(AnswerTooLate, who, 1, 3), step(SubmitAsOnce, who, 1, 0)]
}

/// What staff do at quizzes, after [`whole_life`].
pub fn staff_at_quizzes(who: u8) -> Vec<Step> {
    vec![
        step(ReadAnswer, who, 0, 3),
        step(MarkAnew, who, 0, 1),
        step(Comment, who, 0, 2),
        step(Allow, who, 0, 2),
        step(SetWindow, who, 0, 2),
        step(Mend, who, 0, 1),
    ]
}

/// Another version whose files are kept, and a cohort that goes on in it.
pub fn another_version(who: u8) -> Vec<Step> {
    vec![step(ImportProgramme, who, 1, 2), step(KeepPackage, who, 1, 2), step(MoveCohort, who, 0, 1)]
}

/// A cohort's days spread in another way, and two documents in its library, of which one leaves it.
pub fn another_schedule(who: u8) -> Vec<Step> {
    vec![
        step(ScheduleCohort, who, 0, 1),
        step(KeepDocument, who, 0, 0),
        step(KeepDocument, who, 0, 2),
        step(KeepDocument, who, 0, 1),
        step(WithdrawDocument, who, 0, 1),
    ]
}

/// A question of the programme's quiz, as it stands after a mend.
fn mended(n: u8, m: u8) -> Question {
    let quiz = programme(n, m).activities.into_iter().find_map(|it| match it.body {
        Body::Quiz(quiz) => Some(quiz),
        _ => None,
    });
    quiz.expect("a quiz").questions.swap_remove(0)
}

/// A certificate as it was written down once, and another in its place; what replaced it is revoked.
pub fn another_certificate(who: u8) -> Vec<Step> {
    vec![step(CertifyAsOnce, who, 0, 1), step(Certify, who, 1, 1), step(Revoke, who, 1, 2)]
}
