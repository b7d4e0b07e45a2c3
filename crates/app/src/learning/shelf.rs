//! The programme versions in use, read and rendered once. A version never changes but by mends of its questions, which are
//! counted: with another mend it is read again.

use crate::Unavailable;
use domain::Text;
use domain::ids::{ProgrammeVersionId, ScheduleId};
use domain::programmes::{Body, Discussion, Lesson, Programme, Slide, Video};
use domain::quizzes::{Layout, Question, QuestionKind};
use programme::Passage;
use std::collections::HashMap;
use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};
use store::{Reading, StoreError};

/// A programme version with its Markdown rendered: every HTML here is safe to put into a page.
#[derive(Debug)]
pub struct LoadedProgramme {
    pub version: ProgrammeVersionId,
    pub programme: Programme,
    /// How many mends of questions are in it.
    pub mends: u16,
    /// By `kind/item/language`.
    html: Arc<HashMap<String, String>>,
    /// What is read in an activity, by `activity/language`.
    passages: Arc<HashMap<String, Vec<Passage>>>,
}

impl Deref for LoadedProgramme {
    type Target = Programme;
    fn deref(&self) -> &Programme {
        &self.programme
    }
}

impl LoadedProgramme {
    /// Renders all Markdown of it; `mends` are in it already.
    pub fn new(version: ProgrammeVersionId, programme: Programme, mends: u16) -> Self {
        let (mut html, mut passages) = (HashMap::new(), HashMap::new());
        for language in &programme.languages {
            for activity in &programme.activities {
                let mut keep = |what: String, text: &Text| {
                    html.insert(format!("{what}/{language}"), programme::html(text.get(language)));
                };
                match &activity.body {
                    Body::Lesson(Lesson { markdown: text })
                    | Body::Video(Video { script: text })
                    | Body::Discussion(Discussion { prompt: text }) => {
                        let key = format!("{}/{language}", activity.id);
                        passages.insert(key, programme::passages(text.get(language)));
                    }
                    Body::Lecture(lecture) => {
                        for (at, slide) in lecture.slides.iter().enumerate() {
                            keep(format!("face/{}/{at}", activity.id), &slide.face);
                            keep(format!("beside/{}/{at}", activity.id), &slide.beside);
                            keep(format!("said/{}/{at}", activity.id), &slide.said);
                        }
                    }
                    Body::Quiz(quiz) => {
                        for question in &quiz.questions {
                            let at = format!("{}/{}", activity.id, question.id);
                            render(&mut html, (&at, language), question);
                        }
                    }
                }
            }
            let mut keep = |what: String, text: &Text| {
                html.insert(format!("{what}/{language}"), programme::html(text.get(language)));
            };
            for topic in &programme.topics {
                if let Some(aid) = &topic.job_aid {
                    keep(format!("aid/{}", topic.id), &aid.markdown);
                }
                if let Some(guide) = &topic.guide {
                    keep(format!("guide/{}", topic.id), &guide.markdown);
                }
            }
            let of_schedules = programme.schedules.iter().flat_map(|schedule| &schedule.days);
            for day in programme.days.iter().chain(of_schedules) {
                keep(format!("closing/{}", day.id), &day.closing);
            }
            super::sheets::render(&programme.sheets, keep);
        }
        Self { version, programme, mends, html: Arc::new(html), passages: Arc::new(passages) }
    }

    /// The same with the days of another of its schedules; what is rendered is shared.
    fn arranged(&self, schedule: &ScheduleId) -> Self {
        let (html, passages) = (Arc::clone(&self.html), Arc::clone(&self.passages));
        Self { version: self.version, programme: self.programme.arranged(schedule), mends: self.mends, html, passages }
    }

    /// The language asked for, else the original.
    fn in_language<'l>(&'l self, language: &'l str) -> impl Iterator<Item = &'l str> {
        [language, self.programme.languages.first().map_or("es", String::as_str)].into_iter()
    }

