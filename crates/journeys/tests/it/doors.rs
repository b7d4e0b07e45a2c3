//! Every door, tried by every role and by nobody. A door that is not in this table fails the test.

use crate::phone::Phone;
use journeys::{Actor, Site, new_command, on_both_engines};

/// Who may pass, in a word each: N nobody, L learner, F facilitator, A assessor, C coordinator, Y analyst, D administrator.
pub const DOORS: &[(&str, &str, &str)] = &[
    ("GET", "/", "NLFACYD"),
    ("GET", "/c", "NLFACYD"),
    ("GET", "/c/{code}", "NLFACYD"),
    ("GET", "/c/{code}/qr", "NLFACYD"),
    ("GET", "/agreements/{text}/{version}", "NLFACYD"),
    ("GET", "/n/{code}", "NLFACYD"),
    ("POST", "/n/{code}", "NLFACYD"),
    ("GET", "/n/{code}/letter", "NLFACYD"),
    ("POST", "/n/{code}/{application}/link", "NLFACYD"),
    ("POST", "/n/{code}/{application}/withdrawal", "NLFACYD"),
    // The one that the test names is not there; `organisations.rs` looks at one that is.
    ("GET", "/logos/{hash}", "NLFACYD"),
    ("GET", "/enter", "NLFACYD"),
    ("POST", "/enter", "NLFACYD"),
    // This site sends no mail; `mail.rs` asks one that does.
    ("GET", "/enter/mail", "NLFACYD"),
    ("POST", "/enter/mail", "NLFACYD"),
    ("POST", "/enter/passkey", "NLFACYD"),
    ("POST", "/enter/passkey/challenge", "NLFACYD"),
    ("GET", "/enter/{token}", "NLFACYD"),
    ("POST", "/enter/{token}", "NLFACYD"),
    ("GET", "/verify", "NLFACYD"),
    ("GET", "/verify/{number}", "NLFACYD"),
    ("GET", "/who-to-tell", "NLFACYD"),
    ("GET", "/help", "NLFACYD"),
    ("POST", "/language", "NLFACYD"),
    ("GET", "/calendar", "NLFACYD"),
    ("POST", "/back", "NLFACYD"),
    ("GET", "/demo/{role}", "NLFACYD"),
    ("GET", "/healthz", "NLFACYD"),
    ("GET", "/assets/{name}", "NLFACYD"),
    ("GET", "/sw.js", "NLFACYD"),
    ("GET", "/kit.json", "NLFACYD"),
    ("GET", "/manifest.webmanifest", "NLFACYD"),
    ("GET", "/today", "LFACYD"),
    ("POST", "/announcements/{id}/seen", "LFACYD"),
    ("GET", "/programme", "L"),
    ("GET", "/activities/{id}", "L"),
    ("POST", "/activities/{id}/done", "L"),
    ("POST", "/activities/{id}/attempts", "L"),
    ("GET", "/attempts/{id}", "L"),
    ("GET", "/attempts/{id}/questions/{n}", "L"),
    ("POST", "/attempts/{id}/answers", "L"),
    ("POST", "/attempts/{id}/answers/all", "L"),
    ("POST", "/attempts/{id}/flags", "L"),
    ("POST", "/attempts/{id}/submission", "L"),
    ("GET", "/topics/{id}", "L"),
    ("GET", "/topics/{id}/job-aid", "L"),
    ("GET", "/library", "L"),
    ("GET", "/topics/{id}/law", "L"),
    ("GET", "/glossary", "L"),
    ("GET", "/care/{name}", "L"),
    ("GET", "/role-plays/{name}", "L"),
    ("GET", "/role-plays/{name}/{part}", "L"),
    ("GET", "/interviews/{name}", "L"),
    ("GET", "/interviews/{name}/{part}", "L"),
    ("GET", "/cases/{name}", "L"),
    ("GET", "/rubrics/{name}", "L"),
    ("GET", "/topics/{id}/download", "L"),
    ("POST", "/topics/{id}/download", "L"),
    ("GET", "/offline/{hash}", "L"),
    ("GET", "/outbox", "LFACYD"),
    ("GET", "/me/outbox", "LFACYD"),
    ("GET", "/enrolments/{id}/certificate", "L"),
    ("POST", "/enrolments/{id}/certificate", "L"),
    ("GET", "/certificates/{number}", "LFACYD"),
    ("GET", "/certificates/{number}/pdf", "LFACYD"),
    ("GET", "/applications/{id}", "LFACYD"),
    ("POST", "/applications/{id}", "LFACYD"),
    ("POST", "/applications/{id}/withdrawal", "LFACYD"),
    ("POST", "/enrolments/{id}/end", "L"),
    ("POST", "/me/passkeys", "LFACYD"),
    ("POST", "/me/passkeys/challenge", "LFACYD"),
    ("POST", "/me/passkeys/{passkey}/removal", "LFACYD"),
    ("GET", "/me/password", "LFACYD"),
    ("POST", "/me/password", "LFACYD"),
    ("GET", "/me/profile", "LFACYD"),
    ("POST", "/me/profile", "LFACYD"),
    ("POST", "/me/profile/number", "LFACYD"),
    ("GET", "/me/support", "LFACYD"),
    ("POST", "/me/support", "LFACYD"),
    ("POST", "/me/support/withdrawal", "LFACYD"),
    ("POST", "/me/support/{support}/ending", "LFACYD"),
    ("GET", "/support", "FCD"),
    ("POST", "/support", "FCD"),
    ("POST", "/support/ending", "LFACYD"),
    ("GET", "/me", "LFACYD"),
    ("POST", "/me/name", "LFACYD"),
    ("POST", "/me/entry-link", "LFACYD"),
    ("POST", "/me/devices/{session}", "LFACYD"),
    ("POST", "/me/erasure", "LFACYD"),
    ("GET", "/me/data", "LFACYD"),
    ("GET", "/me/data.json", "LFACYD"),
    ("GET", "/me/data-use.json", "LFACYD"),
    ("POST", "/me/data-limit", "LFACYD"),
    ("GET", "/desk", "FACD"),
    ("GET", "/cohorts/{id}", "FACD"),
    ("GET", "/cohorts/{id}/admission", "FACD"),
    ("POST", "/cohorts/{id}/admission", "FACD"),
    ("POST", "/cohorts/{id}/applications/{application}", "FACD"),
    ("GET", "/cohorts/{id}/announcements", "FACD"),
    ("POST", "/cohorts/{id}/announcements", "FACD"),
    ("POST", "/cohorts/{id}/announcements/{announcement}/withdrawal", "FACD"),
    ("GET", "/cohorts/{id}/lists", "FACD"),
    ("POST", "/cohorts/{id}/lists", "FACD"),
    ("GET", "/cohorts/{id}/progress.csv", "FACD"),
    ("GET", "/cohorts/{id}/progress.xlsx", "FACD"),
    ("GET", "/cohorts/{id}/people.csv", "FACD"),
    ("GET", "/cohorts/{id}/people.xlsx", "FACD"),
    ("GET", "/lists/template.csv", "FACD"),
    ("GET", "/lists/template.xlsx", "FACD"),
    ("GET", "/lists/{id}", "FACD"),
    ("POST", "/lists/{id}/taking", "FACD"),
    ("POST", "/lists/{id}/undo", "FACD"),
    ("POST", "/lists/{id}/discard", "FACD"),
    ("GET", "/lists/{id}/rest.xlsx", "FACD"),
    ("GET", "/lists/{id}/rows/{number}", "FACD"),
    ("POST", "/lists/{id}/rows/{number}", "FACD"),
    ("POST", "/cohorts/{id}/nominations", "FACD"),
    ("POST", "/cohorts/{id}/nominations/{call}/closing", "FACD"),
    ("POST", "/cohorts/{id}/people/{person}/removal", "FACD"),
    ("POST", "/cohorts/{id}/slips", "FACD"),
    ("GET", "/cohorts/{id}/poster", "FACD"),
    ("POST", "/cohorts/{id}/people/{person}/entry-link", "FACD"),
    ("GET", "/cohorts/{id}/quizzes/{activity}/statistics", "FACD"),
    ("GET", "/cohorts/{id}/quizzes/{activity}/statistics.csv", "FACD"),
    ("GET", "/cohorts/{id}/quizzes/{activity}/statistics.xlsx", "FACD"),
    ("GET", "/cohorts/{id}/gains/{pair}", "FACD"),
    ("GET", "/cohorts/{id}/gains/{pair}/people.csv", "FACD"),
    ("GET", "/cohorts/{id}/gains/{pair}/people.xlsx", "FACD"),
    ("GET", "/cohorts/{id}/certificates", "FACD"),
    ("POST", "/cohorts/{id}/certificates", "CD"),
    ("GET", "/cohorts/{id}/certificates/file", "FACD"),
    ("POST", "/cohorts/{id}/certificates/file", "FACD"),
    ("GET", "/certificates/{number}/reissue", "FACD"),
    ("POST", "/certificates/{number}/reissue", "FACD"),
    ("GET", "/cohorts/{id}/review", "FACD"),
    ("GET", "/cohorts/{id}/version", "CD"),
    ("POST", "/cohorts/{id}/version", "CD"),
    ("POST", "/cohorts/{id}/schedule", "CD"),
    ("GET", "/cohorts/{id}/documents", "FACD"),
    // The forms that the test sends carry no file; `documents.rs` sends some.
    ("POST", "/cohorts/{id}/documents", "FACD"),
    ("POST", "/cohorts/{id}/documents/{document}/withdrawal", "CD"),
    // None is there; `documents.rs` reads some.
    ("GET", "/documents/{id}/{number}", "LFACYD"),
    // The sheets that the test names are not there; `library.rs` reads some that are.
    ("GET", "/cohorts/{id}/library", "FACD"),
    ("GET", "/cohorts/{id}/topics/{topic}", "FACD"),
    ("GET", "/cohorts/{id}/activities/{activity}", "FACD"),
    ("GET", "/cohorts/{id}/guides/{topic}", "FACD"),
    ("GET", "/cohorts/{id}/topics/{topic}/job-aid", "FACD"),
    ("GET", "/cohorts/{id}/topics/{topic}/law", "FACD"),
    ("GET", "/cohorts/{id}/glossary", "FACD"),
    ("GET", "/cohorts/{id}/care/{name}", "FACD"),
    ("GET", "/cohorts/{id}/role-plays/{name}", "FACD"),
    ("GET", "/cohorts/{id}/role-plays/{name}/{part}", "FACD"),
    ("GET", "/cohorts/{id}/interviews/{name}", "FACD"),
    ("GET", "/cohorts/{id}/interviews/{name}/{part}", "FACD"),
    ("GET", "/cohorts/{id}/cases/{name}", "FACD"),
    ("GET", "/cohorts/{id}/rubrics/{name}", "FACD"),
    ("GET", "/cohorts/{id}/reading", "FACD"),
    ("GET", "/cohorts/{id}/quizzes", "FACD"),
    ("GET", "/cohorts/{id}/quizzes/{activity}", "FACD"),
    ("POST", "/cohorts/{id}/quizzes/{activity}/window", "CD"),
    ("GET", "/cohorts/{id}/quizzes/{activity}/attempts.csv", "FACD"),
    ("GET", "/cohorts/{id}/quizzes/{activity}/attempts.xlsx", "FACD"),
    ("GET", "/cohorts/{id}/quizzes/{activity}/questions/{question}", "FACD"),
    ("POST", "/cohorts/{id}/quizzes/{activity}/questions/{question}", "CD"),
    ("POST", "/cohorts/{id}/quizzes/{activity}/questions/{question}/regrade", "CD"),
    ("GET", "/cohorts/{id}/attempts/{attempt}", "FACD"),
    ("POST", "/cohorts/{id}/attempts/{attempt}/comments", "FACD"),
    ("POST", "/cohorts/{id}/attempts/{attempt}/submission", "CD"),
    // The answer that the test names is no open one: nobody finds it. `quiz_staff.rs` reads one.
    ("POST", "/cohorts/{id}/attempts/{attempt}/readings", "FACD"),
    ("GET", "/cohorts/{id}/people/{person}/allowances", "CD"),
    ("POST", "/cohorts/{id}/people/{person}/allowances", "CD"),
    ("GET", "/certificates/{number}/revocation", "CD"),
    ("POST", "/certificates/{number}/revocation", "CD"),
    ("GET", "/numbers", "YD"),
    ("GET", "/numbers/numbers.xlsx", "YD"),
    ("GET", "/numbers/numbers.pdf", "YD"),
    ("GET", "/numbers/{table}/numbers.csv", "YD"),
    ("GET", "/site", "D"),
    ("GET", "/site/programmes", "D"),
    ("POST", "/site/programmes", "D"),
    ("GET", "/site/programmes/{version}", "D"),
    ("POST", "/site/cohorts", "D"),
    ("POST", "/site/staff", "D"),
    ("GET", "/site/people", "D"),
    ("GET", "/site/people/{person}", "D"),
    ("POST", "/site/people/{person}/roles", "D"),
    ("POST", "/site/people/{person}/entry-link", "D"),
    ("POST", "/site/roles/{grant}/withdrawal", "D"),
    ("GET", "/site/erasures/{id}", "D"),
    ("POST", "/site/erasures/{id}", "D"),
    ("GET", "/site/organisations", "CD"),
    ("POST", "/site/organisations", "D"),
    ("GET", "/site/organisations/new", "D"),
    ("GET", "/site/organisations/sorting", "D"),
    ("POST", "/site/organisations/names", "D"),
    ("GET", "/site/organisations/{id}", "CD"),
    ("POST", "/site/organisations/{id}", "D"),
    ("POST", "/site/organisations/{id}/merge", "D"),
    ("POST", "/site/organisations/{id}/separation", "D"),
    // This enrols whoever is signed in, so it comes after the doors that are for learners alone.
    ("POST", "/c/{code}", "NLFACYD"),
    // These end or hide the session, so they come last.
    ("GET", "/leave", "NLFACYD"),
    ("POST", "/leave", "NLFACYD"),
    ("POST", "/sign-out", "NLFACYD"),
];

