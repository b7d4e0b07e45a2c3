//! A report in which each passage says of which kind it is: what somebody said, what was seen, what is concluded. It must not
//! know in which words or with which lines a page draws them apart.

use crate::fields::At;
use crate::sections::Sections;
use crate::sheet_cause::SheetCause;
use std::collections::BTreeMap;

/// The longest passage, in bytes. A limit, since a hostile text could open a million of them.
const LONGEST: usize = 4_000;

/// Of which kind a passage of a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SaidKind {
    Said,
    Observed,
    Inferred,
}

impl SaidKind {
    pub const ALL: [Self; 3] = [Self::Said, Self::Observed, Self::Inferred];

    /// Its name in packages and style sheets.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::Observed => "observed",
            Self::Inferred => "inferred",
        }
    }
}

/// A piece of a report's HTML: joined as they are, they are safe to put into a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportPiece {
    Html(String),
    /// Words without any tag.
    Passage {
        kind: SaidKind,
        words: String,
    },
}

/// A Markdown report in the pieces in which a page shows it. Brackets that hold no passage stay words.
pub fn report_pieces(markdown: &str) -> Vec<ReportPiece> {
    let html = crate::html(markdown);
    let (mut pieces, mut done, mut from, mut inside) = (Vec::new(), 0, 0, Inside::default());
    while let Some(open) = html[from..].find("[[").map(|at| from + at) {
        inside.pass(&html[from..open]);
        from = open + 2;
        match passage(&html[from..]) {
            Some((kind, words, length)) if !inside.tag && !inside.link && !words.contains('<') => {
                pieces.extend((done < open).then(|| ReportPiece::Html(html[done..open].to_owned())));
                pieces.push(ReportPiece::Passage { kind, words: words.trim().to_owned() });
                from += length;
                done = from;
            }
            _ => {}
        }
    }
    pieces.extend((done < html.len()).then(|| ReportPiece::Html(html[done..].to_owned())));
    pieces
}

/// Whether the HTML so far has an open tag, and an open link: in neither a passage has a place.
#[derive(Default)]
struct Inside {
    tag: bool,
    link: bool,
}

impl Inside {
    fn pass(&mut self, html: &str) {
        self.tag = later(html, ("<", ">"), self.tag);
        self.link = later(html, ("<a ", "</a>"), self.link);
    }
}

/// Whether the last of the two is the one that opens; with neither, as before.
fn later(html: &str, (opens, closes): (&str, &str), before: bool) -> bool {
    match (html.rfind(opens), html.rfind(closes)) {
        (None, None) => before,
        (opened, closed) => opened > closed,
    }
}

/// What follows two opened brackets: the kind, the words, and how many bytes they take with the closing brackets.
fn passage(inside: &str) -> Option<(SaidKind, &str, usize)> {
    let close = inside[..inside.floor_char_boundary(LONGEST)].find("]]")?;
    let (kind, words) = inside[..close].split_once(':')?;
    let kind = SaidKind::ALL.into_iter().find(|one| one.as_str() == kind)?;
    (!words.trim().is_empty()).then_some((kind, words, close + 2))
}

/// How many passages of each kind a text has, and what in brackets cannot be read, each with its line counted from 0.
fn marks(markdown: &str) -> (BTreeMap<SaidKind, usize>, Vec<(usize, SheetCause)>) {
    let (mut counts, mut faults) = (BTreeMap::new(), Vec::new());
    let (mut from, mut line) = (0, 0);
    while let Some(open) = markdown[from..].find("[[").map(|at| from + at) {
        line += markdown[from..open].matches('\n').count();
        from = open + 2;
        let is_plain = |words: &str| !words.contains(['[', ']', '*', '_', '`', '<', '\\']) && !words.contains("\n\n");
        match passage(&markdown[from..]) {
            Some((kind, words, _)) if is_plain(words) => *counts.entry(kind).or_default() += 1,
            _ => {
                let found = markdown[open..].chars().take_while(|c| *c != '\n').take(30).collect();
                faults.push((line, SheetCause::MarkUnreadable { found }));
            }
        }
    }
    (counts, faults)
}

/// Tells what is wrong with the passages of a report, by itself and beside the other languages.
pub(crate) fn check_marks(sections: &Sections<'_>, part: &str) {
    let mut first: Option<(&str, BTreeMap<SaidKind, usize>)> = None;
    for (language, At { value, line }) in sections.part(part) {
        let (counts, faults) = marks(value);
        // Inside a link or across emphasis it is read and cannot be shown.
        let shown = report_pieces(value).iter().filter(|piece| matches!(piece, ReportPiece::Passage { .. })).count();
        let hidden = faults.is_empty() && shown != counts.values().sum::<usize>();
        for (at, cause) in faults {
            sections.front.problem(line + at, cause);
        }
        if hidden {
            sections.front.problem(*line, SheetCause::MarkUnreadable { found: "[[…]]".into() });
        }
        for kind in SaidKind::ALL {
            let mark = kind.as_str();
            let here = counts.get(&kind).copied().unwrap_or_default();
            if here == 0 {
                let language = language.to_owned();
                sections.front.problem(*line, SheetCause::MarkMissing { mark, language });
            } else if let Some((other, before)) = &first
                && before.get(&kind).is_some_and(|there| *there != here)
            {
                let (language, other) = (language.to_owned(), (*other).to_owned());
                sections.front.problem(*line, SheetCause::MarksDiffer { language, other, mark });
            }
        }
        first.get_or_insert((language, counts));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_come_apart_and_all_else_stays() {
        let pieces = report_pieces("Dijo: [[said:«Tengo *sed*» & más]]. [[observed:Llegó\na las 8]] [[other:x]]");
        let html = |html: &str| ReportPiece::Html(html.to_owned());
        // Emphasis is told to the author; on a page it stays as it is.
        assert_eq!(pieces.len(), 3, "{pieces:?}");
        let seen = ReportPiece::Passage { kind: SaidKind::Observed, words: "Llegó\na las 8".into() };
        assert_eq!(pieces[1..], [seen, html(" [[other:x]]</p>\n")]);
        assert_eq!(
            report_pieces("[[said:a & b]]"),
            [html("<p>"), ReportPiece::Passage { kind: SaidKind::Said, words: "a &amp; b".into() }, html("</p>\n")]
        );
    }

    #[test]
    fn nothing_is_put_into_a_tag_or_across_one() {
        for markdown in [
            "[a](https://e.org/[[said:x]])",
            "[b [[said:x]] c](t1-l1)",
            "[[said:a\n\nb]]",
            "*[[said:a*]]",
            "[[said: ]]",
        ] {
            let pieces = report_pieces(markdown);
            assert!(pieces.iter().all(|piece| matches!(piece, ReportPiece::Html(_))), "{markdown}: {pieces:?}");
        }
    }

    #[test]
    fn brackets_that_are_opened_and_never_closed_take_no_time() {
        let text = "[[said:".repeat(100_000);
        assert_eq!(report_pieces(&text).len(), 1);
        assert_eq!(marks(&text).1.len(), 100_000);
    }

    #[test]
    fn what_cannot_be_read_is_told_on_its_line() {
        let (counts, faults) = marks("[[said:a]] [[observed:b]]\n\n[[inferred:c]] [[sad:d]]\n[[said:*e*]]\n");
        assert_eq!(counts.values().sum::<usize>(), 3);
        assert_eq!(faults.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 3]);
    }
}
