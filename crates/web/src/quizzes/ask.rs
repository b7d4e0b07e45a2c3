//! A question as a form asks it, the same on every page and on the phone: one template a kind. Nothing here reads what is right.

use super::fields::{self, ANSWER, Fields, value, within};
use super::in_words::{Line, Telling};
use super::places;
use crate::page::block;
use app::learning::LoadedProgramme;
use askama::Template;
use domain::ids::{ActivityId, AttemptId, ChoiceId};
use domain::quizzes::marking::reading_key;
use domain::quizzes::{
    Answer, Choice, Cloze, GapKind, HotText, Item, Matching, Numeric, Ordering, Part, Piece, Question, QuestionKind,
    Shuffle, Vignette, first_order, shuffled,
};
use words::Words;

/// What a number looks like to a browser; the server reads it more strictly.
const NUMBER: &str = r"\s*[+\-−]?[\d\s]*([.,]\d*)?\s*";

/// Where a question is asked.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    pub w: &'static Words,
    pub programme: &'a LoadedProgramme,
    pub activity: &'a ActivityId,
    pub shuffle: Shuffle,
    /// None on a phone that has yet to begin one: then the script puts things in their order, and all parts are there.
    pub attempt: Option<AttemptId>,
    /// What the names of its fields begin with: [`ANSWER`], or more where several questions share a form.
    pub named: &'a str,
}

/// One question, or a part of one.
struct At<'q> {
    /// The question's id, and the part's: under it the rendered texts are kept.
    key: String,
    name: String,
    kind: &'q QuestionKind,
    /// A lone field of a question has to be filled before the form goes.
    required: bool,
}

#[derive(Template)]
#[template(path = "learner/kinds/group.html")]
struct Group {
    stem: String,
    hint: String,
    body: String,
}

#[derive(Template)]
#[template(path = "learner/kinds/choices.html")]
struct Choices {
    /// Under which name they are mixed, for the script of a phone; empty where they never are.
    mixed: String,
    input: &'static str,
    name: String,
    required: bool,
    choices: Vec<Mark>,
}

/// Something that is offered, chosen or not.
struct Mark {
    id: String,
    text: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "learner/kinds/matching.html")]
struct Pairs {
    mixed: String,
    w: &'static Words,
    stems: Vec<Pair>,
}

struct Pair {
    name: String,
    text: String,
    options: Vec<Mark>,
}

#[derive(Template)]
#[template(path = "learner/kinds/ordering.html")]
struct Order {
    key: String,
    w: &'static Words,
    rows: Vec<Row>,
    moved: String,
}

struct Row {
    id: String,
    name: String,
    text: String,
    place: usize,
}

#[derive(Template)]
#[template(path = "learner/kinds/short.html")]
struct Short {
    w: &'static Words,
    name: String,
    value: String,
    required: bool,
}

#[derive(Template)]
#[template(path = "learner/kinds/number.html")]
struct Number {
    w: &'static Words,
    name: String,
    value: String,
    required: bool,
    unit: String,
    unit_name: String,
    units: Vec<Mark>,
}

#[derive(Template)]
#[template(path = "learner/kinds/open.html")]
struct Open {
    w: &'static Words,
    name: String,
    value: String,
    required: bool,
    longest: u16,
}

#[derive(Template)]
#[template(path = "learner/kinds/prose.html")]
struct Prose {
    html: String,
}

#[derive(Template)]
#[template(path = "learner/kinds/gap.html")]
struct GapField {
    mixed: String,
    hint: String,
    label: String,
    name: String,
    value: String,
    is_number: bool,
    choices: Vec<Mark>,
    choose: String,
}

#[derive(Template)]
#[template(path = "learner/kinds/hot.html")]
struct Hot<'t> {
    name: &'t str,
    id: &'t str,
    words: &'t str,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "learner/kinds/vignette.html")]
struct Unfolding {
    w: &'static Words,
    stem: String,
    parts: Vec<PartView>,
}

struct PartView {
    id: String,
    part_of: String,
    tells: String,
    /// The fields; of a part that stands its stem alone.
    asked: String,
    stands: Option<Vec<Line>>,
    /// Kept back until the part before is answered: on the phone, whose script shows it.
    folded: bool,
}

