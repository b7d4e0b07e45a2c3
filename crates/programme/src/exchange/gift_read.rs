//! GIFT, read. A question is a paragraph: `::name:: words {answers} words`, with `~ = # { } : \` escaped by a backslash. It must not
//! know any other format.

use super::{Exchanged, Left, Notes, beginning, choice_id, matching_of, read_question, text};
use domain::quizzes::{
    Accepted, Choice, Cloze, Decimal, Feedback, Gap, GapChoice, GapKind, Matching, Numeric, Open, QuestionKind,
    ShortAnswer,
};

/// The longest open answer where a file does not say: about two pages.
const LONGEST_OPEN: u16 = 5_000;

pub(super) fn read(written: &str, language: &str) -> Exchanged {
    let mut found = Exchanged::default();
    for (line, paragraph) in paragraphs(written) {
        let (name, rest) = name_of(&paragraph);
        let question = if name.is_empty() { beginning(&unescaped(rest)) } else { name };
        let mut notes = Notes { all: &mut found.notes, question, line };
        if paragraph.trim_start().starts_with('$') {
            notes.add(Left::Category);
            continue;
        }
        if let Some((stem, kind)) = question_of(rest, language, &mut notes) {
            found.questions.push(read_question(stem, kind, language, &mut notes));
        }
    }
    found
}

/// The paragraphs without comments, each with the line on which it begins. A blank line inside braces does not end one.
fn paragraphs(written: &str) -> Vec<(usize, String)> {
    let mut all: Vec<(usize, String)> = Vec::new();
    let mut inside = false;
    let mut ended = true;
    for (place, line) in written.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        if line.trim().is_empty() && !inside {
            ended = true;
            continue;
        }
        if ended {
            all.push((place + 1, String::new()));
            ended = false;
        }
        if let Some((_, text)) = all.last_mut() {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(line);
        }
        for (sign, _) in signs(line, &['{', '}']) {
            inside = sign == '{';
        }
    }
    all
}

/// The unescaped signs of these kinds, with their places in bytes.
fn signs<'a>(text: &'a str, kinds: &'a [char]) -> impl Iterator<Item = (char, usize)> + 'a {
    let mut escaped = false;
    text.char_indices().filter_map(move |(at, sign)| {
        let hidden = escaped;
        escaped = !escaped && sign == '\\';
        (!hidden && kinds.contains(&sign)).then_some((sign, at))
    })
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        match (sign, signs.clone().next()) {
            ('\\', Some('n')) => {
                signs.next();
                out.push('\n');
            }
            ('\\', Some(escaped @ ('~' | '=' | '#' | '{' | '}' | ':' | '\\'))) => {
                signs.next();
                out.push(escaped);
            }
            (sign, _) => out.push(sign),
        }
    }
    out.trim().to_owned()
}

fn name_of(paragraph: &str) -> (String, &str) {
    let named = paragraph.trim_start().strip_prefix("::");
    let ended = named.and_then(|rest| {
        let at = rest.match_indices("::").map(|(at, _)| at).find(|at| !rest[..*at].ends_with('\\'))?;
        Some((unescaped(&rest[..at]), &rest[at + 2..]))
    });
    ended.unwrap_or((String::new(), paragraph))
}

fn question_of(rest: &str, language: &str, notes: &mut Notes<'_>) -> Option<(String, QuestionKind)> {
    let braces: Vec<(char, usize)> = signs(rest, &['{', '}']).collect();
    let [('{', open), ('}', close)] = braces[..] else {
        notes.add(if braces.is_empty() { Left::Form("description".into()) } else { Left::Unreadable("{ }") });
        return None;
    };
    let (before, after) = (stem_of(&rest[..open], notes), unescaped(&rest[open + 1 + (close - open)..]));
    let answers = rest[open + 1..close].trim();
    if after.is_empty() {
        return kind_of(answers, language, notes).map(|kind| (before, kind));
    }
    // The answer stands in the middle of the words: a gap.
    let stem = format!("{before} [[a]] {after}");
    let wants = match kind_of(answers, language, notes)? {
        QuestionKind::SingleChoice { choices } => GapKind::Choice {
            choices: choices.into_iter().map(|it| GapChoice { id: it.id, text: it.text, right: it.right }).collect(),
        },
        QuestionKind::ShortAnswer(short) => GapKind::Text { accepted: short.accepted },
        QuestionKind::Numeric(numeric) => GapKind::Number { value: numeric.value, tolerance: numeric.tolerance },
        // What cannot stand in a gap is asked below the words.
        other => return Some((format!("{before} _____ {after}"), other)),
    };
    let gaps = vec![Gap { id: choice_id(0), wants }];
    Some((stem, QuestionKind::Cloze(Cloze { gaps, feedback: Feedback::default() })))
}