    pub(super) fn html(&self, what: &str, language: &str) -> Option<&str> {
        self.in_language(language).find_map(|language| self.html.get(&format!("{what}/{language}"))).map(String::as_str)
    }

    /// The text of a lesson, of a video's script or of a prompt to discuss; none of anything else.
    pub fn passages(&self, activity: &str, language: &str) -> &[Passage] {
        let found =
            self.in_language(language).find_map(|language| self.passages.get(&format!("{activity}/{language}")));
        found.map_or(&[], Vec::as_slice)
    }

    /// What a slide shows, what stands beside it, and what is said; slides are counted from 0.
    pub fn slide_html(&self, activity: &str, slide: usize, language: &str) -> [&str; 3] {
        ["face", "beside", "said"]
            .map(|part| self.html(&format!("{part}/{activity}/{slide}"), language).unwrap_or_default())
    }

    /// How a topic is taught.
    pub fn guide_html(&self, topic: &str, language: &str) -> Option<&str> {
        self.html(&format!("guide/{topic}"), language)
    }

    /// How a day ends; empty where nothing is said of it.
    pub fn closing_html(&self, day: &str, language: &str) -> &str {
        self.html(&format!("closing/{day}"), language).unwrap_or_default()
    }

    pub fn job_aid_html(&self, topic: &str, language: &str) -> Option<&str> {
        self.html(&format!("aid/{topic}"), language)
    }

    /// What is asked; of a part of a vignette too, under its [`domain::quizzes::marking::reading_key`].
    pub fn stem_html(&self, activity: &str, question: &str, language: &str) -> Option<&str> {
        self.html(&format!("stem/{activity}/{question}"), language)
    }

    /// The text in which words are marked.
    pub fn passage_html(&self, activity: &str, question: &str, language: &str) -> Option<&str> {
        self.html(&format!("passage/{activity}/{question}"), language)
    }

    /// What has happened before a part of a vignette.
    pub fn tells_html(&self, activity: &str, part: &str, language: &str) -> Option<&str> {
        self.html(&format!("tells/{activity}/{part}"), language)
    }

    /// About how many bytes opening the activity takes on the link, after compression: text packs to about two fifths, and
    /// the page around it adds three thousand.
    pub fn bytes(&self, activity: &str, language: &str) -> usize {
        let text = match self.programme.activity(activity).map(|activity| &activity.body) {
            Some(Body::Lesson(_) | Body::Video(_) | Body::Discussion(_)) => {
                let long = |passage: &Passage| match passage {
                    Passage::Html(html) => html.len(),
                    Passage::Try { question, answer } => question.len() + answer.len(),
                };
                self.passages(activity, language).iter().map(long).sum()
            }
            Some(Body::Lecture(lecture)) => {
                let long = |slide: &Slide| {
                    let figure = slide.figure.as_ref().and_then(|id| self.figure(id)?.svg.get(language));
                    slide.face.get(language).len() + slide.said.get(language).len() + figure.map_or(0, String::len)
                };
                lecture.slides.iter().map(long).sum()
            }
            Some(Body::Quiz(quiz)) => {
                let words = quiz.questions.iter().map(|question| words_of(&question.stem, &question.kind, language));
                // A page a question, each with its frame; an attempt asks what is drawn of them.
                let asked = quiz.length();
                let all = words.sum::<usize>() * asked / quiz.questions.len().max(1);
                all + if quiz.layout == Layout::AllAtOnce { 5_000 } else { asked * 5_000 }
            }
            None => 0,
        };
        3_000 + text * 2 / 5
    }
}

