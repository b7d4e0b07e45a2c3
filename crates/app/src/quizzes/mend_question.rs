//! A fault in a question is mended, for every cohort that runs its programme version. Attempts in progress go on; marks change
//! only when the attempts are marked anew, which is another step (`regrade.rs`).

use super::question_page::cohorts_on;
use super::{REASON, note, quiz_of};
use crate::access::Visitor;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::facts::{QuestionMended, Subject};
use domain::ids::{ActivityId, CohortId, CommandId, QuestionId};
use domain::quizzes::mend::{Fault, FaultWhy, Value, What, Written, fields, mended};
use domain::quizzes::{Question, can_ask};
use store::NewFact;

#[derive(Clone, Debug)]
pub struct MendQuestion {
    pub command: CommandId,
    /// Through which cohort she came.
    pub cohort: CohortId,
    pub activity: ActivityId,
    pub question: QuestionId,
    pub written: Written,
    /// Whether it is taken out, for everybody.
    pub withdrawn: bool,
    /// Learners read it beside their new mark.
    pub reason: String,
    /// How many mends the version had when she looked.
    pub seen: u16,
}

#[derive(Debug, thiserror::Error)]
pub enum MendRefused {
    #[error("not found")]
    NotFound,
    #[error("other cohorts run this version, and she does not run them")]
    OtherCohorts,
    #[error("somebody else mended a question of this version meanwhile")]
    Meanwhile,
    #[error("not sound: {0:?}")]
    Faults(Vec<Fault>),
    #[error("a quiz would have nothing left to ask")]
    NothingLeft,
    #[error("nothing was changed")]
    Nothing,
    #[error("a reason has 5 to 300 characters")]
    Reason,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(MendRefused);

impl Telar {
    pub async fn mend_question(&self, visitor: &Visitor, it: MendQuestion) -> Result<(), MendRefused> {
        if !visitor.grants.sees_people_of(it.cohort) {
            return Err(MendRefused::NotFound);
        }
        let (telar, visitor) = (self.clone(), visitor.clone());
        self.write(move |writing| {
            let by = visitor.person;
            let content = (&it.activity, &it.question, &it.written, it.withdrawn, &it.reason, it.seen);
            let command = Command::new(it.command, Some(by), "mend question", &content);
            once!(command, writing, MendRefused::OtherContent);
            let version = writing.cohort(it.cohort)?.ok_or(MendRefused::NotFound)?.version;
            if !cohorts_on(writing, version)?.iter().all(|row| visitor.grants.runs(row.cohort)) {
                return Err(MendRefused::OtherCohorts);
            }
            let programme = telar.shelf().take(writing, version)?;
            let (_, quiz) = quiz_of(&programme, &it.activity).ok_or(MendRefused::NotFound)?;
            let question = quiz.question(it.question.as_str()).ok_or(MendRefused::NotFound)?;
            if programme.mends != it.seen {
                return Err(MendRefused::Meanwhile);
            }
            let mended = mended(question, &it.written).map_err(MendRefused::Faults)?;
            let mended = Question { withdrawn: it.withdrawn, ..mended };
            if mended == *question {
                return Err(MendRefused::Nothing);
            }
            let faults = markup(question, &mended, |id| programme.activity(id).is_some());
            if !faults.is_empty() {
                return Err(MendRefused::Faults(faults));
            }
            let mut after = programme.programme.clone();
            after.mend(&mended);
            if !after.quizzes_with(&mended.id).all(|(_, quiz)| can_ask(quiz)) {
                return Err(MendRefused::NothingLeft);
            }
            let reason = note(&it.reason, REASON).ok_or(MendRefused::Reason)?;
            let number = programme.mends.saturating_add(1);
            let what = QuestionMended { activity: it.activity, number, question: mended, reason }.into();
            writing.record(vec![NewFact { actor: Some(by), about: Subject::Programme(version), what }])?;
            command.answer(writing, &())?;
            Ok(())
        })
        .await
    }
}

/// What was changed and is not plain Markdown, as a package may not hold it either.
fn markup(before: &Question, mended: &Question, is_activity: impl Fn(&str) -> bool) -> Vec<Fault> {
    let before = fields(before);
    let changed = fields(mended).into_iter().filter(|it| !before.contains(it));
    let faulty = changed.filter_map(|field| match (field.spot.what, field.value) {
        (What::Stem | What::Passage | What::Tells, Value::Words(text)) => {
            let is_plain = text.0.values().all(|words| programme::is_plain(words, &is_activity));
            (!is_plain).then_some(Fault { spot: field.spot, why: FaultWhy::Markup })
        }
        _ => None,
    });
    faulty.collect()
}
