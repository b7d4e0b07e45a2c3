//! Which questions an attempt asks, in which order, and in which order their choices stand. All of it follows from the attempt's
//! id, so that a phone without signal and the server come to the same: `client/src/offline/draw.ts` does this again, and both are
//! held to `draws.json`.

use super::{Form, Ordering, Question, Quiz, Side};
use crate::ids::{AttemptId, ChoiceId, QuestionId};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The questions of one attempt in the order asked. `person` is the opaque marker that her pages carry; it decides which of two
/// parallel forms she meets first, so that before and after are never the same one.
pub fn asked(quiz: &Quiz, attempt: AttemptId, person: &str) -> Vec<QuestionId> {
    let form = quiz.parallel.as_ref().map(|parallel| form_for(person, &parallel.pair, parallel.side));
    let offered: Vec<&Question> = quiz
        .questions
        .iter()
        .filter(|question| question.is_asked() && (form.is_none() || question.form == form))
        .collect();
    let seed = attempt.to_string();
    let mut chosen: BTreeSet<&QuestionId> = BTreeSet::new();
    for draw in &quiz.draws {
        let fits = |question: &&&Question| {
            (draw.topic.is_none() || question.topic == draw.topic)
                && (draw.difficulty.is_none() || draw.difficulty == Some(question.difficulty))
                && !chosen.contains(&question.id)
        };
        let mut left: Vec<&QuestionId> = offered.iter().filter(fits).map(|question| &question.id).collect();
        left.sort_by_cached_key(|id| rank(&seed, &["draw", id.as_str()]));
        chosen.extend(left.into_iter().take(usize::from(draw.count)));
    }
    let mut asked: Vec<&QuestionId> = offered.iter().map(|question| &question.id).collect();
    asked.retain(|id| quiz.draws.is_empty() || chosen.contains(id));
    if quiz.shuffle.questions() {
        asked.sort_by_cached_key(|id| rank(&seed, &["question", id.as_str()]));
    }
    asked.into_iter().cloned().collect()
}

/// Whether the quiz has something to ask of everybody, whichever form she meets. A draw that finds too few asks those.
pub fn can_ask(quiz: &Quiz) -> bool {
    let forms: &[Option<Form>] = if quiz.parallel.is_some() { &[Some(Form::A), Some(Form::B)] } else { &[None] };
    let fits = |question: &Question| {
        let drawn = |draw: &super::Draw| {
            (draw.topic.is_none() || question.topic == draw.topic)
                && (draw.difficulty.is_none() || draw.difficulty == Some(question.difficulty))
        };
        quiz.draws.is_empty() || quiz.draws.iter().any(drawn)
    };
    let meets = |form: &Option<Form>| {
        quiz.questions.iter().any(|it| it.is_asked() && (form.is_none() || it.form == *form) && fits(it))
    };
    forms.iter().all(meets)
}

/// The form that a person meets on one side of a pair of tests: one of them before and the other after, decided by chance for
/// each person and pair.
pub fn form_for(person: &str, pair: &str, side: Side) -> Form {
    let first_is_a = rank(person, &["form", pair])[0] & 1 == 0;
    if first_is_a == (side == Side::Before) { Form::A } else { Form::B }
}

/// The order in which choices, options or items stand in one attempt.
pub fn shuffled<'a, T>(attempt: AttemptId, question: &str, all: &'a [T], id: impl Fn(&T) -> &ChoiceId) -> Vec<&'a T> {
    let seed = attempt.to_string();
    let mut order: Vec<&T> = all.iter().collect();
    order.sort_by_cached_key(|it| rank(&seed, &["choice", question, id(it).as_str()]));
    order
}

/// The items of an ordering, in the order in which they are first shown: by chance alone, so now and then the right one. A phone
/// that holds a gate does not know which that is, and «never the right one» would tell her something.
pub fn first_order(attempt: AttemptId, question: &str, ordering: &Ordering) -> Vec<ChoiceId> {
    let shown = shuffled(attempt, question, &ordering.items, |item| &item.id);
    shown.into_iter().map(|item| item.id.clone()).collect()
}

/// SHA-256 over the seed and the names, each ended by a zero byte: a place by chance that everybody can work out.
fn rank(seed: &str, names: &[&str]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in std::iter::once(&seed).chain(names) {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.finalize().into()
}
