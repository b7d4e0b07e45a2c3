//! `telar questions import|export`: files of other platforms, in and out.

use crate::telar::{shown, telar};
use std::path::PathBuf;

fn programme() -> String {
    shown(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../journeys/fixtures/indicadores"))
}

#[test]
fn a_quiz_goes_out_and_comes_back_in_both_formats() {
    let folder = tempfile::tempdir().expect("a folder");
    for format in ["gift", "moodle"] {
        let written = telar(&[
            "questions",
            "export",
            &programme(),
            "--quiz",
            "t5-q",
            "--format",
            format,
            "--written-in",
            "es",
            "--json",
        ]);
        assert_eq!((written.code, written.json()["questions"].as_u64()), (0, Some(12)), "{}", written.err);
        let path = folder.path().join(format);
        std::fs::write(&path, written.json()["file"].as_str().expect("a file")).expect("written");
        let arguments =
            ["questions", "import", &shown(&path), "--format", format, "--written-in", "es", "--name", "t5-z"];
        let read = telar(&[&arguments[..], &["--json"]].concat());
        assert_eq!((read.code, read.json()["questions"].as_u64()), (0, Some(12)), "{}", read.err);
        assert_eq!(read.json()["notes"].as_array().map(Vec::len), Some(0));
        let tables = telar(&arguments);
        assert!(tables.out.starts_with("[[question]]\nid = \"t5-z-01\"\nkind = \"single_choice\"\n"), "{}", tables.out);
        assert!(tables.out.contains("stem.es = \"¿Cuál frase describe mejor un indicador?\""));
        assert!(tables.err.contains("12 preguntas"), "{}", tables.err);
    }
}

#[test]
fn what_cannot_be_read_is_said_with_its_line_and_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let refused = |content: &[u8], format: &str| {
        let path = folder.path().join("file");
        std::fs::write(&path, content).expect("written");
        let ran = telar(&["questions", "import", &shown(&path), "--format", format, "--json"]);
        let error = ran.json()["error"].as_str().map(str::to_owned);
        (ran.code, error.unwrap_or_default(), ran.err)
    };
    let (code, name, words) = refused(b"<quiz>\n\xe9</quiz>", "moodle");
    assert_eq!((code, name.as_str()), (3, "not_utf8"));
    assert!(words.contains("nea 2") && words.contains("UTF-8"), "{words}");
    assert_eq!(refused(b"<!DOCTYPE q []><quiz/>", "moodle").1, "entities");
    assert_eq!(refused(b"nothing here", "gift").1, "nothing");
    assert_eq!(refused(b"<quiz><question>", "moodle").1, "bad_xml");
    assert_eq!(refused(&vec![b'x'; 100 * 1024 * 1024], "gift").1, "too_large");
    let missing = telar(&["questions", "import", "/nowhere/x", "--format", "gift", "--json"]);
    assert_eq!((missing.code, missing.json()["error"].as_str()), (1, Some("unreadable")));
    let none = telar(&["questions", "export", &programme(), "--quiz", "t5-x", "--format", "gift", "--json"]);
    assert_eq!((none.code, none.json()["error"].as_str()), (3, Some("no_quiz")));
    assert!(none.err.contains("t5-q"), "{}", none.err);
}
