//! The phone's outbox at the real doors: whose command it is, when it was written, and that it is carried out once.

use crate::phone::Phone;
use domain::moment::Span;
use journeys::{new_command, on_both_engines};
use serde_json::{Value, json};

#[test]
fn what_one_person_wrote_is_not_sent_under_another_s_session() {
    on_both_engines(|site| async move {
        let mut marta = Phone::of(&site, site.learner("Marta Ejemplo").await).await;
        let attempt = marta.actor.start("t5-p").await;
        let fields = [("question", "t5-p-01"), ("answer", "a")];
        let path = format!("/attempts/{attempt}/answers");
        // Rosa has entered on the same phone; the outbox still holds what Marta wrote.
        let rosa = site.learner("Rosa Ejemplo").await;
        let hers = std::mem::replace(&mut marta.actor, rosa);
        let facts = site.telar.facts().await.expect("the store answers");
        let page = marta.send(&path, "answer.1", &fields).await;
        assert_eq!((page.status, page.problem().as_str()), (401, "someone_else"), "{}", page.text);
        assert!(!page.words().is_empty());
        for (path, name) in [("/activities/t5-l1/done", "done.1"), ("/activities/t5-q/attempts", "start.1")] {
            assert_eq!(marta.send(path, name, &[]).await.status, 401, "{path}");
        }
        marta.actor = site.nobody();
        let page = marta.send(&path, "answer.1", &fields).await;
        assert_eq!((page.status, page.problem().as_str()), (401, "signed_out"), "{}", page.text);
        let plain = [("telar-person", marta.who.as_str()), ("sec-fetch-site", "same-origin")];
        let page = marta.actor.send("POST", &path, &fields, &plain).await;
        assert_eq!((page.status, page.kind.as_str()), (401, "text/html; charset=utf-8"));
        assert_eq!(site.telar.facts().await.expect("the store answers"), facts, "nothing was done");
        marta.actor = hers;
        assert_eq!(marta.send(&path, "answer.1", &fields).await.saved(), "stands", "she is back");
    });
}

#[test]
fn a_command_of_a_version_that_the_server_does_not_know_is_refused_in_words() {
    on_both_engines(|site| async move {
        let mut marta = Phone::of(&site, site.learner("Marta Ejemplo").await).await;
        let page = marta.send("/activities/t5-l1/done", "done.9", &[]).await;
        assert_eq!((page.status, page.problem().as_str()), (409, "version"));
        assert_eq!(marta.send("/activities/t5-l1/done", "done.1", &[]).await.saved(), "done");
    });
}

#[test]
fn the_key_is_the_same_on_every_phone_of_hers_and_nobody_else_s() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let mut tablet = site.enter(marta.visitor().await.person).await;
        let page = marta.get("/me/outbox").await;
        assert_eq!(page.headers["cache-control"], "no-store");
        let first: Value = serde_json::from_str(&page.text).expect("JSON");
        let second: Value = serde_json::from_str(&tablet.get("/me/outbox").await.text).expect("JSON");
        assert_eq!(first, second);
        assert_eq!(first["key"].as_str().map(str::len), Some(43), "32 bytes");
        assert_eq!(first["now"], site.telar.now().0);
        let other: Value =
            serde_json::from_str(&site.learner("Rosa Ejemplo").await.get("/me/outbox").await.text).expect("JSON");
        assert!(other["key"] != first["key"] && other["who"] != first["who"]);
        let today = marta.get("/today").await;
        let who = first["who"].as_str().expect("a marker");
        assert!(today.text.contains(&format!("<body data-who=\"{who}\" data-now=\"{}\">", site.telar.now().0)));
        assert!(site.nobody().get("/help").await.text.contains("<body>"), "a page of nobody names nobody");
    });
}

