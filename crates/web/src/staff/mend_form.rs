//! The form in which a question is mended: a field for all that may be changed, with what stands there or was written, and what
//! is wrong with it. It must not know what may be changed: `domain` says.

use super::answers;
use domain::Text;
use domain::ids::ChoiceId;
use domain::quizzes::mend::{Fault, FaultWhy, Field, Spot, Value, What, Written, fields};
use domain::quizzes::{GapKind, Question, QuestionKind};
use words::Words;

/// Fields that belong together.
pub struct Group {
    pub legend: String,
    pub inputs: Vec<Input>,
}

pub struct Input {
    pub name: String,
    /// What the label and the words about it are tied by.
    pub id: String,
    pub label: String,
    pub hint: String,
    pub problem: String,
    pub kind: InputKind,
}

pub enum InputKind {
    /// The language of the words.
    Area {
        value: String,
        rows: u8,
        language: String,
    },
    Line {
        value: String,
    },
    Check {
        checked: bool,
    },
    Select {
        options: Vec<SelectOption>,
    },
}

pub struct SelectOption {
    pub value: String,
    pub words: String,
    pub chosen: bool,
}

pub fn groups(w: &Words, question: &Question, written: Option<&Written>, faults: &[Fault]) -> Vec<Group> {
    let mut groups: Vec<(String, Group)> = Vec::new();
    for field in fields(question) {
        let (key, legend) = group(w, question, &field.spot);
        let inputs = inputs(w, &field, written, faults);
        match groups.last_mut().filter(|(last, _)| *last == key) {
            Some((_, group)) => group.inputs.extend(inputs),
            None => groups.push((key, Group { legend, inputs })),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Of the question, or of the part of a vignette in which the spot is.
fn kind_at<'q>(question: &'q Question, spot: &Spot) -> &'q QuestionKind {
    let QuestionKind::Vignette(vignette) = &question.kind else { return &question.kind };
    let part = vignette.parts.iter().find(|part| Some(&part.id) == spot.part.as_ref());
    part.map_or(&question.kind, |part| &part.kind)
}

/// A part as people count them; its id where it is there no more.
fn part_place(question: &Question, part: &ChoiceId) -> String {
    let QuestionKind::Vignette(vignette) = &question.kind else { return part.to_string() };
    let place = vignette.parts.iter().position(|it| it.id == *part);
    place.map_or_else(|| part.to_string(), |place| (place + 1).to_string())
}

/// A choice, stem, item or span in its own words.
fn named(w: &Words, kind: &QuestionKind, id: &ChoiceId) -> String {
    let text = match kind {
        QuestionKind::Matching(it) => {
            let stem = it.stems.iter().find(|stem| stem.id == *id).map(|stem| &stem.text);
            stem.or_else(|| it.options.iter().find(|option| option.id == *id).map(|option| &option.text))
        }
        QuestionKind::Ordering(it) => it.items.iter().find(|item| item.id == *id).map(|item| &item.text),
        kind => return answers::choice(w, kind, id),
    };
    text.map_or_else(|| id.to_string(), |text| answers::short(text, w.language()))
}

fn of_gap(w: &Words, kind: &QuestionKind, (gap, of): (&ChoiceId, Option<&ChoiceId>)) -> String {
    let QuestionKind::Cloze(cloze) = kind else { return gap.to_string() };
    let name = answers::gap_name(w, &cloze.gaps, gap);
    let wants = cloze.gaps.iter().find(|it| it.id == *gap).map(|it| &it.wants);
    let (Some(GapKind::Choice { choices }), Some(of)) = (wants, of) else { return name };
    let words = choices.iter().find(|it| it.id == *of).map(|it| it.text.get(w.language()).to_owned());
    format!("{name} · {}", w.mend_group(words.unwrap_or_else(|| of.to_string())))
}

/// What belongs together, and its heading.
fn group(w: &Words, question: &Question, spot: &Spot) -> (String, String) {
    let part = spot.part.as_ref().map(|part| w.mend_group_part(part_place(question, part)));
    let kind = kind_at(question, spot);
    let of = match (&spot.id, &spot.of) {
        (Some(gap), of) if matches!(kind, QuestionKind::Cloze(_)) => Some(of_gap(w, kind, (gap, of.as_ref()))),
        (Some(id), _) => Some(w.mend_group(named(w, kind, id))),
        _ => match spot.what {
            What::FeedbackRight | What::FeedbackPartly | What::FeedbackWrong => Some(w.mend_group_feedback()),
            What::Accepted | What::Number | What::Tolerance | What::Place => Some(w.mend_group_key()),
            _ => None,
        },
    };
    let legend = [part, of].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    // Two that read the same are two all the same.
    let key = format!("{legend} {:?} {:?}", spot.id, spot.of);
    (key, if legend.is_empty() { w.read_asked() } else { legend })
}

fn inputs(w: &Words, field: &Field, written: Option<&Written>, faults: &[Fault]) -> Vec<Input> {
    let path = field.spot.path();
    let fault = faults.iter().find(|it| it.spot.path() == path || is_of_order(it, &field.spot));
    let problem = fault.map_or_else(String::new, |it| words(w, it.why));
    let what = field.spot.what;
    let given = |name: &str| written.map(|written| written.get(name).cloned().unwrap_or_default());
    let input = |name: String, label: String, hint: String, kind: InputKind| {
        let id = format!("m-{}", name.replace(|c: char| !c.is_ascii_alphanumeric(), "-"));
        Input { id, name, label, hint, problem: problem.clone(), kind }
    };
    let line = |label: String, value: String| {
        let value = given(&path).unwrap_or(value);
        vec![input(path.clone(), label, String::new(), InputKind::Line { value })]
    };
    match &field.value {
        Value::Words(text) => areas(w, (what, &path), text, &given)
            .into_iter()
            .map(|(name, label, kind)| input(name, label, String::new(), kind))
            .collect(),
        Value::Right(right) => {
            let checked = written.map_or(*right, |written| written.contains_key(&path));
            vec![input(path.clone(), w.mend_right(), String::new(), InputKind::Check { checked })]
        }
        Value::Accepted(all) => {
            let line = |it: &domain::quizzes::Accepted| match it.credit {
                100 => it.text.clone(),
                credit => format!("{} | {credit}", it.text),
            };
            let value = given(&path).unwrap_or_else(|| all.iter().map(line).collect::<Vec<_>>().join("\n"));
            let kind = InputKind::Area { value, rows: 4, language: String::new() };
            vec![input(path.clone(), w.mend_accepted(), w.mend_accepted_hint(), kind)]
        }
        Value::Number(number) => {
            let label = if what == What::Tolerance { w.mend_tolerance() } else { w.mend_number() };
            line(label, number.to_string())
        }
        Value::Place(place, _) => line(w.mend_place(), place.to_string()),
        Value::Match(option, options) => {
            let chosen = given(&path).unwrap_or_else(|| option.to_string());
            let option = |it: &domain::quizzes::Item| SelectOption {
                value: it.id.to_string(),
                words: it.text.get(w.language()).to_owned(),
                chosen: it.id.as_str() == chosen,
            };
            let kind = InputKind::Select { options: options.iter().map(option).collect() };
            vec![input(path.clone(), w.mend_match(), String::new(), kind)]
        }
    }
}

/// A fault of the whole order is said at its first item.
fn is_of_order(fault: &Fault, spot: &Spot) -> bool {
    fault.spot.what == What::Place && spot.what == What::Place && fault.spot.part == spot.part
}

fn areas(
    w: &Words,
    (what, path): (What, &str),
    text: &Text,
    given: &dyn Fn(&str) -> Option<String>,
) -> Vec<(String, String, InputKind)> {
    let area = |(language, words): (&String, &String)| {
        let name = format!("{path}.{language}");
        let value = given(&name).unwrap_or_else(|| words.clone());
        // As many lines as a phone needs to show it all, within reason.
        let rows = u8::try_from(value.chars().count() / 30 + 1).unwrap_or(u8::MAX).clamp(2, 8);
        let label = label(w, what, language);
        (name, label, InputKind::Area { value, rows, language: language.clone() })
    };
    // The original first, whatever the order of letters says.
    let mut all: Vec<_> = text.0.iter().collect();
    all.sort_by_key(|(language, _)| language.as_str() != "es");
    all.into_iter().map(area).collect()
}

fn label(w: &Words, what: What, language: &str) -> String {
    let language = match language {
        "es" => w.frame_language_es(),
        "en" => w.frame_language_en(),
        other => other.to_owned(),
    };
    match what {
        What::Stem => w.mend_stem(language),
        What::Passage => w.mend_passage(language),
        What::Tells => w.mend_tells(language),
        What::Criteria => w.mend_criteria(language),
        What::Why => w.mend_why(language),
        What::FeedbackRight => w.mend_feedback_right(language),
        What::FeedbackPartly => w.mend_feedback_partly(language),
        What::FeedbackWrong => w.mend_feedback_wrong(language),
        What::Words | What::Right | What::Accepted | What::Number | What::Tolerance | What::Match | What::Place => {
            w.mend_words(language)
        }
    }
}

fn words(w: &Words, why: FaultWhy) -> String {
    match why {
        FaultWhy::Empty => w.mend_fault_empty(),
        FaultWhy::TooLong => w.mend_fault_too_long(),
        FaultWhy::Markers => w.mend_fault_markers(),
        FaultWhy::NotANumber => w.mend_fault_not_a_number(),
        FaultWhy::Negative => w.mend_fault_negative(),
        FaultWhy::NoneRight => w.mend_fault_none_right(),
        FaultWhy::AllRight => w.mend_fault_all_right(),
        FaultWhy::OneRight => w.mend_fault_one_right(),
        FaultWhy::Accepted => w.mend_fault_accepted(),
        FaultWhy::NotOffered => w.mend_fault_not_offered(),
        FaultWhy::Places => w.mend_fault_places(),
        FaultWhy::SameWords => w.mend_fault_same_words(),
        FaultWhy::SameAnswer => w.mend_fault_same_answer(),
        FaultWhy::Markup => w.mend_fault_markup(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::quizzes::{Choice, Difficulty};

    #[test]
    fn what_was_written_stands_with_what_is_wrong_beside_it() {
        let w = words::in_language("es");
        let text = |words: &str| Text::new([("es", words), ("en", words)]);
        let choice = |id: &str| Choice { id: id.into(), text: text(id), right: id == "a", feedback: text("") };
        let kind = QuestionKind::SingleChoice { choices: vec![choice("a"), choice("b")] };
        let question = Question::new("q-1".into(), text("¿Qué?"), kind, Difficulty::Basic);
        let fresh = groups(w, &question, None, &[]);
        assert_eq!(
            fresh.iter().map(|it| it.legend.as_str()).collect::<Vec<_>>(),
            ["Se preguntó", "Opción: a", "Opción: b"]
        );
        assert!(matches!(fresh[1].inputs[2].kind, InputKind::Check { checked: true }));
        let written =
            Written::from([("stem.es".to_owned(), String::new()), ("stem.en".to_owned(), "What?".to_owned())]);
        let faults = domain::quizzes::mend::mended(&question, &written).expect_err("it is not sound");
        let refused = groups(w, &question, Some(&written), &faults);
        assert_eq!(refused[0].inputs[0].problem, "No puede quedar vacío.");
        assert!(
            matches!(&refused[0].inputs[1].kind, InputKind::Area { value, .. } if value == "What?" || value.is_empty())
        );
        assert_eq!(refused[1].inputs[2].problem, "Al menos una debe ser correcta.");
    }
}
