//! What a downloaded quiz says of itself to the script: what it needs to ask the same questions in the same order as the server, and
//! for a practice that explains at once, what is right and why. Of any other, nothing of the key is in it. The script's side is
//! `client/src/offline/draw.ts` and `marking.ts`, by the same names.

use domain::Text;
use domain::ids::{QuestionId, TopicId};
use domain::quizzes::{
    Accepted, Choice, Counting, Difficulty, Draw, Feedback, FeedbackAt, Form, Gap, GapKind, Parallel, Question,
    QuestionKind, Quiz, Shuffle,
};
use serde::Serialize;
use serde_json::{Value, json};

#[derive(Serialize)]
struct Told<'a> {
    shuffle: Shuffle,
    draws: &'a [Draw],
    #[serde(skip_serializing_if = "Option::is_none")]
    parallel: Option<&'a Parallel>,
    questions: Vec<ToldQuestion<'a>>,
}

#[derive(Serialize)]
struct ToldQuestion<'a> {
    id: &'a QuestionId,
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<&'a TopicId>,
    difficulty: Difficulty,
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<Form>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<Value>,
}

/// Whether what is right may be on the phone while the quiz is taken.
pub fn explains(quiz: &Quiz) -> bool {
    quiz.counting == Counting::Practice && quiz.feedback() == FeedbackAt::Once
}

/// As JSON that may stand in a `<script>`: it holds no `<`.
pub fn told(quiz: &Quiz, language: &str) -> String {
    let explains = explains(quiz);
    let question = |question| {
        let Question { id, topic, difficulty, form, kind, .. }: &Question = question;
        let key = explains.then(|| key(kind, language));
        ToldQuestion { id, topic: topic.as_ref(), difficulty: *difficulty, form: *form, key }
    };
    let told = Told {
        shuffle: quiz.shuffle,
        draws: &quiz.draws,
        parallel: quiz.parallel.as_ref(),
        questions: quiz.questions.iter().filter(|question| question.is_asked()).map(question).collect(),
    };
    serde_json::to_string(&told).unwrap_or_default().replace('<', "\\u003c")
}

fn key(kind: &QuestionKind, language: &str) -> Value {
    let mut key = match kind {
        QuestionKind::SingleChoice { choices }
        | QuestionKind::TrueFalse { choices }
        | QuestionKind::MultipleChoice { choices } => json!({ "choices": each(choices, |it| choice(it, language)) }),
        QuestionKind::HotText(text) => json!({ "spans": each(&text.spans, |it| {
            json!({ "id": it.id, "right": it.right, "feedback": it.feedback.get(language) })
        }) }),
        QuestionKind::Matching(matching) => {
            json!({ "stems": each(&matching.stems, |it| json!({ "id": it.id, "matches": it.matches })) })
        }
        QuestionKind::Ordering(ordering) => json!({ "items": each(&ordering.items, |it| json!({ "id": it.id })) }),
        QuestionKind::ShortAnswer(short) => json!({ "accepted": each(&short.accepted, |it| accepted(it, language)) }),
        QuestionKind::Numeric(it) => json!({ "value": it.value, "tolerance": it.tolerance, "units": it.units }),
        QuestionKind::Cloze(cloze) => json!({ "gaps": each(&cloze.gaps, |it| gap(it, language)) }),
        QuestionKind::Vignette(vignette) => {
            let part = |part: &domain::quizzes::Part| {
                let mut own = self::key(&part.kind, language);
                own["id"] = json!(part.id);
                own
            };
            json!({ "parts": each(&vignette.parts, part) })
        }
        QuestionKind::Open(_) => json!({}),
    };
    key["kind"] = json!(kind.name());
    if let Some(Feedback { right, partly, wrong }) = kind.feedback() {
        let [right, partly, wrong] = [right, partly, wrong].map(|text: &Text| text.get(language));
        key["feedback"] = json!({ "right": right, "partly": partly, "wrong": wrong });
    }
    key
}

fn each<T>(all: &[T], of: impl Fn(&T) -> Value) -> Vec<Value> {
    all.iter().map(of).collect()
}

fn choice(choice: &Choice, language: &str) -> Value {
    json!({ "id": choice.id, "right": choice.right, "feedback": choice.feedback.get(language) })
}

