//! The files of a package, put together into a programme, and everything that one file says of another checked. It must not
//! know where the files come from.

use crate::activities::{Found, Kind, Place, Sheet, read_sheet, read_text, read_topic};
use crate::cause::Cause;
use crate::count::{Counts, count};
use crate::fields::At;
use crate::figures::Figures;
use crate::file_kind::{FileKind, PROGRAMME, kind_of_file};
use crate::folder::{MAX_FILE_BYTES, MAX_FILES, MAX_PACKAGE_BYTES, MEGABYTE};
use crate::ids::nearest;
use crate::lecture_file::read_lecture;
use crate::problem::{Problem, Problems};
use crate::programme_file::{self, Asks, ProgrammeFile};
use crate::quiz_checks::Named;
use crate::quiz_file::{Pool, read_pool, read_quiz};
use crate::sheets::FoundSheets;
use crate::source::{Source, decode};
use crate::teaching_cause::TeachingCause;
use domain::Text;
use domain::ids::ActivityId;
use domain::programmes::{Activity, Body, Discussion, Guide, JobAid, Lesson, Programme, Sheets, Topic, Video};
use domain::quizzes::Counting;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A package without fault.
#[derive(Clone, Debug, PartialEq)]
pub struct Package {
    pub programme: Programme,
    /// SHA-256 over every file in the order of their paths, as 64 hexadecimal digits: for each, the length of its path and
    /// the path, the length of its bytes and the bytes (lengths as 8 bytes, the most significant first).
    pub digest: String,
    /// Its files as they were, to the byte: all of them are UTF-8.
    pub files: BTreeMap<String, String>,
    /// The file of each question that stands in a pool, by the question's id: the programme itself knows only the quizzes.
    pub pooled: BTreeMap<String, String>,
}

/// As [`crate::read`], from memory: paths inside the package, with `/`, and the bytes of each.
pub fn read_files(files: &BTreeMap<String, Vec<u8>>) -> Result<Package, Vec<Problem>> {
    read_with(files, Problems::default()).map_err(|faulty| faulty.problems)
}

/// Reads files of which some may have been found wanting before.
pub(crate) fn read_with(files: &BTreeMap<String, Vec<u8>>, problems: Problems) -> Result<Package, Faulty> {
    let admitted = admit(files, &problems);
    let texts: BTreeMap<&str, Cow<'_, str>> = admitted
        .iter()
        .filter_map(|(path, bytes)| match decode(bytes) {
            Ok(text) => Some((*path, text)),
            Err(line) => {
                problems.add(path, line, Cause::NotUtf8);
                None
            }
        })
        .collect();
    let read = Reader::new(&admitted, &texts, &problems).programme();
    let found = problems.sorted();
    match read {
        Some((programme, pooled)) if found.is_empty() => {
            let whole =
                |(path, bytes): (&&str, &&[u8])| ((*path).to_owned(), String::from_utf8_lossy(bytes).into_owned());
            Ok(Package { programme, digest: digest(&admitted), files: admitted.iter().map(whole).collect(), pooled })
        }
        read => Err(Faulty { problems: found, counts: read.map(|(programme, _)| Box::new(count(&programme))) }),
    }
}

/// A package with faults: what is wrong with it, and what is there all the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Faulty {
    pub problems: Vec<Problem>,
    /// None where not even `programme.toml` could be read.
    pub counts: Option<Box<Counts>>,
}

