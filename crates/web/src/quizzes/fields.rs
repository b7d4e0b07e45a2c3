//! An answer as the fields of a form, and back. The names are said in docs/protocol.md: `answer`, or `answer.` and the path of what
//! is answered. It must not know whether an answer is right, nor whether it is offered.

use domain::ids::{ChoiceId, QuestionId};
use domain::quizzes::{Answer, QuestionKind};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::fmt;

/// What every field of an answer begins with.
pub const ANSWER: &str = "answer";

/// What the fields of an answer begin with in a form of several questions: `t5-q-01.answer`.
pub fn shared(question: &QuestionId) -> String {
    within(question.as_str(), ANSWER)
}

/// The answers in such a form, by question, each with its fields as its own form has them.
pub fn by_question(form: &[(String, String)]) -> Vec<(QuestionId, Fields)> {
    let mut all: Vec<(QuestionId, Fields)> = Vec::new();
    for (name, value) in form {
        let Some((question, name)) = name.split_once('.').filter(|(_, own)| own.starts_with(ANSWER)) else { continue };
        let field = (name.to_owned(), value.clone());
        match all.iter_mut().find(|(known, _)| known.as_str() == question) {
            Some((_, fields)) => fields.push(field),
            None => all.push((question.into(), vec![field])),
        }
    }
    all
}

/// Names and values in the order of the form; a name may come several times.
pub type Fields = Vec<(String, String)>;

/// A form's own fields where their names are not known beforehand.
pub struct Pairs(pub Fields);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(form: D) -> Result<Self, D::Error> {
        form.deserialize_map(ReadPairs).map(Self)
    }
}

struct ReadPairs;

impl<'de> Visitor<'de> for ReadPairs {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the fields of a form")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut form: A) -> Result<Fields, A::Error> {
        let mut fields = Fields::new();
        // A name that comes again is no fault: that is how several choices are sent.
        while let Some(field) = form.next_entry()? {
            fields.push(field);
        }
        Ok(fields)
    }
}

/// What is written in a field; empty where nothing is. Of several the first.
pub fn value<'f>(fields: &'f [(String, String)], name: &str) -> &'f str {
    fields.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
}

/// Whether that is one of the values of a field.
pub fn has(fields: &[(String, String)], name: &str, value: &str) -> bool {
    fields.iter().any(|(found, given)| found == name && given == value)
}

/// The name of a field within another: `answer.p1` and `s` is `answer.p1.s`.
pub fn within(name: &str, id: &str) -> String {
    format!("{name}.{id}")
}

/// The answer in the fields of a form; none where all of them are blank. What a question does not offer is read as it stands, and
/// refused by the question itself.
pub fn read(kind: &QuestionKind, fields: &[(String, String)]) -> Option<Answer> {
    read_at(ANSWER, kind, fields)
}

