//! The library: what a programme holds beside its lessons is found, read and searched without script; each part of a role play is a page
//! of its own; staff read the same, and the guides that learners never see.

#[path = "../../../programme/tests/common/mod.rs"]
mod common;
#[path = "../../../programme/tests/common/sheets.rs"]
mod sheets;

use crate::phone::Phone;
use domain::moment::Span;
use journeys::{Actor, Page, Site, on_both_engines};

fn package() -> programme::Package {
    let mut files = sheets::with_sheets();
    let reference = "[[reference]]\ncite = \"Autora, A. (1985). Obra.\"\ndate = \"1985\"\nurl = \"https://example.org/obra\"\nreview = \"needed\"\n[reference.note]\nes = \"Para ver.\"\nen = \"To see.\"\n";
    files.insert("topics/t1/topic.toml".into(), format!("{}{reference}", common::TOPIC).into_bytes());
    let guide = "+++\ntitle.es = \"Plan de clase\"\ntitle.en = \"Plan\"\nreview = \"needed\"\n+++\n=== es\nVea la [lección](t1-l1).\n=== en\nPlan.\n";
    files.insert("topics/t1/guide.md".into(), guide.into());
    programme::read_files(&files).unwrap_or_else(|problems| panic!("a sound package: {problems:?}"))
}

async fn marta(site: &Site) -> Actor {
    let code = site.cohort_of(&package()).await;
    let mut marta = site.nobody();
    assert_eq!(marta.join(&code, "Marta Ejemplo").await.status, 303);
    marta
}

/// The cohort that she is in.
async fn cohort(site: &Site, marta: &mut Actor) -> String {
    let person = marta.visitor().await.person;
    site.telar.learning(person).await.expect("the store answers")[0].cohort.to_string()
}

fn has(page: &Page, words: &[&str]) {
    assert_eq!(page.status, 200, "{}", page.text);
    for one in words {
        assert!(page.text.contains(one), "{one} in {}", page.text);
    }
}

fn lacks(page: &Page, words: &[&str]) {
    for one in words {
        assert!(!page.text.contains(one), "{one} in {}", page.text);
    }
}

#[test]
fn a_topic_has_its_page_with_what_it_rests_on() {
    on_both_engines(|site| async move {
        let mut marta = marta(&site).await;
        has(&marta.get("/programme").await, &["href=\"/topics/t1\""]);
        marta.read("t1-l1").await;
        let topic = marta.get("/topics/t1").await;
        has(
            &topic,
            &["Tema 1: Tema", "1 de 3", "Día 1: Uno", "href=\"/activities/t1-q\"", "href=\"/topics/t1/job-aid\""],
        );
        has(
            &topic,
            &["href=\"/topics/t1/law\"", "href=\"/library?q=Tema+1\"", "En qué se apoya", "Obra", "Por confirmar"],
        );
        assert_eq!(marta.get("/topics/t9").await.status, 404);
    });
}

#[test]
fn everything_is_found_by_its_kind_and_by_title_and_topic() {
    on_both_engines(|site| async move {
        let mut marta = marta(&site).await;
        has(&marta.get("/programme").await, &["href=\"/library\""]);
        let everything = [
            "href=\"https://example.org/obra\" rel=\"noopener\"",
            "href=\"/topics/t1/job-aid\"",
            "href=\"/topics/t1/law\"",
            "href=\"/topics/t1/law#norm-1\"",
            "href=\"/glossary\"",
            "href=\"/care/rest\"",
            "href=\"/role-plays/p-door\"",
            "href=\"/interviews/i-ana\"",
            "href=\"/cases/c-one\"",
            "href=\"/rubrics/r-note\"",
        ];
        let library = marta.get("/library").await;
        has(&library, &everything);
        has(&library, &["Para ver.", "Por confirmar", "Alguien llega."]);
        lacks(&library, &["/guides/", "Plan de clase"]);
        for address in everything.iter().filter_map(|it| it.strip_prefix("href=\"/")) {
            let path = format!("/{}", address.trim_end_matches('"').split('#').next().unwrap_or_default());
            assert_eq!(marta.get(&path).await.status, 200, "{path}");
        }
        // By title, whatever the accents and capitals; by topic; what is inside the glossary.
        let found = marta.get("/library?q=OBRÁ").await;
        has(&found, &["Una hoja coincide con «OBRÁ»", "example.org/obra"]);
        lacks(&found, &["/care/rest"]);
        has(&marta.get("/library?q=tema%201").await, &["/topics/t1/law#norm-1", "example.org/obra"]);
        // By what it is, in the singular and in the other language; never by letters inside a word.
        has(&marta.get("/library?q=juego%20de%20roles").await, &["/role-plays/p-door"]);
        has(&marta.get("/library?q=rubrica").await, &["/rubrics/r-note"]);
        has(&marta.get("/library?q=entrevista").await, &["/interviews/i-ana"]);
        has(&marta.get("/library?q=role%20play").await, &["/role-plays/p-door"]);
        has(&marta.get("/library?q=t1").await, &["/topics/t1/job-aid"]);
        has(&marta.get("/library?q=bra").await, &["Nada coincide"]);
        has(&marta.get("/library?q=corazon").await, &["/glossary?q=corazon", "Glosario: una palabra"]);
        has(&marta.get("/library?q=%3Cb%3Exyz").await, &["Nada coincide con «&#60;b&#62;xyz»"]);
    });
}

