//! Questions of all eleven forms, taken without script: in the small programme of `timed`, whose quiz is put together here.

use crate::timed;
use domain::Text;
use domain::facts::{AttemptMarked, MarkedAnew, QuestionMended, Subject};
use domain::ids::{AttemptId, MarkingId};
use domain::programmes::Body;
use domain::quizzes::{
    Accepted, Answer, Choice, Cloze, Counting, Decimal, Difficulty, Feedback, Gap, GapChoice, GapKind, Given, HotSpan,
    HotText, Item, Layout, MatchStem, Matching, Numeric, Open, Ordering, Part, Question, QuestionKind, Quiz, Reveal,
    ShortAnswer, Unit, Vignette,
};
use journeys::{Actor, Page, Site, new_command, on_both_engines};
use std::collections::BTreeMap;
use store::NewFact;

/// Stands in everything that nobody may read before the attempt is handed in.
const HIDDEN: &str = "secreto-de-la-clave";

fn text(words: &str) -> Text {
    Text::new([("es", words), ("en", words)])
}

fn said(words: &str) -> Text {
    text(&format!("{words} {HIDDEN}"))
}

fn feedback() -> Feedback {
    Feedback { right: said("Bien visto."), partly: said("Va en camino."), wrong: said("Vuelva a leer.") }
}

fn choice(id: &str, words: &str, right: bool) -> Choice {
    Choice { id: id.into(), text: text(words), right, feedback: said(&format!("Sobre {words}.")) }
}

fn item(id: &str, words: &str) -> Item {
    Item { id: id.into(), text: text(words) }
}

fn accepted(words: &str) -> Vec<Accepted> {
    vec![Accepted { text: words.into(), credit: 100, feedback: Text::default() }]
}

fn choices() -> Vec<Choice> {
    vec![choice("a", "escuchar", true), choice("b", "anotar", true), choice("c", "prometer", false)]
}

fn one_right() -> Vec<Choice> {
    vec![choice("a", "escuchar", true), choice("b", "prometer", false)]
}

