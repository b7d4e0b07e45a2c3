//! What the demonstration's people answer: each misses other questions, the demanding ones first, so that a quiz's numbers look as
//! those of people do. No chance: two demonstrations are the same. It must not know who they are.

use domain::quizzes::{Answer, Difficulty, Part, Question, QuestionKind, model_answer, wrong_answer};
use std::collections::BTreeSet;

/// Which of the questions asked the person at this place in the cast misses, when she misses so many.
pub(super) fn missed(questions: &[&Question], place: usize, misses: usize) -> BTreeSet<usize> {
    let mut order: Vec<usize> = (0..questions.len()).collect();
    // Multiples of numbers without a common divisor: each person's order is another, none is favoured.
    let whim = |at: usize| (at * 5 + place * 3 + at * place) % 7;
    order.sort_by_key(|&at| std::cmp::Reverse((2 * hardness(questions[at].difficulty) + whim(at), at)));
    order.into_iter().take(misses).collect()
}

fn hardness(difficulty: Difficulty) -> usize {
    match difficulty {
        Difficulty::Basic => 0,
        Difficulty::Applied => 1,
        Difficulty::Demanding => 2,
    }
}

/// How many she misses of so many questions when she passes: none, one or two in twelve.
pub(super) fn misses_in_passing(place: usize, questions: usize) -> usize {
    questions * (place % 3) / 12
}

/// An open answer as people write it, and what its reader gives it: hundredths, and a few words.
pub(super) struct Note {
    pub text: &'static str,
    pub hundredths: u8,
    pub comment: &'static str,
}

pub(super) const NOTES: [Note; 4] = [
    Note {
        text: "Dicho: «No quiero decir más». Observado: habla en voz baja. Inferido: me preocupa; no sé qué pasó.",
        hundredths: 75,
        comment: "Las tres partes están bien separadas. Le falta la hora y a quién avisó: con eso, otra persona puede seguir.",
    },
    Note {
        text: "Jueves, 15:10. Dicho: «Ya no quiero ir». Observado: aprieta las manos y mira la puerta. Inferido: algo del \
               ensayo le pesa. Avisé a la responsable a las 15:40.",
        hundredths: 100,
        comment: "Quien lea esta nota sabe qué vio usted, qué pensó y qué hizo. Así se escribe.",
    },
    Note {
        text: "Iván está muy mal y seguro que el maestro tiene la culpa. Habló poco.",
        hundredths: 25,
        comment: "«Está muy mal» y «tiene la culpa» son conclusiones, y señalan a alguien. ¿Qué vio? ¿Qué dijo él? Vuelva a \
                  la lección «De la señal al paso» y escríbala otra vez: si quiere, la leo.",
    },
    Note {
        text: "Dicho: «Pasó algo que no me gustó». Observado: tarda en contestar. Inferido: tal vez tenga miedo; falta \
               saber a qué. Mañana lo reviso con mi compañera.",
        hundredths: 75,
        comment: "Bien escrito lo inferido, como duda. Una pregunta: después de esas palabras, ¿puede esperar a mañana?",
    },
];

/// A right or a wrong answer; what only a person can mark gets a few plain words.
pub(super) fn answer_to(kind: &QuestionKind, right: bool, place: usize) -> Option<Answer> {
    match kind {
        QuestionKind::Open(_) => Some(Answer::Text(NOTES[place % NOTES.len()].text.into())),
        QuestionKind::Vignette(vignette) => {
            let part = |part: &Part| Some((part.id.clone(), answer_to(&part.kind, right, place)?));
            vignette.parts.iter().map(part).collect::<Option<_>>().map(Answer::Parts)
        }
        kind if right => model_answer(kind),
        QuestionKind::SingleChoice { choices } => {
            let wrong: Vec<_> = choices.iter().filter(|choice| !choice.right).collect();
            Some(Answer::Choice(wrong.get(place % wrong.len().max(1))?.id.clone()))
        }
        kind => wrong_answer(kind).or_else(|| model_answer(kind)),
    }
}
