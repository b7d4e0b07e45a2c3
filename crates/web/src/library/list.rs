//! The library's first page: everything by its kind, with a search by title and topic that needs no script. It must not know what
//! stands in a sheet.

use super::in_sight::{InSight, Reader};
use super::{law, words_for};
use crate::State;
use crate::error::Refusal;
use crate::page::{self, Frame};
use app::documents::{CohortDocuments, DocumentCard};
use app::learning::LoadedProgramme;
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::response::Response;
use domain::Text;
use domain::ids::SheetId;
use domain::people::likened;
use domain::programmes::{About, Norm, Reference, Topic};
use serde::Deserialize;
use words::Words;

/// The longest that is looked for, in characters.
const LONGEST: usize = 80;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
}

impl Asked {
    /// What is looked for; may be empty.
    pub fn words(&self) -> String {
        self.q.trim().chars().filter(|c| !c.is_control()).take(LONGEST).collect()
    }
}

#[derive(Template)]
#[template(path = "library/list.html")]
struct Page {
    frame: Frame,
    own: String,
    /// The cohort's page and name, for staff.
    cohort: Option<(String, String)>,
    /// Where documents are added; empty for who may not.
    documents_href: String,
    asked: String,
    found: String,
    shelves: Vec<Shelf>,
}

/// A programme.
struct Shelf {
    title: String,
    kinds: Vec<Kind>,
}

struct Kind {
    title: String,
    items: Vec<Item>,
}

struct Item {
    /// Empty where it has no page.
    href: String,
    title: String,
    /// The topic; may be empty.
    place: String,
    /// What it is about, or good for; may be empty.
    about: String,
    flags: Vec<String>,
    /// What is looked for on the page itself; may be empty.
    query: String,
}

impl Item {
    fn new(href: String, title: &str) -> Self {
        let (place, about, query) = (String::new(), String::new(), String::new());
        Self { href, title: title.to_owned(), place, about, flags: Vec::new(), query }
    }

    fn is_found_by(&self, likened_words: &str) -> bool {
        likened(&self.title).contains(likened_words) || likened(&self.place).contains(likened_words)
    }
}

pub async fn show(
    FromState(state): FromState<State>,
    sight: InSight,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let (w, asked) = (sight.w, asked.words());
    let documents = sight.documents(&state).await?;
    let mut shelves: Vec<Shelf> = documents.iter().filter_map(|of| documents_of(w, of, &asked)).collect();
    shelves.extend(sight.programmes.iter().filter_map(|programme| shelf(&sight, programme, &asked)));
    let adds = documents.iter().any(|of| of.runs);
    let count: usize = shelves.iter().flat_map(|shelf| &shelf.kinds).map(|kind| kind.items.len()).sum();
    Ok(page::html(&Page {
        frame: sight.frame(w.library_title()),
        own: sight.library(),
        cohort: match &sight.reader {
            Reader::Learner => None,
            Reader::Staff(name) => Some((sight.base.clone(), name.clone())),
        },
        documents_href: if adds { format!("{}/documents", sight.base) } else { String::new() },
        found: match (asked.is_empty(), count) {
            (true, _) => String::new(),
            (false, 0) => w.library_found_none(&asked),
            (false, count) => w.library_found(count, &asked),
        },
        asked,
        shelves,
    }))
}

/// What a learner finds of one topic beside its activities: address, title and kind of each.
pub fn topic_links(w: &Words, programme: &LoadedProgramme, topic: &Topic) -> Vec<(String, String, String)> {
    let aid = topic.job_aid.as_ref().map(|aid| {
        (format!("/topics/{}/job-aid", topic.id), aid.title.get(w.language()).to_owned(), w.lesson_job_aid())
    });
    let law =
        programme.sheets.law(&topic.id).map(|_| (format!("/topics/{}/law", topic.id), w.library_law(), String::new()));
    let library = (
        format!("/library?q={}", w.programme_topic_number(topic.number).replace(' ', "+")),
        w.topic_in_library(),
        String::new(),
    );
    aid.into_iter().chain(law).chain([library]).collect()
}

/// What a cohort's staff added; none where nothing is found.
fn documents_of(w: &Words, of: &CohortDocuments, asked: &str) -> Option<Shelf> {
    let likened_words = likened(asked);
    let item = |it: &DocumentCard| {
        let topic = it.topic.as_ref().and_then(|topic| of.programme.topic(topic));
        let about = [words_for::document(w, it), it.note.clone()];
        Item {
            place: topic.map_or_else(String::new, |it| w.programme_topic(it.number, it.title.get(w.language()))),
            about: about.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(". "),
            ..Item::new(format!("/documents/{}/{}", it.document, it.number), &it.title)
        }
    };
    let items: Vec<Item> = of.documents.iter().map(item).filter(|it| it.is_found_by(&likened_words)).collect();
    let title = w.library_many(items.len(), w.document_many());
    let title_of = w.document_of_cohort(of.cohort_name.as_str());
    (!items.is_empty()).then(|| Shelf { title: title_of, kinds: vec![Kind { title, items }] })
}

