//! All answers of a page without script, saved at one press. One that is refused is told, and keeps none of the others from
//! being saved.

use super::save_answer::Taking;
use super::{At, SaveRefused, Saved, Written, own_attempt, terms};
use crate::Telar;
use crate::command::{Command, once};
use domain::Claimed;
use domain::ids::{AttemptId, ChoiceId, CommandId, PersonId, QuestionId};
use domain::quizzes::marking::reading_key;
use domain::quizzes::{Answer, AnswerRefused, Ordering, Question, QuestionKind, first_order};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug)]
pub struct SaveAnswers {
    pub command: CommandId,
    pub attempt: AttemptId,
    /// By question; what is blank is passed over.
    pub answers: Vec<(QuestionId, Written)>,
    /// The question whose button she pressed: of that one an order is an answer also as it first stood.
    pub pressed: Option<QuestionId>,
}

/// What became of the answers that did not simply stand.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct SavedAnswers {
    /// Given after the time was over: kept, and do not count.
    pub late: Vec<QuestionId>,
    /// Nothing is left of these; each may be sent again.
    #[serde(skip)]
    pub refused: Vec<(QuestionId, SaveRefused)>,
}

impl Telar {
    pub async fn save_answers(&self, person: PersonId, it: SaveAnswers) -> Result<SavedAnswers, SaveRefused> {
        let telar = self.clone();
        self.write(move |writing| {
            let (row, owner) = own_attempt(writing, person, it.attempt)?.ok_or(SaveRefused::NotFound)?;
            let programme = telar.shelf().take(writing, owner.version)?;
            let quiz = programme.activity(row.activity.as_str()).and_then(|activity| activity.quiz());
            let quiz = quiz.ok_or(SaveRefused::NotFound)?;
            let mut answers = Vec::new();
            for (id, written) in it.answers {
                let asked = quiz.question(id.as_str()).filter(|_| row.asked.contains(&id));
                let question = asked.ok_or(SaveRefused::Rule(AnswerRefused::NotAsked))?;
                if let Some(answer) = written.read(&question.kind) {
                    answers.push((question, answer));
                }
            }
            let content: Vec<_> = answers.iter().map(|(question, answer)| (&question.id, answer)).collect();
            let command = Command::new(it.command, Some(person), "save answers", &(it.attempt, content, &it.pressed));
            once!(command, writing, SaveRefused::OtherContent);
            if row.submitted.is_some() {
                return Err(SaveRefused::Closed);
            }
            let terms = terms(writing, quiz, &At::of(&owner, &row.activity))?;
            let taking = Taking { person, attempt: it.attempt, row: &row, quiz, terms: &terms };
            let mut done = SavedAnswers::default();
            for (question, answer) in answers {
                let standing = writing.answer(it.attempt, &question.id)?.map(|given| given.answer);
                let is_pressed = it.pressed.as_ref() == Some(&question.id);
                let answer = if is_pressed { Some(answer) } else { touched(it.attempt, question, (answer, &standing)) };
                // What stands already is not written down again at every press.
                let Some(answer) = answer.filter(|it| {
                    standing.is_none() || Some(it.clone().onto(standing.as_ref(), &question.kind)) != standing
                }) else {
                    continue;
                };
                match taking.take(writing, &question.id, answer, Claimed::default()) {
                    Ok(Saved::Late) => done.late.push(question.id.clone()),
                    Ok(_) => {}
                    Err(SaveRefused::Unavailable(why)) => return Err(why.into()),
                    Err(why) => done.refused.push((question.id.clone(), why)),
                }
            }
            // Where something was refused, the same page may be sent again; what was saved then changes nothing.
            if done.refused.is_empty() {
                command.answer(writing, &done)?;
            }
            Ok(done)
        })
        .await
    }
}

/// An answer without the orders that stand as the page first showed them: nobody gave those.
fn touched(attempt: AttemptId, question: &Question, (answer, standing): (Answer, &Option<Answer>)) -> Option<Answer> {
    let id = question.id.as_str();
    let as_shown =
        |key: &str, ordering: &Ordering, order: &[ChoiceId]| first_order(attempt, key, ordering).as_slice() == order;
    match (answer, &question.kind) {
        (Answer::Order(order), QuestionKind::Ordering(ordering)) => {
            let untouched = standing.is_none() && as_shown(id, ordering, &order);
            (!untouched).then_some(Answer::Order(order))
        }
        (Answer::Parts(mut parts), QuestionKind::Vignette(vignette)) => {
            let stands = |part: &ChoiceId| matches!(standing, Some(Answer::Parts(parts)) if parts.contains_key(part));
            for part in &vignette.parts {
                if let (Some(Answer::Order(order)), QuestionKind::Ordering(ordering)) =
                    (parts.get(&part.id), &part.kind)
                    && !stands(&part.id)
                    && as_shown(&reading_key(id, Some(&part.id)), ordering, order)
                {
                    parts.remove(&part.id);
                }
            }
            (!parts.is_empty()).then_some(Answer::Parts(parts))
        }
        (answer, _) => Some(answer),
    }
}
