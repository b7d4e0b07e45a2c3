//! What a programme holds beside its topics: a sound package comes out whole, and one thing broken at a time is told with file, line
//! and remedy, and nothing else.

mod common;
#[path = "common/damage.rs"]
mod damage;
#[path = "common/sheets.rs"]
mod sheets;
#[path = "common/telling.rs"]
mod telling;

use damage::{apply, damage};
use domain::programmes::{
    CareKind, InterviewKind, Move, Opens, Programme, Review, RolePlayPart, RouteStart, SheetKind, TermGroup,
};
use programme::{ReportPiece, SaidKind, read, read_files, report_pieces};
use proptest::prelude::*;
use sheets::{SHEETS, with_sheets};
use telling::{broken, in_the_guide, problems, told};

const RUBRIC: &str = "rubrics/r-note.toml";
const PLAY: &str = "role-plays/p-door.md";
const INTERVIEW: &str = "interviews/i-ana.toml";
const CASE: &str = "cases/c-one.md";
const CARE: &str = "care/rest.md";
const GLOSSARY: &str = "glossary.toml";
const NORMS: &str = "topics/t1/law/norms.toml";
const INSTITUTIONS: &str = "topics/t1/law/institutions.toml";
const ROUTES: &str = "topics/t1/law/routes.toml";

fn sound() -> Programme {
    read_files(&with_sheets()).unwrap_or_else(|problems| panic!("it is sound: {problems:?}")).programme
}

#[test]
fn what_is_practised_with_comes_out_whole() {
    let programme = sound();
    let sheets = &programme.sheets;
    let criterion = &sheets.rubrics[0].criteria[0];
    assert!(criterion.must_pass);
    assert_eq!((criterion.id.as_str(), criterion.not_yet.get("en")), ("apart", "Sometimes keeps apart."));
    let play = &sheets.role_plays[0];
    assert_eq!(play.about.rubric.as_ref().map(|id| id.as_str()), Some("r-note"));
    assert_eq!(
        RolePlayPart::ALL.map(|part| play.part(part).get("en").trim()),
        ["You open.", "You come.", "You look.", "Talk."]
    );
    assert!(!play.other.get("es").contains("abre"), "whoever plays the helper must not read the other's sheet");
    let interview = &sheets.interviews[0];
    assert_eq!((interview.kind, interview.age), (InterviewKind::Reluctance, 9));
    assert_eq!((interview.about.notice.get("es"), interview.about.review), ("Con calma.", Review::Needed));
    let [dog, gate] = interview.details.as_slice() else { panic!("two details") };
    assert_eq!(
        (dog.opens, dog.cue.is_empty(), gate.opens, gate.cue.get("en")),
        (Opens::Invitation, true, Opens::Cue, "The dog")
    );
    assert_eq!(interview.replies.iter().map(|reply| reply.to).collect::<Vec<_>>(), Move::ALL);
    let mut kinds = report_pieces(sheets.cases[0].report.get("es")).into_iter().filter_map(|piece| match piece {
        ReportPiece::Passage { kind, words } => Some((kind, words)),
        ReportPiece::Html(_) => None,
    });
    assert_eq!(kinds.clone().map(|(kind, _)| kind).collect::<Vec<_>>(), SaidKind::ALL);
    assert_eq!(kinds.next_back().map(|(_, words)| words).as_deref(), Some("Pudo dormir poco"));
    assert_eq!((sheets.care[0].kind, sheets.care[0].markdown.get("en")), (CareKind::Grounding, "Breathe.\n"));
}

