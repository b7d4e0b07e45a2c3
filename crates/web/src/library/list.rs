//! The library's first page: everything by its kind, with a search by title and topic that needs no script. It must not know what
//! stands in a sheet.

use super::in_sight::{InSight, Reader};
use super::{law, words_for};
use crate::State;
use crate::error::Refusal;
use crate::learner::kind;
use crate::page::{self, Frame};
use app::documents::{CohortDocuments, DocumentCard};
use app::learning::LoadedProgramme;
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::response::Response;
use domain::Text;
use domain::ids::{SheetId, TopicId};
use domain::people::likened;
use domain::programmes::{About, Activity, Institution, Norm, Reference, Topic};
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
    /// By what else it is found: its title and topic in the other languages, its id.
    also: Vec<String>,
}

impl Item {
    fn new(href: String, title: &str) -> Self {
        let (place, about, query) = (String::new(), String::new(), String::new());
        Self { href, title: title.to_owned(), place, about, flags: Vec::new(), query, also: Vec::new() }
    }

    /// The same, found by a text in all its languages.
    fn of(href: String, text: &Text, language: &str) -> Self {
        Self { also: text.0.values().cloned().collect(), ..Self::new(href, text.get(language)) }
    }

    /// Whether each of the words looked for begins a word of its title, its topic or its kind.
    fn is_found_by(&self, looked_for: &[String], kind: &str) -> bool {
        let texts = [&self.title, &self.place].into_iter().chain(&self.also).map(String::as_str).chain([kind]);
        let mine: Vec<String> = texts.flat_map(words_of).collect();
        looked_for.iter().all(|word| mine.iter().any(|own| own.starts_with(word.as_str())))
    }
}

