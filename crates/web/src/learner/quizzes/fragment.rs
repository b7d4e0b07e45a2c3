//! A quiz as the phone takes it without signal, the same for everybody: all its questions, of which the script asks those that an
//! attempt draws. Of what is no practice, what is right and why never leaves the server here. It must not know doors.

use super::About;
use crate::learner::view;
use crate::offline::{explains, told};
use crate::page::{self, Frame};
use crate::quizzes::Asking;
use crate::quizzes::fields::ANSWER;
use app::learning::LoadedProgramme;
use askama::Template;
use domain::programmes::Activity;
use domain::quizzes::{Counting, FeedbackAt, Question, QuestionKind, Quiz};
use words::Words;

#[derive(Template)]
#[template(path = "offline/quiz.html")]
struct Fragment<'a> {
    frame: Frame,
    activity: &'a Activity,
    counting: &'static str,
    feedback: &'static str,
    /// What the script needs to ask it as the server would.
    told: String,
    /// What is right and why is in it too.
    explains: bool,
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
    kind: &'static str,
    on_change: bool,
    body: String,
}

/// What stands in `<main>` while the quiz is taken without signal.
pub fn fragment(w: &'static Words, programme: &LoadedProgramme, (activity, quiz): (&Activity, &Quiz)) -> String {
    let all = quiz.length();
    let asked: Vec<&Question> = quiz.questions.iter().filter(|question| question.is_asked()).collect();
    let question = |(index, it): (usize, &&Question)| question(w, programme, (activity, quiz), (index + 1, it));
    let attempts = if quiz.attempts == 0 { w.quiz_attempts_free() } else { w.quiz_attempts_at_most(quiz.attempts) };
    page::block(Fragment {
        frame: Frame::kept(w),
        activity,
        counting: match quiz.counting {
            Counting::Practice => "practice",
            Counting::Gate => "gate",
            Counting::Measurement => "measurement",
        },
        feedback: match quiz.feedback() {
            FeedbackAt::Once => "once",
            FeedbackAt::End => "end",
            FeedbackAt::Never => "never",
        },
        told: told(quiz, w.language()),
        explains: explains(quiz),
        place: view::place(w, programme, activity),
        about: About::of(w, programme, (activity, quiz), (attempts, None)),
        limit: quiz.time_limit.map_or_else(String::new, |minutes| minutes.to_string()),
        questions: asked.iter().enumerate().map(question).collect(),
        answered_of: counted(all, |answered| w.quiz_answered_of(all, answered)),
        open_of: counted(all, |open| if open == 0 { w.quiz_review_all() } else { w.quiz_review_open(open) }),
        sure_of: counted(all, |open| w.quiz_sure_open(open)),
    })
}

fn counted(all: usize, words: impl Fn(usize) -> String) -> String {
    (0..=all).map(words).collect::<Vec<_>>().join("|")
}

fn question(
    w: &'static Words,
    programme: &LoadedProgramme,
    (activity, quiz): (&Activity, &Quiz),
    (number, it): (usize, &Question),
) -> OneQuestion {
    let asking = Asking { w, programme, activity: &activity.id, shuffle: quiz.shuffle, attempt: None, named: ANSWER };
    OneQuestion {
        id: it.id.to_string(),
        number,
        number_of: w.quiz_question_of(quiz.length(), number),
        last: number == quiz.length(),
        kind: it.kind.name(),
        on_change: !matches!(it.kind, QuestionKind::Vignette(_)),
        body: asking.html(it, &[], None),
    }
}
