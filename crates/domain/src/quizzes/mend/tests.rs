//! What a mend changes, and what it refuses.

use super::super::marking::{Readings, WHOLE, credit};
use super::super::tests::quiz;
use super::super::{
    Cloze, Difficulty, Gap, HotSpan, MatchStem, Matching, Numeric, Ordering, Part, ShortAnswer, Vignette, model_answer,
};
use super::*;
use proptest::prelude::*;

fn text(words: &str) -> Text {
    Text::new([("es", words), ("en", words)])
}

/// Several forms in one, as parts of a case.
fn case() -> Question {
    let part = |id: &str, kind| Part { id: id.into(), tells: Text::default(), stem: text("¿Qué?"), kind };
    let accepted = vec![Accepted { text: "sangrado".into(), credit: 100, feedback: text("Sí.") }];
    let item = |id: &str| Item { id: id.into(), text: text(id) };
    let number = |value: i32| Decimal::from(value);
    let gap = Gap { id: "g".into(), wants: GapKind::Number { value: number(3), tolerance: number(0) } };
    let QuestionKind::SingleChoice { mut choices } = quiz(0).questions[0].kind.clone() else { panic!("a choice") };
    choices[1].text = text("La otra");
    choices.push(super::super::Choice { id: "c".into(), right: false, text: text("Otra"), ..choices[1].clone() });
    let units = Vec::new();
    let parts = vec![
        part("p1", QuestionKind::SingleChoice { choices }),
        part("p2", QuestionKind::ShortAnswer(ShortAnswer { accepted, feedback: Feedback::default() })),
        part(
            "p3",
            QuestionKind::Numeric(Numeric {
                value: number(72),
                tolerance: number(0),
                units,
                feedback: Feedback::default(),
            }),
        ),
        part(
            "p4",
            QuestionKind::Ordering(Ordering {
                items: vec![item("a"), item("b"), item("c")],
                feedback: Feedback::default(),
            }),
        ),
        Part {
            stem: text("Son [[g]] días."),
            ..part("p5", QuestionKind::Cloze(Cloze { gaps: vec![gap], feedback: Feedback::default() }))
        },
    ];
    Question::new("q-1".into(), text("Un caso."), QuestionKind::Vignette(Vignette { parts }), Difficulty::Basic)
}

/// What a page sends where nothing was changed.
fn as_it_is(question: &Question) -> Written {
    let mut written = Written::new();
    for Field { spot, value } in fields(question) {
        let path = spot.path();
        match value {
            Value::Words(text) => {
                written.extend(text.0.into_iter().map(|(language, words)| (format!("{path}.{language}"), words)));
            }
            Value::Right(right) => written.extend(right.then(|| (path, "on".to_owned()))),
            Value::Accepted(all) => {
                let lines: Vec<String> = all.iter().map(|it| format!("{} | {}", it.text, it.credit)).collect();
                written.insert(path, lines.join("\r\n"));
            }
            Value::Number(number) => drop(written.insert(path, number.to_string())),
            Value::Match(option, _) => drop(written.insert(path, option.to_string())),
            Value::Place(place, _) => drop(written.insert(path, place.to_string())),
        }
    }
    written
}

fn with(changes: &[(&str, &str)]) -> Result<Question, Vec<Fault>> {
    let mut written = as_it_is(&case());
    written.extend(changes.iter().map(|(path, value)| ((*path).to_owned(), (*value).to_owned())));
    mended(&case(), &written)
}

#[test]
fn a_form_that_was_not_touched_changes_nothing() {
    assert_eq!(mended(&case(), &as_it_is(&case())), Ok(case()));
}

#[test]
fn each_thing_that_can_be_wrong_is_mended_where_it_stands() {
    let changes = [
        ("stem.es", "Otro caso."),
        ("p1/right.b", "on"),
        ("p2/accepted", "sangrado\nhemorragia\nherida | 50 %"),
        ("p3/number", "48"),
        ("p3/tolerance", "2,5"),
        ("p4/place.a", "2"),
        ("p4/place.b", "1"),
        ("p5/stem.es", "Pasan [[g]] días."),
    ];
    let mended = with(&changes).expect("it is sound");
    assert_eq!((mended.stem.get("es"), mended.stem.get("en")), ("Otro caso.", "Un caso."));
    let QuestionKind::Vignette(vignette) = &mended.kind else { panic!("a case") };
    assert!(vignette.parts[0].kind.choices().iter().all(|it| it.right == matches!(it.id.as_str(), "a" | "b")));
    let QuestionKind::ShortAnswer(short) = &vignette.parts[1].kind else { panic!("words") };
    let worth: Vec<(&str, u8)> = short.accepted.iter().map(|it| (it.text.as_str(), it.credit)).collect();
    assert_eq!(worth, [("sangrado", 100), ("hemorragia", 100), ("herida", 50)]);
    assert_eq!(short.accepted[0].feedback, text("Sí."), "what was said of it stays");
    let QuestionKind::Numeric(numeric) = &vignette.parts[2].kind else { panic!("a number") };
    assert_eq!((numeric.value, numeric.tolerance.to_string()), (Decimal::from(48), "2.5".to_owned()));
    let QuestionKind::Ordering(ordering) = &vignette.parts[3].kind else { panic!("an order") };
    let order: Vec<&str> = ordering.items.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(order, ["b", "a", "c"]);
}

