//! The shape of a Markdown file of the package: front matter between `+++` lines, then one section a language, each opened
//! by a line such as `=== es`. It must not know what stands in either.

use crate::cause::Cause;
use crate::fields::At;
use crate::source::Source;
use domain::Text;
use std::collections::BTreeMap;

/// A Markdown file, taken apart.
pub(crate) struct Sections<'a> {
    /// The TOML between the `+++` lines.
    pub front: Source<'a>,
    /// By language; the line is the one on which the Markdown begins.
    pub markdown: BTreeMap<String, At<String>>,
}

impl Sections<'_> {
    pub fn text(&self) -> Text {
        Text(self.markdown.iter().map(|(language, text)| (language.clone(), text.value.clone())).collect())
    }
}

/// Takes a file apart and tells what is wrong with its shape; `None` when not even the front matter can be told from the rest.
pub(crate) fn split<'a>(source: &Source<'a>) -> Option<Sections<'a>> {
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
        match opened_language(line) {
            Some(language) => {
                if first_section == close + 1 {
                    first_section = number;
                }
                current = None;
                refused = true;
                if !source.languages.is_empty() && !source.languages.iter().any(|known| known == language) {
                    let (language, known) = (language.to_owned(), source.languages.join(", "));
                    source.problem(number, Cause::UnknownSection { language, known });
                } else if markdown.contains_key(language) {
                    source.problem(number, Cause::SectionTwice { language: language.to_owned() });
                } else {
                    markdown.insert(language.to_owned(), At { value: String::new(), line: number + 1 });
                    current = Some(language.to_owned());
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
    for language in &source.languages {
        let there = markdown.get(language);
        if there.is_none_or(|text| text.value.trim().is_empty()) {
            let line = there.map_or(first_section, |text| text.line - 1);
            source.problem(line, Cause::NoSection { language: language.clone() });
        }
    }
    Some(Sections { front, markdown })
}

/// The language that a line opens. A line of `=` alone underlines a heading in Markdown and opens nothing.
fn opened_language(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("===")?;
    let language = rest.trim();
    (!language.is_empty() && !rest.starts_with('=')).then_some(language)
}
