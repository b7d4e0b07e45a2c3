//! Organisations as things: made, renamed, merged, separated and sorted by who administers; what people wrote stays as they wrote it.

use domain::organisations::{LARGEST_LOGO, LogoFormat};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use journeys::{Actor, Page, Site, new_command, on_both_engines};
use std::io::Cursor;
use store::Rebuild;

const NONE: (&str, &[u8]) = ("", b"");

async fn send(actor: &mut Actor, path: &str, change: &[(&str, &str)], file: (&str, &[u8])) -> Page {
    let command = new_command();
    let mut fields = vec![
        ("command", command.as_str()),
        ("name", ""),
        ("other_names", ""),
        ("sector", "health"),
        ("kind", "hospital"),
        ("parent", ""),
        ("seat", ""),
    ];
    for (name, value) in change {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    actor.upload(path, &fields, file).await
}

/// The address of what was kept.
fn kept(page: &Page) -> String {
    assert_eq!(page.status, 303, "{}", page.text);
    page.location.strip_suffix("?done=kept").expect("it was kept").to_owned()
}

async fn make(actor: &mut Actor, change: &[(&str, &str)]) -> String {
    kept(&send(actor, "/site/organisations", change, NONE).await)
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let image = DynamicImage::ImageRgb8(RgbImage::from_pixel(width, height, Rgb([20, 60, 120])));
    image.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).expect("it is written");
    bytes
}

