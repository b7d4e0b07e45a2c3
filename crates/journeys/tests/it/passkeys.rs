//! Keys on phones: made in Yo, entering without a word, taken away; and everything that must not enter. The phone is `authenticator.rs`;
//! a real browser's is in `e2e/journeys/passkeys.spec.ts`.

use crate::authenticator::Authenticator;
use domain::moment::Span;
use journeys::{Actor, Page, Site, new_command, on_both_engines};
use serde_json::{Value, json};

const ADDRESS: &str = "https://telar.test";

/// The site at an address for which browsers make keys.
fn at(mut site: Site, public_url: &str) -> Site {
    let settings = web::Settings { public_url: public_url.into(), demo: false, worker: web::Worker::On };
    site.router = web::router(web::State::new(site.telar.clone(), settings));
    site
}

fn on_a_site_with_keys<F: Future<Output = ()>>(journey: impl Fn(Site) -> F) {
    on_both_engines(|site| journey(at(site, ADDRESS)));
}

async fn send(actor: &mut Actor, path: &str, body: &Value) -> Page {
    actor.post_body(path, &body.to_string(), &[("origin", ADDRESS)]).await
}

fn json(page: &Page) -> Value {
    serde_json::from_str(&page.text).unwrap_or_else(|why| panic!("{why} in {} {}", page.status, page.text))
}

fn problem(page: &Page) -> (u16, String) {
    (page.status, json(page)["problem"].as_str().unwrap_or_default().to_owned())
}

async fn asked_to_make(actor: &mut Actor) -> Value {
    let page = send(actor, "/me/passkeys/challenge", &json!({})).await;
    assert_eq!(page.status, 200, "{}", page.text);
    json(&page)
}

async fn make(actor: &mut Actor, phone: &mut Authenticator, label: &str) {
    let made = phone.make(&asked_to_make(actor).await);
    let page = send(actor, "/me/passkeys", &json!({ "label": label, "made": made })).await;
    assert_eq!((page.status, json(&page)["next"].as_str()), (200, Some("/me?done=passkey")), "{}", page.text);
}

async fn asked_to_enter(actor: &mut Actor) -> Value {
    let page = send(actor, "/enter/passkey/challenge", &json!({})).await;
    assert_eq!(page.status, 200, "{}", page.text);
    json(&page)
}

async fn enter(actor: &mut Actor, phone: &mut Authenticator) -> Page {
    let signed = phone.sign(&asked_to_enter(actor).await);
    send(actor, "/enter/passkey", &signed).await
}

/// Where her list lets her take a key away, oldest first.
fn removals(page: &Page) -> Vec<String> {
    let parts = page.text.split("action=\"/me/passkeys/").skip(1);
    parts.map(|part| format!("/me/passkeys/{}", part.split('"').next().unwrap_or_default())).collect()
}

async fn outbox(actor: &mut Actor) -> Value {
    json(&actor.get("/me/outbox").await)["key"].clone()
}

async fn learner_with_key(site: &Site, name: &str) -> (Actor, Authenticator) {
    let mut actor = site.learner(name).await;
    let mut phone = Authenticator::at(ADDRESS);
    make(&mut actor, &mut phone, "Mi teléfono").await;
    (actor, phone)
}

#[test]
fn a_key_enters_without_a_word_and_the_session_that_was_there_ends() {
    on_a_site_with_keys(|site| async move {
        let (mut marta, mut phone) = learner_with_key(&site, "Marta Ejemplo").await;
        let person = marta.visitor().await.person;
        let me = marta.get("/me").await;
        assert!(me.text.contains("Mi teléfono") && me.text.contains("Sin usar"), "{}", me.text);
        // Rosa is signed in on the phone; Marta's key enters as Marta, and Rosa's cookie opens nothing any more.
        let mut shared = site.learner("Rosa Ejemplo").await;
        let mut before = shared.clone();
        let page = enter(&mut shared, &mut phone).await;
        assert_eq!((page.status, json(&page)["next"].as_str()), (200, Some("/")), "{}", page.text);
        assert_eq!(shared.visitor().await.person, person);
        assert_eq!(before.get("/me").await.location, "/enter", "a session never outlives the next sign-in");
        assert_eq!(outbox(&mut shared).await, outbox(&mut marta).await, "what waits on the phone opens");
        assert!(shared.get("/me").await.text.contains("Usada el"), "it says when it was used");
        assert_eq!(enter(&mut site.nobody(), &mut phone).await.status, 200, "and again, by a higher count");
        let data = json(&shared.get("/me/data.json").await);
        assert_eq!(data["passkeys"][0]["label"], "Mi teléfono");
        assert!(!data["passkeys"].to_string().contains("kept"), "{data}");
    });
}

