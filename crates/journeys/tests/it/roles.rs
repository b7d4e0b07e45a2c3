//! Roles: given to somebody who is registered, taken away at once, and never the last administrator's.

use journeys::{Actor, Page, new_command, on_both_engines};

async fn give(by: &mut Actor, base: &str, (command, role, cohort): (&str, &str, &str)) -> Page {
    by.post(&format!("{base}/roles"), &[("command", command), ("role", role), ("cohort", cohort)]).await
}

/// The ways to take a role away that a page shows.
fn withdrawals(page: &Page) -> Vec<String> {
    let found = page.text.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
    found.filter(|it| it.ends_with("/withdrawal")).map(str::to_owned).collect()
}

#[test]
fn somebody_is_found_gets_a_role_and_loses_it_at_once() {
    on_both_engines(|site| async move {
        let mut administrator = site.administrator().await;
        let mut marta = site.learner("María Coʼ Ejemplo").await;
        let person = marta.visitor().await.person;
        let (base, cohort) = (format!("/site/people/{person}"), site.cohort.to_string());
        for looked_for in ["maria", "CO%27", "mar%C3%ADa%20co%E2%80%99%20ejem"] {
            let page = administrator.get(&format!("/site/people?name={looked_for}")).await;
            assert!(page.text.contains(&format!("href=\"{base}\"")), "{looked_for}: {}", page.text);
        }
        for looked_for in ["%25", "_", "%5C", "nadie"] {
            let page = administrator.get(&format!("/site/people?name={looked_for}")).await;
            assert!(page.text.contains("Nadie se llama así"), "{looked_for}");
        }
        assert!(!administrator.get("/site/people?name=%20").await.text.contains(&base), "nothing was looked for");

        assert_eq!(marta.get(&format!("/cohorts/{cohort}")).await.status, 404);
        let command = new_command();
        for _ in 0..2 {
            assert_eq!(give(&mut administrator, &base, (&command, "facilitator", &cohort)).await.status, 303);
        }
        assert_eq!(marta.get(&format!("/cohorts/{cohort}")).await.status, 200);
        assert_eq!(marta.visitor().await.grants.0.len(), 1, "the form that came twice gave it once");
        for (role, place, words) in [
            ("facilitator", cohort.as_str(), "Ya tiene ese papel"),
            ("coordinator", "", "necesita una cohorte"),
            ("coordinator", &person.to_string(), "necesita una cohorte"),
            ("queen", "", "Elija qué hará"),
        ] {
            let page = give(&mut administrator, &base, (&new_command(), role, place)).await;
            assert_eq!(page.status, 422, "{role}");
            assert!(page.text.contains(words), "{words} in {}", page.text);
        }

        let roles = withdrawals(&administrator.get(&base).await);
        assert_eq!(roles.len(), 1);
        assert_eq!(marta.post(&roles[0], &[]).await.status, 404, "she is no administrator");
        assert_eq!(administrator.post(&roles[0], &[]).await.status, 303);
        assert_eq!(marta.get(&format!("/cohorts/{cohort}")).await.status, 404, "at once, in the session that stands");
        assert_eq!(administrator.post(&roles[0], &[]).await.status, 404, "it is gone already");
        assert_eq!(marta.get("/today").await.status, 200, "she learns on");
    });
}

#[test]
fn the_last_administrator_stays_one() {
    on_both_engines(|site| async move {
        let mut administrator = site.administrator().await;
        let base = format!("/site/people/{}", site.administrator);
        let own = withdrawals(&administrator.get(&base).await);
        let person = site.administrator.to_string();
        let page = administrator.post(&own[0], &[("person", &person)]).await;
        assert_eq!(page.status, 409);
        assert!(page.text.contains("Es la única persona que administra"), "{}", page.text);

        let mut second = site.learner("Segunda Ejemplo").await;
        let other = format!("/site/people/{}", second.visitor().await.person);
        assert_eq!(give(&mut administrator, &other, (&new_command(), "administrator", "")).await.status, 303);
        assert_eq!(administrator.post(&own[0], &[("person", &person)]).await.status, 303);
        assert_eq!(administrator.get("/site").await.status, 404);
        let left = withdrawals(&second.get(&other).await);
        assert_eq!(second.post(&left[0], &[("person", &person)]).await.status, 409, "now it is her");
    });
}

#[test]
fn the_administrator_hands_a_link_to_whoever_cannot_get_in() {
    on_both_engines(|site| async move {
        let mut administrator = site.administrator().await;
        let person = site.learner("Sin Teléfono Ejemplo").await.visitor().await.person;
        let page = administrator.post(&format!("/site/people/{person}/entry-link"), &[]).await;
        let token =
            page.text.split("/enter/").nth(1).and_then(|rest| rest.split(['"', '<', '\n']).next()).expect("a link");
        let mut again = site.nobody();
        assert_eq!(again.get(&format!("/enter/{token}")).await.status, 200, "a previewer spends nothing");
        assert_eq!(again.post(&format!("/enter/{token}"), &[]).await.status, 303);
        assert_eq!(again.visitor().await.person, person);
        assert_ne!(site.nobody().post(&format!("/enter/{token}"), &[]).await.status, 303, "it enters once");
    });
}

#[test]
fn nobody_hands_out_a_way_in_to_more_than_she_may() {
    on_both_engines(|site| async move {
        let plain = site.learner("Sin Papel Ejemplo").await.visitor().await.person;
        let marta = site.learner("Con Papel Ejemplo").await;
        let person = marta.visitor().await.person;
        let mut administrator = site.administrator().await;
        let base = format!("/site/people/{person}");
        assert_eq!(give(&mut administrator, &base, (&new_command(), "administrator", "")).await.status, 303);
        let link = |person| format!("/cohorts/{}/people/{person}/entry-link", site.cohort);
        let slips = format!("/cohorts/{}/slips", site.cohort);
        for (role, plain_link, slip) in
            [("facilitator", 200, 404), ("assessor", 404, 404), ("coordinator", 200, 200), ("administrator", 200, 200)]
        {
            let mut actor = if role == "administrator" { site.administrator().await } else { site.staff(role).await };
            let expected = if role == "administrator" { 200 } else { 404 };
            assert_eq!(actor.post(&link(plain), &[]).await.status, plain_link, "{role}");
            assert_eq!(actor.post(&link(person), &[]).await.status, expected, "{role}: she would be an administrator");
            assert_eq!(actor.post(&slips, &[("person", &plain.to_string())]).await.status, slip, "{role}");
            assert_eq!(actor.post(&slips, &[("person", &person.to_string())]).await.status, expected, "{role}");
            let page = actor.get(&format!("/cohorts/{}", site.cohort)).await.text;
            assert_eq!(page.contains(&link(plain)), plain_link == 200, "{role}");
            assert_eq!(page.contains(&link(person)), expected == 200, "{role}");
        }
        // Slips for everybody leave out who has a role: her PIN stands.
        let coordinator = site.staff("coordinator").await.visitor().await;
        let cards = site
            .telar
            .make_slips(&coordinator, site.cohort, app::cohorts::SlipsFor::Members)
            .await
            .expect("slips are made");
        let names: Vec<&str> = cards.iter().map(|card| card.name.as_str()).collect();
        assert_eq!(names, ["Sin Papel Ejemplo"]);
    });
}
