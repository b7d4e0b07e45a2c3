//! The door through which an answer comes in: from the phone's own queue, answered as JSON, or from the plain form, answered
//! by the next page. It must not know what makes an answer stand.

use super::asked::NotTaken;
use super::attempt::{self, Say};
use super::question;
use crate::State;
use crate::command::{self, Said, Sent, Taken};
use crate::error::Refusal;
use crate::quizzes::fields::{self, ANSWER, Fields, Pairs};
use crate::visitor::{W, Who};
use app::access::Visitor;
use app::quizzes::{AttemptPage, SaveAnswer, SaveRefused, Saved, Written};
use axum::extract::{Path, State as FromState};
use axum::response::Response;
use domain::ids::{AttemptId, QuestionId};
use domain::quizzes::{AnswerRefused, Layout};
use words::Words;

pub async fn save(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
    sent: Sent<Pairs>,
) -> Result<Response, Refusal> {
    let Ok(attempt) = id.parse::<AttemptId>() else { return Err(Refusal::NotFound) };
    let answer: Fields = sent.fields.0.iter().filter(|(name, _)| name.starts_with(ANSWER)).cloned().collect();
    let question = fields::value(&sent.fields.0, "question").to_owned();
    let save = SaveAnswer {
        command: sent.command,
        attempt,
        question: QuestionId(question.clone()),
        answer: Written::Form(answer.clone(), fields::read),
        claimed: sent.claimed,
    };
    let outcome = match state.telar.save_answer(visitor.person, save).await {
        Ok(Saved::Late) if !sent.json => {
            let page = state.telar.attempt(visitor.person, attempt).await?;
            return Ok(attempt::render(visitor, w, &page, (Say::Problem(w.quiz_late()), &[])));
        }
        Ok(saved) => {
            // The form itself knows where the script goes on.
            let next = if sent.json { String::new() } else { after(attempt, fields::value(&sent.fields.0, "next")) };
            Ok(taken(w, saved, next))
        }
        Err(SaveRefused::NotFound) if !sent.json => return Err(Refusal::NotFound),
        Err(SaveRefused::Unavailable(why)) if sent.json => return Err(why.into()),
        Err(why) => Err(refused(w, why, sent.json)),
    };
    let again = async |said: Said| {
        // The same page again with what was marked and written, so that nothing has to be given twice.
        let page = state.telar.attempt(visitor.person, attempt).await?;
        show_again(visitor, w, &page, NotTaken { question, fields: answer, problem: said.words })
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

pub(super) fn refused(w: &Words, why: SaveRefused, json: bool) -> Said {
    match why {
        SaveRefused::NotFound => Said::not_found(w.quiz_refused_not_found()),
        SaveRefused::Closed if json => Said::conflict("closed", w.quiz_refused_closed()),
        SaveRefused::Closed => Said::conflict("closed", w.quiz_refused_closed_plain()),
        SaveRefused::OtherContent => Said::conflict("other_content", w.quiz_refused_old()),
        SaveRefused::Blank => Said::unprocessable("empty", w.quiz_refused_empty()),
        SaveRefused::Rule(AnswerRefused::NotANumber) => {
            Said::unprocessable("not_a_number", w.quiz_refused_not_a_number())
        }
        SaveRefused::Rule(AnswerRefused::TooLong(most)) => {
            Said::unprocessable("too_long", w.quiz_refused_too_long(most))
        }
        SaveRefused::Rule(AnswerRefused::NotAsked | AnswerRefused::NotOffered) => {
            Said::unprocessable("not_offered", w.quiz_refused_not_offered())
        }
        SaveRefused::Unavailable(why) => {
            tracing::error!(%why, "an answer could not be saved");
            Said::unavailable(w.quiz_refused_unavailable_plain())
        }
    }
}

/// `3` is the page of the third question, `q3` its place on the page of all; anything else the whole attempt.
fn after(attempt: AttemptId, next: &str) -> String {
    let (of_all, number) = next.strip_prefix('q').map_or((false, next), |number| (true, number));
    match number.parse::<u16>() {
        Ok(number) if of_all => format!("/attempts/{attempt}#q{number}"),
        Ok(number) => format!("/attempts/{attempt}/questions/{number}"),
        Err(_) => format!("/attempts/{attempt}"),
    }
}

fn show_again(
    visitor: Visitor,
    w: &'static Words,
    page: &AttemptPage,
    not_taken: NotTaken,
) -> Result<Response, Refusal> {
    if page.result.is_some() {
        return Ok(attempt::render(visitor, w, page, (Say::Problem(not_taken.problem), &[])));
    }
    let asked = page.asked.iter().position(|id| id.as_str() == not_taken.question).ok_or(Refusal::NotFound)?;
    match page.quiz().layout {
        Layout::OneByOne => question::render(visitor, w, page, (asked + 1, Some(&not_taken))),
        Layout::AllAtOnce => Ok(attempt::render(visitor, w, page, (Say::Nothing, &[not_taken]))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::StatusCode;

    #[test]
    fn after_the_last_question_comes_the_overview() {
        let attempt = AttemptId(uuid::Uuid::nil());
        assert!(after(attempt, "3").ends_with("/questions/3"));
        assert_eq!(after(attempt, "q3"), format!("/attempts/{attempt}#q3"));
        assert_eq!(after(attempt, "end"), format!("/attempts/{attempt}"));
        assert_eq!(after(attempt, "//evil"), format!("/attempts/{attempt}"));
    }

    #[test]
    fn a_refusal_names_its_problem_and_says_what_to_do() {
        let w = words::in_language("es");
        let status = |why| refused(w, why, true).status;
        assert_eq!(status(SaveRefused::Closed), StatusCode::CONFLICT);
        assert_eq!(status(SaveRefused::NotFound), StatusCode::NOT_FOUND);
        let rules = [AnswerRefused::NotAsked, AnswerRefused::NotANumber, AnswerRefused::TooLong(800)];
        for rule in rules {
            assert_eq!(status(SaveRefused::Rule(rule)), StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert!(refused(w, SaveRefused::Rule(AnswerRefused::TooLong(800)), true).words.contains("800"));
        let late = serde_json::to_string(&taken(w, Saved::Late, String::new())).expect("JSON");
        assert!(late.contains(&w.quiz_late()), "she is told that it came too late");
    }
}
