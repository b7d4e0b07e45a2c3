//! An attempt as a whole: while it is open, what is still to answer and the handing in; afterwards, the mark in kind words
//! and each question with its explanation.

use super::{gain, view};
use crate::State;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{W, Who};
use app::access::Visitor;
use app::quizzes::AttemptPage;
use askama::Template;
use axum::extract::{Path, State as FromState};
use axum::response::Response;
use domain::ids::{ActivityId, AttemptId, QuestionId};
use domain::quizzes::{Answer, Counting, Mark};
use words::Words;

#[derive(Template)]
#[template(path = "learner/review.html")]
struct ReviewPage {
    frame: Frame,
    who: String,
    now: i64,
    activity: ActivityId,
    attempt: AttemptId,
    place: String,
    problem: String,
    summary: String,
    /// The words that ask once more; empty while nothing is to be asked.
    sure: String,
    time_left: String,
    /// The time is over: nothing more can be answered, only handed in.
    over: bool,
    open_href: String,
    open_words: String,
    action: String,
    answered_of: String,
    map: Vec<Marker>,
}

/// One question on the map of an attempt.
pub struct Marker {
    pub href: String,
    pub number: usize,
    pub state: String,
    pub answered: bool,
    pub here: bool,
}

#[derive(Template)]
#[template(path = "learner/result.html")]
struct ResultPage {
    frame: Frame,
    place: String,
    problem: String,
    number: String,
    points: String,
    verdict: String,
    verdict_class: &'static str,
    words: String,
    next_href: String,
    next_words: String,
    again_href: String,
    /// As HTML, with the result of a test after; empty elsewhere.
    gain: String,
    questions: Vec<Marked>,
}

struct Marked {
    number_of: String,
    right: bool,
    verdict: String,
    stem: String,
    answer: String,
    feedback: String,
}

/// What the page says besides the attempt itself.
pub enum Say {
    Nothing,
    /// Some questions are open: ask once more.
    Sure,
    Problem(String),
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let id: AttemptId = id.parse().map_err(|_| Refusal::NotFound)?;
    let page = state.telar.attempt(visitor.person, id).await?;
    Ok(render(visitor, w, &page, Say::Nothing))
}

pub fn render(visitor: Visitor, w: &'static Words, page: &AttemptPage, say: Say) -> Response {
    match &page.result {
        Some(mark) => page::html(&result(visitor, w, (page, mark), say)),
        None => page::html(&review(visitor, w, page, say)),
    }
}

pub fn question_href(page: &AttemptPage, number: usize) -> String {
    format!("/attempts/{}/questions/{number}", page.attempt)
}

/// «Tema 5 · Prueba».
pub fn place(w: &Words, page: &AttemptPage) -> String {
    page.programme
        .activity(page.activity.as_str())
        .map_or_else(String::new, |activity| view::place(w, &page.programme, activity))
}

pub fn map(w: &Words, page: &AttemptPage, here: Option<usize>) -> Vec<Marker> {
    let marker = |(index, id): (usize, &QuestionId)| {
        let (number, answered) = (index + 1, page.answers.contains_key(id));
        Marker {
            href: question_href(page, number),
            number,
            state: if answered { w.quiz_map_answered() } else { w.quiz_map_open() },
            answered,
            here: here == Some(number),
        }
    };
    page.asked.iter().enumerate().map(marker).collect()
}

pub fn answered_of(w: &Words, page: &AttemptPage) -> String {
    w.quiz_answered_of(page.asked.len(), page.answered())
}

