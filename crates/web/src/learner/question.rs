//! One question on the screen. In a practice its explanation stands below once an answer is saved.

use super::attempt::{self, Marker};
use super::view;
use crate::State;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{W, Who};
use app::access::Visitor;
use app::learning::LoadedProgramme;
use app::quizzes::AttemptPage;
use askama::Template;
use axum::extract::{Path, State as FromState};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{ActivityId, AttemptId, QuestionId};
use domain::quizzes::{Answer, Choice, Counting, Question};
use words::Words;

/// A question with its choices, one of them marked; never which is right.
pub fn asked(
    w: &Words,
    (programme, activity): (&LoadedProgramme, &ActivityId),
    question: &Question,
    chosen: Option<&str>,
) -> Asked {
    let choice = |choice: &Choice| ChoiceView {
        id: choice.id.to_string(),
        text: choice.text.get(w.language()).to_owned(),
        chosen: chosen == Some(choice.id.as_str()),
    };
    Asked {
        stem: programme.stem_html(activity.as_str(), question.id.as_str(), w.language()).unwrap_or_default().to_owned(),
        choices: question.kind.choices().iter().map(choice).collect(),
    }
}

#[derive(Template)]
#[template(path = "learner/question.html")]
struct Page {
    frame: Frame,
    who: String,
    now: i64,
    activity: ActivityId,
    attempt: AttemptId,
    question: QuestionId,
    /// The choice that the server has; empty while there is none.
    stands: String,
    number: usize,
    number_of: String,
    place: String,
    time_left: String,
    problem: String,
    action: String,
    asked: Asked,
    practice: bool,
    why: Option<Why>,
    here: String,
    /// What the plain form sends: the next question's number, or `end`.
    next: String,
    next_href: String,
    next_words: String,
    previous_href: String,
    overview: String,
    answered_of: String,
    map: Vec<Marker>,
}

/// The question itself, as every form shows it that asks it.
pub struct Asked {
    pub stem: String,
    pub choices: Vec<ChoiceView>,
}

pub struct ChoiceView {
    pub id: String,
    pub text: String,
    pub chosen: bool,
}

struct Why {
    right: bool,
    verdict: String,
    feedback: String,
}

/// What to show of one question: which, what the person has just marked but the server has not taken, and why.
pub struct Ask {
    pub number: usize,
    pub marked: Option<String>,
    pub problem: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path((id, number)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let id: AttemptId = id.parse().map_err(|_| Refusal::NotFound)?;
    let number: usize = number.parse().map_err(|_| Refusal::NotFound)?;
    let page = state.telar.attempt(visitor.person, id).await?;
    if page.result.is_some() || page.is_over() {
        return Ok(Redirect::to(&format!("/attempts/{id}")).into_response());
    }
    render(visitor, w, &page, Ask { number, marked: None, problem: String::new() })
}

pub fn render(visitor: Visitor, w: &'static Words, page: &AttemptPage, ask: Ask) -> Result<Response, Refusal> {
    let Ask { number, marked, problem } = ask;
    let question = page.question(number).ok_or(Refusal::NotFound)?;
    let language = w.language();
    let stands = page.answers.get(&question.id).and_then(|given| match &given.answer {
        Answer::Choice(choice) => Some(choice),
        _ => None,
    });
    let chosen = marked.as_deref().or(stands.map(|choice| choice.as_str()));
    let practice = page.quiz().counting == Counting::Practice;
    let why = stands.filter(|_| practice).and_then(|choice| question.choice(choice)).map(|choice| Why {
        right: choice.right,
        verdict: if choice.right { w.quiz_right() } else { w.quiz_not_right() },
        feedback: choice.feedback.get(language).to_owned(),
    });
    let last = number == page.asked.len();
    let overview = format!("/attempts/{}", page.attempt);
    let place = attempt::place(w, page);
    let view = Page {
        who: view::who(visitor.person),
        now: page.now.0,
        frame: Frame::new(w, Some(visitor), Place::Programme, place.clone()),
        activity: page.activity.clone(),
        attempt: page.attempt,
        question: question.id.clone(),
        stands: stands.map_or_else(String::new, |choice| choice.to_string()),
        number,
        number_of: w.quiz_question_of(page.asked.len(), number),
        place,
        time_left: page.time_over.map_or_else(String::new, |over| view::time_left(w, over, page.now)),
        problem,
        action: format!("{overview}/answers"),
        asked: asked(w, (&page.programme, &page.activity), question, chosen),
        practice,
        here: attempt::question_href(page, number),
        next: if last { "end".into() } else { (number + 1).to_string() },
        next_href: if last { overview.clone() } else { attempt::question_href(page, number + 1) },
        next_words: match (practice, last) {
            (true, false) => w.quiz_next(),
            (true, true) => w.quiz_to_review(),
            (false, false) => w.quiz_save_next(),
            (false, true) => w.quiz_save_review(),
        },
        previous_href: if number > 1 { attempt::question_href(page, number - 1) } else { String::new() },
        overview,
        answered_of: attempt::answered_of(w, page),
        map: attempt::map(w, page, Some(number)),
        why,
    };
    Ok(page::html(&view))
}
