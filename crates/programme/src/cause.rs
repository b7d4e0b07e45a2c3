//! Everything that can be wrong with a package, in words: what it is, and the remedy. The one place where they are written,
//! in English and in Spanish; `docs/programme-format.md` lists them. It must not know how anything is found out.

use crate::quiz_cause::QuizCause;
use crate::sheet_cause::SheetCause;
use crate::teaching_cause::TeachingCause;

/// What an author should have written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    String,
    Whole,
    Number,
    Flag,
    List,
    Table,
    Text,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    // The folder.
    CannotRead { reason: String },
    NoProgrammeFile,
    UnknownFile,
    UnknownFolder,
    Link,
    BadPath,
    FileTooLarge { megabytes: u64 },
    PackageTooLarge { megabytes: u64 },
    TooManyFiles { most: usize },
    NotUtf8,
    // A TOML table.
    NotToml { message: String },
    UnknownKey { key: String, nearest: Option<String>, known: String },
    Missing { key: String },
    Empty { key: String },
    TooMany { key: String, most: usize },
    WrongType { key: String, wanted: Wanted },
    OutOfRange { key: String, from: u16, to: u16 },
    NotOneOf { key: String, found: String, nearest: Option<String>, known: String },
    // Languages.
    NotALanguage { language: String },
    LanguageTwice { language: String },
    UnknownLanguage { language: String, known: String },
    Untranslated { what: String, language: String },
    // Ids.
    NotACode { id: String },
    NotASlug { slug: String },
    NotAChoiceId { id: String },
    NotNeutral { id: String, word: String },
    DuplicateId { id: String, elsewhere: String },
    DuplicateHere { id: String, line: usize },
    IdIsNotName { id: String, name: String },
    // The shape of a Markdown file.
    NoFrontMatter,
    FrontMatterOpen,
    TextBeforeSection,
    UnknownSection { language: String, known: String },
    SectionTwice { language: String },
    NoSection { language: String },
    // Topics, days, completion.
    NoTopicFile { id: String },
    NoTopicFolder { id: String },
    TopicNotListed { id: String },
    NumberTwice { number: u16, elsewhere: String },
    UnknownActivity { id: String, nearest: Option<String> },
    InNoDay { id: String },
    InDaysTwice { id: String, elsewhere: String },
    NotARule,
    TooManyAsked { of: usize },
    PassOfLesson { id: String },
    PassOfNoGate { id: String },
    MinutesOutOfReach { asked: u16, there: u32 },
    // Quizzes.
    ChoiceCount { count: usize },
    TrueFalseCount { count: usize },
    RightCount { count: usize },
    ReviewInGate,
    // Markdown.
    RawHtml { tag: String },
    Image { address: String },
    BadLink { address: String },
    UnknownLink { id: String, nearest: Option<String> },
    // Quizzes and pools, in words of their own.
    Quiz(QuizCause),
    // What a topic teaches with, in words of its own.
    Teaching(TeachingCause),
    // What a programme holds beside its topics, likewise.
    Sheet(SheetCause),
}

/// «did you mean X?», or else the given advice.
pub(crate) fn or_meant(nearest: Option<&String>, advice: String, meant: &str) -> String {
    nearest.map_or(advice, |nearest| format!("{meant} `{nearest}`."))
}

impl Wanted {
    fn english(self) -> &'static str {
        match self {
            Self::String => "words in quotes, such as `\"…\"`",
            Self::Whole => "a whole number without quotes",
            Self::Number => "a number, such as `2.5`",
            Self::Flag => "`true` or `false` without quotes",
            Self::List => "a list, such as `[\"…\", \"…\"]`",
            Self::Table => "a table, such as `{ … }`",
            Self::Text => "one line a language, such as `title.es = \"…\"`",
        }
    }

    fn spanish(self) -> &'static str {
        match self {
            Self::String => "palabras entre comillas, como `\"…\"`",
            Self::Whole => "un número entero sin comillas",
            Self::Number => "un número, como `2.5`",
            Self::Flag => "`true` o `false` sin comillas",
            Self::List => "una lista, como `[\"…\", \"…\"]`",
            Self::Table => "una tabla, como `{ … }`",
            Self::Text => "una línea por idioma, como `title.es = \"…\"`",
        }
    }
}

