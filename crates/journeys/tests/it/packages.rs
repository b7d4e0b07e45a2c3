//! Programmes come in and go out by a page, while the site is at work: what is wrong is told file by file, and what went out comes in again
//! equal to the byte.

use app::programmes::zipped;
use journeys::on_both_engines;
use std::collections::BTreeMap;
use std::path::Path;

fn files() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/indicadores");
    programme::read(&folder).expect("the journeys' programme is sound").files
}

/// The same programme as another version.
fn next() -> BTreeMap<String, String> {
    let mut files = files();
    let head = files.get_mut("programme.toml").expect("it is there");
    let version = head.lines().find(|line| line.starts_with("version = ")).expect("a version").to_owned();
    *head = head.replacen(&version, "version = \"otra\"", 1);
    files
}

fn zip(files: &BTreeMap<String, String>) -> Vec<u8> {
    zipped("indicadores", files).expect("it is packed")
}

#[test]
fn a_programme_is_brought_in_and_taken_out_by_a_page() {
    on_both_engines(|site| async move {
        let mut administrator = site.administrator().await;
        let page = administrator.get("/site/programmes").await;
        assert!(page.text.contains("Traer un programa"), "{}", page.text);
        let sent = administrator.upload("/site/programmes", &[], ("p.zip", &zip(&next()))).await;
        assert_eq!((sent.status, sent.location.as_str()), (303, "/site/programmes?done=new"), "{}", sent.text);
        let again = administrator.upload("/site/programmes", &[], ("p.zip", &zip(&next()))).await;
        assert_eq!(again.location, "/site/programmes?done=known");
        let page = administrator.get("/site/programmes?done=new").await;
        assert!(page.text.contains("Versión otra"), "{}", page.text);
        let href = page.text.split("href=\"/site/programmes/").nth(1).expect("a version to take out");
        let href = format!("/site/programmes/{}", href.split('"').next().expect("an address"));
        let taken = administrator.get(&href).await;
        assert_eq!((taken.status, taken.kind.as_str()), (200, "application/zip"));
        let out = app::programmes::unzipped(&taken.bytes).expect("a ZIP");
        let out: BTreeMap<String, String> =
            out.into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect();
        assert!(out == next() || out == files(), "to the byte");
    });
}

#[test]
fn what_is_wrong_with_a_package_is_told_and_nothing_of_it_stays() {
    on_both_engines(|site| async move {
        let mut administrator = site.administrator().await;
        let before = site.telar.programme_versions().await.expect("the store answers").len();
        let mut broken = next();
        broken.insert("topics/t5/t5-l1.md".into(), "sin portada".into());
        broken.insert("../fuera.md".into(), "x".into());
        let mut same_label = files();
        same_label.insert("topics/t5/job-aid.md".into(), same_label["topics/t5/job-aid.md"].clone() + "\n");
        let cases: [(&[u8], &[&str]); 4] = [
            (b"%PDF-1.7", &["no es un ZIP"]),
            (&zip(&broken), &["topics/t5/t5-l1.md:1", "../fuera.md:1", "No se guardó nada"]),
            (&zip(&same_label), &["Ya hay una versión"]),
            (&zip(&BTreeMap::from([("notas.txt".to_owned(), "x".to_owned())])), &["no trae programme.toml"]),
        ];
        for (bytes, words) in cases {
            let page = administrator.upload("/site/programmes", &[], ("p.zip", bytes)).await;
            assert_eq!(page.status, 422, "{}", page.text);
            for one in words {
                assert!(page.text.contains(one), "{one} in {}", page.text);
            }
        }
        assert_eq!(site.telar.programme_versions().await.expect("the store answers").len(), before);
        let mut coordinator = site.staff("coordinator").await;
        assert_eq!(coordinator.upload("/site/programmes", &[], ("p.zip", &zip(&next()))).await.status, 404);
    });
}
