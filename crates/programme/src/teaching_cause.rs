//! What can be wrong with lectures, drawings, references and whatever else a topic teaches with, in words: what it is, and the remedy,
//! in English and in Spanish. It must not know how anything is found out.

use crate::cause::{Cause, or_meant};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TeachingCause {
    // Something to try inside a text.
    TryOpen,
    TryWithoutAnswer,
    TryStray { found: String },
    TryEmpty,
    TryNoPlace,
    // Lectures.
    SlideWithoutWords { number: usize },
    SlideBlank { number: usize },
    SlideColumns { number: usize },
    SlideDirective { found: String },
    SlideStyle { found: String, nearest: Option<String>, known: String },
    SlideWithoutFigure { number: usize },
    SlideCount { count: usize, from: usize, to: usize },
    SlidesDiffer { language: String, other: String, what: &'static str },
    // Drawings.
    UnknownFigure { id: String, nearest: Option<String> },
    UnusedFigure { id: String },
    FigureAlone { id: String, other: &'static str },
    NotSvg,
    SvgForbidden { what: String },
    SvgWithoutSize,
    WordMissing { key: String },
    WordUnused { key: String },
    // References and competences.
    NotADate { found: String },
    NotAnAddress { found: String },
    UnknownCompetence { id: String, nearest: Option<String> },
    // Schedules.
    DaysBesideSchedules,
    InNoDayOf { id: String, schedule: String },
    // What a programme promises.
    Promised { what: &'static str, promised: u16, there: usize, topic: Option<String> },
    Length { words: usize, least: u16, most: u16 },
    Ease { promised: u16, there: String },
    Unanswered { without: usize },
    // Translations.
    SameWords { language: String, other: String },
    MuchShorter { language: String, other: String },
}

impl From<TeachingCause> for Cause {
    fn from(cause: TeachingCause) -> Self {
        Self::Teaching(cause)
    }
}

impl TeachingCause {
    /// What is wrong, and the remedy.
    pub fn english(&self) -> (String, String) {
        match self {
            Self::TryOpen => ("`:::try` is not closed".into(), "Write a line `:::` after the answer.".into()),
            Self::TryWithoutAnswer => {
                ("there is no `:::answer` in it".into(), "Write a line `:::answer` and one possible answer below it.".into())
            }
            Self::TryStray { found } => (
                format!("`{found}` stands here without `:::try`"),
                "Begin with a line `:::try`, or remove this line.".into(),
            ),
            Self::TryEmpty => {
                ("the question or its answer is blank".into(), "Write both between `:::try`, `:::answer` and `:::`.".into())
            }
            Self::TryNoPlace => (
                "a job aid and a guide have nothing to try".into(),
                "Move it into a lesson, or write the question and its answer as text.".into(),
            ),
            Self::SlideWithoutWords { number } => (
                format!("slide {number} has no spoken words, or two sets of them"),
                "Write one line `???` after what it shows, and what is said below it.".into(),
            ),
            Self::SlideBlank { number } => {
                (format!("slide {number} shows nothing"), "Write what it shows above the line `???`.".into())
            }
            Self::SlideColumns { number } => (
                format!("the columns of slide {number} are not two"),
                "With `@style columns` write one line `|||` between the two; else none.".into(),
            ),
            Self::SlideDirective { found } => (
                format!("`{found}` says nothing that is known"),
                "At the top of a slide stand `@style NAME` and `@figure NAME`, a line each.".into(),
            ),
            Self::SlideStyle { found, nearest, known } => (
                format!("`{found}` is not a style of slides"),
                or_meant(nearest.as_ref(), format!("Write one of: {known}."), "Did you mean"),
            ),
            Self::SlideWithoutFigure { number } => (
                format!("slide {number} has the style `figure` and no figure"),
                "Write a line `@figure NAME`.".into(),
            ),
            Self::SlideCount { count, from, to } => {
                (format!("the lecture has {count} slides"), format!("Write {from} to {to}, divided by lines `---`."))
            }
            Self::SlidesDiffer { language, other, what } => (
                format!("the slides in `{language}` and in `{other}` do not go together ({what})"),
                "Write as many slides in each language, with the same styles and figures in the same order.".into(),
            ),
            Self::UnknownFigure { id, nearest } => (
                format!("there is no figure `{id}`"),
                or_meant(nearest.as_ref(), "Draw it as figures/NAME.svg, with its words in figures/NAME.toml.".into(), "Did you mean"),
            ),
            Self::UnusedFigure { id } => {
                (format!("no slide shows the figure `{id}`"), "Show it with `@figure`, or remove its two files.".into())
            }
            Self::FigureAlone { id, other } => {
                (format!("the figure `{id}` has no `.{other}`"), format!("Write figures/{id}.{other}."))
            }
            Self::NotSvg => ("this is not a sound SVG".into(), "Save the drawing anew as plain SVG.".into()),
            Self::SvgForbidden { what } => (
                format!("{what} has no place in a drawing"),
                "Use shapes, groups and text, colours by the classes that the format lists, and nothing that loads or runs.".into(),
            ),
            Self::SvgWithoutSize => {
                ("the drawing has no `viewBox`".into(), "Write `viewBox=\"0 0 WIDTH HEIGHT\"` in its first element.".into())
            }
            Self::WordMissing { key } => (
                format!("the drawing asks for the words `{key}`, and its .toml has none"),
                format!("Write `{key}` under `[words]`."),
            ),
            Self::WordUnused { key } => (
                format!("the drawing does not show `{key}`"),
                format!("Write `{{{key}}}` in a text of the drawing, or remove the words."),
            ),
            Self::NotADate { found } => {
                (format!("`{found}` is not a date"), "Write a year, `2019-03` or `2019-03-13`.".into())
            }
            Self::NotAnAddress { found } => (format!("`{found}` is not an address"), "Write `https://…`, or leave it out.".into()),
            Self::UnknownCompetence { id, nearest } => (
                format!("there is no competence `{id}`"),
                or_meant(nearest.as_ref(), "Write the id of a `[[competence]]` of programme.toml.".into(), "Did you mean"),
            ),
            Self::DaysBesideSchedules => (
                "`[[day]]` stands beside `[[schedule]]`".into(),
                "Write each day as `[[schedule.day]]` below its schedule.".into(),
            ),
            Self::InNoDayOf { id, schedule } => (
                format!("the activity `{id}` is in no day of the schedule `{schedule}`"),
                "Add it to the `activities` of one of its days: every schedule holds every activity.".into(),
            ),
            Self::Promised { what, promised, there, topic } => {
                let place = topic.as_ref().map_or_else(String::new, |topic| format!(" in the topic `{topic}`"));
                let what = format!("{promised} `{what}` are promised, and there are {there}{place}");
                (what, "Write what is missing, or promise less.".into())
            }
            Self::Length { words, least, most } => (
                format!("this text has {words} words in Spanish, and {least} to {most} are promised"),
                "Write more or less of it, or promise another length in programme.toml.".into(),
            ),
            Self::Ease { promised, there } => (
                format!("a reading ease of {promised} is promised, and the lessons have {there}"),
                "Write shorter sentences and shorter words.".into(),
            ),
            Self::Unanswered { without } => (
                format!("feedback is promised for everything that can be chosen, and {without} have none"),
                "Write what can be learnt from each choice.".into(),
            ),
            Self::SameWords { language, other } => (
                format!("a paragraph in `{language}` is the one in `{other}`, word for word"),
                format!("Translate it into `{language}`."),
            ),
            Self::MuchShorter { language, other } => (
                format!("the text in `{language}` is not a quarter as long as the one in `{other}`"),
                format!("Translate the rest of it into `{language}`."),
            ),
        }
    }

    pub fn spanish(&self) -> (String, String) {
        match self {
            Self::TryOpen => ("`:::try` no está cerrado".into(), "Escriba una línea `:::` después de la respuesta.".into()),
            Self::TryWithoutAnswer => {
                ("no tiene `:::answer`".into(), "Escriba una línea `:::answer` y debajo una respuesta posible.".into())
            }
            Self::TryStray { found } => (
                format!("`{found}` está aquí sin `:::try`"),
                "Empiece con una línea `:::try`, o quite esta línea.".into(),
            ),
            Self::TryEmpty => {
                ("la pregunta o su respuesta está vacía".into(), "Escriba ambas entre `:::try`, `:::answer` y `:::`.".into())
            }
            Self::TryNoPlace => (
                "una tarjeta y una guía no tienen nada para probar".into(),
                "Páselo a una lección, o escriba la pregunta y su respuesta como texto.".into(),
            ),
            Self::SlideWithoutWords { number } => (
                format!("la diapositiva {number} no tiene palabras que se dicen, o las tiene dos veces"),
                "Escriba una línea `???` después de lo que muestra, y debajo lo que se dice.".into(),
            ),
            Self::SlideBlank { number } => {
                (format!("la diapositiva {number} no muestra nada"), "Escriba lo que muestra antes de la línea `???`.".into())
            }
            Self::SlideColumns { number } => (
                format!("las columnas de la diapositiva {number} no son dos"),
                "Con `@style columns` escriba una línea `|||` entre las dos; si no, ninguna.".into(),
            ),
            Self::SlideDirective { found } => (
                format!("`{found}` no dice nada conocido"),
                "Arriba de una diapositiva van `@style NOMBRE` y `@figure NOMBRE`, una línea cada una.".into(),
            ),
            Self::SlideStyle { found, nearest, known } => (
                format!("`{found}` no es un estilo de diapositiva"),
                or_meant(nearest.as_ref(), format!("Escriba uno de estos: {known}."), "¿Quiso decir"),
            ),
            Self::SlideWithoutFigure { number } => (
                format!("la diapositiva {number} tiene el estilo `figure` y ninguna figura"),
                "Escriba una línea `@figure NOMBRE`.".into(),
            ),
            Self::SlideCount { count, from, to } => (
                format!("la clase grabada tiene {count} diapositivas"),
                format!("Escriba de {from} a {to}, separadas por líneas `---`."),
            ),
            Self::SlidesDiffer { language, other, what } => (
                format!("las diapositivas en `{language}` y en `{other}` no van juntas ({what})"),
                "Escriba el mismo número en cada idioma, con los mismos estilos y figuras en el mismo orden.".into(),
            ),
            Self::UnknownFigure { id, nearest } => (
                format!("no hay una figura `{id}`"),
                or_meant(nearest.as_ref(), "Dibújela en figures/NOMBRE.svg, con sus palabras en figures/NOMBRE.toml.".into(), "¿Quiso decir"),
            ),
            Self::UnusedFigure { id } => (
                format!("ninguna diapositiva muestra la figura `{id}`"),
                "Muéstrela con `@figure`, o quite sus dos archivos.".into(),
            ),
            Self::FigureAlone { id, other } => {
                (format!("la figura `{id}` no tiene `.{other}`"), format!("Escriba figures/{id}.{other}."))
            }
            Self::NotSvg => ("no es un SVG correcto".into(), "Guarde el dibujo de nuevo como SVG simple.".into()),
            Self::SvgForbidden { what } => (
                format!("{what} no tiene lugar en un dibujo"),
                "Use formas, grupos y texto, colores por las clases que dice el formato, y nada que cargue o ejecute algo.".into(),
            ),
            Self::SvgWithoutSize => {
                ("el dibujo no tiene `viewBox`".into(), "Escriba `viewBox=\"0 0 ANCHO ALTO\"` en su primer elemento.".into())
            }
            Self::WordMissing { key } => (
                format!("el dibujo pide las palabras `{key}`, y su .toml no las tiene"),
                format!("Escriba `{key}` debajo de `[words]`."),
            ),
            Self::WordUnused { key } => (
                format!("el dibujo no muestra `{key}`"),
                format!("Escriba `{{{key}}}` en un texto del dibujo, o quite esas palabras."),
            ),
            Self::NotADate { found } => {
                (format!("`{found}` no es una fecha"), "Escriba un año, `2019-03` o `2019-03-13`.".into())
            }
            Self::NotAnAddress { found } => (format!("`{found}` no es una dirección"), "Escriba `https://…`, o déjela fuera.".into()),
            Self::UnknownCompetence { id, nearest } => (
                format!("no hay una competencia `{id}`"),
                or_meant(nearest.as_ref(), "Escriba el id de una `[[competence]]` de programme.toml.".into(), "¿Quiso decir"),
            ),
            Self::DaysBesideSchedules => (
                "`[[day]]` está junto a `[[schedule]]`".into(),
                "Escriba cada día como `[[schedule.day]]` debajo de su calendario.".into(),
            ),
            Self::InNoDayOf { id, schedule } => (
                format!("la actividad `{id}` no está en ningún día del calendario `{schedule}`"),
                "Agréguela a las `activities` de uno de sus días: cada calendario tiene todas las actividades.".into(),
            ),
            Self::Promised { what, promised, there, topic } => {
                let place = topic.as_ref().map_or_else(String::new, |topic| format!(" en el tema `{topic}`"));
                let what = format!("se prometen {promised} `{what}`, y hay {there}{place}");
                (what, "Escriba lo que falta, o prometa menos.".into())
            }
            Self::Length { words, least, most } => (
                format!("este texto tiene {words} palabras en español, y se prometen de {least} a {most}"),
                "Escriba más o menos, o prometa otra extensión en programme.toml.".into(),
            ),
            Self::Ease { promised, there } => (
                format!("se promete una legibilidad de {promised}, y las lecciones tienen {there}"),
                "Escriba frases más cortas y palabras más cortas.".into(),
            ),
            Self::Unanswered { without } => (
                format!("se promete un comentario para todo lo que se puede elegir, y a {without} les falta"),
                "Escriba qué se aprende de cada opción.".into(),
            ),
            Self::SameWords { language, other } => (
                format!("un párrafo en `{language}` es el mismo que en `{other}`, palabra por palabra"),
                format!("Tradúzcalo a `{language}`."),
            ),
            Self::MuchShorter { language, other } => (
                format!("el texto en `{language}` no llega a la cuarta parte del que está en `{other}`"),
                format!("Traduzca lo que falta a `{language}`."),
            ),
        }
    }
}
