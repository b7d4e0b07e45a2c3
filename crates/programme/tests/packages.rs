//! Sound packages: what comes out of them, from memory and from disk; and bytes that no author wrote.

mod common;
#[path = "common/damage.rs"]
mod damage;

use common::{Files, SAMPLE, sample};
use damage::{apply, damage};
use domain::programmes::{Body, Modality, Review, Rule};
use domain::quizzes::{Counting, QuestionKind};
use programme::{count, html, read, read_files};
use proptest::prelude::*;
use std::fs;
use std::path::Path;

fn write(files: &Files, folder: &Path) {
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("the folder can be made");
        fs::write(path, bytes).expect("the file can be written");
    }
}

#[test]
fn the_sample_becomes_a_programme() {
    let package = read_files(&sample()).expect("the sample is sound");
    let programme = &package.programme;
    let texts = |files: &Files| {
        files.iter().map(|(path, bytes)| (path.clone(), String::from_utf8(bytes.clone()).expect("UTF-8"))).collect()
    };
    assert_eq!(package.files, texts(&sample()), "to the byte");
    assert_eq!(package.files.len(), SAMPLE.len());
    assert_eq!((programme.slug.as_str(), programme.version.as_str()), ("sample", "1"));
    assert_eq!(programme.languages, ["es", "en"]);
    assert_eq!(programme.title.get("en"), "Sample");
    assert_eq!(programme.hours.total(), 2);
    let topic = &programme.topics[0];
    let job_aid = topic.job_aid.as_ref().expect("the topic has one");
    assert_eq!((topic.number, job_aid.title.get("es"), job_aid.review), (1, "Tarjeta", Review::Needed));
    let order: Vec<&str> = programme.activities.iter().map(|activity| activity.id.as_str()).collect();
    assert_eq!(order, ["t1-l1", "t1-p", "t1-q"]);
    let Body::Lesson(lesson) = &programme.activities[0].body else { panic!("the first is a lesson") };
    assert_eq!(lesson.markdown.get("es"), "## Qué es\n\nLa niña come pan. Siga con la [práctica](t1-p).\n\n");
    assert_eq!(programme.activities[0].notice.get("en"), "Calmly.");
    assert!(programme.activities[1].notice.is_empty());
    let quiz = programme.activity("t1-q").and_then(|activity| activity.quiz()).expect("it is a quiz");
    assert_eq!((quiz.counting, quiz.pass, quiz.attempts, quiz.time_limit), (Counting::Gate, 80, 3, None));
    let QuestionKind::SingleChoice { choices } = &quiz.questions[0].kind else { panic!("it is a single choice") };
    assert_eq!(choices.iter().map(|choice| choice.right).collect::<Vec<_>>(), [false, true]);
    assert_eq!(programme.completion, Rule::AllOf(vec![Rule::Done("t1-l1".into()), Rule::Pass("t1-q".into())]));
    // What the journal keeps of it comes back as it was.
    let json = serde_json::to_string(programme).expect("it serialises");
    assert_eq!(&serde_json::from_str::<domain::programmes::Programme>(&json).expect("it deserialises"), programme);
}

#[test]
fn a_rule_of_n_parts_is_read() {
    let mut files = sample();
    let rule = "[completion]\nn_of = { n = 1, of = [{ done = \"t1-p\" }, { all_of = [{ pass = \"t1-q\" }] }] }\n";
    let head = common::PROGRAMME.split("[completion]").next().unwrap_or_default();
    files.insert("programme.toml".into(), format!("{head}{rule}").into_bytes());
    let programme = read_files(&files).expect("the rule is sound").programme;
    let of = vec![Rule::Done("t1-p".into()), Rule::AllOf(vec![Rule::Pass("t1-q".into())])];
    assert_eq!(programme.completion, Rule::NOf { n: 1, of });
}

