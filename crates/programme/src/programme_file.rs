//! `programme.toml`: what the programme is and when it is completed; its days are read in `schedules`. It must not know the other files; whether the
//! topics and activities named here exist is asked in `package`.

use crate::cause::Cause;
use crate::fields::{At, Need, Table};
use crate::ids::{code_fault, slug_fault};
use crate::promises::{self, Promises};
use crate::schedules::{self, Spread};
use crate::source::Source;
use domain::ids::ActivityId;
use domain::programmes::{Competence, Hours, Modality, Rule};
use domain::{Language, Text};
use std::collections::BTreeSet;

/// The only version of the format so far.
const FORMAT: u16 = 1;
const MAX_LANGUAGES: usize = 20;

pub(crate) struct ProgrammeFile {
    pub slug: String,
    pub version: String,
    pub languages: Vec<String>,
    pub title: Text,
    pub summary: Text,
    pub hours: Hours,
    pub topics: Vec<At<String>>,
    pub spread: Spread,
    pub completion: Rule,
    pub competences: Vec<Competence>,
    pub promises: Promises,
    pub asked: Asked,
}

/// What the rule of completion asks of the other files.
#[derive(Default)]
pub(crate) struct Asked {
    pub mentions: Vec<Mention>,
    /// In minutes, on the line where they are asked; of one modality, or of any.
    pub hours: Vec<(Option<Modality>, At<u16>)>,
}

