//! Questions of every kind by chance, drawn and read back as a browser would: each field has its label, what stands stands, and
//! nothing tells what is right.

use super::{Asking, Telling, fields, standing_fields};
use crate::learner::quiz_fragment;
use app::learning::LoadedProgramme;
use domain::Text;
use domain::ids::{ActivityId, AttemptId, ProgrammeVersionId};
use domain::programmes::{Activity, Body, Day, Hours, Lasts, Programme, Review, Rule, Topic};
use domain::quizzes::any::{HIDDEN, HIDDEN_NUMBER, another_key, any_answered, any_kind, stem_of};
use domain::quizzes::marking::Readings;
use domain::quizzes::{Answer, Counting, Difficulty, FeedbackAt, Question, QuestionKind, Quiz, Shuffle};
use proptest::prelude::*;
use uuid::Uuid;

const ATTEMPT: AttemptId = AttemptId(Uuid::from_u128(7));

fn loaded(kind: &QuestionKind, counting: Counting) -> LoadedProgramme {
    let question = Question::new("q-1".into(), stem_of(kind), kind.clone(), Difficulty::Basic);
    let quiz = Quiz { shuffle: Shuffle::Both, ..Quiz::plain(counting, 80, vec![question]) };
    let activity = Activity {
        id: "t1-q".into(),
        topic: "t1".into(),
        title: Text::new([("es", "Prueba"), ("en", "Quiz")]),
        summary: Text::default(),
        minutes: 5,
        notice: Text::default(),
        review: Review::Done,
        body: Body::Quiz(quiz),
    };
    let text = Text::default;
    let day = Day {
        id: "d1".into(),
        lasts: Lasts::Day,
        title: text(),
        aim: text(),
        closing: text(),
        activities: vec!["t1-q".into()],
    };
    let topic = Topic::new("t1".into(), 1, text(), text());
    let programme = Programme {
        slug: "prueba".into(),
        version: "1".into(),
        languages: vec!["es".into(), "en".into()],
        title: Text::default(),
        summary: Text::default(),
        hours: Hours::default(),
        topics: vec![topic],
        days: vec![day],
        schedules: Vec::new(),
        activities: vec![activity],
        completion: Rule::Pass("t1-q".into()),
        competences: Vec::new(),
        figures: Vec::new(),
        sheets: Default::default(),
    };
    LoadedProgramme::new(ProgrammeVersionId(Uuid::nil()), programme, 0)
}

fn drawn(programme: &LoadedProgramme, standing: Option<&Answer>, attempt: Option<AttemptId>) -> String {
    let activity = ActivityId("t1-q".into());
    let question = &programme.activities[0].quiz().expect("a quiz").questions[0];
    let w = words::in_language("es");
    let asking = Asking { w, programme, activity: &activity, shuffle: Shuffle::Both, attempt, named: fields::ANSWER };
    asking.html(question, &standing_fields(question, standing), standing)
}

/// The tags of a text, in their order: what stands between `<` and `>`, and what follows up to the next.
fn tags(html: &str) -> Vec<(&str, &str)> {
    html.split('<').skip(1).filter_map(|part| part.split_once('>')).collect()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let found = tag.split_once(&format!(" {name}=\""))?.1;
    Some(plain(&found[..found.find('"')?]))
}

fn plain(text: &str) -> String {
    let numbered = [("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&"), ("&#60;", "<"), ("&#62;", ">")];
    numbered.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// What a browser would send.
fn sent(html: &str) -> fields::Fields {
    let mut sent = fields::Fields::new();
    let mut select = (String::new(), None::<String>, None::<String>);
    for (tag, after) in tags(html) {
        let has = |name: &str| tag.contains(&format!(" {name}"));
        let name = attribute(tag, "name").unwrap_or_default();
        match tag.split([' ', '/']).next().unwrap_or_default() {
            "input" => {
                let marks = tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"");
                if !marks || has("checked") {
                    sent.push((name, attribute(tag, "value").unwrap_or_default()));
                }
            }
            "textarea" => sent.push((name, plain(after.strip_prefix('\n').unwrap_or(after)))),
            "select" => select = (name, None, None),
            "option" => {
                let value = attribute(tag, "value").unwrap_or_else(|| after.to_owned());
                if has("selected") {
                    select.2 = Some(value.clone());
                }
                select.1.get_or_insert(value);
            }
            _ => {}
        }
        if tag == "/select" {
            let (name, first, chosen) = std::mem::take(&mut select);
            sent.push((name, chosen.or(first).unwrap_or_default()));
        }
    }
    sent
}