#[test]
fn no_door_is_missing_from_the_table() {
    let mut known: Vec<(String, String)> =
        DOORS.iter().map(|(method, path, _)| ((*method).into(), (*path).into())).collect();
    let mut there: Vec<(String, String)> =
        web::door_table().into_iter().map(|(method, path, _)| (method.to_string(), path.to_owned())).collect();
    known.sort();
    there.sort();
    assert_eq!(known, there);
}

pub struct Things {
    pub attempt: String,
    enrolment: String,
    certificate: String,
    erasure: String,
    pub person: String,
    /// A piece of the programme that learners are enrolled in.
    piece: String,
}

/// Things of somebody else, with real ids: what the wrong person would try.
pub async fn things(site: &Site) -> Things {
    let mut other = site.learner("Rosa Ejemplo").await;
    for lesson in ["t5-l1", "t5-l2", "t5-l3"] {
        other.read(lesson).await;
    }
    let attempt = other.take("t5-p", |_| true).await;
    other.take("t5-q", |_| true).await;
    let visitor = other.visitor().await;
    let enrolment = visitor.enrolments[0];
    let number = site.telar.issue_certificate(visitor.person, enrolment, uuid::Uuid::new_v4().into()).await;
    other.post("/me/erasure", &[("command", &new_command()), ("wish", "ask"), ("certificates", "stay")]).await;
    let erasures = site.telar.erasures(site.administrator).await.expect("the store answers");
    Things {
        attempt,
        enrolment: enrolment.to_string(),
        certificate: number.expect("a certificate"),
        erasure: erasures.first().map(|it| it.erasure.to_string()).unwrap_or_default(),
        person: visitor.person.to_string(),
        piece: Phone::download(&mut other, "t5").await[0].hash.clone(),
    }
}

