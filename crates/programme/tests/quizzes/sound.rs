//! What comes out of sound files.

use crate::sample::{KINDS, POOL, whole};
use crate::telling::{broken, told};
use domain::quizzes::{
    Answer, Counting, Difficulty, FeedbackAt, Form, GapKind, Layout, QuestionKind, Quiz, Reveal, Shuffle, Side, asked,
    marking,
};
use programme::{Package, read_files};
use std::collections::BTreeSet;

fn package() -> Package {
    read_files(&whole()).unwrap_or_else(|found| panic!("{found:#?}"))
}

fn quiz<'p>(package: &'p Package, id: &str) -> &'p Quiz {
    package.programme.activity(id).and_then(|it| it.quiz()).expect("it is a quiz")
}

fn kind<'p>(package: &'p Package, id: &str) -> &'p QuestionKind {
    &quiz(package, "t1-k").question(id).expect("it is there").kind
}

#[test]
fn all_that_a_quiz_says_is_read() {
    let package = package();
    let quiz = quiz(&package, "t1-k");
    assert_eq!((quiz.counting, quiz.pass, quiz.attempts), (Counting::Practice, 80, 2), "80 % where it does not say");
    assert_eq!((quiz.shuffle, quiz.layout, quiz.reveal), (Shuffle::Both, Layout::AllAtOnce, Reveal::KeyAtEnd));
    assert_eq!((quiz.feedback, quiz.opens, quiz.closes), (Some(FeedbackAt::End), Some(2), Some(9)));
    let kinds: BTreeSet<&str> = quiz.questions.iter().map(|it| it.kind.name()).collect();
    assert_eq!(kinds.len(), 11);
    // What the journal keeps of it comes back as it was.
    let json = serde_json::to_string(&package.programme).expect("it serialises");
    assert_eq!(serde_json::from_str::<domain::programmes::Programme>(&json).expect("reads"), package.programme);
}

#[test]
fn equal_right_sides_are_one_option_and_options_do_not_tell_their_pair() {
    let package = package();
    let QuestionKind::Matching(matching) = kind(&package, "k-match") else { panic!("it is matching") };
    let words: Vec<&str> = matching.options.iter().map(|it| it.text.get("es")).collect();
    assert_eq!(words, ["Azul", "Rojo", "Verde"], "in the order of the alphabet");
    assert_eq!(matching.stems[0].matches, matching.stems[1].matches);
    let of = |id: &str| matching.options.iter().find(|it| it.id.as_str() == id).map(|it| it.text.get("en"));
    assert_eq!(of(matching.stems[2].matches.as_str()), Some("Green"));
    let ids: BTreeSet<&str> = matching.options.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids.len(), 3);
    assert!(ids.iter().all(|id| id.len() == 2), "{ids:?}");
    // The ids stay when words are mended.
    let mended = broken(whole(), KINDS, "es = \"Verde\"", "es = \"Amarillo\"");
    let again = read_files(&mended).unwrap_or_else(|found| panic!("{found:#?}"));
    let QuestionKind::Matching(mended) = kind(&again, "k-match") else { panic!("it is matching") };
    assert_eq!(mended.options[0].text.get("es"), "Amarillo");
    assert_eq!(mended.stems, matching.stems);
}

#[test]
fn what_is_right_is_worth_all_of_the_question() {
    let package = package();
    let id = |id: &str| domain::ids::ChoiceId::from(id);
    let text = |text: &str| Answer::Text(text.into());
    let number = |number: &str, unit: &str| Answer::Number { number: number.into(), unit: unit.into() };
    let gaps = |a: &str, b: &str, c: &str| {
        Answer::Gaps([(id("a"), a.into()), (id("b"), b.into()), (id("c"), c.into())].into())
    };
    for (question, answer, worth) in [
        ("k-multiple", Answer::Choices([id("a"), id("b")].into()), 100),
        ("k-order", Answer::Order(vec![id("m"), id("a"), id("t")]), 100),
        ("k-order", Answer::Order(vec![id("t"), id("a"), id("m")]), 0),
        ("k-short", text("q’EQCHI’"), 100),
        ("k-short", text("maya."), 50),
        ("k-number", number("90,5", ""), 100),
        ("k-number", number("90,51", "min"), 0),
        ("k-number", number("1,5", "h"), 100),
        ("k-cloze", gaps("Lunes", "2,5", "x"), 100),
        ("k-cloze", gaps("monday", "2,6", "y"), 33),
        ("k-hot", Answer::Choices([id("a")].into()), 100),
        ("k-case", Answer::Parts([(id("p1"), Answer::Choice(id("b"))), (id("p2"), number("24", ""))].into()), 100),
    ] {
        let kind = kind(&package, question);
        assert!(answer.fits(kind), "{question}: {answer:?}");
        let credit = marking::credit(question, kind, Some(&answer), &Default::default());
        assert_eq!(credit.hundredths, worth, "{question}: {answer:?}");
    }
    let QuestionKind::Open(open) = kind(&package, "k-open") else { panic!("it is open") };
    assert_eq!(open.longest, 600);
    let QuestionKind::Cloze(cloze) = kind(&package, "k-cloze") else { panic!("it is a cloze") };
    assert!(matches!(cloze.gaps[1].wants, GapKind::Number { .. }));
}