fn review(visitor: Visitor, w: &'static Words, page: &AttemptPage, say: Say) -> ReviewPage {
    let over = page.is_over();
    let first_open = page.asked.iter().position(|id| !page.answers.contains_key(id)).map(|index| index + 1);
    let first_open = first_open.filter(|_| !over);
    let open = page.asked.len() - page.answered();
    let place = place(w, page);
    ReviewPage {
        who: view::who(visitor.person),
        now: page.now.0,
        frame: Frame::new(w, Some(visitor), Place::Programme, place.clone()),
        activity: page.activity.clone(),
        attempt: page.attempt,
        place,
        time_left: page.time_over.map_or_else(String::new, |over| view::time_left(w, over, page.now)),
        over,
        summary: match open {
            _ if over => w.quiz_review_over(),
            0 => w.quiz_review_all(),
            open => w.quiz_review_open(open),
        },
        sure: if matches!(say, Say::Sure) && open > 0 && !over { w.quiz_sure_open(open) } else { String::new() },
        problem: if let Say::Problem(words) = say { words } else { String::new() },
        open_href: first_open.map_or_else(String::new, |number| question_href(page, number)),
        open_words: first_open.map_or_else(String::new, |number| w.quiz_answer_open(number)),
        action: format!("/attempts/{}/submission", page.attempt),
        answered_of: answered_of(w, page),
        map: map(w, page, None),
    }
}

fn result(visitor: Visitor, w: &'static Words, (page, mark): (&AttemptPage, &Mark), say: Say) -> ResultPage {
    let quiz = page.quiz();
    let practice = quiz.counting == Counting::Practice;
    let may_try_again = page.attempts_left.is_none_or(|left| left > 0) && (practice || !mark.passed);
    let place = place(w, page);
    let again = format!("/activities/{}", page.activity);
    // Not passed and another attempt left: that is the one thing next.
    let try_first = may_try_again && !practice;
    ResultPage {
        frame: Frame::new(w, Some(visitor), Place::Programme, place.clone()),
        place,
        problem: if let Say::Problem(words) = say { words } else { String::new() },
        number: w.quiz_attempt(page.number),
        points: result_points(w, mark),
        verdict: match (practice, mark.passed) {
            (true, _) => String::new(),
            (false, true) => w.quiz_passed(),
            (false, false) => w.quiz_not_yet(),
        },
        verdict_class: if mark.passed { " done" } else { " wait" },
        words: match (practice, mark.passed, may_try_again) {
            (true, ..) => w.quiz_result_practice(),
            (false, true, _) => w.quiz_result_passed(),
            (false, false, true) => w.quiz_result_not_passed(quiz.pass),
            (false, false, false) => w.quiz_result_not_passed_last(quiz.pass),
        },
        next_href: if try_first { again.clone() } else { "/today".into() },
        next_words: if try_first { w.quiz_again() } else { w.lesson_back_today() },
        gain: page.gain.map_or_else(String::new, |own| gain::block(w, own)),
        again_href: if may_try_again && practice { again } else { String::new() },
        questions: page.asked.iter().enumerate().map(|(index, id)| marked(w, page, mark, (index + 1, id))).collect(),
    }
}

/// «9,5 de 12 · 79 %».
fn result_points(w: &Words, mark: &Mark) -> String {
    let (points, max) = mark.hundredths();
    let language = w.language();
    w.quiz_result_points(mark.per_cent(), view::of_hundredths(max, language), view::of_hundredths(points, language))
}

fn marked(w: &Words, page: &AttemptPage, mark: &Mark, (number, id): (usize, &QuestionId)) -> Marked {
    let right = mark.question(id).is_some_and(|question| question.is_right());
    let chosen = page.answers.get(id).and_then(|given| {
        let Answer::Choice(choice) = &given.answer else { return None };
        page.quiz().question(id.as_str())?.choice(choice)
    });
    let stem = page.programme.stem_html(page.activity.as_str(), id.as_str(), w.language());
    Marked {
        number_of: w.quiz_question_of(page.asked.len(), number),
        right,
        verdict: if right { w.quiz_right() } else { w.quiz_not_right() },
        stem: stem.unwrap_or_default().to_owned(),
        answer: chosen.map_or_else(|| w.quiz_no_answer(), |choice| choice.text.get(w.language()).to_owned()),
        feedback: chosen.map_or_else(String::new, |choice| choice.feedback.get(w.language()).to_owned()),
    }
}