#[test]
fn each_part_of_a_scene_is_a_page_of_its_own() {
    on_both_engines(|site| async move {
        let mut marta = marta(&site).await;
        let sit_out = "Cualquier persona puede no participar, o salir cuando quiera, sin dar una razón.";
        let choose = marta.get("/role-plays/p-door").await;
        has(&choose, &["Primero, cada persona elige su papel", sit_out, "href=\"/rubrics/r-note\""]);
        lacks(&choose, &["Usted abre", "Usted llega", "Usted mira"]);
        let parts =
            [("helper", "Usted abre"), ("other", "Usted llega"), ("observer", "Usted mira"), ("debrief", "Hablen")];
        for (part, words) in parts {
            let page = marta.get(&format!("/role-plays/p-door/{part}")).await;
            has(&page, &[words, sit_out]);
            for (_, other) in parts.iter().filter(|(other, _)| *other != part) {
                lacks(&page, &[other]);
            }
        }
        assert_eq!(marta.get("/role-plays/p-door/nobody").await.status, 404);
        let interviewer = marta.get("/interviews/i-ana").await;
        has(
            &interviewer,
            &["<strong>vio</strong>", "Con calma.", "Cuenta toda la historia", "href=\"/interviews/i-ana/character\""],
        );
        lacks(&interviewer, &["Ana habla poco", "El perro se fue", "Le cuesta hablar"]);
        let character = marta.get("/interviews/i-ana/character").await;
        has(
            &character,
            &[
                "Ana habla poco",
                "El perro se fue",
                "Si le preguntan por: El perro",
                "No me acuerdo.",
                "Cuenta toda la historia",
            ],
        );
        has(&marta.get("/interviews/i-ana/debrief").await, &["¿Qué abrió?"]);
    });
}

#[test]
fn a_report_tells_its_passages_apart_by_words_and_the_rest_is_read() {
    on_both_engines(|site| async move {
        let mut marta = marta(&site).await;
        let case = marta.get("/cases/c-one").await;
        has(
            &case,
            &[
                "<span data-passage=\"said\"><small>dicho</small> «Tengo sueño»</span>.",
                "<span data-passage=\"observed\"><small>observado</small> Llegó a las ocho</span>.",
                "<span data-passage=\"inferred\"><small>inferido</small> Pudo dormir poco</span>.",
                "lo que quien escribe concluye",
            ],
        );
        has(&marta.get("/rubrics/r-note").await, &["Indispensable", "Puede dañar", "Separa y lo explica."]);
        has(&marta.get("/care/rest").await, &["Para volver a la calma", "Respire."]);
        let law = marta.get("/topics/t1/law").await;
        has(
            &law,
            &[
                "id=\"norm-1\"",
                "Por confirmar",
                "octubre de 2014",
                "25 de mayo de 2027",
                "<b>La maestra.</b> Escucha.",
                "Sin preguntar más.",
                "Cómo llegar",
            ],
        );
        lacks(&law, &["Revisión vencida"]);
        // The law travels with its topic, and says there nothing that another day makes false.
        let pieces = Phone::download(&mut marta, "t1").await;
        let law = pieces.iter().find(|piece| piece.path == "/topics/t1/law").expect("the law is a piece");
        assert_eq!((law.kind.as_str(), law.title.as_str()), ("job_aid", "Normas y rutas"));
        let kept = marta.get(&format!("/offline/{}", law.hash)).await;
        has(&kept, &["Una norma", "Por confirmar"]);
        lacks(&kept, &["/library"]);
        site.wall.advance(Span::days(150));
        has(&marta.get("/topics/t1/law").await, &["Revisión vencida"]);
        has(&marta.get("/library").await, &["Revisión vencida"]);
    });
}

