//! What a programme promises to hold, as a whole and in each topic, how long its texts are and how well they read: its authors write it
//! down once, and the check then fails on what is missing. It must not know how anything is counted.

use crate::count::{Counts, count};
use crate::fields::{At, Need, Table};
use crate::reading::word_count;
use crate::source::Source;
use crate::teaching_cause::TeachingCause;
use crate::tries::without_markers;
use domain::programmes::{Activity, Body, Programme};

/// What can be promised, by its name in `telar programme check --json`.
const KINDS: [(&str, fn(&Counts) -> usize); 30] = [
    ("lessons", |it| it.lessons),
    ("tries", |it| it.tries),
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
    ("competences", |it| it.competences),
    ("figures", |it| it.figures),
    ("topics", |it| it.topics),
    ("schedules", |it| it.schedules),
    ("days", |it| it.days),
    ("closings", |it| it.closings),
    ("norm_cards", |it| it.norm_cards),
    ("institutions", |it| it.institutions),
    ("routes", |it| it.routes),
    ("rubrics", |it| it.rubrics),
    ("criteria", |it| it.criteria),
    ("must_pass", |it| it.must_pass),
    ("role_plays", |it| it.role_plays),
    ("interviews", |it| it.interviews),
    ("interview_kinds", |it| it.interview_kinds),
    ("report_cases", |it| it.report_cases),
    ("care_sheets", |it| it.care_sheets),
    ("terms", |it| it.terms),
];

/// Each with its line: the place in [`KINDS`], and how many at least.
#[derive(Default)]
pub(crate) struct Promises {
    whole: Vec<(usize, At<u16>)>,
    each_topic: Vec<(usize, At<u16>)>,
    /// How many words each lesson has in Spanish, and each video's script.
    lesson_words: Option<Words>,
    video_words: Option<Words>,
    /// The mean reading ease of the lessons in Spanish (INFLESZ).
    reading_ease: Option<At<u16>>,
    /// Nothing may be chosen without learning from it.
    feedback: Option<usize>,
}

/// At least and at most.
struct Words {
    least: u16,
    most: u16,
}

pub(crate) fn read(table: &Table<'_>) -> Promises {
    let Some(promises) = table.table_if_any("promises") else { return Promises::default() };
    promises.only(&["whole", "each_topic", "lesson_words", "video_words", "reading_ease", "feedback"]);
    let list = |key: &str| promises.table_if_any(key).map_or(Vec::new(), |table| each(&table));
    let ease = promises.whole("reading_ease", 1..=100, Need::Optional);
    Promises {
        whole: list("whole"),
        each_topic: list("each_topic"),
        lesson_words: words(&promises, "lesson_words"),
        video_words: words(&promises, "video_words"),
        reading_ease: ease.map(|value| At { value, line: promises.line_of("reading_ease") }),
        feedback: promises.flag("feedback").then(|| promises.line_of("feedback")),
    }
}

fn words(promises: &Table<'_>, key: &str) -> Option<Words> {
    let table = promises.table_if_any(key)?;
    table.only(&["least", "most"]);
    let of = |key| table.whole(key, 1..=10_000, Need::Required);
    Some(Words { least: of("least")?, most: of("most")? })
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
    /// Tells what is missing; `path_of` knows the file of an activity.
    pub fn check<'p>(&self, programme: &Programme, source: &Source<'_>, path_of: impl Fn(&str) -> Option<&'p str>) {
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
        for activity in &programme.activities {
            let (Some((words, least, most)), Some(path)) = (self.length(activity), path_of(activity.id.as_str()))
            else {
                continue;
            };
            if !(usize::from(least)..=usize::from(most)).contains(&words) {
                source.problems.add(path, 1, TeachingCause::Length { words, least, most });
            }
        }
        if let Some(least) = &self.reading_ease
            && let Some(ease) = counts.reading_ease
            && ease < f64::from(least.value)
        {
            let (there, promised) = (format!("{ease:.1}"), least.value);
            source.problem(least.line, TeachingCause::Ease { promised, there });
        }
        if let (Some(line), without @ 1..) = (self.feedback, counts.options_without_feedback) {
            source.problem(line, TeachingCause::Unanswered { without });
        }
    }

    /// How many words an activity has in Spanish, and how many it should have; none where nothing was promised of it.
    fn length(&self, activity: &Activity) -> Option<(usize, u16, u16)> {
        let (text, promised) = match &activity.body {
            Body::Lesson(lesson) => (&lesson.markdown, self.lesson_words.as_ref()?),
            Body::Video(video) => (&video.script, self.video_words.as_ref()?),
            _ => return None,
        };
        let words = word_count(&without_markers(text.0.get("es")?));
        Some((words, promised.least, promised.most))
    }
}
