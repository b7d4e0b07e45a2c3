//! What leaves the press, seen from outside: bytes. Each kind is also left in the target folder's `tmp`, to be looked at.

mod sample;

use std::path::Path;

fn keep(name: &str, bytes: &[u8]) {
    std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name), bytes).expect("the target folder is writable");
}

fn holds(bytes: &[u8], what: &str) -> bool {
    bytes.windows(what.len()).any(|window| window == what.as_bytes())
}

/// Tagged, in its language, archival, accessible, and the same bytes again.
#[track_caller]
fn is_sound(name: &str, print: impl Fn() -> Vec<u8>) {
    let bytes = print();
    keep(name, &bytes);
    for what in ["%PDF-1.7", "/StructTreeRoot", "/MarkInfo", "/Lang", "/OutputIntents", "/MediaBox[0 0 612 792]"] {
        assert!(holds(&bytes, what), "{name} lacks {what}");
    }
    assert!(
        holds(&bytes, "<pdfaid:part>2</pdfaid:part>") && holds(&bytes, "<pdfaid:conformance>A</pdfaid:conformance>")
    );
    assert!(holds(&bytes, "<pdfuaid:part>1</pdfuaid:part>"), "{name} is no PDF/UA-1");
    assert_eq!(bytes, print(), "{name} differs when printed again");
}

#[test]
fn certificate() {
    is_sound("certificate.pdf", || paper::certificate(&sample::certificate()).unwrap());
}

#[test]
fn certificate_of_a_long_name() {
    let data = paper::Certificate { name: sample::long_name(), ..sample::certificate() };
    is_sound("certificate-long.pdf", || paper::certificate(&data).unwrap());
}

#[test]
fn certificate_with_the_least() {
    let data = paper::Certificate {
        language: "en".into(),
        hours: Vec::new(),
        topics: Vec::new(),
        endorsers: Vec::new(),
        signatures: Vec::new(),
        ..sample::certificate()
    };
    is_sound("certificate-least.pdf", || paper::certificate(&data).unwrap());
}

#[test]
fn slips() {
    is_sound("slips.pdf", || paper::slips(&sample::slips(34)).unwrap());
}

#[test]
fn poster() {
    is_sound("poster.pdf", || paper::poster(&sample::poster()).unwrap());
}

#[test]
fn tables() {
    is_sound("tables.pdf", || paper::tables(&sample::tables()).unwrap());
}

#[test]
fn another_certificate_is_another_document() {
    let data = sample::certificate();
    let other = paper::Certificate { number: "COB-2027-1-0018".into(), ..data.clone() };
    assert_ne!(paper::certificate(&data).unwrap(), paper::certificate(&other).unwrap());
}

/// Pages stay out of the archival standard, but the person gets her paper.
#[test]
fn a_sign_without_a_glyph_costs_nobody_the_paper() {
    let data = paper::Certificate { name: "Marta 🧵 织 Xol".into(), ..sample::certificate() };
    let bytes = paper::certificate(&data).unwrap();
    assert!(holds(&bytes, "/StructTreeRoot"));
}

#[test]
fn a_weave_that_is_no_svg_is_refused_with_the_reason() {
    let data = paper::Certificate { weave_svg: "<svg".into(), ..sample::certificate() };
    let error = paper::certificate(&data).unwrap_err();
    assert!(matches!(&error, paper::PaperError::Layout(why) if why.contains("SVG")), "{error}");
}

fn person(number: usize) -> paper::Certificate {
    let sample = sample::certificate();
    paper::Certificate {
        name: format!("Persona número {number}"),
        number: format!("N-{number}"),
        verify_url: format!("https://telar.example/verify/N-{number}"),
        ..sample
    }
}

#[test]
fn a_batch_gives_in_order_what_one_by_one_gives_to_the_byte() {
    let one_by_one: Vec<Vec<u8>> = (0..9).map(|number| paper::certificate(&person(number)).unwrap()).collect();
    for threads in [1, 2, 4, 50] {
        let mut batch = Vec::new();
        let done = paper::certificates(9, threads, person, |number, bytes| {
            assert_eq!(number, batch.len());
            batch.push(bytes);
            Ok::<_, std::convert::Infallible>(())
        });
        done.unwrap();
        assert!(batch == one_by_one, "{threads} threads give other bytes");
    }
    paper::certificates(0, 2, person, |_, _| Err("nothing to take")).unwrap();
}

#[test]
fn a_batch_ends_where_a_paper_cannot_be_printed_or_is_not_taken() {
    let torn = |number| paper::Certificate {
        weave_svg: if number == 3 { "<svg".into() } else { sample::certificate().weave_svg },
        ..person(number)
    };
    let mut taken = 0;
    let ended = paper::certificates(50, 2, torn, |_, _| {
        taken += 1;
        Ok::<_, std::convert::Infallible>(())
    });
    assert!(matches!(ended, Err(paper::BatchError::Paper(3, _))) && taken == 3, "{taken} were taken");
    let full = paper::certificates(50, 2, person, |number, _| if number == 2 { Err("full") } else { Ok(()) });
    assert!(matches!(full, Err(paper::BatchError::Taken("full"))));
}