#[test]
fn a_signature_enters_once_and_only_where_it_was_asked_for() {
    on_a_site_with_keys(|site| async move {
        let (_, mut phone) = learner_with_key(&site, "Marta Ejemplo").await;
        let mut one = site.nobody();
        let mut thief = one.clone();
        let asked = asked_to_enter(&mut one).await;
        let signed = phone.sign(&asked);
        assert_eq!(problem(&send(&mut thief, "/enter/passkey", &signed).await), (422, "spent".into()), "no cookie");
        let mut with_cookie = one.clone();
        assert_eq!(send(&mut one, "/enter/passkey", &signed).await.status, 200);
        for again in [&mut one, &mut with_cookie] {
            assert_eq!(problem(&send(again, "/enter/passkey", &signed).await), (422, "spent".into()), "replayed");
        }
        assert!(with_cookie.token().is_none());
        // What was signed for another question serves no other.
        let mut other = site.nobody();
        asked_to_enter(&mut other).await;
        assert_eq!(problem(&send(&mut other, "/enter/passkey", &signed).await), (422, "wrong".into()));
        // A second question takes the place of the first.
        let mut third = site.nobody();
        let first = asked_to_enter(&mut third).await;
        asked_to_enter(&mut third).await;
        let late = phone.sign(&first);
        assert_eq!(problem(&send(&mut third, "/enter/passkey", &late).await), (422, "wrong".into()));
        // Five minutes, and no longer.
        let mut slow = site.nobody();
        let signed = phone.sign(&asked_to_enter(&mut slow).await);
        site.wall.advance(Span(Span::minutes(5).0 + 1));
        assert_eq!(problem(&send(&mut slow, "/enter/passkey", &signed).await), (422, "spent".into()));
        assert!(slow.token().is_none());
    });
}

#[test]
fn what_is_not_signed_by_her_for_this_site_does_not_enter() {
    on_a_site_with_keys(|site| async move {
        let (_, mut phone) = learner_with_key(&site, "Marta Ejemplo").await;
        let (rosa, rosas_phone) = learner_with_key(&site, "Rosa Ejemplo").await;
        phone.verifies = false;
        let page = enter(&mut site.nobody(), &mut phone).await;
        assert_eq!(problem(&page), (422, "not_verified".into()));
        assert!(json(&page)["words"].as_str().is_some_and(|words| words.contains("no comprobó que es usted")));
        phone.verifies = true;
        phone.origin = "https://telar.test.evil.example".into();
        assert_eq!(problem(&enter(&mut site.nobody(), &mut phone).await), (422, "wrong".into()), "another site's page");
        phone.origin = ADDRESS.into();
        // A copy of the phone from before: its count is behind.
        assert_eq!(enter(&mut site.nobody(), &mut phone).await.status, 200);
        phone.keys[0].count = 0;
        assert_eq!(problem(&enter(&mut site.nobody(), &mut phone).await), (422, "wrong".into()));
        phone.keys[0].count = 40;
        // Her key under Rosa's name, and Rosa's key's name over her signature.
        let own = std::mem::replace(&mut phone.keys[0].handle, rosas_phone.keys[0].handle.clone());
        assert_eq!(problem(&enter(&mut site.nobody(), &mut phone).await), (422, "wrong".into()));
        phone.keys[0].handle = own;
        let mut nobody = site.nobody();
        let rosas = rosas_phone.made();
        let mut signed = phone.sign(&asked_to_enter(&mut nobody).await);
        for place in ["id", "rawId"] {
            signed[place] = rosas.clone();
        }
        assert_eq!(problem(&send(&mut nobody, "/enter/passkey", &signed).await), (422, "wrong".into()));
        assert!(nobody.token().is_none());
        for nonsense in [json!({}), json!([]), json!({ "id": "x" }), json!({ "rawId": "%%", "response": null })] {
            let mut nobody = site.nobody();
            asked_to_enter(&mut nobody).await;
            assert_eq!(problem(&send(&mut nobody, "/enter/passkey", &nonsense).await), (422, "wrong".into()));
        }
        let page = site.nobody().post_body("/enter/passkey", "{", &[]).await;
        assert_eq!(page.status, 422);
        let page = site.nobody().post_body("/enter/passkey", &"x".repeat(17_000), &[]).await;
        assert_eq!(page.status, 413, "what is longer than any key is not read");
        drop(rosa);
    });
}

