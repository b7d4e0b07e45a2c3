//! A quiz with a time limit: what was given in time counts, whenever it arrives. The shipped programme has none, so these
//! people are in a small one of their own.

use crate::classroom::Classroom;
use crate::phone::Phone;
use domain::moment::Span;
use journeys::{Actor, Site, new_command, on_both_engines};
use std::collections::BTreeMap;

/// One lesson, one practice and a gate of 20 minutes with two attempts.
pub fn package() -> programme::Package {
    let files = [
        (
            "programme.toml",
            r#"format = 1
slug = "notas"
version = "1"
languages = ["es", "en"]
title.es = "Notas"
title.en = "Notes"
summary.es = "Escribir una nota."
summary.en = "Writing a note."
hours = { own_time = 1 }
topics = ["t1"]
[[day]]
id = "d1"
title.es = "Uno"
title.en = "One"
aim.es = "Escribir."
aim.en = "To write."
activities = ["t1-l1", "t1-q"]
[completion]
pass = "t1-q"
"#
            .to_owned(),
        ),
        (
            "topics/t1/topic.toml",
            "id = \"t1\"\nnumber = 1\ntitle.es = \"La nota\"\ntitle.en = \"The note\"\naim.es = \"Ver.\"\naim.en = \"To see.\"\n"
                .to_owned(),
        ),
        (
            "topics/t1/t1-l1.md",
            "+++\nid = \"t1-l1\"\ntitle.es = \"Ver\"\ntitle.en = \"Seeing\"\nsummary.es = \"Ver.\"\nsummary.en = \"Seeing.\"\nminutes = 5\n+++\n=== es\nVer.\n=== en\nSee.\n"
                .to_owned(),
        ),
        ("topics/t1/t1-q.toml", quiz()),
    ];
    let files: BTreeMap<String, Vec<u8>> =
        files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes())).collect();
    programme::read_files(&files).expect("a sound package")
}

fn quiz() -> String {
    let mut quiz = r#"id = "t1-q"
title.es = "Cuestionario"
title.en = "Quiz"
summary.es = "Para pasar."
summary.en = "To pass."
minutes = 10
counting = "gate"
pass = 100
attempts = 2
time_limit = 20
"#
    .to_owned();
    for id in ["t1-q1", "t1-q2"] {
        quiz.push_str(&format!(
            "[[question]]\nid = \"{id}\"\nkind = \"true_false\"\ndifficulty = \"basic\"\nstem.es = \"¿Sí?\"\nstem.en = \"Yes?\"\n"
        ));
        for (choice, right) in [("a", "true"), ("b", "false")] {
            quiz.push_str(&format!(
                "[[question.choice]]\nid = \"{choice}\"\ntext.es = \"{choice}\"\ntext.en = \"{choice}\"\nright = {right}\nfeedback.es = \"Porque sí.\"\nfeedback.en = \"Because.\"\n"
            ));
        }
    }
    quiz
}

async fn learner(site: &Site) -> Actor {
    let code = site.cohort_of(&package()).await;
    let mut actor = site.nobody();
    assert_eq!(actor.join(&code, "Marta Ejemplo").await.status, 303);
    actor
}

fn answer(question: &str) -> [(&str, &str); 2] {
    [("question", question), ("answer", "a")]
}

#[test]
fn what_was_given_in_time_counts_however_late_it_arrives() {
    on_both_engines(|site| async move {
        let mut marta = Phone::of(&site, learner(&site).await).await;
        marta.wrong = Span::days(365);
        let id = uuid::Uuid::now_v7().to_string();
        let answers = format!("/attempts/{id}/answers");
        // All of it without signal: one answer within the grace after the bell, one after that.
        let start = marta.write();
        site.wall.advance(Span::seconds(20 * 60 + 29));
        let first = marta.write();
        site.wall.advance(Span::seconds(2));
        let second = marta.write();
        let submit = marta.write();
        site.wall.advance(Span::days(3));
        let page = marta.send_written("/activities/t1-q/attempts", "start.1", &[("attempt", &id)], &start).await;
        assert_eq!(page.saved(), "started", "{}", page.text);
        assert_eq!(marta.send_written(&answers, "answer.1", &answer("t1-q1"), &first).await.saved(), "stands");
        let facts = site.telar.facts().await.expect("the store answers");
        let late = marta.send_written(&answers, "answer.1", &answer("t1-q2"), &second).await;
        assert_eq!((late.status, late.saved().as_str()), (200, "late"));
        assert!(!late.words().is_empty(), "she is told");
        assert_eq!(site.telar.facts().await.expect("the store answers"), facts + 1, "it is kept");
        let page = marta.send_written(&format!("/attempts/{id}/submission"), "submit.1", &[], &submit).await;
        assert_eq!(page.saved(), "submitted", "nothing is asked after the bell: {}", page.text);
        let person = marta.actor.visitor().await.person;
        let page = site.telar.activity(person, "t1-q").await.expect("her quiz");
        assert_eq!(page.attempts[0].per_cent, Some(50), "what was given in time is marked");
        let data = marta.actor.get("/me/data").await;
        assert!(data.text.contains("Guardó una respuesta después del tiempo"));
    });
}

