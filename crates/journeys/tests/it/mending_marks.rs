//! What marking anew does to marks: what was reached stays reached, a mend holds wherever its question is asked, and everybody
//! reads why her own mark changed.

use crate::classroom::{Classroom, choice_question, hand_in, open_questions, package};
use crate::mending::{mend_with, regrade};
use domain::ids::ActivityId;
use domain::programmes::{Body, Rule};
use domain::quizzes::{Answer, Quiz};
use journeys::{new_command, on_both_engines};

fn two(quiz: &mut Quiz) {
    quiz.questions = vec![choice_question("q1"), choice_question("q2")];
    quiz.attempts = 0;
    quiz.time_limit = None;
    quiz.pass = 50;
}

#[test]
fn a_mark_that_the_programme_asks_stays_reached_when_a_mend_makes_it_lower() {
    on_both_engines(|site| async move {
        let mut package = package(two);
        let quiz = ActivityId::from("t1-q");
        let asked = Rule::PassWith { quiz: quiz.clone(), mark: 100 };
        package.programme.completion = Rule::AllOf(vec![asked, Rule::Done("t1-l1".into())]);
        let room = Classroom::of(&site, &package).await;
        let mut marta = room.learner("Marta Ejemplo").await;
        let attempt = room.take(&mut marta, &[("q1", "a"), ("q2", "a")]).await;
        let mut coordinator = room.staff("coordinator").await;
        assert_eq!(mend_with(&mut coordinator, &room, ("q1", "right.b"), "La buena es otra.").await.status, 303);
        let preview = coordinator.get(&room.path("/quizzes/t1-q/questions/q1")).await.text;
        assert!(preview.contains("De 100 % a 50 %") && preview.contains("la nota que el programa pide"), "{preview}");
        let results = coordinator.get(&room.path("/quizzes/t1-q")).await.text;
        assert!(results.contains("Un intento todavía tiene la nota de antes de una corrección"), "{results}");
        regrade(&mut coordinator, &room, "q1").await;
        let results = coordinator.get(&room.path("/quizzes/t1-q")).await.text;
        assert!(!results.contains("todavía tiene la nota de antes"), "{results}");
        assert_eq!(room.mark(&marta, &attempt).await.per_cent(), 50);
        let today = marta.get("/today").await.text;
        assert!(today.contains("terminar «Ver»") && !today.contains("con 100"), "only the lesson is missing: {today}");
        let closed = marta.post("/activities/t1-q/attempts", &[("command", &new_command())]).await;
        assert_eq!(closed.status, 409, "she has what is asked");
        // Once more, and it is as it was.
        assert_eq!(mend_with(&mut coordinator, &room, ("q1", "right.a"), "Estaba bien antes.").await.status, 303);
        regrade(&mut coordinator, &room, "q1").await;
        let mark = room.mark(&marta, &attempt).await;
        assert_eq!((mark.per_cent(), mark.stood), (100, None));
    });
}

#[test]
fn a_question_of_a_pool_is_mended_in_every_quiz_that_asks_it() {
    on_both_engines(|site| async move {
        let mut package = package(two);
        let activities = &mut package.programme.activities;
        let mut other = activities.iter().find(|it| it.id.as_str() == "t1-q").expect("its quiz").clone();
        other.id = "t1-r".into();
        other.title = crate::classroom::text("Repaso");
        let Body::Quiz(quiz) = &mut other.body else { panic!("a quiz") };
        quiz.questions.truncate(1);
        activities.push(other);
        package.programme.days[0].activities.push("t1-r".into());
        let room = Classroom::of(&site, &package).await;
        let mut marta = room.learner("Marta Ejemplo").await;
        let first = room.take(&mut marta, &[("q1", "b"), ("q2", "a")]).await;
        let second = marta.start("t1-r").await;
        room.choose(&mut marta, &second, ("q1", "b")).await;
        hand_in(&mut marta, &second).await;
        assert_eq!(room.mark(&marta, &second).await.per_cent(), 0);
        let mut coordinator = room.staff("coordinator").await;
        assert_eq!(mend_with(&mut coordinator, &room, ("q1", "right.b"), "La buena es otra.").await.status, 303);
        let page = coordinator.get(&room.path("/quizzes/t1-q/questions/q1")).await.text;
        assert!(page.contains("También se pregunta aquí") && page.contains("Repaso"), "{page}");
        assert!(page.contains("De 2 intentos entregados con esta pregunta cambiarían 2."), "{page}");
        regrade(&mut coordinator, &room, "q1").await;
        assert_eq!(room.mark(&marta, &first).await.per_cent(), 100);
        assert_eq!(room.mark(&marta, &second).await.per_cent(), 100);
    });
}

