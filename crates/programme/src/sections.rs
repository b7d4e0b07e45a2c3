//! The shape of a Markdown file of the package: front matter between `+++` lines, then one section a language, each opened
//! by a line such as `=== es`; or several a language, each a part of its own, opened by `=== es notes`. It must not know what
//! stands in either.

use crate::cause::Cause;
use crate::fields::At;
use crate::ids::nearest;
use crate::reading::word_count;
use crate::sheet_cause::SheetCause;
use crate::source::Source;
use crate::teaching_cause::TeachingCause;
use domain::Text;
use std::collections::{BTreeMap, BTreeSet};

/// A Markdown file, taken apart.
pub(crate) struct Sections<'a> {
    /// The TOML between the `+++` lines.
    pub front: Source<'a>,
    /// By language, or by language and part (`es notes`); the line is the one on which the Markdown begins.
    pub markdown: BTreeMap<String, At<String>>,
}

impl Sections<'_> {
    pub fn text(&self) -> Text {
        Text(self.markdown.iter().map(|(language, text)| (language.clone(), text.value.clone())).collect())
    }

    /// One part, by language, each with the line on which it begins.
    pub fn part<'s>(&'s self, part: &'s str) -> impl Iterator<Item = (&'s str, &'s At<String>)> {
        self.markdown.iter().filter_map(move |(opened, text)| {
            let (language, its) = opened.split_once(' ')?;
            (its == part).then_some((language, text))
        })
    }

    /// One part, as a text.
    pub fn text_of(&self, part: &str) -> Text {
        Text(self.part(part).map(|(language, text)| (language.to_owned(), text.value.clone())).collect())
    }
}

/// Takes a file apart and tells what is wrong with its shape; `None` when not even the front matter can be told from the rest.
pub(crate) fn split<'a>(source: &Source<'a>) -> Option<Sections<'a>> {
    split_into(source, &[])
}

/// The same, with these parts in each language; with none, each language is one section.
pub(crate) fn split_into<'a>(source: &Source<'a>, parts: &[&str]) -> Option<Sections<'a>> {
    let of_language = |language: &String| -> Vec<String> {
        match parts {
            [] => vec![language.clone()],
            parts => parts.iter().map(|part| format!("{language} {part}")).collect(),
        }
    };
    let wanted: Vec<String> = source.languages.iter().flat_map(of_language).collect();
    let mut offset = 0;
    let mut lines = Vec::new();
    for line in source.text.split_inclusive('\n') {
        lines.push((offset, line));
        offset += line.len();
    }
    let is_fence = |line: &str| line.trim_end() == "+++";
    if !lines.first().is_some_and(|(_, line)| is_fence(line)) {
        source.problem(1, Cause::NoFrontMatter);
        return None;
    }
    let Some(close) = (1..lines.len()).find(|index| is_fence(lines[*index].1)) else {
        source.problem(1, Cause::FrontMatterOpen);
        return None;
    };
    let front = source.part(&source.text[lines[0].1.len()..lines[close].0], 2);

    let mut markdown: BTreeMap<String, At<String>> = BTreeMap::new();
    let mut current: Option<String> = None;
    let mut first_section = close + 1;
    let mut refused = false;
    for (index, (_, line)) in lines.iter().enumerate().skip(close + 1) {
        let number = index + 1;
        match opened(line) {
            Some(opened) => {
                if first_section == close + 1 {
                    first_section = number;
                }
                current = None;
                refused = true;
                if !wanted.is_empty() && !wanted.contains(&opened) {
                    source.problem(number, unknown(opened, parts, source, &wanted));
                } else if markdown.contains_key(&opened) {
                    source.problem(number, Cause::SectionTwice { language: opened });
                } else {
                    markdown.insert(opened.clone(), At { value: String::new(), line: number + 1 });
                    current = Some(opened);
                }
            }
            None => match current.as_ref().and_then(|language| markdown.get_mut(language)) {
                Some(text) => text.value.push_str(line),
                // What follows a refused section line is told with that line, once.
                None if !refused && !line.trim().is_empty() => {
                    source.problem(number, Cause::TextBeforeSection);
                    refused = true;
                }
                None => {}
            },
        }
    }
    for language in &wanted {
        let there = markdown.get(language);
        if there.is_none_or(|text| text.value.trim().is_empty()) {
            let line = there.map_or(first_section, |text| text.line - 1);
            source.problem(line, Cause::NoSection { language: language.clone() });
        }
    }
    check_translations(source, &markdown);
    Some(Sections { front, markdown })
}

/// Tells a text that was copied instead of translated, or of which most is missing.
fn check_translations(source: &Source<'_>, markdown: &BTreeMap<String, At<String>>) {
    // By part: `es notes` is compared with `en notes`.
    let part = |opened: &str| opened.split_once(' ').map_or(String::new(), |(_, part)| part.to_owned());
    for (opened, text) in markdown {
        let others = markdown.iter().filter(|(other, _)| *other != opened && part(other) == part(opened));
        for (other, theirs) in others {
            let (language, other) = (opened.clone(), other.clone());
            if let Some(fault) = translation_fault((language, &text.value), (other, &theirs.value)) {
                source.problem(text.line - 1, fault);
                break;
            }
        }
    }
}

/// What is wrong with a text as the translation of another. Of two that are the same the later one in the alphabet of languages is
/// told, but Spanish never: it is the original.
pub(crate) fn translation_fault(
    (language, text): (String, &str),
    (other, theirs): (String, &str),
) -> Option<TeachingCause> {
    let (mine, theirs) = (text.trim(), theirs.trim());
    let told = !language.starts_with("es") && (other.starts_with("es") || language > other);
    if told && has_copied(mine, theirs) {
        return Some(TeachingCause::SameWords { language, other });
    }
    let (length, whole) = (mine.chars().count(), theirs.chars().count());
    (whole >= 300 && length * 4 < whole && !mine.is_empty()).then_some(TeachingCause::MuchShorter { language, other })
}

/// Whether a paragraph of some length is the same in both.
fn has_copied(mine: &str, theirs: &str) -> bool {
    let theirs: BTreeSet<&str> = theirs.split("\n\n").map(str::trim).collect();
    mine.split("\n\n").map(str::trim).any(|paragraph| theirs.contains(paragraph) && word_count(paragraph) >= LONG)
}

/// So many words are not the same in two languages by chance.
const LONG: usize = 12;

fn unknown(opened: String, parts: &[&str], source: &Source<'_>, wanted: &[String]) -> Cause {
    match parts {
        [] => Cause::UnknownSection { language: opened, known: source.languages.join(", ") },
        _ => {
            let nearest = nearest(&opened, wanted.iter().map(String::as_str));
            SheetCause::UnknownPart { opened, nearest, known: wanted.join(", ") }.into()
        }
    }
}

/// What a line opens: a language, or a language and a part, with one space. A line of `=` alone underlines a heading in Markdown
/// and opens nothing.
fn opened(line: &str) -> Option<String> {
    let rest = line.strip_prefix("===")?;
    let opened = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    (!opened.is_empty() && !rest.starts_with('=')).then_some(opened)
}
