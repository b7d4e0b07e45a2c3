//! Rubrics, role plays, cases, sheets for oneself and the glossary, each file by itself. It must not know any other file.

use crate::activities::{own_id, tell};
use crate::cause::Cause;
use crate::fields::{At, Need, Table};
use crate::ids::entry_fault;
use crate::markdown::findings;
use crate::report::check_marks;
use crate::sections::{Sections, split, split_into};
use crate::source::Source;
use domain::Text;
use domain::ids::{SheetId, TopicId};
use domain::programmes::{
    About, CareKind, CareSheet, Criterion, ReportCase, RolePlay, RolePlayPart, Rubric, Term, TermGroup,
};
use std::collections::BTreeMap;

/// What a file says of others.
#[derive(Default)]
pub(crate) struct Mentions {
    pub links: Vec<At<String>>,
    pub rubrics: Vec<At<String>>,
    pub topics: Vec<At<String>>,
}

impl Mentions {
    /// `topics`, which may be left out.
    fn topics(&mut self, table: &Table<'_>) -> Vec<TopicId> {
        if !table.entries.contains_key("topics") {
            return Vec::new();
        }
        let topics = table.strings("topics");
        let ids = topics.iter().map(|topic| topic.value.as_str().into()).collect();
        self.topics.extend(topics);
        ids
    }
}

/// The ids of one list, each with its line.
#[derive(Default)]
pub(crate) struct Codes(BTreeMap<String, usize>);

impl Codes {
    /// The id of one entry; a second use of it is told.
    pub fn read(&mut self, entry: &Table<'_>) -> SheetId {
        let Some(id) = entry.id("id", entry_fault) else { return SheetId::from("") };
        let code = SheetId::from(id.value.as_str());
        self.note(entry, id);
        code
    }

    pub fn note(&mut self, entry: &Table<'_>, id: At<String>) {
        if let Some(line) = self.0.get(&id.value) {
            let elsewhere = format!("line {line}");
            entry.problem(id.line, Cause::DuplicateId { id: id.value, elsewhere });
        } else {
            self.0.insert(id.value, id.line);
        }
    }
}

/// The keys of [`About`].
pub(crate) const ABOUT: [&str; 8] = ["id", "title", "summary", "minutes", "notice", "rubric", "topics", "review"];

pub(crate) fn about(table: &Table<'_>, name: &str, mentions: &mut Mentions) -> About {
    own_id(table, name);
    let rubric = table.string("rubric", Need::Optional);
    let about = About {
        id: name.into(),
        title: table.text("title", Need::Required),
        summary: table.text("summary", Need::Required),
        minutes: table.whole("minutes", 1..=240, Need::Required).unwrap_or(1),
        notice: table.text("notice", Need::Optional),
        rubric: rubric.as_ref().map(|rubric| rubric.value.as_str().into()),
        topics: mentions.topics(table),
        review: table.review().value,
    };
    mentions.rubrics.extend(rubric);
    about
}

pub(crate) fn read_rubric(source: &Source<'_>, name: &str, mentions: &mut Mentions) -> Option<Rubric> {
    source.with_table(|table| {
        table.only(&["id", "title", "summary", "topics", "criterion", "review"]);
        own_id(&table, name);
        let mut codes = Codes::default();
        let criteria = table.tables("criterion", Need::Required);
        Rubric {
            id: name.into(),
            title: table.text("title", Need::Required),
            summary: table.text("summary", Need::Required),
            criteria: criteria.iter().map(|one| criterion(one, &mut codes)).collect(),
            topics: mentions.topics(&table),
            review: table.review().value,
        }
    })
}

fn criterion(table: &Table<'_>, codes: &mut Codes) -> Criterion {
    table.only(&["id", "must_pass", "title", "harmful", "not_yet", "competent", "mastery"]);
    let text = |key| table.text(key, Need::Required);
    Criterion {
        id: codes.read(table),
        must_pass: table.flag("must_pass"),
        title: text("title"),
        harmful: text("harmful"),
        not_yet: text("not_yet"),
        competent: text("competent"),
        mastery: text("mastery"),
    }
}

pub(crate) fn read_role_play(source: &Source<'_>, name: &str, mentions: &mut Mentions) -> Option<RolePlay> {
    let sections = split_into(source, &RolePlayPart::ALL.map(RolePlayPart::as_str))?;
    check_texts(&sections, mentions);
    let part = |part: RolePlayPart| sections.text_of(part.as_str());
    sections.front.with_table(|table| {
        table.only(&ABOUT);
        RolePlay {
            about: about(&table, name, mentions),
            helper: part(RolePlayPart::Helper),
            other: part(RolePlayPart::Other),
            observer: part(RolePlayPart::Observer),
            debrief: part(RolePlayPart::Debrief),
        }
    })
}

pub(crate) fn read_case(source: &Source<'_>, name: &str, mentions: &mut Mentions) -> Option<ReportCase> {
    let sections = split_into(source, &["notes", "report"])?;
    check_texts(&sections, mentions);
    check_marks(&sections, "report");
    sections.front.with_table(|table| {
        table.only(&ABOUT);
        let about = about(&table, name, mentions);
        ReportCase { about, notes: sections.text_of("notes"), report: sections.text_of("report") }
    })
}

pub(crate) fn read_care(source: &Source<'_>, name: &str, mentions: &mut Mentions) -> Option<CareSheet> {
    let sections = split(source)?;
    check_texts(&sections, mentions);
    sections.front.with_table(|table| {
        table.only(&["id", "title", "summary", "kind", "topics", "review"]);
        own_id(&table, name);
        let kind = table.word("kind", &CareKind::ALL.map(|kind| (kind.as_str(), kind)), Need::Required);
        CareSheet {
            id: name.into(),
            title: table.text("title", Need::Required),
            summary: table.text("summary", Need::Required),
            kind: kind.map_or(CareKind::Grounding, |kind| kind.value),
            markdown: sections.text(),
            topics: mentions.topics(&table),
            review: table.review().value,
        }
    })
}

pub(crate) fn read_glossary(source: &Source<'_>) -> Vec<Term> {
    let read = source.with_table(|table| {
        table.only(&["term"]);
        let mut codes = Codes::default();
        table.tables("term", Need::Required).iter().map(|one| term(one, &mut codes)).collect()
    });
    read.unwrap_or_default()
}

fn term(table: &Table<'_>, codes: &mut Codes) -> Term {
    let known = ["id", "group", "meaning", "review", "es", "en"];
    table.only(&[&known[..], &Term::OFFERED].concat());
    let group = table.word("group", &TermGroup::ALL.map(|group| (group.as_str(), group)), Need::Required);
    let group = group.map_or(TermGroup::Help, |group| group.value);
    let required = ["es", "en"].map(|language| (language, table.string(language, Need::Required)));
    let offered = Term::OFFERED.map(|language| (language, table.string_or_blank(language)));
    let words = required.into_iter().chain(offered).filter_map(|(language, word)| {
        let word = word?.value.trim().to_owned();
        (!word.is_empty()).then(|| (language.to_owned(), word))
    });
    Term {
        id: codes.read(table),
        words: Text(words.collect()),
        group,
        meaning: table.text("meaning", if group == TermGroup::Field { Need::Required } else { Need::Optional }),
        review: table.review().value,
    }
}

/// Tells what may not stand in the Markdown of a file.
fn check_texts(sections: &Sections<'_>, mentions: &mut Mentions) {
    for text in sections.markdown.values() {
        for (line, finding) in findings(&text.value) {
            tell(&sections.front, At { value: finding, line: text.line + line }, &mut mentions.links);
        }
    }
}