pub fn filled(site: &Site, things: &Things, path: &str) -> String {
    let id = match path.split('/').nth(1).unwrap_or_default() {
        "activities" => "t5-q".to_owned(),
        "attempts" => things.attempt.clone(),
        "topics" => "t5".to_owned(),
        "enrolments" => things.enrolment.clone(),
        "cohorts" => site.cohort.to_string(),
        _ => things.erasure.clone(),
    };
    path.replace("{hash}", &things.piece)
        .replace("{code}", &site.join_code)
        .replace("{token}", "0123")
        .replace("{number}", &things.certificate)
        .replace("{document}", &things.person)
        .replace("{role}", "learner")
        .replace("{name}", "none.css")
        .replace("{activity}", "t5-q")
        .replace("{pair}", "none")
        .replace("{topic}", "t5")
        .replace("{table}", "people")
        .replace("{part}", "debrief")
        .replace("{id}", &id)
        .replace("{n}", "1")
        .replace("{activity}", "t5-q")
        .replace("{question}", "t5-q-01")
        .replace("{attempt}", &things.attempt)
        .replace("{passkey}", "00000000-0000-4000-8000-000000000000")
        .replace("{session}", "00000000-0000-4000-8000-000000000000")
        .replace("{support}", "00000000-0000-4000-8000-000000000000")
        .replace("{person}", &things.person)
}

