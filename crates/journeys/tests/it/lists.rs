//! Lists of people: sent, looked through, mended, taken, sent again, and taken back.

use journeys::{Actor, Page, Site, new_command, on_both_engines};

fn csv(rows: &[&str]) -> Vec<u8> {
    let head = "Nombre completo;Sexo;Pueblo;Sector;Institución;Municipio;Teléfono;Correo electrónico;Mascota";
    format!("{head}\r\n{}\r\n", rows.join("\r\n")).into_bytes()
}

const MARTA: &str = "MARTA CO’ XOL;F;Maya;Salud;Puesto de Salud El Ejemplo;Coban;5551-2345;;gato";
const OTTO: &str = "Otto Ejemplo Pop;M;Ladino;Justicia;Juzgado del Ejemplo;1601;;otto@example.org;";

/// Sends a list and gives back where it is.
async fn send(actor: &mut Actor, site: &Site, file: &[u8]) -> String {
    let sent = actor.upload(&format!("/cohorts/{}/lists", site.cohort), &[], ("lista.csv", file)).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    sent.location
}

async fn facts(site: &Site) -> u64 {
    site.telar.facts().await.expect("the journal counts")
}

async fn post(actor: &mut Actor, path: &str) -> Page {
    let page = actor.post(path, &[]).await;
    assert_eq!(page.status, 303, "{path}: {}", page.text);
    page
}