#[test]
fn the_pages_say_the_limit_and_the_minutes_that_are_left() {
    on_both_engines(|site| async move {
        let mut marta = learner(&site).await;
        let door = marta.get("/activities/t1-q").await;
        assert!(door.text.contains("20 minutos desde que empieza") && !door.text.contains("sin reloj"));
        assert!(door.text.contains("El tiempo no se detiene") && !door.text.contains("Puede parar"), "{}", door.text);
        let attempt = marta.start("t1-q").await;
        let question = format!("/attempts/{attempt}/questions/1");
        assert!(marta.get(&question).await.text.contains("unos 20 minutos"));
        site.wall.advance(Span::minutes(8));
        assert!(marta.get(&question).await.text.contains("unos 12 minutos"));
        assert!(marta.get(&format!("/attempts/{attempt}")).await.text.contains("unos 12 minutos"));
        assert!(marta.get("/activities/t1-q").await.text.contains("unos 12 minutos"));
        let fields = [("command", new_command()), ("question", "t1-q1".into()), ("answer", "a".into())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(marta.post(&format!("/attempts/{attempt}/answers"), &fields).await.status, 303);
        site.wall.advance(Span::minutes(13));
        assert_eq!(marta.get(&question).await.location, format!("/attempts/{attempt}"), "nothing more to answer");
        let review = marta.get(&format!("/attempts/{attempt}")).await;
        assert!(
            review.text.contains("El tiempo de este intento terminó") && !review.text.contains("Responder la pregunta")
        );
        // The page was open when the time ended.
        let late = [("command", new_command()), ("question", "t1-q2".into()), ("answer", "a".into())];
        let late: Vec<(&str, &str)> = late.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = marta.post(&format!("/attempts/{attempt}/answers"), &late).await;
        assert_eq!(page.status, 200);
        assert!(page.text.contains("Se guardó, pero no cuenta"), "{}", page.text);
        let handed = marta.post(&format!("/attempts/{attempt}/submission"), &[("command", &new_command())]).await;
        assert_eq!(handed.status, 303, "nothing is asked: {}", handed.text);
        assert!(marta.get(&format!("/attempts/{attempt}")).await.text.contains("1 de 2"));
    });
}

#[test]
fn staff_hand_in_an_attempt_whose_time_is_over_and_she_reads_that_they_did() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, |_| {}).await;
        let (mut marta, mut staff) = (room.learner("Marta Ejemplo").await, room.staff("coordinator").await);
        let attempt = marta.start("t1-q").await;
        room.choose(&mut marta, &attempt, ("t1-q1", "a")).await;
        let page = room.path(&format!("/attempts/{attempt}"));
        let door = format!("{page}/submission");
        let button = "Entregar este intento";
        assert!(!staff.get(&page).await.text.contains(button), "there is time left");
        let facts = room.facts().await;
        assert_eq!(staff.post(&door, &[("command", &new_command())]).await.status, 303);
        assert_eq!(room.facts().await, facts, "nothing is handed in while there is time");
        site.wall.advance(Span::minutes(21));
        for role in ["facilitator", "assessor"] {
            let mut other = room.staff(role).await;
            assert!(!other.get(&page).await.text.contains(button), "{role}");
            assert_eq!(other.post(&door, &[("command", &new_command())]).await.status, 404, "{role}");
        }
        let before = staff.get(&page).await;
        assert!(before.text.contains(button) && before.text.contains("ya no se podrá recibir"), "{}", before.text);
        let handed = staff.post(&door, &[("command", &new_command())]).await;
        assert_eq!(handed.location, format!("{page}?done=handed-in"));
        let after = staff.get(&page).await;
        assert!(
            !after.text.contains(button) && after.text.contains("lo entregó Persona coordinator"),
            "{}",
            after.text
        );
        assert_eq!(room.best(&marta).await, (vec![Some(50)], false), "what was given in time is marked");
        let result = marta.get(&format!("/attempts/{attempt}")).await;
        assert!(result.text.contains("lo entregó por usted"), "{}", result.text);
        // What arrives from her phone now: an answer stays there with the reason, the handing in finds the mark.
        let mut phone = Phone::of(&site, marta).await;
        let (written, submit) = (phone.write(), phone.write());
        let late =
            phone.send_written(&format!("/attempts/{attempt}/answers"), "answer.1", &answer("t1-q2"), &written).await;
        assert_eq!(late.status, 409, "{}", late.text);
        let again = phone.send_written(&format!("/attempts/{attempt}/submission"), "submit.1", &[], &submit).await;
        assert_eq!((again.status, again.saved().as_str()), (200, "submitted"));
        let facts = room.facts().await;
        staff.post(&door, &[("command", &new_command())]).await;
        assert_eq!(room.facts().await, facts, "once");
    });
}

#[test]
fn what_was_kept_too_late_is_read_by_her_and_by_staff() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, |_| {}).await;
        let (mut marta, mut staff) = (room.learner("Marta Ejemplo").await, room.staff("facilitator").await);
        let attempt = marta.start("t1-q").await;
        room.choose(&mut marta, &attempt, ("t1-q1", "a")).await;
        site.wall.advance(Span::minutes(21));
        room.choose(&mut marta, &attempt, ("t1-q2", "a")).await;
        site.wall.advance(Span::minutes(1));
        room.choose(&mut marta, &attempt, ("t1-q2", "b")).await;
        let words = "fuera de tiempo y no cuenta";
        let whole = format!("/attempts/{attempt}");
        let review = marta.get(&whole).await;
        assert_eq!(review.text.matches(words).count(), 1, "the last one: {}", review.text);
        crate::classroom::hand_in(&mut marta, &attempt).await;
        let result = marta.get(&whole).await;
        assert_eq!(result.text.matches(words).count(), 1, "{}", result.text);
        assert!(!result.text.contains("lo entregó por usted"));
        let page = staff.get(&room.path(&format!("/attempts/{attempt}"))).await;
        assert_eq!(page.text.matches(words).count(), 1, "{}", page.text);
        // Of another attempt nothing is told.
        let second = marta.start("t1-q").await;
        assert!(!marta.get(&format!("/attempts/{second}")).await.text.contains(words));
    });
}
