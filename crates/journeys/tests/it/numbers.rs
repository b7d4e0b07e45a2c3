//! The analyst's page and its files: who is counted where, and that nobody is found by comparing two of them.

use crate::statistics_programme::Class;
use app::numbers::Numbers;
use domain::facts::CertificateRecords;
use domain::moment::Span;
use domain::numbers::{Dimension, Measure};
use journeys::{Actor, Site, new_command, on_both_engines};

/// What a learner says of herself.
struct Said<'a> {
    sector: &'a str,
    organisation: &'a str,
    municipality: &'a str,
    sex: &'a str,
    people: &'a str,
    community: &'a str,
}

const NURSE: Said<'static> = Said {
    sector: "health",
    organisation: "Hospital de Ejemplo",
    municipality: "1601",
    sex: "woman",
    people: "maya",
    community: "kek",
};
const PROSECUTOR: Said<'static> = Said {
    sector: "justice",
    organisation: "Fiscalía de Ejemplo",
    municipality: "101",
    sex: "man",
    people: "ladino",
    community: "spa",
};

async fn joins(site: &Site, name: &str, said: &Said<'_>) -> Actor {
    let mut actor = site.nobody();
    let command = new_command();
    let fields = [
        ("command", command.as_str()),
        ("name", name),
        ("sector", said.sector),
        ("organisation", said.organisation),
        ("municipality", said.municipality),
        ("sex", said.sex),
        ("people", said.people),
        ("community", said.community),
        ("language", "es"),
        ("consent", "on"),
        ("conduct", "on"),
    ];
    let page = actor.post(&format!("/c/{}", site.join_code), &fields).await;
    assert_eq!(page.status, 303, "joining redirects: {}", page.text);
    actor
}

async fn join(site: &Site, count: usize, said: &Said<'_>) -> Vec<Actor> {
    let mut all = Vec::new();
    for _ in 0..count {
        // No two have one name: the journal has grown between them.
        let name = format!("Persona {} Ejemplo", site.telar.facts().await.expect("the store answers"));
        all.push(joins(site, &name, said).await);
    }
    all
}

/// Every table as CSV, and the two whole files.
async fn exports(analyst: &mut Actor) -> (Vec<String>, [Vec<u8>; 2]) {
    let mut tables = Vec::new();
    for dimension in Dimension::ALL {
        let file = analyst.get(&format!("/numbers/{}/numbers.csv", dimension.as_str())).await;
        assert_eq!(file.status, 200, "{dimension:?}");
        tables.push(file.text);
    }
    let [xlsx, pdf] = [analyst.get("/numbers/numbers.xlsx").await, analyst.get("/numbers/numbers.pdf").await];
    assert!(xlsx.bytes.starts_with(b"PK") && pdf.bytes.starts_with(b"%PDF"));
    (tables, [xlsx.bytes, pdf.bytes])
}

async fn read(site: &Site, analyst: &mut Actor) -> Numbers {
    site.telar.numbers(&analyst.visitor().await).await.expect("she sees it")
}

/// The rows of a table of which something is shown: what they are called or their key, and their figures.
fn shown(numbers: &Numbers, dimension: Dimension) -> Vec<(&str, [Option<u64>; 4])> {
    let table = numbers.tables.iter().find(|it| it.dimension == dimension).expect("a table of each");
    let groups = table.groups.iter().map(|it| {
        let name = if it.label.is_empty() { it.key.as_str() } else { it.label.as_str() };
        let figures = [Measure::Enrolled, Measure::Active, Measure::Completed, Measure::Certified];
        (name, figures.map(|measure| it.figures.of(measure)))
    });
    groups.filter(|(_, figures)| figures.iter().any(Option::is_some)).collect()
}

const DAYS: Span = Span::days(2);

#[test]
fn two_exports_with_one_more_person_between_them_are_equal_and_with_five_more_they_move() {
    on_both_engines(|site| async move {
        let mut analyst = site.staff("analyst").await;
        join(&site, 12, &NURSE).await;
        join(&site, 7, &PROSECUTOR).await;
        let first = exports(&mut analyst).await;
        assert!(first.0[0].contains("\"Salud\",12,"), "{}", first.0[0]);
        let page = analyst.get("/numbers").await.text;

        join(&site, 1, &NURSE).await;
        assert!(exports(&mut analyst).await == first, "on the same day every file is the same to the byte");
        assert!(analyst.get("/numbers").await.text == page, "and so is the page");
        for _ in 0..3 {
            site.wall.advance(DAYS);
            assert_eq!(exports(&mut analyst).await.0, first.0, "one more is not seen, however often it is published");
        }
        assert!(analyst.get("/numbers").await.text.contains("20 de enero de 2027"), "it was published anew");

        join(&site, 3, &NURSE).await;
        site.wall.advance(DAYS);
        assert_eq!(exports(&mut analyst).await.0, first.0, "nor are four");
        join(&site, 1, &NURSE).await;
        assert_eq!(exports(&mut analyst).await.0, first.0, "five are, and not before the next publication");
        site.wall.advance(DAYS);
        let moved = exports(&mut analyst).await.0;
        assert!(moved[0].contains("\"Salud\",17,") && moved[0].contains("\"Todas las personas\",24,"), "{}", moved[0]);
    });
}