fn read_at(name: &str, kind: &QuestionKind, fields: &[(String, String)]) -> Option<Answer> {
    let all = || fields.iter().filter(|(found, value)| found == name && !is_blank(value)).map(|(_, value)| value);
    let ids = || all().map(|id| ChoiceId(id.clone()));
    let under = || {
        let inner = |(found, value): &(String, String)| Some((below(found, name)?.to_owned(), value.clone()));
        fields.iter().filter_map(inner)
    };
    let filled = || under().filter(|(_, value)| !is_blank(value));
    let some = |answer, is_empty: bool| (!is_empty).then_some(answer);
    match kind {
        QuestionKind::SingleChoice { .. } | QuestionKind::TrueFalse { .. } => ids().next().map(Answer::Choice),
        QuestionKind::MultipleChoice { .. } | QuestionKind::HotText(_) => {
            let marked = ids().collect();
            some(Answer::Choices(marked), all().next().is_none())
        }
        QuestionKind::ShortAnswer(_) | QuestionKind::Open(_) => all().next().map(|text| Answer::Text(lines(text))),
        QuestionKind::Numeric(_) => all().next().map(|number| Answer::Number {
            number: number.clone(),
            unit: value(fields, &within(name, "unit")).to_owned(),
        }),
        QuestionKind::Matching(_) => {
            let pairs: BTreeMap<ChoiceId, ChoiceId> =
                filled().map(|(stem, it)| (ChoiceId(stem), ChoiceId(it))).collect();
            let none = pairs.is_empty();
            some(Answer::Matches(pairs), none)
        }
        QuestionKind::Cloze(_) => {
            let gaps: BTreeMap<ChoiceId, String> = filled().map(|(gap, given)| (ChoiceId(gap), given)).collect();
            let none = gaps.is_empty();
            some(Answer::Gaps(gaps), none)
        }
        QuestionKind::Ordering(_) => {
            // Of two with one place the one that stands first in the form comes first: the sort keeps their order.
            let placed = filled().filter_map(|(item, place)| Some((place.trim().parse::<u16>().ok()?, ChoiceId(item))));
            let mut placed: Vec<(u16, ChoiceId)> = placed.collect();
            placed.sort_by_key(|(place, _)| *place);
            some(Answer::Order(placed.into_iter().map(|(_, item)| item).collect()), filled().next().is_none())
        }
        QuestionKind::Vignette(vignette) => {
            let part = |part: &domain::quizzes::Part| {
                Some((part.id.clone(), read_at(&within(name, part.id.as_str()), &part.kind, fields)?))
            };
            let parts: BTreeMap<ChoiceId, Answer> = vignette.parts.iter().filter_map(part).collect();
            let none = parts.is_empty();
            some(Answer::Parts(parts), none)
        }
    }
}

/// The fields without which something of an answer is left to give.
pub fn needs(kind: &QuestionKind) -> Vec<String> {
    let mut names = Vec::new();
    needs_at(ANSWER, kind, &mut names);
    names
}

fn needs_at(name: &str, kind: &QuestionKind, names: &mut Vec<String>) {
    match kind {
        QuestionKind::Matching(it) => names.extend(it.stems.iter().map(|stem| within(name, stem.id.as_str()))),
        QuestionKind::Ordering(it) => names.extend(it.items.iter().map(|item| within(name, item.id.as_str()))),
        QuestionKind::Cloze(it) => names.extend(it.gaps.iter().map(|gap| within(name, gap.id.as_str()))),
        QuestionKind::Vignette(it) => {
            it.parts.iter().for_each(|part| needs_at(&within(name, part.id.as_str()), &part.kind, names));
        }
        _ => names.push(name.to_owned()),
    }
}

/// The fields that read as this answer, in the order of the form.
pub fn write(kind: &QuestionKind, answer: &Answer) -> Fields {
    let mut fields = Fields::new();
    write_at(ANSWER.to_owned(), kind, answer, &mut fields);
    fields
}

fn write_at(name: String, kind: &QuestionKind, answer: &Answer, fields: &mut Fields) {
    match answer {
        Answer::Choice(id) => fields.push((name, id.to_string())),
        Answer::Choices(marked) => fields.extend(marked.iter().map(|id| (name.clone(), id.to_string()))),
        Answer::Matches(pairs) => {
            fields.extend(pairs.iter().map(|(stem, it)| (within(&name, stem.as_str()), it.to_string())));
        }
        Answer::Order(order) => {
            let placed = order.iter().enumerate();
            fields.extend(placed.map(|(index, item)| (within(&name, item.as_str()), (index + 1).to_string())));
        }
        Answer::Text(text) => fields.push((name, text.clone())),
        Answer::Number { number, unit } => {
            let unit = (!unit.is_empty()).then(|| (within(&name, "unit"), unit.clone()));
            fields.push((name, number.clone()));
            fields.extend(unit);
        }
        Answer::Gaps(gaps) => {
            fields.extend(gaps.iter().map(|(gap, given)| (within(&name, gap.as_str()), given.clone())));
        }
        Answer::Parts(parts) => {
            let QuestionKind::Vignette(vignette) = kind else { return };
            for part in &vignette.parts {
                if let Some(answer) = parts.get(&part.id) {
                    write_at(within(&name, part.id.as_str()), &part.kind, answer, fields);
                }
            }
        }
    }
}

