//! A drawing: its shapes in `figures/NAME.svg`, its words in `figures/NAME.toml`, languages side by side. What could run, load or look
//! like something else on a page is refused: only the elements, attributes and classes listed here pass. It must not know slides.

use crate::fields::{At, Need};
use crate::source::Source;
use crate::teaching_cause::TeachingCause;
use domain::Text;
use domain::ids::FigureId;
use domain::programmes::Figure;
use quick_xml::events::{BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};
use std::collections::BTreeMap;

const ELEMENTS: [&str; 13] =
    ["svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "defs", "marker"];
/// Geometry alone. Colours and letters come by classes, so that a drawing is right in the dark and on paper too.
const ATTRIBUTES: [&str; 36] = [
    "xmlns",
    "viewBox",
    "d",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "dx",
    "dy",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "width",
    "height",
    "points",
    "transform",
    "class",
    "id",
    "text-anchor",
    "dominant-baseline",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-dasharray",
    "marker-start",
    "marker-end",
    "markerWidth",
    "markerHeight",
    "refX",
    "refY",
    "orient",
    "opacity",
];
/// Fills, strokes and letters. The style sheet knows each of them.
const CLASSES: [&str; 25] = [
    "f-none", "f-ink", "f-soft", "f-paper", "f-tint", "f-indigo", "f-violet", "f-blue", "f-green", "f-red", "f-gold",
    "f-clay", "s-ink", "s-soft", "s-line", "s-indigo", "s-violet", "s-blue", "s-green", "s-red", "s-gold", "s-clay",
    "t-bold", "t-small", "t-large",
];

/// What the drawing shows: its shapes, and by key the words that it asks for, each with its line.
pub(crate) struct Drawing {
    svg: String,
    words: BTreeMap<String, usize>,
}

/// The words of a drawing, each with its line.
pub(crate) struct FigureWords {
    pub title: Text,
    pub description: Text,
    pub words: BTreeMap<String, At<Text>>,
}

pub(crate) fn read_words(source: &Source<'_>) -> Option<FigureWords> {
    source.with_table(|table| {
        table.only(&["title", "description", "words"]);
        let mut words = BTreeMap::new();
        if let Some(all) = table.table_if_any("words") {
            for key in all.entries.keys() {
                let key = key.get_ref().to_string();
                let text = At { value: all.text(&key, Need::Required), line: all.line_of(&key) };
                words.insert(key, text);
            }
        }
        let (title, description) = (table.text("title", Need::Required), table.text("description", Need::Required));
        FigureWords { title, description, words }
    })
}

/// Reads the shapes; `None` where they are not sound.
pub(crate) fn read_drawing(source: &Source<'_>) -> Option<Drawing> {
    let mut reader = Reader::from_str(source.text);
    reader.config_mut().check_end_names = true;
    let mut out = Writer::new(Vec::new());
    let (mut words, mut sound, mut depth, mut roots) = (BTreeMap::new(), true, 0_usize, 0_usize);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or_default();
        let line = source.line(at.min(source.text.len()));
        let mut refuse = |cause: TeachingCause| {
            source.problem(line, cause);
            sound = false;
        };
        let event = match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => event,
            Err(_) => {
                refuse(TeachingCause::NotSvg);
                return None;
            }
        };
        let forbidden = |what: &str| TeachingCause::SvgForbidden { what: what.to_owned() };
        match &event {
            Event::Decl(_) | Event::Comment(_) => continue,
            Event::DocType(_) | Event::PI(_) | Event::CData(_) => {
                refuse(forbidden("a document type, an instruction or CDATA"))
            }
            Event::Start(element) | Event::Empty(element) => {
                let is_root = depth == 0;
                depth += usize::from(matches!(event, Event::Start(_)));
                roots += usize::from(is_root);
                for fault in faults(element, is_root) {
                    refuse(fault);
                }
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Text(text) => {
                for key in placeholders(text.as_ref()) {
                    words.entry(key.to_owned()).or_insert(line);
                }
            }
            Event::GeneralRef(name) => {
                let known = ["amp", "lt", "gt", "quot", "apos"].contains(&name.as_ref()) || name.starts_with('#');
                if !known {
                    refuse(forbidden("an entity of one's own"));
                }
            }
            _ => {}
        }
        if let Event::Text(text) = &event
            && depth == 0
            && text.trim().is_empty()
        {
            continue;
        }
        out.write_event(event).ok()?;
    }
    if roots != 1 || depth != 0 {
        source.problem(1, TeachingCause::NotSvg);
        return None;
    }
    let svg = String::from_utf8(out.into_inner()).ok()?;
    sound.then_some(Drawing { svg, words })
}