/// One of each form, with the fields of its right answer.
fn questions() -> Vec<(Question, Vec<(&'static str, &'static str)>)> {
    let matching = Matching {
        stems: vec![
            MatchStem { id: "s".into(), text: text("Dicho"), matches: "x".into() },
            MatchStem { id: "t".into(), text: text("Observado"), matches: "y".into() },
        ],
        options: vec![item("x", "sus palabras"), item("y", "lo que vi"), item("z", "lo que supongo")],
        feedback: feedback(),
    };
    let ordering = Ordering {
        items: vec![item("u", "saludar"), item("v", "escuchar"), item("w", "anotar")],
        feedback: feedback(),
    };
    let numeric = Numeric {
        value: Decimal::from(24),
        tolerance: Decimal::from(0),
        units: vec![
            Unit { name: "h".into(), factor: Decimal::from(1) },
            Unit { name: "d".into(), factor: Decimal::from(24) },
        ],
        feedback: feedback(),
    };
    let gaps = vec![
        Gap { id: "a".into(), wants: GapKind::Text { accepted: accepted("mismo día") } },
        Gap {
            id: "b".into(),
            wants: GapKind::Choice {
                choices: vec![
                    GapChoice { id: "p".into(), text: text("coordinadora"), right: true },
                    GapChoice { id: "q".into(), text: text("vecina"), right: false },
                ],
            },
        },
        Gap { id: "c".into(), wants: GapKind::Number { value: Decimal::from(3), tolerance: Decimal::from(0) } },
    ];
    let hot = HotText {
        passage: text("Ella [[a:bajó la voz]] y [[b:seguro miente]], *dijo* [[c:«no quiero»]]."),
        spans: [("a", true), ("b", false), ("c", true)]
            .map(|(id, right)| HotSpan { id: id.into(), right, feedback: said("Mire otra vez.") })
            .into(),
        feedback: feedback(),
    };
    let part = |id: &str, tells: &str, kind| Part { id: id.into(), tells: text(tells), stem: text("¿Y ahora?"), kind };
    let vignette = Vignette {
        parts: vec![
            part("p1", "Llega sola.", QuestionKind::SingleChoice { choices: one_right() }),
            part(
                "p2",
                "Al rato calla.",
                QuestionKind::ShortAnswer(ShortAnswer { accepted: accepted("esperar"), feedback: feedback() }),
            ),
            part("p3", "Después se despide.", QuestionKind::MultipleChoice { choices: choices() }),
        ],
    };
    let short = ShortAnswer { accepted: accepted("K’iche’"), feedback: feedback() };
    let open = Open { longest: 60, criteria: said("Separa lo dicho de lo visto.") };
    let all: Vec<(&str, &str, QuestionKind, Vec<(&str, &str)>)> = vec![
        ("k-01", "¿Qué hace?", QuestionKind::SingleChoice { choices: one_right() }, vec![("answer", "a")]),
        ("k-02", "¿Es así?", QuestionKind::TrueFalse { choices: one_right() }, vec![("answer", "a")]),
        (
            "k-03",
            "¿Qué cabe?",
            QuestionKind::MultipleChoice { choices: choices() },
            vec![("answer", "a"), ("answer", "b")],
        ),
        ("k-04", "Una.", QuestionKind::Matching(matching), vec![("answer.s", "x"), ("answer.t", "y")]),
        (
            "k-05",
            "Ordene.",
            QuestionKind::Ordering(ordering),
            vec![("answer.w", "3"), ("answer.u", "1"), ("answer.v", "2")],
        ),
        ("k-06", "¿Qué idioma?", QuestionKind::ShortAnswer(short), vec![("answer", "k'iche'")]),
        ("k-07", "¿En cuánto?", QuestionKind::Numeric(numeric), vec![("answer", "1,0"), ("answer.unit", "d")]),
        (
            "k-08",
            "Avise el [[a]] a la [[b]] antes de [[c]] horas.",
            QuestionKind::Cloze(Cloze { gaps, feedback: feedback() }),
            vec![("answer.a", "Mismo dia"), ("answer.b", "p"), ("answer.c", "3")],
        ),
        ("k-09", "Marque lo observado o dicho.", QuestionKind::HotText(hot), vec![("answer", "a"), ("answer", "c")]),
        (
            "k-10",
            "Un caso.",
            QuestionKind::Vignette(vignette),
            vec![("answer.p1", "a"), ("answer.p2", "Esperar"), ("answer.p3", "a"), ("answer.p3", "b")],
        ),
        ("k-11", "Escriba la nota.", QuestionKind::Open(open), vec![("answer", "Dijo «hola».\r\nMira al suelo.")]),
    ];
    all.into_iter()
        .map(|(id, stem, kind, fields)| (Question::new(id.into(), text(stem), kind, Difficulty::Basic), fields))
        .collect()
}

fn package(shape: impl FnOnce(Quiz) -> Quiz) -> programme::Package {
    let mut package = timed::package();
    let questions = questions().into_iter().map(|(question, _)| question).collect();
    let quiz = package.programme.activities.iter_mut().find(|it| it.id.as_str() == "t1-q").expect("its quiz");
    quiz.body = Body::Quiz(shape(Quiz::plain(Counting::Gate, 80, questions)));
    // Another version each time: one of the same files is the same.
    package.programme.version = uuid::Uuid::new_v4().to_string();
    package.digest = [uuid::Uuid::new_v4(); 2].map(|id| id.simple().to_string()).concat();
    package
}

pub async fn learner(site: &Site, shape: impl FnOnce(Quiz) -> Quiz) -> Actor {
    let code = site.cohort_of(&package(shape)).await;
    let mut marta = site.nobody();
    assert_eq!(marta.join(&code, "Marta Ejemplo").await.status, 303);
    marta
}