#[test]
fn a_rule_asks_for_hours_and_for_a_mark_of_its_own() {
    let rule = r#"[completion]
all_of = [
  { pass = "t1-q", mark = 95 },
  { minutes = { modality = "own_time", at_least = 18 } },
  { n_of = { n = 1, of = [{ minutes = { modality = "any", at_least = 8 } }, { done = "t1-p" }] } },
]
"#;
    let head = common::PROGRAMME.split("[completion]").next().unwrap_or_default();
    let mut files = sample();
    files.insert("programme.toml".into(), format!("{head}{rule}").into_bytes());
    let programme = read_files(&files).expect("sound").programme;
    let either = vec![Rule::Hours { modality: None, minutes: 8 }, Rule::Done("t1-p".into())];
    let all = vec![
        Rule::PassWith { quiz: "t1-q".into(), mark: 95 },
        Rule::Hours { modality: Some(Modality::OwnTime), minutes: 18 },
        Rule::NOf { n: 1, of: either },
    ];
    assert_eq!(programme.completion, Rule::AllOf(all));
    let longer = common::LESSON.replace("minutes = 5", "minutes = 107");
    files.insert("topics/t1/t1-l1.md".into(), longer.into_bytes());
    let hours = "[completion]\nhours = { modality = \"any\", at_least = 2 }\n";
    files.insert("programme.toml".into(), format!("{head}{hours}").into_bytes());
    let programme = read_files(&files).expect("107, 3 and 10 minutes are two hours").programme;
    assert_eq!(programme.completion, Rule::Hours { modality: None, minutes: 120 });
}

#[test]
fn the_folder_reads_as_the_same_package_wherever_it_lies() {
    let (one, two) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    write(&sample(), one.path());
    write(&sample(), &two.path().join("deeper"));
    fs::write(one.path().join(".DS_Store"), "x").expect("a file");
    let memory = read_files(&sample()).expect("the sample is sound");
    assert_eq!(read(one.path()).expect("sound on disk"), memory);
    assert_eq!(read(&two.path().join("deeper")).expect("sound elsewhere"), memory);
    let mut other = sample();
    other.get_mut("topics/t1/topic.toml").expect("it is there").push(b'\n');
    assert_ne!(read_files(&other).expect("still sound").digest, memory.digest);
    assert_eq!(memory.digest.len(), 64);
}

#[test]
fn nothing_outside_the_folder_is_opened() {
    let (outside, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    write(&sample(), outside.path());
    write(&sample(), folder.path());
    let lesson = folder.path().join("topics/t1/t1-l1.md");
    fs::remove_file(&lesson).expect("it was there");
    std::os::unix::fs::symlink(outside.path().join("topics/t1/t1-l1.md"), &lesson).expect("a link");
    std::os::unix::fs::symlink(outside.path().join("topics/t1"), folder.path().join("topics/t2")).expect("a link");
    fs::create_dir(folder.path().join("images")).expect("a folder");
    fs::write(folder.path().join("topics/t1/big.md"), vec![b'x'; 2_000_001]).expect("a file");
    let found = read(folder.path()).expect_err("links are refused");
    let told: Vec<String> = found.iter().map(|one| format!("{} {}", one.file, one.what)).collect();
    for expected in [
        "topics/t1/t1-l1.md this is a link or a device, not a file",
        "topics/t2 this is a link or a device, not a file",
        "images this folder has no place in a package",
        "topics/t1/big.md this file is larger than 2 MB",
    ] {
        assert!(told.iter().any(|one| one == expected), "{expected}: {told:#?}");
    }
    let nowhere = read(&folder.path().join("nowhere")).expect_err("there is nothing");
    assert!(nowhere[0].what.starts_with("this cannot be read"), "{nowhere:?}");
}

#[test]
fn the_sample_is_counted() {
    let programme = read_files(&sample()).expect("the sample is sound").programme;
    let counts = serde_json::to_value(count(&programme)).expect("it serialises");
    let mut topic = counts["by_topic"]["t1"].clone();
    assert_eq!(counts["days"], 2);
    assert_eq!(counts["lessons"], 1);
    assert_eq!(counts["quizzes"], 2);
    assert_eq!(counts["minutes"], 18);
    assert_eq!(counts["questions"], 2);
    assert_eq!(counts["job_aids"], 1);
    assert_eq!(counts["options_without_feedback"], 0);
    assert_eq!(counts["untranslated"], 0);
    // Qué es · La niña come pan · Siga con la práctica; What it is · The girl eats bread · Read more
    assert_eq!(counts["words"], serde_json::json!({ "es": 10, "en": 9 }));
    let review = serde_json::json!([
        { "file": "topics/t1/job-aid.md", "id": "t1" },
        { "file": "topics/t1/t1-p.toml", "id": "t1-p1" },
    ]);
    assert_eq!((&counts["review_needed"], &counts["review_items"]), (&serde_json::json!(2), &review));
    // 1+1, 1+2+2+1, 2+1+1+3 syllables; 10 words; 3 sentences.
    let ease: f64 = 206.835 - 62.3 * 15.0 / 10.0 - 10.0 / 3.0;
    assert_eq!(counts["reading_ease"], (ease * 10.0).round() / 10.0);
    // With one topic, it counts as the whole does.
    topic["by_topic"] = counts["by_topic"].clone();
    assert_eq!(topic, counts);
}

#[test]
fn what_is_not_written_is_counted() {
    let mut programme = read_files(&sample()).expect("the sample is sound").programme;
    programme.languages.push("quc".into());
    let all = count(&programme).untranslated;
    // Title and summary, 2 days, topic and job aid (4), lesson (4), two quizzes (2 each), questions (5 each).
    assert_eq!(all, 2 + 4 + 4 + 4 + 4 + 10);
    let Body::Quiz(quiz) = &mut programme.activities[1].body else { panic!("the second is a quiz") };
    let QuestionKind::TrueFalse { choices } = &mut quiz.questions[0].kind else { panic!("it is true or false") };
    choices[0].feedback = Default::default();
    let counts = count(&programme);
    assert_eq!((counts.options_without_feedback, counts.untranslated), (1, all + 2));
}

#[test]
fn the_shipped_programme_is_sound() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programmes/atencion-integral");
    let package = read(&folder).unwrap_or_else(|found| {
        let told: Vec<String> = found.iter().map(ToString::to_string).collect();
        panic!("{told:#?}")
    });
    let counts = count(&package.programme);
    assert_eq!((counts.untranslated, counts.options_without_feedback), (0, 0));
    assert!(counts.by_topic.values().all(|it| it.lessons >= 4 && it.questions >= 25), "{counts:?}");
    assert!(counts.reading_ease.is_some_and(|ease| ease >= 55.0), "hard to read: {:?}", counts.reading_ease);
}