/// The words of a text as the eye compares them. An apostrophe belongs to its word.
fn words_of(text: &str) -> Vec<String> {
    let likened = likened(text);
    let words = likened.split(|c: char| !c.is_alphanumeric() && c != '\'');
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
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

/// What somebody finds of one topic beside its activities: address, title and kind of each.
pub fn sheets_of(
    w: &Words,
    programme: &LoadedProgramme,
    (base, topic): (&str, &Topic),
) -> Vec<(String, String, String)> {
    let (language, sheets) = (w.language(), &programme.sheets);
    let goes = |topics: &[TopicId]| topics.contains(&topic.id);
    let mut all = Vec::new();
    if let Some(aid) = &topic.job_aid {
        all.push((
            format!("{base}/topics/{}/job-aid", topic.id),
            aid.title.get(language).to_owned(),
            w.lesson_job_aid(),
        ));
    }
    if sheets.law(&topic.id).is_some() {
        all.push((format!("{base}/topics/{}/law", topic.id), w.library_law(), String::new()));
    }
    let mut add = |folder: &str, kind: String, (id, title): (&SheetId, &Text)| {
        all.push((format!("{base}/{folder}/{id}"), title.get(language).to_owned(), kind));
    };
    for it in sheets.role_plays.iter().map(|it| &it.about).filter(|it| goes(&it.topics)) {
        add("role-plays", w.library_role_play(), (&it.id, &it.title));
    }
    for it in sheets.interviews.iter().map(|it| &it.about).filter(|it| goes(&it.topics)) {
        add("interviews", w.library_interview(), (&it.id, &it.title));
    }
    for it in sheets.cases.iter().map(|it| &it.about).filter(|it| goes(&it.topics)) {
        add("cases", w.library_case(), (&it.id, &it.title));
    }
    for it in sheets.rubrics.iter().filter(|it| goes(&it.topics)) {
        add("rubrics", w.library_rubric(), (&it.id, &it.title));
    }
    for it in sheets.care.iter().filter(|it| goes(&it.topics)) {
        add("care", w.library_care_sheets(), (&it.id, &it.title));
    }
    let query = w.programme_topic_number(topic.number).replace(' ', "+");
    all.push((format!("{base}/library?q={query}"), w.topic_in_library(), String::new()));
    all
}

/// What a cohort's staff added; none where nothing is found.
fn documents_of(w: &Words, of: &CohortDocuments, asked: &str) -> Option<Shelf> {
    let looked_for = words_of(asked);
    let item = |it: &DocumentCard| {
        let topic = it.topic.as_ref().and_then(|topic| of.programme.topic(topic));
        let about = [words_for::document(w, it), it.note.clone()];
        Item {
            place: topic.map_or_else(String::new, |it| w.programme_topic(it.number, it.title.get(w.language()))),
            about: about.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(". "),
            ..Item::new(format!("/documents/{}/{}", it.document, it.number), &it.title)
        }
    };
    let items: Vec<Item> =
        of.documents.iter().map(item).filter(|it| it.is_found_by(&looked_for, &w.document_many())).collect();
    let title = w.library_many(items.len(), w.document_many());
    let title_of = w.document_of_cohort(of.cohort_name.as_str());
    (!items.is_empty()).then(|| Shelf { title: title_of, kinds: vec![Kind { title, items }] })
}

/// What of a programme is found; none where it is nothing.
fn shelf(sight: &InSight, programme: &LoadedProgramme, asked: &str) -> Option<Shelf> {
    let (w, looked_for) = (sight.w, words_of(asked));
    let mut kinds = of_topics(sight, programme);
    kinds.extend(of_programme(sight, programme));
    let found = kinds.into_iter().filter_map(|(title, mut items)| {
        // «juego de roles» finds what stands under «Juegos de roles»; a kind is found in both languages.
        let mixed = title == w.library_activities();
        let kind = if mixed { String::new() } else { format!("{title} {}", in_other_languages(w, &title)) };
        items.retain(|item| item.is_found_by(&looked_for, &kind));
        let title = w.library_many(items.len(), title);
        (!items.is_empty()).then_some(Kind { title, items })
    });
    let mut kinds: Vec<Kind> = found.collect();
    kinds.extend(glossary(sight, programme, asked));
    let title = programme.title.get(w.language()).to_owned();
    (!kinds.is_empty()).then_some(Shelf { title, kinds })
}

/// What a heading of the library is called in the other languages, and in the singular.
fn in_other_languages(w: &Words, title: &str) -> String {
    let names: [fn(&Words) -> [String; 2]; 7] = [
        |w| [w.library_guides(), w.library_guide()],
        |w| [w.library_job_aids(), w.lesson_job_aid()],
        |w| [w.library_role_plays(), w.library_role_play()],
        |w| [w.library_interviews(), w.library_interview()],
        |w| [w.library_cases(), w.library_case()],
        |w| [w.library_rubrics(), w.library_rubric()],
        |w| [w.library_care_sheets(), w.library_care_word()],
    ];
    let own = names.iter().find(|names| names(w)[0] == title);
    let everywhere = |names: &fn(&Words) -> [String; 2]| {
        words::languages().iter().flat_map(|code| names(words::in_language(code))).collect::<Vec<_>>().join(" ")
    };
    own.map(everywhere).unwrap_or_default()
}

/// What belongs to the topics, each with its topic.
fn of_topics(sight: &InSight, programme: &LoadedProgramme) -> Vec<(String, Vec<Item>)> {
    let (w, language, base) = (sight.w, sight.w.language(), &sight.base);
    let each = |items: &dyn Fn(&Topic) -> Vec<Item>| {
        let of_one = |topic: &Topic| {
            let place = w.programme_topic(topic.number, topic.title.get(language));
            let everywhere =
                |language: &&str| words::in_language(language).programme_topic(topic.number, topic.title.get(language));
            let also: Vec<String> = words::languages().iter().map(everywhere).chain([topic.id.to_string()]).collect();
            let placed = |item: Item| Item { place: place.clone(), also: [item.also, also.clone()].concat(), ..item };
            items(topic).into_iter().map(placed).collect::<Vec<_>>()
        };
        programme.topics.iter().flat_map(of_one).collect::<Vec<Item>>()
    };
    let activities = each(&|topic| {
        let read = programme.in_order().filter(|it| it.topic == topic.id && it.quiz().is_none());
        let item = |it: &Activity| {
            let mut item = Item::of(format!("{base}/activities/{}", it.id), &it.title, language);
            item.also.extend(words::languages().iter().map(|code| kind(words::in_language(code), it)));
            Item { about: it.summary.get(language).to_owned(), ..item }
        };
        read.map(item).collect()
    });
    let guides = each(&|topic| {
        let guide = topic.guide.as_ref().filter(|_| sight.reader != Reader::Learner);
        let item = |title: &Text| Item::of(format!("{base}/guides/{}", topic.id), title, language);
        guide.map(|guide| item(&guide.title)).into_iter().collect()
    });
    let aids = each(&|topic| {
        let item = |title: &Text| Item::of(format!("{base}/topics/{}/job-aid", topic.id), title, language);
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
            ..Item::of(format!("{base}/topics/{}/law#norm-{}", topic.id, at + 1), &norm.name, language)
        };
        norms.map(item).collect()
    });
    let institutions = each(&|topic| {
        let all = programme.sheets.law(&topic.id).into_iter().flat_map(|law| law.institutions.iter().enumerate());
        let item = |(at, it): (usize, &Institution)| Item {
            flags: law::to_confirm(w, it.review),
            ..Item::of(format!("{base}/topics/{}/law#office-{}", topic.id, at + 1), &it.name, language)
        };
        all.map(item).collect()
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
        (w.library_activities(), activities),
        (w.library_guides(), guides),
        (w.library_job_aids(), aids),
        (w.library_laws(), laws),
        (w.library_norms(), norms),
        (w.library_law_institutions(), institutions),
        (w.library_references(), references),
    ]
}

/// What belongs to no topic.
fn of_programme(sight: &InSight, programme: &LoadedProgramme) -> Vec<(String, Vec<Item>)> {
    let (w, language, sheets) = (sight.w, sight.w.language(), &programme.sheets);
    let item = |folder: &str, id: &SheetId, (title, summary): (&Text, &Text)| Item {
        about: summary.get(language).to_owned(),
        ..Item::of(format!("{}/{folder}/{id}", sight.base), title, language)
    };
    let placed = |item: Item, topics: &[TopicId]| Item {
        place: topics
            .iter()
            .filter_map(|id| programme.topic(id))
            .map(|it| w.programme_topic_number(it.number))
            .collect::<Vec<_>>()
            .join(" · "),
        ..item
    };
    let of =
        |folder: &str, about: &About| placed(item(folder, &about.id, (&about.title, &about.summary)), &about.topics);
    let care = sheets.care.iter().map(|it| placed(item("care", &it.id, (&it.title, &it.summary)), &it.topics));
    let rubrics = sheets.rubrics.iter().map(|it| placed(item("rubrics", &it.id, (&it.title, &it.summary)), &it.topics));
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