async fn send(actor: &mut Actor, attempt: &str, question: &str, fields: &[(&str, &str)], next: &str) -> Page {
    let command = new_command();
    let mut all = vec![("command", command.as_str()), ("question", question), ("next", next)];
    all.extend(fields);
    actor.post(&format!("/attempts/{attempt}/answers"), &all).await
}

/// Answers everything as it is right, question by question.
async fn answer_all(actor: &mut Actor, attempt: &str) {
    for (place, (question, fields)) in questions().iter().enumerate() {
        let page = send(actor, attempt, question.id.as_str(), fields, &(place + 2).to_string()).await;
        assert_eq!(page.status, 303, "{}: {}", question.id, page.text);
    }
}

async fn hand_in(actor: &mut Actor, attempt: &str) -> Page {
    let path = format!("/attempts/{attempt}/submission");
    let page = actor.post(&path, &[("command", &new_command()), ("unanswered", "wrong")]).await;
    assert_eq!(page.status, 303, "{}", page.text);
    actor.get(&format!("/attempts/{attempt}")).await
}

#[test]
fn all_forms_are_answered_without_script_and_marked() {
    on_both_engines(|site| async move {
        let mut marta = learner(&site, |quiz| Quiz { reveal: Reveal::Key, ..quiz }).await;
        let attempt = marta.start("t1-q").await;
        for (place, (question, fields)) in questions().iter().enumerate() {
            let path = format!("/attempts/{attempt}/questions/{}", place + 1);
            let open = marta.get(&path).await;
            assert!(open.text.contains("Sin responder") && !open.text.contains(HIDDEN), "{}", open.text);
            assert!(open.text.contains(&format!("data-kind=\"{}\"", question.kind.name())));
            let sent = send(&mut marta, &attempt, question.id.as_str(), fields, "end").await;
            assert_eq!((sent.status, sent.location), (303, format!("/attempts/{attempt}")), "{}", sent.text);
            let given = marta.get(&path).await;
            assert!(given.text.contains(">Guardado<") && !given.text.contains(HIDDEN), "{}", given.text);
            assert!(given.text.contains("respondida"), "{}", given.text);
        }
        let review = marta.get(&format!("/attempts/{attempt}")).await;
        assert!(review.text.contains("11 de 11 respondidas") && !review.text.contains(HIDDEN));
        let result = hand_in(&mut marta, &attempt).await;
        assert!(result.text.contains("10 de 11"), "{}", result.text);
        assert!(result.text.contains("La lee una persona") && result.text.contains("su nota puede subir"));
        for words in [
            "sus palabras",
            "Mismo dia",
            "«bajó la voz»",
            "1,0 d",
            "Mira al suelo.",
            "Parte 2 de 3",
            "La respuesta",
            HIDDEN,
        ] {
            assert!(result.text.contains(words), "{words}: {}", result.text);
        }
    });
}

#[test]
fn what_cannot_be_taken_is_refused_in_words_and_stays_on_the_page() {
    on_both_engines(|site| async move {
        let mut marta = learner(&site, |quiz| quiz).await;
        let attempt = marta.start("t1-q").await;
        let long = "larga ".repeat(20);
        let cases: [(&str, Vec<(&str, &str)>, &str, &str); 7] = [
            ("k-06", vec![("answer", "  ")], "Responda antes de seguir", ""),
            ("k-03", vec![], "Responda antes de seguir", ""),
            ("k-07", vec![("answer", "un día"), ("answer.unit", "d")], "Aquí va un número", "value=\"un día\""),
            ("k-08", vec![("answer.a", "hoy"), ("answer.c", "tres")], "Aquí va un número", "value=\"tres\""),
            ("k-11", vec![("answer", long.as_str())], "más de 60 caracteres", "larga larga"),
            ("k-01", vec![("answer", "z")], "no es de esta pregunta", ""),
            ("k-05", vec![("answer.u", "1")], "no es de esta pregunta", ""),
        ];
        for (question, fields, words, stays) in cases {
            let page = send(&mut marta, &attempt, question, &fields, "end").await;
            assert_eq!(page.status, 422, "{question}: {}", page.text);
            assert!(page.text.contains(words) && page.text.contains(stays), "{question}: {}", page.text);
        }
        let facts = site.telar.attempt(marta.visitor().await.person, attempt.parse().expect("an id")).await;
        assert!(facts.expect("hers").answers.is_empty(), "nothing was kept");
        assert_eq!(send(&mut marta, &attempt, "k-99", &[("answer", "a")], "end").await.status, 404);
    });
}