async fn merge(actor: &mut Actor, from: &str, into: &str, reason: &str) -> Page {
    let fields = [("command", new_command()), ("into", into.to_owned()), ("reason", reason.to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    actor.post(&format!("{from}/merge"), &fields).await
}

/// Somebody who joins and writes where she works.
async fn who_works_at(site: &Site, name: &str, place: &str) -> Actor {
    let mut actor = site.nobody();
    let fields = [
        ("command", new_command()),
        ("name", name.to_owned()),
        ("sector", "health".into()),
        ("organisation", place.to_owned()),
        ("municipality", "1601".into()),
        ("language", "es".into()),
        ("consent", "on".into()),
        ("conduct", "on".into()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = actor.post(&format!("/c/{}", site.join_code), &fields).await;
    assert_eq!(page.status, 303, "{}", page.text);
    actor
}

fn assert_replays(site: &Site) {
    let (store, now) = (site.telar.store(), site.telar.now());
    let rebuilt = std::thread::scope(|scope| {
        scope.spawn(|| store.rebuild(Rebuild::Check, now, |_, _| ()).expect("it replays")).join().expect("it ends")
    });
    assert_eq!(rebuilt.differences, Vec::<String>::new());
}

#[test]
fn what_people_wrote_is_counted_by_organisation_and_never_rewritten() {
    on_both_engines(|site| async move {
        let mut marta = who_works_at(&site, "Marta Ejemplo", "hospital  de COBAN").await;
        who_works_at(&site, "Rosa Ejemplo", "HRC").await;
        who_works_at(&site, "Luis Ejemplo", "Puesto de Salud Chamil").await;
        let mut administrator = site.administrator().await;
        let sorting = administrator.get("/site/organisations/sorting").await.text;
        for text in ["hospital de COBAN", "HRC", "Puesto de Salud Chamil"] {
            assert!(sorting.contains(&format!("<h2>{text}</h2>")), "{text}: {sorting}");
        }
        let area = make(&mut administrator, &[("name", "Área de Salud"), ("kind", "network"), ("seat", "16")]).await;
        let hospital = make(
            &mut administrator,
            &[
                ("name", "Hospital de Cobán"),
                ("other_names", "HRC\n hrc \n"),
                ("parent", "area de salud"),
                ("seat", "1601"),
            ],
        )
        .await;
        let page = administrator.get(&hospital).await.text;
        for words in ["2 personas escribieron", "Área de Salud", "Cobán, Alta Verapaz", "También se escribe: HRC<"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        let page = administrator.get(&area).await.text;
        assert!(page.contains("Nadie ha escrito") && page.contains("Con las que están dentro: 2"), "{page}");
        assert!(page.contains("Hospital de Cobán"), "{page}");
        let list = administrator.get("/site/organisations?words=hrc").await.text;
        assert!(list.contains("Una institución.") && list.contains("Hospital de Cobán"), "{list}");
        assert!(list.contains("Un nombre que la gente escribió"), "{list}");

        // The desk and the person's page call it by its name; her own page keeps what she wrote.
        let desk = administrator.get(&format!("/cohorts/{}", site.cohort)).await.text;
        assert!(desk.contains("Hospital de Cobán") && !desk.contains("HRC"), "{desk}");
        assert!(desk.contains("Puesto de Salud Chamil"), "{desk}");
        assert!(marta.get("/me/profile").await.text.contains("value=\"hospital de COBAN\""));
        // Its name is offered where people write theirs.
        let pages = [
            site.nobody().get(&format!("/c/{}", site.join_code)).await,
            marta.get("/me/profile").await,
            administrator.get(&format!("/cohorts/{}/admission", site.cohort)).await,
            administrator.get("/site").await,
        ];
        for page in pages {
            assert!(page.text.contains("<option value=\"Hospital de Cobán\"></option>"), "{}", page.text);
        }

        // Another name for it: the one that it had stays one of its names, until it is taken out; what it let go of names nothing now.
        let page = send(&mut administrator, &hospital, &[("name", "Hospital Regional"), ("seat", "1601")], NONE).await;
        assert_eq!(kept(&page), hospital);
        let page = administrator.get(&hospital).await.text;
        assert!(page.contains("Se llamaba «Hospital de Cobán»") && page.contains("Dejó el nombre «HRC»"), "{page}");
        assert!(
            page.contains("También se escribe: Hospital de Cobán<") && page.contains("Una persona escribió"),
            "{page}"
        );
        kept(&send(&mut administrator, &hospital, &[("name", "Hospital Regional"), ("seat", "1601")], NONE).await);
        assert!(administrator.get(&hospital).await.text.contains("Nadie ha escrito"));
        assert_replays(&site);
    });
}

#[test]
fn a_double_is_merged_points_on_and_is_separated_again() {
    on_both_engines(|site| async move {
        who_works_at(&site, "Rosa Ejemplo", "Hospital Cobán").await;
        let mut administrator = site.administrator().await;
        let stays = make(&mut administrator, &[("name", "Hospital Regional de Cobán")]).await;
        let file = png(40, 20);
        let double = kept(
            &send(&mut administrator, "/site/organisations", &[("name", "Hospital Cobán")], ("l.png", &file)).await,
        );
        let below = make(&mut administrator, &[("name", "Clínica"), ("parent", "Hospital Cobán")]).await;
        let sorting = administrator.get("/site/organisations/sorting").await.text;
        assert!(sorting.contains("Pueden ser la misma"), "{sorting}");
        let open = administrator.get(&format!("{double}?into=Hospital%20Regional%20de%20Cob%C3%A1n")).await.text;
        assert!(open.contains("id=\"into\" name=\"into\" value=\"Hospital Regional de Cobán\""), "{open}");

        for (into, reason, words) in [
            ("Ninguna", "la misma", "Ninguna institución se llama así"),
            ("hospital coban", "la misma", "Ya es la misma"),
            ("Clínica", "la misma", "está dentro de esta"),
            ("Hospital Regional de Cobán", "x", "Escriba el motivo"),
        ] {
            let page = merge(&mut administrator, &double, into, reason).await;
            assert_eq!(page.status, 422, "{into}");
            assert!(
                page.text.contains(words) && page.text.contains(&format!("value=\"{reason}\"")),
                "{words}: {}",
                page.text
            );
        }
        let page = merge(&mut administrator, &double, "Hospital Regional de Cobán", "con el nombre corto").await;
        assert_eq!((page.status, page.location), (303, format!("{stays}?done=merged")));
        assert_eq!(merge(&mut administrator, &double, "Clínica", "otra vez").await.status, 404, "it stands no more");

        let page = administrator.get(&stays).await.text;
        for words in ["Una persona escribió", "Hospital Cobán", "con el nombre corto", "Clínica", "<img class=\"logo\""]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(administrator.get(&below).await.text.contains(&format!("href=\"{stays}\"")));
        let page = administrator.get(&double).await.text;
        assert!(page.contains("Es la misma que Hospital Regional de Cobán") && page.contains(&stays), "{page}");
        assert_eq!(
            send(&mut administrator, &double, &[("name", "Otro")], NONE).await.status,
            404,
            "it is changed there"
        );
        assert!(!administrator.get("/site/organisations").await.text.contains(&double));

        let fields = [("command", new_command()), ("reason", "No era la misma".to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(administrator.post(&format!("{double}/separation"), &fields).await.status, 303);
        let page = administrator.get(&double).await.text;
        for words in ["Una persona escribió", "Se separó otra vez", "Se unió a «Hospital Regional de Cobán»", "Clínica"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert_replays(&site);
    });
}

#[test]
fn what_cannot_be_kept_is_told_beside_its_field_and_nothing_typed_is_lost() {
    on_both_engines(|site| async move {
        let mut administrator = site.administrator().await;
        let top = make(&mut administrator, &[("name", "Nivel 1"), ("other_names", "MP")]).await;
        for (change, words) in [
            (vec![("name", "x")], "Escriba el nombre"),
            (vec![("name", "nivel  1")], "Ese nombre ya es de «Nivel 1»"),
            (vec![("name", "Otra"), ("other_names", "Alias\nmp")], "«mp» ya es un nombre de «Nivel 1»"),
            (vec![("name", "Otra"), ("other_names", "<b>")], "no es un nombre"),
            (vec![("name", "Otra"), ("kind", "castle")], "Elija qué es"),
            (vec![("name", "Otra"), ("sector", "magic")], "Elija un sector"),
            (vec![("name", "Otra"), ("parent", "No existe")], "Ninguna institución se llama así"),
            (vec![("name", "Otra"), ("seat", "9999")], "Elija un lugar"),
        ] {
            let page = send(&mut administrator, "/site/organisations", &change, NONE).await;
            assert_eq!(page.status, 422, "{change:?}");
            let text = page.text.replace("&#60;", "<").replace("&#62;", ">");
            assert!(text.contains(words), "{words}: {text}");
            assert!(text.contains("Revise lo marcado") && text.contains(change[0].1), "{text}");
        }
        // Not under itself, nor under what lies under it, nor on a seventh level.
        let mut at = top.clone();
        for level in 2..=6 {
            let (name, parent) = (format!("Nivel {level}"), format!("Nivel {}", level - 1));
            at = make(&mut administrator, &[("name", &name), ("parent", &parent)]).await;
        }
        for (path, name, parent, words) in [
            (top.as_str(), "Nivel 1", "Nivel 1", "no pueden estar una dentro de la otra"),
            (top.as_str(), "Nivel 1", "Nivel 6", "no pueden estar una dentro de la otra"),
            ("/site/organisations", "Nivel 7", "Nivel 6", "Serían más de 6 niveles"),
        ] {
            let page = send(&mut administrator, path, &[("name", name), ("parent", parent)], NONE).await;
            assert!(page.status == 422 && page.text.contains(words), "{words}: {}", page.text);
        }
        make(&mut administrator, &[("name", "Aparte")]).await;
        let lower = make(&mut administrator, &[("name", "Aparte 2"), ("parent", "Aparte")]).await;
        let page = merge(&mut administrator, &lower, "Nivel 6", "la misma").await;
        assert_eq!(page.status, 303, "a leaf fits where the sixth is: {}", page.text);
        let page =
            send(&mut administrator, &at, &[("name", "Nivel 6"), ("parent", "Nivel 5"), ("seat", "1601")], NONE).await;
        assert_eq!(page.status, 303, "the sixth may be changed where it is: {}", page.text);

        // The same form twice makes one; with other content it is told.
        let command = new_command();
        let once =
            send(&mut administrator, "/site/organisations", &[("command", &command), ("name", "Dos veces")], NONE)
                .await;
        let again =
            send(&mut administrator, "/site/organisations", &[("command", &command), ("name", "Dos veces")], NONE)
                .await;
        assert_eq!(kept(&once), kept(&again));
        let other =
            send(&mut administrator, "/site/organisations", &[("command", &command), ("name", "Tres veces")], NONE)
                .await;
        assert_eq!(other.status, 422);
    });
}

#[test]
fn a_logo_is_an_image_drawn_anew_or_it_is_refused_with_a_word() {
    on_both_engines(|site| async move {
        let mut administrator = site.administrator().await;
        let change = [("name", "Hospital <de> Cobán")];
        assert_eq!(send(&mut administrator, "/site/organisations", &change, NONE).await.status, 422);
        let change = [("name", "Hospital de Cobán")];
        let large = vec![0_u8; LARGEST_LOGO + 1];
        let mut cut = png(300, 300);
        cut.truncate(60);
        let wide = png(4_100, 1);
        for (file, words) in [
            (&b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"[..], "No es una imagen PNG ni JPEG"),
            (&large, "El archivo pasa de"),
            (&cut, "incompleta o dañada"),
            (&wide, "píxeles de lado"),
        ] {
            let page = send(&mut administrator, "/site/organisations", &change, ("logo.png", file)).await;
            assert_eq!(page.status, 422, "{words}");
            assert!(
                page.text.contains(words) && page.text.contains("value=\"Hospital de Cobán\""),
                "{words}: {}",
                page.text
            );
        }
        assert!(administrator.get("/site/organisations").await.text.contains("Todavía no hay instituciones"));

        let file = png(640, 320);
        let hospital = kept(&send(&mut administrator, "/site/organisations", &change, ("logo.png", &file)).await);
        let page = administrator.get(&hospital).await.text;
        let src = page
            .split("<img class=\"logo\" src=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("a logo")
            .to_owned();
        assert!(page.contains("width=\"320\" height=\"160\""), "{page}");
        let image = site.nobody().get(&src).await;
        assert_eq!((image.status, image.kind.as_str()), (200, "image/png"));
        assert_eq!(LogoFormat::of(&image.bytes), Ok(LogoFormat::Png));
        let policy = image.headers["content-security-policy"].to_str().expect("words");
        assert!(policy.contains("default-src 'none'") && policy.contains("sandbox"), "{policy}");
        assert_eq!(image.headers["x-content-type-options"], "nosniff");

        // It stays while other things change, stands where its people are named, and goes when it is told to.
        kept(
            &send(&mut administrator, &hospital, &[("name", "Hospital de Cobán"), ("other_names", "HRC")], NONE).await,
        );
        let call = [("command", new_command()), ("organisation", "hrc".into()), ("places", "3".into())];
        let call: Vec<(&str, &str)> = call.iter().map(|(name, value)| (*name, value.as_str())).collect();
        administrator.post(&format!("/cohorts/{}/nominations", site.cohort), &call).await;
        let admission = administrator.get(&format!("/cohorts/{}/admission", site.cohort)).await.text;
        let link =
            admission.split("http://telar.test/n/").nth(1).and_then(|rest| rest.split('"').next()).expect("a link");
        let page = site.nobody().get(&format!("/n/{link}")).await.text;
        assert!(page.contains(&src) && page.contains("Hospital de Cobán"), "{page}");
        kept(&send(&mut administrator, &hospital, &[("name", "Hospital de Cobán"), ("remove_logo", "on")], NONE).await);
        assert_eq!(site.nobody().get(&src).await.status, 404);
        let page = administrator.get(&hospital).await.text;
        assert!(page.contains("Se quitó el logotipo") && !page.contains("<img class=\"logo\""), "{page}");
        assert_replays(&site);
    });
}

#[test]
fn what_people_wrote_becomes_a_name_of_one_that_is_there() {
    on_both_engines(|site| async move {
        who_works_at(&site, "Rosa Ejemplo", "Hosp. Cobán").await;
        who_works_at(&site, "Marta Ejemplo", "hosp. coban").await;
        who_works_at(&site, "Luis Ejemplo", "Juzgado <raro> & \"otro\"".replace(['<', '>'], "").as_str()).await;
        let mut administrator = site.administrator().await;
        let hospital = make(&mut administrator, &[("name", "Hospital Regional de Cobán")]).await;
        let sorting = administrator.get("/site/organisations/sorting").await.text;
        assert!(sorting.contains("Es «Hospital Regional de Cobán»") && sorting.contains("2 personas"), "{sorting}");
        let mut name = async |text: &str, organisation: &str| {
            let command = new_command();
            let fields = [("command", command.as_str()), ("text", text), ("organisation", organisation), ("page", "1")];
            administrator.post("/site/organisations/names", &fields).await
        };
        let page = name("Hosp. Cobán", "No existe").await;
        assert_eq!(page.status, 422);
        assert!(
            page.text.contains("Ninguna institución se llama así") && page.text.contains("value=\"No existe\""),
            "{}",
            page.text
        );
        let page = name("Hosp. Cobán", "hospital regional de coban").await;
        assert!(page.status == 303 && page.location.contains("named="), "{}", page.text);
        let done = administrator.get(&page.location).await.text;
        assert!(done.contains("ese nombre ya es de «Hospital Regional de Cobán»") && !done.contains("Hosp."), "{done}");
        assert!(administrator.get(&hospital).await.text.contains("2 personas escribieron"));
        let command = new_command();
        make(&mut administrator, &[("name", "Otra")]).await;
        let fields = [("command", command.as_str()), ("text", "HOSP. COBÁN"), ("organisation", "Otra")];
        let page = administrator.post("/site/organisations/names", &fields).await;
        assert!(page.status == 422 && page.text.contains("ya es de «Hospital Regional de Cobán»"), "{}", page.text);
        // A new one begins with what was written.
        let page = administrator.get("/site/organisations/new?name=Juzgado%20raro").await.text;
        assert!(page.contains("name=\"name\" value=\"Juzgado raro\""), "{page}");
    });
}

#[test]
fn who_runs_a_cohort_reads_and_only_who_administers_writes() {
    on_both_engines(|site| async move {
        let mut administrator = site.administrator().await;
        let hospital = make(&mut administrator, &[("name", "Hospital de Cobán")]).await;
        let mut coordinator = site.staff("coordinator").await;
        let list = coordinator.get("/site/organisations").await;
        assert!(list.status == 200 && !list.text.contains("/site/organisations/new"), "{}", list.text);
        let page = coordinator.get(&hospital).await;
        assert!(page.status == 200 && !page.text.contains("Es la misma que otra") && !page.text.contains("Cambiar"));
        for role in ["facilitator", "assessor", "analyst"] {
            let mut other = site.staff(role).await;
            for path in ["/site/organisations", hospital.as_str(), "/site/organisations/sorting"] {
                assert_eq!(other.get(path).await.status, 404, "{role} at {path}");
            }
        }
        for path in ["/site/organisations/sorting", "/site/organisations/new"] {
            assert_eq!(coordinator.get(path).await.status, 404, "{path}");
        }
        assert_eq!(send(&mut coordinator, &hospital, &[("name", "Mío")], NONE).await.status, 404);
        assert_eq!(send(&mut coordinator, "/site/organisations", &[("name", "Mío")], NONE).await.status, 404);
        assert_eq!(merge(&mut coordinator, &hospital, "Hospital de Cobán", "mío").await.status, 404);
        let facts = site.telar.facts().await.expect("the store answers");
        kept(&send(&mut administrator, &hospital, &[("name", "Hospital de Cobán")], NONE).await);
        assert_eq!(
            site.telar.facts().await.expect("the store answers"),
            facts,
            "nothing was changed, so nothing is written"
        );
    });
}

#[test]
fn the_list_makes_as_many_queries_for_three_hundred_as_for_one_and_pages_them() {
    on_both_engines(|site| async move {
        let administrator = site.administrator().await;
        let visitor = administrator.visitor().await;
        let form = |name: String, parent: &str| app::organisations::OrganisationForm {
            name,
            kind: "health_post".into(),
            parent: parent.into(),
            ..Default::default()
        };
        let keep = async |forms: Vec<_>| {
            let it = app::organisations::KeepOrganisations { command: uuid::Uuid::new_v4().into(), forms };
            site.telar.keep_organisations(&visitor, it).await
        };
        keep(vec![form("Puesto 000".into(), "")]).await.expect("one is kept");
        let cost = async || {
            let before = site.telar.store().queries();
            let list = site.telar.organisation_list(&visitor, ("", 2)).await.expect("she reads it");
            (site.telar.store().queries() - before, list)
        };
        let (few, list) = cost().await;
        assert_eq!((list.page, list.pages, list.lines.len()), (1, 1, 1));
        let many = (1..300).map(|n| form(format!("Puesto {n:03}"), if n % 2 == 0 { "Puesto 000" } else { "" }));
        assert_eq!(keep(many.collect()).await.expect("all are kept").len(), 299);
        let (lots, list) = cost().await;
        assert_eq!(lots, few);
        assert_eq!((list.page, list.pages, list.lines.len(), list.found), (2, 6, 50, 300));
        assert_eq!(list.lines[0].card.name, "Puesto 050");

        // All or none: the third is not well.
        let wrong = vec![form("Bien 1".into(), ""), form("Bien 2".into(), "bien 1"), form("puesto 007".into(), "")];
        match keep(wrong).await {
            Err(app::organisations::KeepManyRefused::Forms(refused)) => {
                assert_eq!((refused.len(), refused[0].0), (1, 2))
            }
            other => panic!("{other:?}"),
        }
        let list = site.telar.organisation_list(&visitor, ("bien", 1)).await.expect("she reads it");
        assert_eq!(list.found, 0);
    });
}
