//! The files of a topic's folder, each by itself: the topic, its job aid, its lessons and quizzes. It must not know the days,
//! nor any other file.

use crate::cause::Cause;
use crate::fields::{At, Need, Table};
use crate::ids::{choice_fault, code_fault};
use crate::markdown::{Finding, Target, findings};
use crate::sections::{self, Sections};
use crate::source::Source;
use domain::ids::{ActivityId, TopicId};
use domain::programmes::{Activity, Body, JobAid, Lesson, Review, Topic};
use domain::quizzes::{Choice, Counting, Difficulty, Question, QuestionKind, Quiz};
use domain::{Text, ids::QuestionId};
use std::collections::BTreeMap;

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
    pub questions: Vec<At<String>>,
    pub links: Vec<At<String>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Lesson,
    Quiz(Option<Counting>),
}

impl Found {
    pub fn unread(kind: Kind) -> Self {
        Self { kind, line: 1, activity: None, questions: Vec::new(), links: Vec::new() }
    }
}

/// The topic without its job aid, and the line of its number.
pub(crate) fn read_topic(source: &Source<'_>, folder: &str) -> Option<At<Topic>> {
    source.with_table(|table| {
        table.only(&["id", "number", "title", "aim"]);
        own_id(&table, folder);
        let number = table.whole("number", 1..=99, Need::Required).unwrap_or_default();
        let line = table.entries.get("number").map_or(table.line, |number| source.line(number.span().start));
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

pub(crate) fn read_quiz(source: &Source<'_>, place: Place<'_>) -> Found {
    let mut found = Found::unread(Kind::Quiz(None));
    source.with_table(|table| {
        table.only(&[
            "id",
            "title",
            "summary",
            "minutes",
            "counting",
            "pass",
            "attempts",
            "time_limit",
            "notice",
            "review",
            "question",
        ]);
        found.line = own_id(&table, place.name);
        let words = [("practice", Counting::Practice), ("gate", Counting::Gate)];
        let counting = table.word("counting", &words, Need::Required).map(|counting| counting.value);
        found.kind = Kind::Quiz(counting);
        let mut questions = Vec::new();
        for question in table.tables("question", Need::Required) {
            questions.push(read_question(&question, counting, &mut found));
        }
        let pass = table.whole("pass", 1..=100, Need::Required).and_then(|pass| u8::try_from(pass).ok()).unwrap_or(100);
        let quiz = Quiz {
            attempts: table.whole("attempts", 0..=1000, Need::Optional).unwrap_or_default(),
            time_limit: table.whole("time_limit", 1..=240, Need::Optional),
            ..Quiz::plain(counting.unwrap_or(Counting::Practice), pass, questions)
        };
        found.activity = Some(activity(&table, place, Body::Quiz(quiz)));
    });
    found
}

/// Checks the table's own id against the name of its file or folder, and tells on which line it stands.
fn own_id(table: &Table<'_>, name: &str) -> usize {
    let Some(id) = table.id("id", code_fault) else { return table.line };
    if id.value != name {
        table.problem(id.line, Cause::IdIsNotName { id: id.value, name: name.to_owned() });
    }
    id.line
}

/// What lessons and quizzes have in common.
fn activity(table: &Table<'_>, place: Place<'_>, body: Body) -> Activity {
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

#[derive(Clone, Copy)]
enum Form {
    SingleChoice,
    TrueFalse,
}

fn read_question(table: &Table<'_>, counting: Option<Counting>, found: &mut Found) -> Question {
    table.only(&["id", "kind", "difficulty", "review", "stem", "choice"]);
    let id = table.id("id", code_fault);
    let forms = [("single_choice", Form::SingleChoice), ("true_false", Form::TrueFalse)];
    let form = table.word("kind", &forms, Need::Required).map_or(Form::SingleChoice, |form| form.value);
    let levels = [("basic", Difficulty::Basic), ("applied", Difficulty::Applied), ("demanding", Difficulty::Demanding)];
    let difficulty = table.word("difficulty", &levels, Need::Required).map_or(Difficulty::Basic, |level| level.value);
    let review = table.review();
    if review.value == Review::Needed && counting == Some(Counting::Gate) {
        table.problem(review.line, Cause::ReviewInGate);
    }
    let stem = read_stem(table, &mut found.links);

    let mut choices: Vec<Choice> = Vec::new();
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    for choice in table.tables("choice", Need::Optional) {
        choice.only(&["id", "text", "right", "feedback"]);
        let id = choice.id("id", choice_fault);
        if let Some(id) = &id {
            match lines.get(&id.value) {
                Some(line) => {
                    let (id_text, elsewhere) = (id.value.clone(), format!("line {line}"));
                    choice.problem(id.line, Cause::DuplicateId { id: id_text, elsewhere });
                }
                None => {
                    lines.insert(id.value.clone(), id.line);
                }
            }
        }
        choices.push(Choice {
            id: id.as_ref().map_or("", |id| &id.value).into(),
            text: choice.text("text", Need::Required),
            right: choice.flag("right"),
            feedback: choice.text("feedback", Need::Required),
        });
    }
    let count = choices.len();
    match form {
        Form::TrueFalse if count != 2 => table.problem(table.line, Cause::TrueFalseCount { count }),
        Form::SingleChoice if !(2..=8).contains(&count) => table.problem(table.line, Cause::ChoiceCount { count }),
        _ => {}
    }
    let right = choices.iter().filter(|choice| choice.right).count();
    if right != 1 && count > 0 {
        table.problem(table.line, Cause::RightCount { count: right });
    }
    let kind = match form {
        Form::SingleChoice => QuestionKind::SingleChoice { choices },
        Form::TrueFalse => QuestionKind::TrueFalse { choices },
    };
    let question_id = QuestionId::from(id.as_ref().map_or("", |id| &id.value));
    found.questions.extend(id);
    Question { review: review.value, ..Question::new(question_id, stem, kind, difficulty) }
}

fn check_sections(sections: &Sections<'_>, links: &mut Vec<At<String>>) {
    for text in sections.markdown.values() {
        for (line, finding) in findings(&text.value) {
            tell(&sections.front, At { value: finding, line: text.line + line }, links);
        }
    }
}

/// The stem is Markdown. What is wrong in one of several lines is told at its first: a TOML string may fold them.
fn read_stem(table: &Table<'_>, links: &mut Vec<At<String>>) -> Text {
    let words = table.text_lines("stem", Need::Required);
    for text in words.values() {
        for (_, finding) in findings(&text.value) {
            tell(table.source, At { value: finding, line: text.line }, links);
        }
    }
    Text(words.into_iter().map(|(language, text)| (language, text.value)).collect())
}

fn tell(source: &Source<'_>, finding: At<Finding>, links: &mut Vec<At<String>>) {
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
