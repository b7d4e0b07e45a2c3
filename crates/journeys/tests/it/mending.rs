//! A fault in a question is mended while people are in it, and what was handed in is marked anew: nobody loses what she passed.

use crate::classroom::{Classroom, choice_question, hand_in, name, package};
use domain::quizzes::Quiz;
use journeys::{Actor, Page, new_command, on_both_engines};
use tokio::task::JoinSet;

const MEND: &str = "/quizzes/t1-q/questions/q1";

/// Two questions, both to be right.
fn two(quiz: &mut Quiz) {
    quiz.questions = vec![choice_question("q1"), choice_question("q2")];
    quiz.attempts = 0;
    quiz.time_limit = None;
}

/// Makes `right` right in the first question, and nothing else.
async fn mend(actor: &mut Actor, room: &Classroom<'_>, right: &str) -> Page {
    mend_with(actor, room, ("q1", right), "La clave tenía una falta: la buena es otra.").await
}

/// Makes `right` right in a question, and nothing else.
pub async fn mend_with(actor: &mut Actor, room: &Classroom<'_>, (question, right): (&str, &str), reason: &str) -> Page {
    let path = room.path(&format!("/quizzes/t1-q/questions/{question}"));
    let page = actor.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let (command, seen) = (new_command(), page.hidden("seen"));
    actor.post(&path, &[("command", &command), ("seen", &seen), (right, "on"), ("reason", reason)]).await
}

pub async fn regrade(actor: &mut Actor, room: &Classroom<'_>, question: &str) -> Page {
    let path = room.path(&format!("/quizzes/t1-q/questions/{question}"));
    let page = actor.post(&format!("{path}/regrade"), &[]).await;
    assert_eq!(page.status, 303, "{}", page.text);
    // Where it takes longer than a moment it goes on behind.
    for _ in 0..600 {
        let page = actor.get(&path).await;
        if !page.headers.contains_key("refresh") {
            return page;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("marking anew does not end");
}

#[test]
fn marking_anew_lets_pass_who_was_right_and_takes_no_pass_and_no_certificate() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, two).await;
        let mut marta = room.learner("Marta Ejemplo").await;
        let passed = room.take(&mut marta, &[("q1", "a"), ("q2", "a")]).await;
        site.telar.catch_up().await.expect("the followers go on");
        let (person, enrolment) = (room.person(&marta).await, marta.visitor().await.enrolments[0]);
        let number = site.telar.issue_certificate(person, enrolment, uuid::Uuid::new_v4().into()).await;
        let number = domain::certificates::grouped(&number.expect("she has completed it"));
        let mut otto = room.learner("Otto Ejemplo").await;
        let failed = room.take(&mut otto, &[("q1", "b"), ("q2", "a")]).await;
        let mut rosa = room.learner("Rosa Ejemplo").await;
        let neither = room.take(&mut rosa, &[("q1", "c"), ("q2", "b")]).await;
        assert_eq!(room.best(&otto).await, (vec![Some(50)], false));

        let mut coordinator = room.staff("coordinator").await;
        let saved = mend(&mut coordinator, &room, "right.b").await;
        assert_eq!(saved.status, 303, "{}", saved.text);
        // Nothing has changed for anybody yet; the page says what would.
        assert_eq!(room.best(&otto).await, (vec![Some(50)], false));
        let facts = room.facts().await;
        let preview = coordinator.get(&saved.location).await.text;
        for words in [
            "De 3 intentos entregados con esta pregunta cambiarían 2.",
            "Una nota sube.",
            "Una baja.",
            "Otto Ejemplo",
            "De 50 % a 100 %",
            "Marta Ejemplo",
            "De 100 % a 50 %",
            "su constancia sigue valiendo",
            "Las personas leerán: «La clave tenía una falta: la buena es otra.»",
        ] {
            assert!(preview.contains(words), "{words} in {preview}");
        }
        assert!(preview.contains(&format!("Constancia {number}")), "{number} in {preview}");
        assert!(!preview.contains("Rosa Ejemplo"), "hers stays as it is");
        assert_eq!(room.facts().await, facts, "looking writes nothing");

        let done = regrade(&mut coordinator, &room, "q1").await;
        assert!(done.text.contains("Las notas ya están al día"), "{}", done.text);
        assert_eq!(room.facts().await, facts + 3, "two marks, and one who has done the quiz by it");
        let kept = room.mark(&marta, &passed).await;
        assert_eq!((kept.per_cent(), kept.passed, kept.kept), (50, true, true));
        let up = room.mark(&otto, &failed).await;
        assert_eq!((up.per_cent(), up.passed, up.kept), (100, true, false));
        assert!(!room.mark(&rosa, &neither).await.passed);
        assert!(room.best(&otto).await.1 && room.best(&marta).await.1);
        site.telar.catch_up().await.expect("the followers go on");
        let learning = site.telar.learning(room.person(&otto).await).await.expect("the store answers");
        assert!(learning[0].completed.is_some(), "he has completed the programme by it");
        let verified = site.nobody().get(&format!("/verify/{number}")).await;
        assert!(verified.status == 200 && !verified.text.contains("anulada"), "{}", verified.text);
        let page = coordinator.get(&room.path(&format!("/attempts/{passed}"))).await.text;
        assert!(page.contains("De 100 % a 50 %") && page.contains("Conserva su aprobado"), "{page}");
        assert!(coordinator.get(&room.path("/quizzes/t1-q")).await.text.contains("Aprobado antes de una corrección"));

        // Again, and nothing more is written.
        let facts = room.facts().await;
        regrade(&mut coordinator, &room, "q1").await;
        assert_eq!(room.facts().await, facts);
        // And back: who was right by the first key has it whole again, and who passed by the second keeps it.
        assert_eq!(mend(&mut coordinator, &room, "right.a").await.status, 303);
        regrade(&mut coordinator, &room, "q1").await;
        let back = room.mark(&marta, &passed).await;
        assert_eq!((back.per_cent(), back.passed, back.kept), (100, true, false));
        let kept = room.mark(&otto, &failed).await;
        assert_eq!((kept.per_cent(), kept.passed, kept.kept), (50, true, true));
    });
}

