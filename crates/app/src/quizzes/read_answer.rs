//! A person reads an open answer of an attempt that was handed in, and gives it so much; the mark follows.

use super::marking_anew::{Anew, Reasons, anew, gate};
use super::{COMMENT, attempt_in, note, quiz_of};
use crate::access::Visitor;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::Moment;
use domain::facts::{AnswerRead, Subject, What};
use domain::ids::{AttemptId, CohortId, CommandId, MarkingId};
use domain::quizzes::marking::{WHOLE, to_read};
use domain::quizzes::{mark_attempt, regrade};
use store::NewFact;

#[derive(Clone, Debug)]
pub struct ReadAnswer {
    pub command: CommandId,
    pub cohort: CohortId,
    pub attempt: AttemptId,
    /// `quizzes::marking::reading_key`.
    pub answer: String,
    /// 0 to 100, as typed or chosen.
    pub hundredths: String,
    pub comment: String,
    /// When the reading that she saw was given; none where nobody had read it yet.
    pub seen: Option<Moment>,
}

#[derive(Debug, thiserror::Error)]
pub enum ReadRefused {
    #[error("not found")]
    NotFound,
    #[error("nobody reads her own answers")]
    Own,
    #[error("somebody else read it meanwhile")]
    Meanwhile,
    #[error("a whole number, 0 to 100")]
    Hundredths,
    #[error("a comment has 2,000 characters at most")]
    Comment,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(ReadRefused);

impl Telar {
    /// Whoever reads second is told so and sees the first reading, unless she had seen it and changes it on purpose.
    pub async fn read_answer(&self, visitor: &Visitor, it: ReadAnswer) -> Result<(), ReadRefused> {
        if !visitor.grants.sees_people_of(it.cohort) {
            return Err(ReadRefused::NotFound);
        }
        let hundredths: Option<u32> = it.hundredths.trim().trim_end_matches('%').trim().parse().ok();
        let hundredths = hundredths.filter(|it| *it <= WHOLE).ok_or(ReadRefused::Hundredths)?;
        let comment = note(&it.comment, (0, COMMENT)).ok_or(ReadRefused::Comment)?;
        let (telar, by) = (self.clone(), visitor.person);
        let (mended_marking, marking): (MarkingId, MarkingId) = (chance::id(self.now())?, chance::id(self.now())?);
        self.write(move |writing| {
            let content = (it.attempt, &it.answer, hundredths, &comment);
            let command = Command::new(it.command, Some(by), "read answer", &content);
            once!(command, writing, ReadRefused::OtherContent);
            let (row, owner) = attempt_in(writing, it.cohort, it.attempt)?.ok_or(ReadRefused::NotFound)?;
            let before = row.mark.ok_or(ReadRefused::NotFound)?;
            if owner.person == by {
                return Err(ReadRefused::Own);
            }
            let programme = telar.shelf().take(writing, owner.version)?;
            let (_, quiz) = quiz_of(&programme, &row.activity).ok_or(ReadRefused::NotFound)?;
            let answers = writing.answers(it.attempt)?.into_iter().map(|(id, given)| (id, given.answer)).collect();
            let answers: std::collections::BTreeMap<_, _> = answers;
            let there = row.asked.iter().filter_map(|id| quiz.question(id.as_str()).zip(answers.get(id)));
            let mut there = there.flat_map(|(question, answer)| to_read(question, answer));
            if !there.any(|open| open.key == it.answer) {
                return Err(ReadRefused::NotFound);
            }
            let standing = writing.readings(it.attempt)?.into_iter().find(|read| read.answer == it.answer);
            if standing.map(|read| read.at) != it.seen {
                return Err(ReadRefused::Meanwhile);
            }
            let (attempt, mut readings) = (it.attempt, writing.readings_given(it.attempt)?);
            let reasons = Reasons::of(writing, owner.version)?;
            let gate = || gate(quiz, (row.enrolment, &row.activity));
            let mut facts: Vec<What> = Vec::new();
            // Questions mended since change her mark by themselves, with their own reason: reading alone never takes anything away.
            let by_mends = anew(&reasons, &before, mark_attempt(quiz, &row.asked, &answers, &readings));
            let before = match by_mends.filter(|it| !it.reasons.is_empty()) {
                Some(mended) => {
                    let stands = mended.mark.clone();
                    facts.extend(mended.facts(&before, (mended_marking, attempt), gate()));
                    stands
                }
                None => before,
            };
            readings.insert(it.answer.clone(), hundredths);
            facts.push(AnswerRead { attempt, answer: it.answer, hundredths, comment }.into());
            if let Some(mark) = regrade(&before, mark_attempt(quiz, &row.asked, &answers, &readings)) {
                let read = Anew { mark, reasons: Vec::new() };
                facts.extend(read.facts(&before, (marking, attempt), gate()));
            }
            let about = Subject::Person(owner.person);
            writing.record(facts.into_iter().map(|what| NewFact { actor: Some(by), about, what }).collect())?;
            command.answer(writing, &())?;
            Ok(())
        })
        .await
    }
}
