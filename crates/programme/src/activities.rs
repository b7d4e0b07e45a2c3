//! The files of a topic's folder, each by itself: the topic, its sheets and what is read in it; lectures and quizzes have
//! files of their own here. It must
//! not know the days, nor any other file.

use crate::cause::Cause;
use crate::fields::{At, Need, Table};
use crate::ids::code_fault;
use crate::markdown::{Finding, Target, findings};
use crate::quiz_file::Asks;
use crate::sections::{self, Sections};
use crate::source::Source;
use crate::teaching_cause::TeachingCause;
use crate::tries::{self, without_markers};
use domain::Text;
use domain::ids::{ActivityId, TopicId};
use domain::programmes::{Activity, Body, Reference, Review, Topic};
use domain::quizzes::Counting;

/// What a file is called and where it lies: `topics/TOPIC/NAME.md`.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub topic: &'a str,
    pub name: &'a str,
}

/// An activity as found. One that could not be read still has its place, so that nothing else is told to miss it.
pub(crate) struct Found {
    pub kind: Kind,
    /// The line of its id.
    pub line: usize,
    pub activity: Option<Activity>,
    pub links: Vec<At<String>>,
    /// Of a lecture: the drawings that its slides show.
    pub figures: Vec<At<String>>,
    /// Of a quiz: what is looked up in other files.
    pub asks: Asks,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// What is finished by saying so: a lesson, a lecture, a video, a discussion.
    Read,
    Quiz(Option<Counting>),
}

impl Found {
    pub fn unread(kind: Kind) -> Self {
        Self { kind, line: 1, activity: None, links: Vec::new(), figures: Vec::new(), asks: Asks::default() }
    }
}

/// A topic without what stands in files of its own.
pub(crate) struct FoundTopic {
    pub topic: Topic,
    pub number_line: usize,
    pub competences: Vec<At<String>>,
}

pub(crate) fn read_topic(source: &Source<'_>, folder: &str) -> Option<FoundTopic> {
    source.with_table(|table| {
        table.only(&["id", "number", "title", "aim", "competences", "reference"]);
        own_id(&table, folder);
        let number = table.whole("number", 1..=99, Need::Required);
        let has_competences = table.entries.contains_key("competences");
        let competences = if has_competences { table.strings("competences") } else { Vec::new() };
        let number = number.and_then(|number| u8::try_from(number).ok()).unwrap_or_default();
        let (title, aim) = (table.text("title", Need::Required), table.text("aim", Need::Required));
        let topic = Topic {
            competences: competences.iter().map(|id| id.value.as_str().into()).collect(),
            references: table.tables("reference", Need::Optional).iter().map(read_reference).collect(),
            ..Topic::new(folder.into(), number, title, aim)
        };
        FoundTopic { topic, number_line: table.line_of("number"), competences }
    })
}

fn read_reference(table: &Table<'_>) -> Reference {
    table.only(&["cite", "date", "url", "note", "review"]);
    let words = |key: &str, need| table.string(key, need);
    let url = words("url", Need::Optional);
    if let Some(url) = url.as_ref().filter(|url| !matches!(Target::of(&url.value), Some(Target::External(_)))) {
        table.problem(url.line, TeachingCause::NotAnAddress { found: url.value.clone() });
    }
    let value = |it: Option<At<String>>| it.map_or_else(String::new, |it| it.value);
    Reference {
        cite: value(words("cite", Need::Required)),
        date: date(table, "date", Need::Required),
        url: value(url),
        note: table.text("note", Need::Optional),
        review: table.review().value,
    }
}

/// A year, a month of one, or a day, as it is written; empty where it is missing.
pub(crate) fn date(table: &Table<'_>, key: &str, need: Need) -> String {
    let Some(date) = table.string(key, need) else { return String::new() };
    if !is_date(&date.value) {
        table.problem(date.line, TeachingCause::NotADate { found: date.value.clone() });
    }
    date.value
}

