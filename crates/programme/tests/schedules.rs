//! Several ways to spread one programme over days: a sound package comes out with all of them, and one thing broken at a time is told with
//! file, line and remedy, and nothing else.

mod common;
#[path = "common/telling.rs"]
mod telling;

use common::{Files, PROGRAMME, sample};
use domain::programmes::Lasts;
use programme::{count, read_files};
use telling::{broken, in_the_guide, problems, told};

const P: &str = "programme.toml";

/// The sample with its two days as one schedule, and a week as another.
fn two_ways() -> Files {
    let start = PROGRAMME.find("[[day]]").expect("its days");
    let end = PROGRAMME.find("[completion]").expect("what follows them");
    let days = PROGRAMME[start..end].replace("[[day]]", "[[schedule.day]]");
    let head = |id: &str| {
        format!(
            "[[schedule]]\nid = \"{id}\"\ntitle = {{ es = \"T\", en = \"T\" }}\nsummary = {{ es = \"S\", en = \"S\" }}\n"
        )
    };
    let week = "[[schedule.day]]\nid = \"w1\"\nlasts = \"week\"\ntitle = { es = \"Todo\", en = \"All\" }\naim = { es = \"A\", en = \"A\" }\nactivities = [\"t1-q\", \"t1-l1\", \"t1-p\"]\n\n";
    let text = format!("{}{}{days}{}{week}{}", &PROGRAMME[..start], head("s-one"), head("s-two"), &PROGRAMME[end..]);
    let mut files = sample();
    files.insert(P.into(), text.into_bytes());
    files
}

#[test]
fn every_schedule_comes_out_and_the_first_is_the_usual_one() {
    let package = read_files(&two_ways()).unwrap_or_else(|problems| panic!("a sound package: {problems:?}"));
    let programme = package.programme;
    assert_eq!(programme.schedules.len(), 2);
    assert_eq!(programme.days, programme.schedules[0].days);
    assert_eq!(programme.in_order().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["t1-l1", "t1-p", "t1-q"]);
    let other = programme.arranged(&"s-two".into());
    assert_eq!(other.in_order().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["t1-q", "t1-l1", "t1-p"]);
    assert_eq!(other.numbered(0), Some((Lasts::Week, 1)));
    assert_eq!(programme.arranged(&"s-none".into()), programme);
    let counts = count(&programme);
    assert_eq!((counts.days, counts.schedules, counts.untranslated), (2, 2, 0));
}

#[test]
fn what_is_wrong_with_schedules_is_told_with_its_line_and_remedy() {
    let rows = [
        ("id = \"s-two\"", "id = \"s-one\"", "the id `s-one` is used already, in programme.toml:13", "another id"),
        ("id = \"w1\"", "id = \"d1\"", "the id `d1` is used already, in programme.toml:17", "another id"),
        ("\"week\"", "\"month\"", "`lasts` cannot be `month`", "day, week"),
        (
            "[\"t1-q\", \"t1-l1\", \"t1-p\"]",
            "[\"t1-q\", \"t1-p\"]",
            "the activity `t1-l1` is in no day of the schedule `s-two`",
            "every schedule",
        ),
        (
            "[\"t1-q\", \"t1-l1\", \"t1-p\"]",
            "[\"t1-q\", \"t1-l1\", \"t1-p\", \"t1-q\"]",
            "the activity `t1-q` is in the days already",
            "Remove",
        ),
        (
            "[\"t1-q\", \"t1-l1\", \"t1-p\"]",
            "[\"t1-q\", \"t1-l1\", \"t1-p\", \"t1-x\"]",
            "there is no activity `t1-x`",
            "You may have meant",
        ),
        (
            "summary = { es = \"S\", en = \"S\" }",
            "summary = { es = \"S\" }",
            "`summary` is not written in `en`",
            "Write `summary.en`",
        ),
        (
            "[completion]",
            "[[day]]\nid = \"d9\"\ntitle = { es = \"T\", en = \"T\" }\naim = { es = \"T\", en = \"T\" }\nactivities = []\n\n[completion]",
            "`[[day]]` stands beside `[[schedule]]`",
            "below its schedule",
        ),
    ];
    for (old, new, what, remedy) in rows {
        let found = problems(&broken(two_ways(), P, old, new));
        assert_eq!(told(&broken(two_ways(), P, old, new)).len(), 1, "{new}: {found:?}");
        assert!(found[0].what.starts_with(what) && found[0].remedy.contains(remedy), "{new}: {found:?}");
        assert!(in_the_guide(&found[0].what), "docs/programme-format.md lacks: {}", found[0].what);
    }
}