/// The files that have a place in a package and are not too large.
fn admit<'a>(files: &'a BTreeMap<String, Vec<u8>>, problems: &Problems) -> BTreeMap<&'a str, &'a [u8]> {
    let mut admitted: BTreeMap<&str, &[u8]> = BTreeMap::new();
    let mut total = 0;
    for (path, bytes) in files {
        let parts = || path.split('/');
        let escapes = parts().any(|part| part.is_empty() || part == "." || part == "..");
        if escapes || path.contains(['\\', ':']) || path.chars().any(char::is_control) {
            problems.add(path, 1, Cause::BadPath);
        } else if parts().any(|part| part.starts_with('.')) {
            // What editors and file managers leave behind.
        } else if kind_of_file(path).is_none() {
            problems.add(path, 1, Cause::UnknownFile);
        } else if bytes.len() as u64 > MAX_FILE_BYTES {
            problems.add(path, 1, Cause::FileTooLarge { megabytes: MAX_FILE_BYTES / MEGABYTE });
        } else if total + bytes.len() as u64 > MAX_PACKAGE_BYTES {
            problems.add(path, 1, Cause::PackageTooLarge { megabytes: MAX_PACKAGE_BYTES / MEGABYTE });
        } else if admitted.len() == MAX_FILES {
            problems.add(path, 1, Cause::TooManyFiles { most: MAX_FILES });
        } else {
            total += bytes.len() as u64;
            admitted.insert(path, bytes);
        }
    }
    admitted
}

