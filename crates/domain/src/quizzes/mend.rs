//! Mending a question that people have met: what may be changed in it, and when the changed one is sound. What a person could
//! answer stays as it was, by its ids: only words, and what is right, are mended. It must not know how a page asks.

mod sound;

use super::{Accepted, Decimal, Feedback, GapKind, HotText, Item, Piece, Question, QuestionKind, pieces};
use crate::Text;
use crate::ids::ChoiceId;
use std::collections::{BTreeMap, BTreeSet};

/// The longest text of a question in one language, in characters.
pub const LONGEST: usize = 8_000;
/// How many accepted answers there may be.
pub const MOST_ACCEPTED: usize = 20;

/// Something of a question that can be mended, with what stands there now.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub spot: Spot,
    pub value: Value,
}

/// Where in a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The part of a vignette.
    pub part: Option<ChoiceId>,
    pub what: What,
    /// The choice, stem, item, gap or span, where there are several.
    pub id: Option<ChoiceId>,
    /// The choice of a gap.
    pub of: Option<ChoiceId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Stem,
    Passage,
    Tells,
    Criteria,
    /// Of a choice, option, item or matching stem.
    Words,
    /// What whoever chose it learns.
    Why,
    FeedbackRight,
    FeedbackPartly,
    FeedbackWrong,
    Right,
    Accepted,
    Number,
    Tolerance,
    Match,
    Place,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Words(Text),
    Right(bool),
    Accepted(Vec<Accepted>),
    Number(Decimal),
    /// The option that belongs to a stem, of these.
    Match(ChoiceId, Vec<Item>),
    /// The place in the right order, from 1, of so many.
    Place(usize, usize),
}

/// What is written for each spot, by [`Spot::path`]; for words by the path with a point and the language behind it. A spot that
/// is not there stays as it is, but for [`What::Right`]: one that is not there is not right.
pub type Written = BTreeMap<String, String>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub spot: Spot,
    pub why: FaultWhy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultWhy {
    Empty,
    TooLong,
    /// A gap or a marked word went missing, came twice or is new.
    Markers,
    NotANumber,
    Negative,
    /// One at least must be right, or exactly one where only one can be.
    NoneRight,
    /// One at least must not be right.
    AllRight,
    OneRight,
    /// Each line is an answer, with a bar and 0 to 100 behind it where it is not worth all; one is worth all.
    Accepted,
    NotOffered,
    Places,
    /// People could not tell it from another that is offered.
    SameWords,
    /// Another line decides already: they are compared without accents, capitals and marks around.
    SameAnswer,
    /// HTML, a picture, or a link that leads nowhere.
    Markup,
}

impl What {
    fn word(self) -> &'static str {
        match self {
            Self::Stem => "stem",
            Self::Passage => "passage",
            Self::Tells => "tells",
            Self::Criteria => "criteria",
            Self::Words => "words",
            Self::Why => "why",
            Self::FeedbackRight => "feedback-right",
            Self::FeedbackPartly => "feedback-partly",
            Self::FeedbackWrong => "feedback-wrong",
            Self::Right => "right",
            Self::Accepted => "accepted",
            Self::Number => "number",
            Self::Tolerance => "tolerance",
            Self::Match => "match",
            Self::Place => "place",
        }
    }

    /// Words that may be left empty.
    fn may_be_empty(self) -> bool {
        matches!(self, Self::Tells | Self::Why | Self::FeedbackRight | Self::FeedbackPartly | Self::FeedbackWrong)
    }
}

impl Spot {
    /// Its name in forms: `stem`, `right.a`, `p1/words.m2`.
    pub fn path(&self) -> String {
        let part = self.part.as_ref().map_or_else(String::new, |part| format!("{part}/"));
        let more = [&self.id, &self.of].into_iter().flatten().map(|id| format!(".{id}")).collect::<String>();
        format!("{part}{}{more}", self.what.word())
    }
}

