//! The files of a topic's folder, each by itself: the topic, its job aid and its lessons; quizzes are read in `quiz_file`. It must
//! not know the days, nor any other file.

use crate::cause::Cause;
use crate::fields::{At, Need, Table};
use crate::ids::code_fault;
use crate::markdown::{Finding, Target, findings};
use crate::quiz_file::Asks;
use crate::sections::{self, Sections};
use crate::source::Source;
use domain::ids::{ActivityId, TopicId};
use domain::programmes::{Activity, Body, JobAid, Lesson, Topic};
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
    /// Of a quiz: what is looked up in other files.
    pub asks: Asks,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Lesson,
    Quiz(Option<Counting>),
}

impl Found {
    pub fn unread(kind: Kind) -> Self {
        Self { kind, line: 1, activity: None, links: Vec::new(), asks: Asks::default() }
    }
}

/// The topic without its job aid, and the line of its number.
pub(crate) fn read_topic(source: &Source<'_>, folder: &str) -> Option<At<Topic>> {
    source.with_table(|table| {
        table.only(&["id", "number", "title", "aim"]);
        own_id(&table, folder);
        let number = table.whole("number", 1..=99, Need::Required).unwrap_or_default();
        let line = table.line_of("number");
        let topic = Topic {
            id: folder.into(),
            number: u8::try_from(number).unwrap_or_default(),
            title: table.text("title", Need::Required),
            aim: table.text("aim", Need::Required),
            job_aid: None,
        };
        At { value: topic, line }
    })
}

pub(crate) fn read_job_aid(source: &Source<'_>, links: &mut Vec<At<String>>) -> Option<JobAid> {
    let sections = sections::split(source)?;
    check_sections(&sections, links);
    sections.front.with_table(|table| {
        table.only(&["title", "review"]);
        let title = table.text("title", Need::Required);
        JobAid { title, markdown: sections.text(), review: table.review().value }
    })
}

pub(crate) fn read_lesson(source: &Source<'_>, place: Place<'_>) -> Found {
    let mut found = Found::unread(Kind::Lesson);
    let Some(sections) = sections::split(source) else { return found };
    check_sections(&sections, &mut found.links);
    sections.front.with_table(|table| {
        table.only(&["id", "title", "summary", "minutes", "notice", "review"]);
        found.line = own_id(&table, place.name);
        found.activity = Some(activity(&table, place, Body::Lesson(Lesson { markdown: sections.text() })));
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
        for (line, finding) in findings(&text.value) {
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