/// The answers that stand, by question.
pub async fn given(site: &Site, actor: &Actor, attempt: &str) -> BTreeMap<String, Given> {
    let page = site.telar.attempt(actor.visitor().await.person, attempt.parse().expect("an id")).await.expect("hers");
    page.answers.into_iter().map(|(id, given)| (id.to_string(), given)).collect()
}

#[test]
fn a_case_unfolds_as_it_is_answered() {
    on_both_engines(|site| async move {
        let mut marta = learner(&site, |quiz| quiz).await;
        let attempt = marta.start("t1-q").await;
        let path = format!("/attempts/{attempt}/questions/10");
        let page = marta.get(&path).await;
        assert!(page.text.contains("Llega sola.") && !page.text.contains("Al rato calla."));
        assert!(page.text.contains("Guardar y seguir el caso") && !page.text.contains("data-outbox-on"));
        assert_eq!(send(&mut marta, &attempt, "k-10", &[("answer.p1", "b")], "10").await.location, path);
        let page = marta.get(&path).await;
        assert!(page.text.contains("Al rato calla.") && !page.text.contains("Después se despide."));
        assert!(page.text.contains("en parte"), "the map says that something is left");
        assert!(!page.text.contains("name=\"answer.p1\"") && page.text.contains("ya no cambia"), "{}", page.text);
        // What the case went on from stands, whatever is sent.
        send(&mut marta, &attempt, "k-10", &[("answer.p1", "a")], "10").await;
        let given = given(&site, &marta, &attempt).await;
        assert_eq!(given["k-10"].answer, Answer::Parts([("p1".into(), Answer::Choice("b".into()))].into()));
        send(&mut marta, &attempt, "k-10", &[("answer.p1", "b"), ("answer.p2", "esperar")], "10").await;
        send(&mut marta, &attempt, "k-10", &[("answer.p1", "a"), ("answer.p2", "hablar")], "10").await;
        let page = marta.get(&path).await;
        assert!(page.text.contains("prometer") && page.text.contains("esperar"), "{}", page.text);
        assert!(!page.text.contains("hablar"), "what p3 tells was shown: {}", page.text);
        assert!(page.text.contains("Guardar y seguir<"), "the last part asks no more of the case: {}", page.text);
        send(&mut marta, &attempt, "k-10", &[("answer.p3", "c")], "10").await;
        send(&mut marta, &attempt, "k-10", &[("answer.p3", "a")], "10").await;
        let page = marta.get(&path).await;
        assert!(page.text.contains("value=\"a\" checked"), "the last part can be changed: {}", page.text);
    });
}