fn accepted(it: &Accepted, language: &str) -> Value {
    json!({ "text": it.text, "credit": it.credit, "feedback": it.feedback.get(language) })
}

fn gap(gap: &Gap, language: &str) -> Value {
    let id = &gap.id;
    match &gap.wants {
        GapKind::Text { accepted: texts } => {
            json!({ "id": id, "wants": "text", "accepted": each(texts, |it| accepted(it, language)) })
        }
        GapKind::Choice { choices } => {
            let choices = each(choices, |it| json!({ "id": it.id, "right": it.right }));
            json!({ "id": id, "wants": "choice", "choices": choices })
        }
        GapKind::Number { value, tolerance } => {
            json!({ "id": id, "wants": "number", "value": value, "tolerance": tolerance })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Map;

    /// The questions of the file of cases to which phone and server are both held.
    fn keys() -> Vec<Value> {
        let cases: Vec<Value> =
            serde_json::from_str(include_str!("../../../domain/tests/marking.json")).expect("the file of cases");
        cases.into_iter().map(|mut case| case["key"].take()).collect()
    }

    fn quiz(counting: Counting, kinds: &[Value]) -> Quiz {
        let question = |(number, kind): (usize, &Value)| {
            let kind = serde_json::from_value(kind.clone()).expect("a kind of question");
            Question::new(QuestionId(format!("q-{number}")), Text::default(), kind, Difficulty::Basic)
        };
        Quiz::plain(counting, 80, kinds.iter().enumerate().map(question).collect())
    }

    /// Whether `part` says nothing else than `whole`, but for words, which are in one language.
    fn is_within(part: &Value, whole: &Value) -> bool {
        let empty = Map::new();
        match (part, whole) {
            (Value::Object(part), Value::Object(whole)) => part.iter().all(|(name, value)| {
                matches!(name.as_str(), "feedback" | "units") && !whole.contains_key(name)
                    || is_within(value, whole.get(name).unwrap_or(&Value::Object(empty.clone())))
            }),
            (Value::Array(part), Value::Array(whole)) => {
                part.len() == whole.len() && part.iter().zip(whole).all(|(part, whole)| is_within(part, whole))
            }
            (Value::String(text), Value::Object(_)) => text.is_empty(),
            (part, whole) => part == whole,
        }
    }

    #[test]
    fn a_practice_tells_its_key_by_the_names_that_the_phone_is_held_to() {
        let kinds = keys();
        let told: Value = serde_json::from_str(&told(&quiz(Counting::Practice, &kinds), "es")).expect("JSON");
        for (question, kind) in told["questions"].as_array().expect("questions").iter().zip(&kinds) {
            assert!(is_within(&question["key"], kind), "{} is not of {kind}", question["key"]);
            assert_eq!(question["key"]["kind"], kind["kind"]);
        }
    }

    #[test]
    fn of_a_gate_nothing_that_is_right_is_told() {
        let mut gate = quiz(Counting::Gate, &keys());
        let bare = told(&gate, "es");
        gate.counting = Counting::Measurement;
        assert_eq!(told(&gate, "es"), bare);
        gate.counting = Counting::Practice;
        gate.feedback = Some(FeedbackAt::End);
        assert_eq!(told(&gate, "es"), bare, "nor of a practice that explains at the end");
        let told: Value = serde_json::from_str(&bare).expect("JSON");
        let allowed = ["id", "topic", "difficulty", "form"];
        for question in told["questions"].as_array().expect("questions") {
            assert!(question.as_object().expect("an object").keys().all(|name| allowed.contains(&name.as_str())));
        }
    }

    #[test]
    fn what_was_taken_out_is_not_offered_and_no_tag_ends_the_script() {
        let short = json!({ "kind": "short_answer", "feedback": { "right": {}, "wrong": { "es": "no </script>" } },
            "accepted": [{ "text": "</script>", "credit": 100 }] });
        let mut practice = quiz(Counting::Practice, &[short.clone(), short]);
        practice.questions[0].withdrawn = true;
        let text = told(&practice, "es");
        assert!(!text.contains('<') && !text.contains("q-0") && text.contains("q-1"), "{text}");
        let back: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(back["questions"][0]["key"]["accepted"][0]["text"], "</script>");
        assert_eq!(back["questions"][0]["key"]["feedback"]["wrong"], "no </script>");
    }
}
