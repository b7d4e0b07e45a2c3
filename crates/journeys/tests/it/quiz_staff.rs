//! What staff do at quizzes: look, read, comment, grant, set days, take the answers along; and what the wrong person may not.

use crate::classroom::{Classroom, choice_question, hand_in, name, open_questions};
use crate::phone::Phone;
use domain::moment::Span;
use domain::quizzes::Answer;
use journeys::{Actor, new_command, on_both_engines};
use std::collections::BTreeMap;

/// Hidden fields of a page's first form that has them.
async fn fields(actor: &mut Actor, page: &str, names: &[&str]) -> Vec<(String, String)> {
    let page = actor.get(page).await;
    assert_eq!(page.status, 200, "{}", page.text);
    names.iter().map(|name| ((*name).to_owned(), page.hidden(name))).collect()
}

async fn post(actor: &mut Actor, path: &str, fields: &[(&str, &str)]) -> journeys::Page {
    let command = new_command();
    let mut all = vec![("command", command.as_str())];
    all.extend_from_slice(fields);
    actor.post(path, &all).await
}

fn tried(room: &Classroom<'_>, attempt: &str, person: &str) -> Vec<(&'static str, String)> {
    let path = |rest: &str| room.path(rest);
    vec![
        ("GET", path("/quizzes")),
        ("GET", path("/quizzes/t1-q")),
        ("GET", path("/quizzes/t1-q?sort=best")),
        ("GET", path("/quizzes/t1-q/attempts.csv")),
        ("GET", path("/quizzes/t1-q/attempts.xlsx")),
        ("GET", path("/quizzes/t1-q/questions/t1-q1")),
        ("GET", path("/reading")),
        ("GET", path("/review")),
        ("GET", path(&format!("/attempts/{attempt}"))),
        ("GET", path(&format!("/people/{person}/allowances"))),
        ("POST", path(&format!("/people/{person}/allowances"))),
        ("POST", path(&format!("/attempts/{attempt}/comments"))),
        ("POST", path(&format!("/attempts/{attempt}/readings"))),
        ("POST", path("/quizzes/t1-q/window")),
        ("POST", path("/quizzes/t1-q/questions/t1-q1")),
        ("POST", path("/quizzes/t1-q/questions/t1-q1/regrade")),
    ]
}

const WISH: [(&str, &str); 8] = [
    ("text", "Un comentario."),
    ("answer", "o1"),
    ("worth", "100"),
    ("attempts", "1"),
    ("reason", "Se fue la luz."),
    ("right.b", "on"),
    ("seen", "0"),
    ("opens", "2027-01-20"),
];