#[test]
fn words_are_found_whatever_their_accents_and_apostrophes() {
    on_both_engines(|site| async move {
        let mut marta = marta(&site).await;
        let all = marta.get("/glossary").await;
        has(
            &all,
            &[
                "<b>nota</b>",
                "Lo que se escribe.",
                "Inglés: <span lang=\"en\">note</span>",
                "Kʼicheʼ: <span lang=\"quc\">k’u’x</span>",
            ],
        );
        lacks(&all, &["Qʼeqchiʼ", "lang=\"kek\"", "Faltan"]);
        for q in ["CORAZON", "coraz%C3%B3n", "k%27u%27x", "K%CA%BCU%CA%BCX", "heart"] {
            let found = marta.get(&format!("/glossary?q={q}")).await;
            has(&found, &["<b>corazón</b>", "Una palabra coincide"]);
            lacks(&found, &["<b>nota</b>"]);
        }
        has(&marta.get("/glossary?q=zzz").await, &["Nada coincide con «zzz»"]);
    });
}

#[test]
fn staff_read_the_same_and_the_guides_and_learners_never_those() {
    on_both_engines(|site| async move {
        let mut marta = marta(&site).await;
        let cohort = cohort(&site, &mut marta).await;
        let base = format!("/cohorts/{cohort}");
        let mut administrator = site.administrator().await;
        has(&administrator.get(&base).await, &[&format!("href=\"{base}/library\"")]);
        let library = administrator.get(&format!("{base}/library")).await;
        has(&library, &["Plan de clase", &format!("href=\"{base}/guides/t1\"")]);
        let links = library.text.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '#']).next());
        let own: Vec<String> = links.filter(|it| it.starts_with(&format!("{base}/"))).map(str::to_owned).collect();
        assert!(own.len() > 9, "{own:?}");
        for path in &own {
            assert_eq!(administrator.get(path).await.status, 200, "{path}");
        }
        // What a text of theirs links to is read under their cohort: nothing is begun or finished there.
        let guide = administrator.get(&format!("{base}/guides/t1")).await;
        let lesson = format!("{base}/activities/t1-l1");
        has(
            &guide,
            &[&format!("href=\"{lesson}\""), "La lee solo quien facilita.", &format!("href=\"{base}/topics/t1\"")],
        );
        let lesson = administrator.get(&lesson).await;
        assert_eq!(lesson.status, 200);
        lacks(&lesson, &["data-outbox=\"done.1\"", "action=\"/activities/"]);
        has(&lesson, &[&format!("href=\"{base}/topics/t1\"")]);
        let topic = administrator.get(&format!("{base}/topics/t1")).await;
        has(&topic, &[&format!("href=\"{base}/activities/t1-l1\""), &format!("href=\"{base}/guides/t1\"")]);
        has(&administrator.get(&format!("{base}/glossary")).await, &["Qʼeqchiʼ, 1; Mam, 1; Kaqchikel, 1"]);
        let review = administrator.get(&format!("{base}/review")).await;
        has(
            &review,
            &[
                "Entrevista para practicar",
                "Con Ana",
                &format!("href=\"{base}/topics/t1/law\""),
                &format!("href=\"{base}/guides/t1\""),
            ],
        );
        // Neither learners nor the staff of another cohort.
        let mut other = site.staff("facilitator").await;
        for path in
            ["library", "guides/t1", "glossary", "role-plays/p-door", "topics/t1/law", "topics/t1", "activities/t1-l1"]
        {
            assert_eq!(marta.get(&format!("{base}/{path}")).await.status, 404, "{path}");
            assert_eq!(other.get(&format!("{base}/{path}")).await.status, 404, "{path}");
        }
        assert_eq!(marta.get("/guides/t1").await.status, 404);
        // And who learns in another cohort has none of these.
        let mut rosa = site.learner("Rosa Ejemplo").await;
        for path in ["/glossary", "/care/rest", "/cases/c-one", "/interviews/i-ana/character", "/topics/t1/law"] {
            assert_eq!(rosa.get(path).await.status, 404, "{path}");
        }
        assert_eq!(rosa.get("/library").await.status, 200);
    });
}
