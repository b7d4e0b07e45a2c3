//! A password of one's own: set when it is hard to guess, said before it is changed, and good on any device by code, telephone or e-mail.

use journeys::{Actor, Page, new_command, on_both_engines};

const GOOD: &str = "tres loros cruzan el puente";
const OTHER: &str = "la neblina baja despacio hoy";

async fn set(actor: &mut Actor, (current, new, again): (&str, &str, &str)) -> Page {
    actor.post("/me/password", &[("current", current), ("new", new), ("again", again)]).await
}

async fn enter(site: &journeys::Site, name: &str, secret: &str) -> u16 {
    site.nobody().post("/enter", &[("code", name), ("pin", secret)]).await.status
}

#[test]
fn a_password_enters_by_code_telephone_and_email_and_ends_the_other_sessions_when_it_changes() {
    on_both_engines(|site| async move {
        let mut marta = site.nobody();
        let more = [("phone", "5551 2345"), ("email", "Marta@Example.org")];
        assert_eq!(marta.join_as(&site.join_code, "Marta Ejemplo", &new_command(), &more).await.status, 303);
        let person = marta.visitor().await.person;
        for (new, again, words) in [
            ("corta", "corta", "de 8 a 128"),
            ("marta2027", "marta2027", "se adivina pronto"),
            (GOOD, OTHER, "no son iguales"),
        ] {
            let page = set(&mut marta, ("", new, again)).await;
            assert_eq!(page.status, 422);
            assert!(page.text.contains(words), "{words} in {}", page.text);
        }
        assert_eq!(set(&mut marta, ("", GOOD, GOOD)).await.status, 303);
        let code = site.telar.entry_code(person).await.expect("the store answers");
        for name in [code.as_str(), &code.to_lowercase(), "5551-2345", "+502 5551 2345", " Marta@example.org "] {
            assert_eq!(enter(&site, name, GOOD).await, 303, "{name}");
        }
        assert_eq!(enter(&site, &code, OTHER).await, 422);
        assert_eq!(enter(&site, "nadie@example.org", GOOD).await, 422);

        // It is changed by who says the old one; every other device is signed out.
        let mut other = site.nobody();
        assert_eq!(other.post("/enter", &[("code", &code), ("pin", GOOD)]).await.status, 303);
        assert_eq!(set(&mut other, (OTHER, OTHER, OTHER)).await.status, 422, "the one that stands was not said");
        assert_eq!(set(&mut other, (GOOD, OTHER, OTHER)).await.status, 303);
        assert_eq!(marta.get("/me").await.location, "/enter", "the first device is out");
        assert_eq!(other.get("/me").await.status, 200);
        assert_eq!((enter(&site, &code, GOOD).await, enter(&site, &code, OTHER).await), (422, 303));
        let page = other.post("/me/password", &[("current", OTHER), ("wish", "drop")]).await;
        assert_eq!(page.status, 303);
        assert_eq!(enter(&site, &code, OTHER).await, 422);
    });
}

#[test]
fn a_telephone_that_two_people_gave_names_nobody() {
    on_both_engines(|site| async move {
        for name in ["Marta Ejemplo", "Rosa Ejemplo"] {
            let mut one = site.nobody();
            let joined = one.join_as(&site.join_code, name, &new_command(), &[("phone", "5551 2345")]).await;
            assert_eq!(joined.status, 303);
            assert_eq!(set(&mut one, ("", GOOD, GOOD)).await.status, 303);
        }
        assert_eq!(enter(&site, "5551 2345", GOOD).await, 422);
    });
}

#[test]
fn guessing_by_any_name_of_an_account_is_one_count() {
    on_both_engines(|site| async move {
        let mut marta = site.nobody();
        let more = [("phone", "5551 2345"), ("email", "marta@example.org")];
        assert_eq!(marta.join_as(&site.join_code, "Marta Ejemplo", &new_command(), &more).await.status, 303);
        assert_eq!(set(&mut marta, ("", GOOD, GOOD)).await.status, 303);
        let code = site.telar.entry_code(marta.visitor().await.person).await.expect("the store answers");
        for name in [code.as_str(), "5551 2345", "marta@example.org", code.as_str(), "55512345"] {
            assert_ne!(enter(&site, name, OTHER).await, 303);
        }
        assert_eq!(enter(&site, "marta@example.org", GOOD).await, 429, "even the right one waits now");
        assert_eq!(marta.get("/me").await.status, 200, "who is in stays in");
    });
}

#[test]
fn signing_in_on_a_device_ends_the_session_that_was_there() {
    on_both_engines(|site| async move {
        let (mut marta, rosa) = (site.learner("Marta Ejemplo").await, site.learner("Rosa Ejemplo").await);
        let old = marta.clone();
        let link = site.telar.make_entry_link(rosa.visitor().await.person).await.expect("a link");
        assert_eq!(marta.post(&format!("/enter/{}", link.token), &[]).await.status, 303);
        assert_eq!(marta.visitor().await.person, rosa.visitor().await.person);
        let mut stolen = old;
        assert_eq!(stolen.get("/me").await.location, "/enter", "the cookie that was there opens nothing any more");
    });
}