#[test]
fn every_door_as_every_role_and_as_nobody() {
    on_both_engines(|site| async move {
        let things = things(&site).await;
        let mut actors: Vec<(char, Actor)> = vec![
            ('N', site.nobody()),
            ('L', site.learner("Marta Ejemplo").await),
            ('F', site.staff("facilitator").await),
            ('A', site.staff("assessor").await),
            ('C', site.staff("coordinator").await),
            ('Y', site.staff("analyst").await),
            ('D', site.administrator().await),
        ];
        for (method, path, who) in DOORS {
            let target = filled(&site, &things, path);
            for (letter, actor) in &mut actors {
                let fields: &[(&str, &str)] = &[("command", &new_command()), ("question", "t5-p-01"), ("answer", "a")];
                let page = match *method {
                    "GET" => actor.get(&target).await,
                    _ => actor.post(&target, fields).await,
                };
                let seen = format!("{method} {target} as {letter}: {} {}", page.status, page.location);
                assert!(page.status < 500, "{seen}");
                if who.contains(*letter) {
                    assert_ne!(page.status, 403, "{seen}");
                    assert!(*letter == 'N' || page.location != "/enter" || *path == "/sign-out", "{seen}");
                } else if *letter == 'N' {
                    match *method {
                        "GET" => assert_eq!((page.status, page.location.as_str()), (303, "/enter"), "{seen}"),
                        _ => assert_eq!(page.status, 403, "{seen}"),
                    }
                } else {
                    assert_eq!(page.status, 404, "{seen}");
                }
            }
        }
    });
}

