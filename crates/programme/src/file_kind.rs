//! Which file of a package has which path, and which folders there are. It must not know what stands in a file.

use crate::activities::Place;
use domain::ids::is_code;

pub(crate) const PROGRAMME: &str = "programme.toml";

#[derive(Clone, Copy)]
pub(crate) enum FileKind<'a> {
    Programme,
    Topic(&'a str),
    JobAid(&'a str),
    Guide(&'a str),
    Lesson(Place<'a>),
    Lecture(Place<'a>),
    Video(Place<'a>),
    Discussion(Place<'a>),
    /// The shapes of a drawing, and its words.
    Drawing(&'a str),
    FigureWords(&'a str),
    Quiz(Place<'a>),
    /// Questions that quizzes draw from.
    Pool(Place<'a>),
    Sheet(SheetFile<'a>),
}

/// What is used beside the topics, each by its name; the law by its topic.
#[derive(Clone, Copy)]
pub(crate) enum SheetFile<'a> {
    Rubric(&'a str),
    RolePlay(&'a str),
    Interview(&'a str),
    Case(&'a str),
    Care(&'a str),
    Glossary,
    Norms(&'a str),
    Institutions(&'a str),
    Routes(&'a str),
}

/// Which file of a package has this path; `None` when none has.
pub(crate) fn kind_of_file(path: &str) -> Option<FileKind<'_>> {
    match path {
        PROGRAMME => return Some(FileKind::Programme),
        "glossary.toml" => return Some(FileKind::Sheet(SheetFile::Glossary)),
        _ => {}
    }
    let (folder, file) = path.split_once('/')?;
    if folder == "topics" {
        return topic_file(file);
    }
    let (name, extension) = file.rsplit_once('.').filter(|(name, _)| is_code(name))?;
    Some(match (folder, extension) {
        ("figures", "svg") => FileKind::Drawing(name),
        ("figures", "toml") => FileKind::FigureWords(name),
        ("rubrics", "toml") => FileKind::Sheet(SheetFile::Rubric(name)),
        ("role-plays", "md") => FileKind::Sheet(SheetFile::RolePlay(name)),
        ("interviews", "toml") => FileKind::Sheet(SheetFile::Interview(name)),
        ("cases", "md") => FileKind::Sheet(SheetFile::Case(name)),
        ("care", "md") => FileKind::Sheet(SheetFile::Care(name)),
        _ => return None,
    })
}

fn topic_file(path: &str) -> Option<FileKind<'_>> {
    let (topic, file) = path.split_once('/')?;
    if topic.is_empty() {
        return None;
    }
    if let Some(file) = file.strip_prefix("law/") {
        return Some(FileKind::Sheet(match file {
            "norms.toml" => SheetFile::Norms(topic),
            "institutions.toml" => SheetFile::Institutions(topic),
            "routes.toml" => SheetFile::Routes(topic),
            _ => return None,
        }));
    }
    if file.contains('/') {
        return None;
    }
    let (name, extension) = file.rsplit_once('.')?;
    let place = Place { topic, name };
    match (name, extension) {
        ("topic", "toml") => Some(FileKind::Topic(topic)),
        ("job-aid", "md") => Some(FileKind::JobAid(topic)),
        ("guide", "md") => Some(FileKind::Guide(topic)),
        (_, "md") => Some(match name.rsplit_once('.') {
            Some((name, "lecture")) => FileKind::Lecture(Place { topic, name }),
            Some((name, "video")) => FileKind::Video(Place { topic, name }),
            Some((name, "discussion")) => FileKind::Discussion(Place { topic, name }),
            _ => FileKind::Lesson(place),
        }),
        (_, "toml") => Some(match name.strip_suffix(".pool") {
            Some(name) => FileKind::Pool(Place { topic, name }),
            None => FileKind::Quiz(place),
        }),
        _ => None,
    }
}

/// Whether files may lie in this folder.
pub(crate) fn is_folder(path: &str) -> bool {
    const FOLDERS: [&str; 7] = ["topics", "figures", "rubrics", "role-plays", "interviews", "cases", "care"];
    match path.split_once('/') {
        None => FOLDERS.contains(&path),
        Some(("topics", inside)) => match inside.split_once('/') {
            None => true,
            Some((_, folder)) => folder == "law",
        },
        Some(_) => false,
    }
}
