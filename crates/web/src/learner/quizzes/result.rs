//! The result of an attempt that is handed in: the mark in kind words, what changed about it since, and, as far as its quiz shows it,
//! each question with what she answered, what is said of it and what would have been right.

use super::attempt::{Say, place};
use super::gain;
use super::late::{self, Late};
use crate::dates;
use crate::learner::view;
use crate::page::{Frame, Place};
use crate::quizzes::{Line, Telling, Verdict};
use app::access::Visitor;
use app::quizzes::{AttemptPage, AttemptResult};
use askama::Template;
use domain::ids::QuestionId;
use domain::quizzes::marking::{Credit, Readings, reading_key};
use domain::quizzes::{Counting, FeedbackAt, Mark, Question, QuestionKind, Reveal};
use words::Words;

#[derive(Template)]
#[template(path = "learner/result.html")]
pub struct ResultPage {
    frame: Frame,
    place: String,
    problem: String,
    number: String,
    points: String,
    verdict: String,
    verdict_class: &'static str,
    words: String,
    /// How many answers a person has yet to read, in words; empty where none is.
    unread: String,
    /// Staff handed it in, in words; empty where she did.
    handed_in: String,
    late: Vec<Late>,
    changes: Vec<String>,
    comments: Vec<String>,
    next_href: String,
    next_words: String,
    again_href: String,
    /// Her two marks, as HTML, with the result of a test after; empty elsewhere.
    gain: String,
    /// Why no questions follow; empty where they do.
    nothing_shown: String,
    questions: Vec<Marked>,
}

struct Marked {
    number_of: String,
    /// For the eye: `right`, `partly`, `open`; empty where nothing is said of it.
    class: &'static str,
    verdict: String,
    stem: String,
    answer: Vec<Line>,
    why: Vec<Line>,
    key: Vec<Line>,
    /// What staff say of it.
    said: Vec<Line>,
}

pub fn result(
    visitor: Visitor,
    w: &'static Words,
    (page, given): (&AttemptPage, &AttemptResult),
    say: Say,
) -> ResultPage {
    let quiz = page.quiz();
    let mark = &given.mark;
    let decides = quiz.counting == Counting::Gate;
    let above = page.mark_asked.filter(|asked| mark.counts() < *asked);
    let may_try_again = page.attempts_left.is_none_or(|left| left > 0);
    let may_try_again = may_try_again && (!decides || !mark.passed || above.is_some());
    let may_try_again = may_try_again && quiz.counting != Counting::Measurement;
    let place = place(w, page);
    let again = format!("/activities/{}", page.activity);
    // Not passed and another attempt left: that is the one thing next.
    let try_first = may_try_again && decides;
    let readings = given.readings.iter().map(|row| (row.answer.clone(), row.hundredths)).collect();
    let shown = quiz.reveal != Reveal::Mark;
    let marked = |(index, id): (usize, &QuestionId)| marked(w, (page, given), &readings, (index + 1, id));
    ResultPage {
        frame: Frame::new(w, Some(visitor), Place::Programme, place.clone()),
        place,
        problem: if let Say::Problem(words) = say { words } else { String::new() },
        number: w.quiz_attempt(page.number),
        points: points(w, mark),
        verdict: match (decides, mark.passed) {
            (false, _) => String::new(),
            (true, true) => w.quiz_passed(),
            (true, false) => w.quiz_not_yet(),
        },
        verdict_class: if mark.passed { " done" } else { " wait" },
        words: match (quiz.counting, mark.passed, may_try_again) {
            (Counting::Practice, ..) => w.quiz_result_practice(),
            (Counting::Measurement, ..) => w.quiz_result_measurement(),
            (Counting::Gate, true, again) => match above {
                Some(asked) if again => w.quiz_result_passed_above(asked),
                Some(asked) => w.quiz_result_passed_above_last(asked),
                None => w.quiz_result_passed(),
            },
            // Her mark can still rise; nothing is lost.
            (Counting::Gate, false, _) if mark.unread > 0 => w.quiz_result_waits(quiz.pass),
            (Counting::Gate, false, true) if !shown || quiz.feedback() == FeedbackAt::Never => {
                w.quiz_result_not_passed_plain(quiz.pass)
            }
            (Counting::Gate, false, true) => w.quiz_result_not_passed(quiz.pass),
            (Counting::Gate, false, false) => w.quiz_result_not_passed_last(quiz.pass),
        },
        unread: if mark.unread > 0 { w.quiz_result_unread(mark.unread) } else { String::new() },
        handed_in: page.out_of_time.handed_in_by.map_or_else(String::new, |_| w.quiz_handed_in_for_her()),
        late: late::of(w, page),
        changes: given.markings.iter().map(|it| change(w, it.at, (it.before, it.after, it.kept), &it.reason)).collect(),
        comments: given
            .comments
            .iter()
            .filter(|it| !shown || it.question.is_none())
            .map(|it| it.words.clone())
            .collect(),
        next_href: if try_first { again.clone() } else { "/today".into() },
        next_words: if try_first { w.quiz_again() } else { w.lesson_back_today() },
        again_href: if may_try_again && !decides { again } else { String::new() },
        gain: page.gain.map_or_else(String::new, |own| gain::block(w, own)),
        nothing_shown: if shown { String::new() } else { w.quiz_result_mark_only() },
        questions: if shown { page.asked.iter().enumerate().map(marked).collect() } else { Vec::new() },
    }
}