#[test]
fn the_wrong_person_finds_none_of_it_and_leaves_nothing() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, |quiz| quiz.questions.extend(open_questions())).await;
        let mut marta = room.learner("Marta Ejemplo").await;
        let attempt = room.take(&mut marta, &[("t1-q1", "a")]).await;
        let person = room.person(&marta).await.to_string();
        // Of another cohort, each of them; a learner of this one; and the analyst.
        let mut wrong = vec![room.learner("Otto Ejemplo").await, marta, room.staff("analyst").await];
        for role in ["facilitator", "assessor", "coordinator"] {
            wrong.push(site.staff(role).await);
        }
        for (place, actor) in wrong.iter_mut().enumerate() {
            for (method, path) in tried(&room, &attempt, &person) {
                let before = room.facts().await;
                let page = if method == "GET" { actor.get(&path).await } else { post(actor, &path, &WISH).await };
                assert_eq!(page.status, 404, "{place}: {method} {path}");
                assert_eq!(room.facts().await, before, "{place}: {method} {path}");
            }
        }
        // Her own staff, at an attempt and a person of another cohort.
        let mut other = site.learner("Rosa Ejemplo").await;
        let elsewhere = other.start("t5-q").await;
        let stranger = room.person(&other).await;
        let mut coordinator = room.staff("coordinator").await;
        for path in [
            room.path(&format!("/attempts/{elsewhere}")),
            room.path(&format!("/people/{stranger}/allowances")),
            room.path("/quizzes/t5-q"),
            room.path("/quizzes/t1-l1"),
            room.path("/quizzes/t1-q/questions/none"),
        ] {
            assert_eq!(coordinator.get(&path).await.status, 404, "{path}");
        }
        let facts = room.facts().await;
        for path in [format!("/attempts/{elsewhere}/comments"), format!("/people/{stranger}/allowances")] {
            assert_eq!(post(&mut coordinator, &room.path(&path), &WISH).await.status, 404, "{path}");
        }
        // Who teaches or assesses looks and comments, and runs nothing.
        for role in ["facilitator", "assessor"] {
            let mut actor = room.staff(role).await;
            for (method, path) in tried(&room, &attempt, &person) {
                let may = method == "GET" && !path.contains("/people/");
                if may {
                    assert_eq!(actor.get(&path).await.status, 200, "{role}: {path}");
                } else if !path.contains("/attempts/") {
                    let page =
                        if method == "GET" { actor.get(&path).await } else { post(&mut actor, &path, &WISH).await };
                    assert_eq!(page.status, 404, "{role}: {method} {path}");
                }
            }
        }
        let named = 2;
        assert_eq!(room.facts().await, facts + 2 * named, "only the naming of the two is written");
    });
}

#[test]
fn people_and_answers_are_counted_with_their_denominators() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, |quiz| {
            quiz.pass = 50;
            quiz.questions = vec![choice_question("q1"), choice_question("q2")];
        })
        .await;
        let (mut marta, mut otto) = (room.learner("Marta Ejemplo").await, room.learner("Otto Ejemplo").await);
        let mut rosa = room.learner("Rosa Ejemplo").await;
        room.learner("Ana Ejemplo").await;
        room.take(&mut marta, &[("q1", "a"), ("q2", "b")]).await;
        room.take(&mut otto, &[("q1", "c"), ("q2", "b")]).await;
        rosa.start("t1-q").await;
        let mut staff = room.staff("facilitator").await;
        let list = staff.get(&room.path("/quizzes")).await.text;
        for words in ["3 de 4", "2 de 4", "1 de 4", "Siempre abierta"] {
            assert!(list.contains(words), "{words} in {list}");
        }
        let page = staff.get(&room.path("/quizzes/t1-q")).await.text;
        for words in [
            "De 2 intentos: bien 1, en parte 0, no 1",
            "De 2 intentos: bien 0, en parte 0, no 2",
            "50 %",
            "Sin empezar",
            "En curso",
            "Aprobado",
            "Todavía no",
        ] {
            assert!(page.contains(words), "{words} in {page}");
        }
        let order = |page: &str| {
            let at = |name: &str| page.find(&format!("<b>{name}</b>")).expect("she is listed");
            let mut names = ["Ana Ejemplo", "Marta Ejemplo", "Otto Ejemplo", "Rosa Ejemplo"];
            names.sort_by_key(|name| at(name));
            names
        };
        assert_eq!(order(&page)[0], "Ana Ejemplo");
        assert_eq!(order(&staff.get(&room.path("/quizzes/t1-q?sort=best")).await.text)[0], "Marta Ejemplo");
        assert_eq!(order(&staff.get(&room.path("/quizzes/t1-q?sort=last")).await.text)[3], "Ana Ejemplo");
    });
}