#[test]
fn what_would_not_be_sound_is_refused_beside_itself() {
    for (changes, path, why) in [
        (vec![("stem.es", "  ")], "stem", FaultWhy::Empty),
        (vec![("p5/stem.es", "Son tres días.")], "p5/stem", FaultWhy::Markers),
        (vec![("p2/accepted", "nada | 0")], "p2/accepted", FaultWhy::Accepted),
        (vec![("p2/accepted", "algo | mucho")], "p2/accepted", FaultWhy::Accepted),
        (vec![("p2/accepted", "...")], "p2/accepted", FaultWhy::Accepted),
        (vec![("p2/accepted", "kiche | 0\nKiché")], "p2/accepted", FaultWhy::SameAnswer),
        (vec![("p1/words.c.es", " LA  otra ")], "p1/words.c", FaultWhy::SameWords),
        (vec![("p5/stem.es", "Son [[g:tres]] días.")], "p5/stem", FaultWhy::Markers),
        (vec![("p5/stem.es", "Son [[g]] y [[g]] días.")], "p5/stem", FaultWhy::Markers),
        (vec![("p3/number", "muchas")], "p3/number", FaultWhy::NotANumber),
        (vec![("p3/tolerance", "-1")], "p3/tolerance", FaultWhy::Negative),
        (vec![("p4/place.a", "2")], "p4/place", FaultWhy::Places),
    ] {
        let faults = with(&changes).expect_err("it is not sound");
        assert_eq!(faults.iter().map(|it| (it.spot.path(), it.why)).collect::<Vec<_>>(), [(path.to_owned(), why)]);
    }
    let mut none = as_it_is(&case());
    none.remove("p1/right.a");
    let faults = mended(&case(), &none).expect_err("nothing would be right");
    assert_eq!((faults[0].spot.path(), faults[0].why), ("p1/right.a".to_owned(), FaultWhy::NoneRight));
}

#[test]
fn options_that_nobody_could_tell_apart_are_refused_in_every_form() {
    let option = |id: &str, words: &str| Item { id: id.into(), text: text(words) };
    let stem = |id: &str, matches: &str| MatchStem { id: id.into(), text: text(id), matches: matches.into() };
    let matching = Matching {
        stems: vec![stem("s", "a"), stem("t", "b")],
        options: vec![option("a", "Hecho"), option("b", "Opinión")],
        feedback: Feedback::default(),
    };
    let span = |id: &str, right| HotSpan { id: id.into(), right, feedback: Text::default() };
    let marked = HotText {
        passage: text("La [[a:casa roja]] y [[b:el patio]]."),
        spans: vec![span("a", true), span("b", false)],
        feedback: Feedback::default(),
    };
    for (kind, change, path, why) in [
        (QuestionKind::Matching(matching.clone()), ("words.b.es", "hecho"), "words.b", FaultWhy::SameWords),
        (QuestionKind::Matching(matching), ("words.t.en", "S"), "words.t", FaultWhy::SameWords),
        (
            QuestionKind::HotText(marked.clone()),
            ("passage.es", "La [[a]] y [[b:el patio]]."),
            "passage",
            FaultWhy::Markers,
        ),
        (QuestionKind::HotText(marked), ("passage.es", "La [[a:]] y [[b:el patio]]."), "passage", FaultWhy::Markers),
    ] {
        let question = Question::new("q-1".into(), text("¿Qué?"), kind, Difficulty::Basic);
        let mut written = as_it_is(&question);
        written.insert(change.0.into(), change.1.into());
        let faults = mended(&question, &written).expect_err("it is not sound");
        assert_eq!(faults.iter().map(|it| (it.spot.path(), it.why)).collect::<Vec<_>>(), [(path.to_owned(), why)]);
    }
}

proptest! {
    #[test]
    fn no_text_breaks_it(path in "[a-z0-9/.]{0,12}", written in "\\PC{0,40}") {
        let mut all = as_it_is(&case());
        for key in ["stem.es", "p2/accepted", "p3/number", "p4/place.a", "p5/stem.en", path.as_str()] {
            all.insert(key.to_owned(), written.clone());
        }
        if let Ok(mended) = mended(&case(), &all) {
            prop_assert_eq!(super::mended(&mended, &as_it_is(&mended)), Ok(mended.clone()));
            let model = model_answer(&mended.kind);
            let worth = credit("q-1", &mended.kind, model.as_ref(), &Readings::new());
            prop_assert_eq!(worth.hundredths, WHOLE, "who answers as the key says has all of it");
        }
    }
}
