//! Every kind of fact. A payload is never changed once it has been written anywhere: a new shape is a new version, beside the
//! old one. Facts carry results (a mark, a number), so that folding them decides nothing.

use super::{
    AdmissionSet, AnnouncementMade, AnnouncementWithdrawn, ApplicationDecided, ApplicationMade, EnrolmentEnded,
    EnrolmentResumed, NominationsCalled, NominationsClosed, OrganisationKept, OrganisationMerged,
    OrganisationSeparated, PersonAgreed, PersonDescribed, SupportBegun, SupportEnded,
};
use crate::Moment;
use crate::access::{Role, Scope};
use crate::certificates::{Endorsement, Period};
use crate::cohorts::DocumentFormat;
use crate::ids::{
    ActivityId, AllowanceId, AttemptId, CertificateId, CohortId, CommentId, DocumentId, EnrolmentId, ErasureId, FactId,
    GrantId, MarkingId, NodeId, PersonId, ProgrammeVersionId, QuestionId, ScheduleId, TopicId,
};
use crate::people::{PersonName, Sector};
use crate::programmes::{Hours, Programme};
use crate::quizzes::{Allowance, Answer, Mark, Question, Window};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $kind:literal),* $(,)?) => {
        /// What happened.
        #[derive(Clone, Debug, PartialEq)]
        pub enum What { $($(#[$doc])* $variant($variant)),* }

        impl What {
            /// The kind's name with its version.
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$variant(_) => $kind),* }
            }

            /// The payload as JSON. Fails for no value of these types.
            pub fn json(&self) -> Result<String, serde_json::Error> {
                match self { $(Self::$variant(payload) => serde_json::to_string(payload)),* }
            }

            /// Reads a payload back; `Ok(None)` for a kind that this version of Telar does not know.
            pub fn parse(kind: &str, json: &str) -> Result<Option<What>, serde_json::Error> {
                Ok(match kind { $($kind => Some(Self::$variant(serde_json::from_str(json)?)),)* _ => None })
            }
        }

        $(impl From<$variant> for What { fn from(payload: $variant) -> What { What::$variant(payload) } })*
    };
}

kinds! {
    ProgrammeImported = "programme.imported/1",
    PackageKept = "package.kept/1",
    CohortOpened = "cohort.opened/1",
    CohortMoved = "cohort.moved/1",
    CohortScheduled = "cohort.scheduled/1",
    DocumentKept = "document.kept/1",
    DocumentWithdrawn = "document.withdrawn/1",
    AdmissionSet = "cohort.admission-set/1",
    AnnouncementMade = "announcement.made/1",
    AnnouncementWithdrawn = "announcement.withdrawn/1",
    NominationsCalled = "nominations.called/1",
    NominationsClosed = "nominations.closed/1",
    OrganisationKept = "organisation.kept/1",
    OrganisationMerged = "organisation.merged/1",
    OrganisationSeparated = "organisation.separated/1",
    PersonRegistered = "person.registered/1",
    PersonRenamed = "person.renamed/1",
    LanguageChosen = "person.language-chosen/1",
    PersonDescribed = "person.described/1",
    PersonAgreed = "person.agreed/1",
    ApplicationMade = "application.made/1",
    ApplicationDecided = "application.decided/1",
    Enrolled = "person.enrolled/1",
    EnrolmentEnded = "enrolment.ended/1",
    EnrolmentResumed = "enrolment.resumed/1",
    RoleGranted = "role.granted/1",
    RoleWithdrawn = "role.withdrawn/1",
    ActivityBegun = "activity.begun/1",
    ActivityDone = "activity.done/1",
    AttemptStartedV1 = "attempt.started/1",
    AttemptStarted = "attempt.started/2",
    AnswerSaved = "answer.saved/1",
    AnswerOutdated = "answer.outdated/1",
    AnswerTooLate = "answer.too-late/1",
    AttemptSubmittedV1 = "attempt.submitted/1",
    AttemptSubmitted = "attempt.submitted/2",
    AnswerRead = "answer.read/1",
    AttemptMarked = "attempt.marked/1",
    AttemptCommented = "attempt.commented/1",
    AllowanceGranted = "allowance.granted/1",
    WindowSet = "window.set/1",
    QuestionMended = "question.mended/1",
    ProgrammeCompleted = "programme.completed/1",
    CertificateIssuedV1 = "certificate.issued/1",
    CertificateIssued = "certificate.issued/2",
    CertificateRevoked = "certificate.revoked/1",
    SupportBegun = "support.begun/1",
    SupportEnded = "support.ended/1",
    ErasureAsked = "erasure.asked/1",
    ErasureWithdrawn = "erasure.withdrawn/1",
    PersonErased = "person.erased/1",
    FactsRedacted = "facts.redacted/1",
}

/// A programme's package was imported as an immutable version. About the programme version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProgrammeImported {
    pub version: ProgrammeVersionId,
    /// SHA-256 of the package's files, in hexadecimal: the same package twice is one version.
    pub digest: String,
    pub programme: Programme,
}

