//! Moodle's «cloze»: answers embedded in the words, `{1:SHORTANSWER:=uno~%50%one}`. Read and written. It must not know XML.

use super::{Left, Notes, choice_id, text};
use domain::Text;
use domain::ids::ChoiceId;
use domain::quizzes::{Accepted, Cloze, Feedback, Gap, GapChoice, GapKind, QuestionKind};

/// The words with `[[a]]` where answers were embedded, and what each wants. The words are still as the file has them: the caller
/// converts them with [`super::with_gaps_kept`].
pub(super) fn read(stem: &str, language: &str, notes: &mut Notes<'_>) -> Option<(String, QuestionKind)> {
    let (mut words, mut gaps, mut rest) = (String::new(), Vec::new(), stem);
    while let Some((before, inside, after)) = embedded(rest) {
        let id = choice_id(gaps.len());
        let Some(wants) = gap(inside, language, notes) else {
            notes.add(Left::Unreadable("{1:…}"));
            return None;
        };
        words.push_str(&format!("{before}[[{id}]]"));
        gaps.push(Gap { id, wants });
        rest = after;
    }
    words.push_str(rest);
    if gaps.is_empty() {
        notes.add(Left::Unreadable("{1:…}"));
        return None;
    }
    Some((words, QuestionKind::Cloze(Cloze { gaps, feedback: Feedback::default() })))
}

/// The next pair of braces that holds `weight:TYPE:answers`, with what stands around it.
fn embedded(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        let close = ends(text, open)?;
        let inside = &text[open + 1..close];
        let mut parts = inside.splitn(3, ':');
        let weight = parts.next().is_some_and(|it| it.trim().chars().all(|c| c.is_ascii_digit()));
        if weight && parts.next().is_some_and(|kind| kind_of(kind).is_some()) && parts.next().is_some() {
            return Some((&text[..open], inside, &text[close + 1..]));
        }
        from = open + 1;
    }
    None
}

/// The brace that closes; one behind a backslash does not.
fn ends(text: &str, open: usize) -> Option<usize> {
    let mut escaped = false;
    text[open..].char_indices().find_map(|(at, sign)| {
        let hidden = escaped;
        escaped = !escaped && sign == '\\';
        (!hidden && sign == '}').then_some(open + at)
    })
}

enum Wants {
    Text,
    Choice,
    Number,
}

fn kind_of(written: &str) -> Option<Wants> {
    match written.trim().trim_end_matches(['_', 'S']).to_ascii_uppercase().as_str() {
        "SHORTANSWER" | "SA" | "MW" | "SHORTANSWER_C" | "SAC" | "MWC" => Some(Wants::Text),
        "MULTICHOICE" | "MC" | "MULTICHOICE_V" | "MCV" | "MULTICHOICE_H" | "MCH" => Some(Wants::Choice),
        "NUMERICAL" | "NM" => Some(Wants::Number),
        _ => None,
    }
}

/// One of the answers of a gap.
struct Answer {
    per_cent: f64,
    words: String,
    feedback: String,
}

fn gap(inside: &str, language: &str, notes: &mut Notes<'_>) -> Option<GapKind> {
    let mut parts = inside.splitn(3, ':').skip(1);
    let kind = kind_of(parts.next()?)?;
    let answers: Vec<Answer> = split(parts.next()?, '~').into_iter().map(|written| answer(&written)).collect();
    if answers.iter().any(|it| !it.feedback.is_empty()) && !matches!(kind, Wants::Text) {
        notes.add(Left::Feedback);
    }
    match kind {
        Wants::Text => {
            let answers = answers.into_iter().filter(|it| it.words != "*");
            let accepted = answers.map(|it| Accepted {
                text: it.words,
                credit: it.per_cent.clamp(0.0, 100.0).round() as u8,
                feedback: text(it.feedback, language),
            });
            let accepted: Vec<Accepted> = accepted.collect();
            accepted.iter().any(|it| it.credit == 100).then_some(GapKind::Text { accepted })
        }
        Wants::Choice => {
            if answers.iter().any(|it| it.per_cent > 0.0 && it.per_cent < 100.0) {
                notes.add(Left::Weights);
            }
            let choice = |(place, it): (usize, Answer)| GapChoice {
                id: choice_id(place),
                text: text(it.words, language),
                right: it.per_cent >= 100.0,
            };
            let choices: Vec<GapChoice> = answers.into_iter().enumerate().map(choice).collect();
            let rights = choices.iter().filter(|choice| choice.right).count();
            (choices.len() >= 2 && rights == 1).then_some(GapKind::Choice { choices })
        }
        Wants::Number => {
            if answers.len() > 1 {
                notes.add(Left::Weights);
            }
            let right = answers.iter().find(|it| it.per_cent >= 100.0)?;
            let (value, tolerance) = right.words.split_once(':').unwrap_or((&right.words, "0"));
            Some(GapKind::Number { value: value.parse().ok()?, tolerance: tolerance.parse().ok()? })
        }
    }
}

