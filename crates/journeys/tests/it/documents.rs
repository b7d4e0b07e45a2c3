//! Guidelines in a cohort's library: whoever runs it puts them in, in versions; its people and staff read them, nobody else; what cannot
//! be a document is told beside its field and nothing that was written is lost.

use crate::classroom::{Classroom, choice_question};
use base64::Engine as _;
use domain::cohorts::LARGEST_DOCUMENT;
use journeys::{Actor, Page, Site, new_command, on_both_engines};
use store::Location;

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

async fn room(site: &Site) -> Classroom<'_> {
    Classroom::open(site, |quiz| quiz.questions = vec![choice_question("q1")]).await
}

async fn put(actor: &mut Actor, room: &Classroom<'_>, change: &[(&str, &str)], file: (&str, &[u8])) -> Page {
    let command = new_command();
    let mut fields = vec![
        ("command", command.as_str()),
        ("document", ""),
        ("title", "Guía de atención"),
        ("topic", "t1"),
        ("dated", "2019-03"),
        ("language", "es"),
        ("note", "Para el puesto."),
    ];
    for (name, value) in change {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    actor.upload(&room.path("/documents"), &fields, file).await
}

/// What the first version of a document holds in a site that was restored from a backup of this one.
///
/// On a thread of its own: the client of PostgreSQL must not be driven from inside the journey's runtime.
fn copied(site: &Site, document: &str) -> Vec<u8> {
    std::thread::scope(|scope| scope.spawn(|| copy(site, document)).join().expect("the copy is read"))
}

fn copy(site: &Site, document: &str) -> Vec<u8> {
    let (store, now, folder) = (site.telar.store(), site.telar.now(), tempfile::tempdir().expect("a folder"));
    let (file, place) = (folder.path().join("copy"), Location::Sqlite { folder: folder.path().join("restored") });
    store.backup(&file, &store::Seal::Open, now, &mut |_, _| ()).expect("a backup is taken");
    store::restore(&file, &place, &store::Unseal::Open, (None, now), &mut |_, _| ()).expect("restored");
    let restored = store::Store::open(&place, now).expect("it opens");
    let id = document.parse().expect("an id");
    let read = restored.read(|reading| {
        let row = reading.document(id, 1)?.expect("the row came along");
        reading.document_content(&row.sha256)
    });
    let base64 = read.expect("the store answers").expect("what it holds came along");
    base64::engine::general_purpose::STANDARD.decode(base64).expect("base64")
}

/// The document's id, out of where the form led.
fn id(page: &Page) -> String {
    assert_eq!(page.status, 303, "{}", page.text);
    page.location.split("#d-").nth(1).expect("its place on the page").to_owned()
}

#[test]
fn a_guideline_is_put_in_found_and_read_in_its_versions() {
    on_both_engines(|site| async move {
        let room = room(&site).await;
        let (mut coordinator, mut marta) = (room.staff("coordinator").await, room.learner("Marta Ejemplo").await);
        let first = id(&put(&mut coordinator, &room, &[], ("guia.pdf", PDF)).await);
        let second = put(
            &mut coordinator,
            &room,
            &[("document", &first), ("dated", "2024")],
            ("n.md", "# Guía\n\n<b>Uno</b> [sitio](https://example.org/)".as_bytes()),
        )
        .await;
        assert_eq!(id(&second), first);

        let library = marta.get("/library").await.text;
        assert!(library.contains(&format!("/documents/{first}/2")), "{library}");
        assert!(library.contains("Versión 2 · Texto, 1 kB · Español · 2024"), "{library}");
        assert!(library.contains("Documentos de "));
        assert!(marta.get("/library?q=GUIA").await.text.contains(&first), "found by its title");
        assert!(!marta.get("/library?q=nada").await.text.contains(&first));
        let text = marta.get(&format!("/documents/{first}/2")).await;
        assert!(text.text.contains("<h2>Guía</h2>") && text.text.contains("&lt;b&gt;Uno"), "{}", text.text);
        let pdf = marta.get(&format!("/documents/{first}/1")).await;
        assert_eq!((pdf.status, pdf.kind.as_str(), pdf.bytes.as_slice()), (200, "application/pdf", PDF));
        assert!(pdf.headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
        assert!(pdf.headers["content-disposition"].to_str().unwrap().contains("documento-1.pdf"));

        // Staff read; somebody of another cohort does not, and neither does who knows the address.
        assert!(room.staff("assessor").await.get(&room.path("/documents")).await.text.contains("Versiones anteriores"));
        let mut stranger = site.learner("Otto Ejemplo").await;
        assert_eq!(stranger.get(&format!("/documents/{first}/1")).await.status, 404);
        assert_eq!(site.staff("coordinator").await.get(&format!("/documents/{first}/1")).await.status, 404);
        assert_eq!(marta.get(&format!("/documents/{first}/3")).await.status, 404);

        // A copy of everything has it too.
        let copied = copied(&site, &first);
        assert_eq!(copied, PDF);

        let press = [("command", new_command())];
        let press: Vec<(&str, &str)> = press.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let withdrawal = room.path(&format!("/documents/{first}/withdrawal"));
        assert_eq!(room.staff("facilitator").await.post(&withdrawal, &press).await.status, 404);
        assert_eq!(coordinator.post(&withdrawal, &press).await.status, 303);
        assert_eq!(coordinator.post(&withdrawal, &press).await.status, 303, "the same press twice is one");
        assert_eq!(marta.get(&format!("/documents/{first}/1")).await.status, 404);
        assert!(!marta.get("/library").await.text.contains(&first));
    });
}

#[test]
fn what_cannot_be_a_document_is_told_and_what_was_written_stays() {
    on_both_engines(|site| async move {
        let room = room(&site).await;
        let mut coordinator = room.staff("coordinator").await;
        let large = vec![b'a'; LARGEST_DOCUMENT + 1];
        let cases: [(&[(&str, &str)], &[u8], &str); 8] = [
            (&[], b"", "El archivo está vacío"),
            (&[], b"PK\x03\x04\xff", "No es un PDF ni un texto"),
            (&[], b"%PDF-1.7 cut", "El PDF está incompleto"),
            (&[], &large, "El archivo pasa de 5,0 MB"),
            (&[("title", "G")], PDF, "Escriba un título"),
            (&[("dated", "marzo")], PDF, "Escriba un año"),
            (&[("topic", "t9")], PDF, "Elija un tema"),
            (&[("language", "xx")], PDF, "Elija un idioma"),
        ];
        for (change, file, words) in cases {
            let page = put(&mut coordinator, &room, change, ("f", file)).await;
            assert_eq!(page.status, 422, "{words}");
            assert!(page.text.contains(words), "{words} in {}", page.text);
            assert!(page.text.contains("value=\"Para el puesto.\""), "{}", page.text);
        }
        let first = id(&put(&mut coordinator, &room, &[], ("guia.pdf", PDF)).await);
        let same = put(&mut coordinator, &room, &[("document", &first)], ("guia.pdf", PDF)).await;
        assert!(same.text.contains("ya está en la biblioteca"), "{}", same.text);
        assert_eq!(put(&mut room.staff("facilitator").await, &room, &[], ("x.md", b"Texto")).await.status, 404);
        let page = coordinator.get(&room.path("/documents")).await.text;
        assert_eq!(page.matches("id=\"d-").count(), 1);
    });
}
