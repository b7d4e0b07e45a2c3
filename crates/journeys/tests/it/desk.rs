//! The coordinator's desk: people found, filtered and sorted, a page at a time, and the same as a file.

use journeys::{Actor, Site, new_command, on_both_engines};

async fn join(site: &Site, name: &str, (sector, municipality): (&str, &str)) -> Actor {
    let mut actor = site.nobody();
    let fields = [
        ("command", &*new_command()),
        ("name", name),
        ("sector", sector),
        ("organisation", "Puesto de Salud El Ejemplo"),
        ("municipality", municipality),
        ("language", "es"),
        ("consent", "on"),
        ("conduct", "on"),
    ];
    let page = actor.post(&format!("/c/{}", site.join_code), &fields).await;
    assert_eq!(page.status, 303, "{}", page.text);
    actor
}

fn letters(number: usize) -> String {
    let letter = |number: usize| char::from(b'a' + (number % 26) as u8);
    format!("B{}{}", letter(number / 26), letter(number))
}

#[test]
fn people_are_found_filtered_and_sorted_and_the_file_holds_the_same() {
    on_both_engines(|site| async move {
        for number in 0..52 {
            join(&site, &format!("Persona {}", letters(number)), ("health", "1601")).await;
        }
        let mut marta = join(&site, "Marta Co’ Xol", ("justice", "101")).await;
        for lesson in ["t5-l1", "t5-l2"] {
            marta.read(lesson).await;
        }
        let mut coordinator = site.staff("coordinator").await;
        let cohort = format!("/cohorts/{}", site.cohort);
        let rows = |text: &str| text.matches("<tr id=\"p-").count();
        let page = coordinator.get(&cohort).await.text;
        assert!(rows(&page) == 50 && page.contains("1 de 2") && page.contains("53 de 53"), "{page}");
        let page = coordinator.get(&format!("{cohort}?page=2")).await.text;
        assert_eq!(rows(&page), 3, "{page}");
        assert_eq!(rows(&coordinator.get(&format!("{cohort}?page=999")).await.text), 3, "past the last is the last");
        for (asked, wanted) in [
            ("q=marta+co'", 1),
            ("q=EJEMPLO", 53),
            ("sector=justice", 1),
            ("department=1", 1),
            ("department=0", 0),
            ("standing=on_the_way", 1),
            ("standing=certified", 0),
            ("standing=not_begun&q=bb", 26),
        ] {
            let page = coordinator.get(&format!("{cohort}?{asked}")).await.text;
            assert_eq!(rows(&page), wanted.min(50), "{asked}");
            assert!(page.contains(&format!("{wanted} de 53")), "{asked}");
            let file = coordinator.get(&format!("{cohort}/progress.csv?{asked}")).await;
            assert_eq!(file.text.lines().count(), wanted + 1, "{asked}: {}", file.text);
            assert_eq!(&coordinator.get(&format!("{cohort}/progress.xlsx?{asked}")).await.bytes[..2], b"PK");
        }
        let page = coordinator.get(&format!("{cohort}?order=progress&page=2")).await.text;
        let last = page.rfind("<tr id=\"p-").expect("a row");
        assert!(page[last..].contains("Marta Co’ Xol"), "who has done most is last");
        // A week goes by: who needs a hand is told with the reason, and the rest are behind a link.
        site.wall.advance(domain::moment::Span::days(8));
        let page = coordinator.get(&cohort).await.text;
        assert!(page.contains("Ver a las 53 personas que necesitan una mano"), "{page}");
        assert_eq!(page.matches("class=\"need\"").count(), 8);
        let file = coordinator.get(&format!("{cohort}/progress.csv?standing=needs")).await.text;
        assert!(file.lines().count() == 54 && file.contains("sin entrar"), "{file}");
        // Nobody else reads that file, and a facilitator sees the same list.
        assert_eq!(site.staff("analyst").await.get(&format!("{cohort}/progress.csv")).await.status, 404);
        assert_eq!(rows(&site.staff("facilitator").await.get(&cohort).await.text), 50);
    });
}

#[test]
fn what_begins_tomorrow_and_was_not_opened_is_told() {
    on_both_engines(|site| async move {
        let mut ana = join(&site, "Ana Ejemplo", ("health", "1601")).await;
        let mut coordinator = site.staff("coordinator").await;
        // The cohort starts on 2027-01-11, and it is the 14th: the day before its first day is five days back.
        site.wall.set(domain::Moment(1_799_939_400_000) - domain::moment::Span::days(4));
        let cohort = format!("/cohorts/{}", site.cohort);
        let page = coordinator.get(&cohort).await.text;
        assert!(page.contains("Mañana empieza"), "{page}");
        ana.read("t5-l1").await;
        let page = coordinator.get(&cohort).await.text;
        assert!(!page.contains("Mañana empieza"), "{page}");
    });
}