/// «9,5 de 12 · 79 %».
fn points(w: &Words, mark: &Mark) -> String {
    let (points, max) = mark.hundredths();
    let language = w.language();
    w.quiz_result_points(mark.per_cent(), view::of_hundredths(max, language), view::of_hundredths(points, language))
}

/// «El 3 de mayo su nota cambió de 75 a 83: …».
fn change(w: &Words, at: domain::Moment, (before, after, kept): (u8, u8, bool), reason: &str) -> String {
    let day = dates::day(at, w.language());
    let mut words =
        if before == after { w.quiz_mark_same(after, day) } else { w.quiz_mark_changed(after, before, day) };
    if !reason.is_empty() {
        words = format!("{words} {}", w.quiz_mark_reason(reason));
    }
    if kept { format!("{words} {}", w.quiz_mark_kept()) } else { words }
}

fn marked(
    w: &'static Words,
    (page, given): (&AttemptPage, &AttemptResult),
    readings: &Readings,
    (number, id): (usize, &QuestionId),
) -> Marked {
    let question = page.quiz().question(id.as_str());
    let number_of = w.quiz_question_of(page.asked.len(), number);
    let said = given.comments.iter().filter(|it| it.question.as_ref() == Some(id));
    let mut said: Vec<Line> = said.map(|it| Line { about: String::new(), words: it.words.clone() }).collect();
    let Some(question) = question.filter(|question| question.is_asked()) else {
        let answer = vec![Line { about: String::new(), words: w.quiz_withdrawn() }];
        let (verdict, stem) = (w.quiz_map_withdrawn(), String::new());
        return Marked { number_of, class: "", verdict, stem, answer, why: Vec::new(), key: Vec::new(), said };
    };
    said.extend(read(w, given, question));
    let answer = page.answers.get(id).map(|given| &given.answer);
    let telling = Telling { w, programme: &page.programme, activity: &page.activity };
    let speaks = page.quiz().feedback() != FeedbackAt::Never;
    let credit = given.mark.question(id).map(|it| Credit { hundredths: it.hundredths(), unread: it.unread });
    let verdict = credit.filter(|_| speaks || question.kind.is_read()).map(Verdict::of);
    let nothing = || vec![Line { about: String::new(), words: w.quiz_no_answer() }];
    Marked {
        number_of,
        class: match verdict {
            Some(Verdict::Right) => "right",
            Some(Verdict::Partly) => "partly",
            Some(_) => "open",
            None => "",
        },
        verdict: verdict.map_or_else(String::new, |verdict| verdict.words(w)),
        stem: telling.asked(question),
        why: answer.filter(|_| speaks).map_or_else(Vec::new, |answer| telling.why(question, answer, readings)),
        answer: answer.map_or_else(nothing, |answer| telling.answer(question, answer)),
        // What was right is not said twice.
        key: if page.reveals_key() && verdict != Some(Verdict::Right) { telling.key(question) } else { Vec::new() },
        said,
    }
}

/// What those who read her open answers say, with how much they gave.
fn read(w: &Words, given: &AttemptResult, question: &Question) -> Vec<Line> {
    let parts: Vec<Option<&domain::ids::ChoiceId>> = match &question.kind {
        QuestionKind::Vignette(vignette) => vignette.parts.iter().map(|part| Some(&part.id)).collect(),
        _ => vec![None],
    };
    let row = |part: &Option<&domain::ids::ChoiceId>| {
        let key = reading_key(question.id.as_str(), *part);
        let row = given.readings.iter().find(|row| row.answer == key)?;
        Some(Line { about: w.quiz_reading(row.hundredths), words: row.comment.clone() })
    };
    parts.iter().filter_map(row).collect()
}
