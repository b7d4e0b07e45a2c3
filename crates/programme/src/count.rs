//! What a programme holds, in numbers. Counted from the programme itself, so that one out of the database counts the same.
//! It must not know files, except by the names that the format gives them.

use crate::package::Package;
use crate::reading::{reading_ease, word_count};
use crate::tries::{markers, without_markers};
use domain::Text;
use domain::ids::TopicId;
use domain::programmes::{Activity, Body, Programme, Review, Topic};
use domain::quizzes::{Accepted, Feedback, GapKind, Question, QuestionKind};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The numbers of a programme or, inside `by_topic`, of one of its topics.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Counts {
    /// Days of the first schedule; of a topic, those that hold one of its activities.
    pub days: usize,
    /// Of all days of all schedules, those that have a closing.
    pub closings: usize,
    /// Ways to spread the activities over days; none where there is but one.
    pub schedules: usize,
    pub topics: usize,
    pub lessons: usize,
    /// Lessons that hold something to try.
    pub tries: usize,
    pub lectures: usize,
    /// Of all lectures together.
    pub slides: usize,
    pub videos: usize,
    pub discussions: usize,
    pub figures: usize,
    pub guides: usize,
    pub references: usize,
    /// That a topic serves; of the whole, those that it names.
    pub competences: usize,
    /// Of the law of the topics.
    pub norm_cards: usize,
    pub institutions: usize,
    pub routes: usize,
    /// Of a topic, those that go with it, as what follows down to the words.
    pub rubrics: usize,
    /// Of all rubrics together, and of these those that must be passed.
    pub criteria: usize,
    pub must_pass: usize,
    pub role_plays: usize,
    pub interviews: usize,
    /// How many of the six kinds of interview there are.
    pub interview_kinds: usize,
    pub report_cases: usize,
    pub care_sheets: usize,
    /// Of the glossary.
    pub terms: usize,
    pub quizzes: usize,
    /// Minutes of all activities, as their authors estimate them.
    pub minutes: u32,
    /// Words of the lessons' texts, by language.
    pub words: BTreeMap<String, usize>,
    /// Each once, though several quizzes may ask it; of a topic, those about it.
    pub questions: usize,
    /// Of these, how many ask about a case that they tell.
    pub vignettes: usize,
    /// What a person may choose or reach without learning anything from it: choices and markable words whose feedback has no
    /// word in some language, and questions whose feedback for right or for wrong has none.
    pub options_without_feedback: usize,
    /// Texts that lack one of the programme's languages, counted once for each language lacking. Content notices count where
    /// there is one.
    pub untranslated: usize,
    pub job_aids: usize,
    /// How many things a professional still has to check.
    pub review_needed: usize,
    pub review_items: Vec<ReviewItem>,
    /// Mean reading ease of the lessons in Spanish (INFLESZ), to one decimal; `None` without a Spanish lesson.
    pub reading_ease: Option<f64>,
    /// By topic id; left out inside a topic.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub by_topic: BTreeMap<String, Counts>,
}

/// One thing to check: the file, and the id of the activity, the question, the sheet or its entry, or (for a job aid) the topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReviewItem {
    pub file: String,
    pub id: String,
}

impl Package {
    /// As [`count`], with what needs review in a pool told by the pool's file.
    pub fn counts(&self) -> Counts {
        let mut counts = count(&self.programme);
        let all = counts.by_topic.values_mut().flat_map(|topic| &mut topic.review_items);
        for item in all.chain(&mut counts.review_items) {
            if let Some(file) = self.pooled.get(&item.id) {
                item.file.clone_from(file);
            }
        }
        counts
    }
}