fn digest(files: &BTreeMap<&str, &[u8]>) -> String {
    let mut hash = Sha256::new();
    for (path, bytes) in files {
        for part in [path.as_bytes(), bytes] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The first place of an id, and a problem for every later one.
#[derive(Default)]
pub(crate) struct Places(BTreeMap<String, String>);

impl Places {
    /// Where the id was before; notes it when it was nowhere.
    pub fn note(&mut self, id: &str, path: &str, line: usize) -> Option<&str> {
        if self.0.contains_key(id) {
            return self.0.get(id).map(String::as_str);
        }
        self.0.insert(id.to_owned(), format!("{path}:{line}"));
        None
    }

    pub fn has(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }
}

struct Reader<'a> {
    files: &'a BTreeMap<&'a str, &'a [u8]>,
    texts: &'a BTreeMap<&'a str, Cow<'a, str>>,
    problems: &'a Problems,
    topics: BTreeMap<&'a str, Topic>,
    /// Of each topic, what it says that it serves, with its path.
    competences: Vec<(&'a str, Vec<At<String>>)>,
    figures: Figures<'a>,
    sheets: FoundSheets<'a>,
    /// By id, with the path.
    activities: BTreeMap<&'a str, (&'a str, Found)>,
    /// By id, with the path and the topic.
    pools: BTreeMap<&'a str, (&'a str, &'a str, Pool)>,
    /// Links that a job aid holds, with its path.
    links: Vec<(&'a str, Vec<At<String>>)>,
    activity_places: Places,
    question_places: Places,
    number_places: Places,
}

impl<'a> Reader<'a> {
    fn new(
        files: &'a BTreeMap<&'a str, &'a [u8]>,
        texts: &'a BTreeMap<&'a str, Cow<'a, str>>,
        problems: &'a Problems,
    ) -> Self {
        Self {
            files,
            texts,
            problems,
            topics: BTreeMap::new(),
            competences: Vec::new(),
            figures: Figures::default(),
            sheets: FoundSheets::default(),
            activities: BTreeMap::new(),
            pools: BTreeMap::new(),
            links: Vec::new(),
            activity_places: Places::default(),
            question_places: Places::default(),
            number_places: Places::default(),
        }
    }

    /// The programme, and the file of each question that stands in a pool.
    fn programme(mut self) -> Option<(Programme, BTreeMap<String, String>)> {
        let file = self.programme_file();
        let languages = file.as_ref().map_or(Vec::new(), |file| file.languages.clone());
        for path in self.files.keys() {
            self.topic_file(path, &languages);
        }
        if let Some(file) = &file {
            self.links.push((PROGRAMME, file.spread.links.clone()));
        }
        self.check_links();
        let topics = self.files.keys().filter_map(|path| folder_of(path)).collect();
        Named { pools: &self.pools, topics: &topics, problems: self.problems }.settle(&mut self.activities);
        let mut file = file?;
        self.check_topics(&file);
        self.check_days(&file);
        self.check_completion(&file);
        self.check_competences(&file);
        let shown =
            self.activities.values().flat_map(|(path, found)| found.figures.iter().map(|figure| (*path, figure)));
        let figures = std::mem::take(&mut self.figures).settle(shown, &file.languages, self.problems);
        let pooled = self.pools.values().flat_map(|(path, _, pool)| {
            pool.questions.iter().map(|it| (it.question.id.to_string(), (*path).to_owned()))
        });
        let pooled = pooled.collect();
        let sheets = std::mem::take(&mut self.sheets).settle(&file.topics, self.problems);
        let promises = std::mem::take(&mut file.promises);
        let text = self.texts.get(PROGRAMME).map_or("", |text| text.as_ref());
        let source = Source::new(PROGRAMME, text, self.problems);
        let paths: BTreeMap<String, &str> =
            self.activities.iter().map(|(id, (path, _))| ((*id).to_owned(), *path)).collect();
        let problems = self.problems;
        let programme = Programme { figures, sheets, ..self.assemble(file) };
        // What could not be read is missing for a reason that was told already.
        if problems.is_empty() {
            promises.check(&programme, &source, |id| paths.get(id).copied());
        }
        Some((programme, pooled))
    }

    fn programme_file(&self) -> Option<ProgrammeFile> {
        if !self.files.contains_key(PROGRAMME) {
            self.problems.add(PROGRAMME, 1, Cause::NoProgrammeFile);
        }
        let mut source = Source::new(PROGRAMME, self.texts.get(PROGRAMME)?, self.problems);
        source.languages = programme_file::languages(&source)?;
        programme_file::read(&source)
    }

    fn topic_file(&mut self, path: &'a str, languages: &[String]) {
        let kind = kind_of_file(path).expect("only such files are admitted");
        let text = self.texts.get(path).map_or("", |text| text.as_ref());
        let mut source = Source::new(path, text, self.problems);
        source.languages = languages.to_vec();
        // A file that is not UTF-8 has been told; it counts as there, and nothing more is said of it.
        let readable = self.texts.contains_key(path);
        match kind {
            FileKind::Programme => {}
            FileKind::Topic(id) if readable => {
                let Some(found) = read_topic(&source, id) else { return };
                let number = u16::from(found.topic.number);
                if number > 0
                    && let Some(elsewhere) = self.number_places.note(&number.to_string(), path, found.number_line)
                {
                    let elsewhere = elsewhere.to_owned();
                    source.problem(found.number_line, Cause::NumberTwice { number, elsewhere });
                }
                self.competences.push((path, found.competences));
                // Its sheets sort before it, and were read.
                let sheets = self.topics.remove(id);
                let (job_aid, guide) = sheets.map_or((None, None), |topic| (topic.job_aid, topic.guide));
                self.topics.insert(id, Topic { job_aid, guide, ..found.topic });
            }
            FileKind::JobAid(id) | FileKind::Guide(id) if readable => {
                let mut links = Vec::new();
                let sheet = read_sheet(&source, &mut links);
                self.links.push((path, links));
                let topic = self.topics.entry(id).or_insert_with(|| empty_topic(id));
                match (sheet, matches!(kind, FileKind::Guide(_))) {
                    (Some(Sheet { title, markdown, review }), true) => {
                        topic.guide = Some(Guide { title, markdown, review })
                    }
                    (Some(Sheet { title, markdown, review }), false) => {
                        topic.job_aid = Some(JobAid { title, markdown, review });
                    }
                    (None, _) => {}
                }
            }
            FileKind::Drawing(name) if readable => self.figures.drawing(name, source),
            FileKind::FigureWords(name) if readable => self.figures.words(name, source),
            FileKind::Sheet(sheet) if readable => self.sheets.take(sheet, &source),
            FileKind::Lecture(place) => {
                let found = readable.then(|| read_lecture(&source, place));
                self.note_activity(path, place, found.unwrap_or(Found::unread(Kind::Read)));
            }
            FileKind::Video(place) | FileKind::Discussion(place) => {
                let body: fn(Text) -> Body = match kind {
                    FileKind::Video(_) => |script| Body::Video(Video { script }),
                    _ => |prompt| Body::Discussion(Discussion { prompt }),
                };
                let found = readable.then(|| read_text(&source, place, body));
                self.note_activity(path, place, found.unwrap_or(Found::unread(Kind::Read)));
            }
            FileKind::Lesson(place) => {
                let found = readable.then(|| read_text(&source, place, |markdown| Body::Lesson(Lesson { markdown })));
                self.note_activity(path, place, found.unwrap_or(Found::unread(Kind::Read)));
            }
            FileKind::Quiz(place) => {
                let found = readable.then(|| read_quiz(&source, place));
                self.note_activity(path, place, found.unwrap_or(Found::unread(Kind::Quiz(None))));
            }
            FileKind::Pool(place) => {
                let pool = if readable { read_pool(&source, place) } else { Pool::unread() };
                self.note_questions(path, pool.questions.iter().filter_map(|it| it.id.as_ref()));
                match self.activity_places.note(place.name, path, pool.line) {
                    Some(elsewhere) => {
                        let (id, elsewhere) = (place.name.to_owned(), elsewhere.to_owned());
                        source.problem(pool.line, Cause::DuplicateId { id, elsewhere });
                    }
                    None => {
                        self.pools.insert(place.name, (path, place.topic, pool));
                    }
                }
            }
            FileKind::Topic(_)
            | FileKind::JobAid(_)
            | FileKind::Guide(_)
            | FileKind::Drawing(_)
            | FileKind::FigureWords(_)
            | FileKind::Sheet(_) => {}
        }
    }

    fn note_questions<'q>(&mut self, path: &str, ids: impl Iterator<Item = &'q At<String>>) {
        for question in ids {
            if let Some(elsewhere) = self.question_places.note(&question.value, path, question.line) {
                let (id, elsewhere) = (question.value.clone(), elsewhere.to_owned());
                self.problems.add(path, question.line, Cause::DuplicateId { id, elsewhere });
            }
        }
    }

    fn note_activity(&mut self, path: &'a str, place: Place<'a>, found: Found) {
        self.note_questions(path, found.asks.questions.iter().filter_map(|it| it.id.as_ref()));
        match self.activity_places.note(place.name, path, found.line) {
            Some(elsewhere) => {
                let (id, elsewhere) = (place.name.to_owned(), elsewhere.to_owned());
                self.problems.add(path, found.line, Cause::DuplicateId { id, elsewhere });
            }
            None => {
                self.activities.insert(place.name, (path, found));
            }
        }
    }

    fn nearest_activity(&self, typed: &str) -> Option<String> {
        nearest(typed, self.activities.keys().copied())
    }

    fn check_links(&self) {
        let of_activities = self.activities.values().map(|(path, found)| (*path, &found.links));
        let of_job_aids = self.links.iter().map(|(path, links)| (*path, links));
        let of_pools = self.pools.values().map(|(path, _, pool)| (*path, &pool.links));
        for (path, links) in of_activities.chain(of_job_aids).chain(of_pools).chain(self.sheets.links()) {
            for link in links.iter().filter(|link| !self.activities.contains_key(link.value.as_str())) {
                let (id, nearest) = (link.value.clone(), self.nearest_activity(&link.value));
                self.problems.add(path, link.line, Cause::UnknownLink { id, nearest });
            }
        }
    }

    fn check_topics(&self, file: &ProgrammeFile) {
        let listed: BTreeSet<&str> = file.topics.iter().map(|topic| topic.value.as_str()).collect();
        let mut folders: BTreeMap<&str, &str> = BTreeMap::new();
        for path in self.files.keys() {
            if let Some(topic) = folder_of(path) {
                folders.entry(topic).or_insert(path);
            }
        }
        for topic in file.topics.iter().filter(|topic| !folders.contains_key(topic.value.as_str())) {
            self.problems.add(PROGRAMME, topic.line, Cause::NoTopicFolder { id: topic.value.clone() });
        }
        for (topic, path) in folders {
            let own = format!("topics/{topic}/topic.toml");
            let id = topic.to_owned();
            if !self.files.contains_key(own.as_str()) {
                self.problems.add(&own, 1, Cause::NoTopicFile { id: id.clone() });
            }
            // With no list at all, that is the problem to tell.
            if !listed.contains(topic) && !listed.is_empty() {
                self.problems.add(path, 1, Cause::TopicNotListed { id });
            }
        }
    }

    fn check_days(&self, file: &ProgrammeFile) {
        let activities = self.activities.iter().map(|(id, (path, found))| (*id, (*path, found.line))).collect();
        file.spread.check(&activities, |id| self.nearest_activity(id), self.problems);
    }

    fn check_competences(&self, file: &ProgrammeFile) {
        let known: BTreeSet<&str> = file.competences.iter().map(|it| it.id.as_str()).collect();
        for (path, served) in &self.competences {
            for id in served.iter().filter(|id| !known.contains(id.value.as_str())) {
                let nearest = nearest(&id.value, known.iter().copied());
                self.problems.add(path, id.line, TeachingCause::UnknownCompetence { id: id.value.clone(), nearest });
            }
        }
    }

    fn check_completion(&self, file: &ProgrammeFile) {
        for mention in &file.asked.mentions {
            let id = mention.activity.value.clone();
            let kind = self.activities.get(id.as_str()).map(|(_, found)| found.kind);
            let cause = match (kind, mention.asks) {
                (None, _) => Cause::UnknownActivity { nearest: self.nearest_activity(&id), id },
                (Some(Kind::Read), Asks::Pass) => Cause::PassOfLesson { id },
                (Some(Kind::Quiz(Some(Counting::Practice | Counting::Measurement))), Asks::Pass) => {
                    Cause::PassOfNoGate { id }
                }
                (Some(_), _) => continue,
            };
            self.problems.add(PROGRAMME, mention.activity.line, cause);
        }
        // Where an activity could not be read, its problems are the ones to tell.
        let all: Option<Vec<&Activity>> = self.activities.values().map(|(_, found)| found.activity.as_ref()).collect();
        let Some(all) = all.filter(|all| all.iter().all(|it| it.minutes > 0)) else { return };
        for (modality, asked) in &file.asked.hours {
            let counts = |it: &&&Activity| modality.is_none_or(|modality| it.channel().modality() == modality);
            let there = all.iter().filter(counts).map(|it| u32::from(it.minutes)).sum();
            if there < u32::from(asked.value) {
                self.problems.add(PROGRAMME, asked.line, Cause::MinutesOutOfReach { asked: asked.value, there });
            }
        }
    }

    /// Topics in the order of `programme.toml`, activities in the order of the days of the first schedule.
    fn assemble(mut self, file: ProgrammeFile) -> Programme {
        let mut activity = |id: &ActivityId| self.activities.remove(id.as_str()).and_then(|(_, found)| found.activity);
        let days = &file.spread.days;
        let activities = days.iter().flat_map(|day| &day.activities).filter_map(&mut activity).collect();
        Programme {
            slug: file.slug,
            version: file.version,
            languages: file.languages,
            title: file.title,
            summary: file.summary,
            hours: file.hours,
            topics: file.topics.iter().filter_map(|topic| self.topics.remove(topic.value.as_str())).collect(),
            days: file.spread.days,
            schedules: file.spread.schedules,
            activities,
            completion: file.completion,
            competences: file.competences,
            figures: Vec::new(),
            sheets: Sheets::default(),
        }
    }
}

/// The topic's folder that a file lies in.
fn folder_of(path: &str) -> Option<&str> {
    path.strip_prefix("topics/").and_then(|rest| rest.split_once('/')).map(|(topic, _)| topic)
}

fn empty_topic(id: &str) -> Topic {
    Topic::new(id.into(), 0, Text::default(), Text::default())
}