/// `[html]`, `[markdown]` and so on before the words.
fn stem_of(written: &str, notes: &mut Notes<'_>) -> String {
    let trimmed = written.trim();
    for format in ["html", "moodle", "plain", "markdown"] {
        if let Some(words) = trimmed.strip_prefix(&format!("[{format}]")) {
            let words = unescaped(words);
            return if format == "html" { super::xml::markdown_of_html(&words, notes) } else { words };
        }
    }
    unescaped(trimmed)
}

/// What follows the last `####`: words for everybody.
fn general(answers: &str) -> (&str, String) {
    match answers.rfind("####").filter(|at| !answers[..*at].ends_with('\\')) {
        Some(at) => (answers[..at].trim(), unescaped(&answers[at + 4..])),
        None => (answers, String::new()),
    }
}

fn kind_of(answers: &str, language: &str, notes: &mut Notes<'_>) -> Option<QuestionKind> {
    let (answers, general) = general(answers);
    let feedback =
        Feedback { right: text(general.clone(), language), wrong: text(general, language), ..Feedback::default() };
    if answers.is_empty() {
        return Some(QuestionKind::Open(Open { longest: LONGEST_OPEN, criteria: feedback.right }));
    }
    if let Some(number) = answers.strip_prefix('#') {
        return numeric(number, language, feedback, notes);
    }
    if let Some(kind) = true_false(answers, language) {
        return Some(kind);
    }
    let parts = parts(answers);
    if parts.is_empty() {
        notes.add(Left::Unreadable("= ~"));
        return None;
    }
    if parts.iter().all(|part| part.right && pair(&part.words).is_some()) {
        return matching(&parts, language, feedback, notes);
    }
    if parts.iter().all(|part| part.right) {
        return Some(short(&parts, language, feedback, notes));
    }
    Some(choices(&parts, language, notes))
}

/// One answer among several.
struct Part {
    right: bool,
    /// Per cent, where it is written: `%50%`.
    weight: Option<f64>,
    /// Still escaped.
    words: String,
    feedback: String,
}

fn parts(answers: &str) -> Vec<Part> {
    let starts: Vec<(char, usize)> = signs(answers, &['=', '~']).collect();
    let ends = starts.iter().skip(1).map(|(_, at)| *at).chain(std::iter::once(answers.len()));
    starts
        .iter()
        .zip(ends)
        .map(|((sign, at), end)| {
            let written = answers[at + 1..end].trim();
            let weighted = written.strip_prefix('%').and_then(|rest| rest.split_once('%'));
            let weighted = weighted.and_then(|(weight, rest)| Some((weight.trim().parse::<f64>().ok()?, rest)));
            let (weight, written) = weighted.map_or((None, written), |(weight, rest)| (Some(weight), rest));
            let split = signs(written, &['#']).next().map(|(_, at)| at);
            let (words, feedback) = split.map_or((written, ""), |at| (&written[..at], &written[at + 1..]));
            Part { right: *sign == '=', weight, words: words.trim().to_owned(), feedback: unescaped(feedback) }
        })
        .collect()
}

fn pair(words: &str) -> Option<(&str, &str)> {
    words.split_once("->")
}