/// A number without a unit is in the first, and so the page has it.
fn with_units(kind: &QuestionKind, answer: Answer) -> Answer {
    match (kind, answer) {
        (QuestionKind::Numeric(numeric), Answer::Number { number, unit }) => {
            let alone = numeric.units.len() == 1;
            let first = numeric.units.first().map(|unit| unit.name.clone()).unwrap_or_default();
            Answer::Number { number, unit: if unit.is_empty() || alone { first } else { unit } }
        }
        (QuestionKind::Vignette(vignette), Answer::Parts(mut parts)) => {
            for part in &vignette.parts {
                if let Some(answer) = parts.remove(&part.id) {
                    parts.insert(part.id.clone(), with_units(&part.kind, answer));
                }
            }
            Answer::Parts(parts)
        }
        (_, answer) => answer,
    }
}

/// Of a case: what has fields on the page, without what a part that is open has in them from the start.
fn of_answered(answer: Answer, standing: &Answer) -> Answer {
    match (answer, standing) {
        (Answer::Parts(mut parts), Answer::Parts(given)) => {
            parts.retain(|id, _| given.contains_key(id));
            Answer::Parts(parts)
        }
        (answer, _) => answer,
    }
}

/// Whether nothing but a person can say anything of an answer.
fn is_only_open(kind: &QuestionKind) -> bool {
    match kind {
        QuestionKind::Open(_) => true,
        QuestionKind::Vignette(vignette) => vignette.parts.iter().all(|part| is_only_open(&part.kind)),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nothing_on_a_page_or_phone_tells_what_is_right((kind, answer) in any_answered()) {
        let (one, other) = (loaded(&kind, Counting::Gate), loaded(&another_key(&kind), Counting::Gate));
        for (standing, attempt) in [(None, None), (None, Some(ATTEMPT)), (Some(&answer), Some(ATTEMPT))] {
            let html = drawn(&one, standing, attempt);
            prop_assert!(!html.contains(HIDDEN) && !html.contains(&HIDDEN_NUMBER.to_string()), "{html}");
            prop_assert_eq!(html, drawn(&other, standing, attempt));
        }
        let piece = |programme: &LoadedProgramme| {
            let activity = &programme.activities[0];
            quiz_fragment(words::in_language("es"), programme, (activity, activity.quiz().expect("a quiz")))
        };
        let fragment = piece(&one);
        prop_assert!(!fragment.contains(HIDDEN) && !fragment.contains(&HIDDEN_NUMBER.to_string()), "{fragment}");
        prop_assert_eq!(fragment, piece(&other));
        let measured = piece(&loaded(&kind, Counting::Measurement));
        prop_assert!(!measured.contains(HIDDEN), "{measured}");
    }

    #[test]
    fn what_stands_is_in_the_fields((kind, answer) in any_answered()) {
        let programme = loaded(&kind, Counting::Gate);
        let html = drawn(&programme, Some(&answer), Some(ATTEMPT));
        // Of a case all that stands may be words by now.
        let none = || matches!(answer, Answer::Parts(_)).then(|| Answer::Parts(Default::default()));
        let read = fields::read(&kind, &sent(&html)).or_else(none).map(|read| of_answered(read.onto(Some(&answer), &kind), &answer));
        prop_assert_eq!(read.map(|read| with_units(&kind, read)), Some(with_units(&kind, answer)), "{}", html);
    }

    #[test]
    fn every_field_has_words_of_its_own(kind in any_kind()) {
        let html = drawn(&loaded(&kind, Counting::Gate), None, None);
        let mut fields = 0;
        for tag in ["<input", "<select", "<textarea"] {
            for (at, _) in html.match_indices(tag) {
                let own = html[at..].split('>').next().unwrap_or_default();
                let (open, closed) = (html[..at].rfind("<label"), html[..at].rfind("</label>"));
                prop_assert!(own.contains("aria-label=\"") || open > closed, "{own}");
                fields += 1;
            }
        }
        prop_assert!(fields > 0, "{html}");
        let joined = ["</label>\n otra", "</select>\n otra"].iter().all(|torn| !html.contains(torn));
        prop_assert!(joined, "what follows a place follows it at once: {html}");
        for (at, _) in html.match_indices("<button") {
            let button = html[at..].split('>').next().unwrap_or_default();
            prop_assert!(button.contains("type=\"button\"") && button.contains("aria-label="), "{button}");
        }
    }

    #[test]
    fn a_practice_that_speaks_at_once_travels_with_what_it_says(kind in any_kind()) {
        let programme = loaded(&kind, Counting::Practice);
        let activity = &programme.activities[0];
        let quiz = activity.quiz().expect("a quiz");
        let fragment = quiz_fragment(words::in_language("es"), &programme, (activity, quiz));
        prop_assert!(fragment.contains(HIDDEN) || is_only_open(&kind), "{fragment}");
        let silent = Quiz { feedback: Some(FeedbackAt::Never), ..quiz.clone() };
        let silent = quiz_fragment(words::in_language("es"), &programme, (activity, &silent));
        prop_assert!(!silent.contains(HIDDEN), "{silent}");
    }

    #[test]
    fn every_answer_reads_in_words_in_every_language((kind, answer) in any_answered()) {
        let programme = loaded(&kind, Counting::Practice);
        let question = &programme.activities[0].quiz().expect("a quiz").questions[0];
        for code in words::languages() {
            let w = words::in_language(code);
            let telling = Telling { w, programme: &programme, activity: &programme.activities[0].id };
            let lines = telling.answer(question, &answer);
            prop_assert!(!lines.is_empty() && lines.iter().all(|line| !line.words.is_empty()), "{lines:?}");
            let why = telling.why(question, &answer, &Readings::new());
            prop_assert!(why.iter().all(|line| !line.words.is_empty() || !line.about.is_empty()));
        }
    }
}

/// Classes of what stays in its place on the screen while the page goes by.
fn fixed() -> Vec<String> {
    let frame = include_str!("../../../../client/src/styles/frame.css");
    let rules = frame.lines().filter(|rule| rule.contains("position: fixed") || rule.contains("position: sticky"));
    let selectors = rules.filter_map(|rule| rule.split('{').next());
    selectors.flat_map(|all| all.split(',')).filter_map(|one| one.trim().strip_prefix('.')).map(str::to_owned).collect()
}

#[test]
fn no_question_takes_the_place_of_the_frame() {
    let fixed = fixed();
    assert!(fixed.iter().any(|class| class == "places") && fixed.iter().any(|class| class == "bar"), "{fixed:?}");
    proptest!(|(kind in any_kind())| {
        let html = drawn(&loaded(&kind, Counting::Gate), None, None);
        let classes = tags(&html).into_iter().filter_map(|(tag, _)| attribute(tag, "class"));
        let classes: Vec<String> = classes.flat_map(|all| all.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
        prop_assert!(classes.iter().all(|class| !fixed.contains(class)), "{classes:?}");
    });
}

#[test]
fn a_case_shows_one_part_at_a_time_and_what_was_answered_before_in_words() {
    let choice = |id: &str, text: &str| domain::quizzes::Choice {
        id: id.into(),
        text: Text::new([("es", text)]),
        right: id == "a",
        feedback: Text::default(),
    };
    let part = |id: &str, tells: &str| domain::quizzes::Part {
        id: id.into(),
        tells: Text::new([("es", tells)]),
        stem: Text::new([("es", "¿Qué hace?")]),
        kind: QuestionKind::SingleChoice { choices: vec![choice("a", "Escucha"), choice("b", "Pregunta")] },
    };
    let parts = vec![part("p1", "Llega."), part("p2", "Luego calla."), part("p3", "Se va.")];
    let programme = loaded(&QuestionKind::Vignette(domain::quizzes::Vignette { parts }), Counting::Gate);
    let given =
        |parts: &[&str]| Answer::Parts(parts.iter().map(|id| ((*id).into(), Answer::Choice("b".into()))).collect());
    let html = drawn(&programme, None, Some(ATTEMPT));
    assert!(html.contains("Llega.") && !html.contains("Luego calla."), "{html}");
    let html = drawn(&programme, Some(&given(&["p1"])), Some(ATTEMPT));
    assert!(html.contains("Luego calla.") && !html.contains("Se va."), "{html}");
    assert!(!html.contains("name=\"answer.p1\"") && html.contains("ya no cambia"), "what follows it was shown: {html}");
    let html = drawn(&programme, Some(&given(&["p1", "p2"])), Some(ATTEMPT));
    assert!(!html.contains("name=\"answer.p1\"") && html.contains("name=\"answer.p3\""), "{html}");
    assert!(html.contains("Pregunta") && html.contains("ya no cambia"), "what stands is told: {html}");
    let html = drawn(&programme, Some(&given(&["p1", "p2", "p3"])), Some(ATTEMPT));
    assert!(html.contains("name=\"answer.p3\" value=\"b\" checked"), "the last part can be changed: {html}");
    let phone = drawn(&programme, None, None);
    assert_eq!(phone.matches("hidden disabled").count(), 2, "the phone holds all of it and unfolds it: {phone}");
}