/// An activity that the rule of completion names.
pub(crate) struct Mention {
    pub activity: At<String>,
    pub asks: Asks,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asks {
    Done,
    Pass,
}

/// The languages of the programme; none where they cannot be read.
pub(crate) fn languages(source: &Source<'_>) -> Option<Vec<String>> {
    source.with_table(|table| {
        let mut languages = Vec::new();
        for At { value, line } in table.strings("languages") {
            if Language::try_from(value.clone()).is_err() {
                table.problem(line, Cause::NotALanguage { language: value });
            } else if languages.contains(&value) {
                table.problem(line, Cause::LanguageTwice { language: value });
            } else if languages.len() == MAX_LANGUAGES {
                table.problem(line, Cause::TooMany { key: "languages".into(), most: MAX_LANGUAGES });
                break;
            } else {
                languages.push(value);
            }
        }
        languages
    })
}

/// Reads the file whose [`languages`] have been read before.
pub(crate) fn read(source: &Source<'_>) -> Option<ProgrammeFile> {
    source.with_table(|table| {
        table.only(&[
            "format",
            "slug",
            "version",
            "languages",
            "title",
            "summary",
            "hours",
            "topics",
            "day",
            "schedule",
            "completion",
            "competence",
            "promises",
        ]);
        table.whole("format", FORMAT..=FORMAT, Need::Required);
        let slug = table.id("slug", slug_fault).map(|slug| slug.value).unwrap_or_default();
        let version = table.string("version", Need::Required).map(|version| version.value).unwrap_or_default();
        let mut competences = Vec::new();
        for one in table.tables("competence", Need::Optional) {
            one.only(&["id", "title"]);
            let id = one.id("id", code_fault).map(|id| id.value).unwrap_or_default();
            competences.push(Competence { id: id.as_str().into(), title: one.text("title", Need::Required) });
        }
        let mut asked = Asked::default();
        let completion = table.table("completion").map_or(Rule::AllOf(Vec::new()), |rule| read_rule(&rule, &mut asked));
        ProgrammeFile {
            slug,
            version,
            languages: source.languages.clone(),
            title: table.text("title", Need::Required),
            summary: table.text("summary", Need::Required),
            hours: table.table("hours").map(|hours| read_hours(&hours)).unwrap_or_default(),
            topics: topics(&table),
            spread: schedules::read(&table),
            completion,
            competences,
            promises: promises::read(&table),
            asked,
        }
    })
}

/// The listed topics, each once.
fn topics(table: &Table<'_>) -> Vec<At<String>> {
    let mut seen = BTreeSet::new();
    let listed = table.strings("topics").into_iter();
    listed
        .filter(|topic| {
            let first = seen.insert(topic.value.clone());
            if !first {
                let (id, elsewhere) = (topic.value.clone(), "the same list".into());
                table.problem(topic.line, Cause::DuplicateId { id, elsewhere });
            }
            first
        })
        .collect()
}

fn read_hours(table: &Table<'_>) -> Hours {
    table.only(&["own_time", "live", "in_person"]);
    let hours = |key| table.whole(key, 0..=1000, Need::Optional).unwrap_or_default();
    Hours { own_time: hours("own_time"), live: hours("live"), in_person: hours("in_person") }
}

/// The keys of a rule, and after them what may stand beside `pass`.
const RULES: [&str; 7] = ["done", "pass", "all_of", "n_of", "hours", "minutes", "mark"];
/// 1,000 hours in minutes.
const MAX_MINUTES: u16 = 60_000;

fn read_rule(table: &Table<'_>, asked: &mut Asked) -> Rule {
    let (beside_pass, rules) = (&RULES[..], &RULES[..RULES.len() - 1]);
    table.only(if table.entries.contains_key("pass") { beside_pass } else { rules });
    let mut written = rules.iter().copied().filter(|key| table.entries.contains_key(*key));
    let (first, second) = (written.next(), written.next());
    if second.is_some() || table.entries.is_empty() {
        table.problem(table.line, Cause::NotARule);
    }
    match first {
        Some("done") => Rule::Done(read_mention(table, "done", Asks::Done, asked)),
        Some("pass") => {
            let quiz = read_mention(table, "pass", Asks::Pass, asked);
            match table.whole("mark", 1..=100, Need::Optional).and_then(|mark| u8::try_from(mark).ok()) {
                Some(mark) => Rule::PassWith { quiz, mark },
                None => Rule::Pass(quiz),
            }
        }
        Some("all_of") => Rule::AllOf(read_rules(table, "all_of", asked)),
        Some("n_of") => {
            let Some(n_of) = table.table("n_of") else { return Rule::AllOf(Vec::new()) };
            n_of.only(&["n", "of"]);
            let of = read_rules(&n_of, "of", asked);
            let n = n_of.whole("n", 0..=u16::MAX, Need::Required);
            if n.is_some_and(|n| n == 0 || usize::from(n) > of.len()) && !of.is_empty() {
                n_of.problem(n_of.line, Cause::TooManyAsked { of: of.len() });
            }
            Rule::NOf { n: n.unwrap_or(1), of }
        }
        Some("hours") => read_time(table, ("hours", 60), asked),
        Some("minutes") => read_time(table, ("minutes", 1), asked),
        _ => Rule::AllOf(Vec::new()),
    }
}

fn read_mention(table: &Table<'_>, key: &str, asks: Asks, asked: &mut Asked) -> ActivityId {
    let activity = table.string(key, Need::Required);
    let id = activity.as_ref().map_or("", |id| &id.value).into();
    asked.mentions.extend(activity.map(|activity| Mention { activity, asks }));
    id
}

/// Hours or minutes: how many minutes one of them is.
fn read_time(table: &Table<'_>, (key, minutes): (&str, u16), asked: &mut Asked) -> Rule {
    let Some(time) = table.table(key) else { return Rule::AllOf(Vec::new()) };
    time.only(&["modality", "at_least"]);
    let words = [
        ("own_time", Some(Modality::OwnTime)),
        ("live", Some(Modality::Live)),
        ("in_person", Some(Modality::InPerson)),
        ("any", None),
    ];
    let modality = time.word("modality", &words, Need::Required);
    let at_least = time.whole("at_least", 1..=MAX_MINUTES / minutes, Need::Required).map(|at_least| at_least * minutes);
    if let (Some(modality), Some(value)) = (&modality, at_least) {
        asked.hours.push((modality.value, At { value, line: time.line_of("at_least") }));
    }
    Rule::Hours { modality: modality.and_then(|modality| modality.value), minutes: at_least.unwrap_or_default() }
}

fn read_rules(table: &Table<'_>, key: &str, asked: &mut Asked) -> Vec<Rule> {
    table.tables(key, Need::Required).iter().map(|part| read_rule(part, asked)).collect()
}