#[test]
fn a_flag_brings_her_back_and_she_goes_on_where_she_was() {
    on_both_engines(|site| async move {
        let mut marta = learner(&site, |quiz| quiz).await;
        let attempt = marta.start("t1-q").await;
        let flag = async |actor: &mut Actor, question: &str, flag: &str| {
            let fields = [("command", new_command()), ("question", question.to_owned()), ("flag", flag.to_owned())];
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            actor.post(&format!("/attempts/{attempt}/flags"), &fields).await
        };
        let flagged = flag(&mut marta, "k-03", "on").await;
        assert_eq!(flagged.location, format!("/attempts/{attempt}/questions/3"));
        let page = marta.get(&flagged.location).await;
        assert!(page.text.contains("Quitar la marca") && page.text.contains("data-flagged"), "{}", page.text);
        assert!(marta.get(&format!("/attempts/{attempt}")).await.text.contains("Marcó una pregunta"));
        assert_eq!(flag(&mut marta, "k-99", "on").await.status, 404);
        flag(&mut marta, "k-03", "off").await;
        assert!(!marta.get(&flagged.location).await.text.contains("data-flagged"));
        // On another device: behind what she answered last, not at the first that is open.
        send(&mut marta, &attempt, "k-01", &[("answer", "a")], "2").await;
        site.wall.advance(domain::moment::Span::minutes(1));
        send(&mut marta, &attempt, "k-06", &[("answer", "mam")], "7").await;
        let again = marta.post("/activities/t1-q/attempts", &[("command", &new_command())]).await;
        assert_eq!(again.location, format!("/attempts/{attempt}/questions/7"));
        let mut other = site.learner("Rosa Ejemplo").await;
        assert_eq!(flag(&mut other, "k-01", "on").await.status, 404, "another's attempt is not there");
        hand_in(&mut marta, &attempt).await;
        assert_eq!(flag(&mut marta, "k-01", "on").await.status, 409);
    });
}

#[test]
fn all_at_once_each_question_is_saved_by_itself() {
    on_both_engines(|site| async move {
        let mut marta = learner(&site, |quiz| Quiz { layout: Layout::AllAtOnce, ..quiz }).await;
        let attempt = marta.start("t1-q").await;
        let whole = format!("/attempts/{attempt}");
        let page = marta.get(&whole).await;
        assert_eq!(page.text.matches("data-outbox=\"answer.2\"").count(), 11);
        assert!(
            page.text.contains("id=\"q11\"") && page.text.contains("href=\"#hand-in\"") && !page.text.contains(HIDDEN)
        );
        assert_eq!(marta.get(&format!("{whole}/questions/4")).await.location, format!("{whole}#q4"));
        let saved = send(&mut marta, &attempt, "k-04", &[("answer.s", "x")], "q4").await;
        assert_eq!(saved.location, format!("{whole}#q4"));
        let page = marta.get(&whole).await;
        assert!(page.text.contains("en parte") && page.text.contains("0 de 11 respondidas"), "{}", page.text);
        let refused = send(&mut marta, &attempt, "k-07", &[("answer", "mucho")], "q7").await;
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("value=\"mucho\"") && refused.text.contains("Ir a esa pregunta"));
        answer_all(&mut marta, &attempt).await;
        assert!(hand_in(&mut marta, &attempt).await.text.contains("10 de 11"));
    });
}

#[test]
fn what_the_importer_accepts_can_be_saved() {
    on_both_engines(|site| async move {
        let part = |number: usize| Part {
            id: format!("p{number}").as_str().into(),
            tells: Text::default(),
            stem: text("¿Y ahora?"),
            kind: QuestionKind::Open(Open { longest: 10_000, criteria: Text::default() }),
        };
        let kind = QuestionKind::Vignette(Vignette { parts: (1..=8).map(part).collect() });
        let question = Question::new("k-10".into(), text("Un caso."), kind, Difficulty::Basic);
        let mut marta = learner(&site, |quiz| Quiz { questions: vec![question], ..quiz }).await;
        let attempt = marta.start("t1-q").await;
        // The longest that a form sends: four bytes a letter, each as three characters.
        let longest = "𝔞".repeat(10_000);
        let names: Vec<String> = (1..=8).map(|number| format!("answer.p{number}")).collect();
        let fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), longest.as_str())).collect();
        let saved = send(&mut marta, &attempt, "k-10", &fields, "end").await;
        assert_eq!(saved.status, 303, "{}", saved.text);
    });
}