/// What of a programme is found; none where it is nothing.
fn shelf(sight: &InSight, programme: &LoadedProgramme, asked: &str) -> Option<Shelf> {
    let (w, likened_words) = (sight.w, likened(asked));
    let mut kinds = of_topics(sight, programme);
    kinds.extend(of_programme(sight, programme));
    let found = kinds.into_iter().filter_map(|(title, mut items)| {
        items.retain(|item| item.is_found_by(&likened_words));
        let title = w.library_many(items.len(), title);
        (!items.is_empty()).then_some(Kind { title, items })
    });
    let mut kinds: Vec<Kind> = found.collect();
    kinds.extend(glossary(sight, programme, asked));
    let title = programme.title.get(w.language()).to_owned();
    (!kinds.is_empty()).then_some(Shelf { title, kinds })
}

/// What belongs to the topics, each with its topic.
fn of_topics(sight: &InSight, programme: &LoadedProgramme) -> Vec<(String, Vec<Item>)> {
    let (w, language, base) = (sight.w, sight.w.language(), &sight.base);
    let each = |items: &dyn Fn(&Topic) -> Vec<Item>| {
        let of_one = |topic: &Topic| {
            let place = w.programme_topic(topic.number, topic.title.get(language));
            items(topic).into_iter().map(|item| Item { place: place.clone(), ..item }).collect::<Vec<_>>()
        };
        programme.topics.iter().flat_map(of_one).collect::<Vec<Item>>()
    };
    let guides = each(&|topic| {
        let guide = topic.guide.as_ref().filter(|_| sight.reader != Reader::Learner);
        let item = |title: &Text| Item::new(format!("{base}/guides/{}", topic.id), title.get(language));
        guide.map(|guide| item(&guide.title)).into_iter().collect()
    });
    let aids = each(&|topic| {
        let item = |title: &Text| Item::new(format!("{base}/topics/{}/job-aid", topic.id), title.get(language));
        topic.job_aid.as_ref().map(|aid| item(&aid.title)).into_iter().collect()
    });
    let laws = each(&|topic| {
        let law = programme.sheets.law(&topic.id);
        law.map(|_| Item::new(format!("{base}/topics/{}/law", topic.id), &w.library_law())).into_iter().collect()
    });
    let norms = each(&|topic| {
        let norms = programme.sheets.law(&topic.id).into_iter().flat_map(|law| law.norms.iter().enumerate());
        let item = |(at, norm): (usize, &Norm)| Item {
            flags: law::flags(w, norm, &sight.today),
            ..Item::new(format!("{base}/topics/{}/law#norm-{}", topic.id, at + 1), norm.name.get(language))
        };
        norms.map(item).collect()
    });
    let references = each(&|topic| {
        let item = |it: &Reference| Item {
            about: it.note.get(language).to_owned(),
            flags: law::to_confirm(w, it.review),
            ..Item::new(it.url.clone(), &it.cite)
        };
        topic.references.iter().map(item).collect()
    });
    vec![
        (w.library_guides(), guides),
        (w.library_job_aids(), aids),
        (w.library_laws(), laws),
        (w.library_norms(), norms),
        (w.library_references(), references),
    ]
}

/// What belongs to no topic.
fn of_programme(sight: &InSight, programme: &LoadedProgramme) -> Vec<(String, Vec<Item>)> {
    let (w, language, sheets) = (sight.w, sight.w.language(), &programme.sheets);
    let item = |folder: &str, id: &SheetId, (title, summary): (&Text, &Text)| Item {
        about: summary.get(language).to_owned(),
        ..Item::new(format!("{}/{folder}/{id}", sight.base), title.get(language))
    };
    let of = |folder: &str, about: &About| item(folder, &about.id, (&about.title, &about.summary));
    let care = sheets.care.iter().map(|it| item("care", &it.id, (&it.title, &it.summary)));
    let rubrics = sheets.rubrics.iter().map(|it| item("rubrics", &it.id, (&it.title, &it.summary)));
    vec![
        (w.library_care_sheets(), care.collect()),
        (w.library_role_plays(), sheets.role_plays.iter().map(|it| of("role-plays", &it.about)).collect()),
        (w.library_interviews(), sheets.interviews.iter().map(|it| of("interviews", &it.about)).collect()),
        (w.library_cases(), sheets.cases.iter().map(|it| of("cases", &it.about)).collect()),
        (w.library_rubrics(), rubrics.collect()),
    ]
}

/// The glossary as one entry: with the words that are found in it, or where its own name is what was looked for.
fn glossary(sight: &InSight, programme: &LoadedProgramme, asked: &str) -> Option<Kind> {
    let (w, likened_words) = (sight.w, likened(asked));
    let all = &programme.sheets.glossary;
    let found = all.iter().filter(|term| term.is_found_by(&likened_words)).count();
    let by_name = likened(&w.library_glossary()).contains(&likened_words);
    let (count, query) = if by_name { (all.len(), "") } else { (found, asked) };
    let item = Item {
        query: query.to_owned(),
        ..Item::new(format!("{}/glossary", sight.base), &w.library_terms_count(count))
    };
    (count > 0).then(|| Kind { title: w.library_terms(), items: vec![item] })
}
