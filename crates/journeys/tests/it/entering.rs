//! Coming back on another device.

use domain::moment::Span;
use journeys::on_both_engines;

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
        let slips = site.telar.make_slips(&coordinator, site.cohort, None).await.expect("slips");
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
fn guesses_sent_at_once_are_counted_one_by_one() {
    on_both_engines(|site| async move {
        site.learner("Marta Ejemplo").await;
        let coordinator = site.administrator().await.visitor().await;
        let slip = site.telar.make_slips(&coordinator, site.cohort, None).await.expect("slips").remove(0);
        let mut guesses = tokio::task::JoinSet::new();
        for guess in 0..40 {
            let (telar, code) = (site.telar.clone(), slip.code.clone());
            let pin = if slip.pin == format!("{guess:06}") { "999999".to_owned() } else { format!("{guess:06}") };
            guesses.spawn(async move { telar.enter_with_pin(&code, &pin, "test").await.err() });
        }
        let refused = guesses.join_all().await;
        let looked_at = refused.iter().filter(|why| matches!(why, Some(app::access::EnterRefused::Wrong))).count();
        assert_eq!(looked_at, 4, "the fifth and all after it have to wait");
        let right = site.telar.enter_with_pin(&slip.code, &slip.pin, "test").await;
        assert!(matches!(right, Err(app::access::EnterRefused::TooMany { .. })));
    });
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
        let calendar = marta.get("/calendar").await;
        assert!(!calendar.text.contains("Telar"), "the neutral page names nothing");
        marta.post("/back", &[]).await;
        assert_eq!(marta.get("/today").await.status, 200);
    });
}
