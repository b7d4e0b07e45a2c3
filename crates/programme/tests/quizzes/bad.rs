//! One thing broken at a time: the problem must name the file, the line and the remedy, and nothing else may be told.

use crate::common::Files;
use crate::damage::{apply, damage};
use crate::sample::{AFTER, BEFORE, GATE, KINDS, P, POOL, whole};
use crate::telling::{broken, in_the_guide, problems, told};
use programme::read_files;
use proptest::prelude::*;

/// In a file, the first `old` becomes `new`; then there is one problem, where the first `at` stands (or, with `^` before it, one
/// line above), that says `what` and offers `remedy`.
struct Row(&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

const ROWS: &[Row] = &[
    // The settings of a quiz.
    Row(KINDS, "shuffle = \"both\"", "shuffle = \"al\"", "\"al\"", "`shuffle` cannot be `al`", "questions, choices"),
    Row(KINDS, "layout = \"all_", "layout = \"al_", "\"al_", "`layout` cannot be", "`all_at_once`"),
    Row(KINDS, "feedback = \"end\"", "feedback = \"ende\"", "\"ende\"", "`feedback` cannot be", "`end`"),
    Row(KINDS, "\"key_at_end\"", "\"keys\"", "\"keys\"", "`reveal` cannot be `keys`", "`key`"),
    Row(KINDS, "opens = 2", "opens = 10", "closes", "the quiz closes before it opens", "not before `opens`"),
    Row(KINDS, "closes = 9", "closes = 400", "closes", "`closes` is out of range", "from 1 to 366"),
    Row(KINDS, "attempts = 2", "attempts = 2\npas = 3", "pas =", "`pas` is not a known key here", "`pass`"),
    Row(GATE, "\"gate\"", "\"gat\"", "\"gat\"", "`counting` cannot be", "`gate`"),
    Row(BEFORE, "parallel =", "attempts = 2\nparallel =", "attempts", "is taken once", "`attempts = 1`"),
    Row(BEFORE, "parallel =", "attempts = 0\nparallel =", "attempts", "is taken once", "or leave it out"),
    Row(BEFORE, "side = \"before\"", "side = \"front\"", "side", "`side` cannot be `front`", "before, after"),
    Row(P, "{ pass = \"t1-q\" }", "{ pass = \"t1-x\" }", "\"t1-x\" }", "`t1-x` is not a gate: it is done", "done ="),
    // Pools and draws.
    Row(GATE, "attempts = 3", "from = [\"t1-pol\"]", "from", "there is no pool `t1-pol`", "`t1-pool`"),
    Row(GATE, "attempts = 3", "from = [\"zzzzz\"]", "from", "there is no pool `zzzzz`", "zzzzz.pool.toml"),
    Row(GATE, "attempts = 3", "from = []", "from", "`from` is empty", "at least one"),
    Row(
        BEFORE,
        "[\"t1-pool\"]",
        "[\"t1-pool\",\"t1-pool\"]",
        "from",
        "the pool `t1-pool` is named twice",
        "Remove one",
    ),
    Row(POOL, "id = \"t1-pool\"", "id = \"t1-p\"", "t1-p", "the id `t1-p` is not the name of its file", "t1-pool"),
    Row(
        POOL,
        "\"pool-3\"",
        "\"k-open\"",
        "k-open",
        "the id `k-open` is used already, in topics/t1/t1-k.toml",
        "another",
    ),
    Row(GATE, "count = 1", "count = 2", "[[draw]]", "2 questions are drawn, and there may be only 1", "Ask for fewer"),
    Row(GATE, "count = 1", "count = 0", "count = 0", "`count` is out of range", "from 1 to 200"),
    Row(GATE, "stem.es", "topic = \"t9\"\nstem.es", "t9", "there is no topic `t9`", "`t1`"),
    Row(KINDS, "stem = ", "topic = \"zzzz\"\nstem = ", "zzzz", "there is no topic `zzzz`", "of this package"),
    Row(GATE, "\"done\"", "\"needed\"", "needed", "a question that still needs review decides", "practice quiz"),
    // Parallel forms.
    Row(GATE, "stem.es", "form = \"a\"\nstem.es", "form =", "a question of a parallel form is asked in `t1-z`", "Take"),
    Row(GATE, "stem.es", "form = \"c\"\nstem.es", "form =", "`form` cannot be `c`", "`a`"),
    Row(
        POOL,
        "form = \"a\"\n",
        "",
        "id = \"pool-0\"",
        "a question of `t1-x`, which has parallel forms",
        "form = \"a\"",
    ),
    // Choices.
    Row(
        KINDS,
        "en = \"Tortilla\"",
        "en = \" bread\"",
        "\" bread\"",
        "the same words stand in line 41",
        "tell them apart",
    ),
    Row(
        KINDS,
        "right = true\nfeedback = { es = \"Se come",
        "right = 1\nfeedback = { es = \"Se come",
        "right = 1",
        "`right` has the wrong form",
        "true",
    ),
    // Matching.
    Row(
        KINDS,
        "es = \"azul \", en = \"Blue\"",
        "es = \"azul\", en = \"Navy\"",
        "Navy",
        "the right side equals that",
        "one option",
    ),
    Row(
        KINDS,
        "es = \"Rojo\", en = \"Red\"",
        "es = \"Rojo\", en = \"Green\"",
        "\"Rojo\"",
        "the same words stand in",
        "apart",
    ),
    Row(
        KINDS,
        "es = \"Mar\", en = \"Sea\"",
        "es = \"Mar\", en = \"Sky\"",
        "\"Mar\"",
        "the same words stand in",
        "apart",
    ),
    Row(
        KINDS,
        "id = \"d\"\ntext",
        "id = \"c\"\ntext",
        "id = \"c\"\ntext = { es = \"Rojo",
        "the id `c` is used already",
        "another",
    ),
    Row(
        KINDS,
        "right = { es = \"Verde\", en = \"Green\" }\n",
        "",
        "^id = \"c\"\nleft",
        "`right` is missing or blank",
        "Write `right`",
    ),
    // Ordering.
    Row(
        KINDS,
        "es = \"Regar\", en = \"Water\"",
        "es = \"Regar\", en = \"Sow\"",
        "\"Regar\"",
        "the same words stand in",
        "apart",
    ),
    Row(
        KINDS,
        "[[question.item]]\nid = \"a\"\ntext = { es = \"Regar\", en = \"Water\" }\n[[question.item]]\nid = \"t\"\ntext = { es = \"Cosechar\", en = \"Harvest\" }\n",
        "",
        "^id = \"k-order\"",
        "there are 1 `item`",
        "Write 2 to 10",
    ),
    Row(
        KINDS,
        "feedback.wrong = { es = \"Mire otra vez.\", en = \"Look again.\" }\n",
        "",
        "feedback.right = { es = \"Bien",
        "`wrong` is missing",
        "Write `wrong`",
    ),
    // Short answers.
    Row(
        KINDS,
        "text = \"Maya\"",
        "text = \"q’eqchí’.\"",
        "\"q’eqchí’.\"",
        "this answer equals that of line 103",
        "accents",
    ),
    Row(
        KINDS,
        "text = \"Q'eqchi'\"",
        "text = \"Q'eqchi'\"\ncredit = 99",
        "^id = \"k-short\"",
        "no `accepted` is worth the whole",
        "credit = 100",
    ),
    Row(KINDS, "credit = 50", "credit = 101", "credit = 101", "`credit` is out of range", "from 0 to 100"),
    // Numbers.
    Row(KINDS, "value = 90", "value = \"noventa\"", "noventa", "`value` is not a number", "such as 12"),
    Row(KINDS, "value = 90", "value = 1e5", "1e5", "`value` is not a number", "such as 12"),
    Row(KINDS, "value = 90", "value = true", "value = true", "`value` has the wrong form", "a number"),
    Row(KINDS, "\"0,5\"", "-1", "tolerance", "`tolerance` is too small", "a tolerance may be 0"),
    Row(KINDS, "factor = 60", "factor = 0", "factor = 0", "`factor` is too small", "above 0"),
    Row(
        KINDS,
        "name = \"min\"",
        "name = \"min\"\nfactor = 2",
        "factor = 2",
        "the first unit is that of the value",
        "Leave",
    ),
    Row(KINDS, "factor = 60\n", "", "^name = \"h\"", "`factor` is missing", "Write `factor`"),
    Row(
        KINDS,
        "name = \"h\"",
        "name = \"min\"",
        "name = \"min\"\nfactor",
        "the id `min` is used already, in line",
        "another",
    ),
    Row(
        KINDS,
        "name = \"h\"",
        "name = \"horas de sesenta minutos\"",
        "sesenta",
        "`name` has more than 20 characters",
        "shorter",
    ),
    // Clozes.
    Row(KINDS, "Hoy es [[a]],", "Hoy es lunes,", "Hoy es lunes", "the text does not hold `a` (`es`)", "Write `[[a]]`"),
    Row(
        KINDS,
        "Hoy es [[a]]",
        "Hoy es [[a]] [[d]]",
        "Hoy es",
        "the text holds `d`, and there is no such `gap` (`es`)",
        "id = \"d\"",
    ),
    Row(KINDS, "Hoy es [[a]]", "Hoy es [[a]] [[a]]", "Hoy es", "the text holds `a` twice (`es`)", "Keep one"),
    Row(KINDS, "Hoy es [[a]]", "Hoy es [[A]] [[a]]", "Hoy es", "`[[A]] ` cannot be read (`es`)", "`[[a]]`"),
    Row(KINDS, "Hoy es [[a]]", "Hoy es [[b:hoy]] [[a]]", "Hoy es", "`[[b:` cannot be read (`es`)", "`[[a]]`"),
    Row(KINDS, "wants = \"number\"", "wants = \"numbre\"", "numbre", "`wants` cannot be `numbre`", "`number`"),
    Row(KINDS, "value = 2.5", "valu = 2.5\nvalue = 2.5", "valu = 2.5", "`valu` is not a known key here", "`value`"),
    Row(
        KINDS,
        "en = \"three\" }\nright = true",
        "en = \"three\" }",
        "^id = \"c\"\nwants",
        "0 choices are right",
        "exactly one",
    ),
    Row(
        KINDS,
        "{ text = \"Monday\" }",
        "{ text = \"LUNES\" }",
        "\"LUNES\"",
        "this answer equals that of line",
        "Remove",
    ),
    Row(KINDS, "en = \"four\"", "en = \"Three\"", "\"Three\"", "the same words stand in line", "apart"),
    // Hot texts.
    Row(
        KINDS,
        "y [[b:estaba feliz]]",
        "y estaba feliz",
        "y estaba feliz",
        "the text does not hold `b` (`es`)",
        "Write `[[b:…]]`",
    ),
    Row(
        KINDS,
        "y [[b:estaba feliz]]",
        "y [[b:estaba feliz",
        "passage.es",
        "`[[b:estaba feliz.` cannot be read",
        "`[[a:words]]`",
    ),
    Row(
        KINDS,
        "Ana [[a:came at eight]]",
        "[[c:Ana]] [[a:came]]",
        "[[c:Ana]]",
        "the text holds `c`, and there is no such `span`",
        "id = \"c\"",
    ),
    Row(
        KINDS,
        "id = \"a\"\nright = true\nfeedback = { es = \"Se vio",
        "id = \"a\"\nfeedback = { es = \"Se vio",
        "^id = \"k-hot\"",
        "every `span` is right, or none",
        "at least one `span`",
    ),
    // Vignettes and open questions.
    Row(
        KINDS,
        "kind = \"true_false\"\nstem = { es = \"¿Es así",
        "kind = \"vignette\"\nstem = { es = \"¿Es así",
        "kind = \"vignette\"\nstem = { es = \"¿Es",
        "a part cannot be a vignette itself",
        "one after the other",
    ),
    Row(
        KINDS,
        "id = \"p2\"",
        "id = \"p1\"",
        "id = \"p1\"\nkind = \"numeric\"",
        "the id `p1` is used already, in line",
        "another",
    ),
    Row(KINDS, "tells = ", "tell = ", "tell = ", "`tell` is not a known key here", "`tells`"),
    Row(KINDS, "Pasa un día.", "Pasa <b>un</b> día.", "tells", "raw HTML is not allowed (`<b>`)", "Markdown"),
    Row(
        KINDS,
        "Pasa un día.",
        "Pasa [un](t1-w) día.",
        "tells",
        "a link leads to `t1-w`, and there is no such activity",
        "`t1-",
    ),
    Row(KINDS, "value = 24\n", "", "^id = \"p2\"", "`value` is missing or blank", "Write `value`"),
    Row(KINDS, "longest = 600", "longest = 20", "longest", "`longest` is out of range", "from 50 to 10000"),
    Row(
        KINDS,
        "criteria = { es = \"Separa lo visto.\", en",
        "criteria = { es = \"Separa lo visto.\", em",
        "criteria",
        "`em` is not a language",
        "es, en",
    ),
];

/// Breaks that truly make a second thing wrong: how many problems are told besides.
fn follow_ups(row: &Row) -> usize {
    match row.4 {
        "the id `t1-p` is not the name of its file" => 0,
        // Then the mark is not closed, and what it should have marked is not there.
        "`[[b:estaba feliz.` cannot be read" => 1,
        // Then the other language lacks its words.
        "`em` is not a language" => 1,
        // The form has one question fewer, which no draw may need.
        "a question of `t1-x`, which has parallel forms" => 2,
        _ => 0,
    }
}

/// The line that a row names, from 1.
fn line_of(text: &str, at: &str) -> usize {
    let (wanted, above) = at.strip_prefix('^').map_or((at, 0), |wanted| (wanted, 1));
    let start = text.find(wanted).unwrap_or_else(|| panic!("{wanted:?} is not in the file"));
    1 + text[..start].matches('\n').count() - above
}

/// What is wrong with what is told of a row, if anything.
fn fault(row: &Row) -> Option<String> {
    let Row(file, old, new, at, what, remedy) = row;
    let files = broken(whole(), file, old, new);
    let found = problems(&files);
    let told: Vec<String> = found.iter().map(ToString::to_string).collect();
    let Some(first) = found.iter().find(|one| one.what.contains(what)) else {
        return Some(format!("{file}: {new:?}: «{what}» is not among {told:#?}"));
    };
    let line = line_of(std::str::from_utf8(&files[*file]).expect("UTF-8"), at);
    let spanish = first.in_language("es");
    let holds = [
        ((first.file.as_str(), first.line) == (*file, line), "its place"),
        (first.remedy.contains(remedy), "its remedy"),
        (found.len() == 1 + follow_ups(row), "how many are told"),
        (spanish.what != first.what && spanish.remedy != first.remedy, "its Spanish"),
        (in_the_guide(&first.what), "its place in docs/programme-format.md"),
    ];
    let wrong: Vec<&str> = holds.iter().filter(|(holds, _)| !holds).map(|(_, what)| *what).collect();
    (!wrong.is_empty()).then(|| format!("{what}: {wrong:?}, line {line}: {told:#?}"))
}

#[test]
fn every_break_is_told_with_its_file_line_and_remedy() {
    let faults: Vec<String> = ROWS.iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn with(file: &str, change: impl Fn(&str) -> String) -> Files {
    let mut files = whole();
    let text = String::from_utf8(files[file].clone()).expect("UTF-8");
    files.insert(file.to_owned(), change(&text).into_bytes());
    files
}

#[test]
fn a_pool_that_nobody_draws_from_is_told() {
    let mut files = whole();
    files.insert("topics/t1/t1-more.pool.toml".into(), files[POOL].clone());
    let text = String::from_utf8(files[POOL].clone()).expect("UTF-8");
    let other = text.replace("\"t1-pool\"", "\"t1-more\"").replace("\"pool-", "\"more-");
    files.insert("topics/t1/t1-more.pool.toml".into(), other.into_bytes());
    assert_eq!(told(&files), ["topics/t1/t1-more.pool.toml:1 no quiz draws from the pool `t1-more`"]);
    // A pool has no name of an activity.
    files.remove("topics/t1/t1-more.pool.toml");
    files.insert("topics/t1/t1-p.pool.toml".into(), text.replace("\"t1-pool\"", "\"t1-p\"").into_bytes());
    files.remove(POOL);
    let told = told(&files);
    assert!(
        told.contains(&"topics/t1/t1-p.toml:1 the id `t1-p` is used already, in topics/t1/t1-p.pool.toml:1".into()),
        "{told:#?}"
    );
}

#[test]
fn what_needs_review_counts_nowhere_through_a_pool_either() {
    let files = broken(whole(), POOL, "form = \"a\"", "form = \"a\"\nreview = \"needed\"");
    let review = "topics/t1/t1-pool.pool.toml:8 a question that still needs review may count in `t1-x`";
    assert_eq!(told(&files), [review], "once, though two quizzes draw from it");
    // Where no draw can reach it, it may stay.
    let mut files = broken(whole(), POOL, "form = \"a\"", "form = \"a\"\nreview = \"needed\"");
    for file in [BEFORE, AFTER] {
        let text = String::from_utf8(files[file].clone()).expect("UTF-8");
        let draws = text.split("[[draw]]").next().unwrap_or_default().to_owned();
        let applied = format!("{draws}[[draw]]\ncount = 1\ndifficulty = \"applied\"\n");
        files.insert(file.into(), applied.into_bytes());
    }
    assert_eq!(told(&files), [""; 0]);
    // A measurement's own question.
    let own = with(GATE, |text| text.replace("\"gate\"", "\"measurement\"").replace("\"done\"", "\"needed\""));
    assert_eq!(told(&own), ["topics/t1/t1-z.toml:17 a question that still needs review counts in a measurement"]);
    let pooled = broken(whole(), GATE, "attempts = 3", "from = [\"t1-pool\"]");
    assert!(!told(&pooled).is_empty());
}

#[test]
fn two_forms_and_two_tests_are_alike_or_it_is_told() {
    // One of form a becomes harder than its counterpart.
    let harder = broken(whole(), POOL, "difficulty = \"basic\"", "difficulty = \"demanding\"");
    let told_of = |file: &str, difficulty: &str, a: usize, b: usize| {
        format!("{file}:7 of the topic `t1`, `{difficulty}`, form a has {a} questions and form b has {b}")
    };
    assert_eq!(
        told(&harder),
        [
            told_of(BEFORE, "basic", 2, 3),
            told_of(BEFORE, "demanding", 1, 0),
            told_of(AFTER, "basic", 2, 3),
            told_of(AFTER, "demanding", 1, 0),
        ]
    );
    assert!(problems(&harder).iter().all(|one| in_the_guide(&one.what)));
    // A draw that one of the forms cannot meet is told with the form.
    let draws = |text: &str| text.replace("count = 2\n", "count = 3\n");
    let mut files = whole();
    files.insert(BEFORE.into(), draws(std::str::from_utf8(&files[BEFORE]).expect("UTF-8")).into_bytes());
    assert_eq!(
        told(&files),
        ["topics/t1/t1-y.toml:7 the two quizzes of the pair do not ask the same: compare topics/t1/t1-x.toml:7"]
    );
    let mut files = whole();
    for file in [BEFORE, AFTER] {
        let more = std::str::from_utf8(&files[file]).expect("UTF-8").replace("count = 2\n", "count = 4\n");
        files.insert(file.into(), more.into_bytes());
    }
    let few = |file: &str| format!("{file}:8 4 questions are drawn, and there may be only 3 in form a");
    assert_eq!(told(&files)[0], few(BEFORE));
    assert!(problems(&files).iter().all(|one| in_the_guide(&one.what)));
    // Both on one side.
    let twice = broken(whole(), AFTER, "\"after\"", "\"before\"");
    assert_eq!(
        told(&twice),
        [
            "topics/t1/t1-x.toml:7 the pair `before-after` has no quiz `after`",
            "topics/t1/t1-y.toml:7 this side of the pair `before-after` is taken already, in topics/t1/t1-x.toml:7",
        ]
    );
    assert!(problems(&twice).iter().all(|one| in_the_guide(&one.what)));
}

#[test]
fn lists_that_are_far_too_long_are_told_and_take_no_time() {
    let pair = |n: usize| {
        format!(
            "[[question.pair]]\nid = \"{}\"\nleft = {{ es = \"l{n}\", en = \"l{n}\" }}\nright = {{ es = \"r{n}\", en = \"r{n}\" }}\n",
            n % 10
        )
    };
    let accepted = |n: usize| format!("[[question.accepted]]\ntext = \"x{n}\"\n");
    for (id, rows, what) in [
        ("k-match", (0..10_000).map(pair).collect::<String>(), "there are 10003 `pair`"),
        ("k-short", (0..20_000).map(accepted).collect::<String>(), "there are 20002 `accepted`"),
    ] {
        let files = with(KINDS, |text| {
            let start = text.find(id).expect("it is there");
            let end = start + text[start..].find("\n\n").expect("another follows");
            format!("{}\n{rows}{}", &text[..end], &text[end..])
        });
        assert!(files[KINDS].len() < 2_000_000);
        assert!(told(&files).iter().any(|one| one.contains(what)), "{what}");
    }
    let draws = with(GATE, |text| {
        text.replacen("[[draw]]", &"[[draw]]\ncount = 1\n".repeat(60), 1).replacen("count = 1\n\n", "", 1)
    });
    assert!(told(&draws).iter().any(|one| one.contains("`draw`")), "{:?}", &told(&draws)[..3]);
    let many = with(POOL, |text| {
        let one = text.split("\n[[question]]").nth(1).unwrap_or_default().to_owned();
        let question = |n: usize| format!("\n[[question]]{}", one.replace("pool-0", &format!("more-{n}")));
        format!("{text}{}", (0..1_000).map(question).collect::<String>())
    });
    assert!(told(&many).iter().any(|one| one.contains("the quiz holds 1008 questions")), "{:?}", &told(&many)[..3]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_quizzes_never_panic_and_every_problem_has_its_place(
        damages in proptest::collection::vec((0..4_usize, damage()), 1..6)
    ) {
        let mut files = whole();
        for (file, damage) in &damages {
            apply(files.get_mut([KINDS, POOL, BEFORE, GATE][*file]).expect("it is in the sample"), damage);
        }
        match read_files(&files) {
            Ok(package) => prop_assert_eq!(package.counts().untranslated, 0),
            Err(found) => {
                for one in &found {
                    let lines = 1 + files[&one.file].iter().filter(|byte| **byte == b'\n').count();
                    prop_assert!(one.line >= 1 && one.line <= lines, "{} has {} lines", one, lines);
                    prop_assert!(!one.what.is_empty() && !one.remedy.is_empty());
                }
            }
        }
    }
}