#[test]
fn a_list_makes_the_same_number_of_queries_for_few_and_for_many() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, |quiz| quiz.questions.extend(open_questions())).await;
        let mut staff = room.staff("coordinator").await;
        let mut counts: BTreeMap<String, Vec<u64>> = BTreeMap::new();
        for round in 0..2 {
            for n in 0..if round == 0 { 2 } else { 12 } {
                let mut learner = room.learner(&name(round * 100 + n)).await;
                let attempt = learner.start("t1-q").await;
                room.save(&learner, &attempt, ("o1", Answer::Text("Algo.".into()))).await;
                hand_in(&mut learner, &attempt).await;
            }
            for rest in [
                "",
                "/quizzes",
                "/quizzes/t1-q",
                "/quizzes/t1-q/attempts.csv",
                "/reading",
                "/quizzes/t1-q/questions/o1",
            ] {
                let path = room.path(rest);
                staff.get(&path).await;
                let before = site.telar.store().queries();
                assert_eq!(staff.get(&path).await.status, 200, "{path}");
                counts.entry(rest.to_owned()).or_default().push(site.telar.store().queries() - before);
            }
        }
        for (path, counts) in counts {
            assert_eq!(counts[0], counts[1], "{path}");
            assert!(counts[0] > 2, "{path} is counted");
        }
    });
}

#[test]
fn an_open_answer_is_read_blind_and_the_mark_the_quiz_and_the_programme_follow() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, |quiz| {
            quiz.pass = 75;
            quiz.questions = open_questions();
        })
        .await;
        let mut marta = room.learner("Marta Ejemplo").await;
        let attempt = marta.start("t1-q").await;
        room.save(&marta, &attempt, ("o1", Answer::Text("Le digo que le creo.".into()))).await;
        let parts = BTreeMap::from([("p1".into(), Answer::Text("La escucho.".into()))]);
        room.save(&marta, &attempt, ("v1", Answer::Parts(parts))).await;
        hand_in(&mut marta, &attempt).await;
        assert_eq!(room.best(&marta).await, (vec![Some(0)], false));
        let mut assessor = room.staff("assessor").await;
        let list = assessor.get(&room.path("/quizzes")).await.text;
        assert!(list.contains("2 respuestas abiertas esperan"), "{list}");
        let queue = assessor.get(&room.path("/reading")).await;
        assert!(queue.text.contains("Le digo que le creo.") && queue.text.contains("Que escuche."));
        assert!(!queue.text.contains("Marta"), "it is not said whose it is");
        assert!(assessor.get(&room.path("/reading?skip=1")).await.text.contains("La escucho."));
        let readings = room.path(&format!("/attempts/{attempt}/readings"));
        let read = [("from", "queue"), ("answer", "o1"), ("seen", ""), ("worth", "75"), ("comment", "Bien dicho.")];
        for wrong in ["", "101", "-1", "siete"] {
            let fields: Vec<(&str, &str)> =
                read.iter().map(|(name, value)| (*name, if *name == "worth" { wrong } else { value })).collect();
            let page = post(&mut assessor, &readings, &fields).await;
            assert_eq!(page.status, 422, "{wrong}");
            assert!(page.text.contains("Bien dicho."), "what she wrote is still there");
        }
        assert_eq!(post(&mut assessor, &readings, &read).await.status, 303);
        assert_eq!(room.best(&marta).await, (vec![Some(37)], false));
        // The second answer, by its number: she passes, and what follows from it follows.
        let part = [("answer", "v1/p1"), ("seen", ""), ("worth", "50"), ("other", "80 %"), ("comment", "")];
        assert_eq!(post(&mut assessor, &readings, &part).await.status, 303);
        assert_eq!(room.best(&marta).await, (vec![Some(77)], true));
        site.telar.catch_up().await.expect("the followers go on");
        let learning = site.telar.learning(room.person(&marta).await).await.expect("the store answers");
        assert!(learning[0].completed.is_some(), "the programme asks for this quiz alone");
        assert!(assessor.get(&room.path("/reading")).await.text.contains("Nada espera"));
        let page = assessor.get(&room.path(&format!("/attempts/{attempt}"))).await.text;
        for words in ["Persona assessor le dio 75 %", "Bien dicho.", "De 0 % a 37 %", "De 37 % a 77 %"] {
            assert!(page.contains(words), "{words} in {page}");
        }
        let other = [("answer", "t1-q9"), ("seen", ""), ("worth", "50")];
        assert_eq!(post(&mut assessor, &readings, &other).await.status, 404, "there is no such answer");
    });
}

