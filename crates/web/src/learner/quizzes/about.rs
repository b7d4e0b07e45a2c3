//! A quiz before it begins: what it is, what it asks, what holds for whoever takes it. It must not know doors.

use crate::dates;
use crate::learner::view;
use app::learning::LoadedProgramme;
use domain::moment::Span;
use domain::programmes::{Activity, Review};
use domain::quizzes::{Counting, FeedbackAt, Quiz, Reveal, Terms};
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
    pub opens: String,
    pub closes: String,
}

impl About {
    /// `terms` are one person's, where it is shown to her.
    pub fn of(
        w: &Words,
        programme: &LoadedProgramme,
        (activity, quiz): (&Activity, &Quiz),
        (attempts, terms): (String, Option<&Terms>),
    ) -> Self {
        let language = w.language();
        let timed = quiz.time_limit.is_some();
        let unchecked = quiz.questions.iter().any(|question| question.review == Review::Needed);
        let when =
            |moment: Option<domain::Moment>| moment.map_or_else(String::new, |at| dates::day_and_time(at, language));
        let window = terms.map(|terms| terms.window).unwrap_or_default();
        Self {
            title: activity.title.get(language).to_owned(),
            size: view::minutes_and_size(w, programme, activity),
            summary: activity.summary.get(language).to_owned(),
            notice: activity.notice.get(language).to_owned(),
            review: unchecked || activity.review == Review::Needed,
            what: match (quiz.counting, quiz.feedback()) {
                (Counting::Practice, FeedbackAt::Once) => w.quiz_what_practice(),
                (Counting::Practice, _) => w.quiz_what_practice_end(),
                (Counting::Gate, FeedbackAt::Never) => w.quiz_what_gate_mark(),
                (Counting::Gate, _) if quiz.reveal == Reveal::Mark => w.quiz_what_gate_mark(),
                (Counting::Gate, _) => w.quiz_what_gate(),
                (Counting::Measurement, _) => w.quiz_what_measurement(),
            },
            questions: w.quiz_questions(quiz.length()),
            minutes: if timed { w.quiz_minutes_timed(activity.minutes) } else { w.quiz_minutes(activity.minutes) },
            limit: limit(w, quiz, terms),
            pass: match programme.mark_above_pass(&activity.id) {
                _ if quiz.counting != Counting::Gate => String::new(),
                Some(asked) => w.quiz_pass_above(asked, quiz.pass),
                None => w.quiz_pass(quiz.pass),
            },
            attempts,
            opens: when(window.opens),
            closes: when(window.closes),
        }
    }
}

/// Whole minutes; with what was granted to her they may be more than the quiz says.
fn limit(w: &Words, quiz: &Quiz, terms: Option<&Terms>) -> String {
    let Some(minutes) = quiz.time_limit else { return String::new() };
    let own = terms.and_then(|terms| terms.limit).map(|Span(limit)| limit / 60_000);
    match own.and_then(|own| u16::try_from(own).ok()) {
        Some(own) if own > minutes => w.quiz_limit_more(own),
        _ => w.quiz_limit(minutes),
    }
}
