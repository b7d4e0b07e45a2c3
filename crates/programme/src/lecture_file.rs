//! A lecture: slides divided by `---`, each with what it shows, a line `???`, and what is said. It must not know how a slide looks.

use crate::activities::{Found, Kind, Place, activity, own_id, tell};
use crate::fields::At;
use crate::ids::nearest;
use crate::markdown::findings;
use crate::sections;
use crate::source::Source;
use crate::teaching_cause::TeachingCause;
use domain::Text;
use domain::ids::FigureId;
use domain::programmes::{Body, Lecture, Slide, SlideStyle};
use std::ops::RangeInclusive;

const SLIDES: RangeInclusive<usize> = 1..=60;

/// A slide in one language.
struct Face<'m> {
    /// Its first line in the file.
    line: usize,
    style: SlideStyle,
    figure: Option<At<String>>,
    shows: String,
    beside: String,
    said: &'m str,
}

pub(crate) fn read_lecture(source: &Source<'_>, place: Place<'_>) -> Found {
    let mut found = Found::unread(Kind::Read);
    let Some(sections) = sections::split(source) else { return found };
    let mut all: Vec<(&str, usize, Vec<Face<'_>>)> = Vec::new();
    for (language, text) in &sections.markdown {
        for (line, finding) in findings(&text.value) {
            tell(&sections.front, At { value: finding, line: text.line + line }, &mut found.links);
        }
        all.push((language, text.line, faces(source, text)));
    }
    for faces in all.iter().skip(1) {
        go_together(source, &all[0], faces);
    }
    if let Some((_, line, first)) = all.first()
        && !SLIDES.contains(&first.len())
    {
        let (from, to) = SLIDES.into_inner();
        source.problem(*line, TeachingCause::SlideCount { count: first.len(), from, to });
    }
    found.figures = all.iter().flat_map(|(_, _, faces)| faces.iter().filter_map(|face| face.figure.clone())).collect();
    let lecture = Lecture { slides: slides(&all) };
    sections.front.with_table(|table| {
        table.only(&["id", "title", "summary", "minutes", "notice", "review"]);
        found.line = own_id(&table, place.name);
        found.activity = Some(activity(&table, place, Body::Lecture(lecture)));
    });
    found
}

/// Lines of a text with their numbers, cut at lines that hold nothing but `mark`.
fn cut<'m>(text: &'m str, first_line: usize, mark: &str) -> Vec<(usize, &'m str)> {
    let mut parts = Vec::new();
    let (mut start, mut line, mut at) = (0, first_line, 0);
    for (number, one) in text.split_inclusive('\n').enumerate() {
        if one.trim_end() == mark {
            parts.push((line, &text[start..at]));
            start = at + one.len();
            line = first_line + number + 1;
        }
        at += one.len();
    }
    parts.push((line, &text[start..]));
    parts
}

fn faces<'m>(source: &Source<'_>, text: &'m At<String>) -> Vec<Face<'m>> {
    let slides = cut(&text.value, text.line, "---");
    slides.into_iter().enumerate().map(|(at, (line, slide))| face(source, (at + 1, line), slide)).collect()
}

fn face<'m>(source: &Source<'_>, (number, line): (usize, usize), slide: &'m str) -> Face<'m> {
    let parts = cut(slide, line, "???");
    let said = match parts.as_slice() {
        [_, (_, said)] if !said.trim().is_empty() => said,
        _ => {
            source.problem(line, TeachingCause::SlideWithoutWords { number });
            ""
        }
    };
    let mut face =
        Face { line, style: SlideStyle::Plain, figure: None, shows: String::new(), beside: String::new(), said };
    let mut shows = String::new();
    for (at, one) in parts[0].1.split_inclusive('\n').enumerate() {
        match one.strip_prefix('@') {
            Some(directive) if shows.trim().is_empty() => {
                read_directive(source, line + at, directive.trim(), &mut face)
            }
            _ => shows.push_str(one),
        }
    }
    let columns = cut(&shows, line, "|||");
    let fits = match face.style {
        SlideStyle::Columns => columns.len() == 2,
        _ => columns.len() == 1,
    };
    if !fits {
        source.problem(line, TeachingCause::SlideColumns { number });
    }
    if shows.trim().is_empty() {
        source.problem(line, TeachingCause::SlideBlank { number });
    }
    if face.style == SlideStyle::Figure && face.figure.is_none() {
        source.problem(line, TeachingCause::SlideWithoutFigure { number });
    }
    face.shows = columns[0].1.trim().to_owned();
    face.beside = columns.get(1).map_or("", |(_, beside)| beside.trim()).to_owned();
    face
}

fn read_directive(source: &Source<'_>, line: usize, directive: &str, face: &mut Face<'_>) {
    match directive.split_once(' ').map(|(name, value)| (name, value.trim())) {
        Some(("style", name)) => match SlideStyle::ALL.into_iter().find(|style| style.as_str() == name) {
            Some(style) => face.style = style,
            None => {
                let known = SlideStyle::ALL.map(SlideStyle::as_str);
                let nearest = nearest(name, known);
                let cause = TeachingCause::SlideStyle { found: name.to_owned(), nearest, known: known.join(", ") };
                source.problem(line, cause);
            }
        },
        Some(("figure", name)) => face.figure = Some(At { value: name.to_owned(), line }),
        _ => source.problem(line, TeachingCause::SlideDirective { found: format!("@{directive}") }),
    }
}

/// Tells where the slides of two languages are not the same ones.
fn go_together(source: &Source<'_>, first: &(&str, usize, Vec<Face<'_>>), other: &(&str, usize, Vec<Face<'_>>)) {
    let ((language, _, one), (second, line, two)) = (first, other);
    let differ = |line: usize, what| {
        let (language, other) = ((*second).to_owned(), (*language).to_owned());
        source.problem(line, TeachingCause::SlidesDiffer { language, other, what });
    };
    if one.len() != two.len() {
        return differ(*line, "number");
    }
    for (a, b) in one.iter().zip(two) {
        let figure = |face: &Face<'_>| face.figure.as_ref().map(|figure| figure.value.clone());
        if a.style != b.style {
            differ(b.line, "style");
        } else if figure(a) != figure(b) {
            differ(b.line, "figure");
        }
    }
}

fn slides(all: &[(&str, usize, Vec<Face<'_>>)]) -> Vec<Slide> {
    let Some((_, _, first)) = all.first() else { return Vec::new() };
    let text = |at: usize, of: for<'f> fn(&'f Face<'_>) -> &'f str| {
        let each = all
            .iter()
            .filter_map(|(language, _, faces)| Some(((*language).to_owned(), of(faces.get(at)?).trim().to_owned())));
        Text(each.filter(|(_, words)| !words.is_empty()).collect())
    };
    let slide = |(at, face): (usize, &Face<'_>)| Slide {
        style: face.style,
        figure: face.figure.as_ref().map(|figure| FigureId::from(figure.value.as_str())),
        face: text(at, |face| &face.shows),
        beside: text(at, |face| &face.beside),
        said: text(at, |face| face.said),
    };
    first.iter().enumerate().map(slide).collect()
}