/// `=words#feedback`, `%50%words`, `words`.
fn answer(written: &str) -> Answer {
    let (marked, rest) = match written.trim().strip_prefix('=') {
        Some(rest) => (Some(100.0), rest),
        None => (None, written.trim()),
    };
    let weighted = rest.strip_prefix('%').and_then(|it| it.split_once('%'));
    let weighted = weighted.and_then(|(weight, rest)| Some((weight.parse::<f64>().ok()?, rest)));
    let (per_cent, rest) = weighted.map_or((marked.unwrap_or(0.0), rest), |(weight, rest)| (weight, rest));
    let mut halves = split(rest, '#').into_iter();
    let words = halves.next().map(|it| unescaped(&it)).unwrap_or_default();
    Answer { per_cent, words, feedback: halves.next().map(|it| unescaped(&it)).unwrap_or_default() }
}

/// At a sign that no backslash stands before; the parts stay escaped.
fn split(text: &str, at: char) -> Vec<String> {
    let (mut parts, mut escaped) = (vec![String::new()], false);
    for sign in text.chars() {
        let hidden = escaped;
        escaped = !escaped && sign == '\\';
        if sign == at && !hidden {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(sign);
        }
    }
    parts
}

fn unescaped(text: &str) -> String {
    let (mut out, mut escaped) = (String::with_capacity(text.len()), false);
    for sign in text.chars() {
        if sign == '\\' && !escaped {
            escaped = true;
        } else {
            escaped = false;
            out.push(sign);
        }
    }
    out.trim().to_owned()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    for sign in text.chars() {
        if matches!(sign, '~' | '=' | '#' | '}' | '{' | '%' | ':' | '\\') {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

/// The words with each gap as an embedded answer.
pub(super) fn written(stem: &str, cloze: &Cloze, language: &str) -> String {
    cloze.gaps.iter().fold(stem.to_owned(), |words, Gap { id, wants }| {
        words.replace(&place_of(id), &format!("{{1:{}}}", answers(wants, language)))
    })
}

fn place_of(id: &ChoiceId) -> String {
    format!("[[{id}]]")
}

fn answers(wants: &GapKind, language: &str) -> String {
    let said = |feedback: &Text| {
        let words = feedback.get(language);
        if words.is_empty() { String::new() } else { format!("#{}", escaped(words)) }
    };
    match wants {
        GapKind::Text { accepted } => {
            let each = accepted.iter().map(|it| format!("%{}%{}{}", it.credit, escaped(&it.text), said(&it.feedback)));
            format!("SHORTANSWER:{}", each.collect::<Vec<_>>().join("~"))
        }
        GapKind::Choice { choices } => {
            let sign = |right| if right { "=" } else { "" };
            let each = choices.iter().map(|it| format!("{}{}", sign(it.right), escaped(it.text.get(language))));
            format!("MULTICHOICE:{}", each.collect::<Vec<_>>().join("~"))
        }
        GapKind::Number { value, tolerance } => format!("NUMERICAL:={value}:{tolerance}"),
    }
}
