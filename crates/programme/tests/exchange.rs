//! Questions that go to another platform's format and come back are the same, as far as the format can carry them; what it cannot
//! is told; and no file breaks the readers.

use domain::Text;
use domain::quizzes::{
    Accepted, Choice, Cloze, Difficulty, Feedback, Gap, GapChoice, GapKind, HotSpan, HotText, Item, MatchStem,
    Matching, Numeric, Open, Ordering, Question, QuestionKind, ShortAnswer, Unit,
};
use programme::exchange::{self, ExchangeRefused, Exchanged, Format, Left};
use proptest::prelude::*;

fn text(words: &str) -> Text {
    Text::new([("es", words)])
}

fn feedback() -> Feedback {
    Feedback { right: text("Así es: eso mismo."), partly: Text::default(), wrong: text("Así es: eso mismo.") }
}

fn choice(id: &str, words: &str, right: bool) -> Choice {
    Choice { id: id.into(), text: text(words), right, feedback: text(&format!("Porque {words} = {{{id}}}")) }
}

fn accepted(words: &str, credit: u8) -> Accepted {
    Accepted { text: words.into(), credit, feedback: Text::default() }
}

/// One of each form that a format carries whole.
fn bank(format: Format) -> Vec<Question> {
    let number = |written: &str| written.parse().expect("a number");
    let gap = |id: &str, wants| Gap { id: id.into(), wants };
    let mut kinds = vec![
        (
            "¿A quién se avisa: a A, o a ~B~?",
            QuestionKind::SingleChoice {
                choices: vec![choice("a", "A nadie", false), choice("b", "A la persona # responsable", true)],
            },
        ),
        (
            "Marque las que son señales.\n\nUna o más.",
            QuestionKind::MultipleChoice {
                choices: vec![
                    choice("a", "Una", true),
                    choice("b", "Dos", true),
                    choice("c", "Tres", true),
                    choice("d", "No", false),
                ],
            },
        ),
        (
            "Sospechar no es acusar.",
            QuestionKind::TrueFalse { choices: vec![choice("a", "Verdadero", true), choice("b", "Falso", false)] },
        ),
        (
            "Una cada una.",
            QuestionKind::Matching(Matching {
                stems: ["Dicho", "Visto", "Deducido"]
                    .iter()
                    .enumerate()
                    .map(|(at, words)| MatchStem {
                        id: ["a", "b", "c"][at].into(),
                        text: text(words),
                        matches: ["a", "b", "a"][at].into(),
                    })
                    .collect(),
                options: vec![
                    Item { id: "a".into(), text: text("uno") },
                    Item { id: "b".into(), text: text("dos") },
                    Item { id: "d".into(), text: text("ninguno") },
                ],
                feedback: feedback(),
            }),
        ),
        (
            "¿Cómo se llama?",
            QuestionKind::ShortAnswer(ShortAnswer {
                accepted: vec![accepted("indicador", 100), accepted("señal", 50)],
                feedback: feedback(),
            }),
        ),
        (
            "¿Cuántas horas?",
            QuestionKind::Numeric(Numeric {
                value: number("2.5"),
                tolerance: number("0.5"),
                units: vec![],
                feedback: feedback(),
            }),
        ),
        ("Cuente con sus palabras.", QuestionKind::Open(Open { longest: 5_000, criteria: Text::default() })),
        (
            "La señal [[a]] y nada más.",
            QuestionKind::Cloze(Cloze {
                gaps: vec![gap(
                    "a",
                    GapKind::Choice {
                        choices: vec![
                            GapChoice { id: "a".into(), text: text("avisa"), right: true },
                            GapChoice { id: "b".into(), text: text("confirma"), right: false },
                        ],
                    },
                )],
                feedback: Feedback::default(),
            }),
        ),
    ];
    if format == Format::MoodleXml {
        kinds.push((
            "En orden.",
            QuestionKind::Ordering(Ordering {
                items: vec![Item { id: "a".into(), text: text("Ver") }, Item { id: "b".into(), text: text("Anotar") }],
                feedback: feedback(),
            }),
        ));
        kinds.push((
            "En [[a]] horas, [[b]] y [[c]].",
            QuestionKind::Cloze(Cloze {
                gaps: vec![
                    gap("a", GapKind::Number { value: number("24"), tolerance: number("0") }),
                    gap(
                        "b",
                        GapKind::Text { accepted: vec![accepted("anotar: todo", 100), accepted("es~cribir", 50)] },
                    ),
                    gap(
                        "c",
                        GapKind::Choice {
                            choices: vec![
                                GapChoice { id: "a".into(), text: text("avisar"), right: true },
                                GapChoice { id: "b".into(), text: text("callar #1"), right: false },
                            ],
                        },
                    ),
                ],
                feedback: feedback(),
            }),
        ));
        kinds.push((
            "¿Cuánto tiempo?",
            QuestionKind::Numeric(Numeric {
                value: number("2"),
                tolerance: number("0"),
                feedback: feedback(),
                units: vec![
                    Unit { name: "h".into(), factor: number("1") },
                    Unit { name: "día".into(), factor: number("0.5") },
                ],
            }),
        ));
    }
    let each = kinds.into_iter().enumerate();
    each.map(|(place, (stem, kind))| {
        Question::new(format!("q-{:02}", place + 1).as_str().into(), text(stem), kind, Difficulty::Applied)
    })
    .collect()
}

