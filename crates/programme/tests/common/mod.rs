//! A small package without fault, to break in one place at a time.

use std::collections::BTreeMap;

pub type Files = BTreeMap<String, Vec<u8>>;

pub const PROGRAMME: &str = r#"format = 1
slug = "sample"
version = "1"
languages = ["es", "en"]
title.es = "Muestra"
title.en = "Sample"
summary.es = "Un programa pequeño."
summary.en = "A small programme."
hours = { own_time = 2 }
topics = ["t1"]

[[day]]
id = "d1"
title.es = "Uno"
title.en = "One"
aim.es = "Leer."
aim.en = "To read."
activities = ["t1-l1"]

[[day]]
id = "d2"
title.es = "Dos"
title.en = "Two"
aim.es = "Responder."
aim.en = "To answer."
activities = ["t1-p", "t1-q"]

[completion]
all_of = [
  { done = "t1-l1" },
  { pass = "t1-q" },
]
"#;

pub const TOPIC: &str = r#"id = "t1"
number = 1
title.es = "Tema"
title.en = "Topic"
aim.es = "Saber."
aim.en = "To know."
"#;

pub const JOB_AID: &str = r#"+++
title.es = "Tarjeta"
title.en = "Card"
review = "needed"
+++
=== es
**Mire** con cuidado. Véase la [lección](t1-l1).

=== en
**Look** carefully. See the [lesson](t1-l1).
"#;

pub const LESSON: &str = r#"+++
id = "t1-l1"
title.es = "Lección"
title.en = "Lesson"
summary.es = "Qué es."
summary.en = "What it is."
minutes = 5
notice.es = "Con calma."
notice.en = "Calmly."
+++
=== es
## Qué es

La niña come pan. Siga con la [práctica](t1-p).

=== en
## What it is

The girl eats bread. Read [more](https://example.org/).
"#;

pub const PRACTICE: &str = r#"id = "t1-p"
title.es = "Práctica"
title.en = "Practice"
summary.es = "Para pensar."
summary.en = "To think."
minutes = 3
counting = "practice"
pass = 80

[[question]]
id = "t1-p1"
kind = "true_false"
difficulty = "basic"
review = "needed"
stem.es = "¿Es así?"
stem.en = "Is it so?"
[[question.choice]]
id = "a"
text.es = "Verdadero"
text.en = "True"
right = true
feedback.es = "Así es."
feedback.en = "It is."
[[question.choice]]
id = "b"
text.es = "Falso"
text.en = "False"
feedback.es = "Lea otra vez."
feedback.en = "Read again."
"#;

pub const QUIZ: &str = r#"id = "t1-q"
title.es = "Cuestionario"
title.en = "Quiz"
summary.es = "Para pasar."
summary.en = "To pass."
minutes = 10
counting = "gate"
pass = 80
attempts = 3

[[question]]
id = "t1-q1"
kind = "single_choice"
difficulty = "applied"
review = "done"
stem.es = "¿Cuál?"
stem.en = "Which?"
[[question.choice]]
id = "a"
text.es = "Esta"
text.en = "This"
feedback.es = "No."
feedback.en = "No."
[[question.choice]]
id = "b"
text.es = "Esa"
text.en = "That"
right = true
feedback.es = "Sí."
feedback.en = "Yes."
"#;

pub const SAMPLE: [(&str, &str); 6] = [
    ("programme.toml", PROGRAMME),
    ("topics/t1/job-aid.md", JOB_AID),
    ("topics/t1/t1-l1.md", LESSON),
    ("topics/t1/t1-p.toml", PRACTICE),
    ("topics/t1/t1-q.toml", QUIZ),
    ("topics/t1/topic.toml", TOPIC),
];

pub fn sample() -> Files {
    SAMPLE.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect()
}