#[test]
fn a_question_is_mended_while_thirty_are_in_it_and_none_loses_an_answer() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, two).await;
        let mut people = Vec::new();
        for n in 0..30 {
            let mut learner = room.learner(&name(n)).await;
            let attempt = learner.start("t1-q").await;
            room.choose(&mut learner, &attempt, ("q1", if n % 3 == 0 { "b" } else { "a" })).await;
            people.push((n, learner, attempt));
        }
        let mut coordinator = room.staff("coordinator").await;
        let page = coordinator.get(&room.path(MEND)).await.text;
        assert!(page.contains("Ahora hay 30 intentos en curso"), "{page}");
        // All thirty answer and hand in while the key changes under them.
        let mut going = JoinSet::new();
        for (n, mut learner, attempt) in people {
            going.spawn(async move {
                let saved = learner.answer(&attempt, "q2", "a", &new_command()).await;
                assert_eq!(saved.status, 200, "{n}: {}", saved.text);
                hand_in(&mut learner, &attempt).await;
                let seen = learner.get(&format!("/attempts/{attempt}")).await;
                assert_eq!(seen.status, 200, "{n}");
                (n, learner, attempt)
            });
        }
        let saved = mend(&mut coordinator, &room, "right.b").await;
        assert_eq!(saved.status, 303, "{}", saved.text);
        let mut people = Vec::new();
        while let Some(person) = going.join_next().await {
            people.push(person.expect("no panic"));
        }
        assert_eq!(people.len(), 30);
        let mut early = Vec::new();
        for (n, learner, attempt) in &people {
            let mark = room.mark(learner, attempt).await;
            let by_old = if n % 3 == 0 { 50 } else { 100 };
            let by_new = if n % 3 == 0 { 100 } else { 50 };
            assert!([by_old, by_new].contains(&mark.per_cent()), "{n}: {mark:?}");
            // Who chose `a` and passed handed in before the mend.
            if mark.passed && n % 3 != 0 {
                early.push(*n);
            }
        }
        regrade(&mut coordinator, &room, "q1").await;
        for (n, learner, attempt) in &people {
            let mark = room.mark(learner, attempt).await;
            let whole = n % 3 == 0;
            assert_eq!(mark.per_cent(), if whole { 100 } else { 50 }, "{n}: marked by the question as it stands");
            assert_eq!(mark.passed, whole || early.contains(n), "{n}: nobody loses a pass, nobody is given one");
            assert_eq!(mark.kept, early.contains(n), "{n}");
        }
        let facts = room.facts().await;
        regrade(&mut coordinator, &room, "q1").await;
        assert_eq!(room.facts().await, facts);
    });
}

