//! What a programme promises to hold, as a whole and in each topic: its authors write it down once, and the check then fails on what is
//! missing. It must not know how anything is counted.

use crate::count::{Counts, count};
use crate::fields::{At, Need, Table};
use crate::source::Source;
use crate::teaching_cause::TeachingCause;
use domain::programmes::Programme;

/// What can be promised, by its name in `telar programme check --json`.
const KINDS: [(&str, fn(&Counts) -> usize); 24] = [
    ("lessons", |it| it.lessons),
    ("lectures", |it| it.lectures),
    ("slides", |it| it.slides),
    ("videos", |it| it.videos),
    ("discussions", |it| it.discussions),
    ("quizzes", |it| it.quizzes),
    ("questions", |it| it.questions),
    ("vignettes", |it| it.vignettes),
    ("job_aids", |it| it.job_aids),
    ("guides", |it| it.guides),
    ("references", |it| it.references),
    ("figures", |it| it.figures),
    ("topics", |it| it.topics),
    ("schedules", |it| it.schedules),
    ("days", |it| it.days),
    ("norm_cards", |it| it.norm_cards),
    ("institutions", |it| it.institutions),
    ("routes", |it| it.routes),
    ("rubrics", |it| it.rubrics),
    ("role_plays", |it| it.role_plays),
    ("interviews", |it| it.interviews),
    ("report_cases", |it| it.report_cases),
    ("care_sheets", |it| it.care_sheets),
    ("terms", |it| it.terms),
];

/// Each with its line: the place in [`KINDS`], and how many at least.
#[derive(Default)]
pub(crate) struct Promises {
    whole: Vec<(usize, At<u16>)>,
    each_topic: Vec<(usize, At<u16>)>,
}

pub(crate) fn read(table: &Table<'_>) -> Promises {
    let Some(promises) = table.table_if_any("promises") else { return Promises::default() };
    promises.only(&["whole", "each_topic"]);
    let list = |key: &str| promises.table_if_any(key).map_or(Vec::new(), |table| each(&table));
    Promises { whole: list("whole"), each_topic: list("each_topic") }
}

fn each(table: &Table<'_>) -> Vec<(usize, At<u16>)> {
    table.only(&KINDS.map(|(name, _)| name));
    let written = KINDS.iter().enumerate().filter(|(_, (name, _))| table.entries.contains_key(*name));
    let read = written.filter_map(|(place, (name, _))| {
        let value = table.whole(name, 1..=10_000, Need::Required)?;
        Some((place, At { value, line: table.line_of(name) }))
    });
    read.collect()
}

impl Promises {
    /// Tells what is missing.
    pub fn check(&self, programme: &Programme, source: &Source<'_>) {
        if self.whole.is_empty() && self.each_topic.is_empty() {
            return;
        }
        let counts = count(programme);
        let compare = |promised: &[(usize, At<u16>)], counts: &Counts, topic: Option<&str>| {
            for (place, least) in promised {
                let (name, of) = KINDS[*place];
                let there = of(counts);
                if there < usize::from(least.value) {
                    let (promised, topic) = (least.value, topic.map(str::to_owned));
                    source.problem(least.line, TeachingCause::Promised { what: name, promised, there, topic });
                }
            }
        };
        compare(&self.whole, &counts, None);
        for (topic, counts) in &counts.by_topic {
            compare(&self.each_topic, counts, Some(topic));
        }
    }
}
