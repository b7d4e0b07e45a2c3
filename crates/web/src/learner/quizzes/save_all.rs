//! The door of the one form of all questions, for browsers without script: whichever of its buttons is pressed, everything that
//! was answered on the page is saved first.

use super::asked::NotTaken;
use super::attempt::{self, Say};
use super::{map, save_answer};
use crate::State;
use crate::command::Sent;
use crate::error::Refusal;
use crate::quizzes::fields::{self, Pairs};
use crate::visitor::{W, Who};
use app::quizzes::{
    AttemptPage, Flag, FlagQuestion, SaveAnswers, SaveRefused, SubmitAttempt, SubmitAttemptRefused, Written,
};
use axum::extract::{Path, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Claimed;
use domain::ids::{AttemptId, QuestionId};
use domain::quizzes::Unanswered;
use uuid::Uuid;

/// Which of the form's buttons it was.
enum Pressed {
    /// The one of a question.
    Question(QuestionId),
    Flag(QuestionId, Flag),
    HandIn(Unanswered),
    Nothing,
}

impl Pressed {
    fn of(form: &[(String, String)]) -> Self {
        let (next, flag) = (fields::value(form, "next"), fields::value(form, "flag"));
        match (next, flag.split_once('.')) {
            (_, Some((flag, question))) => {
                Self::Flag(question.into(), if flag == "on" { Flag::Up } else { Flag::Down })
            }
            ("hand-in", _) => Self::HandIn(Unanswered::Refuse),
            ("sure", _) => Self::HandIn(Unanswered::CountAsWrong),
            ("", _) => Self::Nothing,
            (question, _) => Self::Question(question.into()),
        }
    }
}

pub async fn save(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
    sent: Sent<Pairs>,
) -> Result<Response, Refusal> {
    let attempt: AttemptId = id.parse().map_err(|_| Refusal::NotFound)?;
    let (answers, pressed) = (fields::by_question(&sent.fields.0), Pressed::of(&sent.fields.0));
    let written =
        |(id, fields): &(QuestionId, fields::Fields)| (id.clone(), Written::Form(fields.clone(), fields::read));
    let save = SaveAnswers {
        command: sent.command,
        attempt,
        answers: answers.iter().map(written).collect(),
        pressed: if let Pressed::Question(id) = &pressed { Some(id.clone()) } else { None },
    };
    let person = visitor.person;
    let done = match state.telar.save_answers(person, save).await {
        Ok(done) => done,
        Err(SaveRefused::NotFound | SaveRefused::Rule(_)) => return Err(Refusal::NotFound),
        Err(SaveRefused::Unavailable(why)) => return Err(why.into()),
        Err(why) => {
            let said = save_answer::refused(w, why, false);
            let page = state.telar.attempt(person, attempt).await?;
            let shown = attempt::render(visitor, w, &page, (Say::Problem(said.words), &[]));
            return Ok((said.status, shown).into_response());
        }
    };
    let page = state.telar.attempt(person, attempt).await?;
    if !done.refused.is_empty() {
        let not_taken = |(id, why): (QuestionId, SaveRefused)| NotTaken {
            fields: answers.iter().find(|(of, _)| *of == id).map_or_else(Vec::new, |(_, fields)| fields.clone()),
            problem: save_answer::refused(w, why, false).words,
            question: id.to_string(),
        };
        let not_taken: Vec<NotTaken> = done.refused.into_iter().map(not_taken).collect();
        let shown = attempt::render(visitor, w, &page, (Say::Nothing, &not_taken));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response());
    }
    let whole = format!("/attempts/{attempt}");
    let next = match pressed {
        Pressed::HandIn(unanswered) => {
            let command = Uuid::now_v7().into();
            let submit = SubmitAttempt { command, attempt, unanswered, claimed: Claimed::default() };
            match state.telar.submit_attempt(person, submit).await {
                Ok(_) => whole,
                Err(SubmitAttemptRefused::Open(_)) => {
                    let shown = attempt::render(visitor, w, &page, (Say::Sure, &[]));
                    return Ok((StatusCode::CONFLICT, shown).into_response());
                }
                Err(SubmitAttemptRefused::Unavailable(why)) => return Err(why.into()),
                Err(_) => return Err(Refusal::NotFound),
            }
        }
        _ if !done.late.is_empty() => {
            return Ok(attempt::render(visitor, w, &page, (Say::Problem(w.quiz_late()), &[])));
        }
        Pressed::Flag(question, flag) => {
            let wish = FlagQuestion { command: Uuid::now_v7().into(), attempt, question: question.clone(), flag };
            // What was pressed is on the page that comes next, or it was not hers to press.
            let _ = state.telar.flag_question(person, wish).await;
            place(&page, &question)
        }
        Pressed::Question(question) => place(&page, &question),
        Pressed::Nothing => whole,
    };
    Ok(Redirect::to(&next).into_response())
}

fn place(page: &AttemptPage, question: &QuestionId) -> String {
    map::href(page, page.asked.iter().position(|id| id == question).map_or(1, |index| index + 1))
}
