//! A quiz as its pages and the phone show it before and without an attempt: what it is, and all its questions for the phone to
//! ask one by one. Of a gate, what is right and why never leaves the server here. It must not know doors.

use super::question::{Asked, asked};
use super::view;
use crate::page::{self, Frame};
use app::learning::LoadedProgramme;
use askama::Template;
use domain::programmes::{Activity, Review};
use domain::quizzes::{Choice, Counting, Question, Quiz};
use words::Words;

/// What a quiz is, before it begins.
pub struct About {
    pub title: String,
    pub size: String,
    pub summary: String,
    pub notice: String,
    pub review: bool,
    pub what: String,
    pub questions: String,
    pub minutes: String,
    pub limit: String,
    pub pass: String,
    pub attempts: String,
}

impl About {
    pub fn of(w: &Words, programme: &LoadedProgramme, (activity, quiz): (&Activity, &Quiz), attempts: String) -> Self {
        let language = w.language();
        let timed = quiz.time_limit.is_some();
        let practice = quiz.counting == Counting::Practice;
        let unchecked = quiz.questions.iter().any(|question| question.review == Review::Needed);
        Self {
            title: activity.title.get(language).to_owned(),
            size: view::minutes_and_size(w, programme, activity),
            summary: activity.summary.get(language).to_owned(),
            notice: activity.notice.get(language).to_owned(),
            review: unchecked || activity.review == Review::Needed,
            what: if practice { w.quiz_what_practice() } else { w.quiz_what_gate() },
            questions: w.quiz_questions(quiz.questions.len()),
            minutes: if timed { w.quiz_minutes_timed(activity.minutes) } else { w.quiz_minutes(activity.minutes) },
            limit: quiz.time_limit.map_or_else(String::new, |limit| w.quiz_limit(limit)),
            pass: match programme.mark_above_pass(&activity.id) {
                _ if practice => String::new(),
                Some(asked) => w.quiz_pass_above(asked, quiz.pass),
                None => w.quiz_pass(quiz.pass),
            },
            attempts,
        }
    }
}

#[derive(Template)]
#[template(path = "offline/quiz.html")]
struct Fragment<'a> {
    frame: Frame,
    activity: &'a Activity,
    counting: &'static str,
    place: String,
    about: About,
    limit: String,
    questions: Vec<OneQuestion>,
    /// The words for 0, for 1 and so on to all, parted by `|`: the script picks by how many it counts.
    answered_of: String,
    open_of: String,
    sure_of: String,
}

struct OneQuestion {
    id: String,
    number: usize,
    number_of: String,
    last: bool,
    asked: Asked,
    /// One for each choice; none in a gate.
    whys: Vec<Why>,
}

struct Why {
    choice: String,
    right: bool,
    verdict: String,
    feedback: String,
}

/// What stands in `<main>` while the quiz is taken without signal, the same for everybody.
pub fn fragment(w: &'static Words, programme: &LoadedProgramme, (activity, quiz): (&Activity, &Quiz)) -> String {
    let practice = quiz.counting == Counting::Practice;
    let all = quiz.questions.len();
    let question = |(index, question): (usize, &Question)| OneQuestion {
        id: question.id.to_string(),
        number: index + 1,
        number_of: w.quiz_question_of(all, index + 1),
        last: index + 1 == all,
        asked: asked(w, (programme, &activity.id), question, None),
        whys: if practice { question.kind.choices().iter().map(|choice| why(w, choice)).collect() } else { vec![] },
    };
    let attempts = if quiz.attempts == 0 { w.quiz_attempts_free() } else { w.quiz_attempts_at_most(quiz.attempts) };
    page::block(Fragment {
        frame: Frame::kept(w),
        activity,
        counting: if practice { "practice" } else { "gate" },
        place: view::place(w, programme, activity),
        about: About::of(w, programme, (activity, quiz), attempts),
        limit: quiz.time_limit.map_or_else(String::new, |minutes| minutes.to_string()),
        questions: quiz.questions.iter().enumerate().map(question).collect(),
        answered_of: counted(all, |answered| w.quiz_answered_of(all, answered)),
        open_of: counted(all, |open| if open == 0 { w.quiz_review_all() } else { w.quiz_review_open(open) }),
        sure_of: counted(all, |open| w.quiz_sure_open(open)),
    })
}

fn counted(all: usize, words: impl Fn(usize) -> String) -> String {
    (0..=all).map(words).collect::<Vec<_>>().join("|")
}

fn why(w: &Words, choice: &Choice) -> Why {
    Why {
        choice: choice.id.to_string(),
        right: choice.right,
        verdict: if choice.right { w.quiz_right() } else { w.quiz_not_right() },
        feedback: choice.feedback.get(w.language()).to_owned(),
    }
}
