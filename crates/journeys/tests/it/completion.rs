//! What is still missing to complete a programme: the same words for her and for her staff, until nothing is. The shipped
//! programme asks for everything, so these people are in small ones of their own.

use domain::ids::CohortId;
use journeys::{Actor, Page, Site, new_command, on_both_engines};
use std::collections::BTreeMap;

const LESSONS: [(&str, u16); 3] = [("t1-l1", 45), ("t1-l2", 60), ("t1-l3", 30)];

/// Three lessons, a practice of 10 minutes and a gate of 5 with two questions, passed with `pass` per cent.
fn package(slug: &str, pass: u8, rule: &str) -> programme::Package {
    let mut files = BTreeMap::new();
    files.insert(
        "programme.toml".to_owned(),
        format!(
            r#"format = 1
slug = "{slug}"
version = "1"
languages = ["es", "en"]
title = {{ es = "Notas", en = "Notes" }}
summary = {{ es = "Escribir.", en = "Writing." }}
hours = {{ own_time = 2 }}
topics = ["t1"]
[[day]]
id = "d1"
title = {{ es = "Uno", en = "One" }}
aim = {{ es = "Ver.", en = "To see." }}
activities = ["t1-l1", "t1-l2", "t1-l3"]
[[day]]
id = "d2"
title = {{ es = "Dos", en = "Two" }}
aim = {{ es = "Escribir.", en = "To write." }}
activities = ["t1-p", "t1-q"]
[completion]
{rule}
"#
        ),
    );
    files.insert(
        "topics/t1/topic.toml".to_owned(),
        "id = \"t1\"\nnumber = 1\ntitle = { es = \"La nota\", en = \"The note\" }\naim = { es = \"Ver.\", en = \"To see.\" }\n"
            .to_owned(),
    );
    for (id, minutes) in LESSONS {
        let name = &id[3..];
        files.insert(
            format!("topics/t1/{id}.md"),
            format!(
                "+++\nid = \"{id}\"\ntitle = {{ es = \"Lección {name}\", en = \"Lesson {name}\" }}\n\
                 summary = {{ es = \"Ver.\", en = \"Seeing.\" }}\nminutes = {minutes}\n+++\n=== es\nVer.\n=== en\nSee.\n"
            ),
        );
    }
    files.insert("topics/t1/t1-p.toml".to_owned(), quiz("t1-p", ("Práctica", "Practice"), ("practice", 100), 10));
    files.insert("topics/t1/t1-q.toml".to_owned(), quiz("t1-q", ("Prueba final", "Last quiz"), ("gate", pass), 5));
    let files: BTreeMap<String, Vec<u8>> = files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    programme::read_files(&files).unwrap_or_else(|problems| panic!("a sound package: {problems:?}"))
}

fn quiz(id: &str, (es, en): (&str, &str), (counting, pass): (&str, u8), minutes: u16) -> String {
    let mut quiz = format!(
        "id = \"{id}\"\ntitle = {{ es = \"{es}\", en = \"{en}\" }}\nsummary = {{ es = \"Ver.\", en = \"Seeing.\" }}\n\
         minutes = {minutes}\ncounting = \"{counting}\"\npass = {pass}\n"
    );
    for number in 1..=2 {
        quiz.push_str(&format!(
            "[[question]]\nid = \"{id}{number}\"\nkind = \"true_false\"\ndifficulty = \"basic\"\nstem = {{ es = \"¿Sí?\", en = \"Yes?\" }}\n"
        ));
        for (choice, right) in [("a", "true"), ("b", "false")] {
            quiz.push_str(&format!(
                "[[question.choice]]\nid = \"{choice}\"\ntext = {{ es = \"{choice}\", en = \"{choice}\" }}\nright = {right}\nfeedback = {{ es = \"Sí.\", en = \"Yes.\" }}\n"
            ));
        }
    }
    quiz
}

const RULE: &str = r#"all_of = [
  { done = "t1-l1" },
  { pass = "t1-q", mark = 100 },
  { hours = { modality = "own_time", at_least = 2 } },
  { n_of = { n = 1, of = [{ done = "t1-l2" }, { all_of = [{ done = "t1-l3" }, { done = "t1-p" }] }] } },
]"#;