#[test]
fn of_two_readers_at_once_one_reads_and_the_other_is_told() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, |quiz| quiz.questions = open_questions()).await;
        let mut marta = room.learner("Marta Ejemplo").await;
        let attempt = marta.start("t1-q").await;
        room.save(&marta, &attempt, ("o1", Answer::Text("Le creo.".into()))).await;
        hand_in(&mut marta, &attempt).await;
        let (mut one, mut two) = (room.staff("facilitator").await, room.staff("assessor").await);
        let page = room.path(&format!("/attempts/{attempt}"));
        let seen = [fields(&mut one, &page, &["seen"]).await, fields(&mut two, &page, &["seen"]).await];
        assert!(seen.iter().all(|it| it[0].1.is_empty()), "nobody has read it");
        let readings = format!("{page}/readings");
        let read = |worth: &'static str| [("answer", "o1"), ("seen", ""), ("worth", worth)];
        let (first, second) = (read("100"), read("25"));
        let (first, second) = tokio::join!(post(&mut one, &readings, &first), post(&mut two, &readings, &second));
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409], "{} {}", first.text, second.text);
        let told = if first.status == 409 { &first } else { &second };
        assert!(told.text.contains("Otra persona leyó esta respuesta"), "{}", told.text);
        let stands = if first.status == 303 { 100 } else { 25 };
        let marked = |mark: domain::quizzes::Mark| mark.question(&"o1".into()).expect("asked").hundredths();
        assert_eq!(marked(room.mark(&marta, &attempt).await), stands);
        // Having seen it, she changes it on purpose.
        let seen = fields(&mut two, &page, &["seen"]).await[0].1.clone();
        let change = [("answer", "o1"), ("seen", seen.as_str()), ("worth", "50")];
        assert_eq!(post(&mut two, &readings, &change).await.status, 303);
        assert_eq!(marked(room.mark(&marta, &attempt).await), 50);
        // The same form sent twice is one reading.
        let (facts, command) = (room.facts().await, new_command());
        let seen = fields(&mut two, &page, &["seen"]).await[0].1.clone();
        let again = [("command", command.as_str()), ("answer", "o1"), ("seen", &seen), ("worth", "75")];
        for _ in 0..2 {
            assert_eq!(two.post(&readings, &again).await.status, 303);
        }
        assert_eq!(room.facts().await, facts + 2, "a reading and a mark");
    });
}

#[test]
fn nobody_reads_her_own_answers_or_grants_herself() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, |quiz| quiz.questions = open_questions()).await;
        let mut coordinator = room.staff("coordinator").await;
        let joined = coordinator.join(&room.code, "Persona coordinator").await;
        assert!(joined.status < 400, "she learns in her own cohort: {}", joined.text);
        let attempt = coordinator.start("t1-q").await;
        room.save(&coordinator, &attempt, ("o1", Answer::Text("Le creo.".into()))).await;
        hand_in(&mut coordinator, &attempt).await;
        let facts = room.facts().await;
        assert!(coordinator.get(&room.path("/reading")).await.text.contains("Nada espera"));
        let readings = room.path(&format!("/attempts/{attempt}/readings"));
        let read = [("answer", "o1"), ("seen", ""), ("worth", "100")];
        assert_eq!(post(&mut coordinator, &readings, &read).await.status, 422);
        let me = room.person(&coordinator).await;
        let grant = room.path(&format!("/people/{me}/allowances"));
        let page = post(&mut coordinator, &grant, &[("attempts", "5"), ("reason", "Porque quiero.")]).await;
        assert_eq!(page.status, 422);
        assert_eq!(room.facts().await, facts);
    });
}

