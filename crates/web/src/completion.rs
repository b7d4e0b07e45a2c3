//! What is still missing to complete a programme, in words: the same list for a learner and for her staff. It decides nothing
//! that `domain` decides, and must not know whose page it is.

use crate::dates;
use askama::Template;
use domain::ids::ActivityId;
use domain::programmes::{Missing, Modality, Programme, Weave};
use words::Words;

/// A list, with lists inside. Written into a page as it is: it escapes what it says.
#[derive(Template)]
#[template(path = "missing.html")]
pub struct List {
    lines: Vec<Line>,
}

struct Line {
    words: String,
    inner: Option<List>,
}

/// What is missing, a line each; none where nothing is.
pub fn missing(w: &Words, programme: &Programme, missing: &[Missing]) -> Option<List> {
    let lines: Vec<Line> = missing.iter().map(|one| line(w, programme, one)).collect();
    (!lines.is_empty()).then_some(List { lines })
}

fn line(w: &Words, programme: &Programme, one: &Missing) -> Line {
    let title = |id: &ActivityId| {
        programme.activity(id.as_str()).map_or("", |activity| activity.title.get(w.language())).to_owned()
    };
    let words = match one {
        Missing::Finish(id) => w.completion_finish(title(id)),
        Missing::Pass { quiz, mark, best: None } => w.completion_pass(*mark, title(quiz)),
        Missing::Pass { quiz, mark, best: Some(best) } => w.completion_pass_best(*best, *mark, title(quiz)),
        Missing::Hours { modality, asked, done, .. } => hours(w, *modality, (*asked, *done)),
        Missing::Some { left, from } => w.completion_some(from.len(), *left),
        Missing::All(_) => w.completion_all(),
    };
    let inner = match one {
        Missing::Some { from: parts, .. } | Missing::All(parts) => self::missing(w, programme, parts),
        Missing::Finish(_) | Missing::Pass { .. } | Missing::Hours { .. } => None,
    };
    Line { words, inner }
}

fn hours(w: &Words, modality: Option<Modality>, (asked, done): (u32, u32)) -> String {
    let (left, asked, done) = (dates::span(asked.saturating_sub(done)), dates::span(asked), dates::span(done));
    match modality {
        Some(Modality::OwnTime) => w.completion_hours_own_time(asked, done, left),
        Some(Modality::Live) => w.completion_hours_live(asked, done, left),
        Some(Modality::InPerson) => w.completion_hours_in_person(asked, done, left),
        None => w.completion_hours_any(asked, done, left),
    }
}

/// The cloth's text alternative: `progress`, and how many cells are marked as missing.
pub fn weave_label(w: &Words, progress: String, weave: &Weave) -> String {
    match weave.missing() {
        0 => progress,
        missing => format!("{progress}. {}", w.completion_weave(missing)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(language: &str, all: &[Missing]) -> String {
        let text: std::collections::BTreeMap<String, String> =
            [("es", "Notas <claras>"), ("en", "Clear notes")].map(|(code, text)| (code.into(), text.into())).into();
        let activity = domain::programmes::Activity {
            id: "t1-q".into(),
            topic: "t1".into(),
            title: domain::Text(text),
            summary: Default::default(),
            minutes: 5,
            notice: Default::default(),
            review: Default::default(),
            body: domain::programmes::Body::Lesson(domain::programmes::Lesson { markdown: Default::default() }),
        };
        let programme = Programme {
            slug: "x".into(),
            version: "1".into(),
            languages: vec!["es".into(), "en".into()],
            title: Default::default(),
            summary: Default::default(),
            hours: Default::default(),
            topics: vec![],
            days: vec![],
            schedules: vec![],
            activities: vec![activity],
            completion: domain::programmes::Rule::AllOf(vec![]),
            competences: vec![],
            figures: vec![],
            sheets: Default::default(),
        };
        missing(words::in_language(language), &programme, all).map_or_else(String::new, |list| list.to_string())
    }

    #[test]
    fn nothing_missing_is_no_list() {
        assert_eq!(words("es", &[]), "");
    }

    #[test]
    fn what_is_missing_is_said_by_how_much_and_inside_what() {
        let quiz = || ActivityId::from("t1-q");
        let pass = |best| Missing::Pass { quiz: quiz(), mark: 80, best };
        let hours =
            Missing::Hours { modality: Some(Modality::InPerson), asked: 180, done: 90, open: vec!["t1-r".into()] };
        let all = Missing::All(vec![pass(None), hours]);
        let some = Missing::Some { left: 2, from: vec![Missing::Finish(quiz()), all, pass(Some(66))] };
        assert_eq!(
            words("es", std::slice::from_ref(&some)),
            "<ul class=\"missing\"><li>2 de estas 3 cosas:<ul class=\"missing\">\
             <li>terminar «Notas &#60;claras&#62;»</li>\
             <li>todo esto:<ul class=\"missing\"><li>aprobar «Notas &#60;claras&#62;» con 80\u{a0}% o más</li>\
             <li>1\u{a0}h 30\u{a0}min más en persona (van 1\u{a0}h 30\u{a0}min de 3\u{a0}h)</li></ul></li>\
             <li>aprobar «Notas &#60;claras&#62;» con 80\u{a0}% o más (mejor resultado: 66\u{a0}%)</li></ul></li></ul>"
        );
        let english = words("en", &[some]);
        for said in [
            "2 of these 3:",
            "finish “Clear notes”",
            "all of this:",
            "pass “Clear notes” with 80% or more<",
            "1\u{a0}h 30\u{a0}min more in person (1\u{a0}h 30\u{a0}min of 3\u{a0}h so far)",
            "(best result: 66%)",
        ] {
            assert!(english.contains(said), "{said} is not in {english}");
        }
    }

    #[test]
    fn one_of_two_is_said_in_words() {
        let one = Missing::Some { left: 1, from: vec![Missing::Finish("t1-q".into()), Missing::Finish("t1-q".into())] };
        assert!(words("es", std::slice::from_ref(&one)).contains("una de estas 2 cosas:"));
        assert!(words("en", &[one]).contains("one of these 2:"));
    }
}
