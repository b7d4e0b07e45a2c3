//! What can be wrong with quizzes, their questions and pools, in words: what it is, and the remedy, in English and in Spanish. It
//! must not know how anything is found out.

use crate::cause::{Cause, or_meant};

/// What can be wrong with quizzes, pools and questions beyond the form of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum QuizCause {
    // One question.
    Count { key: &'static str, count: usize, from: usize, to: usize },
    AllAlike { key: &'static str },
    SameWords { language: String, line: usize },
    EqualInOne { language: String, line: usize },
    SameAnswer { line: usize },
    NoWholeCredit,
    NotANumber { key: String },
    TooSmall { key: String },
    FirstFactor,
    BadMark { found: String, language: String, wanted: &'static str },
    MarkUnknown { id: String, language: String, key: &'static str },
    MarkMissing { id: String, language: String, wanted: String },
    MarkTwice { id: String, language: String },
    VignetteInside,
    TooLong { key: String, most: usize },
    // A quiz and its pools.
    UnknownTopic { id: String, nearest: Option<String> },
    UnknownPool { id: String, nearest: Option<String> },
    PoolTwice { id: String },
    UnusedPool { id: String },
    TooManyQuestions { count: usize, most: usize },
    ClosesBefore,
    DrawsTooMany { count: u16, there: usize, form: Option<&'static str> },
    ReviewInMeasurement,
    ReviewThrough { quiz: String },
    // Parallel forms.
    NoForm { quiz: String },
    FormAlone { quiz: String },
    FormsDiffer { topic: String, difficulty: &'static str, a: usize, b: usize },
    SideMissing { pair: String, side: &'static str },
    SideTwice { pair: String, elsewhere: String },
    PairDiffers { elsewhere: String },
    AttemptsOfParallel,
}

impl From<QuizCause> for Cause {
    fn from(cause: QuizCause) -> Self {
        Self::Quiz(cause)
    }
}

impl QuizCause {
    /// What is wrong, and the remedy.
    pub fn english(&self) -> (String, String) {
        match self {
            Self::Count { key, count, from, to } => {
                (format!("there are {count} `{key}`"), format!("Write {from} to {to}."))
            }
            Self::AllAlike { key } => (
                format!("every `{key}` is right, or none is"),
                format!("Write `right = true` in at least one `{key}`, and leave it out in at least one."),
            ),
            Self::SameWords { language, line } => (
                format!("the same words stand in line {line} already (`{language}`)"),
                "Change one of the two, or remove it: people could not tell them apart.".into(),
            ),
            Self::EqualInOne { language, line } => (
                format!("the right side equals that of line {line} in `{language}`, and not in every language"),
                "Write the two equal in every language (they become one option), or different in every language."
                    .into(),
            ),
            Self::SameAnswer { line } => (
                format!("this answer equals that of line {line}, which decides"),
                "Remove one of the two: accents, capitals and apostrophes make no difference.".into(),
            ),
            Self::NoWholeCredit => (
                "no `accepted` is worth the whole question".into(),
                "Leave `credit` out, or write `credit = 100`, in at least one.".into(),
            ),
            Self::NotANumber { key } => (
                format!("`{key}` is not a number"),
                "Write a number such as 12, -3 or 2.5, of at most 15 digits before the point and 9 after it.".into(),
            ),
            Self::TooSmall { key } => {
                (format!("`{key}` is too small"), "Write a number above 0; only a tolerance may be 0.".into())
            }
            Self::FirstFactor => (
                "the first unit is that of the value, and its `factor` is not 1".into(),
                "Leave the `factor` of the first unit out, and write how many of it the others are.".into(),
            ),
            Self::BadMark { found, language, wanted } => (
                format!("`{found}` cannot be read (`{language}`)"),
                format!("Write `{wanted}`; the id has one or two small letters or digits."),
            ),
            Self::MarkUnknown { id, language, key } => (
                format!("the text holds `{id}`, and there is no such `{key}` (`{language}`)"),
                format!("Write a `{key}` with `id = \"{id}\"`, or take the brackets out of the text."),
            ),
            Self::MarkMissing { id, language, wanted } => (
                format!("the text does not hold `{id}` (`{language}`)"),
                format!("Write `{wanted}` where it belongs, in every language."),
            ),
            Self::MarkTwice { id, language } => (
                format!("the text holds `{id}` twice (`{language}`)"),
                "Keep one of the two, or give the other an id of its own.".into(),
            ),
            Self::VignetteInside => {
                ("a part cannot be a vignette itself".into(), "Write its parts one after the other.".into())
            }
            Self::TooLong { key, most } => {
                (format!("`{key}` has more than {most} characters"), "Write it shorter.".into())
            }
            Self::UnknownTopic { id, nearest } => (
                format!("there is no topic `{id}`"),
                or_meant(nearest.as_ref(), "Write the id of a topic of this package.".into(), "You may have meant"),
            ),
            Self::UnknownPool { id, nearest } => (
                format!("there is no pool `{id}`"),
                or_meant(
                    nearest.as_ref(),
                    format!("Write the file topics/TOPIC/{id}.pool.toml, or remove `{id}` from `from`."),
                    "You may have meant",
                ),
            ),
            Self::PoolTwice { id } => (format!("the pool `{id}` is named twice"), "Remove one of the two.".into()),
            Self::UnusedPool { id } => (
                format!("no quiz draws from the pool `{id}`"),
                format!("Write `from = [\"{id}\"]` in a quiz, or remove the file."),
            ),
            Self::TooManyQuestions { count, most } => (
                format!("the quiz holds {count} questions, with those of its pools"),
                format!("Keep to {most}; make another quiz or pool of the rest."),
            ),
            Self::ClosesBefore => {
                ("the quiz closes before it opens".into(), "Write a `closes` that is not before `opens`.".into())
            }
            Self::DrawsTooMany { count, there, form } => (
                match form {
                    Some(form) => format!("{count} questions are drawn, and there may be only {there} in form {form}"),
                    None => format!("{count} questions are drawn, and there may be only {there}"),
                },
                "Ask for fewer, write more questions that fit, or put the narrower draw before the wider one.".into(),
            ),
            Self::ReviewInMeasurement => (
                "a question that still needs review counts in a measurement".into(),
                "Have it reviewed and write `review = \"done\"`, or move it to a practice quiz.".into(),
            ),
            Self::ReviewThrough { quiz } => (
                format!("a question that still needs review may count in `{quiz}`"),
                "Have it reviewed and write `review = \"done\"`, or move it to a pool of practice questions.".into(),
            ),
            Self::NoForm { quiz } => (
                format!("a question of `{quiz}`, which has parallel forms, belongs to none"),
                "Write `form = \"a\"` or `form = \"b\"` in the question.".into(),
            ),
            Self::FormAlone { quiz } => (
                format!("a question of a parallel form is asked in `{quiz}` as well, which has none"),
                "Take `form` out, or the question out of that quiz: who met it there would meet it again.".into(),
            ),
            Self::FormsDiffer { topic, difficulty, a, b } => (
                format!("of the topic `{topic}`, `{difficulty}`, form a has {a} questions and form b has {b}"),
                "Make the two forms equal in number, by topic and by difficulty.".into(),
            ),
            Self::AttemptsOfParallel => {
                ("a test with parallel forms is taken once".into(), "Write `attempts = 1`, or leave it out.".into())
            }
            Self::SideMissing { pair, side } => (
                format!("the pair `{pair}` has no quiz `{side}`"),
                format!("Write the other quiz, with `parallel = {{ pair = \"{pair}\", side = \"{side}\" }}`."),
            ),
            Self::SideTwice { pair, elsewhere } => (
                format!("this side of the pair `{pair}` is taken already, in {elsewhere}"),
                "Write the other side, or another `pair`.".into(),
            ),
            Self::PairDiffers { elsewhere } => (
                format!("the two quizzes of the pair do not ask the same: compare {elsewhere}"),
                "Put the questions into a pool, and write the same `from` and `[[draw]]` in both.".into(),
            ),
        }
    }

    /// The same in Spanish.
    pub fn spanish(&self) -> (String, String) {
        match self {
            Self::Count { key, count, from, to } => {
                (format!("hay {count} `{key}`"), format!("Escriba de {from} a {to}."))
            }
            Self::AllAlike { key } => (
                format!("todos los `{key}` son correctos, o ninguno lo es"),
                format!("Escriba `right = true` en al menos un `{key}`, y déjelo fuera en al menos uno."),
            ),
            Self::SameWords { language, line } => (
                format!("las mismas palabras ya están en la línea {line} (`{language}`)"),
                "Cambie una de las dos, o quítela: las personas no podrían distinguirlas.".into(),
            ),
            Self::EqualInOne { language, line } => (
                format!("el lado derecho es igual al de la línea {line} en `{language}`, y no en todos los idiomas"),
                "Escriba los dos iguales en todos los idiomas (serán una sola opción), o distintos en todos.".into(),
            ),
            Self::SameAnswer { line } => (
                format!("esta respuesta es igual a la de la línea {line}, que es la que decide"),
                "Quite una de las dos: los acentos, las mayúsculas y los apóstrofos no hacen diferencia.".into(),
            ),
            Self::NoWholeCredit => (
                "ningún `accepted` vale la pregunta entera".into(),
                "Deje fuera `credit`, o escriba `credit = 100`, en al menos uno.".into(),
            ),
            Self::NotANumber { key } => (
                format!("`{key}` no es un número"),
                "Escriba un número como 12, -3 o 2.5, de 15 cifras como máximo antes del punto y 9 después.".into(),
            ),
            Self::TooSmall { key } => {
                (format!("`{key}` es demasiado pequeño"), "Escriba un número mayor que 0; solo una tolerancia puede ser 0.".into())
            }
            Self::FirstFactor => (
                "la primera unidad es la del valor, y su `factor` no es 1".into(),
                "Deje fuera el `factor` de la primera unidad, y escriba cuántas de ella son las demás.".into(),
            ),
            Self::BadMark { found, language, wanted } => (
                format!("`{found}` no se puede leer (`{language}`)"),
                format!("Escriba `{wanted}`; el id tiene una o dos letras minúsculas o cifras."),
            ),
            Self::MarkUnknown { id, language, key } => (
                format!("el texto contiene `{id}`, y no existe ese `{key}` (`{language}`)"),
                format!("Escriba un `{key}` con `id = \"{id}\"`, o quite los corchetes del texto."),
            ),
            Self::MarkMissing { id, language, wanted } => (
                format!("el texto no contiene `{id}` (`{language}`)"),
                format!("Escriba `{wanted}` donde corresponda, en todos los idiomas."),
            ),
            Self::MarkTwice { id, language } => (
                format!("el texto contiene `{id}` dos veces (`{language}`)"),
                "Deje una de las dos, o dé a la otra un id propio.".into(),
            ),
            Self::VignetteInside => {
                ("una parte no puede ser otra viñeta".into(), "Escriba sus partes una después de otra.".into())
            }
            Self::TooLong { key, most } => {
                (format!("`{key}` tiene más de {most} caracteres"), "Escríbalo más corto.".into())
            }
            Self::UnknownTopic { id, nearest } => (
                format!("no existe el tema `{id}`"),
                or_meant(nearest.as_ref(), "Escriba el id de un tema de este paquete.".into(), "Quizá quiso escribir"),
            ),
            Self::UnknownPool { id, nearest } => (
                format!("no existe el banco `{id}`"),
                or_meant(
                    nearest.as_ref(),
                    format!("Escriba el archivo topics/TEMA/{id}.pool.toml, o quite `{id}` de `from`."),
                    "Quizá quiso escribir",
                ),
            ),
            Self::PoolTwice { id } => (format!("el banco `{id}` aparece dos veces"), "Quite uno de los dos.".into()),
            Self::UnusedPool { id } => (
                format!("ningún cuestionario saca preguntas del banco `{id}`"),
                format!("Escriba `from = [\"{id}\"]` en un cuestionario, o quite el archivo."),
            ),
            Self::TooManyQuestions { count, most } => (
                format!("el cuestionario tiene {count} preguntas, con las de sus bancos"),
                format!("Deje {most} como máximo; haga otro cuestionario o banco con las demás."),
            ),
            Self::ClosesBefore => (
                "el cuestionario se cierra antes de abrirse".into(),
                "Escriba un `closes` que no sea anterior a `opens`.".into(),
            ),
            Self::DrawsTooMany { count, there, form } => (
                match form {
                    Some(form) => {
                        format!("se sacan {count} preguntas, y podría haber solo {there} en la forma {form}")
                    }
                    None => format!("se sacan {count} preguntas, y podría haber solo {there}"),
                },
                "Pida menos, escriba más preguntas que sirvan, o ponga la extracción más estrecha antes de la más amplia."
                    .into(),
            ),
            Self::ReviewInMeasurement => (
                "una pregunta que aún necesita revisión cuenta en una medición".into(),
                "Pida que la revisen y escriba `review = \"done\"`, o pásela a un cuestionario de práctica.".into(),
            ),
            Self::ReviewThrough { quiz } => (
                format!("una pregunta que aún necesita revisión puede contar en `{quiz}`"),
                "Pida que la revisen y escriba `review = \"done\"`, o pásela a un banco de preguntas de práctica.".into(),
            ),
            Self::NoForm { quiz } => (
                format!("una pregunta de `{quiz}`, que tiene formas paralelas, no pertenece a ninguna"),
                "Escriba `form = \"a\"` o `form = \"b\"` en la pregunta.".into(),
            ),
            Self::FormAlone { quiz } => (
                format!("una pregunta de una forma paralela se hace también en `{quiz}`, que no tiene formas"),
                "Quite `form`, o saque la pregunta de ese cuestionario: quien la vio ahí la vería otra vez.".into(),
            ),
            Self::FormsDiffer { topic, difficulty, a, b } => (
                format!("del tema `{topic}`, `{difficulty}`, la forma a tiene {a} preguntas y la forma b tiene {b}"),
                "Haga las dos formas iguales en número, por tema y por dificultad.".into(),
            ),
            Self::AttemptsOfParallel => (
                "una prueba en formas paralelas se hace una sola vez".into(),
                "Escriba `attempts = 1`, o no lo escriba.".into(),
            ),
            Self::SideMissing { pair, side } => (
                format!("la pareja `{pair}` no tiene un cuestionario `{side}`"),
                format!("Escriba el otro cuestionario, con `parallel = {{ pair = \"{pair}\", side = \"{side}\" }}`."),
            ),
            Self::SideTwice { pair, elsewhere } => (
                format!("este lado de la pareja `{pair}` ya está tomado, en {elsewhere}"),
                "Escriba el otro lado, u otro `pair`.".into(),
            ),
            Self::PairDiffers { elsewhere } => (
                format!("los dos cuestionarios de la pareja no preguntan lo mismo: compare {elsewhere}"),
                "Ponga las preguntas en un banco, y escriba los mismos `from` y `[[draw]]` en los dos.".into(),
            ),
        }
    }
}