#[test]
fn words_and_the_law_come_out_whole() {
    let programme = sound();
    let [note, heart] = programme.sheets.glossary.as_slice() else { panic!("two terms") };
    assert_eq!((note.group, note.meaning.get("en")), (TermGroup::Field, "What is written."));
    assert!(!note.words.has("kek") && !note.words.0.contains_key("kek"), "what is empty is not kept");
    assert_eq!((heart.words.get("quc"), heart.review), ("k’u’x", Review::Needed));
    let law = programme.sheets.law(&"t1".into()).expect("the law of the topic");
    assert_eq!((law.norms[0].article.as_str(), law.norms[0].source_date.as_str()), ("", "2014-10"));
    assert_eq!((law.institutions[0].checked.as_str(), law.institutions[0].reach.get("en")), ("2026", "At its seat."));
    assert_eq!(
        (law.routes[0].at, law.routes[0].name(), law.routes[0].steps.len()),
        (Some(RouteStart::School), "school", 2)
    );
    assert!(law.routes[0].steps[1].caution.is_empty());
    let json = serde_json::to_string(&programme).expect("it serialises");
    assert_eq!(serde_json::from_str::<Programme>(&json).expect("it deserialises"), programme);
}

#[test]
fn a_programme_without_sheets_is_written_as_before() {
    let programme = read_files(&common::sample()).expect("the sample is sound").programme;
    assert!(!serde_json::to_string(&programme).expect("it serialises").contains("sheets"));
}

#[test]
fn all_of_it_is_counted_and_waits_for_review() {
    let counts = read_files(&with_sheets()).expect("it is sound").counts();
    let practised = (counts.rubrics, counts.role_plays, counts.interviews, counts.report_cases);
    assert_eq!((practised, counts.care_sheets, counts.terms), ((1, 1, 1, 1), 1, 2));
    let law = |counts: &programme::Counts| (counts.norm_cards, counts.institutions, counts.routes);
    assert_eq!((law(&counts), law(&counts.by_topic["t1"])), ((1, 1, 1), (1, 1, 1)));
    assert_eq!((counts.by_topic["t1"].terms, counts.untranslated), (0, 0));
    let items: Vec<String> = counts.review_items.iter().map(|it| format!("{} {}", it.file, it.id)).collect();
    for item in [
        "topics/t1/law/norms.toml n-one",
        "topics/t1/law/routes.toml school",
        "glossary.toml g-heart",
        "interviews/i-ana.toml i-ana",
    ] {
        assert!(items.contains(&item.to_owned()), "{item} in {items:?}");
    }
    assert_eq!(counts.review_needed, items.len());
    let json = serde_json::to_value(&counts).expect("it serialises");
    for key in [
        "rubrics",
        "role_plays",
        "interviews",
        "report_cases",
        "norm_cards",
        "institutions",
        "routes",
        "care_sheets",
        "terms",
    ] {
        assert!(json[key].as_u64() > Some(0), "{key}");
    }
    let kinds: std::collections::BTreeSet<SheetKind> = sound().sheets.all().iter().map(|it| it.kind).collect();
    assert_eq!(kinds.len(), SHEETS.len());
}

