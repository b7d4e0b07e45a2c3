//! One thing broken at a time: the problem must name the file, the line and the remedy, and nothing else may be told.

mod common;
#[path = "common/telling.rs"]
mod telling;

use common::{Files, sample};
use programme::read_files;
use telling::{in_the_guide, problems, told};

const P: &str = "programme.toml";
const TOPIC: &str = "topics/t1/topic.toml";
const AID: &str = "topics/t1/job-aid.md";
const LESSON: &str = "topics/t1/t1-l1.md";
const PRACTICE: &str = "topics/t1/t1-p.toml";
const QUIZ: &str = "topics/t1/t1-q.toml";

/// In `file`, the first `old` becomes `new`; then there is one problem on `line` that says `what` and offers `remedy`.
struct Row(&'static str, &'static str, &'static str, usize, &'static str, &'static str);

const ROWS: &[Row] = &[
    // programme.toml
    Row(P, "slug = \"sample\"", "slug = \"sample", 2, "this is not valid TOML", "Correct the line"),
    Row(P, "version = \"1\"", "version = \"1\"\nversion = \"2\"", 4, "this is not valid TOML", "Correct the line"),
    Row(P, "slug = \"sample\"\n", "", 1, "`slug` is missing or blank", "Write `slug`"),
    Row(P, "version = \"1\"", "version = \" \"", 3, "`version` is missing or blank", "Write `version`"),
    Row(P, "version = \"1\"", "version = 1", 3, "`version` has the wrong form", "words in quotes"),
    Row(P, "format = 1", "format = 2", 1, "`format` is out of range", "from 1 to 1"),
    Row(P, "format = 1", "format = \"1\"", 1, "`format` has the wrong form", "a whole number"),
    Row(P, "slug = \"sample\"", "slug = \"Muestra uno\"", 2, "`Muestra uno` cannot be a slug", "2 to 60"),
    Row(P, "slug = \"sample\"", "slug = \"abuso-1\"", 2, "tells too much", "neutral"),
    Row(
        P,
        "title.es = \"Muestra\"",
        "titel.es = \"Muestra\"\ntitle.es = \"M\"",
        5,
        "`titel` is not a known key here",
        "`title`",
    ),
    Row(P, "hours =", "xyzxyzxyz = 1\nhours =", 9, "`xyzxyzxyz` is not a known key here", "format, slug"),
    Row(P, "title.en = \"Sample\"\n", "", 5, "`title` is not written in `en`", "Write `title.en`"),
    Row(P, "title.en = \"Sample\"", "title.en = \"  \"", 6, "`title` is not written in `en`", "Write `title.en`"),
    Row(
        P,
        "title.en = \"Sample\"",
        "title.en = \"Sample\"\ntitle.fr = \"Exemple\"",
        7,
        "`fr` is not a language of this programme",
        "es, en",
    ),
    Row(
        P,
        "title.es = \"Muestra\"\ntitle.en = \"Sample\"",
        "title = \"Muestra\"",
        5,
        "`title` has the wrong form",
        "one line a language",
    ),
    Row(P, "title.en = \"Sample\"", "title.en = 5", 6, "`title.en` has the wrong form", "words in quotes"),
    Row(P, "[\"es\", \"en\"]", "[\"es\", \"en\", \"es\"]", 4, "the language `es` is listed twice", "Remove"),
    Row(P, "[\"es\", \"en\"]", "[\"es\", \"en\", \"español\"]", 4, "`español` is not a language code", "two or three"),
    Row(
        P,
        "hours = { own_time = 2 }",
        "hours = { own_time = 2000 }",
        9,
        "`own_time` is out of range",
        "from 0 to 1000",
    ),
    Row(P, "hours = { own_time = 2 }", "hours = { own_time = -2 }", 9, "`own_time` is out of range", "from 0 to 1000"),
    Row(
        P,
        "hours = { own_time = 2 }",
        "hours = { ownt_ime = 2 }",
        9,
        "`ownt_ime` is not a known key here",
        "`own_time`",
    ),
    Row(P, "hours = { own_time = 2 }", "hours = 2", 9, "`hours` has the wrong form", "a table"),
    Row(P, "topics = [\"t1\"]", "topics = \"t1\"", 10, "`topics` has the wrong form", "a list"),
    Row(P, "topics = [\"t1\"]", "topics = [\"t1\",\n\"t2\"]", 11, "the topic `t2` has no folder", "topics/t2"),
    Row(P, "topics = [\"t1\"]", "topics = [\"t1\", \"t1\"]", 10, "the id `t1` is used already", "another id"),
    Row(P, "id = \"d2\"", "id = \"d1\"", 21, "the id `d1` is used already, in programme.toml:13", "another id"),
    Row(P, "id = \"d2\"", "id = \"D2\"", 21, "`D2` cannot be an id", "2 to 24"),
    Row(P, "[\"t1-p\", \"t1-q\"]", "[\"t1-p\", \"t1-q\",\n \"t1-qq\"]", 27, "there is no activity `t1-qq`", "`t1-q`"),
    Row(
        P,
        "[\"t1-p\", \"t1-q\"]",
        "[\"t1-p\", \"t1-q\", \"t1-l1\"]",
        26,
        "the activity `t1-l1` is in the days already, in programme.toml:18",
        "Remove",
    ),
    Row(P, "{ done = \"t1-l1\" }", "{ done = \"t1-l9\" }", 30, "there is no activity `t1-l9`", "`t1-l1`"),
    Row(
        P,
        "{ done = \"t1-l1\" }",
        "{ pass = \"t1-l1\" }",
        30,
        "`t1-l1` is a lesson and cannot be passed",
        "done = \"t1-l1\"",
    ),
    Row(
        P,
        "{ pass = \"t1-q\" }",
        "{ pass = \"t1-p\" }",
        31,
        "`t1-p` is not a gate: it is done, never passed",
        "counting = \"gate\"",
    ),
    Row(P, "{ pass = \"t1-q\" }", "{ }", 31, "this is not a rule of completion", "exactly one"),
    Row(
        P,
        "{ pass = \"t1-q\" }",
        "{ pass = \"t1-q\", done = \"t1-q\" }",
        31,
        "this is not a rule of completion",
        "exactly one",
    ),
    Row(
        P,
        "{ pass = \"t1-q\" }",
        "{ n_of = { n = 2, of = [{ pass = \"t1-q\" }] } }",
        31,
        "`n` asks for more parts than there are",
        "from 1 to 1",
    ),
    Row(
        P,
        "{ pass = \"t1-q\" }",
        "{ n_of = { n = 0, of = [{ pass = \"t1-q\" }] } }",
        31,
        "`n` asks for more parts than there are",
        "from 1 to 1",
    ),
    Row(P, "{ pass = \"t1-q\" }", "{ all_of = [] }", 31, "`all_of` is empty", "at least one"),
    Row(P, "{ pass = \"t1-q\" }", "{ pass = \"t1-q\", mark = 101 }", 31, "`mark` is out of range", "from 1 to 100"),
    Row(P, "{ pass = \"t1-q\" }", "{ done = \"t1-q\", mark = 80 }", 31, "`mark` is not a known key here", "done, pass"),
    Row(
        P,
        "{ pass = \"t1-q\" }",
        "{ pass = \"t1-p\", mark = 50 }",
        31,
        "`t1-p` is not a gate: it is done, never passed",
        "counting = \"gate\"",
    ),
    Row(P, "{ pass = \"t1-q\" }", "{ hours = 1 }", 31, "`hours` has the wrong form", "a table"),
    Row(
        P,
        "{ pass = \"t1-q\" }",
        "{ minutes = { at_least = 5 } }",
        31,
        "`modality` is missing or blank",
        "Write `modality`",
    ),
    Row(
        P,
        "{ pass = \"t1-q\" }",
        "{ minutes = { modality = \"inperson\", at_least = 5 } }",
        31,
        "`modality` cannot be `inperson`",
        "`in_person`",
    ),
    Row(
        P,
        "{ pass = \"t1-q\" }",
        "{ hours = { modality = \"any\", at_least = 0 } }",
        31,
        "`at_least` is out of range",
        "from 1 to 1000",
    ),
    Row(
        P,
        "{ pass = \"t1-q\" }",
        "{ minutes = { modality = \"any\", at_least = 19 } }",
        31,
        "19 minutes are asked, and the activities that count take 18 together",
        "Ask for less",
    ),
    Row(
        P,
        "{ pass = \"t1-q\" }",
        "{ n_of = { n = 1, of = [\n{ pass = \"t1-q\" },\n{ hours = { modality = \"live\", at_least = 2 } }] } }",
        33,
        "120 minutes are asked, and the activities that count take 0 together",
        "another modality",
    ),
    Row(
        P,
        "all_of = [\n  { done = \"t1-l1\" },\n  { pass = \"t1-q\" },\n]\n",
        "",
        28,
        "this is not a rule of completion",
        "exactly one",
    ),
    // topic.toml
    Row(
        TOPIC,
        "id = \"t1\"",
        "id = \"t2\"",
        1,
        "the id `t2` is not the name of its file or folder, `t1`",
        "id = \"t1\"",
    ),
    Row(TOPIC, "number = 1", "number = 100", 2, "`number` is out of range", "from 1 to 99"),
    Row(TOPIC, "number = 1", "number = 1.5", 2, "`number` has the wrong form", "a whole number"),
    Row(TOPIC, "aim.en = \"To know.\"\n", "", 5, "`aim` is not written in `en`", "Write `aim.en`"),
    // job-aid.md
    Row(AID, "title.en = \"Card\"\n", "", 2, "`title` is not written in `en`", "Write `title.en`"),
    Row(AID, "review = \"needed\"", "review = \"neded\"", 4, "`review` cannot be `neded`", "`needed`"),
    Row(AID, "(t1-l1)", "(t1-l2)", 7, "a link leads to `t1-l2`, and there is no such activity", "`t1-l1`"),
    // lesson
    Row(LESSON, "+++\nid", "id", 1, "the file does not begin with a line `+++`", "Begin with"),
    Row(LESSON, "Calmly.\"\n+++", "Calmly.\"", 1, "the front matter is not closed", "`+++`"),
    Row(LESSON, "minutes = 5", "minutes = five", 7, "this is not valid TOML", "Correct the line"),
    Row(LESSON, "minutes = 5", "minutes = 0", 7, "`minutes` is out of range", "from 1 to 240"),
    Row(LESSON, "minutes = 5", "minutes = 241", 7, "`minutes` is out of range", "from 1 to 240"),
    Row(LESSON, "minutes = 5\n", "", 2, "`minutes` is missing or blank", "Write `minutes`"),
    Row(LESSON, "minutes = 5\n", "minutes = 5\nminuts = 5\n", 8, "`minuts` is not a known key here", "`minutes`"),
    Row(LESSON, "notice.en = \"Calmly.\"\n", "", 8, "`notice` is not written in `en`", "Write `notice.en`"),
    Row(LESSON, "id = \"t1-l1\"", "id = \"t1-l2\"", 2, "the id `t1-l2` is not the name of its file", "t1-l1"),
    Row(LESSON, "=== en", "=== fr", 16, "the section `fr` is not in a language", "es, en"),
    Row(LESSON, "+++\n=== es", "+++\n\nHola\n=== es", 12, "this text belongs to no language", "=== es"),
    Row(
        LESSON,
        "## What it is\n\nThe girl eats bread. Read [more](https://example.org/).\n",
        "",
        16,
        "there is no text in `en`",
        "=== en",
    ),
    Row(LESSON, "The girl", "=== es\nThe girl", 19, "there is a second section `es`", "Join"),
    Row(LESSON, "La niña", "Una línea.\n\nLa <b>niña</b>", 16, "raw HTML is not allowed (`<b>`)", "Markdown"),
    Row(LESSON, "La niña", "<!-- x -->\n\nLa niña", 14, "raw HTML is not allowed (`<!-- x -->`)", "Markdown"),
    Row(
        LESSON,
        "La niña",
        "![foto](foto.png) La niña",
        14,
        "images have no place in a package yet (`foto.png`)",
        "in words",
    ),
    Row(LESSON, "(t1-p)", "(t1-pp)", 14, "a link leads to `t1-pp`, and there is no such activity", "`t1-p`"),
    Row(LESSON, "(t1-p)", "(t1-p.toml)", 14, "a link cannot lead to `t1-p.toml`", "https://"),
    Row(LESSON, "https://", "http://", 19, "a link cannot lead to `http://example.org/`", "https://"),
    Row(
        LESSON,
        "https://example.org/",
        "javascript:alert(1)",
        19,
        "a link cannot lead to `javascript:alert(1)`",
        "https://",
    ),
    // quizzes
    Row(QUIZ, "pass = 80", "pass = 0", 8, "`pass` is out of range", "from 1 to 100"),
    Row(QUIZ, "pass = 80", "pass = 101", 8, "`pass` is out of range", "from 1 to 100"),
    Row(QUIZ, "attempts = 3", "time_limit = 0", 9, "`time_limit` is out of range", "from 1 to 240"),
    Row(QUIZ, "attempts = 3", "time_limit = \"20\"", 9, "`time_limit` has the wrong form", "a whole number"),
    Row(QUIZ, "counting = \"gate\"", "counting = \"gates\"", 7, "`counting` cannot be `gates`", "`gate`"),
    Row(
        QUIZ,
        "kind = \"single_choice\"",
        "kind = \"essay\"",
        13,
        "`kind` cannot be `essay`",
        "single_choice, true_false",
    ),
    Row(QUIZ, "difficulty = \"applied\"\n", "", 11, "`difficulty` is missing or blank", "Write `difficulty`"),
    Row(
        QUIZ,
        "review = \"done\"",
        "review = \"needed\"",
        15,
        "a question that still needs review decides",
        "practice quiz",
    ),
    Row(
        QUIZ,
        "id = \"t1-q1\"",
        "id = \"t1-p1\"",
        12,
        "the id `t1-p1` is used already, in topics/t1/t1-p.toml:11",
        "another id",
    ),
    Row(QUIZ, "id = \"t1-q1\"", "id = \"t1-violencia\"", 12, "`t1-violencia` tells too much", "neutral"),
    Row(QUIZ, "stem.en = \"Which?\"\n", "", 16, "`stem` is not written in `en`", "Write `stem.en`"),
    Row(QUIZ, "stem.en = \"Which?\"", "stem.en = \"Which <i>?\"", 17, "raw HTML is not allowed (`<i>`)", "Markdown"),
    Row(QUIZ, "id = \"b\"", "id = \"a\"", 25, "the id `a` is used already, in line 19", "another id"),
    Row(QUIZ, "id = \"b\"", "id = \"B\"", 25, "`B` cannot be the id of a choice", "one or two"),
    Row(QUIZ, "text.en = \"That\"\n", "", 26, "`text` is not written in `en`", "Write `text.en`"),
    Row(
        QUIZ,
        "feedback.es = \"Sí.\"\nfeedback.en = \"Yes.\"\n",
        "",
        24,
        "`feedback` is missing or blank",
        "Write `feedback`",
    ),
    Row(QUIZ, "right = true\n", "", 11, "0 choices are right", "exactly one"),
    Row(QUIZ, "text.en = \"This\"\n", "text.en = \"This\"\nright = true\n", 11, "2 choices are right", "exactly one"),
    Row(QUIZ, "right = true\n", "right = \"yes\"\n", 28, "`right` has the wrong form", "`true` or `false`"),
    Row(
        QUIZ,
        "[[question.choice]]\nid = \"a\"\ntext.es = \"Esta\"\ntext.en = \"This\"\nfeedback.es = \"No.\"\nfeedback.en = \"No.\"\n",
        "",
        11,
        "the question has 1 choices",
        "2 to 8",
    ),
    Row(
        PRACTICE,
        "feedback.en = \"Read again.\"\n",
        "feedback.en = \"Read again.\"\n[[question.choice]]\nid = \"c\"\ntext = { es = \"x\", en = \"x\" }\nfeedback = { es = \"x\", en = \"x\" }\n",
        10,
        "a true_false question has 3 choices",
        "exactly two",
    ),
];

fn broken(file: &str, old: &str, new: &str) -> Files {
    telling::broken(sample(), file, old, new)
}

/// Breaks that truly make a second thing wrong: how many problems are told besides.
fn follow_ups(what: &str) -> usize {
    match what {
        "`right` has the wrong form" => 1,            // then no choice is right
        "the section `fr` is not in a language" => 1, // then there is no text in `en`
        _ => 0,
    }
}

#[test]
fn every_break_is_told_with_its_file_line_and_remedy() {
    for Row(file, old, new, line, what, remedy) in ROWS {
        let found = problems(&broken(file, old, new));
        let told: Vec<String> = found.iter().map(ToString::to_string).collect();
        let first = found.iter().find(|one| one.what.contains(what));
        let first = first.unwrap_or_else(|| panic!("{file}: {new:?}: «{what}» is not among {told:#?}"));
        assert_eq!((first.file.as_str(), first.line), (*file, *line), "{what}: {told:#?}");
        assert!(first.remedy.contains(remedy), "{what}: the remedy is «{}»", first.remedy);
        assert_eq!(found.len(), 1 + follow_ups(what), "{what}: {told:#?}");
        let spanish = first.in_language("es");
        assert!(spanish.what != first.what && spanish.remedy != first.remedy, "{what}: not in Spanish");
        assert!(in_the_guide(what), "{what}: not in docs/programme-format.md");
    }
}

#[test]
fn everything_wrong_is_told_at_once_sorted_by_file_and_line() {
    let mut files = broken(QUIZ, "pass = 80", "pass = 0");
    files.insert(TOPIC.into(), common::TOPIC.replace("number = 1", "number = 0").into_bytes());
    let programme = common::PROGRAMME.replace("format = 1", "format = 9").replace("t1-p\"", "t1-x\"");
    files.insert(P.into(), programme.into_bytes());
    assert_eq!(
        told(&files),
        [
            "programme.toml:1 `format` is out of range",
            "programme.toml:26 there is no activity `t1-x`",
            "topics/t1/t1-p.toml:1 the activity `t1-p` is in no day",
            "topics/t1/t1-q.toml:8 `pass` is out of range",
            "topics/t1/topic.toml:2 `number` is out of range",
        ]
    );
}

#[test]
fn files_that_are_missing_or_too_many_are_told() {
    let without = |path: &str| {
        let mut files = sample();
        files.remove(path);
        told(&files)
    };
    assert_eq!(without(P), ["programme.toml:1 there is no programme.toml"]);
    assert_eq!(without(TOPIC), ["topics/t1/topic.toml:1 the topic `t1` has no topic.toml"]);
    assert_eq!(without(AID), [""; 0]);
    assert_eq!(
        without(QUIZ),
        ["programme.toml:26 there is no activity `t1-q`", "programme.toml:31 there is no activity `t1-q`"]
    );
    let with = |path: &str, text: &str| {
        let mut files = sample();
        files.insert(path.to_owned(), text.as_bytes().to_vec());
        told(&files)
    };
    let elsewhere = common::TOPIC.replace("\"t1\"", "\"t2\"");
    assert_eq!(
        with("topics/t2/topic.toml", &elsewhere),
        [
            "topics/t2/topic.toml:1 the topic `t2` is not listed in programme.toml",
            "topics/t2/topic.toml:2 the number 1 is used already, in topics/t1/topic.toml:2",
        ]
    );
    assert_eq!(
        with("topics/t1/t1-p.md", &common::LESSON.replace("t1-l1", "t1-p")),
        ["topics/t1/t1-p.toml:1 the id `t1-p` is used already, in topics/t1/t1-p.md:2"]
    );
    for stranger in ["README.md", "topics/t1/photo.png", "topics/t1/deep/x.md", "topics/x.md", "topics/t1/noextension"]
    {
        assert_eq!(with(stranger, "x"), [format!("{stranger}:1 this file has no place in a package")]);
    }
    for escape in ["../x.md", "/etc/passwd", "topics/t1/../t1/x.md", "topics\\t1\\x.md", "topics//x.md", ""] {
        let told = with(escape, "x");
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains("leads out of the package"), "{told:?}");
    }
    // What editors and file managers leave behind is not part of the package.
    assert_eq!(with(".DS_Store", "x"), [""; 0]);
    assert_eq!(with("topics/t1/.t1-l1.md.swp", "x"), [""; 0]);
}