#[test]
fn who_is_marked_anew_reads_the_reasons_of_all_that_changes_hers() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, two).await;
        let (mut marta, mut otto) = (room.learner("Marta Ejemplo").await, room.learner("Otto Ejemplo").await);
        let both = room.take(&mut marta, &[("q1", "a"), ("q2", "a")]).await;
        let one = room.take(&mut otto, &[("q1", "c"), ("q2", "a")]).await;
        let mut coordinator = room.staff("coordinator").await;
        assert_eq!(mend_with(&mut coordinator, &room, ("q1", "right.b"), "Motivo del uno.").await.status, 303);
        assert_eq!(mend_with(&mut coordinator, &room, ("q2", "right.b"), "Motivo del dos.").await.status, 303);
        let preview = coordinator.get(&room.path("/quizzes/t1-q/questions/q2")).await.text;
        assert!(preview.contains("«Motivo del uno.»") && preview.contains("«Motivo del dos.»"), "{preview}");
        regrade(&mut coordinator, &room, "q2").await;
        let hers = marta.get(&format!("/attempts/{both}")).await.text;
        assert!(hers.contains("Motivo del uno.") && hers.contains("Motivo del dos."), "{hers}");
        let his = otto.get(&format!("/attempts/{one}")).await.text;
        assert!(!his.contains("Motivo del uno.") && his.contains("Motivo del dos."), "{his}");
    });
}

#[test]
fn reading_an_answer_takes_nothing_away_and_a_mend_says_its_own_reason() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, |quiz| {
            two(quiz);
            quiz.questions = vec![choice_question("q1"), open_questions().remove(0)];
        })
        .await;
        let mut marta = room.learner("Marta Ejemplo").await;
        let attempt = marta.start("t1-q").await;
        room.choose(&mut marta, &attempt, ("q1", "a")).await;
        room.save(&marta, &attempt, ("o1", Answer::Text("La escucho.".into()))).await;
        hand_in(&mut marta, &attempt).await;
        let mut coordinator = room.staff("coordinator").await;
        assert_eq!(mend_with(&mut coordinator, &room, ("q1", "right.b"), "La buena es otra.").await.status, 303);
        let read = [
            ("command", new_command().leak() as &str),
            ("answer", "o1"),
            ("seen", ""),
            ("worth", "50"),
            ("comment", ""),
        ];
        let readings = room.path(&format!("/attempts/{attempt}/readings"));
        assert_eq!(coordinator.post(&readings, &read).await.status, 303);
        let page = coordinator.get(&room.path(&format!("/attempts/{attempt}"))).await.text;
        for words in ["De 50 % a 0 %", "La buena es otra.", "De 0 % a 25 %"] {
            assert!(page.contains(words), "{words} in {page}");
        }
        let mark = room.mark(&marta, &attempt).await;
        assert_eq!((mark.per_cent(), mark.passed, mark.kept), (25, true, true));
    });
}

#[test]
fn the_last_question_of_a_quiz_is_not_withdrawn() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, |quiz| {
            two(quiz);
            quiz.questions.truncate(1);
        })
        .await;
        let mut coordinator = room.staff("coordinator").await;
        let facts = room.facts().await;
        let fields = [("seen", "0"), ("right.a", "on"), ("withdrawn", "on"), ("reason", "Preguntaba otra cosa.")];
        let page = coordinator.post(&room.path("/quizzes/t1-q/questions/q1"), &fields).await;
        assert_eq!(page.status, 422);
        assert!(page.text.contains("se queda sin nada que preguntar"), "{}", page.text);
        let html = [("seen", "0"), ("right.a", "on"), ("stem.es", "¿Qué <b>dice</b>?"), ("reason", "Con más fuerza.")];
        let page = coordinator.post(&room.path("/quizzes/t1-q/questions/q1"), &html).await;
        assert_eq!(page.status, 422);
        assert!(page.text.contains("Sin HTML ni imágenes"), "{}", page.text);
        assert_eq!(room.facts().await, facts);
    });
}
