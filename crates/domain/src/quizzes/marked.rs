//! What stands between double brackets in a text: the gaps of a cloze, `[[a]]`, and what can be marked in a hot text,
//! `[[a:these words]]`. It must not know how either is shown.

/// The longest that can stand between the brackets, in bytes. A limit, since a hostile text could open a million of them.
const LONGEST: usize = 500;

/// One piece of such a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    Words(&'t str),
    /// A gap, by its id.
    Gap(&'t str),
    /// Words that can be marked.
    Span {
        id: &'t str,
        words: &'t str,
    },
}

/// The text in pieces, in their order. Brackets that hold neither a gap nor a span stay words, so that joining the pieces loses
/// nothing.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(open) = rest[from..].find("[[").map(|at| from + at) {
        let inside = &rest[open + 2..];
        let reach = inside.floor_char_boundary(LONGEST + 2);
        let close = inside[..reach].find("]]");
        match close.and_then(|close| Some((close, piece(&inside[..close])?))) {
            Some((close, piece)) => {
                found.extend((open > 0).then(|| Piece::Words(&rest[..open])));
                found.push(piece);
                rest = &inside[close + 2..];
                from = 0;
            }
            // The second bracket may open the true pair: `[[[a]]`.
            None => from = open + 1,
        }
    }
    found.extend((!rest.is_empty()).then_some(Piece::Words(rest)));
    found
}

/// What stands between the brackets, if it is written as it should be.
fn piece(inside: &str) -> Option<Piece<'_>> {
    let (id, words) = inside.split_once(':').map_or((inside, None), |(id, words)| (id, Some(words)));
    let is_id = (1..=2).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    match words {
        _ if !is_id => None,
        None => Some(Piece::Gap(id)),
        Some(words) => (!words.trim().is_empty() && !words.contains("[[")).then_some(Piece::Span { id, words }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn brackets_that_are_opened_and_never_closed_take_no_time() {
        assert_eq!(pieces(&"[[a:".repeat(100_000)).len(), 1);
    }

    #[test]
    fn gaps_and_spans_are_found_and_all_else_is_words() {
        assert_eq!(
            pieces("Avisa [[a]], hoy [[b2:mismo día]]."),
            [
                Piece::Words("Avisa "),
                Piece::Gap("a"),
                Piece::Words(", hoy "),
                Piece::Span { id: "b2", words: "mismo día" },
                Piece::Words("."),
            ]
        );
        for words in ["", "[[A]]", "[[abc]]", "[[]]", "[[a: ]]", "[[a", "[a]", "[[ a]]", "]] [["] {
            let expected: Vec<Piece<'_>> = (!words.is_empty()).then_some(Piece::Words(words)).into_iter().collect();
            assert_eq!(pieces(words), expected, "{words}");
        }
        assert_eq!(pieces("[[[a]]"), [Piece::Words("["), Piece::Gap("a")]);
        assert_eq!(pieces("[[x [[a]]"), [Piece::Words("[[x "), Piece::Gap("a")]);
    }

    proptest! {
        #[test]
        fn the_pieces_hold_the_whole_text(text in "([a-c]|\\[|\\[\\[|\\]\\]|\\]|:| |ñ){0,24}") {
            let joined: String = pieces(&text)
                .into_iter()
                .map(|piece| match piece {
                    Piece::Words(words) => words.to_owned(),
                    Piece::Gap(id) => format!("[[{id}]]"),
                    Piece::Span { id, words } => format!("[[{id}:{words}]]"),
                })
                .collect();
            prop_assert_eq!(joined, text);
        }
    }
}