/// The example in the guide is a package: each block of code under a heading `### path` is that file.
#[test]
fn the_example_in_the_guide_is_sound() {
    let guide = include_str!("../../../docs/programme-format.md");
    let files: Files = guide
        .split("\n### `")
        .skip(1)
        .filter_map(|part| {
            let (path, rest) = part.split_once('`')?;
            let (_, code) = rest.split_once("\n````")?;
            let (_, code) = code.split_once('\n')?;
            let (code, _) = code.split_once("\n````")?;
            Some((path.to_owned(), format!("{code}\n").into_bytes()))
        })
        .collect();
    assert_eq!(files.len(), 6, "{:?}", files.keys());
    let package = read_files(&files).unwrap_or_else(|found| panic!("{found:#?}"));
    let counts = count(&package.programme);
    assert_eq!((counts.lessons, counts.quizzes, counts.job_aids), (1, 2, 1));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_bytes_never_panic_and_every_problem_has_its_place(
        damages in proptest::collection::vec((0..SAMPLE.len(), damage()), 1..6)
    ) {
        let mut files = sample();
        for (file, damage) in &damages {
            apply(files.get_mut(SAMPLE[*file].0).expect("it is in the sample"), damage);
        }
        match read_files(&files) {
            Ok(package) => {
                // What is accepted can be counted and shown.
                let counts = count(&package.programme);
                prop_assert_eq!(counts.untranslated, 0);
            }
            Err(found) => {
                prop_assert!(!found.is_empty());
                prop_assert!(found.is_sorted_by_key(|one| (one.file.clone(), one.line)));
                for one in &found {
                    let lines = 1 + files[&one.file].iter().filter(|byte| **byte == b'\n').count();
                    prop_assert!(one.line >= 1 && one.line <= lines, "{} has {} lines", one, lines);
                    prop_assert!(!one.what.is_empty() && !one.remedy.is_empty());
                }
            }
        }
    }

    #[test]
    fn html_holds_no_tag_but_its_own(markdown in "([a-zñ ]|[<>&\"'/=!-]|\\[x\\]\\(|\\)|javascript:|script|on|https://e.org|\n|\n\n|# |- |`|\\*|_|:|t1){0,60}") {
        let page = html(&markdown);
        let own = ["p", "h2", "h3", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "br", "hr"];
        for tag in page.split('<').skip(1) {
            let (tag, _) = tag.split_once('>').expect("every tag is closed");
            let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
            prop_assert!(own.contains(&name), "{:?} gives {:?}", markdown, page);
            let attributes = tag.strip_prefix(name).unwrap_or_default();
            let safe = attributes.is_empty() || attributes == " /" || name == "ol" || name == "code" || attributes.starts_with(" href=\"https://")
                || attributes.starts_with(" href=\"/activities/");
            prop_assert!(safe || tag.starts_with('/'), "{:?} gives {:?}", markdown, page);
        }
    }
}
