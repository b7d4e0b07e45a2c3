//! Something to try inside a text: a question between the lines `:::try` and `:::answer`, and one possible answer up to a line `:::`,
//! which a page folds away. It must not know whose text it is.

use crate::markdown::html;
use crate::teaching_cause::TeachingCause;

/// A text in the pieces in which a page shows it; every HTML is safe to put into a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    Html(String),
    /// Something to try, and an answer that is shown when it is asked for.
    Try {
        question: String,
        answer: String,
    },
}

enum Line<'m> {
    Try,
    Answer,
    End,
    Text(&'m str),
}

fn line(text: &str) -> Line<'_> {
    match text.trim_end() {
        ":::try" => Line::Try,
        ":::answer" => Line::Answer,
        ":::" => Line::End,
        _ => Line::Text(text),
    }
}

/// The passages of a Markdown text. Markers that do not belong together are left out: `faults` tells them to an author.
pub fn passages(markdown: &str) -> Vec<Passage> {
    let mut passages = Vec::new();
    let (mut text, mut question) = (String::new(), None::<String>);
    let mut close = |text: &mut String, question: &mut Option<String>| {
        let here = std::mem::take(text);
        let passage = match question.take() {
            Some(question) => Passage::Try { question: html(&question), answer: html(&here) },
            None => Passage::Html(html(&here)),
        };
        if passage != Passage::Html(String::new()) {
            passages.push(passage);
        }
    };
    for one in markdown.split_inclusive('\n') {
        match line(one) {
            Line::Try | Line::End => close(&mut text, &mut question),
            Line::Answer => question = Some(std::mem::take(&mut text)),
            Line::Text(words) => text.push_str(words),
        }
    }
    close(&mut text, &mut question);
    passages
}

/// The text without the markers, on the same lines: all that is read, folded away or not.
pub(crate) fn without_markers(markdown: &str) -> String {
    let kept = |one| if let Line::Text(words) = line(one) { words } else { "\n" };
    markdown.split_inclusive('\n').map(kept).collect()
}

/// The lines of questions to try, counted from 0.
pub(crate) fn markers(markdown: &str) -> impl Iterator<Item = usize> {
    markdown.lines().enumerate().filter(|(_, one)| matches!(line(one), Line::Try)).map(|(at, _)| at)
}

/// What is wrong with the markers, each with its line counted from 0.
pub(crate) fn faults(markdown: &str) -> Vec<(usize, TeachingCause)> {
    let mut faults = Vec::new();
    // The line of the open `:::try`, whether its answer has begun, and whether there are words in what is open.
    let mut open: Option<(usize, bool, bool)> = None;
    for (number, one) in markdown.lines().enumerate() {
        let stray = || (number, TeachingCause::TryStray { found: one.trim_end().to_owned() });
        match (line(one), open) {
            (Line::Try, was) => {
                faults.extend(was.map(|(at, ..)| (at, TeachingCause::TryOpen)));
                open = Some((number, false, false));
            }
            (Line::Answer, Some((at, false, words))) => {
                faults.extend((!words).then_some((at, TeachingCause::TryEmpty)));
                open = Some((at, true, false));
            }
            (Line::End, Some((at, answered, words))) => {
                let why = if answered { TeachingCause::TryEmpty } else { TeachingCause::TryWithoutAnswer };
                faults.extend((!answered || !words).then_some((at, why)));
                open = None;
            }
            (Line::Answer | Line::End, _) => faults.push(stray()),
            (Line::Text(words), Some((at, answered, some))) => {
                open = Some((at, answered, some || !words.trim().is_empty()))
            }
            (Line::Text(_), None) => {}
        }
    }
    faults.extend(open.map(|(at, ..)| (at, TeachingCause::TryOpen)));
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = "Antes.\n\n:::try\n¿Qué ve?\n:::answer\nUna *silla*.\n:::\n\nDespués.\n";

    #[test]
    fn what_is_to_try_has_its_answer_apart() {
        let try_ =
            Passage::Try { question: "<p>¿Qué ve?</p>\n".into(), answer: "<p>Una <em>silla</em>.</p>\n".into() };
        let html = |words: &str| Passage::Html(format!("<p>{words}</p>\n"));
        assert_eq!(passages(SOUND), [html("Antes."), try_, html("Después.")]);
        assert_eq!(faults(SOUND), []);
        assert_eq!(without_markers(SOUND).lines().count(), SOUND.lines().count());
        assert!(!without_markers(SOUND).contains(":::"));
    }

    #[test]
    fn markers_that_do_not_belong_together_are_told_on_their_line() {
        for (markdown, line, why) in [
            (":::try\n¿Qué?\n", 0, TeachingCause::TryOpen),
            ("Uno.\n:::try\n¿Qué?\n:::\n", 1, TeachingCause::TryWithoutAnswer),
            ("Uno.\n:::\n", 1, TeachingCause::TryStray { found: ":::".into() }),
            (":::answer\nEso.\n", 0, TeachingCause::TryStray { found: ":::answer".into() }),
            (":::try\n\n:::answer\nEso.\n:::\n", 0, TeachingCause::TryEmpty),
            (":::try\n¿Qué?\n:::answer\n:::\n", 0, TeachingCause::TryEmpty),
        ] {
            assert_eq!(faults(markdown), [(line, why)], "{markdown}");
        }
    }
}