#[test]
fn a_result_shows_what_its_quiz_reveals_and_no_more() {
    on_both_engines(|site| async move {
        for (reveal, own, why, key) in [
            (Reveal::Mark, false, false, false),
            (Reveal::Answers, true, true, false),
            (Reveal::KeyAtEnd, true, true, false),
            (Reveal::Key, true, true, true),
        ] {
            let mut marta = learner(&site, |quiz| Quiz { reveal, attempts: 2, ..quiz }).await;
            let attempt = marta.start("t1-q").await;
            send(&mut marta, &attempt, "k-03", &[("answer", "a"), ("answer", "c")], "end").await;
            send(&mut marta, &attempt, "k-08", &[("answer.b", "q"), ("answer.c", "3")], "end").await;
            let page = hand_in(&mut marta, &attempt).await;
            assert!(page.text.contains("de 11"), "the mark is always shown");
            assert_eq!(page.text.contains("Su respuesta"), own, "{reveal:?}: {}", page.text);
            assert_eq!(page.text.contains("En parte"), own && why, "{reveal:?}: {}", page.text);
            assert_eq!(page.text.contains(HIDDEN), why, "{reveal:?}: {}", page.text);
            assert_eq!(page.text.contains("La respuesta"), key, "{reveal:?}: {}", page.text);
            let second = marta.start("t1-q").await;
            let page = hand_in(&mut marta, &second).await;
            assert_eq!(
                page.text.contains("La respuesta"),
                key || reveal == Reveal::KeyAtEnd,
                "none is left: {reveal:?}"
            );
        }
    });
}

#[test]
fn a_practice_says_at_once_what_of_an_answer_is_right() {
    on_both_engines(|site| async move {
        let mut marta = learner(&site, |quiz| Quiz { counting: Counting::Practice, ..quiz }).await;
        let attempt = marta.start("t1-q").await;
        for (place, (question, fields)) in questions().iter().enumerate() {
            let path = format!("/attempts/{attempt}/questions/{}", place + 1);
            assert!(!marta.get(&path).await.text.contains(HIDDEN), "not before it is answered");
            send(&mut marta, &attempt, question.id.as_str(), fields, &(place + 1).to_string()).await;
            let page = marta.get(&path).await;
            let verdict = if question.kind.is_read() { "La lee una persona" } else { "Acertó" };
            assert!(page.text.contains(verdict), "{}: {}", question.id, page.text);
            assert_eq!(page.text.contains(HIDDEN), !question.kind.is_read(), "{}: {}", question.id, page.text);
            // What is written can be mended and saved again, also where nothing is said of it yet.
            assert!(page.text.contains("name=\"next\""), "{}: {}", question.id, page.text);
        }
        send(&mut marta, &attempt, "k-05", &[("answer.u", "1"), ("answer.w", "2"), ("answer.v", "3")], "5").await;
        let page = marta.get(&format!("/attempts/{attempt}/questions/5")).await;
        assert!(page.text.contains("En parte") && page.text.contains("Va en camino."), "{}", page.text);
        let measured = |quiz| Quiz { counting: Counting::Measurement, reveal: Reveal::Answers, ..quiz };
        let mut rosa = learner(&site, measured).await;
        let start = rosa.get("/activities/t1-q").await;
        assert!(start.text.contains("No decide nada sobre usted") && start.text.contains("Medición"), "{}", start.text);
        let attempt = rosa.start("t1-q").await;
        answer_all(&mut rosa, &attempt).await;
        assert!(!rosa.get(&format!("/attempts/{attempt}/questions/1")).await.text.contains(HIDDEN));
        let page = hand_in(&mut rosa, &attempt).await;
        assert!(!page.text.contains(HIDDEN) && page.text.contains("no decide nada sobre usted"), "{}", page.text);
    });
}

