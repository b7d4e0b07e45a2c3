//! A certificate with the wrong name, one that was revoked, and all of a cohort's at once.

use journeys::{Actor, Page, Site, new_command, on_both_engines};
use serde_json::Value;

/// Finishes the programme.
async fn finished(site: &Site, name: &str) -> Actor {
    let mut learner = site.learner(name).await;
    for lesson in ["t5-l1", "t5-l2", "t5-l3"] {
        learner.read(lesson).await;
    }
    learner.take("t5-p", |_| true).await;
    learner.take("t5-q", |_| true).await;
    learner
}

/// Finishes the programme and takes her certificate; gives back its number.
async fn certified(site: &Site, name: &str, language: &str) -> (Actor, String) {
    let mut learner = finished(site, name).await;
    let path = format!("/enrolments/{}/certificate", learner.visitor().await.enrolments[0]);
    let fields = [("command", new_command()), ("name", name.to_owned()), ("language", language.to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(field, value)| (*field, value.as_str())).collect();
    let issued = learner.post(&path, &fields).await;
    assert_eq!(issued.status, 303, "{}", issued.text);
    (learner, issued.location.trim_start_matches("/certificates/").to_owned())
}

async fn verified(site: &Site, number: &str) -> Value {
    let json = [("accept", "application/json")];
    let page = site.nobody().send("GET", &format!("/verify/{number}"), &[], &json).await;
    serde_json::from_str(&page.text).expect("JSON")
}

async fn reissue(staff: &mut Actor, number: &str, (name, reason): (&str, &str)) -> Page {
    let command = new_command();
    let fields = [("command", command.as_str()), ("name", name), ("language", "es"), ("reason", reason)];
    staff.post(&format!("/certificates/{number}/reissue"), &fields).await
}

fn number_in(page: &Page) -> String {
    assert_eq!(page.status, 303, "{}", page.text);
    page.location.trim_start_matches("/certificates/").to_owned()
}

#[test]
fn a_corrected_name_gets_a_new_number_and_the_old_one_points_on() {
    on_both_engines(|site| async move {
        let (mut marta, first) = certified(&site, "Marta Co Ejemplo", "es").await;
        let mut coordinator = site.staff("coordinator").await;
        let why = ("Marta Coʼ Ejemplo", "faltaba el saltillo");
        for mut wrong in [site.staff("facilitator").await, site.staff("assessor").await] {
            assert_eq!(reissue(&mut wrong, &first, why).await.status, 404);
            assert_eq!(wrong.get(&format!("/certificates/{first}/reissue")).await.status, 404);
        }
        assert_ne!(reissue(&mut marta, &first, why).await.status, 303, "nobody reissues her own");
        let short = reissue(&mut coordinator, &first, ("Marta Coʼ Ejemplo", "no")).await;
        assert_eq!(short.status, 422);
        let same = reissue(&mut coordinator, &first, ("Marta Co Ejemplo", "sin cambio alguno")).await;
        assert_eq!(same.status, 422, "a second number for nothing");
        let second = number_in(&reissue(&mut coordinator, &first, why).await);
        assert_ne!(second, first);
        let (old, new) = (verified(&site, &first).await, verified(&site, &second).await);
        assert_eq!((&old["valid"], &old["status"]), (&false.into(), &"replaced".into()));
        assert_eq!((&old["replaced_by"], &old["revoked"]), (&second.clone().into(), &Value::Null));
        assert_eq!((&new["status"], &new["name"]), (&"valid".into(), &"Marta Coʼ Ejemplo".into()));
        let page = site.nobody().get(&format!("/verify/{first}")).await.text;
        assert!(page.contains("Constancia sustituida") && page.contains(&format!("/verify/{second}")), "{page}");
        assert!(!page.contains("saltillo"), "the reason is not for who verifies");
        assert_eq!(marta.get(&format!("/certificates/{first}/pdf")).await.status, 303, "it is printed no more");
        assert_eq!(marta.get(&format!("/certificates/{second}/pdf")).await.kind, "application/pdf");
        assert!(marta.get("/me").await.text.contains("Marta Coʼ Ejemplo"), "her own name is corrected with it");
        let path = format!("/enrolments/{}/certificate", marta.visitor().await.enrolments[0]);
        let name = ("name", "Marta Coʼ Ejemplo");
        let again = marta.post(&path, &[("command", &new_command()), name]).await;
        assert_eq!(number_in(&again), second, "who asks again gets the one that stands");
        assert_eq!(reissue(&mut coordinator, &first, ("Otra Persona", "otra vez la primera")).await.status, 422);

        // Revoked, and then there is a way on.
        site.telar.revoke_certificate(site.administrator, &second, "se emitió por error").await.expect("revoked");
        let third = number_in(&reissue(&mut coordinator, &second, ("Marta Coʼ Ejemplo", "se aclaró el error")).await);
        let (first, second) = (verified(&site, &first).await, verified(&site, &second).await);
        assert_eq!((&second["status"], &second["replaced_by"]), (&"revoked".into(), &third.clone().into()));
        assert_eq!(first["replaced_by"], third.clone(), "every number leads to the last");
        assert_eq!(verified(&site, &third).await["status"], "valid");
        let list = coordinator.get(&format!("/cohorts/{}/certificates", site.cohort)).await.text;
        assert!(list.contains(&third) && list.contains("Sustituida") && list.contains("Anulada"), "{list}");
    });
}

#[test]
fn what_was_issued_stays_as_it_was_and_says_who_stood_behind_it() {
    on_both_engines(|site| async move {
        let (_, number) = certified(&site, "Rosa Ejemplo", "en").await;
        let document = site.telar.certificate(site.administrator, &number).await.expect("she sees it");
        assert_eq!((document.language.as_str(), &document.stated.endorsement), ("en", &journeys::endorsement()));
        // The cohort goes on for weeks: no day to come is stated.
        assert_eq!(document.stated.period, domain::certificates::Period::SoFar { starts: "2027-01-11".into() });
        let mut administrator = site.administrator().await;
        let path = format!("/certificates/{number}/pdf");
        let once = administrator.get(&path).await.bytes;
        site.wall.advance(domain::moment::Span::days(60));
        assert!(once == administrator.get(&path).await.bytes, "the same paper again, to the byte");
    });
}

#[test]
fn who_completed_and_did_not_press_gets_hers_from_whoever_runs_the_cohort() {
    on_both_engines(|site| async move {
        let (_, taken) = certified(&site, "Ana Ejemplo", "es").await;
        let (_, revoked) = certified(&site, "Beti Ejemplo", "es").await;
        site.telar.revoke_certificate(site.administrator, &revoked, "se emitió por error").await.expect("revoked");
        let mut celia = finished(&site, "Celia Ejemplo").await;
        assert_eq!(celia.post("/language", &[("language", "en"), ("back", "/today")]).await.status, 303);
        let mut dora = finished(&site, "Dora Ejemplo").await;
        let mut elena = site.learner("Elena Ejemplo").await;
        elena.read("t5-l1").await;
        let page = format!("/cohorts/{}/certificates", site.cohort);
        for mut wrong in [site.staff("facilitator").await, site.staff("assessor").await] {
            assert!(!wrong.get(&page).await.text.contains("todavía no tienen constancia"));
            assert_eq!(wrong.post(&page, &[]).await.status, 404);
        }
        assert_eq!(celia.post(&page, &[]).await.status, 404, "nobody issues her own by this door");
        let mut coordinator = site.staff("coordinator").await;
        let waiting = coordinator.get(&page).await.text;
        assert!(waiting.contains("2 personas completaron el programa y todavía no tienen constancia"), "{waiting}");
        let names =
            &waiting[waiting.find("id=\"issue\"").expect("a section")..waiting.find("id=\"print\"").expect("after")];
        assert!(names.contains("Celia Ejemplo") && names.contains("Dora Ejemplo"), "{names}");
        for other in ["Ana Ejemplo", "Beti Ejemplo", "Elena Ejemplo"] {
            assert!(!names.contains(other), "{other}: {names}");
        }
        let facts = site.telar.facts().await.expect("the store answers");
        let pressed = coordinator.post(&page, &[]).await;
        assert_eq!((pressed.status, pressed.location.as_str()), (303, format!("{page}?done=issued").as_str()));
        assert_eq!(site.telar.facts().await.expect("the store answers"), facts + 2);
        let list = coordinator.get(&pressed.location).await.text;
        assert!(list.contains("tienen ya su constancia") && !list.contains("todavía no tienen"), "{list}");
        assert_eq!(coordinator.post(&page, &[]).await.status, 303);
        assert_eq!(site.telar.facts().await.expect("the store answers"), facts + 2, "a second press changes nothing");

        // Each finds hers in Hoy, in her own name and language, and taking it again gives the same one.
        let number = number_on_today(&mut dora).await;
        assert_eq!(verified(&site, &number).await["name"], "Dora Ejemplo");
        let path = format!("/enrolments/{}/certificate", dora.visitor().await.enrolments[0]);
        let again = dora.post(&path, &[("command", &new_command()), ("name", "Dora Ejemplo")]).await;
        assert_eq!(number_in(&again), number);
        let number = number_on_today(&mut celia).await;
        let document = site.telar.certificate(site.administrator, &number).await.expect("she sees it");
        assert_eq!((document.language.as_str(), document.name.as_str()), ("en", "Celia Ejemplo"));
        assert_eq!(document.stated.endorsement, journeys::endorsement());
        let hours = &verified(&site, &taken).await["hours"];
        assert_eq!(
            (&hours["own_time"], &hours["total"]),
            (&document.hours.own_time.into(), &document.hours.total().into())
        );
        assert_eq!(verified(&site, &taken).await["status"], "valid");
        assert_eq!(verified(&site, &revoked).await["replaced_by"], Value::Null, "who was revoked gets none");
        // And all of them are printed in one go.
        assert_eq!(site.telar.certificates_that_hold(&site.join_code).await.expect("the store answers").len(), 3);
    });
}

async fn number_on_today(learner: &mut Actor) -> String {
    let today = learner.get("/today").await.text;
    let at = today.find("/certificates/").unwrap_or_else(|| panic!("no certificate in {today}"));
    let rest = &today[at + "/certificates/".len()..];
    rest[..rest.find('"').expect("it ends")].to_owned()
}

#[test]
fn what_was_replaced_is_not_revoked_and_only_who_runs_the_cohort_finds_the_page() {
    on_both_engines(|site| async move {
        let (_, first) = certified(&site, "Marta Co Ejemplo", "es").await;
        let mut coordinator = site.staff("coordinator").await;
        let path = format!("/certificates/{first}/revocation");
        assert_eq!(coordinator.get(&path).await.status, 200);
        for mut wrong in [site.staff("facilitator").await, site.staff("assessor").await] {
            assert_eq!(wrong.get(&path).await.status, 404);
            assert_eq!(wrong.post(&path, &[("reason", "no es suya")]).await.status, 404);
        }
        let second = number_in(&reissue(&mut coordinator, &first, ("Marta Coʼ Ejemplo", "faltaba el saltillo")).await);
        let refused = coordinator.post(&path, &[("reason", "se emitió por error")]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains(&second), "it says which one holds: {}", refused.text);
        assert_eq!(verified(&site, &first).await["status"], "replaced");
    });
}

#[test]
fn all_certificates_of_a_cohort_are_one_file_equal_when_repeated() {
    on_both_engines(|site| async move {
        let mut numbers = Vec::new();
        for name in ["Ana Ejemplo", "Beti Ejemplo", "Celia Ejemplo"] {
            numbers.push(certified(&site, name, "es").await.1);
        }
        site.telar.revoke_certificate(site.administrator, &numbers[1], "se emitió por error").await.expect("revoked");
        let mut coordinator = site.staff("coordinator").await;
        let (page, file) =
            (format!("/cohorts/{}/certificates", site.cohort), format!("/cohorts/{}/certificates/file", site.cohort));
        let mut facilitator = site.staff("facilitator").await;
        assert_eq!(facilitator.post(&file, &[]).await.status, 404);
        assert_eq!(facilitator.get(&file).await.status, 404);
        assert!(
            !facilitator.get(&page).await.text.contains("/reissue"),
            "who only teaches sees the list without the doing"
        );
        assert_eq!(coordinator.get(&file).await.status, 303, "nothing was prepared");
        let first = prepared(&mut coordinator, &page, &file).await;
        for (number, there) in [(&numbers[0], true), (&numbers[1], false), (&numbers[2], true)] {
            let name = format!("constancia-{number}.pdf");
            let found = first.windows(name.len()).any(|bytes| bytes == name.as_bytes());
            assert_eq!(found, there, "{number}");
        }
        // Somebody else is erased: what was prepared is forgotten, and made again it is the same to the byte.
        let mut dora = site.learner("Dora Ejemplo").await;
        dora.post("/me/erasure", &[("command", &new_command()), ("wish", "ask"), ("certificates", "stay")]).await;
        let asked = site.telar.erasures(site.administrator).await.expect("the store answers");
        site.telar.carry_out_erasure(site.administrator, asked[0].erasure).await.expect("carried out");
        assert_eq!(coordinator.get(&file).await.status, 303, "nothing is prepared any more");
        assert!(prepared(&mut coordinator, &page, &file).await == first, "the same file again, to the byte");
        // One more is revoked: what was prepared is not given any more.
        site.telar.revoke_certificate(site.administrator, &numbers[2], "también por error").await.expect("revoked");
        assert_eq!(coordinator.get(&file).await.status, 303);
        assert!(coordinator.get(&page).await.text.contains("cambiaron las constancias"));
        let second = prepared(&mut coordinator, &page, &file).await;
        assert!(second.len() < first.len());
        site.wall.advance(domain::moment::Span::days(3));
        site.telar.revoke_certificate(site.administrator, &numbers[0], "la última").await.expect("revoked");
        assert!(coordinator.get(&page).await.text.contains("ninguna vigente"));
    });
}

async fn prepared(coordinator: &mut Actor, page: &str, file: &str) -> Vec<u8> {
    assert_eq!(coordinator.post(file, &[]).await.status, 303);
    loop {
        let json = coordinator.send("GET", page, &[], &[("accept", "application/json")]).await;
        let progress: Value = serde_json::from_str(&json.text).expect("JSON");
        match progress["state"].as_str().expect("a state") {
            "ready" => break,
            "waiting" | "working" => tokio::task::yield_now().await,
            other => panic!("{other}: {progress}"),
        }
    }
    let zip = coordinator.get(file).await;
    assert_eq!((zip.status, zip.kind.as_str()), (200, "application/zip"));
    zip.bytes
}
