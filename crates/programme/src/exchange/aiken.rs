//! AIKEN: a question, its choices with a letter before each, and `ANSWER: B`. It must not know any other format.

use super::{Exchanged, Left, Notes, beginning, choice_id, read_question};
use domain::Text;
use domain::quizzes::{Choice, QuestionKind};

/// A question as far as it has been read.
#[derive(Default)]
struct Open {
    line: usize,
    stem: String,
    choices: Vec<(char, String)>,
}

pub(super) fn read(written: &str, language: &str) -> Exchanged {
    let mut found = Exchanged::default();
    let mut open = Open::default();
    for (place, line) in written.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        if open.stem.is_empty() {
            open.line = place + 1;
        }
        if let Some(right) = line.strip_prefix("ANSWER:") {
            std::mem::take(&mut open).end(right.trim(), language, &mut found);
        } else if let Some((letter, words)) = choice(line).filter(|_| !open.stem.is_empty()) {
            open.choices.push((letter, words.to_owned()));
        } else if let Some((_, words)) = open.choices.last_mut() {
            // A choice that goes on in the next line.
            words.push(' ');
            words.push_str(line);
        } else {
            if !open.stem.is_empty() {
                open.stem.push('\n');
            }
            open.stem.push_str(line);
        }
    }
    if !open.stem.is_empty() {
        let question = beginning(&open.stem);
        Notes { all: &mut found.notes, question, line: open.line }.add(Left::Unreadable("ANSWER:"));
    }
    found
}

/// «B) these words», «B. these words».
fn choice(line: &str) -> Option<(char, &str)> {
    let letter = line.chars().next().filter(char::is_ascii_uppercase)?;
    let words = line[1..].strip_prefix(['.', ')'])?;
    words.starts_with(' ').then(|| (letter, words.trim()))
}

impl Open {
    fn end(self, right: &str, language: &str, found: &mut Exchanged) {
        let mut notes = Notes { all: &mut found.notes, question: beginning(&self.stem), line: self.line };
        let right = right.chars().next();
        if self.stem.is_empty()
            || self.choices.len() < 2
            || !self.choices.iter().any(|(letter, _)| Some(*letter) == right)
        {
            return notes.add(Left::Unreadable("ANSWER:"));
        }
        let choices = self.choices.into_iter().enumerate().map(|(place, (letter, words))| Choice {
            id: choice_id(place),
            text: super::text(words, language),
            right: Some(letter) == right,
            feedback: Text::default(),
        });
        let kind = QuestionKind::SingleChoice { choices: choices.collect() };
        found.questions.push(read_question(self.stem, kind, language, &mut notes));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_read_with_their_right_choice_and_what_is_not_one_is_told() {
        let file = "¿A quién se avisa primero?\nA. A nadie\nB) A la persona responsable\n   del puesto\nANSWER: B\n\n\
                    Esta no tiene respuesta\nA. Sí\nB. No\nANSWER: D\n\nEsta no termina\nA. Sí\n";
        let found = read(file, "es");
        let QuestionKind::SingleChoice { choices } = &found.questions[0].kind else { panic!("a single choice") };
        assert_eq!(found.questions.len(), 1);
        assert_eq!(choices[1].text.get("es"), "A la persona responsable del puesto");
        assert_eq!(choices.iter().map(|choice| choice.right).collect::<Vec<_>>(), [false, true]);
        assert_eq!(found.notes.iter().map(|note| note.line).collect::<Vec<_>>(), [7, 12]);
    }
}