/// Waits until nothing of the list is under way.
async fn done(actor: &mut Actor, list: &str) -> String {
    for _ in 0..600 {
        let page = actor.get(list).await;
        if !page.text.contains("<progress") {
            return page.text;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the list does not end");
}

#[test]
fn a_list_is_looked_through_before_anybody_is_registered_and_the_same_list_changes_nothing() {
    on_both_engines(|site| async move {
        let mut coordinator = site.staff("coordinator").await;
        let before = facts(&site).await;
        let rows = [
            MARTA,
            OTTO,
            "Marta Co' Xol;Mujer;;;;Cobán;;;",
            "=CMD();;;;;;;;",
            "Ana Ejemplo;;marciano;;;Nunca jamás;123;a@;",
        ];
        let list = send(&mut coordinator, &site, &csv(&rows)).await;
        assert_eq!(facts(&site).await, before, "nothing is written before it is taken");
        let page = coordinator.get(&list).await.text;
        for words in [
            "3 personas nuevas quedan nombradas",
            "Una fila repite a otra",
            "Una fila no se puede tomar",
            "Columnas que no se leen: Mascota",
            "queda «Marta Co’ Xol»",
            "una hoja de cálculo toma por fórmula",
            "Pueblo: «marciano» no se entiende",
            "Municipio: «Nunca jamás» no se entiende",
            "Teléfono: «123» no se entiende",
            "Correo electrónico: «a@» no se entiende",
            "Es la misma persona que la fila 2",
            "Nombrar a 3 personas",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        // The faulty row is mended by hand, the odd one taken out.
        let row = format!("{list}/rows/5");
        assert!(coordinator.get(&row).await.text.contains("=CMD()"));
        let fields = [("name", "Berta Ejemplo"), ("municipality", "1601"), ("sector", "health")];
        assert_eq!(coordinator.post(&row, &fields).await.status, 303);
        assert_eq!(coordinator.post(&format!("{list}/rows/6"), &[("what", "out")]).await.status, 303);
        let page = coordinator.get(&list).await.text;
        assert!(page.contains("Nombrar a 3 personas") && page.contains("queda fuera porque usted la sacó"), "{page}");
        post(&mut coordinator, &format!("{list}/taking")).await;
        let page = done(&mut coordinator, &list).await;
        assert!(page.contains("3 personas nuevas, nombradas"), "{page}");
        let admission = coordinator.get(&format!("/cohorts/{}/admission", site.cohort)).await.text;
        for words in ["Marta Co’ Xol", "Otto Ejemplo Pop", "Berta Ejemplo", "Puesto de Salud El Ejemplo"] {
            assert!(admission.contains(words), "{words}: {admission}");
        }
        // Pressed twice, and sent again with other accents and signs: nothing changes.
        let after = facts(&site).await;
        post(&mut coordinator, &format!("{list}/taking")).await;
        let again = ["Marta Co' Xól;;;;;;;;", "OTTO EJEMPLO POP;;;;;Cobán;;;", "berta ejemplo;;;;;;;;"];
        let second = send(&mut coordinator, &site, &csv(&again)).await;
        let page = coordinator.get(&second).await.text;
        assert!(page.contains("3 ya están en la cohorte") && page.contains("no trae a nadie nuevo"), "{page}");
        post(&mut coordinator, &format!("{second}/taking")).await;
        assert!(done(&mut coordinator, &second).await.contains("3 ya están en la cohorte"));
        assert_eq!(facts(&site).await, after);
    });
}

#[test]
fn a_list_is_taken_back_within_a_day_and_who_accepted_stays() {
    on_both_engines(|site| async move {
        let mut coordinator = site.staff("coordinator").await;
        let list = send(&mut coordinator, &site, &csv(&[MARTA, OTTO])).await;
        post(&mut coordinator, &format!("{list}/taking")).await;
        done(&mut coordinator, &list).await;
        // Otto enters by a link that his coordinator hands him, and accepts.
        let admission = coordinator.get(&format!("/cohorts/{}/admission", site.cohort)).await.text;
        let links: Vec<&str> = admission.split("action=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
        let link = links.iter().filter(|it| it.ends_with("/entry-link")).nth(1).expect("a link for each");
        let page = coordinator.post(link, &[]).await.text;
        assert!(page.contains("/enter/"), "{link}: {page}");
        let enter = page.split("/enter/").nth(1).and_then(|it| it.split(['"', '<']).next()).expect("a link").to_owned();
        let mut otto = site.nobody();
        assert_eq!(otto.post(&format!("/enter/{enter}"), &[]).await.status, 303);
        let today = otto.get("/today").await.text;
        let accept = today.split("href=\"").skip(1).filter_map(|it| it.split('"').next());
        let accept = accept.filter(|it| it.starts_with("/applications/")).last().expect("his place waits").to_owned();
        let command = new_command();
        let fields = [
            ("command", command.as_str()),
            ("name", "Otto Ejemplo Pop"),
            ("sector", "justice"),
            ("organisation", "Juzgado del Ejemplo"),
            ("municipality", "1601"),
            ("consent", "on"),
            ("conduct", "on"),
        ];
        assert_eq!(otto.post(&accept, &fields).await.status, 303);
        assert_eq!(otto.visitor().await.enrolments.len(), 1);

        post(&mut coordinator, &format!("{list}/undo")).await;
        let page = done(&mut coordinator, &list).await;
        assert!(page.contains("Una se borró") && page.contains("Una se queda"), "{page}");
        assert_eq!(otto.visitor().await.enrolments.len(), 1, "who accepted stays");
        let admission = coordinator.get(&format!("/cohorts/{}/admission", site.cohort)).await.text;
        assert!(!admission.contains("Marta Co"), "nothing is left of her");
        // The same list once more: she comes anew, he is there.
        let second = send(&mut coordinator, &site, &csv(&[MARTA, OTTO])).await;
        let page = coordinator.get(&second).await.text;
        assert!(
            page.contains("Una persona nueva queda nombrada") && page.contains("Una ya está en la cohorte"),
            "{page}"
        );
        post(&mut coordinator, &format!("{second}/taking")).await;
        done(&mut coordinator, &second).await;
        site.wall.advance(domain::moment::Span::days(1));
        let late = coordinator.post(&format!("{second}/undo"), &[]).await;
        assert_eq!(late.status, 409);
        assert!(late.text.contains("Ya pasó un día"), "{}", late.text);
    });
}

#[test]
fn a_list_takes_no_more_than_there_are_places_and_tells_before() {
    on_both_engines(|site| async move {
        let mut coordinator = site.staff("coordinator").await;
        let fields = [("command", &*new_command()), ("door", "nomination"), ("places", "1")];
        assert_eq!(coordinator.post(&format!("/cohorts/{}/admission", site.cohort), &fields).await.status, 303);
        let list = send(&mut coordinator, &site, &csv(&[MARTA, OTTO])).await;
        let page = coordinator.get(&list).await.text;
        assert!(page.contains("tiene un solo lugar libre: una fila no cabe"), "{page}");
        post(&mut coordinator, &format!("{list}/taking")).await;
        let page = done(&mut coordinator, &list).await;
        assert!(page.contains("Una persona nueva, nombrada") && page.contains("Una quedó sin lugar"), "{page}");
        let rest = coordinator.get(&format!("{list}/rest.xlsx")).await;
        assert_eq!(rest.status, 200);
        // What was left out comes in as it was given, once there is room.
        let fields = [("command", &*new_command()), ("door", "nomination"), ("places", "5")];
        assert_eq!(coordinator.post(&format!("/cohorts/{}/admission", site.cohort), &fields).await.status, 303);
        let second = send(&mut coordinator, &site, &rest.bytes).await;
        let page = coordinator.get(&second).await.text;
        assert!(page.contains("Una persona nueva queda nombrada") && page.contains("Otto Ejemplo Pop"), "{page}");
        post(&mut coordinator, &format!("{second}/taking")).await;
        done(&mut coordinator, &second).await;
        // The people of the cohort as a list: the same columns, and every one of them there already.
        for ending in ["csv", "xlsx"] {
            let people = coordinator.get(&format!("/cohorts/{}/people.{ending}", site.cohort)).await;
            let third = send(&mut coordinator, &site, &people.bytes).await;
            let page = coordinator.get(&third).await.text;
            assert!(page.contains("2 ya están en la cohorte") && page.contains("no trae a nadie nuevo"), "{page}");
        }
    });
}

#[test]
fn who_waits_comes_before_who_is_named_and_the_preview_counts_so() {
    on_both_engines(|site| async move {
        let mut coordinator = site.staff("coordinator").await;
        let admission = format!("/cohorts/{}/admission", site.cohort);
        for (door, places) in [("link", "1"), ("request", "3")] {
            let fields = [("command", &*new_command()), ("door", door), ("places", places)];
            assert_eq!(coordinator.post(&admission, &fields).await.status, 303);
            if door == "link" {
                site.learner("Ana Ejemplo").await;
                let mut berta = site.nobody();
                assert_eq!(berta.join(&site.join_code, "Berta Ejemplo").await.status, 303, "she waits");
                // Nobody is promoted by a list that is only looked at.
                let list = send(&mut coordinator, &site, &csv(&[MARTA, OTTO])).await;
                let page = coordinator.get(&list).await.text;
                assert!(page.contains("no tiene lugares libres: 2 filas no caben"), "{page}");
                assert!(page.contains("No cabe nadie más"), "{page}");
            }
        }
        // Three places: Ana, Berta who waited, and one of the list.
        let list = send(&mut coordinator, &site, &csv(&[MARTA, OTTO])).await;
        let page = coordinator.get(&list).await.text;
        assert!(page.contains("un solo lugar libre: una fila no cabe"), "{page}");
        post(&mut coordinator, &format!("{list}/taking")).await;
        let page = done(&mut coordinator, &list).await;
        assert!(page.contains("Una persona nueva, nombrada") && page.contains("Una quedó sin lugar"), "{page}");
    });
}

#[test]
fn naming_somebody_who_has_an_account_is_no_way_into_it() {
    on_both_engines(|site| async move {
        // Marta is in another cohort, which this coordinator does not run, and gave the same name and telephone there.
        let other = site.cohort_of(&crate::timed::package()).await;
        let mut marta = site.nobody();
        assert_eq!(marta.join_as(&other, "Marta Co’ Xol", &new_command(), &[("phone", "5551 2345")]).await.status, 303);
        let mut coordinator = site.staff("coordinator").await;
        let list = send(&mut coordinator, &site, &csv(&[MARTA])).await;
        let page = coordinator.get(&list).await.text;
        assert!(page.contains("que ya tiene cuenta queda nombrada con ella"), "{page}");
        post(&mut coordinator, &format!("{list}/taking")).await;
        done(&mut coordinator, &list).await;
        let person = marta.visitor().await.person;
        let admission = coordinator.get(&format!("/cohorts/{}/admission", site.cohort)).await.text;
        assert!(admission.contains("Marta Co’ Xol") && !admission.contains("/entry-link"), "{admission}");
        let link = format!("/cohorts/{}/people/{person}/entry-link", site.cohort);
        assert_eq!(coordinator.post(&link, &[]).await.status, 404);
        let slips = format!("/cohorts/{}/slips", site.cohort);
        assert_eq!(coordinator.post(&slips, &[("person", &person.to_string())]).await.status, 404);
        assert_eq!(coordinator.post(&slips, &[("whom", "named")]).await.status, 404);
        // She finds it in her own account, and taking the list back leaves that account as it was.
        assert!(marta.get("/today").await.text.contains("/applications/"));
        post(&mut coordinator, &format!("{list}/undo")).await;
        assert!(done(&mut coordinator, &list).await.contains("conserva su cuenta"));
        assert_eq!(marta.visitor().await.enrolments.len(), 1);
        assert!(!marta.get("/today").await.text.contains("/applications/"));
    });
}

#[test]
fn files_that_are_no_list_get_a_clear_word() {
    on_both_engines(|site| async move {
        let mut coordinator = site.staff("coordinator").await;
        let path = format!("/cohorts/{}/lists", site.cohort);
        let many = "Nombre\n".to_owned() + &"Ana\n".repeat(6_000);
        for (file, words) in [
            (b"".as_slice(), "Elija un archivo"),
            (b"PK\x03\x04roto", "no es de Excel"),
            (b"\0\x01\x02\x03\x04\x05\x06\x07", "no es de Excel"),
            (b"\n;;\n", "vacío"),
            (b"Tel\xc3\xa9fono\n55512345\n", "cuál columna tiene los nombres"),
            (b"Nombre\n", "no hay nadie"),
            (many.as_bytes(), "más de"),
        ]
        .map(|(file, words): (&[u8], &str)| (file, words))
        {
            let page = coordinator.upload(&path, &[], ("lista.csv", file)).await;
            assert_eq!(page.status, 422, "{words}");
            assert!(page.text.contains(words), "{words}: {}", page.text);
        }
        // Another cohort's coordinator, a facilitator and an analyst have no lists here.
        let list = send(&mut coordinator, &site, &csv(&[MARTA])).await;
        for role in ["facilitator", "assessor", "analyst"] {
            let mut other = site.staff(role).await;
            assert_eq!(other.get(&list).await.status, 404, "{role}");
            assert_eq!(other.post(&format!("{list}/taking"), &[]).await.status, 404, "{role}");
            assert_eq!(other.upload(&path, &[], ("lista.csv", &csv(&[MARTA]))).await.status, 404, "{role}");
        }
        // A draft is thrown away; another stays. Of very many the oldest gives way.
        let second = send(&mut coordinator, &site, &csv(&[OTTO])).await;
        assert_eq!(coordinator.get(&list).await.status, 200);
        assert_eq!(coordinator.post(&format!("{second}/discard"), &[]).await.status, 303);
        assert_eq!(coordinator.get(&second).await.status, 404);
        for _ in 0..10 {
            site.wall.advance(domain::moment::Span::minutes(1));
            send(&mut coordinator, &site, &csv(&[OTTO])).await;
        }
        assert_eq!(coordinator.get(&list).await.status, 404);
    });
}