#[test]
fn what_is_granted_holds_for_what_was_given_without_signal_and_arrives_later() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, |_| {}).await;
        let mut marta = Phone::of(&site, room.learner("Marta Ejemplo").await).await;
        let person = room.person(&marta.actor).await;
        let id = uuid::Uuid::now_v7().to_string();
        let start = marta.write();
        let page = marta.send_written("/activities/t1-q/attempts", "start.1", &[("attempt", &id)], &start).await;
        assert_eq!(page.saved(), "started", "{}", page.text);
        // Twenty minutes, and she answers after twenty-five, without signal; the other after thirty-one.
        site.wall.advance(Span::minutes(25));
        let first = marta.write();
        site.wall.advance(Span::minutes(6));
        let second = marta.write();
        let mut coordinator = room.staff("coordinator").await;
        let grant = room.path(&format!("/people/{person}/allowances"));
        let refused = post(&mut coordinator, &grant, &[("minutes", "500"), ("reason", "")]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("de 0 a 240") && refused.text.contains("value=\"500\""));
        assert!(post(&mut coordinator, &grant, &[("reason", "Nada más.")]).await.text.contains("al menos una cosa"));
        let more = [("activity", "t1-q"), ("minutes", "10"), ("reason", "Se fue la luz en el puesto.")];
        let granted = post(&mut coordinator, &grant, &more).await;
        assert_eq!(granted.status, 303, "{}", granted.text);
        let page = coordinator.get(&granted.location).await.text;
        assert!(page.contains("Cuestionario: 10 minutos más") && page.contains("Se fue la luz"), "{page}");
        site.wall.advance(Span::days(2));
        let answers = format!("/attempts/{id}/answers");
        let answer = |question: &'static str| [("question", question), ("answer", "a")];
        let stands = marta.send_written(&answers, "answer.1", &answer("t1-q1"), &first).await;
        assert_eq!(stands.saved(), "stands", "{}", stands.text);
        let late = marta.send_written(&answers, "answer.1", &answer("t1-q2"), &second).await;
        assert_eq!(late.saved(), "late", "{}", late.text);
        hand_in(&mut marta.actor, &id).await;
        assert_eq!(room.best(&marta.actor).await, (vec![Some(50)], false));
        // Two attempts are all; then one more, at every quiz.
        room.take(&mut marta.actor, &[("t1-q1", "b")]).await;
        let none = post(&mut marta.actor, "/activities/t1-q/attempts", &[]).await;
        assert_ne!(none.status, 303, "none is left");
        let more = [("activity", ""), ("attempts", "1"), ("reason", "El corte no fue su culpa.")];
        assert_eq!(post(&mut coordinator, &grant, &more).await.status, 303);
        room.take(&mut marta.actor, &[("t1-q1", "a"), ("t1-q2", "a")]).await;
        assert!(room.best(&marta.actor).await.1, "she passed with it");
    });
}

