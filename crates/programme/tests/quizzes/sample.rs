//! A package without fault that has every kind of question, a pool, and two tests in parallel forms.

use crate::common::{Files, PROGRAMME, sample};

pub const P: &str = "programme.toml";
pub const KINDS: &str = "topics/t1/t1-k.toml";
pub const POOL: &str = "topics/t1/t1-pool.pool.toml";
pub const BEFORE: &str = "topics/t1/t1-x.toml";
pub const AFTER: &str = "topics/t1/t1-y.toml";
pub const GATE: &str = "topics/t1/t1-z.toml";

const ALL_KINDS: &str = r#"id = "t1-k"
title = { es = "Todo", en = "All" }
summary = { es = "De todo.", en = "Of all." }
minutes = 20
counting = "practice"
attempts = 2
shuffle = "both"
layout = "all_at_once"
feedback = "end"
reveal = "key_at_end"
opens = 2
closes = 9

[[question]]
id = "k-single"
kind = "single_choice"
difficulty = "basic"
stem = { es = "¿Una?", en = "One?" }
choice = [
  { id = "a", text = { es = "Sí", en = "Yes" }, right = true, feedback = { es = "Sí.", en = "Yes." } },
  { id = "b", text = { es = "No", en = "No" }, feedback = { es = "No.", en = "No." } },
]

[[question]]
id = "k-true"
kind = "true_false"
difficulty = "basic"
stem = { es = "¿Verdad?", en = "True?" }
choice = [
  { id = "a", text = { es = "Verdadero", en = "True" }, right = true, feedback = { es = "Sí.", en = "Yes." } },
  { id = "b", text = { es = "Falso", en = "False" }, feedback = { es = "No.", en = "No." } },
]

[[question]]
id = "k-multiple"
kind = "multiple_choice"
difficulty = "applied"
stem = { es = "¿Cuáles?", en = "Which?" }
[[question.choice]]
id = "a"
text = { es = "Pan", en = "Bread" }
right = true
feedback = { es = "Se come.", en = "It is eaten." }
[[question.choice]]
id = "b"
text = { es = "Tortilla", en = "Tortilla" }
right = true
feedback = { es = "También.", en = "That too." }
[[question.choice]]
id = "c"
text = { es = "Piedra", en = "Stone" }
feedback = { es = "No se come.", en = "It is not eaten." }

[[question]]
id = "k-match"
kind = "matching"
difficulty = "applied"
stem = { es = "Una con su color.", en = "Match the colour." }
feedback.right = { es = "Bien.", en = "Good." }
feedback.wrong = { es = "Mire otra vez.", en = "Look again." }
[[question.pair]]
id = "a"
left = { es = "Cielo", en = "Sky" }
right = { es = "Azul", en = "Blue" }
[[question.pair]]
id = "b"
left = { es = "Mar", en = "Sea" }
right = { es = "azul ", en = "Blue" }
[[question.pair]]
id = "c"
left = { es = "Hoja", en = "Leaf" }
right = { es = "Verde", en = "Green" }
[[question.distractor]]
id = "d"
text = { es = "Rojo", en = "Red" }

[[question]]
id = "k-order"
kind = "ordering"
difficulty = "demanding"
stem = { es = "Ordene.", en = "Put in order." }
feedback.right = { es = "Bien.", en = "Good." }
feedback.partly = { es = "Casi.", en = "Nearly." }
feedback.wrong = { es = "No.", en = "No." }
[[question.item]]
id = "m"
text = { es = "Sembrar", en = "Sow" }
[[question.item]]
id = "a"
text = { es = "Regar", en = "Water" }
[[question.item]]
id = "t"
text = { es = "Cosechar", en = "Harvest" }

[[question]]
id = "k-short"
kind = "short_answer"
difficulty = "basic"
stem = { es = "¿Qué lengua?", en = "Which language?" }
feedback.right = { es = "Sí.", en = "Yes." }
feedback.wrong = { es = "No.", en = "No." }
[[question.accepted]]
text = "Q'eqchi'"
[[question.accepted]]
text = "Maya"
credit = 50
feedback = { es = "¿Cuál de ellas?", en = "Which of them?" }

[[question]]
id = "k-number"
kind = "numeric"
difficulty = "basic"
stem = { es = "¿Cuánto dura?", en = "How long?" }
value = 90
tolerance = "0,5"
feedback.right = { es = "Sí.", en = "Yes." }
feedback.wrong = { es = "No.", en = "No." }
[[question.unit]]
name = "min"
[[question.unit]]
name = "h"
factor = 60