#[test]
fn a_question_that_is_withdrawn_asks_nobody_and_counts_for_nobody() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, two).await;
        let (mut marta, mut otto) = (room.learner("Marta Ejemplo").await, room.learner("Otto Ejemplo").await);
        let handed = room.take(&mut marta, &[("q1", "c"), ("q2", "a")]).await;
        let open = otto.start("t1-q").await;
        room.choose(&mut otto, &open, ("q2", "a")).await;
        let mut coordinator = room.staff("coordinator").await;
        let fields =
            [("seen", "0"), ("right.a", "on"), ("withdrawn", "on"), ("reason", "Preguntaba lo que no se enseñó.")];
        assert_eq!(coordinator.post(&room.path(MEND), &fields).await.status, 303);
        // He is asked for nothing more.
        let done = otto.post(&format!("/attempts/{open}/submission"), &[("command", &new_command())]).await;
        assert_eq!(done.status, 303, "{}", done.text);
        assert_eq!(room.mark(&otto, &open).await.per_cent(), 100);
        regrade(&mut coordinator, &room, "q1").await;
        let mark = room.mark(&marta, &handed).await;
        assert_eq!((mark.per_cent(), mark.passed, mark.max), (100, true, 100));
        let page = coordinator.get(&room.path("/quizzes/t1-q")).await.text;
        assert!(page.contains("Retirada: no cuenta para nadie"), "{page}");
    });
}

#[test]
fn who_does_not_run_every_cohort_of_the_version_mends_nothing_and_the_page_says_whom_it_touches() {
    on_both_engines(|site| async move {
        let package = package(two);
        let room = Classroom::of(&site, &package).await;
        let mut coordinator = room.staff("coordinator").await;
        assert!(coordinator.get(&room.path(MEND)).await.text.contains("name=\"reason\""));
        let other = Classroom::of(&site, &package).await;
        let mut marta = other.learner("Marta Ejemplo").await;
        let attempt = other.take(&mut marta, &[("q1", "b"), ("q2", "a")]).await;
        let page = coordinator.get(&room.path(MEND)).await.text;
        assert!(page.contains("usted no las coordina") && !page.contains("name=\"reason\""), "{page}");
        assert!(page.contains("(Una persona)"), "the other cohort is named with its people counted: {page}");
        let facts = room.facts().await;
        let fields = [("seen", "0"), ("right.b", "on"), ("reason", "No me toca, pero quiero.")];
        assert_eq!(coordinator.post(&room.path(MEND), &fields).await.status, 404);
        assert_eq!(coordinator.post(&room.path(&format!("{MEND}/regrade")), &[]).await.status, 404);
        assert_eq!(room.facts().await, facts);
        // The administrator may, through either cohort; it holds in both.
        let mut administrator = site.administrator().await;
        assert_eq!(mend(&mut administrator, &room, "right.b").await.status, 303);
        regrade(&mut administrator, &room, "q1").await;
        assert!(other.mark(&marta, &attempt).await.passed);
    });
}

#[test]
fn what_is_not_sound_is_refused_beside_itself_and_an_old_page_mends_nothing() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, two).await;
        let mut coordinator = room.staff("coordinator").await;
        let facts = room.facts().await;
        let path = room.path(MEND);
        let reason = ("reason", "La clave tenía una falta.");
        for (fields, words) in [
            (vec![("seen", "0"), reason], "Al menos una debe ser correcta"),
            (vec![("seen", "0"), ("right.a", "on"), reason], "No cambió nada"),
            (vec![("seen", "0"), ("right.b", "on"), ("reason", "No.")], "de 5 a 300 letras"),
            (vec![("seen", "0"), ("right.b", "on"), ("stem.es", " "), reason], "No puede quedar vacío"),
            (vec![("seen", "0"), ("right.b", "on"), ("stem.es", "¿Otra?"), ("stem.en", ""), reason], "¿Otra?"),
        ] {
            let page = coordinator.post(&path, &fields).await;
            assert_eq!(page.status, 422, "{words}");
            assert!(page.text.contains(words), "{words} in {}", page.text);
        }
        assert_eq!(room.facts().await, facts);
        let words = [("seen", "0"), ("right.a", "on"), ("stem.es", "¿Qué *dice*?"), reason];
        assert_eq!(coordinator.post(&path, &words).await.status, 303);
        let mut marta = room.learner("Marta Ejemplo").await;
        let attempt = marta.start("t1-q").await;
        let question = marta.get(&format!("/attempts/{attempt}/questions/1")).await.text;
        assert!(question.contains("¿Qué <em>dice</em>?"), "{question}");
        // A page from before the mend.
        let old = [("seen", "0"), ("right.b", "on"), reason];
        let page = coordinator.post(&path, &old).await;
        assert_eq!(page.status, 409);
        assert!(page.text.contains("mientras tanto"), "{}", page.text);
    });
}