#[test]
fn a_pool_fills_the_quizzes_that_draw_from_it() {
    let package = package();
    let (before, after) = (quiz(&package, "t1-x"), quiz(&package, "t1-y"));
    assert_eq!(before.questions, after.questions);
    assert_eq!((before.questions.len(), before.length()), (8, 3));
    assert!(before.questions.iter().all(|it| it.topic.as_ref().is_some_and(|topic| topic.as_str() == "t1")));
    assert_eq!(before.parallel.as_ref().map(|it| it.side), Some(Side::Before));
    for person in 0..40 {
        let attempt = |number: u128| domain::ids::AttemptId(uuid(number * 1_000 + person));
        let (first, second) =
            (asked(before, attempt(1), &person.to_string()), asked(after, attempt(2), &person.to_string()));
        let form = |quiz: &Quiz, id: &domain::ids::QuestionId| quiz.question(id.as_str()).and_then(|it| it.form);
        let forms: BTreeSet<Option<Form>> = first.iter().map(|id| form(before, id)).collect();
        assert_eq!((first.len(), second.len(), forms.len()), (3, 3, 1));
        assert!(first.iter().all(|id| !second.contains(id)), "nobody meets a question twice");
        let basic = |id: &&domain::ids::QuestionId| {
            before.question(id.as_str()).is_some_and(|it| it.difficulty == Difficulty::Basic)
        };
        assert!(first.iter().filter(basic).count() >= 2);
    }
}

fn uuid(number: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(number)
}

#[test]
fn a_question_counts_once_however_many_quizzes_ask_it() {
    let review = |files| {
        let package = read_files(&files).unwrap_or_else(|found| panic!("{found:#?}"));
        let counts = package.counts();
        assert_eq!(counts.by_topic["t1"].questions, counts.questions);
        (counts.questions, counts.vignettes, counts.review_items)
    };
    let (questions, vignettes, items) = review(whole());
    // Two of the sample, eleven kinds, eight of the pool, one of the gate.
    assert_eq!((questions, vignettes), (2 + 11 + 8 + 1, 1));
    assert!(items.iter().all(|it| it.file != POOL));
    // In a quiz that decides nothing a question may still need review; the pool's own file is named.
    let mut files = broken(whole(), POOL, "difficulty = \"basic\"", "difficulty = \"basic\"\nreview = \"needed\"");
    for test in [crate::sample::BEFORE, crate::sample::AFTER] {
        files = broken(files, test, "counting = \"measurement\"", "counting = \"practice\"");
    }
    let (_, _, items) = review(files);
    assert!(items.iter().any(|it| it.file == POOL && it.id == "pool-0"), "{items:?}");
}