/// A place in a question that can be written into.
enum Slot<'a> {
    Words(&'a mut Text),
    Right(&'a mut bool),
    Accepted(&'a mut Vec<Accepted>),
    Number(&'a mut Decimal),
    Match(&'a mut ChoiceId, Vec<Item>),
    /// The items of an ordering, whole.
    Order(&'a mut Vec<Item>),
}

type Slots<'a> = Vec<(Spot, Slot<'a>)>;

/// All that can be mended, in the order in which it stands in the question.
pub fn fields(question: &Question) -> Vec<Field> {
    let mut copy = question.clone();
    let mut fields = Vec::new();
    for (spot, slot) in slots(&mut copy) {
        let value = match slot {
            Slot::Words(text) => Value::Words(text.clone()),
            Slot::Right(right) => Value::Right(*right),
            Slot::Accepted(accepted) => Value::Accepted(accepted.clone()),
            Slot::Number(number) => Value::Number(*number),
            Slot::Match(option, options) => Value::Match(option.clone(), options),
            Slot::Order(items) => {
                for (place, item) in items.iter().enumerate() {
                    let value = Value::Place(place + 1, items.len());
                    fields.push(Field { spot: Spot { id: Some(item.id.clone()), ..spot.clone() }, value });
                }
                continue;
            }
        };
        fields.push(Field { spot, value });
    }
    fields
}

/// The question with what was written, or all that is not sound in it.
pub fn mended(question: &Question, written: &Written) -> Result<Question, Vec<Fault>> {
    let mut mended = question.clone();
    let mut faults = Vec::new();
    for (spot, slot) in slots(&mut mended) {
        let path = spot.path();
        let given = written.get(&path).map(|it| it.trim());
        let why = match slot {
            Slot::Words(text) => words(text, &spot, written),
            Slot::Right(right) => {
                *right = given.is_some();
                None
            }
            Slot::Accepted(accepted) => given.and_then(|given| accept(accepted, given)),
            Slot::Number(number) => given.and_then(|given| read_number(number, given, spot.what)),
            Slot::Match(option, options) => given.and_then(|given| {
                let found = options.iter().find(|it| it.id.as_str() == given);
                found.map(|found| *option = found.id.clone()).map_or(Some(FaultWhy::NotOffered), |()| None)
            }),
            Slot::Order(items) => order(items, &path, written),
        };
        faults.extend(why.map(|why| Fault { spot, why }));
    }
    sound::check(None, &mended.kind, &mut faults);
    if faults.is_empty() { Ok(mended) } else { Err(faults) }
}

fn slots(question: &mut Question) -> Slots<'_> {
    let mut all = vec![(spot(&None, What::Stem, None), Slot::Words(&mut question.stem))];
    of_kind(&None, &mut question.kind, &mut all);
    all
}

fn spot(part: &Option<ChoiceId>, what: What, id: Option<&ChoiceId>) -> Spot {
    Spot { part: part.clone(), what, id: id.cloned(), of: None }
}

fn of_kind<'a>(part: &Option<ChoiceId>, kind: &'a mut QuestionKind, all: &mut Slots<'a>) {
    let at = |what: What, id: &ChoiceId| spot(part, what, Some(id));
    match kind {
        QuestionKind::SingleChoice { choices }
        | QuestionKind::TrueFalse { choices }
        | QuestionKind::MultipleChoice { choices } => {
            for choice in choices {
                all.push((at(What::Words, &choice.id), Slot::Words(&mut choice.text)));
                all.push((at(What::Right, &choice.id), Slot::Right(&mut choice.right)));
                all.push((at(What::Why, &choice.id), Slot::Words(&mut choice.feedback)));
            }
        }
        QuestionKind::Matching(it) => {
            let options = it.options.clone();
            for stem in &mut it.stems {
                all.push((at(What::Words, &stem.id), Slot::Words(&mut stem.text)));
                all.push((at(What::Match, &stem.id), Slot::Match(&mut stem.matches, options.clone())));
            }
            for option in &mut it.options {
                all.push((at(What::Words, &option.id), Slot::Words(&mut option.text)));
            }
            of_feedback(part, &mut it.feedback, all);
        }
        QuestionKind::Ordering(it) => {
            all.push((spot(part, What::Place, None), Slot::Order(&mut it.items)));
            of_feedback(part, &mut it.feedback, all);
        }
        QuestionKind::ShortAnswer(it) => {
            all.push((spot(part, What::Accepted, None), Slot::Accepted(&mut it.accepted)));
            of_feedback(part, &mut it.feedback, all);
        }
        QuestionKind::Numeric(it) => {
            all.push((spot(part, What::Number, None), Slot::Number(&mut it.value)));
            all.push((spot(part, What::Tolerance, None), Slot::Number(&mut it.tolerance)));
            of_feedback(part, &mut it.feedback, all);
        }
        QuestionKind::Cloze(it) => {
            for gap in &mut it.gaps {
                match &mut gap.wants {
                    GapKind::Text { accepted } => {
                        all.push((at(What::Accepted, &gap.id), Slot::Accepted(accepted)));
                    }
                    GapKind::Choice { choices } => {
                        for choice in choices {
                            let within =
                                |what, of: &ChoiceId| Spot { of: Some(of.clone()), ..spot(part, what, Some(&gap.id)) };
                            all.push((within(What::Words, &choice.id), Slot::Words(&mut choice.text)));
                            all.push((within(What::Right, &choice.id), Slot::Right(&mut choice.right)));
                        }
                    }
                    GapKind::Number { value, tolerance } => {
                        all.push((at(What::Number, &gap.id), Slot::Number(value)));
                        all.push((at(What::Tolerance, &gap.id), Slot::Number(tolerance)));
                    }
                }
            }
            of_feedback(part, &mut it.feedback, all);
        }
        QuestionKind::HotText(HotText { passage, spans, feedback }) => {
            all.push((spot(part, What::Passage, None), Slot::Words(passage)));
            for span in spans {
                all.push((at(What::Right, &span.id), Slot::Right(&mut span.right)));
                all.push((at(What::Why, &span.id), Slot::Words(&mut span.feedback)));
            }
            of_feedback(part, feedback, all);
        }
        QuestionKind::Vignette(it) => {
            for inner in &mut it.parts {
                let id = Some(inner.id.clone());
                all.push((spot(&id, What::Tells, None), Slot::Words(&mut inner.tells)));
                all.push((spot(&id, What::Stem, None), Slot::Words(&mut inner.stem)));
                of_kind(&id, &mut inner.kind, all);
            }
        }
        QuestionKind::Open(it) => all.push((spot(part, What::Criteria, None), Slot::Words(&mut it.criteria))),
    }
}

fn of_feedback<'a>(part: &Option<ChoiceId>, feedback: &'a mut Feedback, all: &mut Slots<'a>) {
    all.push((spot(part, What::FeedbackRight, None), Slot::Words(&mut feedback.right)));
    all.push((spot(part, What::FeedbackPartly, None), Slot::Words(&mut feedback.partly)));
    all.push((spot(part, What::FeedbackWrong, None), Slot::Words(&mut feedback.wrong)));
}

fn words(text: &mut Text, spot: &Spot, written: &Written) -> Option<FaultWhy> {
    let path = spot.path();
    let mut why = None;
    for (language, words) in &mut text.0 {
        let Some(given) = written.get(&format!("{path}.{language}")) else { continue };
        let given = given.replace("\r\n", "\n").trim().to_owned();
        if given == words.trim() {
            continue;
        }
        let fault = if given.is_empty() && !spot.what.may_be_empty() {
            Some(FaultWhy::Empty)
        } else if given.chars().count() > LONGEST {
            Some(FaultWhy::TooLong)
        } else {
            (markers(&given) != markers(words)).then_some(FaultWhy::Markers)
        };
        why = why.or(fault);
        *words = given;
    }
    why
}

/// The gaps and the markable words of a text by their ids, each as often as it stands there. What is written otherwise between
/// brackets is none: a person could neither fill nor mark it.
fn markers(text: &str) -> Vec<(bool, &str)> {
    let marker = |piece| match piece {
        Piece::Gap(id) => Some((true, id)),
        Piece::Span { id, .. } => Some((false, id)),
        Piece::Words(_) => None,
    };
    let mut found: Vec<_> = pieces(text).into_iter().filter_map(marker).collect();
    found.sort_unstable();
    found
}

fn read_number(number: &mut Decimal, given: &str, what: What) -> Option<FaultWhy> {
    match given.parse::<Decimal>() {
        Err(_) => Some(FaultWhy::NotANumber),
        Ok(read) if what == What::Tolerance && read.is_negative() => Some(FaultWhy::Negative),
        Ok(read) => {
            *number = read;
            None
        }
    }
}

/// A line each: `hemorragia`, or `sangrado | 50`. A text that was there keeps what is said of it.
fn accept(accepted: &mut Vec<Accepted>, given: &str) -> Option<FaultWhy> {
    let mut anew: Vec<Accepted> = Vec::new();
    for line in given.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (text, credit) = match line.rsplit_once('|') {
            Some((text, credit)) => (text.trim(), credit.trim().trim_end_matches('%').trim().parse::<u8>().ok()),
            None => (line, Some(100)),
        };
        let Some(credit) = credit.filter(|it| *it <= 100) else { return Some(FaultWhy::Accepted) };
        if text.is_empty() || text.chars().count() > super::LONGEST_SHORT {
            return Some(FaultWhy::Accepted);
        }
        let feedback = accepted.iter().find(|it| it.text == text).map(|it| it.feedback.clone()).unwrap_or_default();
        anew.push(Accepted { text: text.to_owned(), credit, feedback });
    }
    let sound = (1..=MOST_ACCEPTED).contains(&anew.len()) && anew.iter().any(|it| it.credit == 100);
    *accepted = anew;
    (!sound).then_some(FaultWhy::Accepted)
}

fn order(items: &mut [Item], path: &str, written: &Written) -> Option<FaultWhy> {
    let place = |item: &Item| written.get(&format!("{path}.{}", item.id)).map(|it| it.trim().parse::<usize>().ok());
    if items.iter().all(|item| place(item).is_none()) {
        return None;
    }
    let places: Vec<Option<usize>> = items.iter().map(|item| place(item).flatten()).collect();
    let each: BTreeSet<usize> = places.iter().flatten().copied().collect();
    if each != (1..=items.len()).collect() {
        return Some(FaultWhy::Places);
    }
    items.sort_by_cached_key(|item| place(item).flatten());
    None
}

#[cfg(test)]
mod tests;