/// The one step of a name below another; none where it is another's, or deeper.
fn below<'n>(found: &'n str, name: &str) -> Option<&'n str> {
    found.strip_prefix(name)?.strip_prefix('.').filter(|rest| !rest.is_empty() && !rest.contains('.'))
}

fn is_blank(value: &str) -> bool {
    value.trim().is_empty()
}

/// A form without script ends its lines in two characters; so that the same text is the same answer.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// As they stand in an attribute of the page, for the script: `answer=a&answer=c`.
pub fn encoded(fields: &[(String, String)]) -> String {
    let encode = |text: &str| -> String {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'*');
        text.bytes()
            .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
            .collect()
    };
    fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::extract::FromRequest;
    use domain::quizzes::any::{any_answered, any_kind};
    use proptest::prelude::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    proptest! {
        #[test]
        fn what_is_written_into_a_form_reads_as_the_same_answer((kind, answer) in any_answered()) {
            prop_assert!(answer.fits(&kind));
            prop_assert_eq!(read(&kind, &write(&kind, &answer)), Some(answer));
        }

        #[test]
        fn an_answer_is_whole_when_every_field_that_it_needs_is_filled((kind, answer) in any_answered()) {
            let written = write(&kind, &answer);
            let whole = needs(&kind).iter().all(|name| !is_blank(value(&written, name)));
            prop_assert_eq!(whole, answer.is_complete(&kind));
        }

        #[test]
        fn through_the_line_too((kind, answer) in any_answered()) {
            let sent = encoded(&write(&kind, &answer));
            let request = axum::http::Request::post("/").header("content-type", "application/x-www-form-urlencoded");
            let request = request.body(axum::body::Body::from(sent)).expect("a request");
            let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
            let form = axum::Form::<Pairs>::from_request(request, &());
            let axum::Form(Pairs(read_back)) = runtime.block_on(form).expect("a form");
            prop_assert_eq!(read(&kind, &read_back), Some(answer));
        }

        #[test]
        fn no_form_breaks_it(kind in any_kind(), pairs in proptest::collection::vec(("answer(\\.[a-z0-9]{1,2}){0,3}", ".{0,9}"), 0..9)) {
            let answer = read(&kind, &pairs);
            if let Some(answer) = answer {
                // Offered or not: it is told, and nothing of it is lost on the way back into the form.
                let _ = answer.fits(&kind);
                let again = read(&kind, &write(&kind, &answer));
                prop_assert!(again.is_none_or(|again| again == answer));
            }
        }

        #[test]
        fn blank_fields_are_no_answer((kind, answer) in any_answered(), blank in "[ \t\r\n]{0,3}") {
            let pairs: Fields = write(&kind, &answer).into_iter().map(|(name, _)| (name, blank.clone())).collect();
            prop_assert_eq!(read(&kind, &pairs), None);
        }
    }

    #[test]
    fn two_items_with_one_place_keep_the_order_of_the_form() {
        let kind = QuestionKind::Ordering(domain::quizzes::Ordering { items: vec![], feedback: Default::default() });
        let order = |pairs| match read(&kind, &fields(pairs)) {
            Some(Answer::Order(order)) => order.iter().map(ToString::to_string).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        assert_eq!(order(&[("answer.c", "2"), ("answer.a", "2"), ("answer.b", "1")]), ["b", "c", "a"]);
        assert_eq!(order(&[("answer.c", "first"), ("answer.a", "1")]), ["a"], "and the question refuses it");
    }

    #[test]
    fn an_open_answer_keeps_its_lines_and_one_command_one_answer() {
        let kind = QuestionKind::Open(domain::quizzes::Open { longest: 100, criteria: Default::default() });
        assert_eq!(read(&kind, &fields(&[("answer", "uno\r\ndos")])), Some(Answer::Text("uno\ndos".into())));
    }
}