/// In `file`, the first `old` becomes `new`; then there is one problem on `line` that says `what` and offers `remedy`.
struct Row(&'static str, &'static str, &'static str, usize, &'static str, &'static str);

const ROWS: &[Row] = &[
    Row(RUBRIC, "id = \"r-note\"", "id = \"r-not\"", 1, "the id `r-not` is not the name of its file", "r-note"),
    Row(RUBRIC, "must_pass = true", "must_pass = \"yes\"", 8, "`must_pass` has the wrong form", "`true` or `false`"),
    Row(
        RUBRIC,
        "mastery.en = \"Keeps apart and explains it.\"\n",
        "",
        17,
        "`mastery` is not written in `en`",
        "mastery.en",
    ),
    Row(RUBRIC, "harmful.es = \"Mezcla.\"\nharmful.en = \"Mixes.\"\n", "", 6, "`harmful` is missing", "harmful"),
    Row(RUBRIC, "id = \"apart\"", "id = \"Apart\"", 7, "`Apart` cannot be an id", "2 to 24"),
    Row(PLAY, "rubric = \"r-note\"", "rubric = \"r-nota\"", 8, "there is no rubric `r-nota`", "`r-note`"),
    Row(PLAY, "=== es other", "=== es othr", 12, "`es othr` is not a section of this file", "`es other`"),
    Row(PLAY, "=== en debrief\nTalk.\n", "", 10, "there is no text in `en debrief`", "=== en debrief"),
    Row(PLAY, "=== en other\n", "=== en helper\n", 20, "there is a second section `en helper`", "Join"),
    Row(PLAY, "(t1-l1)", "(t1-l9)", 11, "a link leads to `t1-l9`", "t1-l1"),
    Row(PLAY, "Usted mira.", "Usted <b>mira</b>.", 15, "raw HTML is not allowed", "Markdown"),
    Row(PLAY, "minutes = 20", "minutes = 0", 7, "`minutes` is out of range", "1 to 240"),
    Row(INTERVIEW, "age = 9", "age = 18", 11, "`age` is out of range", "3 to 17"),
    Row(INTERVIEW, "\"reluctance\"", "\"reluctant\"", 10, "`kind` cannot be `reluctant`", "`reluctance`"),
    Row(INTERVIEW, "cue.es = \"El perro\"\ncue.en = \"The dog\"\n", "", 25, "`cue` is missing", "Write `cue`"),
    Row(INTERVIEW, "id = \"gate\"", "id = \"dog\"", 26, "the id `dog` is used already", "another id"),
    Row(
        INTERVIEW,
        "to = \"silence\"",
        "to = \"support\"",
        32,
        "the character has no reply to `silence`",
        "to = \"silence\"",
    ),
    Row(INTERVIEW, "**vio**", "![vio](x)", 12, "images have no place", "words"),
    Row(CASE, "[[said:«Tengo sueño»]]", "[[sayd:«Tengo sueño»]]", 13, "`[[sayd:«Tengo sueño»]].", "[[said:words]]"),
    Row(
        CASE,
        "[[inferred:Pudo dormir poco]]",
        "Pudo dormir poco",
        13,
        "the report in `es` has no `[[inferred:…]]`",
        "each kind",
    ),
    Row(
        CASE,
        "[[observed:Came at eight]]",
        "[[observed:Came]] [[observed:at eight]]",
        13,
        "the reports in `es` and in `en` do not have as many `[[observed:…]]`",
        "the same passages",
    ),
    Row(CASE, "=== es notes\n", "=== es\n", 10, "`es` is not a section of this file", "es notes"),
    Row(CARE, "kind = \"grounding\"", "kind = \"rest\"", 7, "`kind` cannot be `rest`", "grounding, signs"),
    Row(CARE, "=== en\nBreathe.\n", "", 9, "there is no text in `en`", "=== en"),
    Row(GLOSSARY, "en = \"note\"\n", "", 1, "`en` is missing", "Write `en`"),
    Row(GLOSSARY, "group = \"field\"", "group = \"feild\"", 5, "`group` cannot be `feild`", "`field`"),
    Row(
        GLOSSARY,
        "meaning.es = \"Lo que se escribe.\"\nmeaning.en = \"What is written.\"\n",
        "",
        1,
        "`meaning` is missing",
        "Write `meaning`",
    ),
    Row(GLOSSARY, "kek = \"\"", "kec = \"\"", 8, "`kec` is not a known key here", "`kek`"),
    Row(NORMS, "2027-05-25", "mayo", 11, "`mayo` is not a date", "`2019-03`"),
    Row(INSTITUTIONS, "checked = \"2026\"\n", "", 1, "`checked` is missing", "checked"),
    Row(NORMS, "checked = \"2026-11-25\"", "checked = \"2026-02-30\"", 10, "2026-02-30", "2019-03"),
    Row(INSTITUTIONS, "reach.en = \"At its seat.\"\n", "", 7, "`reach` is not written in `en`", "reach.en"),
    Row(ROUTES, "at = \"school\"\n", "", 1, "the route has neither `id` nor `at`", "one of the two"),
    Row(ROUTES, "at = \"school\"", "at = \"scool\"", 2, "`at` cannot be `scool`", "`school`"),
    Row(ROUTES, "who.en = \"The head\"\n", "", 14, "`who` is not written in `en`", "who.en"),
];

#[test]
fn what_is_wrong_is_told_where_it_stands() {
    for Row(file, old, new, line, what, remedy) in ROWS {
        let found = problems(&broken(with_sheets(), file, old, new));
        // A section that is named wrongly is missing as well; of those the one that is meant is looked at.
        let one = found.iter().find(|one| one.what.contains(what)).unwrap_or_else(|| panic!("{what}: {found:?}"));
        assert_eq!((one.file.as_str(), one.line), (*file, *line), "{what}: {found:?}");
        assert!(one.remedy.contains(remedy), "{remedy}: {one:?}");
        assert!(in_the_guide(&one.what), "the author's guide lacks: {}", one.what);
        let spanish = one.in_language("es");
        assert!(spanish.what != one.what && spanish.remedy != one.remedy, "it is told in Spanish too: {spanish:?}");
    }
}

/// Each block of code in the chapter on sheets is a file; the programme around it is the guide's own example.
#[test]
fn the_examples_in_the_guide_are_sound() {
    let guide = include_str!("../../../docs/programme-format.md");
    let block = |after: &str, fence: &str| {
        let (_, rest) = guide.split_once(after).unwrap_or_else(|| panic!("{after} is not there"));
        let (_, code) = rest.split_once(fence).and_then(|(_, code)| code.split_once('\n')).expect("a block of code");
        format!("{}\n", code.split_once(&format!("\n{fence}")).expect("its end").0)
    };
    let whole = |path: &str| (path.to_owned(), block(&format!("\n### `{path}`"), "````").into_bytes());
    let mut files: common::Files = [
        "programme.toml",
        "topics/t1/topic.toml",
        "topics/t1/job-aid.md",
        "topics/t1/t1-l1.md",
        "topics/t1/t1-p.toml",
        "topics/t1/t1-q.toml",
    ]
    .into_iter()
    .map(whole)
    .collect();
    for (heading, path) in [
        ("### Rubrics", "rubrics/r-note.toml"),
        ("### Role plays", "role-plays/p-door.md"),
        ("### Cases", "cases/c-monday.md"),
        ("### Glossary", "glossary.toml"),
    ] {
        files.insert(path.into(), block(&format!("\n{heading}\n"), "```").into_bytes());
    }
    let package = read_files(&files).unwrap_or_else(|found| panic!("{found:#?}"));
    let counts = package.counts();
    assert_eq!((counts.rubrics, counts.role_plays, counts.report_cases, counts.terms), (1, 1, 1, 1));
}

#[test]
fn files_and_folders_that_have_no_place_are_told() {
    for path in [
        "rubrics/R.toml",
        "role-plays/p-door.toml",
        "care/x/y.md",
        "topics/t1/law/other.toml",
        "glossary.md",
        "cases/a.md",
    ] {
        let mut files = with_sheets();
        files.insert(path.into(), b"id = \"a\"".to_vec());
        assert_eq!(told(&files), [format!("{path}:1 this file has no place in a package")]);
    }
    let mut files = with_sheets();
    files.insert("topics/t9/law/norms.toml".into(), files[NORMS].clone());
    let found = told(&files);
    assert!(found.iter().any(|it| it.contains("the topic `t9` is not listed")), "{found:?}");
}

#[test]
fn from_a_folder_it_is_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = with_sheets();
    for (path, bytes) in &files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("the folder can be made");
        std::fs::write(path, bytes).expect("the file can be written");
    }
    let package = read(folder.path()).unwrap_or_else(|problems| panic!("it is sound: {problems:?}"));
    assert_eq!(package, read_files(&files).expect("it is sound"));
}

proptest! {
    #[test]
    fn no_damage_makes_it_fail_and_what_passes_can_be_kept(
        file in 0..SHEETS.len(),
        damages in proptest::collection::vec(damage(), 1..6),
    ) {
        let mut files = with_sheets();
        let bytes = files.get_mut(SHEETS[file].0).expect("it is there");
        for one in &damages {
            apply(bytes, one);
        }
        match read_files(&files) {
            Ok(package) => {
                let json = serde_json::to_string(&package.programme).expect("it serialises");
                prop_assert_eq!(serde_json::from_str::<Programme>(&json).expect("it deserialises"), package.programme);
            }
            Err(problems) => prop_assert!(problems.iter().all(|one| one.line > 0)),
        }
    }
}