#[test]
fn what_is_not_written_is_counted_in_every_kind() {
    let mut programme = package().programme;
    let counts = programme::count(&programme);
    assert_eq!((counts.untranslated, counts.options_without_feedback), (0, 0));
    programme.languages.push("quc".into());
    let before = programme::count(&programme);
    // Stem, three words of each left and right side (two of three are one option), the distractor, two feedbacks.
    let without = |id: &str| {
        let mut programme = programme.clone();
        let quiz = programme.activities.iter_mut().find(|it| it.id.as_str() == "t1-k").expect("it is there");
        let domain::programmes::Body::Quiz(quiz) = &mut quiz.body else { panic!("it is a quiz") };
        quiz.questions.retain(|it| it.id.as_str() != id);
        before.untranslated - programme::count(&programme).untranslated
    };
    for (id, texts) in [
        ("k-single", 5),
        ("k-match", 1 + 3 + 3 + 2),
        ("k-order", 1 + 3 + 3),
        ("k-short", 1 + 1 + 2),
        ("k-number", 1 + 2),
        ("k-cloze", 1 + 2 + 2),
        ("k-hot", 1 + 1 + 2 + 2),
        ("k-case", 1 + (1 + 4) + (2 + 2)),
        ("k-open", 2),
    ] {
        assert_eq!(without(id), texts, "{id}");
    }
}

#[test]
fn a_draw_that_narrows_first_is_sound_and_one_that_widens_first_is_told() {
    let gate = crate::sample::GATE;
    let draws = "[[draw]]\ncount = 1\ndifficulty = \"applied\"\n";
    assert_eq!(told(&broken(whole(), gate, draws, "[[draw]]\ncount = 1\n")), [""; 0]);
    let second = "[[draw]]\ncount = 1\n[[draw]]\ncount = 1\ndifficulty = \"applied\"\n";
    assert_eq!(
        told(&broken(whole(), gate, draws, second)),
        ["topics/t1/t1-z.toml:11 1 questions are drawn, and there may be only 0"]
    );
}

/// Each example in the guide stands under a heading `#### kind`, in a block of code.
#[test]
fn every_example_of_a_kind_in_the_guide_is_sound() {
    let guide = include_str!("../../../../docs/programme-format.md");
    let examples: Vec<(&str, &str)> = guide
        .split("\n#### `")
        .skip(1)
        .filter_map(|part| {
            let (kind, rest) = part.split_once('`')?;
            let (_, code) = rest.split_once("\n```toml\n")?;
            Some((kind, code.split_once("```")?.0))
        })
        .collect();
    assert_eq!(examples.len(), 11);
    let head = "id = \"t1-k\"\ntitle.es = \"x\"\nsummary.es = \"x\"\nminutes = 9\ncounting = \"practice\"\n";
    let text: String = std::iter::once(head).chain(examples.iter().map(|(_, code)| *code)).collect();
    let programme = "format = 1\nslug = \"sample\"\nversion = \"1\"\nlanguages = [\"es\"]\ntitle.es = \"x\"\nsummary.es = \"x\"\n\
        hours = {}\ntopics = [\"t1\"]\n[[day]]\nid = \"d1\"\ntitle.es = \"x\"\naim.es = \"x\"\nactivities = [\"t1-k\"]\n\
        [completion]\ndone = \"t1-k\"\n";
    let topic = "id = \"t1\"\nnumber = 1\ntitle.es = \"x\"\naim.es = \"x\"\n";
    let files = [("programme.toml", programme), ("topics/t1/topic.toml", topic), (KINDS, &text)];
    let files = files.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect();
    let package = read_files(&files).unwrap_or_else(|found| panic!("{found:#?}"));
    let read = quiz(&package, "t1-k").questions.iter().map(|it| it.kind.name());
    assert!(read.eq(examples.iter().map(|(kind, _)| *kind)));
}

#[test]
fn questions_written_as_tables_read_back_the_same() {
    let mut files = whole();
    let before = quiz(&package(), "t1-k").clone();
    let written = String::from_utf8(files[KINDS].clone()).expect("text");
    let head = written.split("[[question]]").next().expect("what stands before the questions");
    let again = format!("{head}{}", programme::questions_as_toml(&before.questions));
    files.insert(KINDS.to_owned(), again.clone().into_bytes());
    let package = read_files(&files).unwrap_or_else(|found| panic!("{found:#?}\n{again}"));
    // An option that belongs to nothing has an id that is made when it is read.
    let named = |quiz: &Quiz| {
        let mut quiz = quiz.clone();
        for question in &mut quiz.questions {
            let QuestionKind::Matching(matching) = &mut question.kind else { continue };
            let used: Vec<_> = matching.stems.iter().map(|stem| stem.matches.clone()).collect();
            matching.options.iter_mut().filter(|it| !used.contains(&it.id)).for_each(|it| it.id = "zz".into());
        }
        quiz
    };
    assert_eq!(named(quiz(&package, "t1-k")), named(&before));
}