/// The files of a programme's package as its authors wrote them, to be given back to the byte. About the programme version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PackageKept {
    pub version: ProgrammeVersionId,
    /// By path inside the package, with `/`. All files of a package are UTF-8.
    pub files: BTreeMap<String, String>,
}

/// A cohort goes on in another version of its programme. What its people have done stays theirs, by the ids of what they did. About
/// the cohort.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CohortMoved {
    pub cohort: CohortId,
    pub version: ProgrammeVersionId,
}

/// A cohort's activities are spread over days as one of its programme's schedules says. About the cohort.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CohortScheduled {
    pub cohort: CohortId,
    pub schedule: ScheduleId,
}

/// A version of a document was put into a cohort's library. What it holds is kept beside the journal, by its SHA-256. About the cohort.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentKept {
    pub cohort: CohortId,
    pub document: DocumentId,
    /// 1 for the first version.
    pub number: u16,
    /// Of the cohort's programme; `None` for what is of no topic alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<TopicId>,
    pub title: String,
    /// What it is for, or what is new in this version; may be empty.
    pub note: String,
    /// Of the document itself, not of its keeping: a year, `2019-03` or `2019-03-13`.
    pub dated: String,
    pub language: String,
    pub format: DocumentFormat,
    pub bytes: u32,
    /// 64 hexadecimal digits.
    pub sha256: String,
}

/// A document left a cohort's library, with all its versions. About the cohort.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentWithdrawn {
    pub cohort: CohortId,
    pub document: DocumentId,
}

/// About the cohort.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CohortOpened {
    pub cohort: CohortId,
    pub name: String,
    pub version: ProgrammeVersionId,
    pub join_code: String,
    /// First and last day, `YYYY-MM-DD`.
    pub starts: String,
    pub ends: String,
    pub organisation: String,
    /// The node that alone decides what must be exclusive: attempts, certificate numbers.
    pub authority: NodeId,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonRegistered {
    pub person: PersonId,
    pub name: PersonName,
    pub language: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organisation: String,
    /// DDMM.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<u16>,
    /// The version of the consent that she agreed to; none for staff named by the site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<String>,
    /// The code by which she enters with a PIN, and staff find her.
    pub entry_code: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonRenamed {
    pub name: PersonName,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LanguageChosen {
    pub language: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Enrolled {
    pub enrolment: EnrolmentId,
    pub cohort: CohortId,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoleGranted {
    pub grant: GrantId,
    pub role: Role,
    pub scope: Scope,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoleWithdrawn {
    pub grant: GrantId,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActivityBegun {
    pub enrolment: EnrolmentId,
    pub activity: ActivityId,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActivityDone {
    pub enrolment: EnrolmentId,
    pub activity: ActivityId,
}

/// As it was written before an attempt could begin on a phone without signal: it began when it was written down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttemptStartedV1 {
    pub attempt: AttemptId,
    pub enrolment: EnrolmentId,
    pub activity: ActivityId,
    /// From 1.
    pub number: u16,
    pub asked: Vec<QuestionId>,
}

impl AttemptStartedV1 {
    /// What it says in today's shape; `at` is when it was written down.
    pub fn read_today(self, at: Moment) -> AttemptStarted {
        let Self { attempt, enrolment, activity, number, asked } = self;
        AttemptStarted { attempt, enrolment, activity, number, asked, begun: at, claimed: at }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttemptStarted {
    pub attempt: AttemptId,
    pub enrolment: EnrolmentId,
    pub activity: ActivityId,
    /// From 1, in the order of arrival.
    pub number: u16,
    pub asked: Vec<QuestionId>,
    /// When she began, by the server's clock. A time limit runs from here.
    pub begun: Moment,
    /// What her phone's clock said.
    pub claimed: Moment,
}

/// An answer that stands from now on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerSaved {
    pub attempt: AttemptId,
    pub question: QuestionId,
    pub answer: Answer,
    /// When she gave it, held to the server's time at the latest.
    pub given: Moment,
    /// What her phone's clock said.
    pub claimed: Moment,
}

/// An answer that was given before the one that stands, and arrived after it. It changes nothing and is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerOutdated {
    pub attempt: AttemptId,
    pub question: QuestionId,
    pub answer: Answer,
    pub given: Moment,
    pub claimed: Moment,
}

/// An answer that was given after the time of the quiz was over. It changes nothing and is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerTooLate {
    pub attempt: AttemptId,
    pub question: QuestionId,
    pub answer: Answer,
    pub given: Moment,
    pub claimed: Moment,
}

/// As it was written before an attempt could be handed in without signal: it was handed in when it was written down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttemptSubmittedV1 {
    pub attempt: AttemptId,
    pub mark: Mark,
}

impl AttemptSubmittedV1 {
    /// What it says in today's shape; `at` is when it was written down.
    pub fn read_today(self, at: Moment) -> AttemptSubmitted {
        AttemptSubmitted { attempt: self.attempt, mark: self.mark, handed_in: at, claimed: at }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttemptSubmitted {
    pub attempt: AttemptId,
    pub mark: Mark,
    /// When she handed it in, by the server's clock.
    pub handed_in: Moment,
    /// What her phone's clock said.
    pub claimed: Moment,
}

/// A person read an open answer of an attempt that was handed in, and gave it so much. The mark that follows from it is a fact
/// of its own, [`AttemptMarked`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerRead {
    pub attempt: AttemptId,
    /// Which answer: `quizzes::marking::reading_key`.
    pub answer: String,
    /// 0 to 100 hundredths of what it is worth.
    pub hundredths: u32,
    /// What the reader says of it to the person; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

/// An attempt that was handed in was marked anew, and this mark stands from now on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttemptMarked {
    pub marking: MarkingId,
    pub attempt: AttemptId,
    pub mark: Mark,
    /// The mark before, in per cent.
    pub before: u8,
    pub why: MarkedAnew,
    /// What the person is told of it, in the words of whoever did it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// What made somebody mark an attempt anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkedAnew {
    /// Open answers were read.
    Read,
    /// A question had a fault.
    Mended(QuestionId),
}

/// What staff wrote to a person about her attempt, or one question of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttemptCommented {
    pub comment: CommentId,
    pub attempt: AttemptId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionId>,
    pub text: String,
}

/// Staff granted a person more attempts or time. About the person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AllowanceGranted {
    pub grant: AllowanceId,
    pub enrolment: EnrolmentId,
    /// The quiz; none where it holds at every one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<ActivityId>,
    pub allowance: Allowance,
    pub reason: String,
}

/// A cohort takes a quiz between other days than its programme says. About the cohort.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WindowSet {
    pub cohort: CohortId,
    pub activity: ActivityId,
    pub window: Window,
}

/// A fault in a question was mended: from now on it is asked and marked as it stands here. About the programme version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionMended {
    pub activity: ActivityId,
    /// From 1 for each version: how many mends there are by now.
    pub number: u16,
    pub question: Question,
    pub reason: String,
}

/// The completion rule held, as a follower noticed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProgrammeCompleted {
    pub enrolment: EnrolmentId,
    /// When what completed it was written down.
    pub at: Moment,
}

