//! Admission: three doors, places, days, a waiting list that moves by itself, and people named by their institution.

use journeys::{Actor, Page, Site, new_command, on_both_engines};

async fn set(actor: &mut Actor, site: &Site, change: &[(&str, &str)]) -> Page {
    let command = new_command();
    let mut fields = vec![("command", command.as_str()), ("door", "link")];
    for (name, value) in change {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    actor.post(&format!("/cohorts/{}/admission", site.cohort), &fields).await
}

async fn enrolled(site: &Site, actor: &Actor) -> bool {
    actor.visitor().await.enrolments.len() == 1 && site.telar.learning(actor.visitor().await.person).await.is_ok()
}

/// Where the first form of a page posts that ends so.
fn action(page: &Page, ending: &str) -> String {
    let found = page.text.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
    found.filter(|it| it.ends_with(ending)).last().unwrap_or_else(|| panic!("no {ending} in {}", page.text)).to_owned()
}

async fn decide(actor: &mut Actor, path: &str, decision: &str, word: &str) -> Page {
    actor.post(path, &[("command", &new_command()), ("decision", decision), ("word", word)]).await
}

#[test]
fn who_comes_when_all_places_are_taken_waits_and_comes_in_by_herself() {
    on_both_engines(|site| async move {
        let mut coordinator = site.staff("coordinator").await;
        assert_eq!(set(&mut coordinator, &site, &[("places", "2")]).await.status, 303);
        let (mut ana, berta) = (site.learner("Ana Ejemplo").await, site.learner("Berta Ejemplo").await);
        assert!(enrolled(&site, &ana).await && enrolled(&site, &berta).await);
        let page = site.nobody().get(&format!("/c/{}", site.join_code)).await;
        assert!(page.text.contains("Llenos") && page.text.contains("Entrar en la lista de espera"), "{}", page.text);
        let (mut carla, mut delia) = (site.nobody(), site.nobody());
        assert_eq!(carla.join(&site.join_code, "Carla Ejemplo").await.status, 303);
        assert_eq!(delia.join(&site.join_code, "Delia Ejemplo").await.status, 303);
        assert!(!enrolled(&site, &carla).await);
        let page = carla.get("/today").await;
        assert!(page.text.contains("en la lista de espera, primera o primero"), "{}", page.text);
        assert!(delia.get("/today").await.text.contains("después de una persona"));
        assert_eq!(carla.get("/programme").await.status, 404, "who waits does not read yet");

        // Somebody leaves: the first on the list is in, and nobody had to do anything.
        let leave = action(&ana.get("/me").await, "/end");
        assert_eq!(ana.post(&leave, &[]).await.status, 303);
        assert!(enrolled(&site, &carla).await && !enrolled(&site, &delia).await);
        assert_eq!(ana.visitor().await.enrolments.len(), 0);
        // More places: the next is in as well.
        assert_eq!(set(&mut coordinator, &site, &[("places", "3")]).await.status, 303);
        assert!(enrolled(&site, &delia).await);
        // Who left does not come back by the link alone: a coordinator decides, and what she did stays hers.
        assert_eq!(set(&mut coordinator, &site, &[("places", "9")]).await.status, 303);
        assert_eq!(ana.post(&format!("/c/{}", site.join_code), &[("command", &new_command())]).await.status, 303);
        assert!(ana.get("/today").await.text.contains("Su solicitud llegó"));
        let page = coordinator.get(&format!("/cohorts/{}/admission", site.cohort)).await;
        assert!(page.text.contains("Ana Ejemplo"), "{}", page.text);
        let path = page.text.split("/applications/").nth(1).and_then(|rest| rest.split('"').next()).expect("her line");
        let path = format!("/cohorts/{}/applications/{path}", site.cohort);
        assert_eq!(decide(&mut coordinator, &path, "admit", "").await.status, 303);
        assert!(enrolled(&site, &ana).await);
        assert_eq!(decide(&mut coordinator, &path, "refuse", "").await.status, 422, "it is decided");
    });
}

#[test]
fn a_place_that_is_asked_for_is_answered_in_kind_words() {
    on_both_engines(|site| async move {
        let mut coordinator = site.staff("coordinator").await;
        assert_eq!(
            set(&mut coordinator, &site, &[("door", "request"), ("requirements", "Trabajar con niñez")]).await.status,
            303
        );
        let mut marta = site.nobody();
        let refused = marta.join_as(&site.join_code, "Marta Ejemplo", &new_command(), &[]).await;
        assert_eq!(refused.status, 422, "what is needed has to be ticked");
        assert!(refused.text.contains("Trabajar con niñez"), "{}", refused.text);
        let asked = marta.join_as(&site.join_code, "Marta Ejemplo", &new_command(), &[("requirements", "on")]).await;
        assert_eq!(asked.status, 303, "{}", asked.text);
        assert!(marta.get("/today").await.text.contains("Su solicitud llegó"));
        let page = coordinator.get(&format!("/cohorts/{}/admission", site.cohort)).await;
        let path = page.text.split("/applications/").nth(1).and_then(|rest| rest.split('"').next()).expect("her line");
        let path = format!("/cohorts/{}/applications/{path}", site.cohort);
        for role in ["facilitator", "assessor", "analyst"] {
            let mut other = site.staff(role).await;
            assert_eq!(decide(&mut other, &path, "admit", "").await.status, 404, "{role}");
        }
        let word = "En marzo abrimos otro grupo; guarde este enlace.";
        assert_eq!(decide(&mut coordinator, &path, "refuse", word).await.status, 303);
        let today = marta.get("/today").await.text;
        assert!(today.contains("Esta vez no hubo lugar") && today.contains(word), "{today}");
        assert!(!enrolled(&site, &marta).await);
    });
}

#[test]
fn outside_its_days_the_door_says_when_it_opens() {
    on_both_engines(|site| async move {
        // It is 2027-01-14 here.
        let mut coordinator = site.staff("coordinator").await;
        let link = format!("/c/{}", site.join_code);
        set(&mut coordinator, &site, &[("opens", "2027-01-15"), ("closes", "2027-01-20")]).await;
        let page = site.nobody().get(&link).await.text;
        assert!(
            page.contains("La inscripción abre el 15 de enero de 2027") && !page.contains("name=\"sector\""),
            "{page}"
        );
        assert_eq!(site.nobody().join_as(&site.join_code, "Marta Ejemplo", &new_command(), &[]).await.status, 409);
        set(&mut coordinator, &site, &[("closes", "2027-01-13")]).await;
        assert!(site.nobody().get(&link).await.text.contains("La inscripción cerró el 13 de enero"));
        set(&mut coordinator, &site, &[("opens", "2027-01-14"), ("closes", "2027-01-14")]).await;
        assert_eq!(site.nobody().join(&site.join_code, "Marta Ejemplo").await.status, 303, "both days are open");
        for (field, value) in
            [("places", "0"), ("places", "muchos"), ("opens", "ayer"), ("door", "ventana"), ("after", "otro")]
        {
            let page = set(&mut coordinator, &site, &[(field, value)]).await;
            assert_eq!(page.status, 422, "{field} {value}");
        }
        let page = set(&mut coordinator, &site, &[("opens", "2027-02-02"), ("closes", "2027-02-01")]).await;
        assert!(
            page.text.contains("value=\"2027-02-02\"") && page.text.contains("no puede ser antes"),
            "{}",
            page.text
        );
    });
}

#[test]
fn an_institution_names_its_people_and_each_accepts_for_herself() {
    on_both_engines(|site| async move {
        let mut coordinator = site.staff("coordinator").await;
        let base = format!("/cohorts/{}", site.cohort);
        set(&mut coordinator, &site, &[("door", "nomination"), ("places", "2")]).await;
        assert!(site.nobody().get(&format!("/c/{}", site.join_code)).await.text.contains("se entra por nombramiento"));
        let fields =
            [("command", new_command()), ("organisation", "Hospital de Ejemplo".into()), ("places", "2".into())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(coordinator.post(&format!("{base}/nominations"), &fields).await.status, 303);
        let page = coordinator.get(&format!("{base}/admission")).await.text;
        let code =
            page.split("/n/").nth(1).and_then(|rest| rest.split(['"', '<']).next()).expect("its link").to_owned();
        let link = format!("/n/{code}");
        let mut officer = site.nobody();
        let name = async |officer: &mut Actor, name: &str| {
            officer
                .post(&link, &[("command", &new_command()), ("name", name), ("post", "Enfermera"), ("phone", "")])
                .await
        };
        assert_eq!(name(&mut officer, "Marta Coʼ Ejemplo").await.status, 303);
        assert_eq!(name(&mut officer, "marta co' ejemplo").await.status, 422, "she is named already");
        assert_eq!(name(&mut officer, "Otto Ejemplo").await.status, 303);
        assert_eq!(name(&mut officer, "Rosa Ejemplo").await.status, 422, "it named as many as it may");
        let page = officer.get(&link).await;
        assert!(
            page.text.contains("Marta Coʼ Ejemplo") && page.text.contains("Nombrada, sin aceptar"),
            "{}",
            page.text
        );
        let letter = officer.get(&format!("{link}/letter")).await;
        assert_eq!((letter.status, letter.kind.as_str()), (200, "application/pdf"));
        assert!(letter.bytes.starts_with(b"%PDF-"));
        // Both places are kept, though nobody is in.
        let page = coordinator.get(&format!("{base}/admission")).await.text;
        assert!(page.contains("2 de 2 lugares") && page.contains("0 aceptaron · 2 nombradas de 2"), "{page}");

        // Her link: opening it spends nothing, the button does; then she reads what she is asked, and signs.
        let page = officer.get(&link).await.text;
        let hers = page.split("Marta Co").nth(1).expect("her line");
        let make =
            hers.split("action=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("her link's form").to_owned();
        let made = officer.post(&make, &[]).await;
        assert_eq!(made.status, 200, "{}", made.text);
        let token = made.text.split("/enter/").nth(1).and_then(|rest| rest.split(['"', '<']).next()).expect("a link");
        let mut marta = site.nobody();
        for _ in 0..3 {
            assert_eq!(site.nobody().get(&format!("/enter/{token}")).await.status, 200, "a messenger looks at it");
        }
        assert_eq!(marta.post(&format!("/enter/{token}"), &[]).await.status, 303);
        assert_eq!(site.nobody().post(&format!("/enter/{token}"), &[]).await.status, 410);
        let today = marta.get("/today").await.text;
        assert!(today.contains("Hospital de Ejemplo le nombró"), "{today}");
        let accept =
            today.split("href=\"/applications/").nth(1).and_then(|rest| rest.split('"').next()).expect("a way in");
        let accept = format!("/applications/{accept}");
        let page = marta.get(&accept).await.text;
        assert!(
            page.contains("value=\"Marta Coʼ Ejemplo\"") && page.contains("value=\"Hospital de Ejemplo\""),
            "{page}"
        );
        let mut other = site.nobody();
        assert_eq!(other.get(&accept).await.location, "/enter");
        let fields = [
            ("command", new_command()),
            ("name", "Marta Coʼ Ejemplo".into()),
            ("sector", "health".into()),
            ("organisation", "Hospital de Ejemplo".into()),
            ("municipality", "1601".into()),
            ("consent", "on".into()),
        ];
        let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let refused = marta.post(&accept, &fields).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("hace falta comprometerse"), "{}", refused.text);
        fields.push(("conduct", "on"));
        assert_eq!(marta.post(&accept, &fields).await.status, 303);
        assert_eq!(marta.post(&accept, &fields).await.status, 303, "the same press twice is one");
        assert!(enrolled(&site, &marta).await);
        assert!(marta.get("/me").await.text.contains("/agreements/conduct/"));
        // The organisation's link opens nothing of hers any more.
        assert_eq!(officer.post(&make, &[]).await.status, 404);
        // Whom it takes back frees a place.
        let page = officer.get(&link).await;
        assert_eq!(officer.post(&action(&page, "/withdrawal"), &[]).await.status, 303);
        assert_eq!(name(&mut officer, "Rosa Ejemplo").await.status, 303);
    });
}

#[test]
fn two_hundred_people_join_in_one_minute_from_one_address() {
    on_both_engines(|site| async move {
        let mut joining = tokio::task::JoinSet::new();
        for number in 0..200 {
            let (mut actor, code) = (site.nobody(), site.join_code.clone());
            joining
                .spawn(async move { actor.join(&code, &format!("Persona Ejemplo {}", letters(number))).await.status });
        }
        let statuses = joining.join_all().await;
        assert!(statuses.iter().all(|status| *status == 303), "{statuses:?}");
        let administrator = site.administrator().await.visitor().await;
        assert_eq!(site.telar.cohort(&administrator, site.cohort).await.expect("she sees it").people.len(), 200);
    });
}

/// A number as letters, as a name has them.
fn letters(number: u32) -> String {
    number.to_string().chars().map(|digit| char::from(b'a' + (digit as u8 - b'0'))).collect()
}

#[test]
fn one_number_given_twice_is_told_to_whoever_runs_the_cohort_and_shown_to_nobody() {
    on_both_engines(|site| async move {
        let path = format!("/cohorts/{}/admission", site.cohort);
        let join = |name: &'static str, cui: &'static str| {
            let (mut actor, code) = (site.nobody(), site.join_code.clone());
            async move {
                assert_eq!(actor.join_as(&code, name, &new_command(), &[("cui", cui)]).await.status, 303);
                actor
            }
        };
        join("Ana Ejemplo", "1234 56780 1601").await;
        join("Berta Ejemplo", "1234 56780 1602").await;
        let mut coordinator = site.staff("coordinator").await;
        assert!(!coordinator.get(&path).await.text.contains("El mismo CUI"));
        let mut again = join("Anita Ejemplo", "1234-56780-1601").await;
        let page = coordinator.get(&path).await.text;
        assert!(page.contains("Ana Ejemplo y Anita Ejemplo dieron el mismo CUI"), "{page}");
        assert_eq!(page.matches("dieron el mismo CUI").count(), 1, "the pair is told once");
        assert!(!page.contains("56780"), "{page}");
        assert_eq!(again.post("/me/profile/number", &[]).await.status, 303);
        assert!(!coordinator.get(&path).await.text.contains("El mismo CUI"), "she took her number back");
    });
}