impl Cause {
    /// What is wrong, and the remedy.
    pub fn english(&self) -> (String, String) {
        let meant = |nearest: &Option<String>, advice: String| or_meant(nearest.as_ref(), advice, "You may have meant");
        let (what, remedy) = match self {
            Self::CannotRead { reason } => {
                (format!("this cannot be read ({reason})"), "Check the path and its permissions.".into())
            }
            Self::NoProgrammeFile => (
                "there is no programme.toml".into(),
                "Give the folder that holds programme.toml, or write that file.".into(),
            ),
            Self::UnknownFile => (
                "this file has no place in a package".into(),
                "Move it out of the folder, or rename it: topics/TOPIC/ACTIVITY.md is a lesson, topics/TOPIC/ACTIVITY.toml a quiz.".into(),
            ),
            Self::UnknownFolder => (
                "this folder has no place in a package".into(),
                "Move it out; the folders are topics, one folder a topic inside it (with a folder law), figures, rubrics, role-plays, interviews, cases, care.".into(),
            ),
            Self::Link => ("this is a link or a device, not a file".into(), "Put the file itself in its place.".into()),
            Self::BadPath => (
                "this path leads out of the package or is not plain text".into(),
                "Use paths inside the package, with / and letters.".into(),
            ),
            Self::FileTooLarge { megabytes } => {
                (format!("this file is larger than {megabytes} MB"), "Split it into smaller files.".into())
            }
            Self::PackageTooLarge { megabytes } => {
                (format!("the package is larger than {megabytes} MB"), "Remove what is not needed, or make two programmes.".into())
            }
            Self::TooManyFiles { most } => {
                (format!("the package has more than {most} files"), "Remove what is not needed, or make two programmes.".into())
            }
            Self::NotUtf8 => ("this line is not UTF-8".into(), "Save the file with the encoding UTF-8.".into()),
            Self::NotToml { message } => (
                format!("this is not valid TOML ({message})"),
                "Correct the line, or the one before it; the rest of this part is read after that.".into(),
            ),
            Self::UnknownKey { key, nearest, known } => (
                format!("`{key}` is not a known key here"),
                meant(nearest, format!("Remove it; the keys here are {known}.")),
            ),
            Self::Missing { key } => (format!("`{key}` is missing or blank"), format!("Write `{key}`.")),
            Self::Empty { key } => (format!("`{key}` is empty"), "Write at least one.".into()),
            Self::TooMany { key, most } => (format!("`{key}` has too many"), format!("Write at most {most}.")),
            Self::WrongType { key, wanted } => {
                (format!("`{key}` has the wrong form"), format!("Write {}.", wanted.english()))
            }
            Self::OutOfRange { key, from, to } => {
                (format!("`{key}` is out of range"), format!("Write a whole number from {from} to {to}."))
            }
            Self::NotOneOf { key, found, nearest, known } => {
                (format!("`{key}` cannot be `{found}`"), meant(nearest, format!("Write one of {known}.")))
            }
            Self::NotALanguage { language } => (
                format!("`{language}` is not a language code"),
                "Write two or three small letters, such as `es` or `quc`.".into(),
            ),
            Self::LanguageTwice { language } => {
                (format!("the language `{language}` is listed twice"), "Remove one of the two.".into())
            }
            Self::UnknownLanguage { language, known } => (
                format!("`{language}` is not a language of this programme"),
                format!("Remove the line, or add the language to `languages` in programme.toml; listed now: {known}."),
            ),
            Self::Untranslated { what, language } => {
                (format!("`{what}` is not written in `{language}`"), format!("Write `{what}.{language}`."))
            }
            Self::NotACode { id } => (
                format!("`{id}` cannot be an id"),
                "Write 2 to 24 characters of `a` to `z`, `0` to `9` and `-`.".into(),
            ),
            Self::NotASlug { slug } => (
                format!("`{slug}` cannot be a slug"),
                "Write 2 to 60 characters of `a` to `z`, `0` to `9` and `-`.".into(),
            ),
            Self::NotAChoiceId { id } => (
                format!("`{id}` cannot be the id of a choice"),
                "Write one or two small letters or digits, such as `a`.".into(),
            ),
            Self::NotNeutral { id, word } => (
                format!("`{id}` tells too much (`{word}`): ids show in the address of a page"),
                "Choose a neutral id, such as `t5-l1`.".into(),
            ),
            Self::DuplicateHere { id, line } => {
                (format!("the id `{id}` is used already, in line {line}"), "Give one of the two another id.".into())
            }
            Self::DuplicateId { id, elsewhere } => {
                (format!("the id `{id}` is used already, in {elsewhere}"), "Give one of the two another id.".into())
            }
            Self::IdIsNotName { id, name } => (
                format!("the id `{id}` is not the name of its file or folder, `{name}`"),
                format!("Write `id = \"{name}\"`, or rename the file or folder."),
            ),
            Self::NoFrontMatter => (
                "the file does not begin with a line `+++`".into(),
                "Begin with `+++`, then the front matter (id, title and so on), then `+++` again.".into(),
            ),
            Self::FrontMatterOpen => {
                ("the front matter is not closed".into(), "Write a line `+++` after the front matter.".into())
            }
            Self::TextBeforeSection => (
                "this text belongs to no language".into(),
                "Write a line such as `=== es` above the text of each language.".into(),
            ),
            Self::UnknownSection { language, known } => (
                format!("the section `{language}` is not in a language of this programme"),
                format!("Use `=== ` and one of {known}, or add the language to `languages` in programme.toml."),
            ),
            Self::SectionTwice { language } => {
                (format!("there is a second section `{language}`"), "Join the two under one line `===`.".into())
            }
            Self::NoSection { language } => (
                format!("there is no text in `{language}`"),
                format!("Write a line `=== {language}` and the text below it."),
            ),
            Self::NoTopicFile { id } => (
                format!("the topic `{id}` has no topic.toml"),
                "Write that file: id, number, title, aim.".into(),
            ),
            Self::NoTopicFolder { id } => (
                format!("the topic `{id}` has no folder"),
                format!("Make the folder topics/{id}, or remove `{id}` from `topics`."),
            ),
            Self::TopicNotListed { id } => (
                format!("the topic `{id}` is not listed in programme.toml"),
                format!("Add `{id}` to `topics` in programme.toml, or remove the folder."),
            ),
            Self::NumberTwice { number, elsewhere } => {
                (format!("the number {number} is used already, in {elsewhere}"), "Give each topic its own number.".into())
            }
            Self::UnknownActivity { id, nearest } => (
                format!("there is no activity `{id}`"),
                format!("Put its file back, such as topics/…/{id}.md, or write another id.")
                    + &nearest.as_ref().map_or_else(String::new, |nearest| format!(" You may have meant `{nearest}`.")),
            ),
            Self::InNoDay { id } => (
                format!("the activity `{id}` is in no day"),
                "Add its id to the `activities` of one day in programme.toml, or remove the file.".into(),
            ),
            Self::InDaysTwice { id, elsewhere } => {
                (format!("the activity `{id}` is in the days already, in {elsewhere}"), "Remove one of the two.".into())
            }
            Self::NotARule => (
                "this is not a rule of completion".into(),
                "Write exactly one of `done`, `pass`, `all_of`, `n_of`, `hours` and `minutes`, such as `{ done = \"t5-l1\" }`.".into(),
            ),
            Self::TooManyAsked { of } => (
                "`n` asks for more parts than there are, or for none".into(),
                format!("Write a whole number from 1 to {of}."),
            ),
            Self::PassOfLesson { id } => (
                format!("`{id}` is a lesson and cannot be passed"),
                format!("Write `{{ done = \"{id}\" }}`, or name a quiz."),
            ),
            Self::PassOfNoGate { id } => (
                format!("`{id}` is not a gate: it is done, never passed"),
                format!("Write `{{ done = \"{id}\" }}`, or `counting = \"gate\"` in the quiz."),
            ),
            Self::MinutesOutOfReach { asked, there } => (
                format!("{asked} minutes are asked, and the activities that count take {there} together"),
                "Ask for less, or for another modality; or correct the `minutes` of the activities.".into(),
            ),
            Self::ChoiceCount { count } => {
                (format!("the question has {count} choices"), "Write 2 to 8 `[[question.choice]]`.".into())
            }
            Self::TrueFalseCount { count } => (
                format!("a true_false question has {count} choices"),
                "Write exactly two: first what means true, then what means false.".into(),
            ),
            Self::RightCount { count } => {
                (format!("{count} choices are right"), "Write `right = true` in exactly one choice.".into())
            }
            Self::ReviewInGate => (
                "a question that still needs review decides whether a quiz is passed".into(),
                "Have it reviewed and write `review = \"done\"`, or move it to a practice quiz.".into(),
            ),
            Self::RawHtml { tag } => (
                format!("raw HTML is not allowed (`{tag}`)"),
                "Write it in Markdown; to show the sign `<` itself, write `\\<`.".into(),
            ),
            Self::Image { address } => (
                format!("images have no place in a package yet (`{address}`)"),
                "Say it in words, and remove the image.".into(),
            ),
            Self::BadLink { address } => (
                format!("a link cannot lead to `{address}`"),
                "Link to an address that begins with https://, or to the id of an activity.".into(),
            ),
            Self::UnknownLink { id, nearest } => (
                format!("a link leads to `{id}`, and there is no such activity"),
                meant(nearest, "Link to the id of an activity of this package.".into()),
            ),
            Self::Quiz(cause) => cause.english(),
            Self::Teaching(cause) => cause.english(),
            Self::Sheet(cause) => cause.english(),
        };
        (what, remedy)
    }