fn there_and_back(questions: &[Question], format: Format) -> (Exchanged, Vec<exchange::Note>) {
    let (file, notes) = exchange::write(questions, format, "es");
    (exchange::read(file.as_bytes(), format, "es", "q").expect(&file), notes)
}

#[test]
fn what_a_format_can_carry_comes_back_the_same() {
    for format in [Format::Gift, Format::MoodleXml] {
        let before = bank(format);
        let (after, notes) = there_and_back(&before, format);
        assert_eq!(notes, [], "{format:?}");
        assert_eq!(after.notes, [], "{format:?}");
        for (before, after) in before.iter().zip(&after.questions) {
            assert_eq!(after, before, "{format:?}");
        }
        assert_eq!(after.questions.len(), before.len());
    }
}

#[test]
fn what_cannot_be_carried_is_told_by_question() {
    let hot = QuestionKind::HotText(HotText {
        passage: text("Se ve [[a:triste]] y [[b:sola]]."),
        spans: vec![HotSpan { id: "a".into(), right: true, feedback: Text::default() }],
        feedback: Feedback::default(),
    });
    let hot = Question::new("q-99".into(), text("Marque."), hot, Difficulty::Basic);
    for format in [Format::Gift, Format::MoodleXml] {
        let (file, notes) = exchange::write(std::slice::from_ref(&hot), format, "es");
        assert_eq!(notes.len(), 1);
        assert_eq!((notes[0].question.as_str(), &notes[0].left), ("q-99: Marque.", &Left::Form("hot_text".into())));
        assert_eq!(exchange::read(file.as_bytes(), format, "es", "q"), Err(ExchangeRefused::Nothing));
    }
    let (_, notes) = exchange::write(&bank(Format::MoodleXml), Format::Gift, "es");
    let left: Vec<&Left> = notes.iter().map(|note| &note.left).collect();
    assert_eq!(left, [&Left::Form("ordering".into()), &Left::Form("cloze".into()), &Left::Units]);
}

#[test]
fn a_file_of_theirs_is_read_as_they_write_it() {
    let file = r#"<?xml version="1.0" encoding="UTF-8"?>
<quiz>
  <question type="category"><category><text>$course$/Tema 5</text></category></question>
  <question type="multichoice">
    <name><text>Una señal</text></name>
    <questiontext format="html"><text><![CDATA[<p>¿Qué es un <b>indicador</b>?</p><p><img src="@@PLUGINFILE@@/x.png"></p>]]></text></questiontext>
    <single>false</single>
    <answer fraction="70"><text>Algo que se ve</text><feedback><text>S&iacute;</text></feedback></answer>
    <answer fraction="30"><text>Algo que se oye</text></answer>
    <answer fraction="-20"><text>Una prueba</text></answer>
  </question>
  <question type="calculated"><name><text>Cuenta</text></name></question>
  <question type="gapselect">
    <name><text>Huecos</text></name>
    <questiontext format="html"><text>La señal [[2]], no [[1]].</text></questiontext>
    <selectoption><text>confirma</text><group>1</group></selectoption>
    <selectoption><text>avisa</text><group>1</group></selectoption>
  </question>
</quiz>"#;
    let broken = exchange::read(file.as_bytes(), Format::MoodleXml, "es", "q");
    assert_eq!(broken, Err(ExchangeRefused::Entities { line: 8 }), "an entity of HTML is none of XML");
    let found = exchange::read(file.replace("&iacute;", "í").as_bytes(), Format::MoodleXml, "es", "q").expect("a file");
    assert_eq!(found.questions[0].stem.get("es"), "¿Qué es un **indicador**?");
    assert!(matches!(&found.questions[1].kind, QuestionKind::Cloze(cloze) if cloze.gaps.len() == 2));
    let told: Vec<(&str, &Left)> = found.notes.iter().map(|note| (note.question.as_str(), &note.left)).collect();
    assert_eq!(
        told,
        [
            ("", &Left::Category),
            ("Una señal", &Left::Picture),
            ("Una señal", &Left::Weights),
            ("Una señal", &Left::Penalty),
            ("Cuenta", &Left::Form("calculated".into())),
        ]
    );
}

