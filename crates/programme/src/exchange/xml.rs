//! XML as a tree of elements, and HTML as Markdown. Document types and entities of a file's own are refused: some are made to fill
//! a memory. It must not know questions.

use super::{ExchangeRefused, Left, Notes};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Elements within elements at most; Moodle's own files have six.
const DEEPEST: usize = 32;
/// Elements of a file at most.
const MOST_ELEMENTS: usize = 400_000;

#[derive(Debug, Default)]
pub(super) struct Element {
    pub name: String,
    /// Where it begins, from 1.
    pub line: usize,
    attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    /// The words directly in it.
    pub words: String,
}

impl Element {
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    pub fn first(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The words of the first child of that name, without space around.
    pub fn words_of(&self, name: &str) -> &str {
        self.first(name).map_or("", |child| child.words.trim())
    }
}

/// The root element of a file.
pub(super) fn parse(text: &str) -> Result<Element, ExchangeRefused> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let line = |at: u64| {
        let at = usize::try_from(at).unwrap_or(text.len()).min(text.len());
        1 + text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count()
    };
    let bad = |at: u64, why: String| ExchangeRefused::BadXml { line: line(at), why };
    // Lines are counted along, not anew for each element: a large file has many.
    let (mut counted, mut lines) = (0_usize, 1_usize);
    let mut open: Vec<Element> = vec![Element::default()];
    let mut elements = 0;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(text.len()).min(text.len());
        lines += text.as_bytes()[counted..at].iter().filter(|byte| **byte == b'\n').count();
        counted = at;
        let event = reader.read_event().map_err(|error| bad(reader.error_position(), error.to_string()))?;
        let position = reader.buffer_position();
        match event {
            Event::Start(start) => {
                elements += 1;
                if open.len() > DEEPEST || elements > MOST_ELEMENTS {
                    return Err(bad(position, "too many elements within elements".into()));
                }
                open.push(element(&start, lines).map_err(|why| bad(position, why))?);
            }
            Event::Empty(start) => {
                elements += 1;
                let element = element(&start, lines).map_err(|why| bad(position, why))?;
                if let Some(around) = open.last_mut() {
                    around.children.push(element);
                }
            }
            Event::End(_) => {
                let ended = open.pop().unwrap_or_default();
                match open.last_mut() {
                    Some(around) => around.children.push(ended),
                    None => return Err(bad(position, "an element ends that did not begin".into())),
                }
            }
            Event::Text(words) => {
                if let Some(around) = open.last_mut() {
                    around.words.push_str(&words.xml10_content());
                }
            }
            Event::CData(words) => {
                if let Some(around) = open.last_mut() {
                    around.words.push_str(&words.xml10_content());
                }
            }
            Event::GeneralRef(reference) => {
                let known = if reference.is_char_ref() {
                    reference.resolve_char_ref().ok().flatten().map(String::from)
                } else {
                    quick_xml::escape::resolve_predefined_entity(&reference).map(str::to_owned)
                };
                let Some(known) = known else { return Err(ExchangeRefused::Entities { line: line(position) }) };
                if let Some(around) = open.last_mut() {
                    around.words.push_str(&known);
                }
            }
            Event::DocType(_) => return Err(ExchangeRefused::Entities { line: line(position) }),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
    }
    let mut roots = match (open.len(), open.pop()) {
        (1, Some(outside)) => outside.children,
        _ => return Err(bad(text.len() as u64, "an element does not end".into())),
    };
    match (roots.len(), roots.pop()) {
        (1, Some(root)) => Ok(root),
        _ => Err(bad(0, "a file has one root element".into())),
    }
}

fn element(start: &BytesStart<'_>, line: usize) -> Result<Element, String> {
    let name = start.name().as_ref().to_owned();
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = quick_xml::escape::unescape(&attribute.value).map_err(|error| error.to_string())?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Element { name, line, attributes, ..Element::default() })
}

/// HTML as an editor of theirs writes it, as Markdown. What is left out is told: pictures and other files, scripts, and how a table stands.
pub(super) fn markdown_of_html(html: &str, notes: &mut Notes<'_>) -> String {
    if html.contains("<img") || html.contains("@@PLUGINFILE@@") {
        notes.add(Left::Picture);
    }
    let has = |tag: &str| {
        html.split('<').skip(1).any(|rest| {
            let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
            name.eq_ignore_ascii_case(tag)
        })
    };
    if ["iframe", "object", "video", "audio", "svg"].into_iter().any(has) {
        notes.add(Left::Picture);
    }
    if has("table") {
        notes.add(Left::Table);
    }
    if ["script", "form", "input"].into_iter().any(has) {
        notes.add(Left::Script);
    }
    let converter = htmd::HtmlToMarkdown::builder()
        .skip_tags(vec!["img", "script", "style", "iframe", "object", "video", "audio", "svg", "form", "input"])
        .build();
    converter.convert(html).unwrap_or_default().trim().to_owned()
}

/// Text between elements.
pub(super) fn escaped(text: &str) -> String {
    // Characters that XML 1.0 has no way to write.
    let sound: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    quick_xml::escape::escape(sound).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_attributes_and_words_are_read_with_their_lines() {
        let root = parse(
            "<?xml version=\"1.0\"?>\n<quiz>\n<question type=\"a&amp;b\"><text>uno &lt; <![CDATA[<p>dos</p>]]></text></question></quiz>",
        );
        let root = root.expect("a file");
        let question = root.first("question").expect("a question");
        assert_eq!((question.attribute("type"), question.line), ("a&b", 3));
        assert_eq!(question.words_of("text"), "uno < <p>dos</p>");
    }

    #[test]
    fn what_is_broken_or_made_to_harm_is_refused() {
        let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE q [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>\n<quiz>&b;</quiz>";
        assert!(matches!(parse(bomb), Err(ExchangeRefused::Entities { .. })));
        assert!(matches!(parse("<quiz>&nada;</quiz>"), Err(ExchangeRefused::Entities { line: 1 })));
        for broken in ["<quiz>", "<quiz></other>", "", "words", "<a/><b/>", "<quiz a=></quiz>"] {
            assert!(matches!(parse(broken), Err(ExchangeRefused::BadXml { .. })), "{broken}");
        }
        let deep = "<a>".repeat(10_000);
        assert!(matches!(parse(&deep), Err(ExchangeRefused::BadXml { .. })));
    }
}
