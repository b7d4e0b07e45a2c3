//! What several learner pages show alike: a step with its size and state, a greeting, the cloth. Words in,
//! words out. It must not know requests, and decides nothing that `domain` decides.

use crate::{completion, dates};
use app::access::Visitor;
use app::learning::{Learning, LoadedProgramme};
use domain::Moment;
use domain::people::Sector;
use domain::programmes::{Activity, ActivityState, Body, Programme, Weave};
use domain::quizzes::Counting;
use words::Words;

pub use crate::page::json;

/// Whose things the phone keeps on a page: nobody's where a helper sees it.
pub fn who(visitor: &Visitor) -> String {
    if visitor.acting.is_some() { String::new() } else { crate::visitor::who(visitor.person) }
}

/// «Buenos días, Marta», by the hour (0 to 23) where the learners are.
pub fn greeting(w: &Words, hour: i8, name: &str) -> String {
    match hour {
        4..12 => w.today_greeting_morning(name),
        12..19 => w.today_greeting_afternoon(name),
        _ => w.today_greeting_evening(name),
    }
}

/// Hundredths as a number: «9», «9,5», «9,25».
pub fn of_hundredths(hundredths: u32, language: &str) -> String {
    let mark = if language == "en" { '.' } else { ',' };
    let decimals = format!("{:02}", hundredths % 100);
    let decimals = decimals.trim_end_matches('0');
    let whole = hundredths / 100;
    if decimals.is_empty() { whole.to_string() } else { format!("{whole}{mark}{decimals}") }
}

/// What a timed quiz says of its time: whole minutes, no clock that ticks. Empty where there is no limit.
pub fn time_left(w: &Words, over: Moment, now: Moment) -> String {
    match (over - now).0 {
        ..0 => w.quiz_time_over(),
        0..60_000 => w.quiz_time_left_little(),
        left => w.quiz_time_left(left / 60_000),
    }
}

/// One line of a list of activities.
pub struct Step {
    pub href: String,
    pub channel: &'static str,
    pub kind: String,
    pub title: String,
    pub summary: String,
    pub size: String,
    pub state: String,
    pub state_class: &'static str,
    pub best: String,
    /// Doing it brings her nearer to completing the programme.
    pub missing: bool,
}

impl Step {
    pub fn of(w: &Words, learning: &Learning, activity: &Activity) -> Self {
        let state = learning.progress.of(&activity.id);
        Self {
            href: format!("/activities/{}", activity.id),
            channel: activity.channel().as_str(),
            kind: kind(w, activity),
            title: activity.title.get(w.language()).to_owned(),
            summary: activity.summary.get(w.language()).to_owned(),
            size: minutes_and_size(w, &learning.programme, activity),
            state: state_words(w, state),
            state_class: state_class(state),
            missing: learning.verdict.helpful().contains(&activity.id),
            best: learning.progress.best.get(&activity.id).map_or_else(String::new, |best| w.programme_best(*best)),
        }
    }
}

pub fn minutes_and_size(w: &Words, programme: &LoadedProgramme, activity: &Activity) -> String {
    let bytes = programme.bytes(activity.id.as_str(), w.language());
    w.today_size(activity.minutes, dates::size(bytes, w.language()))
}

pub fn kind(w: &Words, activity: &Activity) -> String {
    match &activity.body {
        Body::Lesson(_) => w.programme_kind_lesson(),
        Body::Lecture(_) => w.programme_kind_lecture(),
        Body::Video(_) => w.programme_kind_video(),
        Body::Discussion(_) => w.programme_kind_discussion(),
        Body::Quiz(quiz) => match quiz.counting {
            Counting::Practice => w.programme_kind_practice(),
            Counting::Gate => w.programme_kind_gate(),
            Counting::Measurement => w.programme_kind_measurement(),
        },
    }
}

/// «Tema 5 · Lección 1»: neutral words, fit for a title.
pub fn place(w: &Words, programme: &Programme, activity: &Activity) -> String {
    let topic = programme.topic(&activity.topic).map_or(0, |topic| topic.number);
    match &activity.body {
        Body::Quiz(quiz) => match quiz.counting {
            Counting::Practice => w.lesson_place_practice(topic),
            Counting::Gate => w.lesson_place_gate(topic),
            Counting::Measurement => w.lesson_place_measurement(topic),
        },
        Body::Lecture(_) => w.lesson_place_lecture(topic),
        Body::Video(_) => w.lesson_place_video(topic),
        Body::Lesson(_) => w.lesson_place_lesson(among(programme, activity, |it| matches!(it, Body::Lesson(_))), topic),
        Body::Discussion(_) => {
            w.lesson_place_discussion(among(programme, activity, |it| matches!(it, Body::Discussion(_))), topic)
        }
    }
}

/// Which of its kind it is in its topic, from 1.
fn among(programme: &Programme, activity: &Activity, is_such: fn(&Body) -> bool) -> usize {
    let before = programme.in_order().take_while(|other| other.id != activity.id);
    before.filter(|other| other.topic == activity.topic && is_such(&other.body)).count() + 1
}

pub fn state_words(w: &Words, state: ActivityState) -> String {
    match state {
        ActivityState::NotBegun => w.programme_state_none(),
        ActivityState::Begun => w.programme_state_begun(),
        ActivityState::Done => w.programme_state_done(),
    }
}

pub fn state_class(state: ActivityState) -> &'static str {
    match state {
        ActivityState::NotBegun => "",
        ActivityState::Begun => " wait",
        ActivityState::Done => " done",
    }
}

pub fn weave(w: &Words, weave: &Weave) -> String {
    weave.svg(&completion::weave_label(w, w.programme_weave_label(weave.all, weave.done), weave))
}

/// A sector in words; «sin dato» is a category of its own.
pub fn sector(w: &Words, sector: Option<Sector>) -> String {
    match sector {
        Some(Sector::Health) => w.join_sector_health(),
        Some(Sector::Justice) => w.join_sector_justice(),
        Some(Sector::Psychosocial) => w.join_sector_psychosocial(),
        Some(Sector::Education) => w.join_sector_education(),
        Some(Sector::Other) => w.join_sector_other(),
        None => w.desk_no_data(),
    }
}

/// A language by its own name.
pub fn language_name(code: &str) -> &str {
    match code {
        "es" => "Español",
        "en" => "English",
        "quc" => "K’iche’",
        "kek" => "Q’eqchi’",
        "mam" => "Mam",
        "cak" => "Kaqchikel",
        code => code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greeting_follows_the_hour() {
        let w = words::in_language("es");
        assert_eq!(greeting(w, 6, "Marta"), "Buenos días, Marta");
        assert_eq!(greeting(w, 12, "Marta"), "Buenas tardes, Marta");
        assert_eq!(greeting(w, 21, "Marta"), "Buenas noches, Marta");
        assert_eq!(greeting(w, 2, "Marta"), "Buenas noches, Marta");
        assert_eq!(greeting(words::in_language("en"), 11, "Marta"), "Good morning, Marta");
    }
}
