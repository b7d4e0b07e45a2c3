//! The door through which an answer comes in: from the phone's own queue, answered as JSON, or from the plain form, answered
//! by the next page. It must not know what makes an answer stand.

use super::attempt::{self, Say};
use super::question;
use crate::State;
use crate::command::{self, Said, Sent, Taken};
use crate::error::Refusal;
use crate::visitor::{W, Who};
use app::access::Visitor;
use app::quizzes::{AttemptPage, SaveAnswer, SaveRefused, Saved};
use axum::extract::{Path, State as FromState};
use axum::response::Response;
use domain::ids::{AttemptId, ChoiceId, QuestionId};
use domain::quizzes::Answer;
use serde::Deserialize;
use words::Words;

#[derive(Deserialize)]
pub struct Answered {
    #[serde(default)]
    question: String,
    #[serde(default)]
    answer: String,
    /// The number of the question to show afterwards.
    #[serde(default)]
    next: String,
}

pub async fn save(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
    sent: Sent<Answered>,
) -> Result<Response, Refusal> {
    let Ok(attempt) = id.parse::<AttemptId>() else { return Err(Refusal::NotFound) };
    let save = SaveAnswer {
        command: sent.command,
        attempt,
        question: QuestionId(sent.fields.question.clone()),
        answer: Answer::Choice(ChoiceId(sent.fields.answer.clone())),
        claimed: sent.claimed,
    };
    let outcome = match state.telar.save_answer(visitor.person, save).await {
        Ok(Saved::Late) if !sent.json => {
            let page = state.telar.attempt(visitor.person, attempt).await?;
            return Ok(attempt::render(visitor, w, &page, Say::Problem(w.quiz_late())));
        }
        Ok(saved) => {
            // The form itself knows where the script goes on.
            let next = if sent.json { String::new() } else { after(attempt, &sent.fields.next) };
            Ok(taken(w, saved, next))
        }
        Err(SaveRefused::NotFound) if !sent.json => return Err(Refusal::NotFound),
        Err(SaveRefused::Unavailable(why)) if sent.json => return Err(why.into()),
        Err(why) => Err(refused(w, (why, &sent))),
    };
    let again = async |said: Said| {
        // The same page again with what was marked, so that nothing has to be given twice.
        let page = state.telar.attempt(visitor.person, attempt).await?;
        show_again(visitor, w, &page, (&sent.fields, said))
    };
    command::answer(sent.json, outcome, again).await
}

fn taken(w: &Words, saved: Saved, next: String) -> Taken {
    match saved {
        Saved::Stands => Taken::new("stands", next),
        Saved::Older => Taken::new("older", next),
        Saved::Again => Taken::new("again", next),
        Saved::Late => Taken::new("late", next).saying(w.quiz_late()),
    }
}

fn refused(w: &Words, (why, sent): (SaveRefused, &Sent<Answered>)) -> Said {
    match why {
        SaveRefused::NotFound => Said::not_found(w.quiz_refused_not_found()),
        SaveRefused::Closed if sent.json => Said::conflict("closed", w.quiz_refused_closed()),
        SaveRefused::Closed => Said::conflict("closed", w.quiz_refused_closed_plain()),
        SaveRefused::OtherContent => Said::conflict("other_content", w.quiz_refused_old()),
        SaveRefused::Rule(_) if sent.fields.answer.is_empty() => Said::unprocessable("empty", w.quiz_refused_empty()),
        SaveRefused::Rule(_) => Said::unprocessable("not_offered", w.quiz_refused_not_offered()),
        SaveRefused::Unavailable(why) => {
            tracing::error!(%why, "an answer could not be saved");
            Said::unavailable(w.quiz_refused_unavailable_plain())
        }
    }
}

fn after(attempt: AttemptId, next: &str) -> String {
    match next.parse::<u16>() {
        Ok(next) => format!("/attempts/{attempt}/questions/{next}"),
        Err(_) => format!("/attempts/{attempt}"),
    }
}

fn show_again(
    visitor: Visitor,
    w: &'static Words,
    page: &AttemptPage,
    (answered, said): (&Answered, Said),
) -> Result<Response, Refusal> {
    if page.result.is_some() {
        return Ok(attempt::render(visitor, w, page, Say::Problem(said.words)));
    }
    let asked = page.asked.iter().position(|id| id.as_str() == answered.question).ok_or(Refusal::NotFound)?;
    let marked = Some(answered.answer.clone()).filter(|answer| !answer.is_empty());
    question::render(visitor, w, page, question::Ask { number: asked + 1, marked, problem: said.words })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::StatusCode;

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
        let fields = Answered { question: "t5-q-01".into(), answer: "a".into(), next: String::new() };
        let sent = Sent { command: uuid::Uuid::nil().into(), claimed: domain::Claimed::default(), json: true, fields };
        let refused = |why| refused(w, (why, &sent)).status;
        assert_eq!(refused(SaveRefused::Closed), StatusCode::CONFLICT);
        assert_eq!(refused(SaveRefused::NotFound), StatusCode::NOT_FOUND);
        assert_eq!(
            refused(SaveRefused::Rule(domain::quizzes::AnswerRefused::NotAsked)),
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let late = serde_json::to_string(&taken(w, Saved::Late, String::new())).expect("JSON");
        assert!(late.contains(&w.quiz_late()), "she is told that it came too late");
    }
}
