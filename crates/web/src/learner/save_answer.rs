//! The door through which an answer comes in: from the phone's own queue, answered as JSON, or from the plain form, answered
//! by the next page. It must not know what makes an answer stand.

use super::{attempt, question, view};
use crate::State;
use crate::error::Refusal;
use crate::visitor::{Form, Who, Wish};
use app::access::Visitor;
use app::quizzes::{AttemptPage, SaveAnswer, SaveRefused, Saved};
use axum::extract::{Path, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Moment;
use domain::ids::{AttemptId, ChoiceId, QuestionId};
use domain::quizzes::Answer;
use serde::{Deserialize, Serialize};
use words::Words;

#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    command: String,
    #[serde(default)]
    question: String,
    #[serde(default)]
    answer: String,
    /// Milliseconds since 1970 by the phone's clock; absent without script.
    #[serde(default)]
    claimed: String,
    /// The number of the question to show afterwards.
    #[serde(default)]
    next: String,
}

#[derive(Serialize)]
struct SavedJson {
    saved: &'static str,
}

#[derive(Serialize)]
struct ProblemJson {
    problem: &'static str,
    words: String,
}

pub async fn save(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    wish: Wish,
    Path(id): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Refusal> {
    let w = words::in_language(&visitor.language);
    let outcome = record(&state, &visitor, &id, &sent).await;
    if wish.json {
        return Ok(as_json(w, outcome));
    }
    let Ok(attempt) = id.parse::<AttemptId>() else { return Err(Refusal::NotFound) };
    let why = match outcome {
        Ok(_) => return Ok(Redirect::to(&after(attempt, &sent.next)).into_response()),
        Err(SaveRefused::NotFound) => return Err(Refusal::NotFound),
        Err(why) => why,
    };
    // The same page again with what was marked, so that nothing has to be given twice.
    let page = state.telar.attempt(visitor.person, attempt).await?;
    again(visitor, w, &page, (&sent, why))
}

async fn record(state: &State, visitor: &Visitor, attempt: &str, sent: &Sent) -> Result<Saved, SaveRefused> {
    let attempt = attempt.parse().map_err(|_| SaveRefused::NotFound)?;
    let not_offered = || SaveRefused::Rule(domain::quizzes::AnswerRefused::NotOffered);
    let save = SaveAnswer {
        command: sent.command.parse::<uuid::Uuid>().map_err(|_| not_offered())?.into(),
        attempt,
        question: QuestionId(sent.question.clone()),
        answer: Answer::Choice(ChoiceId(sent.answer.clone())),
        claimed: sent.claimed.parse().ok().map(Moment),
    };
    state.telar.save_answer(visitor.person, save).await
}

fn after(attempt: AttemptId, next: &str) -> String {
    match next.parse::<u16>() {
        Ok(next) => format!("/attempts/{attempt}/questions/{next}"),
        Err(_) => format!("/attempts/{attempt}"),
    }
}

fn as_json(w: &Words, outcome: Result<Saved, SaveRefused>) -> Response {
    let refused = |status: StatusCode, problem: &'static str, words: String| {
        (status, view::json(&ProblemJson { problem, words })).into_response()
    };
    let saved = |saved: &'static str| view::json(&SavedJson { saved });
    match outcome {
        Ok(Saved::Stands) => saved("stands"),
        Ok(Saved::Older) => saved("older"),
        Ok(Saved::Again) => saved("again"),
        Err(SaveRefused::NotFound) => refused(StatusCode::NOT_FOUND, "not_found", w.quiz_refused_not_found()),
        Err(SaveRefused::Closed) => refused(StatusCode::CONFLICT, "closed", w.quiz_refused_closed()),
        Err(SaveRefused::OtherContent) => refused(StatusCode::CONFLICT, "other_content", w.quiz_refused_old()),
        Err(SaveRefused::Rule(_)) => {
            refused(StatusCode::UNPROCESSABLE_ENTITY, "not_offered", w.quiz_refused_not_offered())
        }
        Err(SaveRefused::Unavailable(why)) => {
            tracing::error!(%why, "an answer could not be saved");
            refused(StatusCode::SERVICE_UNAVAILABLE, "unavailable", w.quiz_refused_unavailable())
        }
    }
}

fn again(
    visitor: Visitor,
    w: &'static Words,
    page: &AttemptPage,
    (sent, why): (&Sent, SaveRefused),
) -> Result<Response, Refusal> {
    let (status, problem) = match why {
        SaveRefused::NotFound => return Err(Refusal::NotFound),
        SaveRefused::Closed => {
            let mut response = attempt::render(visitor, w, page, attempt::Say::Problem(w.quiz_refused_closed_plain()));
            *response.status_mut() = StatusCode::CONFLICT;
            return Ok(response);
        }
        SaveRefused::OtherContent => (StatusCode::CONFLICT, w.quiz_refused_old()),
        SaveRefused::Rule(_) if sent.answer.is_empty() => (StatusCode::UNPROCESSABLE_ENTITY, w.quiz_refused_empty()),
        SaveRefused::Rule(_) => (StatusCode::UNPROCESSABLE_ENTITY, w.quiz_refused_not_offered()),
        SaveRefused::Unavailable(why) => {
            tracing::error!(%why, "an answer could not be saved");
            (StatusCode::SERVICE_UNAVAILABLE, w.quiz_refused_unavailable_plain())
        }
    };
    let asked = page.asked.iter().position(|id| id.as_str() == sent.question).ok_or(Refusal::NotFound)?;
    let marked = Some(sent.answer.clone()).filter(|answer| !answer.is_empty());
    let mut response = question::render(visitor, w, page, question::Ask { number: asked + 1, marked, problem })?;
    *response.status_mut() = status;
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_the_last_question_comes_the_overview() {
        let attempt = AttemptId(uuid::Uuid::nil());
        assert!(after(attempt, "3").ends_with("/questions/3"));
        assert_eq!(after(attempt, "end"), format!("/attempts/{attempt}"));
        assert_eq!(after(attempt, "//evil"), format!("/attempts/{attempt}"));
    }

    #[test]
    fn a_refusal_names_its_problem_and_says_what_to_do() {
        let w = words::in_language("es");
        let refused = |why| as_json(w, Err(why)).status();
        assert_eq!(refused(SaveRefused::Closed), StatusCode::CONFLICT);
        assert_eq!(refused(SaveRefused::NotFound), StatusCode::NOT_FOUND);
        assert_eq!(
            refused(SaveRefused::Rule(domain::quizzes::AnswerRefused::NotAsked)),
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(as_json(w, Ok(Saved::Again)).status(), StatusCode::OK);
    }
}