pub fn count(programme: &Programme) -> Counts {
    let of_topic = |topic: &Topic| {
        let mut counts = count_topics(programme, std::slice::from_ref(topic));
        counts.of_sheets(&programme.sheets, Some(&topic.id));
        (topic.id.to_string(), counts)
    };
    let mut counts = count_topics(programme, &programme.topics);
    (counts.days, counts.schedules) = (programme.days.len(), programme.schedules.len());
    counts.competences = programme.competences.len();
    let own = [&programme.title, &programme.summary].into_iter();
    // Without schedules there are the days; with them, theirs, of which the days are those of the first.
    let days = programme.days.iter().filter(|_| programme.schedules.is_empty());
    let days = days.chain(programme.schedules.iter().flat_map(|it| &it.days));
    counts.closings = days.clone().filter(|day| !day.closing.is_empty()).count();
    let of_days = days.flat_map(|day| [&day.title, &day.aim].into_iter().chain(if_any(&day.closing)));
    let of_schedules = programme.schedules.iter().flat_map(|it| [&it.title, &it.summary]);
    let of_competences = programme.competences.iter().map(|competence| &competence.title);
    let of_figures = programme.figures.iter().flat_map(|figure| [&figure.title, &figure.description]);
    counts.figures = programme.figures.len();
    counts.untranslated += own
        .chain(of_days)
        .chain(of_schedules)
        .chain(of_competences)
        .chain(of_figures)
        .map(|text| lacking(programme, text))
        .sum::<usize>();
    counts.add_sheets(programme);
    Counts { by_topic: programme.topics.iter().map(of_topic).collect(), ..counts }
}

/// For how many languages a text is not written.
pub(crate) fn lacking(programme: &Programme, text: &Text) -> usize {
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
        if let Some(guide) = &topic.guide {
            counts.guides += 1;
            texts.extend([&guide.title, &guide.markdown]);
            if guide.review == Review::Needed {
                counts.needs_review(format!("topics/{}/guide.md", topic.id), topic.id.to_string());
            }
        }
        counts.references += topic.references.len();
        counts.competences += topic.competences.len();
        for reference in &topic.references {
            texts.extend(if_any(&reference.note));
            if reference.review == Review::Needed {
                counts.needs_review(format!("topics/{}/topic.toml", topic.id), reference.cite.clone());
            }
        }
    }
    for law in topics.iter().filter_map(|topic| programme.sheets.law(&topic.id)) {
        counts.add_law(law, &mut texts);
    }
    for activity in activities {
        counts.quizzes += usize::from(activity.quiz().is_some());
        counts.minutes += u32::from(activity.minutes);
        texts.extend([&activity.title, &activity.summary]);
        texts.extend(Some(&activity.notice).filter(|notice| !notice.is_empty()));
        if activity.review == Review::Needed {
            counts.needs_review(file_of(activity), activity.id.to_string());
        }
        match &activity.body {
            Body::Lesson(lesson) => {
                counts.lessons += 1;
                counts.tries += usize::from(lesson.markdown.0.values().all(|markdown| holds_try(markdown)));
                texts.push(&lesson.markdown);
                for (language, markdown) in &lesson.markdown.0 {
                    *counts.words.entry(language.clone()).or_default() += word_count(&without_markers(markdown));
                }
                ease.extend(lesson.markdown.0.get("es").and_then(|markdown| reading_ease(&without_markers(markdown))));
            }
            Body::Lecture(lecture) => {
                counts.lectures += 1;
                counts.slides += lecture.slides.len();
                for slide in &lecture.slides {
                    texts.extend([&slide.face, &slide.said].into_iter().chain(if_any(&slide.beside)));
                }
            }
            Body::Video(video) => {
                counts.videos += 1;
                texts.push(&video.script);
            }
            Body::Discussion(discussion) => {
                counts.discussions += 1;
                texts.push(&discussion.prompt);
            }
            Body::Quiz(_) => {}
        }
    }
    for (activity, question) in questions_about(programme, topics) {
        counts.questions += 1;
        counts.vignettes += usize::from(question.is_case());
        counts.add_kind(&question.kind, &mut texts);
        texts.push(&question.stem);
        if question.review == Review::Needed {
            counts.needs_review(file_of(activity), question.id.to_string());
        }
    }
    counts.untranslated = texts.into_iter().map(|text| lacking(programme, text)).sum();
    counts.review_needed = counts.review_items.len();
    let mean = ease.iter().sum::<f64>() / ease.len() as f64;
    counts.reading_ease = (!ease.is_empty()).then(|| (mean * 10.0).round() / 10.0);
    counts
}