/// About how many letters a question shows.
fn words_of(stem: &Text, kind: &QuestionKind, language: &str) -> usize {
    let texts: Vec<&Text> = match kind {
        QuestionKind::Matching(it) => {
            let options = it.options.iter().map(|option| &option.text).cycle().take(it.options.len() * it.stems.len());
            it.stems.iter().map(|stem| &stem.text).chain(options).collect()
        }
        QuestionKind::Ordering(it) => it.items.iter().map(|item| &item.text).collect(),
        QuestionKind::HotText(it) => vec![&it.passage],
        QuestionKind::Vignette(it) => {
            let parts =
                it.parts.iter().map(|part| part.tells.get(language).len() + words_of(&part.stem, &part.kind, language));
            return stem.get(language).len() + parts.sum::<usize>();
        }
        kind => kind.choices().iter().map(|choice| &choice.text).collect(),
    };
    stem.get(language).len() + texts.into_iter().map(|text| text.get(language).len()).sum::<usize>()
}

/// All Markdown of a question, and of its parts.
fn render(html: &mut HashMap<String, String>, (at, language): (&str, &str), question: &Question) {
    let mut keep = |what: &str, at: &str, text: &Text| {
        html.insert(format!("{what}/{at}/{language}"), programme::html(text.get(language)));
    };
    keep("stem", at, &question.stem);
    let passage = |kind: &QuestionKind| match kind {
        QuestionKind::HotText(text) => Some(text.passage.clone()),
        _ => None,
    };
    if let Some(text) = passage(&question.kind) {
        keep("passage", at, &text);
    }
    let QuestionKind::Vignette(vignette) = &question.kind else { return };
    for part in &vignette.parts {
        let at = format!("{at}/{}", part.id);
        keep("stem", &at, &part.stem);
        keep("tells", &at, &part.tells);
        if let Some(text) = passage(&part.kind) {
            keep("passage", &at, &text);
        }
    }
}

#[derive(Default)]
pub struct Shelf {
    /// By version, and by schedule where another than the first is in use.
    loaded: Mutex<HashMap<(ProgrammeVersionId, Option<ScheduleId>), Arc<LoadedProgramme>>>,
}

impl Shelf {
    fn known(&self, key: &(ProgrammeVersionId, Option<ScheduleId>), mends: u16) -> Option<Arc<LoadedProgramme>> {
        let loaded = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        loaded.get(key).filter(|known| known.mends == mends).cloned()
    }

    fn keep(&self, key: (ProgrammeVersionId, Option<ScheduleId>), loaded: LoadedProgramme) -> Arc<LoadedProgramme> {
        let loaded = Arc::new(loaded);
        self.loaded.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&loaded));
        loaded
    }

    /// The version as a cohort takes it, with its days spread as that cohort chose; as the programme's first schedule says where it chose
    /// none, or one that this version does not have.
    pub fn take_as(
        &self,
        reading: &mut Reading<'_>,
        (version, schedule): (ProgrammeVersionId, Option<&ScheduleId>),
    ) -> Result<Arc<LoadedProgramme>, Unavailable> {
        let usual = self.take(reading, version)?;
        let others = usual.schedules.iter().skip(1).map(|other| &other.id);
        let Some(schedule) = schedule.filter(|wanted| others.into_iter().any(|other| other == *wanted)) else {
            return Ok(usual);
        };
        let key = (version, Some(schedule.clone()));
        Ok(self.known(&key, usual.mends).unwrap_or_else(|| self.keep(key, usual.arranged(schedule))))
    }

    /// The version from memory, else from the store; with the mends that there are now, whoever made them.
    pub fn take(
        &self,
        reading: &mut Reading<'_>,
        version: ProgrammeVersionId,
    ) -> Result<Arc<LoadedProgramme>, Unavailable> {
        let mends = reading.mends_of(version)?;
        let key = (version, None);
        if let Some(known) = self.known(&key, mends) {
            return Ok(known);
        }
        let missing = || StoreError::Unreadable(format!("programme version {version} is missing"));
        let mut programme = reading.programme(version)?.ok_or_else(missing)?;
        if mends > 0 {
            for mend in reading.mends(version)? {
                programme.mend(&mend.question);
            }
        }
        Ok(self.keep(key, LoadedProgramme::new(version, programme, mends)))
    }
}