#[test]
fn a_clock_that_is_wrong_by_a_year_changes_nothing() {
    on_both_engines(|site| async move {
        let mut marta = Phone::of(&site, site.learner("Marta Ejemplo").await).await;
        let attempt = marta.actor.start("t5-p").await;
        let path = format!("/attempts/{attempt}/answers");
        let answer = |choice| [("question", "t5-p-01"), ("answer", choice)];
        for days in [365, -365, 20_000] {
            marta.wrong = Span::days(days);
            let early = marta.write();
            site.wall.advance(Span::minutes(1));
            let late = marta.write();
            site.wall.advance(Span::hours(2));
            assert_eq!(marta.send_written(&path, "answer.1", &answer("b"), &late).await.saved(), "stands", "{days}");
            assert_eq!(marta.send_written(&path, "answer.1", &answer("a"), &early).await.saved(), "older", "{days}");
            // What the true clock says now is later than all of it.
            site.wall.advance(Span::minutes(1));
            assert_eq!(marta.actor.answer(&attempt, "t5-p-01", "a", &new_command()).await.status, 200);
        }
    });
}

#[test]
fn every_door_of_the_outbox_answers_in_its_shape() {
    on_both_engines(|site| async move {
        let mut marta = Phone::of(&site, site.learner("Marta Ejemplo").await).await;
        let page = marta.send("/activities/t5-l1/done", "done.1", &[]).await;
        assert_eq!((page.saved().as_str(), page.next().as_str()), ("done", "/activities/t5-l2"));
        let id = uuid::Uuid::now_v7().to_string();
        let page = marta.send("/activities/t5-p/attempts", "start.1", &[("attempt", &id)]).await;
        assert_eq!((page.saved(), page.next()), ("started".into(), format!("/attempts/{id}/questions/1")));
        let submission = format!("/attempts/{id}/submission");
        let page = marta.send(&submission, "submit.1", &[]).await;
        assert_eq!((page.status, page.problem().as_str()), (409, "open"), "asked before anything counts as wrong");
        let page = marta.send(&submission, "submit.1", &[("unanswered", "wrong")]).await;
        assert_eq!((page.saved(), page.next()), ("submitted".into(), format!("/attempts/{id}")));
        let answers = format!("/attempts/{id}/answers");
        let page = marta.send(&answers, "answer.1", &[("question", "t5-p-01"), ("answer", "a")]).await;
        assert_eq!((page.status, page.problem().as_str()), (409, "closed"));
        for (path, name, status) in [
            ("/activities/none/done", "done.1", 404),
            ("/activities/t5-l1/attempts", "start.1", 404),
            ("/attempts/00000000-0000-4000-8000-000000000000/answers", "answer.1", 404),
            ("/attempts/00000000-0000-4000-8000-000000000000/submission", "submit.1", 404),
        ] {
            let page = marta.send(path, name, &[("question", "x"), ("answer", "a")]).await;
            assert_eq!((page.status, page.problem().as_str()), (status, "not_found"), "{path}");
            assert!(!page.words().is_empty(), "{path}");
        }
        let page = marta.send("/activities/t5-q/attempts", "start.1", &[("attempt", "mine")]).await;
        assert_eq!((page.status, page.problem().as_str()), (422, "unreadable"));
    });
}

/// The table that the outbox's own model test takes for the server.
#[test]
fn the_rule_for_command_ids_is_what_the_model_of_the_outbox_takes_it_for() {
    let rule: Value =
        serde_json::from_str(include_str!("../../../../client/test/support/command_rule.json")).expect("JSON");
    let rows = rule["rows"].as_array().expect("rows").clone();
    assert_eq!(rows.len(), 5);
    on_both_engines(|site| {
        let rows = rows.clone();
        async move {
            for row in &rows {
                for door in DOORS {
                    holds(&site, row, door).await;
                }
            }
        }
    });
}

const DOORS: [&str; 4] = ["answer.1", "done.1", "start.1", "submit.1"];

