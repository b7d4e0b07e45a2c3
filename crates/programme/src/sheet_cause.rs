//! What can be wrong with what a programme holds beside its topics, in words: what it is, and the remedy, in English and in
//! Spanish. It must not know how anything is found out.

use crate::cause::{Cause, or_meant};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SheetCause {
    /// A section of a language and a part.
    UnknownPart {
        opened: String,
        nearest: Option<String>,
        known: String,
    },
    UnknownRubric {
        id: String,
        nearest: Option<String>,
    },
    UnknownTopic {
        id: String,
        known: String,
    },
    // Interviews.
    ReplyMissing {
        to: &'static str,
    },
    // Cases.
    MarkUnreadable {
        found: String,
    },
    MarkMissing {
        mark: &'static str,
        language: String,
    },
    MarksDiffer {
        language: String,
        other: String,
        mark: &'static str,
    },
    // The law.
    RouteWithoutStart,
}

impl From<SheetCause> for Cause {
    fn from(cause: SheetCause) -> Self {
        Self::Sheet(cause)
    }
}

impl SheetCause {
    /// What is wrong, and the remedy.
    pub fn english(&self) -> (String, String) {
        match self {
            Self::UnknownPart { opened, nearest, known } => (
                format!("`{opened}` is not a section of this file"),
                or_meant(nearest.as_ref(), format!("Use `=== ` and one of: {known}."), "Did you mean"),
            ),
            Self::UnknownRubric { id, nearest } => (
                format!("there is no rubric `{id}`"),
                or_meant(nearest.as_ref(), "Write it as rubrics/NAME.toml, or leave `rubric` out.".into(), "Did you mean"),
            ),
            Self::UnknownTopic { id, known } => {
                (format!("there is no topic `{id}`"), format!("Write one of: {known}."))
            }
            Self::ReplyMissing { to } => (
                format!("the character has no reply to `{to}`"),
                format!("Write at least one `[[reply]]` with `to = \"{to}\"`."),
            ),
            Self::MarkUnreadable { found } => (
                format!("`{found}` cannot be read in a report"),
                "Write `[[said:words]]`, `[[observed:words]]` or `[[inferred:words]]`, with plain words in one paragraph, or take the brackets out."
                    .into(),
            ),
            Self::MarkMissing { mark, language } => (
                format!("the report in `{language}` has no `[[{mark}:…]]`"),
                "Mark at least one passage of each kind: said, observed, inferred.".into(),
            ),
            Self::MarksDiffer { language, other, mark } => (
                format!("the reports in `{language}` and in `{other}` do not have as many `[[{mark}:…]]`"),
                "Mark the same passages in each language.".into(),
            ),
            Self::RouteWithoutStart => {
                ("the route has neither `id` nor `at`".into(), "Write one of the two, so that it has a name.".into())
            }
        }
    }

    /// The same in Spanish.
    pub fn spanish(&self) -> (String, String) {
        match self {
            Self::UnknownPart { opened, nearest, known } => (
                format!("`{opened}` no es una sección de este archivo"),
                or_meant(nearest.as_ref(), format!("Use `=== ` y una de estas: {known}."), "¿Quiso decir"),
            ),
            Self::UnknownRubric { id, nearest } => (
                format!("no hay una rúbrica `{id}`"),
                or_meant(nearest.as_ref(), "Escríbala en rubrics/NOMBRE.toml, o quite `rubric`.".into(), "¿Quiso decir"),
            ),
            Self::UnknownTopic { id, known } => {
                (format!("no existe el tema `{id}`"), format!("Escriba uno de estos: {known}."))
            }
            Self::ReplyMissing { to } => (
                format!("el personaje no tiene respuesta a `{to}`"),
                format!("Escriba al menos un `[[reply]]` con `to = \"{to}\"`."),
            ),
            Self::MarkUnreadable { found } => (
                format!("`{found}` no se puede leer en un informe"),
                "Escriba `[[said:palabras]]`, `[[observed:palabras]]` o `[[inferred:palabras]]`, con palabras simples en un solo párrafo, o quite los corchetes."
                    .into(),
            ),
            Self::MarkMissing { mark, language } => (
                format!("el informe en `{language}` no tiene `[[{mark}:…]]`"),
                "Marque al menos un pasaje de cada clase: dicho, observado, inferido (said, observed, inferred).".into(),
            ),
            Self::MarksDiffer { language, other, mark } => (
                format!("los informes en `{language}` y en `{other}` no tienen el mismo número de `[[{mark}:…]]`"),
                "Marque los mismos pasajes en cada idioma.".into(),
            ),
            Self::RouteWithoutStart => {
                ("la ruta no tiene `id` ni `at`".into(), "Escriba uno de los dos, para que tenga un nombre.".into())
            }
        }
    }
}
