//! A certificate with the wrong name, one that was revoked, and all of a cohort's at once.

use journeys::{Actor, Page, Site, new_command, on_both_engines};
use serde_json::Value;

/// Finishes the programme and takes her certificate; gives back its number.
async fn certified(site: &Site, name: &str, language: &str) -> (Actor, String) {
    let mut learner = site.learner(name).await;
    for lesson in ["t5-l1", "t5-l2", "t5-l3"] {
        learner.read(lesson).await;
    }
    learner.take("t5-p", |_| true).await;
    learner.take("t5-q", |_| true).await;
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