/// Two wishes at one door, which differ in what they ask.
struct Wishes {
    paths: [String; 2],
    fields: [Vec<(&'static str, String)>; 2],
}

async fn wishes(phone: &mut Phone, door: &str) -> Wishes {
    let id = || uuid::Uuid::now_v7().to_string();
    let started = id();
    let start = [("attempt", started.as_str())];
    match door {
        "answer.1" => {
            phone.send("/activities/t5-p/attempts", "start.1", &start).await;
            let path = format!("/attempts/{started}/answers");
            let answer = |choice: &str| vec![("question", "t5-p-01".to_owned()), ("answer", choice.to_owned())];
            Wishes { paths: [path.clone(), path], fields: [answer("a"), answer("b")] }
        }
        "done.1" => {
            Wishes { paths: ["t5-l1", "t5-l2"].map(|id| format!("/activities/{id}/done")), fields: [vec![], vec![]] }
        }
        "start.1" => {
            let path = "/activities/t5-p/attempts".to_owned();
            Wishes { paths: [path.clone(), path], fields: [vec![("attempt", id())], vec![("attempt", id())]] }
        }
        _ => {
            let other = id();
            phone.send("/activities/t5-p/attempts", "start.1", &start).await;
            phone.send("/activities/t5-p/attempts", "start.1", &[("attempt", other.as_str())]).await;
            let confirmed = || vec![("unanswered", "wrong".to_owned())];
            Wishes {
                paths: [started, other].map(|id| format!("/attempts/{id}/submission")),
                fields: [confirmed(), confirmed()],
            }
        }
    }
}

async fn holds(site: &journeys::Site, row: &Value, door: &str) {
    let name = |n: u8| format!("Persona {n} {}", new_command());
    let mut phone = Phone::of(site, site.learner(&name(1)).await).await;
    let mut other = Phone::of(site, site.learner(&name(2)).await).await;
    let wishes = wishes(&mut phone, door).await;
    let facts = async || site.telar.facts().await.expect("the store answers");
    let written = phone.write();
    let anyones = matches!(door, "done.1" | "start.1");
    let mut before = String::new();
    if !row["earlier"].is_null() {
        let which = usize::from(row["earlier"]["content"] == "other");
        let (path, fields) = (&wishes.paths[which], &wishes.fields[which]);
        let hers = if row["earlier"]["author"] == "same" {
            phone.send_as(path, door, fields, &written).await
        } else if anyones {
            other.send_as(path, door, fields, &written).await
        } else {
            // An attempt belongs to one person: another can only have done something else under this id.
            other.send_as("/activities/t5-l3/done", "done.1", &[], &written).await
        };
        assert_eq!(hers.status, 200, "{door} {row}: {}", hers.text);
        before = hers.text;
    }
    let count = facts().await;
    let page = phone.send_as(&wishes.paths[0], door, &wishes.fields[0], &written).await;
    match row["then"].as_str() {
        Some("carry_out") => {
            assert_eq!(page.status, 200, "{door} {row}: {}", page.text);
            assert!(facts().await > count, "{door} {row}: it is done");
        }
        Some("answer_as_before") => {
            assert_eq!(page.status, 200, "{door} {row}: {}", page.text);
            // The door of answers says that it knows it; the others say the same again.
            assert_eq!(page.text.replace("\"again\"", "\"stands\""), before, "{door} {row}");
            assert_eq!(facts().await, count, "{door} {row}: nothing is done twice");
        }
        Some("refuse") => {
            assert_eq!((page.status, page.problem().as_str()), (409, "other_content"), "{door} {row}: {}", page.text);
            assert_eq!(facts().await, count, "{door} {row}: nothing is done");
            // What is refused leaves nothing behind: under an id of its own the same wish is carried out.
            let fresh = phone.write();
            let page = phone.send_as(&wishes.paths[0], door, &wishes.fields[0], &fresh).await;
            let taken = door == "start.1" && row["earlier"] == json!({ "author": "other", "content": "same" });
            // Only that the id of the attempt is another person's by now.
            assert_eq!(page.status, if taken { 404 } else { 200 }, "{door} {row}: {}", page.text);
        }
        other => panic!("the table says {other:?}"),
    }
}

#[test]
fn the_same_command_from_two_tabs_at_once_is_carried_out_once() {
    on_both_engines(|site| async move {
        let mut one = Phone::of(&site, site.learner("Marta Ejemplo").await).await;
        let attempt = one.actor.start("t5-p").await;
        let path = format!("/attempts/{attempt}/answers");
        let fields = [("question", "t5-p-01"), ("answer", "a")];
        let mut two = one.clone();
        let written = one.write();
        let facts = site.telar.facts().await.expect("the store answers");
        let (first, second) = tokio::join!(
            one.send_written(&path, "answer.1", &fields, &written),
            two.send_written(&path, "answer.1", &fields, &written)
        );
        let mut said = [first.saved(), second.saved()];
        said.sort();
        assert_eq!(said, ["again", "stands"]);
        assert_eq!(site.telar.facts().await.expect("the store answers"), facts + 1);
    });
}