#[test]
fn what_is_granted_adds_up_to_the_same_limits_and_time_needs_a_limit_to_extend() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, |quiz| quiz.time_limit = None).await;
        let marta = room.learner("Marta Ejemplo").await;
        let mut coordinator = room.staff("coordinator").await;
        let grant = room.path(&format!("/people/{}/allowances", room.person(&marta).await));
        let more = [("activity", "t1-q"), ("attempts", "15"), ("reason", "Se fue la luz.")];
        assert_eq!(post(&mut coordinator, &grant, &more).await.status, 303);
        let facts = room.facts().await;
        for activity in ["t1-q", ""] {
            let more = [("activity", activity), ("attempts", "6"), ("reason", "Se fue la luz.")];
            let refused = post(&mut coordinator, &grant, &more).await;
            assert_eq!(refused.status, 422, "with those before it would be 21");
            assert!(refused.text.contains("En total pueden ser 20 de más, y ya se le dieron 15."), "{}", refused.text);
            assert!(refused.text.contains("id=\"g-attempts-problem\""), "beside the field");
        }
        let until = [("until_day", "9999-12-31"), ("reason", "Se fue la luz.")];
        assert_eq!(post(&mut coordinator, &grant, &until).await.status, 422, "no such day");
        for field in ["minutes", "per_cent"] {
            let more = [("activity", "t1-q"), (field, "10"), ("reason", "Se fue la luz.")];
            let refused = post(&mut coordinator, &grant, &more).await;
            assert_eq!(refused.status, 422);
            assert!(refused.text.contains("No hay límite de tiempo que alargar."), "{}", refused.text);
            assert!(refused.text.contains(&format!("id=\"g-{field}-problem\"")), "beside the field");
        }
        let window = [("wish", "days"), ("opens", ""), ("closes", "9999-12-31")];
        let refused = post(&mut coordinator, &room.path("/quizzes/t1-q/window"), &window).await;
        assert_eq!(refused.status, 422, "it is not stored as 1970");
        assert_eq!(room.facts().await, facts);
        let more = [("activity", "t1-q"), ("attempts", "5"), ("reason", "Se fue la luz.")];
        assert_eq!(post(&mut coordinator, &grant, &more).await.status, 303, "20 is the most");
    });
}

#[test]
fn a_cohort_takes_a_quiz_on_days_of_its_own_and_on_the_programmes_again() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, |_| {}).await;
        let mut marta = room.learner("Marta Ejemplo").await;
        let mut coordinator = room.staff("coordinator").await;
        let window = room.path("/quizzes/t1-q/window");
        let quiz = room.path("/quizzes/t1-q");
        let wrong = [("wish", "days"), ("opens", "2027-01-20"), ("closes", "2027-01-19")];
        let page = post(&mut coordinator, &window, &wrong).await;
        assert_eq!(page.status, 422);
        assert!(page.text.contains("no sean antes de abrir") && page.text.contains("value=\"2027-01-19\""));
        // It is Thursday 14 January, nine in the morning in Guatemala.
        let days = [("wish", "days"), ("opens", "2027-01-14"), ("opens_hour", "10:00"), ("closes", "2027-01-15")];
        assert_eq!(post(&mut coordinator, &window, &days).await.status, 303);
        let page = coordinator.get(&quiz).await.text;
        assert!(page.contains("Del 14 de enero de 2027, 10:00 al 16 de enero de 2027, 00:00"), "{page}");
        assert_ne!(post(&mut marta, "/activities/t1-q/attempts", &[]).await.status, 303, "not yet");
        site.wall.advance(Span::minutes(61));
        marta.start("t1-q").await;
        site.wall.advance(Span::days(2));
        let mut otto = room.learner("Otto Ejemplo").await;
        assert_ne!(post(&mut otto, "/activities/t1-q/attempts", &[]).await.status, 303, "no more");
        // One person may, until tomorrow.
        let grant = room.path(&format!("/people/{}/allowances", room.person(&otto).await));
        let until = [("until_day", "2027-01-17"), ("reason", "Estuvo de turno.")];
        assert_eq!(post(&mut coordinator, &grant, &until).await.status, 303);
        otto.start("t1-q").await;
        let facts = room.facts().await;
        for _ in 0..2 {
            assert_eq!(post(&mut coordinator, &window, &[("wish", "programme")]).await.status, 303);
        }
        assert_eq!(room.facts().await, facts + 1, "the second changes nothing");
        assert!(coordinator.get(&quiz).await.text.contains("Son los días del programa"));
        room.learner("Ana Ejemplo").await.start("t1-q").await;
    });
}