/// `T`, `FALSE#words where she is wrong#words where she is right`.
fn true_false(answers: &str, language: &str) -> Option<QuestionKind> {
    let mut said = signs(answers, &['#']).map(|(_, at)| at);
    let first = said.next().unwrap_or(answers.len());
    let right = match answers[..first].trim() {
        "T" | "TRUE" => true,
        "F" | "FALSE" => false,
        _ => return None,
    };
    let second = said.next().unwrap_or(answers.len());
    let feedback = |from: usize, to: usize| unescaped(answers.get(from + 1..to).unwrap_or_default());
    let (wrong, well) = (feedback(first, second), feedback(second, answers.len()));
    let words = if language == "en" { ["True", "False"] } else { ["Verdadero", "Falso"] };
    let choice = |place: usize, is_right: bool| Choice {
        id: choice_id(place),
        text: text(words[place].to_owned(), language),
        right: is_right,
        feedback: text(if is_right { well.clone() } else { wrong.clone() }, language),
    };
    Some(QuestionKind::TrueFalse { choices: vec![choice(0, right), choice(1, !right)] })
}

fn numeric(written: &str, language: &str, mut feedback: Feedback, notes: &mut Notes<'_>) -> Option<QuestionKind> {
    let parts = parts(written);
    let chosen = parts.iter().find(|part| part.right && part.weight.is_none_or(|weight| weight >= 100.0));
    if parts.len() > 1 {
        notes.add(Left::Numbers);
    }
    if let Some(said) = chosen.map(|part| &part.feedback).filter(|said| !said.is_empty()) {
        feedback.right = text(said.clone(), language);
    }
    let plain = signs(written, &['#']).next().map_or(written, |(_, at)| &written[..at]);
    let range = chosen.map_or(plain, |part| part.words.as_str());
    let found = range_of(range.trim());
    if found.is_none() {
        notes.add(Left::Unreadable("#"));
    }
    let (value, tolerance) = found?;
    Some(QuestionKind::Numeric(Numeric { value, tolerance, units: Vec::new(), feedback }))
}

/// `3`, `3:0.5`, `2.5..3.5`.
fn range_of(written: &str) -> Option<(Decimal, Decimal)> {
    if let Some((from, to)) = written.split_once("..") {
        let (from, to): (Decimal, Decimal) = (from.parse().ok()?, to.parse().ok()?);
        let half: Decimal = "0.5".parse().ok()?;
        let tolerance = from.distance(to).times(half);
        return (from <= to).then(|| (from.plus(tolerance), tolerance));
    }
    let (value, tolerance) = written.split_once(':').unwrap_or((written, "0"));
    let tolerance: Decimal = tolerance.parse().ok()?;
    Some((value.parse().ok()?, tolerance)).filter(|_| !tolerance.is_negative())
}

fn matching(parts: &[Part], language: &str, feedback: Feedback, notes: &mut Notes<'_>) -> Option<QuestionKind> {
    let mut pairs = Vec::new();
    for part in parts {
        let (left, right) = pair(&part.words)?;
        pairs.push((unescaped(left), unescaped(right)));
        if !part.feedback.is_empty() {
            notes.add(Left::Feedback);
        }
    }
    let (stems, options) = matching_of(pairs, language);
    Some(QuestionKind::Matching(Matching { stems, options, feedback }))
}

fn short(parts: &[Part], language: &str, feedback: Feedback, notes: &mut Notes<'_>) -> QuestionKind {
    let accepted = parts.iter().map(|part| {
        let words = unescaped(&part.words);
        if words.contains('*') {
            notes.add(Left::Pattern);
        }
        Accepted {
            text: words,
            credit: credit(part.weight.unwrap_or(100.0)),
            feedback: text(part.feedback.clone(), language),
        }
    });
    QuestionKind::ShortAnswer(ShortAnswer { accepted: accepted.collect(), feedback })
}

fn credit(per_cent: f64) -> u8 {
    per_cent.clamp(0.0, 100.0).round() as u8
}