#[test]
fn an_option_that_belongs_to_nothing_never_takes_the_id_of_a_pair() {
    let gift = "Una {=Perro -> Ladra = -> Canta =Gato -> Maúlla}";
    let sub = |left: &str, right: &str| {
        format!("<subquestion><text>{left}</text><answer><text>{right}</text></answer></subquestion>")
    };
    let moodle = format!(
        "<quiz><question type=\"matching\"><name><text>Una</text></name><questiontext><text>Una</text></questiontext>{}{}{}</question></quiz>",
        sub("Perro", "Ladra"),
        sub("", "Canta"),
        sub("Gato", "Maúlla")
    );
    for (file, format) in [(gift, Format::Gift), (moodle.as_str(), Format::MoodleXml)] {
        let found = exchange::read(file.as_bytes(), format, "es", "q").expect("a file");
        let QuestionKind::Matching(it) = &found.questions[0].kind else { panic!("matching") };
        assert_eq!((it.stems.len(), it.options.len()), (2, 3));
        let written = programme::questions_as_toml(&found.questions);
        let ids: Vec<&str> = written.lines().filter(|line| line.starts_with("id = ")).collect();
        let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{written}");
        assert_eq!(ids.len(), 4, "the question, two pairs and a distractor: {written}");
    }
}

#[test]
fn what_html_loses_is_told() {
    let file = "<quiz><question type=\"essay\"><name><text>Una</text></name><questiontext format=\"html\"><text><![CDATA[\
                <table><tr><td>a</td><td>b</td></tr></table><script>x()</script>]]></text></questiontext></question></quiz>";
    let found = exchange::read(file.as_bytes(), Format::MoodleXml, "es", "q").expect("a file");
    let told: Vec<&Left> = found.notes.iter().map(|note| &note.left).collect();
    assert_eq!(told, [&Left::Table, &Left::Script]);
}

#[test]
fn bad_files_get_a_clear_word() {
    let read = |bytes: &[u8]| exchange::read(bytes, Format::MoodleXml, "es", "q");
    assert_eq!(read(&vec![b' '; 100 * 1024 * 1024]), Err(ExchangeRefused::TooLarge { megabytes: 20 }));
    assert_eq!(read(b"<quiz>\n\xf1</quiz>"), Err(ExchangeRefused::NotUtf8 { line: 2 }));
    assert!(matches!(read(b"<html></html>"), Err(ExchangeRefused::BadXml { line: 1, .. })));
    assert_eq!(read(b"<quiz></quiz>"), Err(ExchangeRefused::Nothing));
    let many = "q {T}\n\n".repeat(2_001);
    assert_eq!(exchange::read(many.as_bytes(), Format::Gift, "es", "q"), Err(ExchangeRefused::TooMany { most: 2_000 }));
}

proptest! {
    #[test]
    fn no_file_breaks_a_reader(text in "[ \\n{}=~#%:>a-zA-Z0-9<>/\"&;\\[\\]ñ.-]{0,300}") {
        for format in [Format::Gift, Format::MoodleXml, Format::Aiken] {
            let _ = exchange::read(text.as_bytes(), format, "es", "q");
            let wrapped = format!("<quiz><question type=\"cloze\"><questiontext><text>{text}</text></questiontext></question></quiz>");
            let _ = exchange::read(wrapped.as_bytes(), Format::MoodleXml, "es", "q");
        }
    }

    #[test]
    fn any_words_come_back_through_a_format(words in "[a-zñáA-Z0-9{}=~#%:.,\\\\¿?-]{1,60}", weight in prop::bool::ANY) {
        prop_assume!(words.trim() == words && !words.contains("[["));
        let words = if weight { format!("%50%{words}") } else { words };
        let choices = vec![choice("a", &words, true), choice("b", "otra", false)];
        let question = Question::new("q-01".into(), text(&words), QuestionKind::SingleChoice { choices }, Difficulty::Applied);
        for format in [Format::Gift, Format::MoodleXml] {
            let (after, _) = there_and_back(std::slice::from_ref(&question), format);
            prop_assert_eq!(&after.questions[0], &question);
        }
    }
}
