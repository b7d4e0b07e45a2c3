//! One attempt as staff of its cohort see it: every answer with its mark, what was read and said, how the mark changed, and
//! what was granted.

use super::{At, LateAnswer, OutOfTime, attempt_in, quiz_of, seen_cohort, terms};
use crate::access::Visitor;
use crate::learning::LoadedProgramme;
use crate::{PageRefused, Telar};
use domain::ids::{ActivityId, AttemptId, CohortId, PersonId, QuestionId};
use domain::people::PersonName;
use domain::quizzes::marking::to_read;
use domain::quizzes::{Allowance, Answer, Mark, QuestionMark, Terms};
use domain::{Moment, Text};
use std::collections::HashMap;
use std::sync::Arc;
use store::{AllowanceRow, CommentRow, MarkingRow};

#[derive(Clone, Debug)]
pub struct AttemptOfCohort {
    pub attempt: AttemptId,
    pub activity: ActivityId,
    pub programme: Arc<LoadedProgramme>,
    pub person: PersonId,
    pub name: PersonName,
    pub number: u16,
    pub started: Moment,
    pub submitted: Option<Moment>,
    pub mark: Option<Mark>,
    pub questions: Vec<QuestionOfAttempt>,
    /// Of the attempt as a whole.
    pub comments: Vec<Comment>,
    /// Answers that were given after the time was over, and do not count.
    pub late: Vec<LateAnswer>,
    /// Who handed it in where it was not she herself; empty otherwise.
    pub handed_in_by: Option<String>,
    pub markings: Vec<Marking>,
    pub granted: Vec<Granted>,
    pub terms: Terms,
    /// Her attempts at this quiz, this one among them: their ids and numbers.
    pub all: Vec<(AttemptId, u16)>,
    /// Whether the visitor may grant more, and whether the attempt is her own: then she reads none of it.
    pub runs: bool,
    pub own: bool,
    pub now: Moment,
}

impl AttemptOfCohort {
    /// Whether the visitor may hand it in for her: its time is over, and it still stands open.
    pub fn may_hand_in(&self) -> bool {
        let over = self.terms.time_over(self.started).is_some_and(|over| self.now > over);
        over && self.submitted.is_none() && self.runs && !self.own
    }
}

/// One question of an attempt. Its words are found in the programme by its id.
#[derive(Clone, Debug)]
pub struct QuestionOfAttempt {
    pub question: QuestionId,
    pub answer: Option<Answer>,
    pub given: Option<Moment>,
    pub mark: Option<QuestionMark>,
    pub open: Vec<OpenAnswer>,
    pub comments: Vec<Comment>,
}

/// An answer that a person reads.
#[derive(Clone, Debug)]
pub struct OpenAnswer {
    /// `quizzes::marking::reading_key`: also where the programme has what was asked.
    pub key: String,
    pub criteria: Text,
    pub text: String,
    pub read: Option<Read>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    pub hundredths: u32,
    pub comment: String,
    pub by: String,
    pub at: Moment,
}

#[derive(Clone, Debug)]
pub struct Comment {
    pub words: String,
    pub by: String,
    pub at: Moment,
}

#[derive(Clone, Debug)]
pub struct Marking {
    pub at: Moment,
    /// In per cent.
    pub before: u8,
    pub after: u8,
    pub kept: bool,
    pub reason: String,
}

#[derive(Clone, Debug)]
pub struct Granted {
    /// None: every quiz.
    pub activity: Option<ActivityId>,
    pub allowance: Allowance,
    pub reason: String,
    pub by: String,
    pub at: Moment,
}

/// Names of whoever did something; of somebody who has no role any more, nothing.
pub(super) type Names = HashMap<PersonId, PersonName>;

pub(super) fn by(names: &Names, who: Option<PersonId>) -> String {
    who.and_then(|who| names.get(&who)).map_or_else(String::new, |name| name.as_str().to_owned())
}

