//! One question of an attempt with its form: on a page of its own and on the page of all. In a practice what is said of the answer
//! stands below once it is whole.

use super::map;
use crate::quizzes::{Asking, Line, Telling, Verdict, fields, standing_fields};
use app::quizzes::{AttemptPage, Standing};
use domain::quizzes::marking::{Readings, credit};
use domain::quizzes::{Answer, FeedbackAt, Layout, Question, QuestionKind};
use words::Words;

/// A question with its form, but for the buttons.
pub struct Asked {
    pub action: String,
    /// Where it is asked.
    pub here: String,
    pub question: String,
    pub number: usize,
    pub number_of: String,
    pub kind: &'static str,
    /// Kept at every change; otherwise only at a press.
    pub on_change: bool,
    pub body: String,
    /// The same for the one form of all questions, where a page has that for browsers without script.
    pub plain: String,
    /// The answer that the server has, as fields; empty while there is none.
    pub stands: String,
    /// The fields without which something is left to answer, where not all of them are on the page.
    pub needs: String,
    pub withdrawn: bool,
    /// Why an answer that was given is open again; empty where none is.
    pub outdated: bool,
    pub problem: String,
    pub flagged: bool,
    pub why: Option<Why>,
    /// What is said of an answer is said at once.
    pub at_once: bool,
    /// The case goes on below when this is saved.
    pub unfolds: bool,
}

/// What is said of an answer.
pub struct Why {
    pub class: &'static str,
    pub verdict: String,
    pub lines: Vec<Line>,
    pub key: Vec<Line>,
}

/// What she has just sent and the server has not taken, and why.
#[derive(Default)]
pub struct NotTaken {
    pub question: String,
    pub fields: fields::Fields,
    pub problem: String,
}

pub fn asked(w: &'static Words, page: &AttemptPage, number: usize, not_taken: Option<&NotTaken>) -> Option<Asked> {
    let question = page.question(number)?;
    let quiz = page.quiz();
    let answer = page.answers.get(&question.id).map(|given| &given.answer);
    let standing = page.standing(&question.id);
    let stands = standing_fields(question, answer);
    let not_taken = not_taken.filter(|it| it.question == question.id.as_str());
    let written = not_taken.map(|it| &it.fields).filter(|it| !it.is_empty());
    let asking = Asking {
        w,
        programme: &page.programme,
        activity: &page.activity,
        shuffle: quiz.shuffle,
        attempt: Some(page.attempt),
        named: fields::ANSWER,
    };
    let shared = fields::shared(&question.id);
    let offered = answer.filter(|_| standing != Standing::Outdated);
    let speaks = quiz.feedback() == FeedbackAt::Once;
    // Of what a person has to read there is nothing to say at once.
    let at_once = speaks && !matches!(question.kind, QuestionKind::Open(_));
    let whole = answer.filter(|_| speaks && standing == Standing::Answered);
    Some(Asked {
        action: format!("/attempts/{}/answers", page.attempt),
        here: map::href(page, number),
        question: question.id.to_string(),
        number,
        number_of: w.quiz_question_of(page.asked.len(), number),
        kind: question.kind.name(),
        on_change: !matches!(question.kind, QuestionKind::Vignette(_)),
        body: asking.html(question, written.unwrap_or(&stands), offered),
        plain: match quiz.layout {
            Layout::AllAtOnce => {
                Asking { named: &shared, ..asking }.html(question, written.unwrap_or(&stands), offered)
            }
            Layout::OneByOne => String::new(),
        },
        stands: fields::encoded(&stands),
        needs: match &question.kind {
            QuestionKind::Vignette(_) => fields::needs(&question.kind).join(" "),
            _ => String::new(),
        },
        withdrawn: standing == Standing::Withdrawn,
        outdated: standing == Standing::Outdated,
        problem: not_taken.map_or_else(String::new, |it| it.problem.clone()),
        flagged: page.flags.contains(&question.id),
        why: whole.map(|answer| why(w, page, (question, answer))),
        at_once,
        unfolds: unfolds(question, offered),
    })
}

/// Whether another part follows the one that is to be answered.
fn unfolds(question: &Question, answer: Option<&Answer>) -> bool {
    let QuestionKind::Vignette(vignette) = &question.kind else { return false };
    let is_done = |part: &domain::quizzes::Part| match answer {
        Some(Answer::Parts(parts)) => parts.get(&part.id).is_some_and(|answer| answer.is_complete(&part.kind)),
        _ => false,
    };
    vignette.parts.iter().filter(|part| !is_done(part)).count() > 1
}

fn why(w: &'static Words, page: &AttemptPage, (question, answer): (&Question, &Answer)) -> Why {
    let telling = Telling { w, programme: &page.programme, activity: &page.activity };
    let none = Readings::new();
    let verdict = Verdict::of(credit(question.id.as_str(), &question.kind, Some(answer), &none));
    Why {
        class: if verdict == Verdict::Right { " right" } else { "" },
        verdict: verdict.words(w),
        lines: telling.why(question, answer, &none),
        // What was right is not said twice.
        key: if page.reveals_key() && verdict != Verdict::Right { telling.key(question) } else { Vec::new() },
    }
}