#[test]
fn failures_are_counted_by_the_key_and_slow_no_other() {
    on_a_site_with_keys(|site| async move {
        let (marta, mut phone) = learner_with_key(&site, "Marta Ejemplo").await;
        let (_, mut other) = learner_with_key(&site, "Rosa Ejemplo").await;
        phone.verifies = false;
        for _ in 0..5 {
            assert_eq!(problem(&enter(&mut site.nobody(), &mut phone).await).0, 422);
        }
        phone.verifies = true;
        let page = enter(&mut site.nobody(), &mut phone).await;
        assert_eq!(problem(&page), (429, "too_many".into()), "even the right one waits now");
        assert_eq!(enter(&mut site.nobody(), &mut other).await.status, 200, "others do not");
        let code = site.telar.entry_code(marta.visitor().await.person).await.expect("the store answers");
        let page = site.nobody().post("/enter", &[("code", &code), ("pin", "000000")]).await;
        assert_eq!(page.status, 422, "nor does her PIN");
        site.wall.advance(Span::minutes(2));
        assert_eq!(enter(&mut site.nobody(), &mut phone).await.status, 200);
    });
}

#[test]
fn a_key_is_made_by_the_session_that_asked_for_it_once_and_for_nobody_else() {
    on_a_site_with_keys(|site| async move {
        let (mut marta, mut rosa) = (site.learner("Marta Ejemplo").await, site.learner("Rosa Ejemplo").await);
        let mut phone = Authenticator::at(ADDRESS);
        let asked = asked_to_make(&mut marta).await;
        let body = json!({ "label": "x", "made": phone.make(&asked) });
        assert_eq!(problem(&send(&mut rosa, "/me/passkeys", &body).await), (422, "spent".into()));
        // Another session of her own did not ask either.
        let mut tablet = site.enter(marta.visitor().await.person).await;
        assert_eq!(problem(&send(&mut tablet, "/me/passkeys", &body).await), (422, "spent".into()));
        assert_eq!(send(&mut marta, "/me/passkeys", &body).await.status, 200);
        assert_eq!(problem(&send(&mut marta, "/me/passkeys", &body).await), (422, "spent".into()), "once");
        // The same key again, under a question of its own, or of somebody else's.
        phone.verifies = false;
        let unverified = json!({ "label": "x", "made": phone.make(&asked_to_make(&mut rosa).await) });
        assert_eq!(problem(&send(&mut rosa, "/me/passkeys", &unverified).await), (422, "not_verified".into()));
        phone.verifies = true;
        let stale = json!({ "label": "x", "made": phone.make(&asked) });
        asked_to_make(&mut rosa).await;
        assert_eq!(problem(&send(&mut rosa, "/me/passkeys", &stale).await), (422, "wrong".into()));
        let elsewhere = {
            let mut phone = Authenticator::at("https://evil.example");
            json!({ "label": "x", "made": phone.make(&asked_to_make(&mut rosa).await) })
        };
        assert_eq!(problem(&send(&mut rosa, "/me/passkeys", &elsewhere).await), (422, "wrong".into()));
        let made = phone.make(&asked_to_make(&mut rosa).await);
        site.wall.advance(Span::minutes(6));
        let late = json!({ "label": "x", "made": made });
        assert_eq!(problem(&send(&mut rosa, "/me/passkeys", &late).await), (422, "spent".into()));
        assert!(removals(&rosa.get("/me").await).is_empty());
        // Her phone is told which keys of hers there are, and by one name that says nothing of her.
        let again = asked_to_make(&mut marta).await;
        assert_eq!(again["excludeCredentials"][0]["id"], body["made"]["id"]);
        assert_eq!(again["user"]["id"], asked["user"]["id"]);
        let person = marta.visitor().await.person.to_string();
        assert!(!again.to_string().contains(&person));
        assert_ne!(asked_to_make(&mut rosa).await["user"]["id"], asked["user"]["id"]);
    });
}

#[test]
fn a_name_is_her_own_or_the_device_s_and_there_are_ten_keys_at_most() {
    on_a_site_with_keys(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let mut phone = Authenticator::at(ADDRESS);
        make(&mut marta, &mut phone, " <b>Mi\n teléfono</b> ").await;
        make(&mut marta, &mut phone, "   ").await;
        let me = marta.get("/me").await;
        assert!(me.text.contains("&#60;b&#62;Mi teléfono") && !me.text.contains("<b>Mi"), "{}", me.text);
        for _ in 2..10 {
            make(&mut marta, &mut phone, &"ñ".repeat(300)).await;
        }
        let page = send(&mut marta, "/me/passkeys/challenge", &json!({})).await;
        assert_eq!(problem(&page), (422, "full".into()));
        let me = marta.get("/me").await;
        assert!(me.text.contains("Ya tiene diez llaves") && !me.text.contains("data-passkey=\"add\""));
        assert_eq!(removals(&me).len(), 10);
    });
}