/// Whether it is a year, `2019-03` or `2019-03-13`.
pub fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |at: usize, length: usize, range: std::ops::RangeInclusive<u16>| {
        parts.get(at).is_none_or(|part| part.len() == length && part.parse().is_ok_and(|it| range.contains(&it)))
    };
    let shaped = parts.len() <= 3 && number(0, 4, 1000..=9999) && number(1, 2, 1..=12) && number(2, 2, 1..=31);
    let of = |at: usize| parts.get(at).and_then(|part| part.parse::<u16>().ok());
    shaped && of(0).zip(of(1)).zip(of(2)).is_none_or(|((year, month), day)| day <= days_of(year, month))
}

/// How many days a month has.
fn days_of(year: u16, month: u16) -> u16 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// One page to print and keep at hand, or the guide of those who teach: a title and a text.
pub(crate) struct Sheet {
    pub title: Text,
    pub markdown: Text,
    pub review: Review,
}

pub(crate) fn read_sheet(source: &Source<'_>, links: &mut Vec<At<String>>) -> Option<Sheet> {
    let sections = sections::split(source)?;
    for text in sections.markdown.values() {
        for line in tries::markers(&text.value) {
            sections.front.problem(text.line + line, TeachingCause::TryNoPlace);
        }
    }
    check_sections(&sections, links);
    sections.front.with_table(|table| {
        table.only(&["title", "review"]);
        let title = table.text("title", Need::Required);
        Sheet { title, markdown: sections.text(), review: table.review().value }
    })
}

/// Something that is read and then finished by saying so; `body` makes it of its text.
pub(crate) fn read_text(source: &Source<'_>, place: Place<'_>, body: fn(Text) -> Body) -> Found {
    let mut found = Found::unread(Kind::Read);
    let Some(sections) = sections::split(source) else { return found };
    check_sections(&sections, &mut found.links);
    sections.front.with_table(|table| {
        table.only(&["id", "title", "summary", "minutes", "notice", "review"]);
        found.line = own_id(&table, place.name);
        found.activity = Some(activity(&table, place, body(sections.text())));
    });
    found
}

/// Checks the table's own id against the name of its file or folder, and tells on which line it stands.
pub(crate) fn own_id(table: &Table<'_>, name: &str) -> usize {
    let Some(id) = table.id("id", code_fault) else { return table.line };
    if id.value != name {
        table.problem(id.line, Cause::IdIsNotName { id: id.value, name: name.to_owned() });
    }
    id.line
}

/// What lessons and quizzes have in common.
pub(crate) fn activity(table: &Table<'_>, place: Place<'_>, body: Body) -> Activity {
    Activity {
        id: ActivityId::from(place.name),
        topic: TopicId::from(place.topic),
        title: table.text("title", Need::Required),
        summary: table.text("summary", Need::Required),
        minutes: table.whole("minutes", 1..=240, Need::Required).unwrap_or(1),
        notice: table.text("notice", Need::Optional),
        review: table.review().value,
        body,
    }
}

fn check_sections(sections: &Sections<'_>, links: &mut Vec<At<String>>) {
    for text in sections.markdown.values() {
        for (line, cause) in tries::faults(&text.value) {
            sections.front.problem(text.line + line, cause);
        }
        for (line, finding) in findings(&without_markers(&text.value)) {
            tell(&sections.front, At { value: finding, line: text.line + line }, links);
        }
    }
}

pub(crate) fn tell(source: &Source<'_>, finding: At<Finding>, links: &mut Vec<At<String>>) {
    let line = finding.line;
    match finding.value {
        Finding::Html(tag) => source.problem(line, Cause::RawHtml { tag }),
        Finding::Image(address) => source.problem(line, Cause::Image { address }),
        Finding::Link(address) => match Target::of(&address) {
            Some(Target::Activity(id)) => links.push(At { value: id.to_owned(), line }),
            Some(Target::External(_)) => {}
            None => source.problem(line, Cause::BadLink { address }),
        },
    }
}