impl Counts {
    pub(crate) fn needs_review(&mut self, file: String, id: String) {
        self.review_items.push(ReviewItem { file, id });
    }

    fn add_kind<'p>(&mut self, kind: &'p QuestionKind, texts: &mut Vec<&'p Text>) {
        for choice in kind.choices() {
            texts.extend([&choice.text, &choice.feedback]);
            self.options_without_feedback += usize::from(!teaches(&choice.feedback));
        }
        if let Some(Feedback { right, partly, wrong }) = kind.feedback() {
            texts.extend([right, wrong].into_iter().chain(if_any(partly)));
            self.options_without_feedback += usize::from(!teaches(right) || !teaches(wrong));
        }
        match kind {
            QuestionKind::Matching(matching) => {
                texts.extend(matching.stems.iter().map(|stem| &stem.text));
                texts.extend(matching.options.iter().map(|option| &option.text));
            }
            QuestionKind::Ordering(ordering) => texts.extend(ordering.items.iter().map(|item| &item.text)),
            QuestionKind::ShortAnswer(short) => texts.extend(of_accepted(&short.accepted)),
            QuestionKind::Cloze(cloze) => {
                for gap in &cloze.gaps {
                    match &gap.wants {
                        GapKind::Text { accepted } => texts.extend(of_accepted(accepted)),
                        GapKind::Choice { choices } => texts.extend(choices.iter().map(|choice| &choice.text)),
                        GapKind::Number { .. } => {}
                    }
                }
            }
            QuestionKind::HotText(text) => {
                texts.push(&text.passage);
                texts.extend(text.spans.iter().filter_map(|span| if_any(&span.feedback)));
                self.options_without_feedback += text.spans.iter().filter(|span| !teaches(&span.feedback)).count();
            }
            QuestionKind::Vignette(vignette) => {
                for part in &vignette.parts {
                    texts.extend(Some(&part.stem).into_iter().chain(if_any(&part.tells)));
                    self.add_kind(&part.kind, texts);
                }
            }
            QuestionKind::Open(open) => texts.push(&open.criteria),
            QuestionKind::SingleChoice { .. }
            | QuestionKind::TrueFalse { .. }
            | QuestionKind::MultipleChoice { .. }
            | QuestionKind::Numeric(_) => {}
        }
    }
}

fn holds_try(markdown: &str) -> bool {
    markers(markdown).next().is_some()
}

/// Whether a feedback says anything, in every language that it has.
fn teaches(feedback: &Text) -> bool {
    !feedback.is_empty() && feedback.0.values().all(|text| word_count(text) >= 1)
}

/// A text that may be left out, where it is not.
pub(crate) fn if_any(text: &Text) -> Option<&Text> {
    Some(text).filter(|text| !text.is_empty())
}

fn of_accepted(accepted: &[Accepted]) -> impl Iterator<Item = &Text> {
    accepted.iter().filter_map(|it| if_any(&it.feedback))
}

fn file_of(activity: &Activity) -> String {
    let extension = match activity.body {
        Body::Quiz(_) => "toml",
        Body::Lesson(_) => "md",
        Body::Lecture(_) => "lecture.md",
        Body::Video(_) => "video.md",
        Body::Discussion(_) => "discussion.md",
    };
    format!("topics/{}/{}.{extension}", activity.topic, activity.id)
}

/// The questions about some topics, each with the first quiz that holds it.
fn questions_about<'p>(programme: &'p Programme, topics: &[Topic]) -> Vec<(&'p Activity, &'p Question)> {
    let mut seen = BTreeSet::new();
    let of = |activity: &'p Activity| {
        activity.quiz().into_iter().flat_map(|quiz| &quiz.questions).map(move |it| (activity, it))
    };
    let mut all: Vec<_> = programme.activities.iter().flat_map(of).collect();
    all.retain(|(activity, question)| {
        let about: &TopicId = question.topic.as_ref().unwrap_or(&activity.topic);
        topics.iter().any(|topic| topic.id == *about) && seen.insert(&question.id)
    });
    all
}