struct Learner {
    actor: Actor,
    cohort: CohortId,
}

async fn learner(site: &Site, package: &programme::Package) -> Learner {
    let code = site.cohort_of(package).await;
    let mut actor = site.nobody();
    assert_eq!(actor.join(&code, "Marta Ejemplo").await.status, 303);
    let person = actor.visitor().await.person;
    let learning = site.telar.learning(person).await.expect("the store answers");
    Learner { actor, cohort: learning[0].cohort }
}

async fn staff(site: &Site, role: &str, cohort: CohortId) -> Actor {
    let naming = app::people::NameStaff {
        command: new_command().parse().expect("an id"),
        name: format!("Persona {role}"),
        role: role.into(),
        cohort: Some(cohort),
        language: "es".into(),
    };
    let named = site.telar.name_staff(site.administrator, naming).await.expect("staff is named");
    site.enter(named.person).await
}

/// The list of what is missing, with its marks, up to the end of the outermost list; empty where there is none.
fn list(page: &Page) -> String {
    let Some((_, rest)) = page.text.split_once("<ul class=\"missing\">") else { return String::new() };
    let mut depth = 1;
    let mut end = 0;
    while depth > 0 {
        let closing = rest[end..].find("</ul>").expect("it is closed") + end;
        let opening = rest[end..].find("<ul").map_or(usize::MAX, |at| at + end);
        depth = if opening < closing { depth + 1 } else { depth - 1 };
        end = opening.min(closing) + 3;
    }
    rest[..end - 3].to_owned()
}

/// The list as she and her staff see it; the same on every page.
async fn missing(learner: &mut Learner, staff: &mut [&mut Actor]) -> String {
    let today = list(&learner.actor.get("/today").await);
    assert_eq!(list(&learner.actor.get("/programme").await), today, "the programme's page says the same");
    for actor in staff {
        let page = actor.get(&format!("/cohorts/{}", learner.cohort)).await;
        assert_eq!(page.status, 200);
        assert_eq!(list(&page), today, "staff read the same");
    }
    today
}

#[test]
fn what_is_missing_is_said_in_the_same_words_until_nothing_is() {
    on_both_engines(|site| async move {
        let mut marta = learner(&site, &package("notas", 50, RULE)).await;
        let mut coordinator = staff(&site, "coordinator", marta.cohort).await;
        let mut facilitator = staff(&site, "facilitator", marta.cohort).await;
        let staff = &mut [&mut coordinator, &mut facilitator];
        let at_first = "<li>terminar «Lección l1»</li><li>aprobar «Prueba final» con 100\u{a0}% o más</li>\
            <li>2\u{a0}h más de estudio por cuenta propia (van 0\u{a0}min de 2\u{a0}h)</li><li>una de estas 2 cosas:\
            <ul class=\"missing\"><li>terminar «Lección l2»</li><li>todo esto:<ul class=\"missing\">\
            <li>terminar «Lección l3»</li><li>terminar «Práctica»</li></ul></li></ul></li>";
        assert_eq!(missing(&mut marta, staff).await, at_first);
        let programme = marta.actor.get("/programme").await.text;
        assert!(
            programme.contains("0 de 5 actividades hechas. 5 de las que faltan cuentan"),
            "in the text alternative"
        );
        assert_eq!(programme.matches("<path class=\"missing\"").count(), 6, "five cells and the legend");
        assert!(programme.contains("Esquina doblada: falta para completar el programa"));
        assert_eq!(programme.matches("· falta para completar<").count(), 5, "in the list of every day");
        let quiz = marta.actor.get("/activities/t1-q").await.text;
        assert!(
            quiz.contains("50\u{a0}% de aciertos; para completar el programa, 100\u{a0}%"),
            "said before she begins"
        );

        marta.actor.read("t1-l1").await;
        let half = marta.actor.take("t1-q", |place| place == 0).await;
        let result = marta.actor.get(&format!("/attempts/{half}")).await.text;
        assert!(result.contains("se pide el 100\u{a0}%") && result.contains("Intentar otra vez"), "{result}");
        marta.actor.read("t1-l2").await;
        assert_eq!(
            missing(&mut marta, staff).await,
            "<li>aprobar «Prueba final» con 100\u{a0}% o más (mejor resultado: 50\u{a0}%)</li>\
             <li>10\u{a0}min más de estudio por cuenta propia (van 1\u{a0}h 50\u{a0}min de 2\u{a0}h)</li>"
        );
        let today = marta.actor.get("/today").await.text;
        assert!(today.contains("3 de 5 actividades hechas. 3 de las que faltan cuentan"), "the quiz too, for its mark");
        marta.actor.read("t1-l3").await;
        marta.actor.take("t1-p", |_| false).await;
        let today = marta.actor.get("/today").await.text;
        assert!(
            today.contains("wide\" href=\"/activities/t1-q\""),
            "with all done, the quiz again is the one thing next"
        );
        let path = format!("/enrolments/{}/certificate", marta.actor.visitor().await.enrolments[0]);
        let wish = || [("command", new_command()), ("name", "Marta Ejemplo".to_owned())];
        let fields = wish();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let early = marta.actor.post(&path, &fields).await;
        assert!(early.status != 303 && list(&early).starts_with("<li>aprobar «Prueba final»"), "{}", early.text);

        marta.actor.take("t1-q", |_| true).await;
        assert_eq!(missing(&mut marta, staff).await, "");
        let closed = marta.actor.post("/activities/t1-q/attempts", &[("command", &new_command())]).await;
        assert_eq!(closed.status, 409, "she has all that is asked");
        assert!(marta.actor.get("/today").await.text.contains(&path), "the certificate is ready");
        let page = staff[1].get(&format!("/cohorts/{}", marta.cohort)).await.text;
        assert!(page.contains("No falta nada para completar el programa."));
        assert_eq!(page.matches("<path class=\"missing\"").count(), 0, "what is left over is not marked");
        let fields = wish();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(marta.actor.post(&path, &fields).await.status, 303);
    });
}

