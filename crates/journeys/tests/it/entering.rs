//! Coming back on another device.

use domain::moment::Span;
use journeys::{new_command, on_both_engines};
use std::collections::BTreeMap;

#[test]
fn opening_a_link_spends_nothing_and_pressing_its_button_spends_it() {
    on_both_engines(|site| async move {
        let marta = site.learner("Marta Ejemplo").await;
        let person = marta.visitor().await.person;
        let link = site.telar.make_entry_link(person).await.expect("a link");
        let path = format!("/enter/{}", link.token);
        for _ in 0..3 {
            assert_eq!(site.nobody().get(&path).await.status, 200, "a messenger's preview opens it");
        }
        let mut phone = site.nobody();
        assert_eq!(phone.post(&path, &[]).await.status, 303);
        assert_eq!(phone.visitor().await.person, person);
        let mut late = site.nobody();
        assert_ne!(late.post(&path, &[]).await.status, 303, "it enters once");
        assert!(late.token().is_none());
    });
}

#[test]
fn a_link_runs_out() {
    on_both_engines(|site| async move {
        let person = site.learner("Marta Ejemplo").await.visitor().await.person;
        let link = site.telar.make_entry_link(person).await.expect("a link");
        site.wall.advance(Span::days(3));
        assert_ne!(site.nobody().post(&format!("/enter/{}", link.token), &[]).await.status, 303);
    });
}

#[test]
fn a_slip_enters_and_guessing_its_pin_is_slowed_for_the_account_alone() {
    on_both_engines(|site| async move {
        let (marta, rosa) = (site.learner("Marta Ejemplo").await, site.learner("Rosa Ejemplo").await);
        let coordinator = site.administrator().await.visitor().await;
        let slips =
            site.telar.make_slips(&coordinator, site.cohort, app::cohorts::SlipsFor::Members).await.expect("slips");
        let slip = |name: &str| slips.iter().find(|slip| slip.name.as_str() == name).expect("her slip").clone();
        let (hers, other) = (slip("Marta Ejemplo"), slip("Rosa Ejemplo"));
        let mut phone = site.nobody();
        let page = phone.post("/enter", &[("code", &hers.code.to_lowercase()), ("pin", &hers.pin)]).await;
        assert_eq!(page.status, 303, "{}", page.text);
        assert_eq!(phone.visitor().await.person, marta.visitor().await.person);
        let wrong = if other.pin == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            site.nobody().post("/enter", &[("code", &other.code), ("pin", wrong)]).await;
        }
        let mut locked = site.nobody();
        locked.post("/enter", &[("code", &other.code), ("pin", &other.pin)]).await;
        assert!(locked.token().is_none(), "even the right PIN waits now");
        let mut phone = site.nobody();
        assert_eq!(
            phone.post("/enter", &[("code", &hers.code), ("pin", &hers.pin)]).await.status,
            303,
            "others do not"
        );
        site.wall.advance(Span::hours(1));
        let mut back = site.nobody();
        assert_eq!(back.post("/enter", &[("code", &other.code), ("pin", &other.pin)]).await.status, 303);
        assert_eq!(back.visitor().await.person, rosa.visitor().await.person);
    });
}

#[test]
fn guessing_in_parallel_tries_no_more_pins_than_guessing_in_turn() {
    on_both_engines(|site| async move {
        let marta = site.learner("Marta Ejemplo").await;
        let coordinator = site.administrator().await.visitor().await;
        let slips =
            site.telar.make_slips(&coordinator, site.cohort, app::cohorts::SlipsFor::Members).await.expect("slips");
        let (code, pin) = (slips[0].code.clone(), slips[0].pin.clone());
        // The first five are counted before any of them is known to be wrong, and the fifth already waits.
        assert_eq!(burst(&site, &code, &pin).await, [(422, 4), (429, 46)].into());
        site.wall.advance(Span::minutes(1));
        assert_eq!(burst(&site, &code, &pin).await, [(429, 50)].into());
        let mut early = site.nobody();
        early.post("/enter", &[("code", &code), ("pin", &pin)]).await;
        assert!(early.token().is_none(), "of the second burst one was tried, and the wait is longer");
        site.wall.advance(Span::minutes(2));
        let mut phone = site.nobody();
        assert_eq!(phone.post("/enter", &[("code", &code), ("pin", &pin)]).await.status, 303);
        assert_eq!(phone.visitor().await.person, marta.visitor().await.person);
        let wrong = site.nobody().post("/enter", &[("code", &code), ("pin", &wrong(&pin, 0))]).await;
        assert_eq!(wrong.status, 422, "entering began the count anew");
    });
}