impl Asking<'_> {
    /// What stands in the form, but for the buttons. `fields` is what is marked and written; `standing` what the server has.
    pub fn html(&self, question: &Question, fields: &[(String, String)], standing: Option<&Answer>) -> String {
        let alone = self.named == ANSWER;
        let at = At { key: question.id.to_string(), name: self.named.into(), kind: &question.kind, required: alone };
        let named = |(name, value): &(String, String)| (name.replacen(ANSWER, self.named, 1), value.clone());
        let fields: Fields = fields.iter().map(named).collect();
        match &question.kind {
            QuestionKind::Vignette(vignette) => self.unfolding((question, vignette), &fields, standing),
            _ => self.group(&at, &fields),
        }
    }

    fn stem(&self, key: &str) -> &str {
        self.programme.stem_html(self.activity.as_str(), key, self.w.language()).unwrap_or_default()
    }

    fn group(&self, at: &At<'_>, fields: &[(String, String)]) -> String {
        let w = self.w;
        let (hint, body) = match at.kind {
            QuestionKind::SingleChoice { choices } | QuestionKind::TrueFalse { choices } => {
                (String::new(), self.choices(at, ("radio", choices), fields))
            }
            QuestionKind::MultipleChoice { choices } => {
                (w.quiz_hint_multiple(), self.choices(at, ("checkbox", choices), fields))
            }
            QuestionKind::Matching(matching) => (w.quiz_hint_matching(), self.matching(at, matching, fields)),
            QuestionKind::Ordering(ordering) => (w.quiz_hint_ordering(), self.ordering(at, ordering, fields)),
            QuestionKind::ShortAnswer(_) => (w.quiz_hint_short(), self.short(at, fields)),
            QuestionKind::Numeric(numeric) => (w.quiz_hint_number(), self.number(at, numeric, fields)),
            QuestionKind::Open(open) => (w.quiz_hint_open(), self.open(at, open.longest, fields)),
            QuestionKind::HotText(text) => (w.quiz_hint_hot(), self.hot(at, text, fields)),
            // The text with its gaps is what is asked.
            QuestionKind::Cloze(cloze) => {
                let body = self.cloze(at, cloze, fields);
                return block(Group { stem: w.quiz_hint_cloze(), hint: String::new(), body });
            }
            // A part is no vignette.
            QuestionKind::Vignette(_) => (String::new(), String::new()),
        };
        block(Group { stem: self.stem(&at.key).to_owned(), hint, body })
    }

    /// In the order of this attempt, where the quiz has them shuffled.
    fn in_order<'c, T>(&self, key: &str, all: &'c [T], id: impl Fn(&T) -> &ChoiceId) -> Vec<&'c T> {
        match self.attempt.filter(|_| self.shuffle.choices()) {
            Some(attempt) => shuffled(attempt, key, all, id),
            None => all.iter().collect(),
        }
    }

    fn choices(&self, at: &At<'_>, (input, choices): (&'static str, &[Choice]), fields: &[(String, String)]) -> String {
        // True comes before false wherever one reads it.
        let order = match at.kind {
            QuestionKind::TrueFalse { .. } => choices.iter().collect(),
            _ => self.in_order(&at.key, choices, |choice| &choice.id),
        };
        let mark = |choice: &Choice| Mark {
            id: choice.id.to_string(),
            text: choice.text.get(self.w.language()).to_owned(),
            chosen: fields::has(fields, &at.name, choice.id.as_str()),
        };
        let choices = order.into_iter().map(mark).collect();
        let mixed = match at.kind {
            QuestionKind::TrueFalse { .. } => String::new(),
            _ => at.key.clone(),
        };
        block(Choices { mixed, input, name: at.name.clone(), required: at.required && input == "radio", choices })
    }

    fn item(&self, item: &Item, chosen: &str) -> Mark {
        let text = item.text.get(self.w.language()).to_owned();
        Mark { id: item.id.to_string(), text, chosen: item.id.as_str() == chosen }
    }

    fn matching(&self, at: &At<'_>, matching: &Matching, fields: &[(String, String)]) -> String {
        // Mixed in any case: authors write the options as they belong to the stems.
        let seed = self.attempt.filter(|_| self.shuffle.choices()).unwrap_or(AttemptId(uuid::Uuid::nil()));
        let options = shuffled(seed, &at.key, &matching.options, |option| &option.id);
        let pair = |stem: &domain::quizzes::MatchStem| {
            let name = within(&at.name, stem.id.as_str());
            let chosen = value(fields, &name);
            Pair {
                text: stem.text.get(self.w.language()).to_owned(),
                options: options.iter().map(|option| self.item(option, chosen)).collect(),
                name,
            }
        };
        block(Pairs { mixed: at.key.clone(), w: self.w, stems: matching.stems.iter().map(pair).collect() })
    }

    fn ordering(&self, at: &At<'_>, ordering: &Ordering, fields: &[(String, String)]) -> String {
        let language = self.w.language();
        let attempt = self.attempt.unwrap_or(AttemptId(uuid::Uuid::nil()));
        let mut order = first_order(attempt, &at.key, ordering);
        let all = order.len();
        // As she has put them; what she has not placed stays behind, in the first order.
        let place = |id: &ChoiceId| value(fields, &within(&at.name, id.as_str())).trim().parse().unwrap_or(all);
        order.sort_by_key(place);
        let row = |(index, id): (usize, &ChoiceId)| {
            let item = ordering.items.iter().find(|item| item.id == *id)?;
            let text = item.text.get(language).to_owned();
            Some(Row { name: within(&at.name, id.as_str()), id: id.to_string(), text, place: index + 1 })
        };
        let rows: Vec<Row> = order.iter().enumerate().filter_map(row).collect();
        block(Order { key: at.key.clone(), w: self.w, moved: self.w.quiz_moved("{all}", "{item}", "{place}"), rows })
    }

    fn short(&self, at: &At<'_>, fields: &[(String, String)]) -> String {
        let value = value(fields, &at.name).to_owned();
        block(Short { w: self.w, name: at.name.clone(), value, required: at.required })
    }

    fn number(&self, at: &At<'_>, numeric: &Numeric, fields: &[(String, String)]) -> String {
        let unit_name = within(&at.name, "unit");
        let chosen = value(fields, &unit_name);
        let unit = |unit: &domain::quizzes::Unit| Mark {
            id: unit.name.clone(),
            text: unit.name.clone(),
            chosen: unit.name == chosen,
        };
        let units: Vec<Mark> = numeric.units.iter().map(unit).collect();
        block(Number {
            w: self.w,
            name: at.name.clone(),
            value: value(fields, &at.name).to_owned(),
            required: at.required,
            unit: if let [only] = units.as_slice() { only.text.clone() } else { String::new() },
            units: if units.len() > 1 { units } else { Vec::new() },
            unit_name,
        })
    }

    fn open(&self, at: &At<'_>, longest: u16, fields: &[(String, String)]) -> String {
        let value = value(fields, &at.name).to_owned();
        block(Open { w: self.w, name: at.name.clone(), value, required: at.required, longest })
    }

    fn cloze(&self, at: &At<'_>, cloze: &Cloze, fields: &[(String, String)]) -> String {
        let mut number = 0;
        let html = places::filled(self.stem(&at.key), |piece| {
            let Piece::Gap(id) = piece else { return None };
            let gap = cloze.gaps.iter().find(|gap| gap.id.as_str() == id)?;
            number += 1;
            let name = within(&at.name, id);
            let given = value(fields, &name).to_owned();
            let choices = match &gap.wants {
                GapKind::Choice { choices } => {
                    let order = self.in_order(&format!("{}/{id}", at.key), choices, |choice| &choice.id);
                    let mark = |choice: &&domain::quizzes::GapChoice| Mark {
                        id: choice.id.to_string(),
                        text: choice.text.get(self.w.language()).to_owned(),
                        chosen: choice.id.as_str() == given,
                    };
                    order.iter().map(mark).collect()
                }
                _ => Vec::new(),
            };
            Some(block(GapField {
                mixed: format!("{}/{id}", at.key),
                hint: self.w.quiz_hint_number(),
                label: self.w.quiz_gap(number),
                is_number: matches!(gap.wants, GapKind::Number { .. }),
                choose: self.w.quiz_choose(),
                value: given,
                choices,
                name,
            }))
        });
        block(Prose { html })
    }

    fn hot(&self, at: &At<'_>, text: &HotText, fields: &[(String, String)]) -> String {
        let language = self.w.language();
        let passage = self.programme.passage_html(self.activity.as_str(), &at.key, language).unwrap_or_default();
        let html = places::filled(passage, |piece| {
            let Piece::Span { id, words } = piece else { return None };
            text.spans.iter().find(|span| span.id.as_str() == id)?;
            let chosen = fields::has(fields, &at.name, id);
            Some(block(Hot { name: &at.name, id, words, chosen }))
        });
        block(Prose { html })
    }

    fn unfolding(
        &self,
        (question, vignette): (&Question, &Vignette),
        fields: &[(String, String)],
        standing: Option<&Answer>,
    ) -> String {
        let given = match standing {
            Some(Answer::Parts(parts)) => Some(parts),
            _ => None,
        };
        let answer = |part: &Part| given.and_then(|given| given.get(&part.id));
        let all = vignette.parts.len();
        let shown = given.map_or(1, |given| vignette.shown(given));
        let unfolded = if self.attempt.is_some() { shown } else { all };
        let view = |(place, part): (usize, &Part)| {
            let key = reading_key(question.id.as_str(), Some(&part.id));
            // What the part behind it tells would answer it anew.
            let stands = answer(part).filter(|_| place + 1 < shown).map(|answer| {
                let telling = Telling { w: self.w, programme: self.programme, activity: self.activity };
                telling.part(&key, &part.kind, answer)
            });
            let at = At { name: within(self.named, part.id.as_str()), kind: &part.kind, required: false, key };
            PartView {
                id: part.id.to_string(),
                part_of: self.w.quiz_part_of(all, place + 1),
                tells: self.tells(&at.key),
                asked: if stands.is_some() { self.stem(&at.key).to_owned() } else { self.group(&at, fields) },
                stands,
                folded: self.attempt.is_none() && place > 0,
            }
        };
        let parts = vignette.parts.iter().take(unfolded).enumerate().map(view).collect();
        block(Unfolding { w: self.w, stem: self.stem(question.id.as_str()).to_owned(), parts })
    }

    fn tells(&self, key: &str) -> String {
        let told = self.programme.tells_html(self.activity.as_str(), key, self.w.language());
        told.unwrap_or_default().to_owned()
    }
}

/// What stands in the fields of a question: the answer that the server has, unless the question offers it no longer.
pub fn standing_fields(question: &Question, answer: Option<&Answer>) -> Fields {
    let offered = answer.filter(|answer| answer.fits(&question.kind));
    offered.map_or_else(Fields::new, |answer| fields::write(&question.kind, answer))
}