#[test]
fn a_comment_reaches_the_attempt_and_what_is_refused_is_not_lost() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, |_| {}).await;
        let mut marta = room.learner("Marta Ejemplo").await;
        let attempt = room.take(&mut marta, &[("t1-q1", "a")]).await;
        let mut staff = room.staff("facilitator").await;
        let page = room.path(&format!("/attempts/{attempt}"));
        let comments = format!("{page}/comments");
        let long = "x".repeat(2_001);
        let refused = post(&mut staff, &comments, &[("question", "t1-q1"), ("text", &long)]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains(&long));
        assert_eq!(post(&mut staff, &comments, &[("question", "none"), ("text", "Bien.")]).await.status, 404);
        let facts = room.facts().await;
        let wish = [("command", new_command()), ("question", "t1-q1".into()), ("text", "Muy <b>bien</b>.".into())];
        let wish: Vec<(&str, &str)> = wish.iter().map(|(name, value)| (*name, value.as_str())).collect();
        for _ in 0..2 {
            assert_eq!(staff.post(&comments, &wish).await.status, 303);
        }
        assert_eq!(room.facts().await, facts + 1, "the same form twice is one comment");
        let text = staff.get(&page).await.text;
        assert!(text.contains("Muy &#60;b&#62;bien&#60;/b&#62;."), "{text}");
        assert!(text.contains("Persona facilitator, 14 de enero de 2027, "), "{text}");
    });
}

#[test]
fn the_answers_go_into_a_spreadsheet_with_names_or_without_and_are_no_formulas() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, |quiz| {
            quiz.questions = vec![choice_question("q1")];
            quiz.questions.extend(open_questions());
        })
        .await;
        let mut marta = room.learner("Marta Ejemplo").await;
        let attempt = marta.start("t1-q").await;
        room.choose(&mut marta, &attempt, ("q1", "b")).await;
        let formula = "=HYPERLINK(\"http://malo.example\", \"aquí\")";
        room.save(&marta, &attempt, ("o1", Answer::Text(formula.into()))).await;
        hand_in(&mut marta, &attempt).await;
        let mut staff = room.staff("facilitator").await;
        let csv = staff.get(&room.path("/quizzes/t1-q/attempts.csv")).await;
        assert_eq!(csv.kind, "text/csv; charset=utf-8");
        assert!(csv.bytes.starts_with("\u{feff}".as_bytes()), "Excel reads the accents");
        let lines: Vec<&str> = csv.text.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].contains("\"q1: vale (%)\",\"q1: respuesta\""), "{}", lines[0]);
        assert!(lines[1].contains("\"Marta Ejemplo\",1,"), "{}", lines[1]);
        assert!(lines[1].contains(",0,\"b\",,\"'=HYPERLINK(\"\"http"), "{}", lines[1]);
        let without = staff.get(&room.path("/quizzes/t1-q/attempts.csv?names=no")).await.text;
        assert!(!without.contains("Marta"));
        let enrolment = marta.visitor().await.enrolments[0].to_string();
        assert!(lines[1].contains(&enrolment) && without.contains(&enrolment));
        let xlsx = staff.get(&room.path("/quizzes/t1-q/attempts.xlsx")).await;
        assert_eq!((xlsx.status, &xlsx.bytes[..2]), (200, b"PK".as_slice()));
        assert!(xlsx.headers["content-disposition"].to_str().expect("ASCII").contains("t1-q.xlsx"));
    });
}

#[test]
fn what_is_not_reviewed_is_said_on_the_cohorts_pages() {
    on_both_engines(|site| async move {
        let room = Classroom::open(&site, |quiz| {
            quiz.questions[0].review = domain::programmes::Review::Needed;
        })
        .await;
        let mut staff = room.staff("facilitator").await;
        for rest in ["", "/quizzes", "/quizzes/t1-q", "/reading"] {
            let page = staff.get(&room.path(rest)).await.text;
            assert!(page.contains("todavía no ha revisado") && page.contains("/review\""), "{rest}: {page}");
        }
        let list = staff.get(&room.path("/review")).await.text;
        assert!(list.contains("Pregunta t1-q1") && !list.contains("Pregunta t1-q2"), "{list}");
    });
}
