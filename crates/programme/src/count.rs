//! What a programme holds, in numbers. Counted from the programme itself, so that one out of the database counts the same.
//! It must not know files, except by the names that the format gives them.

use crate::reading::{reading_ease, word_count};
use domain::Text;
use domain::programmes::{Activity, Body, Programme, Review, Topic};
use domain::quizzes::Quiz;
use serde::Serialize;
use std::collections::BTreeMap;

/// The numbers of a programme or, inside `by_topic`, of one of its topics.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Counts {
    /// Days; of a topic, the days that hold one of its activities.
    pub days: usize,
    pub topics: usize,
    pub lessons: usize,
    pub quizzes: usize,
    /// Minutes of all activities, as their authors estimate them.
    pub minutes: u32,
    /// Words of the lessons' texts, by language.
    pub words: BTreeMap<String, usize>,
    pub questions: usize,
    /// Choices whose feedback is blank in every language.
    pub options_without_feedback: usize,
    /// Texts that lack one of the programme's languages, counted once for each language lacking. Content notices count where
    /// there is one.
    pub untranslated: usize,
    pub job_aids: usize,
    /// How many lessons, quizzes, questions and job aids a professional still has to check.
    pub review_needed: usize,
    pub review_items: Vec<ReviewItem>,
    /// Mean reading ease of the lessons in Spanish (INFLESZ), to one decimal; `None` without a Spanish lesson.
    pub reading_ease: Option<f64>,
    /// By topic id; left out inside a topic.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub by_topic: BTreeMap<String, Counts>,
}

/// One thing to check: the file, and the id of the activity, the question or (for a job aid) the topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReviewItem {
    pub file: String,
    pub id: String,
}

pub fn count(programme: &Programme) -> Counts {
    let of_topic = |topic: &Topic| (topic.id.to_string(), count_topics(programme, std::slice::from_ref(topic)));
    let mut counts = count_topics(programme, &programme.topics);
    counts.days = programme.days.len();
    let own = [&programme.title, &programme.summary].into_iter();
    let of_days = programme.days.iter().flat_map(|day| [&day.title, &day.aim]);
    counts.untranslated += own.chain(of_days).map(|text| lacking(programme, text)).sum::<usize>();
    Counts { by_topic: programme.topics.iter().map(of_topic).collect(), ..counts }
}

/// For how many languages a text is not written.
fn lacking(programme: &Programme, text: &Text) -> usize {
    programme.languages.iter().filter(|language| !text.has(language)).count()
}

fn count_topics(programme: &Programme, topics: &[Topic]) -> Counts {
    let mut counts = Counts { topics: topics.len(), ..Counts::default() };
    let mut ease = Vec::new();
    let mut texts: Vec<&Text> = Vec::new();
    let within = |activity: &&Activity| topics.iter().any(|topic| topic.id == activity.topic);
    let activities: Vec<&Activity> = programme.activities.iter().filter(within).collect();
    let has = |day: &&domain::programmes::Day| activities.iter().any(|activity| day.activities.contains(&activity.id));
    counts.days = programme.days.iter().filter(has).count();

    for topic in topics {
        texts.extend([&topic.title, &topic.aim]);
        if let Some(job_aid) = &topic.job_aid {
            counts.job_aids += 1;
            texts.extend([&job_aid.title, &job_aid.markdown]);
            if job_aid.review == Review::Needed {
                counts.needs_review(format!("topics/{}/job-aid.md", topic.id), topic.id.to_string());
            }
        }
    }
    for activity in activities {
        counts.minutes += u32::from(activity.minutes);
        texts.extend([&activity.title, &activity.summary]);
        texts.extend(Some(&activity.notice).filter(|notice| !notice.is_empty()));
        let extension = if activity.quiz().is_some() { "toml" } else { "md" };
        let file = format!("topics/{}/{}.{extension}", activity.topic, activity.id);
        if activity.review == Review::Needed {
            counts.needs_review(file.clone(), activity.id.to_string());
        }
        match &activity.body {
            Body::Lesson(lesson) => {
                counts.lessons += 1;
                texts.push(&lesson.markdown);
                for (language, markdown) in &lesson.markdown.0 {
                    *counts.words.entry(language.clone()).or_default() += word_count(markdown);
                }
                ease.extend(lesson.markdown.0.get("es").and_then(|markdown| reading_ease(markdown)));
            }
            Body::Quiz(quiz) => counts.add_quiz(quiz, &file, &mut texts),
        }
    }
    counts.untranslated = texts.into_iter().map(|text| lacking(programme, text)).sum();
    counts.review_needed = counts.review_items.len();
    let mean = ease.iter().sum::<f64>() / ease.len() as f64;
    counts.reading_ease = (!ease.is_empty()).then(|| (mean * 10.0).round() / 10.0);
    counts
}

impl Counts {
    fn needs_review(&mut self, file: String, id: String) {
        self.review_items.push(ReviewItem { file, id });
    }

    fn add_quiz<'p>(&mut self, quiz: &'p Quiz, file: &str, texts: &mut Vec<&'p Text>) {
        self.quizzes += 1;
        self.questions += quiz.questions.len();
        for question in &quiz.questions {
            texts.push(&question.stem);
            if question.review == Review::Needed {
                self.needs_review(file.to_owned(), question.id.to_string());
            }
            for choice in question.kind.choices() {
                texts.extend([&choice.text, &choice.feedback]);
                self.options_without_feedback += usize::from(choice.feedback.is_empty());
            }
        }
    }
}