#[test]
fn who_is_erased_or_corrects_what_she_said_is_not_found_by_comparing() {
    on_both_engines(|site| async move {
        let mut analyst = site.staff("analyst").await;
        let mut nurses = join(&site, 12, &NURSE).await;
        join(&site, 9, &PROSECUTOR).await;
        let first = exports(&mut analyst).await.0;
        let person = nurses[0].visitor().await.person;
        site.telar.ask_erasure(person, CertificateRecords::Go).await.expect("asked");
        let waiting = site.telar.erasures(site.administrator).await.expect("the store answers");
        site.telar.carry_out_erasure(site.administrator, waiting[0].erasure).await.expect("carried out");
        nurses[1].read("t5-l1").await;
        site.wall.advance(DAYS);
        assert_eq!(exports(&mut analyst).await.0, first);
        // She says another people of herself: one less here, one more there.
        let page = nurses[2].get("/me/profile").await;
        let command = page.hidden("command");
        let fields = [
            ("command", command.as_str()),
            ("name", "Otra Ejemplo"),
            ("sector", "health"),
            ("organisation", NURSE.organisation),
            ("municipality", NURSE.municipality),
            ("sex", "woman"),
            ("people", "ladino"),
            ("community", "spa"),
            ("language", "es"),
        ];
        let changed = nurses[2].post("/me/profile", &fields).await;
        assert_eq!(changed.status, 303, "{}", changed.text);
        site.wall.advance(DAYS);
        assert_eq!(exports(&mut analyst).await.0, first);
    });
}

#[test]
fn each_person_is_counted_once_in_each_table_by_what_she_said() {
    on_both_engines(|site| async move {
        let mut analyst = site.staff("analyst").await;
        let mut nurses = join(&site, 6, &NURSE).await;
        join(&site, 5, &Said { organisation: " hospital  de EJEMPLO", people: "", community: "", sex: "", ..NURSE })
            .await;
        join(&site, 8, &PROSECUTOR).await;
        join(&site, 2, &Said { organisation: "Puesto de Ejemplo", municipality: "901", people: "xinka", ..NURSE })
            .await;
        // Six of the nurses go to another course as well, and five of these begin something there.
        let class = Class::open(&site).await;
        site.wall.advance(Span::days(1));
        let visitor = site.administrator().await.visitor().await;
        let code = site.telar.cohort(&visitor, class.cohort).await.expect("she sees it").card.join_code;
        for (number, nurse) in nurses.iter_mut().enumerate() {
            assert_eq!(nurse.post(&format!("/c/{code}"), &[("command", &new_command())]).await.status, 303);
            if number > 0 {
                nurse.start("mixta").await;
            }
        }
        let numbers = read(&site, &mut analyst).await;
        assert_eq!(numbers.total.of(Measure::Enrolled), Some(21));
        assert_eq!(numbers.total.of(Measure::Active), Some(5));
        let enrolled = |count| [Some(count), None, None, None];
        // Two Xinkas of a health post: with them go those of whom there are fewest.
        assert_eq!(
            shown(&numbers, Dimension::Sector),
            [("health", [Some(13), Some(5), None, None]), ("justice", enrolled(8))]
        );
        assert_eq!(
            shown(&numbers, Dimension::Organisation),
            [("Hospital de Ejemplo", [Some(11), Some(5), None, None])]
        );
        assert_eq!(shown(&numbers, Dimension::Department), [("16", [Some(11), Some(5), None, None])]);
        assert_eq!(shown(&numbers, Dimension::Sex), [("woman", enrolled(8)), ("man", enrolled(8)), ("", enrolled(5))]);
        assert_eq!(shown(&numbers, Dimension::People), [("maya", enrolled(6)), ("ladino", enrolled(8))]);
        assert_eq!(
            shown(&numbers, Dimension::Community),
            [("kek", enrolled(8)), ("spa", enrolled(8)), ("", enrolled(5))]
        );
        // Each is in the one cohort in which she came further.
        let cohorts = shown(&numbers, Dimension::Cohort);
        assert_eq!(
            cohorts,
            [("Cohorte de prueba", enrolled(15)), ("Cohorte que se mide", [Some(6), None, None, None])]
        );
        let page = analyst.get("/numbers").await.text;
        assert!(page.contains("Protegidas o por sumar") && page.contains("Sin dato"), "{page}");
        assert!(!page.contains("Puesto de Ejemplo"), "an organisation of two people");
    });
}

#[test]
fn a_site_of_four_people_says_that_there_is_nothing_to_show() {
    on_both_engines(|site| async move {
        let mut analyst = site.staff("analyst").await;
        join(&site, 4, &NURSE).await;
        let page = analyst.get("/numbers").await;
        assert!(page.text.contains("Todavía no hay cinco personas inscritas"), "{}", page.text);
        let (tables, _) = exports(&mut analyst).await;
        assert!(tables.iter().all(|table| !table.contains(",4")), "{tables:?}");
        assert_eq!(analyst.get("/numbers/name/numbers.csv").await.status, 404);
    });
}

#[test]
fn files_are_named_by_the_day_of_the_publication() {
    on_both_engines(|site| async move {
        let mut analyst = site.staff("analyst").await;
        join(&site, 6, &NURSE).await;
        assert_eq!(analyst.get("/numbers").await.status, 200);
        site.wall.advance(Span::hours(20));
        for (path, name) in [
            ("/numbers/numbers.xlsx", "numeros-2027-01-14.xlsx"),
            ("/numbers/numbers.pdf", "numeros-2027-01-14.pdf"),
            ("/numbers/people/numbers.csv", "numeros-2027-01-14-people.csv"),
        ] {
            let file = analyst.get(path).await;
            let named = file.headers.get("content-disposition").and_then(|it| it.to_str().ok()).unwrap_or_default();
            assert_eq!(named, format!("attachment; filename=\"{name}\""));
        }
    });
}