#[test]
fn who_lost_her_phone_comes_back_by_a_link_and_the_lost_key_opens_nothing() {
    on_a_site_with_keys(|site| async move {
        // She joined and made a key; she has neither slip nor password.
        let (marta, mut lost) = learner_with_key(&site, "Marta Ejemplo").await;
        let person = marta.visitor().await.person;
        drop(marta);
        let mut facilitator = site.staff("facilitator").await;
        let path = format!("/cohorts/{}/people/{person}/entry-link", site.cohort);
        let page = facilitator.post(&path, &[]).await;
        assert_eq!(page.status, 200, "{}", page.text);
        let link = page.text.split("/enter/").nth(1).and_then(|rest| rest.get(..64)).expect("a link").to_owned();
        let mut new_phone = site.nobody();
        assert_eq!(new_phone.post(&format!("/enter/{link}"), &[]).await.status, 303);
        assert_eq!(new_phone.visitor().await.person, person);
        let removal = removals(&new_phone.get("/me").await).remove(0);
        // Nobody else takes it away.
        let mut rosa = site.learner("Rosa Ejemplo").await;
        rosa.post(&removal, &[]).await;
        assert_eq!(enter(&mut site.nobody(), &mut lost).await.status, 200);
        let page = new_phone.post(&removal, &[]).await;
        assert_eq!((page.status, page.location.as_str()), (303, "/me?done=passkey-gone"));
        let mut finder = site.nobody();
        let page = enter(&mut finder, &mut lost).await;
        assert_eq!(problem(&page), (422, "unknown".into()));
        assert!(json(&page)["words"].as_str().is_some_and(|words| words.contains("se quitó de la cuenta")));
        assert!(finder.token().is_none());
        let mut own = Authenticator::at(ADDRESS);
        make(&mut new_phone, &mut own, "El nuevo").await;
        assert_eq!(own.keys[0].handle, lost.keys[0].handle, "the new key takes the old one's place on a phone");
        assert_eq!(enter(&mut site.nobody(), &mut own).await.status, 200);
    });
}

#[test]
fn an_erased_person_s_keys_open_nothing_and_are_gone() {
    on_a_site_with_keys(|site| async move {
        let (mut marta, mut phone) = learner_with_key(&site, "Marta Ejemplo").await;
        let person = marta.visitor().await.person;
        asked_to_make(&mut marta).await;
        assert_eq!(marta.post("/me/erasure", &[("wish", "ask")]).await.status, 303);
        let waiting = site.telar.erasures(site.administrator).await.expect("the store answers");
        site.telar.carry_out_erasure(site.administrator, waiting[0].erasure).await.expect("carried out");
        assert_eq!(problem(&enter(&mut site.nobody(), &mut phone).await), (422, "unknown".into()));
        assert!(site.telar.passkeys(person).await.expect("the store answers").is_empty());
    });
}

#[test]
fn at_an_address_without_a_name_or_without_tls_no_page_speaks_of_keys() {
    on_both_engines(|site| async move {
        for address in ["http://telar.test", "https://192.168.1.4", "http://192.168.1.4:8080"] {
            let other = at_again(&site, address);
            let mut marta = site.with_router(other.clone());
            assert_eq!(marta.join_as(&site.join_code, &named(address), &new_command(), &[]).await.status, 303);
            let mut nobody = site.with_router(other);
            for page in [marta.get("/me").await, nobody.get("/enter").await] {
                assert_eq!(page.status, 200);
                assert!(!page.text.contains("passkey"), "{address}: {}", page.text);
            }
            for (actor, path) in [
                (&mut marta, "/me/passkeys/challenge"),
                (&mut nobody.clone(), "/enter/passkey/challenge"),
                (&mut nobody, "/enter/passkey"),
            ] {
                let page = actor.post_body(path, "{}", &[]).await;
                assert_eq!(problem(&page), (409, "not_here".into()), "{path}");
                assert!(json(&page)["words"].as_str().is_some_and(|words| words.contains("esta dirección")));
            }
        }
        // The site is at a name; who reads it by a number gets no key there.
        let mut nobody = site.with_router(at_again(&site, ADDRESS));
        let page = nobody.post_body("/enter/passkey/challenge", "{}", &[("origin", "http://127.0.0.1:8080")]).await;
        assert_eq!(problem(&page), (409, "not_here".into()));
    });
}

fn at_again(site: &Site, public_url: &str) -> axum::Router {
    let settings = web::Settings { public_url: public_url.into(), demo: false, worker: web::Worker::On };
    web::router(web::State::new(site.telar.clone(), settings))
}

fn named(address: &str) -> String {
    format!("Marta {}", address.chars().map(|c| if c.is_ascii_alphabetic() { c } else { 'o' }).collect::<String>())
}