#[test]
fn what_is_another_persons_is_not_there() {
    on_both_engines(|site| async move {
        let things = things(&site).await;
        let mut marta = site.learner("Marta Ejemplo").await;
        let Things { attempt, enrolment, certificate, .. } = &things;
        for path in [
            format!("/attempts/{attempt}"),
            format!("/attempts/{attempt}/questions/1"),
            format!("/enrolments/{enrolment}/certificate"),
            format!("/certificates/{certificate}"),
            format!("/certificates/{certificate}/pdf"),
        ] {
            assert_eq!(marta.get(&path).await.status, 404, "{path}");
        }
        assert_eq!(marta.answer(attempt, "t5-p-01", "a", &new_command()).await.status, 404);
        let facilitator = &mut site.staff("facilitator").await;
        assert_eq!(facilitator.get(&format!("/certificates/{certificate}")).await.status, 200);
        for path in [format!("/cohorts/{}/slips", site.cohort), format!("/certificates/{certificate}/revocation")] {
            let fields = [("command", new_command()), ("reason", "no es suya".to_owned())];
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            assert_eq!(facilitator.post(&path, &fields).await.status, 404, "{path}");
        }
    });
}

#[test]
fn a_write_from_another_site_is_refused() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        for headers in [
            vec![("sec-fetch-site", "cross-site")],
            vec![("sec-fetch-site", "same-site")],
            vec![("origin", "https://elsewhere.example")],
            vec![("origin", "null")],
        ] {
            let page = marta.send("POST", "/me/erasure", &[("wish", "ask"), ("certificates", "stay")], &headers).await;
            assert_eq!(page.status, 403, "{headers:?}");
        }
        let person = marta.visitor().await.person;
        assert!(site.telar.pending_erasure(person).await.expect("the store answers").is_none());
    });
}