#[test]
fn an_empty_quiz_is_told() {
    let head = common::QUIZ.split("[[question]]").next().unwrap_or_default();
    for (quiz, what) in [
        (head.to_owned(), "topics/t1/t1-q.toml:1 `question` is missing or blank"),
        (format!("{head}question = []\n"), "topics/t1/t1-q.toml:11 `question` is empty"),
    ] {
        let mut files = sample();
        files.insert(QUIZ.into(), quiz.into_bytes());
        assert_eq!(told(&files), [what]);
    }
}

#[test]
fn a_question_has_at_most_eight_choices() {
    let choice = |id: char| {
        format!(
            "[[question.choice]]\nid = \"{id}\"\ntext = {{ es = \"{id}\", en = \"{id}\" }}\nfeedback = {{ es = \"x\", en = \"x\" }}\n"
        )
    };
    let with = |more: &str| {
        let mut files = sample();
        files.insert(
            QUIZ.into(),
            format!("{}{}", common::QUIZ, more.chars().map(choice).collect::<String>()).into_bytes(),
        );
        told(&files)
    };
    assert_eq!(with("cdefgh"), [""; 0]);
    assert_eq!(with("cdefghi"), ["topics/t1/t1-q.toml:11 the question has 9 choices"]);
}

#[test]
fn bytes_that_are_not_utf8_are_told_by_line_and_size_by_file() {
    let mut files = sample();
    let mut bytes = common::LESSON.replace("La niña", "La ni@a").into_bytes();
    let at = bytes.iter().position(|byte| *byte == b'@').expect("it was put there");
    bytes[at] = 0xf1; // ñ in Latin-1
    files.insert(LESSON.into(), bytes);
    assert_eq!(told(&files), ["topics/t1/t1-l1.md:14 this line is not UTF-8"]);
    files.insert(LESSON.into(), vec![b' '; 2_000_001]);
    assert!(told(&files).contains(&"topics/t1/t1-l1.md:1 this file is larger than 2 MB".to_owned()));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let plain = read_files(&sample()).expect("the sample is sound");
    let windows: Files = sample()
        .into_iter()
        .map(|(path, bytes)| {
            let text = String::from_utf8(bytes).expect("the sample is UTF-8");
            (path, format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes())
        })
        .collect();
    let read = read_files(&windows).expect("and so is it from Windows");
    assert_eq!(read.programme, plain.programme);
    assert_ne!(read.digest, plain.digest, "the digest is of the bytes");
    let mut broken = windows;
    let quiz = String::from_utf8(broken[QUIZ].clone()).expect("the sample is UTF-8");
    broken.insert(QUIZ.into(), quiz.replace("pass = 80", "pass = 0").into_bytes());
    assert_eq!(told(&broken), ["topics/t1/t1-q.toml:8 `pass` is out of range"]);
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let found = problems(&broken(P, "slug = \"sample\"", "slug = \"\\u001b[31m\""));
    assert_eq!(found.len(), 1);
    assert!(!found[0].to_string().chars().any(char::is_control), "{:?}", found[0]);
}