    /// The same in Spanish.
    pub fn spanish(&self) -> (String, String) {
        let meant =
            |nearest: &Option<String>, advice: String| or_meant(nearest.as_ref(), advice, "Quizá quiso escribir");
        let (what, remedy) = match self {
            Self::CannotRead { reason } => {
                (format!("esto no se puede leer ({reason})"), "Revise la ruta y sus permisos.".into())
            }
            Self::NoProgrammeFile => (
                "falta programme.toml".into(),
                "Indique la carpeta que contiene programme.toml, o escriba ese archivo.".into(),
            ),
            Self::UnknownFile => (
                "este archivo no tiene lugar en un paquete".into(),
                "Sáquelo de la carpeta o cámbiele el nombre: topics/TEMA/ACTIVIDAD.md es una lección, topics/TEMA/ACTIVIDAD.toml un cuestionario.".into(),
            ),
            Self::UnknownFolder => (
                "esta carpeta no tiene lugar en un paquete".into(),
                "Sáquela; las carpetas son topics, dentro una por tema (con una carpeta law), figures, rubrics, role-plays, interviews, cases, care.".into(),
            ),
            Self::Link => {
                ("esto es un enlace o un dispositivo, no un archivo".into(), "Ponga el archivo mismo en su lugar.".into())
            }
            Self::BadPath => (
                "esta ruta sale del paquete o no es texto simple".into(),
                "Use rutas dentro del paquete, con / y letras.".into(),
            ),
            Self::FileTooLarge { megabytes } => {
                (format!("este archivo pesa más de {megabytes} MB"), "Divídalo en archivos más pequeños.".into())
            }
            Self::PackageTooLarge { megabytes } => {
                (format!("el paquete pesa más de {megabytes} MB"), "Quite lo que no haga falta, o haga dos programas.".into())
            }
            Self::TooManyFiles { most } => {
                (format!("el paquete tiene más de {most} archivos"), "Quite lo que no haga falta, o haga dos programas.".into())
            }
            Self::NotUtf8 => ("esta línea no está en UTF-8".into(), "Guarde el archivo con la codificación UTF-8.".into()),
            Self::NotToml { message } => (
                format!("esto no es TOML válido ({message})"),
                "Corrija la línea, o la anterior; el resto de esta parte se lee después.".into(),
            ),
            Self::UnknownKey { key, nearest, known } => (
                format!("`{key}` no es una clave conocida aquí"),
                meant(nearest, format!("Quítela; las claves aquí son {known}.")),
            ),
            Self::Missing { key } => (format!("falta `{key}` o está en blanco"), format!("Escriba `{key}`.")),
            Self::Empty { key } => (format!("`{key}` está vacío"), "Escriba al menos un elemento.".into()),
            Self::TooMany { key, most } => (format!("`{key}` tiene demasiados"), format!("Escriba {most} como máximo.")),
            Self::WrongType { key, wanted } => {
                (format!("`{key}` no tiene la forma correcta"), format!("Escriba {}.", wanted.spanish()))
            }
            Self::OutOfRange { key, from, to } => {
                (format!("`{key}` está fuera de rango"), format!("Escriba un número entero de {from} a {to}."))
            }
            Self::NotOneOf { key, found, nearest, known } => {
                (format!("`{key}` no puede ser `{found}`"), meant(nearest, format!("Escriba una de estas palabras: {known}.")))
            }
            Self::NotALanguage { language } => (
                format!("`{language}` no es un código de idioma"),
                "Escriba dos o tres letras minúsculas, como `es` o `quc`.".into(),
            ),
            Self::LanguageTwice { language } => {
                (format!("el idioma `{language}` aparece dos veces en la lista"), "Quite uno de los dos.".into())
            }
            Self::UnknownLanguage { language, known } => (
                format!("`{language}` no es un idioma de este programa"),
                format!("Quite la línea, o agregue el idioma a `languages` en programme.toml; ahora están: {known}."),
            ),
            Self::Untranslated { what, language } => {
                (format!("`{what}` no está escrito en `{language}`"), format!("Escriba `{what}.{language}`."))
            }
            Self::NotACode { id } => (
                format!("`{id}` no puede ser un id"),
                "Escriba de 2 a 24 caracteres de `a` a `z`, `0` a `9` y `-`.".into(),
            ),
            Self::NotASlug { slug } => (
                format!("`{slug}` no puede ser un slug"),
                "Escriba de 2 a 60 caracteres de `a` a `z`, `0` a `9` y `-`.".into(),
            ),
            Self::NotAChoiceId { id } => (
                format!("`{id}` no puede ser el id de una opción"),
                "Escriba una o dos letras minúsculas o cifras, como `a`.".into(),
            ),
            Self::NotNeutral { id, word } => (
                format!("`{id}` dice demasiado (`{word}`): los id se ven en la dirección de la página"),
                "Elija un id neutro, como `t5-l1`.".into(),
            ),
            Self::DuplicateHere { id, line } => {
                (format!("el id `{id}` ya se usa en la línea {line}"), "Dé otro id a uno de los dos.".into())
            }
            Self::DuplicateId { id, elsewhere } => {
                (format!("el id `{id}` ya se usa en {elsewhere}"), "Dé otro id a uno de los dos.".into())
            }
            Self::IdIsNotName { id, name } => (
                format!("el id `{id}` no es el nombre de su archivo o carpeta, `{name}`"),
                format!("Escriba `id = \"{name}\"`, o cambie el nombre del archivo o la carpeta."),
            ),
            Self::NoFrontMatter => (
                "el archivo no empieza con una línea `+++`".into(),
                "Empiece con `+++`, luego los datos (id, title y demás) y otra vez `+++`.".into(),
            ),
            Self::FrontMatterOpen => {
                ("los datos del principio no se cierran".into(), "Escriba una línea `+++` después de ellos.".into())
            }
            Self::TextBeforeSection => (
                "este texto no pertenece a ningún idioma".into(),
                "Escriba una línea como `=== es` encima del texto de cada idioma.".into(),
            ),
            Self::UnknownSection { language, known } => (
                format!("la sección `{language}` no es de un idioma de este programa"),
                format!("Use `=== ` y uno de {known}, o agregue el idioma a `languages` en programme.toml."),
            ),
            Self::SectionTwice { language } => {
                (format!("hay una segunda sección `{language}`"), "Junte las dos bajo una sola línea `===`.".into())
            }
            Self::NoSection { language } => (
                format!("no hay texto en `{language}`"),
                format!("Escriba una línea `=== {language}` y el texto debajo."),
            ),
            Self::NoTopicFile { id } => (
                format!("el tema `{id}` no tiene topic.toml"),
                "Escriba ese archivo: id, number, title, aim.".into(),
            ),
            Self::NoTopicFolder { id } => (
                format!("el tema `{id}` no tiene carpeta"),
                format!("Cree la carpeta topics/{id}, o quite `{id}` de `topics`."),
            ),
            Self::TopicNotListed { id } => (
                format!("el tema `{id}` no está en la lista de programme.toml"),
                format!("Agregue `{id}` a `topics` en programme.toml, o quite la carpeta."),
            ),
            Self::NumberTwice { number, elsewhere } => {
                (format!("el número {number} ya se usa en {elsewhere}"), "Dé a cada tema su propio número.".into())
            }
            Self::UnknownActivity { id, nearest } => (
                format!("no existe la actividad `{id}`"),
                format!("Devuelva su archivo a su lugar, como topics/…/{id}.md, o escriba otro id.")
                    + &nearest.as_ref().map_or_else(String::new, |nearest| format!(" Quizá quiso escribir `{nearest}`.")),
            ),
            Self::InNoDay { id } => (
                format!("la actividad `{id}` no está en ningún día"),
                "Agregue su id a `activities` de un día en programme.toml, o quite el archivo.".into(),
            ),
            Self::InDaysTwice { id, elsewhere } => {
                (format!("la actividad `{id}` ya está en los días, en {elsewhere}"), "Quite una de las dos.".into())
            }
            Self::NotARule => (
                "esto no es una regla para completar el programa".into(),
                "Escriba exactamente una de `done`, `pass`, `all_of`, `n_of`, `hours` y `minutes`, como `{ done = \"t5-l1\" }`.".into(),
            ),
            Self::TooManyAsked { of } => (
                "`n` pide más partes de las que hay, o ninguna".into(),
                format!("Escriba un número entero de 1 a {of}."),
            ),
            Self::PassOfLesson { id } => (
                format!("`{id}` es una lección y no se aprueba"),
                format!("Escriba `{{ done = \"{id}\" }}`, o nombre un cuestionario."),
            ),
            Self::PassOfNoGate { id } => (
                format!("`{id}` no es una prueba (`gate`): se hace, no se aprueba"),
                format!("Escriba `{{ done = \"{id}\" }}`, o `counting = \"gate\"` en el cuestionario."),
            ),
            Self::MinutesOutOfReach { asked, there } => (
                format!("se piden {asked} minutos, y las actividades que cuentan suman {there}"),
                "Pida menos, u otra modalidad; o corrija los `minutes` de las actividades.".into(),
            ),
            Self::ChoiceCount { count } => {
                (format!("la pregunta tiene {count} opciones"), "Escriba de 2 a 8 `[[question.choice]]`.".into())
            }
            Self::TrueFalseCount { count } => (
                format!("una pregunta true_false tiene {count} opciones"),
                "Escriba exactamente dos: primero la que dice verdadero, luego la que dice falso.".into(),
            ),
            Self::RightCount { count } => {
                (format!("{count} opciones son correctas"), "Escriba `right = true` en una sola opción.".into())
            }
            Self::ReviewInGate => (
                "una pregunta que aún necesita revisión decide si se aprueba".into(),
                "Pida que la revisen y escriba `review = \"done\"`, o pásela a un cuestionario de práctica.".into(),
            ),
            Self::RawHtml { tag } => (
                format!("no se permite HTML (`{tag}`)"),
                "Escríbalo en Markdown; para mostrar el signo `<`, escriba `\\<`.".into(),
            ),
            Self::Image { address } => (
                format!("las imágenes todavía no tienen lugar en un paquete (`{address}`)"),
                "Dígalo con palabras y quite la imagen.".into(),
            ),
            Self::BadLink { address } => (
                format!("un enlace no puede llevar a `{address}`"),
                "Enlace a una dirección que empiece con https://, o al id de una actividad.".into(),
            ),
            Self::UnknownLink { id, nearest } => (
                format!("un enlace lleva a `{id}`, y no existe esa actividad"),
                meant(nearest, "Enlace al id de una actividad de este paquete.".into()),
            ),
            Self::Quiz(cause) => cause.spanish(),
            Self::Teaching(cause) => cause.spanish(),
            Self::Sheet(cause) => cause.spanish(),
        };
        (what, remedy)
    }
}