/// Fifty wrong PINs at once: how many were answered how.
async fn burst(site: &journeys::Site, code: &str, pin: &str) -> BTreeMap<u16, u32> {
    let tries: Vec<_> = (0..50)
        .map(|place| {
            let (mut guesser, code, wrong) = (site.nobody(), code.to_owned(), wrong(pin, place));
            tokio::spawn(async move { guesser.post("/enter", &[("code", &code), ("pin", &wrong)]).await.status })
        })
        .collect();
    let mut answers = BTreeMap::new();
    for one in tries {
        *answers.entry(one.await.expect("no panic")).or_default() += 1;
    }
    answers
}

fn wrong(pin: &str, place: u32) -> String {
    let pin: u32 = pin.parse().expect("digits");
    format!("{:06}", (pin + 1 + place) % 1_000_000)
}

#[test]
fn leaving_quickly_hides_every_page_until_she_comes_back() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let left = marta.post("/leave", &[]).await;
        assert_eq!((left.status, left.location.as_str()), (303, "/calendar"));
        for path in ["/today", "/activities/t5-l1", "/me"] {
            assert_eq!(marta.get(path).await.location, "/calendar", "{path}");
        }
        assert_eq!(marta.get("/no-such-page").await.location, "/calendar", "nor does a page that is not there");
        let calendar = marta.get("/calendar").await;
        assert!(!calendar.text.contains("Telar"), "the neutral page names nothing");
        marta.post("/back", &[]).await;
        assert_eq!(marta.get("/today").await.status, 200);
    });
}

#[test]
fn the_words_change_and_a_page_stays_also_after_a_form_was_answered() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let attempt = marta.start("t5-q").await;
        let asked = marta.post(&format!("/attempts/{attempt}/submission"), &[("command", &new_command())]).await;
        assert!(asked.text.contains("name=\"unanswered\""), "open questions are asked about: {}", asked.text);
        for (from, to) in [
            (format!("/attempts/{attempt}/submission"), format!("/attempts/{attempt}")),
            ("/me/entry-link".to_owned(), "/me".to_owned()),
            ("/me/name".to_owned(), "/me".to_owned()),
            ("/programme?x=1".to_owned(), "/programme?x=1".to_owned()),
            ("/sign-out".to_owned(), "/".to_owned()),
        ] {
            let referer = format!("http://telar.test{from}");
            let headers = [("sec-fetch-site", "same-origin"), ("referer", referer.as_str())];
            let chosen = marta.send("POST", "/language", &[("language", "en")], &headers).await;
            assert_eq!((chosen.status, &chosen.location), (303, &to), "{from}");
            assert!(matches!(marta.get(&to).await.status, 200 | 303), "{to}");
        }
    });
}

#[test]
fn a_page_that_is_not_there_shows_the_places_of_whoever_is_signed_in() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let lost = marta.get("/no-such-page").await;
        assert_eq!(lost.status, 404);
        assert!(lost.text.contains("href=\"/programme\""), "{}", lost.text);
        let lost = marta.get("/me/name").await;
        assert!(lost.status == 404 && lost.text.contains("href=\"/programme\""), "a form's address is no page");
        assert!(!site.nobody().get("/no-such-page").await.text.contains("href=\"/programme\""));
    });
}