fn choices(parts: &[Part], language: &str, notes: &mut Notes<'_>) -> QuestionKind {
    let weights: Vec<f64> =
        parts.iter().map(|part| part.weight.unwrap_or(if part.right { 100.0 } else { 0.0 })).collect();
    let single = parts.iter().any(|part| part.right);
    let right = |weight: f64| if single { weight >= 100.0 } else { weight > 0.0 };
    super::moodle_read::note_weights(&weights, single, notes);
    let choices = parts.iter().zip(&weights).enumerate().map(|(place, (part, weight))| Choice {
        id: choice_id(place),
        text: text(unescaped(&part.words), language),
        right: right(*weight),
        feedback: text(part.feedback.clone(), language),
    });
    let choices: Vec<Choice> = choices.collect();
    if single { QuestionKind::SingleChoice { choices } } else { QuestionKind::MultipleChoice { choices } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(written: &str) -> (QuestionKind, Vec<Left>) {
        let found = read(written, "es");
        let left = found.notes.into_iter().map(|note| note.left).collect();
        (found.questions.into_iter().next().expect("a question").kind, left)
    }

    #[test]
    fn a_single_choice_with_escapes_and_feedback() {
        let (kind, left) = one("::Uno:: ¿Cuánto es 1\\=1? {\n=sí \\{así\\} # Bien\n~no # No\n}");
        let QuestionKind::SingleChoice { choices } = kind else { panic!("a single choice") };
        assert_eq!(
            (choices[0].text.get("es"), choices[0].feedback.get("es"), choices[0].right),
            ("sí {así}", "Bien", true)
        );
        assert_eq!((choices.len(), left), (2, vec![]));
    }

    #[test]
    fn the_other_forms() {
        let (kind, left) = one("Marque dos {~%50%a ~%50%b ~%-100%c}");
        assert!(matches!(kind, QuestionKind::MultipleChoice { ref choices } if choices[1].right && !choices[2].right));
        assert_eq!(left, [Left::Penalty], "there C takes all, here a half");
        assert_eq!(one("Marque una {~%100%a ~%-100%b}").1, []);
        assert_eq!(one("¿Cuántas? {#=3:0 =%50%3:1}").1, [Left::Numbers]);
        assert_eq!(one("Elija {=sí ~No ~ no}").1, [Left::Alike]);
        assert!(matches!(one("Así es. {FALSE#No#Sí}").0, QuestionKind::TrueFalse { ref choices } if choices[1].right));
        let (kind, _) = one("Una señal es un {=indicador =%50%signo}");
        assert!(matches!(kind, QuestionKind::ShortAnswer(ref it) if it.accepted[1].credit == 50));
        let number = |text: &str| text.parse::<Decimal>().expect("a number");
        let (kind, _) = one("¿Cuántas horas? {#2..3}");
        assert!(
            matches!(kind, QuestionKind::Numeric(ref it) if (it.value, it.tolerance) == (number("2.5"), number("0.5")))
        );
        let (kind, _) = one("Una {=a -> 1 =b -> 1 = -> 2 =c -> 3}");
        let QuestionKind::Matching(matching) = kind else { panic!("matching") };
        assert_eq!((matching.stems.len(), matching.options.len()), (3, 3), "equal options are one");
        assert_eq!(matching.stems[0].matches, matching.stems[1].matches);
        assert!(matches!(one("Escriba {}").0, QuestionKind::Open(_)));
        let found = read("La señal {~confirma =avisa} y nada más.", "es");
        assert_eq!(found.questions[0].stem.get("es"), "La señal [[a]] y nada más.");
        assert!(matches!(found.questions[0].kind, QuestionKind::Cloze(_)));
    }

    #[test]
    fn what_is_no_question_is_told_with_its_line() {
        let found = read("// nada\n$CATEGORY: uno\n\nSolo palabras.\n\nRota {=a ~b\n\n\nfin", "es");
        let told: Vec<(usize, Left)> = found.notes.into_iter().map(|note| (note.line, note.left)).collect();
        assert_eq!(told, [(2, Left::Category), (4, Left::Form("description".into())), (6, Left::Unreadable("{ }"))]);
        assert!(found.questions.is_empty());
    }
}
