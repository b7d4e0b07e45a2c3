//! A rendered text with fields in the midst of it: the gaps of a cloze, and the words that can be marked. It must not know which
//! fields.

use domain::quizzes::{Piece, pieces};

/// The text with what `field` puts in place of each gap or span; where that is nothing, and within a tag, the text stays as it is.
/// Both come and go as HTML that is safe.
pub fn filled(html: &str, mut field: impl FnMut(Piece<'_>) -> Option<String>) -> String {
    let mut out = String::with_capacity(html.len() * 2);
    // A link's address may hold brackets; a field within a tag would tear it.
    let mut in_tag = false;
    for piece in pieces(html) {
        let (raw, put) = match piece {
            Piece::Words(words) => (words.to_owned(), None),
            Piece::Gap(id) => (format!("[[{id}]]"), if in_tag { None } else { field(piece) }),
            Piece::Span { id, words } => (format!("[[{id}:{words}]]"), if in_tag { None } else { field(piece) }),
        };
        if put.is_none() {
            in_tag = match (raw.rfind('<'), raw.rfind('>')) {
                (Some(open), Some(close)) => open > close,
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (None, None) => in_tag,
            };
        }
        // What follows a word follows it at once: a full stop has no space before it.
        out.push_str(put.as_deref().map_or(raw.as_str(), str::trim));
    }
    out
}

/// What can be marked in a text, in its order: the id and the words, as HTML that is safe.
pub fn spans(html: &str) -> Vec<(&str, &str)> {
    let span = |piece| match piece {
        Piece::Span { id, words } => Some((id, words)),
        _ => None,
    };
    pieces(html).into_iter().filter_map(span).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_where_the_text_has_them_and_never_within_a_tag() {
        let put = |html: &str| {
            filled(html, |piece| match piece {
                Piece::Gap("a") => Some("<input>\n".into()),
                Piece::Span { id: "b", words } => Some(format!("<b>{words}</b>")),
                _ => None,
            })
        };
        assert_eq!(
            put("<p>Uno [[a]] dos [[b:tres &amp; <em>más</em>]].</p>"),
            "<p>Uno <input> dos <b>tres &amp; <em>más</em></b>.</p>"
        );
        assert_eq!(put("<p>[[z]]</p>"), "<p>[[z]]</p>", "a gap that nobody knows stays words");
        let link = r#"<p><a href="https://a.example/[[a]]">[[a]]</a></p>"#;
        assert_eq!(put(link), r#"<p><a href="https://a.example/[[a]]"><input></a></p>"#);
    }
}