#[test]
fn the_words_are_there_in_english() {
    on_both_engines(|site| async move {
        let mut marta = learner(&site, &package("notas", 50, RULE)).await;
        let person = marta.actor.visitor().await.person;
        site.telar.choose_language(person, "en").await.expect("chosen");
        marta.actor.read("t1-l1").await;
        marta.actor.take("t1-q", |place| place == 0).await;
        assert_eq!(
            missing(&mut marta, &mut []).await,
            "<li>pass “Last quiz” with 100% or more (best result: 50%)</li>\
             <li>1\u{a0}h 10\u{a0}min more of study in one’s own time (50\u{a0}min of 2\u{a0}h so far)</li>\
             <li>one of these 2:<ul class=\"missing\"><li>finish “Lesson l2”</li><li>all of this:\
             <ul class=\"missing\"><li>finish “Lesson l3”</li><li>finish “Practice”</li></ul></li></ul></li>"
        );
        let programme = marta.actor.get("/programme").await.text;
        assert!(programme.contains("2 of 5 activities done. 4 of those left count towards completing"), "{programme}");
        assert!(programme.contains("To complete the programme, what is missing:"));
    });
}

/// The quiz's own pass mark is never reached, so that no activity is ever done: the mark alone completes the programme.
#[test]
fn a_mark_that_is_enough_completes_though_nothing_is_done() {
    on_both_engines(|site| async move {
        let mut marta = learner(&site, &package("notas", 100, "pass = \"t1-q\"\nmark = 50")).await;
        let person = marta.actor.visitor().await.person;
        marta.actor.take("t1-q", |_| false).await;
        site.telar.catch_up().await.expect("the followers follow");
        let completed = || async { site.telar.learning(person).await.expect("the store answers")[0].completed };
        assert_eq!(completed().await, None);
        marta.actor.take("t1-q", |place| place == 0).await;
        site.telar.catch_up().await.expect("the followers follow");
        assert!(completed().await.is_some(), "the follower has noticed");
        let learning = &site.telar.learning(person).await.expect("the store answers")[0];
        assert_eq!(learning.done_of(), (0, 5));
        assert!(learning.verdict.holds && learning.weave().missing() == 0);
    });
}
