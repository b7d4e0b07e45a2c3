//! A small package that holds every sheet there is.

use super::common::{Files, sample};

pub const RUBRIC: &str = r#"id = "r-note"
title.es = "La nota"
title.en = "The note"
summary.es = "Cómo se mira una nota."
summary.en = "How a note is looked at."
[[criterion]]
id = "apart"
must_pass = true
title.es = "Separa"
title.en = "Keeps apart"
harmful.es = "Mezcla."
harmful.en = "Mixes."
not_yet.es = "Separa a veces."
not_yet.en = "Sometimes keeps apart."
competent.es = "Separa siempre."
competent.en = "Always keeps apart."
mastery.es = "Separa y lo explica."
mastery.en = "Keeps apart and explains it."
"#;

pub const ROLE_PLAY: &str = r#"+++
id = "p-door"
title.es = "En la puerta"
title.en = "At the door"
summary.es = "Alguien llega."
summary.en = "Somebody comes."
minutes = 20
rubric = "r-note"
+++
=== es helper
Usted abre. Véase la [lección](t1-l1).
=== es other
Usted llega.
=== es observer
Usted mira.
=== es debrief
Hablen.
=== en helper
You open.
=== en other
You come.
=== en observer
You look.
=== en debrief
Talk.
"#;

pub const INTERVIEW: &str = r#"id = "i-ana"
title.es = "Con Ana"
title.en = "With Ana"
summary.es = "Una conversación."
summary.en = "A conversation."
minutes = 25
notice.es = "Con calma."
notice.en = "Calmly."
review = "needed"
kind = "reluctance"
age = 9
brief.es = "La maestra **vio** algo."
brief.en = "The teacher **saw** something."
character.es = "Ana habla poco."
character.en = "Ana says little."
opening.es = "Hola."
opening.en = "Hello."
debrief.es = "¿Qué abrió?"
debrief.en = "What opened?"
[[detail]]
id = "dog"
text.es = "El perro se fue."
text.en = "The dog went away."
opens = "invitation"
[[detail]]
id = "gate"
text.es = "Abrieron el portón."
text.en = "They opened the gate."
opens = "cue"
cue.es = "El perro"
cue.en = "The dog"
[[reply]]
to = "invitation"
text.es = "No sé."
text.en = "I do not know."
[[reply]]
to = "cue"
text.es = "No me acuerdo."
text.en = "I do not remember."
[[reply]]
to = "directive"
text.es = "Ayer."
text.en = "Yesterday."
[[reply]]
to = "option"
text.es = "Las dos."
text.en = "Both."
[[reply]]
to = "suggestive"
text.es = "Si usted dice."
text.en = "If you say so."
[[reply]]
to = "support"
text.es = "Gracias."
text.en = "Thank you."
[[reply]]
to = "silence"
text.es = "Y…"
text.en = "And…"
"#;

pub const CASE: &str = r#"+++
id = "c-one"
title.es = "Un lunes"
title.en = "A Monday"
summary.es = "Tres notas."
summary.en = "Three notes."
minutes = 30
rubric = "r-note"
+++
=== es notes
Llegó a las ocho.
=== es report
Dijo: [[said:«Tengo sueño»]]. [[observed:Llegó a las ocho]].

[[inferred:Pudo dormir poco]].
=== en notes
Came at eight.
=== en report
Said: [[said:"I am sleepy"]]. [[observed:Came at eight]].

[[inferred:May have slept little]].
"#;

pub const CARE: &str = r#"+++
id = "rest"
title.es = "Un momento"
title.en = "A moment"
summary.es = "Para parar."
summary.en = "To stop."
kind = "grounding"
+++
=== es
Respire.
=== en
Breathe.
"#;

pub const GLOSSARY: &str = r#"[[term]]
id = "g-note"
es = "nota"
en = "note"
group = "field"
meaning.es = "Lo que se escribe."
meaning.en = "What is written."
kek = ""
[[term]]
id = "g-heart"
es = "corazón"
en = "heart"
group = "body"
quc = "k’u’x"
review = "needed"
"#;

pub const NORMS: &str = r#"[[norm]]
id = "n-one"
name.es = "Una norma"
name.en = "A norm"
article = ""
says.es = "Dice algo."
says.en = "It says something."
source = "Una copia"
source_date = "2014-10"
checked = "2026-11-25"
next_review = "2027-05-25"
review = "needed"
"#;

pub const INSTITUTIONS: &str = r#"[[institution]]
id = "o-one"
name.es = "Una oficina"
name.en = "An office"
does.es = "Recibe."
does.en = "It receives."
reach.es = "En su sede."
reach.en = "At its seat."
source = "Una hoja"
checked = "2026"
"#;

pub const ROUTES: &str = r#"[[route]]
at = "school"
title.es = "Si llega a la escuela"
title.en = "If it comes to the school"
review = "needed"
[[route.step]]
who.es = "La maestra"
who.en = "The teacher"
does.es = "Escucha."
does.en = "Listens."
caution.es = "Sin preguntar más."
caution.en = "Without asking more."
[[route.step]]
who.es = "La dirección"
who.en = "The head"
does.es = "Avisa."
does.en = "Tells."
"#;

pub const SHEETS: [(&str, &str); 9] = [
    ("rubrics/r-note.toml", RUBRIC),
    ("role-plays/p-door.md", ROLE_PLAY),
    ("interviews/i-ana.toml", INTERVIEW),
    ("cases/c-one.md", CASE),
    ("care/rest.md", CARE),
    ("glossary.toml", GLOSSARY),
    ("topics/t1/law/norms.toml", NORMS),
    ("topics/t1/law/institutions.toml", INSTITUTIONS),
    ("topics/t1/law/routes.toml", ROUTES),
];

pub fn with_sheets() -> Files {
    let mut files = sample();
    files.extend(SHEETS.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())));
    files
}