pub(super) fn granted(names: &Names, rows: Vec<AllowanceRow>) -> Vec<Granted> {
    let granted = |it: AllowanceRow| Granted {
        by: by(names, it.author),
        activity: it.activity,
        allowance: it.allowance,
        reason: it.reason,
        at: it.at,
    };
    rows.into_iter().map(granted).collect()
}

impl From<MarkingRow> for Marking {
    fn from(row: MarkingRow) -> Self {
        Self { at: row.at, before: row.before, after: row.after, kept: row.kept, reason: row.reason }
    }
}

impl Telar {
    pub async fn attempt_of_cohort(
        &self,
        visitor: &Visitor,
        cohort: CohortId,
        attempt: AttemptId,
    ) -> Result<AttemptOfCohort, PageRefused> {
        let (telar, visitor, now) = (self.clone(), visitor.clone(), self.now());
        self.read(move |reading| {
            let (_, programme) = seen_cohort(&telar, reading, (&visitor, cohort))?;
            let (row, owner) = attempt_in(reading, cohort, attempt)?.ok_or(PageRefused::NotFound)?;
            let (_, quiz) = quiz_of(&programme, &row.activity).ok_or(PageRefused::NotFound)?;
            let name = reading.person(owner.person)?.ok_or(PageRefused::NotFound)?.name;
            let names = reading.names_of_staff(cohort)?;
            let terms = terms(reading, quiz, &At::of(&owner, &row.activity))?;
            let out_of_time = OutOfTime::of(reading, (owner.person, attempt), quiz)?;
            let mut answers = reading.answers(attempt)?;
            let readings = reading.readings(attempt)?;
            let comments = reading.attempt_comments(attempt)?;
            let said = |of: Option<&QuestionId>| {
                let those = comments.iter().filter(|it| it.question.as_ref() == of);
                let comment =
                    |it: &CommentRow| Comment { words: it.words.clone(), by: by(&names, it.author), at: it.at };
                those.map(comment).collect::<Vec<_>>()
            };
            let question = |id: &QuestionId| {
                let given = answers.remove(id);
                let open = quiz.question(id.as_str()).zip(given.as_ref()).map_or_else(Vec::new, |(question, given)| {
                    let open = to_read(question, &given.answer).into_iter();
                    open.map(|it| OpenAnswer {
                        read: readings.iter().find(|read| read.answer == it.key).map(|read| Read {
                            hundredths: read.hundredths,
                            comment: read.comment.clone(),
                            by: by(&names, read.reader),
                            at: read.at,
                        }),
                        criteria: it.criteria.clone(),
                        text: it.text.to_owned(),
                        key: it.key,
                    })
                    .collect()
                });
                QuestionOfAttempt {
                    question: id.clone(),
                    given: given.as_ref().map(|it| it.given),
                    answer: given.map(|it| it.answer),
                    mark: row.mark.as_ref().and_then(|mark| mark.question(id)).cloned(),
                    open,
                    comments: said(Some(id)),
                }
            };
            let questions = row.asked.iter().map(question).collect();
            let granted = granted(&names, reading.allowances(row.enrolment)?);
            let here = |it: &Granted| it.activity.as_ref().is_none_or(|activity| *activity == row.activity);
            let all = reading.attempts(row.enrolment, &row.activity)?;
            Ok(AttemptOfCohort {
                handed_in_by: out_of_time.handed_in_by.map(|who| by(&names, Some(who))),
                late: out_of_time.late,
                comments: said(None),
                markings: reading.markings(attempt)?.into_iter().map(Marking::from).collect(),
                granted: granted.into_iter().filter(here).collect(),
                all: all.into_iter().map(|it| (it.attempt, it.number)).collect(),
                runs: visitor.grants.runs(cohort),
                own: owner.person == visitor.person,
                person: owner.person,
                number: row.number,
                started: row.started,
                submitted: row.submitted,
                activity: row.activity,
                mark: row.mark,
                programme: Arc::clone(&programme),
                attempt,
                name,
                questions,
                terms,
                now,
            })
        })
        .await
    }
}