[[question]]
id = "k-cloze"
kind = "cloze"
difficulty = "applied"
stem.es = "Hoy es [[a]], van [[b]] de [[c]]."
stem.en = "Of [[c]] there are [[b]]; today is [[a]]."
feedback.right = { es = "Sí.", en = "Yes." }
feedback.wrong = { es = "No.", en = "No." }
[[question.gap]]
id = "a"
wants = "text"
accepted = [{ text = "lunes" }, { text = "Monday" }]
[[question.gap]]
id = "b"
wants = "number"
value = 2.5
[[question.gap]]
id = "c"
wants = "choice"
[[question.gap.choice]]
id = "x"
text = { es = "tres", en = "three" }
right = true
[[question.gap.choice]]
id = "y"
text = { es = "cuatro", en = "four" }

[[question]]
id = "k-hot"
kind = "hot_text"
difficulty = "demanding"
stem = { es = "Marque lo que se vio.", en = "Mark what was seen." }
passage.es = "Ana [[a:llegó a las ocho]] y [[b:estaba feliz]]."
passage.en = "Ana [[a:came at eight]] and [[b:was happy]]."
feedback.right = { es = "Sí.", en = "Yes." }
feedback.wrong = { es = "No.", en = "No." }
[[question.span]]
id = "a"
right = true
feedback = { es = "Se vio.", en = "It was seen." }
[[question.span]]
id = "b"
feedback = { es = "Se piensa.", en = "It is thought." }

[[question]]
id = "k-case"
kind = "vignette"
difficulty = "demanding"
stem = { es = "Un caso.", en = "A case." }
[[question.part]]
id = "p1"
kind = "true_false"
stem = { es = "¿Es así?", en = "Is it so?" }
[[question.part.choice]]
id = "a"
text = { es = "Verdadero", en = "True" }
feedback = { es = "No.", en = "No." }
[[question.part.choice]]
id = "b"
text = { es = "Falso", en = "False" }
right = true
feedback = { es = "Así es.", en = "Right." }
[[question.part]]
id = "p2"
kind = "numeric"
tells = { es = "Pasa un día.", en = "A day goes by." }
stem = { es = "¿Cuántas horas?", en = "How many hours?" }
value = 24
feedback.right = { es = "Sí.", en = "Yes." }
feedback.wrong = { es = "No.", en = "No." }

[[question]]
id = "k-open"
kind = "open"
difficulty = "demanding"
stem = { es = "Escriba una nota.", en = "Write a note." }
longest = 600
criteria = { es = "Separa lo visto.", en = "Sets apart what was seen." }
"#;

const TESTS: &str = r#"title = { es = "Prueba", en = "Test" }
summary = { es = "Mide.", en = "It measures." }
minutes = 10
counting = "measurement"
from = ["t1-pool"]
"#;

const DRAWS: &str = r#"[[draw]]
count = 2
topic = "t1"
difficulty = "basic"
[[draw]]
count = 1
"#;

/// Four questions in each of two forms: three basic, one applied.
fn pool() -> String {
    let question = |number: usize| {
        let form = if number.is_multiple_of(2) { "a" } else { "b" };
        let difficulty = if number < 6 { "basic" } else { "applied" };
        format!(
            r#"
[[question]]
id = "pool-{number}"
kind = "true_false"
difficulty = "{difficulty}"
form = "{form}"
stem = {{ es = "¿{number}?", en = "{number}?" }}
choice = [
  {{ id = "a", text = {{ es = "Verdadero", en = "True" }}, right = true, feedback = {{ es = "Sí.", en = "Yes." }} }},
  {{ id = "b", text = {{ es = "Falso", en = "False" }}, feedback = {{ es = "No.", en = "No." }} }},
]
"#
        )
    };
    format!("id = \"t1-pool\"\n{}", (0..8).map(question).collect::<String>())
}

pub fn whole() -> Files {
    let mut files = sample();
    let days = r#"activities = ["t1-p", "t1-q", "t1-k", "t1-x", "t1-y", "t1-z"]"#;
    files.insert(P.into(), PROGRAMME.replace(r#"activities = ["t1-p", "t1-q"]"#, days).into_bytes());
    files.insert(KINDS.into(), ALL_KINDS.into());
    files.insert(POOL.into(), pool().into_bytes());
    let test = |id: &str, side: &str| {
        format!("id = \"{id}\"\n{TESTS}parallel = {{ pair = \"before-after\", side = \"{side}\" }}\n{DRAWS}")
            .into_bytes()
    };
    files.insert(BEFORE.into(), test("t1-x", "before"));
    files.insert(AFTER.into(), test("t1-y", "after"));
    // A gate of the quiz's own questions, with a draw.
    let gate = crate::common::QUIZ.replace("t1-q", "t1-z").replace("pass = 80\n", "");
    let gate = gate.replacen("attempts = 3\n", "attempts = 3\n[[draw]]\ncount = 1\ndifficulty = \"applied\"\n", 1);
    files.insert(GATE.into(), gate.into_bytes());
    files
}