/// Writes down a fact as staff's pages do.
fn record(site: &Site, about: Subject, what: domain::facts::What) {
    let fact = NewFact { actor: Some(site.administrator), about, what };
    let written = site.telar.store().write(site.telar.now(), move |writing| writing.record(vec![fact]));
    written.expect("it is written");
}

#[test]
fn a_question_taken_out_is_told_and_a_mended_one_asked_again() {
    on_both_engines(|site| async move {
        let mut marta = learner(&site, |quiz| quiz).await;
        let attempt = marta.start("t1-q").await;
        answer_all(&mut marta, &attempt).await;
        let person = marta.visitor().await.person;
        let version =
            site.telar.attempt(person, attempt.parse().expect("an id")).await.expect("hers").programme.version;
        let questions: Vec<Question> = questions().into_iter().map(|(question, _)| question).collect();
        let mend = |number, question| QuestionMended {
            activity: "t1-q".into(),
            number,
            question,
            reason: "tenía una falta".into(),
        };
        let withdrawn = Question { withdrawn: true, ..questions[0].clone() };
        record(&site, Subject::Programme(version), mend(1, withdrawn).into());
        let kind = QuestionKind::TrueFalse { choices: vec![choice("x", "Sí", true), choice("y", "No", false)] };
        let mended = Question { kind, ..questions[1].clone() };
        record(&site, Subject::Programme(version), mend(2, mended).into());
        let first = marta.get(&format!("/attempts/{attempt}/questions/1")).await;
        assert!(
            first.text.contains("se retiró; no cuenta") && !first.text.contains("type=\"radio\""),
            "{}",
            first.text
        );
        let second = marta.get(&format!("/attempts/{attempt}/questions/2")).await;
        assert!(
            second.text.contains("se corrigió después") && second.text.contains("Sin responder"),
            "{}",
            second.text
        );
        let review = marta.get(&format!("/attempts/{attempt}")).await;
        assert!(review.text.contains("9 de 10 respondidas") && review.text.contains("Responder la pregunta 2"));
        send(&mut marta, &attempt, "k-02", &[("answer", "x")], "3").await;
        let result = hand_in(&mut marta, &attempt).await;
        assert!(result.text.contains("9 de 10") && result.text.contains("se retiró; no cuenta"), "{}", result.text);
    });
}

#[test]
fn a_mark_that_changed_is_told_on_hoy_until_she_has_looked() {
    on_both_engines(|site| async move {
        let mut marta = learner(&site, |quiz| quiz).await;
        let attempt = marta.start("t1-q").await;
        answer_all(&mut marta, &attempt).await;
        hand_in(&mut marta, &attempt).await;
        let id: AttemptId = attempt.parse().expect("an id");
        let person = marta.visitor().await.person;
        let before = site.telar.attempt(person, id).await.expect("hers").result.expect("a mark").mark;
        let mut mark = before.clone();
        mark.points += 100;
        mark.unread = 0;
        let marked = AttemptMarked {
            marking: MarkingId(uuid::Uuid::now_v7()),
            attempt: id,
            before: before.per_cent(),
            mark,
            why: MarkedAnew::Read,
            reason: "Leí su nota y está completa.".into(),
        };
        record(&site, Subject::Person(person), marked.into());
        let words = "Su nota de «Cuestionario» cambió de 90 a 100";
        let today = marta.get("/today").await;
        assert!(today.text.contains(words) && today.text.contains("Leí su nota"), "{}", today.text);
        assert!(marta.get("/today").await.text.contains(words), "seeing it on Hoy is not looking");
        let page = marta.get(&format!("/attempts/{attempt}")).await;
        assert!(page.text.contains("Cambios de su nota") && page.text.contains("11 de 11"), "{}", page.text);
        assert!(!marta.get("/today").await.text.contains(words));
        assert!(marta.get(&format!("/attempts/{attempt}")).await.text.contains("Cambios de su nota"));
    });
}