/// As it was written before a certificate carried all that its paper says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CertificateIssuedV1 {
    pub certificate: CertificateId,
    pub number: String,
    pub enrolment: EnrolmentId,
    pub cohort: CohortId,
    pub version: ProgrammeVersionId,
    pub name: PersonName,
    pub language: String,
    pub hours: Hours,
    pub issued: Moment,
    /// The journal's head when it was issued, and the site's signature over it.
    pub chain: String,
    pub signature: String,
}

impl CertificateIssuedV1 {
    /// What it says in today's shape: its paper takes the cohort's own words, nobody endorses or signs it, and it replaces none.
    pub fn read_today(self) -> CertificateIssued {
        let Self { certificate, number, enrolment, cohort, version, name, language, hours, issued, chain, signature } =
            self;
        CertificateIssued {
            certificate,
            number,
            enrolment,
            cohort,
            version,
            name,
            language,
            hours,
            issued,
            chain,
            signature,
            stated: None,
            replaces: None,
        }
    }
}

/// A certificate of participation was issued: the first of an enrolment, or one that takes another's place. Carries all
/// that its page and its PDF say, so that neither settings nor a cohort that change later change a paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CertificateIssued {
    pub certificate: CertificateId,
    pub number: String,
    pub enrolment: EnrolmentId,
    pub cohort: CohortId,
    pub version: ProgrammeVersionId,
    pub name: PersonName,
    /// The language of the paper, which she may choose otherwise than that of her pages.
    pub language: String,
    pub hours: Hours,
    pub issued: Moment,
    /// The journal's head when it was issued, and the site's signature over it.
    pub chain: String,
    pub signature: String,
    /// None only in what was read from `certificate.issued/1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<Stated>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Replaces>,
}

/// What the paper says of the cohort, and who stands behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    pub cohort: String,
    pub organisation: String,
    pub period: Period,
    pub endorsement: Endorsement,
}

/// The certificate whose place it takes, and why; the reason is for the staff and the person, not for who verifies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaces {
    pub certificate: CertificateId,
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CertificateRevoked {
    pub certificate: CertificateId,
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ErasureAsked {
    pub erasure: ErasureId,
    pub certificates: CertificateRecords,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ErasureWithdrawn {
    pub erasure: ErasureId,
}

/// What becomes of the certificates of a person who is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CertificateRecords {
    /// Name, programme and date stay, so that the paper in her hand can still be verified.
    Stay,
    /// They go too; the paper can no longer be verified.
    Go,
}

/// Every fact about the person is redacted, those that arrive later too. About the person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonErased {
    pub erasure: ErasureId,
    pub certificates: CertificateRecords,
}

/// Single facts are redacted. About the same subject as the facts it names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FactsRedacted {
    pub facts: Vec<FactId>,
}

impl What {
    /// Whether this kind stays when everything else about a person is erased. Redactions always do.
    pub fn outlives_erasure(kind: &str, certificates: CertificateRecords) -> bool {
        match kind {
            "person.erased/1" | "facts.redacted/1" => true,
            "certificate.issued/1" | "certificate.issued/2" | "certificate.revoked/1" => {
                certificates == CertificateRecords::Stay
            }
            _ => false,
        }
    }
}