/// The keys in braces: `{what}`.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    let inside = text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(key, _)| key));
    inside
        .filter(|key| !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'))
}

fn faults(element: &BytesStart<'_>, is_root: bool) -> Vec<TeachingCause> {
    let forbidden = |what: String| TeachingCause::SvgForbidden { what };
    let name = element.name().as_ref().to_owned();
    let mut found = Vec::new();
    if !ELEMENTS.contains(&name.as_str()) || is_root != (name == "svg") {
        found.push(forbidden(format!("`<{name}>`")));
    }
    let mut has_size = false;
    for attribute in element.attributes() {
        let Ok(attribute) = attribute else {
            found.push(TeachingCause::NotSvg);
            continue;
        };
        let key = attribute.key.as_ref().to_owned();
        let value = attribute.value.to_string();
        has_size |= key == "viewBox";
        let fits = match key.as_str() {
            _ if !ATTRIBUTES.contains(&key.as_str()) => false,
            "xmlns" => value == "http://www.w3.org/2000/svg",
            "class" => value.split_whitespace().all(|class| CLASSES.contains(&class)),
            "marker-start" | "marker-end" => {
                value.starts_with("url(#") && value.ends_with(')') && plain(&value[5..value.len() - 1])
            }
            "id" => plain(&value),
            _ => value.chars().all(|c| c.is_ascii_alphanumeric() || " .,-+()%".contains(c)),
        };
        if !fits {
            found.push(forbidden(format!("`{key}=\"{value}\"` in `<{name}>`")));
        }
    }
    if is_root && !has_size {
        found.push(TeachingCause::SvgWithoutSize);
    }
    found
}

fn plain(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// The drawing with its words, in each of the languages; tells what one has and the other lacks.
pub(crate) fn figure(
    id: &str,
    (drawing, shapes): (&Drawing, &Source<'_>),
    (words, toml): (&FigureWords, &Source<'_>),
    languages: &[String],
) -> Figure {
    for (key, line) in drawing.words.iter().filter(|(key, _)| !words.words.contains_key(*key)) {
        shapes.problem(*line, TeachingCause::WordMissing { key: key.clone() });
    }
    for (key, text) in words.words.iter().filter(|(key, _)| !drawing.words.contains_key(*key)) {
        toml.problem(text.line, TeachingCause::WordUnused { key: key.clone() });
    }
    // Two drawings on one page share its ids.
    for foreign in ids(&drawing.svg).filter(|name| !name.starts_with(id)) {
        shapes.problem(
            1,
            TeachingCause::SvgForbidden { what: format!("the id `{foreign}`, which does not begin with `{id}`,") },
        );
    }
    let svg = languages.iter().map(|language| {
        let mut svg = drawing.svg.clone();
        for (key, text) in &words.words {
            let escaped = BytesText::new(text.value.get(language));
            svg = svg.replace(&format!("{{{key}}}"), &escaped);
        }
        (language.clone(), svg)
    });
    Figure {
        id: FigureId::from(id),
        title: words.title.clone(),
        description: words.description.clone(),
        svg: svg.collect(),
    }
}

fn ids(svg: &str) -> impl Iterator<Item = &str> {
    svg.split(" id=\"").skip(1).filter_map(|rest| rest.split_once('"').map(|(id, _)| id))
}
